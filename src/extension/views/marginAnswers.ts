import { commands } from 'vscode';
import type { Answers } from '../../webview/protocol/channel';
import {
  MARGIN_ACTS,
  MARGIN_FIELDS,
  type MarginAct,
  type MarginContract,
  type MarginField,
} from '../../webview/protocol/margin';
import type { ActArgument } from '../actions/argument';
import type { Acts } from '../actions/acts';
import { reveal, show } from '../actions/navigate';
import type { ArticleSession } from '../article/session';
import { t } from '../l10n/l10n';
import type { MarginFollower, MarginNow } from './marginFollower';
import { isSuggestion, type Behind } from './marginNotes';

/** Longest text that a field of the margin takes, in UTF-16 code units. */
const LONGEST = 20_000;

/** What the margin asks for, done. Everything that comes from the page is checked first. */
export class MarginAnswers {
  readonly all: Omit<Answers<MarginContract>, 'ready'> = {
    show: (body) => this.show(body),
    act: (body) => this.act(body),
    write: (body) => this.write(body),
    scrolled: (body) => this.follower.scrollEditor(this.meant(body).behind),
  };

  constructor(
    /** The article and its margin as they are now, whatever was drawn last. */
    private readonly now: () => MarginNow | undefined,
    private readonly acts: Acts,
    private readonly follower: MarginFollower,
  ) {}

  private show(body: unknown): Promise<boolean> {
    const { session, behind } = this.meant(body);
    this.follower.quiet();
    return field(body, 'focus') === true ? goTo(session, behind) : show(session, behind);
  }

  private async act(body: unknown): Promise<boolean> {
    const { session, behind } = this.meant(body);
    switch (oneOf(MARGIN_ACTS, field(body, 'act'))) {
      case 'accept':
        return isSuggestion(behind) && this.acts.accept(session, behind);
      case 'reject':
        return isSuggestion(behind) && this.acts.reject(session, behind);
      case 'remove':
        return !isSuggestion(behind) && this.acts.remove(session, behind);
      case 'edit':
        return edit(session, behind);
    }
  }

  private async write(body: unknown): Promise<boolean> {
    const { session, behind } = this.meant(body);
    const key: MarginField = oneOf(MARGIN_FIELDS, field(body, 'field'));
    const value = field(body, 'value');
    if (isSuggestion(behind) || typeof value !== 'string' || value.length > LONGEST) return false;
    const text = value.trim();
    return key === 'note'
      ? this.acts.setText(session, behind, 'note', text)
      : this.acts.setCheck(session, behind, key, text.replace(/\s+/gu, ' '));
  }

  /** The article, and what is behind the key. Throws where that is gone. */
  private meant(body: unknown): { readonly session: ArticleSession; readonly behind: Behind } {
    const now = this.now();
    const key = field(body, 'key');
    const behind = typeof key === 'string' ? now?.margin.behind.get(key) : undefined;
    if (now === undefined || behind === undefined) throw new Error(t('margin.gone'));
    return { session: now.session, behind };
  }
}

/** The words, and the keyboard, in the editor, which may be active and still not have the focus. */
async function goTo(session: ArticleSession, behind: Behind): Promise<boolean> {
  await reveal(session, behind);
  await commands.executeCommand('workbench.action.focusActiveEditorGroup');
  return true;
}

async function edit(session: ArticleSession, behind: Behind): Promise<boolean> {
  if (isSuggestion(behind)) return false;
  const { id, label, start, end } = behind;
  const argument: ActArgument = { uri: session.document.uri.toString(), start, end, label, id };
  const command = behind.claim === undefined ? 'hashiya.retag' : 'hashiya.editClaim';
  return (await commands.executeCommand(command, argument)) === true;
}

function field(body: unknown, key: string): unknown {
  return typeof body === 'object' && body !== null && Object.hasOwn(body, key)
    ? (body as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

function oneOf<T extends MarginAct | MarginField>(known: readonly T[], value: unknown): T {
  const found = known.find((one) => one === value);
  if (found === undefined) throw new Error(`not one of ${known.join(', ')}`);
  return found;
}
