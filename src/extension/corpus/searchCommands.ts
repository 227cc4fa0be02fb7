import {
  commands,
  Selection,
  ThemeIcon,
  window,
  workspace,
  type Disposable,
  type QuickInputButton,
} from 'vscode';
import type { Annotation } from '../../core/model/annotation';
import { sameAnnotation } from '../../core/model/lookup';
import type { Operation } from '../../core/model/operations';
import { queryWords } from '../../core/corpus/search/query';
import { LineIndex } from '../../core/text/lineIndex';
import { toLfText } from '../../core/text/articleText';
import { say } from '../actions/acts';
import { pickLabel } from '../actions/pickers';
import { toRange } from '../convert';
import { groupBy } from '../../core/model/groupBy';
import { t } from '../l10n/l10n';
import type { BulkActs } from './bulkActs';
import type { Plan } from './bulkEdit';
import type { CorpusSearch, Hit } from './corpusSearch';
import type { Indexes } from './indexes';
import type { LiveIndex } from './liveIndex';

/** The commands of the search view. */
export class SearchCommands {
  constructor(
    private readonly indexes: Indexes,
    private readonly search: CorpusSearch,
    private readonly bulk: BulkActs,
  ) {}

  register(): Disposable[] {
    const on = (name: string, run: (argument?: unknown) => unknown): Disposable =>
      commands.registerCommand(`hashiya.${name}`, run);
    return [
      on('search', (argument) => this.find(typeof argument === 'string' ? argument : undefined)),
      on('searchAgain', () => this.search.again()),
      on('searchMore', () => this.search.showMore()),
      on('searchClear', () => this.search.clear()),
      on('openHit', (argument) => this.open(argument)),
      on('tagTicked', (label) => this.tagTicked(typeof label === 'string' ? label : undefined)),
      on('untagTicked', () => this.untagTicked()),
      on('searchUndo', () => this.undo()),
      on('searchRedo', () => this.redo()),
    ];
  }

  private async find(given: string | undefined): Promise<unknown> {
    const live = await this.indexes.current();
    if (live === undefined) return say(t('export.noFolder'));
    const query = given ?? (await this.ask());
    if (query === undefined) return undefined;
    await commands.executeCommand('hashiya.search.focus');
    return this.search.run(live, query, this.search.options);
  }

  /** The words under the caret, or the selected ones, are the first guess. */
  private ask(): Promise<string | undefined> {
    const input = window.createInputBox();
    input.title = t('search.title');
    input.placeholder = t('search.prompt');
    input.value = selectedWords() || this.search.query;
    const draw = (): void => {
      const { proclitics, untagged } = this.search.options;
      input.buttons = [
        button('link', t(proclitics ? 'search.proclitics' : 'search.exact')),
        button(
          untagged === true ? 'circle-slash' : 'circle-large-outline',
          t(untagged === true ? 'search.untagged' : 'search.any'),
        ),
      ];
      input.prompt = [
        t(proclitics ? 'search.proclitics' : 'search.exact'),
        t(untagged === true ? 'search.untagged' : 'search.any'),
      ].join(' · ');
    };
    draw();
    return new Promise((resolve) => {
      input.onDidTriggerButton((pressed) => {
        const { proclitics, untagged } = this.search.options;
        this.search.options =
          pressed === input.buttons[0]
            ? { ...this.search.options, proclitics: !proclitics }
            : { ...this.search.options, untagged: untagged !== true };
        draw();
      });
      input.onDidAccept(() => {
        if (queryWords(input.value).length === 0) return;
        resolve(input.value);
        input.hide();
      });
      input.onDidHide(() => {
        resolve(undefined);
        input.dispose();
      });
      input.show();
    });
  }

  private async open(argument: unknown): Promise<void> {
    const { live } = this.search;
    if (live === undefined || typeof argument !== 'object' || argument === null) return;
    const { path, start, end } = argument as Partial<Hit>;
    if (path === undefined || start === undefined || end === undefined) return;
    const document = await workspace.openTextDocument(live.uriOf(path));
    const range = toRange(new LineIndex(toLfText(document.getText())), { start, end });
    const editor = await window.showTextDocument(document, { preview: true, preserveFocus: true });
    editor.selection = new Selection(range.start, range.end);
    editor.revealRange(range);
  }

  private async tagTicked(given: string | undefined): Promise<unknown> {
    const { live, ticked } = this.search;
    const [first] = ticked;
    if (live === undefined || first === undefined) return say(t('search.noneTicked'));
    const label = given ?? (await pickLabel(first.match, live.config.labels.entities));
    if (label === undefined) return undefined;
    const files = new Set(ticked.map(({ path }) => path)).size;
    const sure =
      given !== undefined ||
      (await confirm(t('search.tagConfirm', ticked.length, files, label), t('search.tag')));
    return sure ? this.edit(live, ticked, (hits) => tagging(hits, label)) : undefined;
  }

  private async untagTicked(): Promise<unknown> {
    const { live } = this.search;
    const ticked = this.search.ticked.filter(({ entities }) => entities.length > 0);
    if (live === undefined || ticked.length === 0) return say(t('search.noneTicked'));
    const files = new Set(ticked.map(({ path }) => path)).size;
    const sure = await confirm(t('search.untagConfirm', ticked.length, files), t('search.untag'));
    return sure ? this.edit(live, ticked, untagging) : undefined;
  }

  /** Does the same to all ticked hits, article by article, with a way back. */
  private async edit(
    live: LiveIndex,
    ticked: readonly Hit[],
    planFor: (hits: readonly Hit[]) => Plan,
  ) {
    const byPath = groupBy(ticked, ({ path }) => path);
    const count = await this.bulk.perform(
      live,
      new Map(Array.from(byPath, ([path, hits]) => [path, planFor(hits)])),
    );
    await this.search.again();
    if (count === 0) return;
    void this.offer(t('search.changed', ticked.length, count), t('search.undo'), () => this.undo());
  }

  /** The corpus that was searched, or the one at hand. */
  private async corpus(): Promise<LiveIndex | undefined> {
    return this.search.live ?? (await this.indexes.current());
  }

  private async undo(): Promise<void> {
    const live = await this.corpus();
    const count = live && (await this.bulk.undo(live));
    if (count === undefined) return void window.showInformationMessage(t('search.noUndo'));
    await this.search.again();
    void this.offer(t('search.undone', count), t('search.redo'), () => this.redo());
  }

  private async redo(): Promise<void> {
    const live = await this.corpus();
    const count = live && (await this.bulk.redo(live));
    if (count === undefined) return void say(t('nothing.redo'));
    await this.search.again();
    void this.offer(t('search.redone', count), t('search.undo'), () => this.undo());
  }

  private async offer(news: string, way: string, take: () => Promise<void>): Promise<void> {
    if ((await window.showInformationMessage(news, way)) === way) await take();
  }
}

/** Tags the hits that still stand where they stood and do not have the label yet. */
function tagging(hits: readonly Hit[], label: string): Plan {
  return (text, record) => {
    const operations = hits
      .filter(({ start, end, match }) => text.slice(start, end) === match)
      .filter((hit) => sameAnnotation(record, label, hit) === undefined)
      .map(({ start, end, match }): Operation => {
        const annotation: Annotation = { id: '', label, start, end, quote: match };
        return { type: 'add', annotation };
      });
    return operations.length === 0 ? undefined : { type: 'batch', operations };
  };
}

function untagging(hits: readonly Hit[]): Plan {
  return (_text, record) => {
    const ids = new Set(hits.flatMap(({ entities }) => entities.map(({ id }) => id)));
    const operations = record.annotations
      .filter(({ id }) => ids.has(id))
      .map(({ id }): Operation => ({ type: 'remove', id }));
    return operations.length === 0 ? undefined : { type: 'batch', operations };
  };
}

async function confirm(question: string, yes: string): Promise<boolean> {
  return (await window.showWarningMessage(question, { modal: true }, yes)) === yes;
}

function button(icon: string, tooltip: string): QuickInputButton {
  return { iconPath: new ThemeIcon(icon), tooltip };
}

function selectedWords(): string {
  const editor = window.activeTextEditor;
  const text = editor?.document.getText(editor.selection).trim() ?? '';
  return text.includes('\n') ? '' : text;
}
