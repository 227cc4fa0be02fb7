import { commands, Range, window, type Disposable } from 'vscode';
import type { Annotation } from '../../core/model/annotation';
import { MODES, STATUSES } from '../../core/model/annotation';
import { isClaim } from '../../core/model/lookup';
import { rankLabels } from '../../core/model/rankLabels';
import type { Suggestion } from '../../core/detect/detector';
import { adjustSpan, type Direction, type Edge, type Step } from '../../core/text/adjust';
import { fold } from '../../core/text/normalize';
import { trimSpan } from '../../core/text/snap';
import { isEmpty, sameSpan, type Span } from '../../core/text/span';
import type { ArticleSession } from '../article/session';
import type { Sessions } from '../article/sessions';
import type { Corpora } from '../article/corpora';
import { t } from '../l10n/l10n';
import { toPosition } from '../convert';
import { asArgument } from './argument';
import { say, type Acts } from './acts';
import { goOn, reveal } from './navigate';
import { pickBoundaries, pickKind, pickLabel, pickOccurrences, pickOne, shown } from './pickers';
import { claimContent, targetAt, targetOf, type Target } from './target';

/** What a command is about: a place in an article, and what was named there. */
interface Subject extends Target {
  readonly span: Span;
  readonly label: string | undefined;
  readonly id: string | undefined;
  /** Whether the place was named, rather than taken from the selection. */
  readonly named: boolean;
}

/** Keys of annotation mode that are no label's, unless the label set says otherwise. */
const FIXED_KEYS: ReadonlyMap<string, string> = new Map([
  ['k', 'hashiya.tagClaim'],
  ['j', 'hashiya.setSource'],
  ['y', 'hashiya.setCue'],
  ['x', 'hashiya.removeAnnotation'],
  ['z', 'hashiya.undo'],
]);

type Handler = (subject: Subject) => unknown;

/** Registers every command that acts on an article. */
export function registerActCommands(
  sessions: Sessions,
  corpora: Corpora,
  acts: Acts,
): Disposable[] {
  const handlers = new Handlers(corpora, acts);
  const on = (command: string, handler: Handler): Disposable =>
    commands.registerCommand(`hashiya.${command}`, (argument?: unknown) => {
      const subject = subjectOf(sessions, argument);
      return subject === undefined ? say(t('nothing.article')) : handler(subject);
    });
  const adjust = (name: string, edge: Edge, direction: Direction, step: Step): Disposable =>
    on(name, (s) => handlers.adjust(s, edge, direction, step));
  return [
    on('acceptSuggestion', (s) => handlers.accept(s)),
    on('acceptAndNext', (s) => handlers.acceptAndNext(s)),
    on('rejectSuggestion', (s) => handlers.reject(s)),
    on('rejectAndNext', (s) => handlers.rejectAndNext(s)),
    on('tag', (s) => handlers.tag(s)),
    on('tagAs', (s) => handlers.tagAs(s)),
    on('tagExactly', (s) => handlers.tag({ ...s, span: trimSpan(s.session.text, s.selected) })),
    on('tagByKey', (s) => handlers.tagByKey(s)),
    on('tagAll', (s) => handlers.tagAll(s)),
    on('retag', (s) => handlers.retag(s)),
    on('removeAnnotation', (s) => handlers.remove(s)),
    on('setBoundaries', (s) => handlers.setBoundaries(s)),
    on('adjustBoundaries', (s) => handlers.adjustBoundaries(s)),
    adjust('startEarlier', 'start', 'earlier', 'word'),
    adjust('startLater', 'start', 'later', 'word'),
    adjust('endEarlier', 'end', 'earlier', 'word'),
    adjust('endLater', 'end', 'later', 'word'),
    adjust('startEarlierByLetter', 'start', 'earlier', 'letter'),
    adjust('startLaterByLetter', 'start', 'later', 'letter'),
    adjust('endEarlierByLetter', 'end', 'earlier', 'letter'),
    adjust('endLaterByLetter', 'end', 'later', 'letter'),
    on('tagClaim', (s) => handlers.tagClaim(s)),
    on('setCue', (s) => handlers.setPart(s, 'cue')),
    on('setSource', (s) => handlers.setPart(s, 'source')),
    on('editClaim', (s) => handlers.editClaim(s)),
    on('editNote', (s) => handlers.editText(s, 'note')),
    on('editLink', (s) => handlers.editText(s, 'link')),
    on('setStatus', (s) => handlers.setStatus(s)),
    on('undo', ({ session }) => acts.undo(session)),
    on('redo', ({ session }) => acts.redo(session)),
    on('goTo', (s) => reveal(s.session, s.span)),
  ];
}

function subjectOf(sessions: Sessions, value: unknown): Subject | undefined {
  // Tree rows hand over themselves, with their argument on board; keys hand over a label or a key.
  const row =
    typeof value === 'object' && value !== null && 'argument' in value ? value.argument : value;
  const argument = asArgument(row);
  if (argument !== undefined) {
    const session = sessions.byUri(argument.resource);
    if (session === undefined) return undefined;
    const { start, end, label, id } = argument;
    const clamped = {
      start: Math.min(start, session.text.length),
      end: Math.min(end, session.text.length),
    };
    const range = new Range(
      toPosition(session.lines, clamped.start),
      toPosition(session.lines, clamped.end),
    );
    return { ...targetAt(session, range), span: clamped, label, id, named: true };
  }
  const active = sessions.active();
  if (active === undefined) return undefined;
  const target = targetOf(active.session, active.editor);
  const label = typeof value === 'string' ? value : undefined;
  return { ...target, span: target.words, label, id: undefined, named: false };
}

class Handlers {
  constructor(
    private readonly corpora: Corpora,
    private readonly acts: Acts,
  ) {}

  accept(s: Subject): Promise<boolean> | false {
    const suggestion = suggestionOf(s);
    return suggestion === undefined
      ? say(t('nothing.suggestion'))
      : this.acts.accept(s.session, suggestion);
  }

  reject(s: Subject): Promise<boolean> | false {
    const suggestion = suggestionOf(s);
    return suggestion === undefined
      ? say(t('nothing.suggestion'))
      : this.acts.reject(s.session, suggestion);
  }

  acceptAndNext(s: Subject): Promise<boolean> | boolean {
    return this.decideAndGoOn(s, (suggestion) => this.acts.accept(s.session, suggestion));
  }

  rejectAndNext(s: Subject): Promise<boolean> | boolean {
    return this.decideAndGoOn(s, (suggestion) => this.acts.reject(s.session, suggestion));
  }

  /** Where there is no suggestion at the caret, goes to the next one and decides nothing. */
  private async decideAndGoOn(
    s: Subject,
    decide: (suggestion: Suggestion) => Promise<boolean>,
  ): Promise<boolean> {
    const suggestion = suggestionOf(s);
    if (suggestion === undefined) return goOn(s.session, s.selected);
    // The window moves on at once; the file is written meanwhile.
    const done = decide(suggestion);
    goOn(s.session, suggestion);
    return done;
  }

  async tag(s: Subject): Promise<unknown> {
    if (isEmpty(s.span)) return say(t('nothing.word'));
    const label = await pickLabel(textOf(s), this.ranked(s));
    return label === undefined ? false : this.acts.tag(s.session, [s.span], label);
  }

  tagAs(s: Subject): Promise<unknown> | false {
    if (s.label === undefined) return this.tag(s);
    if (isEmpty(s.span)) return say(t('nothing.word'));
    return this.acts.tag(s.session, [this.spanFor(s)], s.label);
  }

  /** One key, one label: on a suggestion it tags the suggested words, on an annotation it retags it. */
  tagByKey(s: Subject): Promise<unknown> | false {
    const labels = this.config(s).labels.entities;
    const key = s.label?.toLowerCase() ?? '';
    const label = labels.find((l) => l.key?.toLowerCase() === key);
    const kind = this.config(s).labels.claimKinds.find((k) => k.key === key);
    if (label === undefined && kind !== undefined) return this.setKind(s, kind.name);
    const fixed = FIXED_KEYS.get(key);
    if (label === undefined && fixed !== undefined) {
      return Promise.resolve(commands.executeCommand(fixed));
    }
    if (label === undefined) {
      const keys = labels.flatMap((l) => (l.key === undefined ? [] : [`${l.key} ${l.name}`]));
      return say(t('key.unknown', s.label ?? '', keys.join(', ')));
    }
    const here = isEmpty(s.selected) || s.annotations.some((a) => sameSpan(a, s.selected));
    const annotation = here ? s.annotations.find((a) => !isClaim(a)) : undefined;
    if (annotation !== undefined) {
      return annotation.label === label.name
        ? say(t('exists.same', shown(annotation.quote), label.name))
        : this.acts.retag(s.session, annotation, label.name);
    }
    if (isEmpty(s.words)) return say(t('nothing.word'));
    return this.acts.tag(s.session, [this.spanFor(s)], label.name);
  }

  private setKind(s: Subject, kind: string): Promise<boolean> | false {
    if (s.claim === undefined) return say(t('nothing.claim'));
    return this.acts.setClaim(s.session, s.claim, (claim) => ({ ...claim, kind }));
  }

  /** A bare caret on a suggested entity means the suggested words, not just the word under the caret. */
  private spanFor(s: Subject): Span {
    if (s.named || !isEmpty(s.selected)) return s.span;
    return s.suggestions.find((suggestion) => suggestion.kind === 'entity') ?? s.span;
  }

  async tagAll(s: Subject): Promise<unknown> {
    const span = this.spanFor(s);
    if (isEmpty(span)) return say(t('nothing.word'));
    const quote = s.session.text.slice(span.start, span.end);
    const known = s.annotations.find((a) => sameSpan(a, span) && !isClaim(a))?.label;
    const label = s.label ?? known ?? (await pickLabel(quote, this.ranked(s)));
    if (label === undefined) return false;
    const untagged = s.session
      .occurrences(quote)
      .filter(
        (place) =>
          !s.session.record.annotations.some((a) => a.label === label && sameSpan(a, place)),
      );
    if (untagged.length === 0) return say(t('exists.same', shown(quote), label));
    const chosen = await pickOccurrences(s.session, untagged, label);
    if (chosen === undefined || chosen.length === 0) return false;
    const done = await this.acts.tag(s.session, chosen, label);
    if (done) say(t('done.tagged', chosen.length, label));
    return done;
  }

  async retag(s: Subject): Promise<unknown> {
    const annotation = annotationOf(s, (a) => !isClaim(a));
    if (annotation === undefined) return say(t('nothing.annotation'));
    const labels = this.ranked(s).filter((label) => label.name !== annotation.label);
    const label =
      s.named && s.label !== undefined && s.label !== annotation.label
        ? s.label
        : await pickLabel(annotation.quote, labels);
    return label === undefined ? false : this.acts.retag(s.session, annotation, label);
  }

  remove(s: Subject): Promise<boolean> | false {
    const annotation = annotationOf(s);
    return annotation === undefined
      ? say(t('nothing.annotation'))
      : this.acts.remove(s.session, annotation);
  }

  setBoundaries(s: Subject): Promise<boolean> | false {
    const annotation = annotationOf(s);
    if (annotation === undefined) return say(t('nothing.annotation'));
    return isEmpty(s.span)
      ? say(t('nothing.word'))
      : this.acts.setSpan(s.session, annotation, s.span);
  }

  adjust(s: Subject, edge: Edge, direction: Direction, step: Step): Promise<boolean> | false {
    const annotation = annotationOf(s);
    if (annotation === undefined) return say(t('nothing.annotation'));
    const span = adjustSpan(s.session.text, annotation, edge, direction, step);
    if (sameSpan(span, annotation)) return say(t('nothing.shrink'));
    return this.acts.setSpan(s.session, annotation, span);
  }

  /** Asks again after each step, until the person turns away. */
  async adjustBoundaries(s: Subject): Promise<boolean> {
    const first = annotationOf(s);
    if (first === undefined) return say(t('nothing.annotation'));
    for (;;) {
      const annotation = s.session.record.annotations.find((a) => a.id === first.id);
      if (annotation === undefined) return false;
      const span = await pickBoundaries(s.session, annotation);
      if (span === undefined) return true;
      await this.acts.setSpan(s.session, annotation, span);
    }
  }

  async tagClaim(s: Subject): Promise<unknown> {
    const content = s.named ? s.span : claimContent(s);
    if (isEmpty(content)) return say(t('nothing.word'));
    const kind = await pickKind(this.config(s).labels.claimKinds);
    if (kind === undefined) return false;
    return this.acts.tagClaim(s.session, content, { kind, mode: modeOf(s.session, content) });
  }

  setPart(s: Subject, part: 'cue' | 'source'): Promise<boolean> | false {
    const byId = s.session.record.annotations.find((a) => a.id === s.id);
    const claim = byId ?? s.claim;
    if (claim === undefined || !isClaim(claim)) return say(t('nothing.claim'));
    if (isEmpty(s.span)) return say(t('nothing.word'));
    return part === 'cue'
      ? this.acts.setCue(s.session, claim, s.span)
      : this.acts.setSource(s.session, claim, s.span);
  }

  async editClaim(s: Subject): Promise<boolean> {
    const claim = annotationOf(s, isClaim) ?? s.claim;
    if (claim?.claim === undefined) return say(t('nothing.claim'));
    const { kind, mode, checkworthy, source, cue } = claim.claim;
    const kinds = this.config(s).labels.claimKinds;
    const set = (change: Parameters<Acts['setClaim']>[2]): Promise<boolean> =>
      this.acts.setClaim(s.session, claim, change);
    const act = await pickOne<() => Promise<unknown>>(t('pick.claim'), [
      {
        label: t('claim.kind', kind),
        value: async () => {
          const chosen = await pickKind(kinds);
          if (chosen !== undefined) await set((c) => ({ ...c, kind: chosen }));
        },
      },
      ...MODES.filter((m) => m !== mode).map((m) => ({
        label: t('claim.mode', t(`mode.${m}`)),
        value: () => set((c) => ({ ...c, mode: m })),
      })),
      {
        label: t('claim.checkworthy', t(checkworthy === true ? 'no' : 'yes')),
        value: () => set((c) => ({ ...c, checkworthy: checkworthy !== true })),
      },
      ...(source === undefined
        ? []
        : [
            {
              label: t('claim.removeSource'),
              description: shown(source.quote),
              value: () => set(({ source: _, ...rest }) => rest),
            },
          ]),
      ...(cue === undefined
        ? []
        : [
            {
              label: t('claim.removeCue'),
              description: shown(cue.quote),
              value: () => set(({ cue: _, ...rest }) => rest),
            },
          ]),
    ]);
    await act?.();
    return act !== undefined;
  }

  async editText(s: Subject, key: 'note' | 'link'): Promise<boolean> {
    const annotation = annotationOf(s);
    if (annotation === undefined) return say(t('nothing.annotation'));
    const prompt = t(`${key}.prompt`, shown(annotation.quote));
    const value = await window.showInputBox({ prompt, value: annotation[key] ?? '' });
    if (value === undefined) return false;
    return this.acts.setText(s.session, annotation, key, value.trim());
  }

  async setStatus(s: Subject): Promise<boolean> {
    const items = STATUSES.map((value) => ({
      label: t(`state.${value}`),
      ...(value === s.session.record.status ? { description: '●' } : {}),
      value,
    }));
    const status = await pickOne(t('pick.status'), items);
    return status === undefined ? false : this.acts.setStatus(s.session, status);
  }

  private config(s: Subject): ReturnType<Corpora['configNow']> {
    return this.corpora.configNow(s.session.document.uri);
  }

  private ranked(s: Subject): ReturnType<typeof rankLabels> {
    const proposed = s.suggestions.filter((x) => x.kind === 'entity').map((x) => x.label);
    return rankLabels(this.config(s).labels, s.session.record, textOf(s), proposed, fold);
  }
}

function textOf(s: Subject): string {
  return s.session.text.slice(s.span.start, s.span.end);
}

/** The suggestion that was named, else the likeliest at the caret. */
function suggestionOf(s: Subject): Suggestion | undefined {
  if (!s.named) return s.suggestions[0];
  const { suggestions } = s.session;
  return suggestions.find(
    (x) => sameSpan(x, s.span) && (s.label === undefined || x.label === s.label),
  );
}

function annotationOf(
  s: Subject,
  fits: (annotation: Annotation) => boolean = () => true,
): Annotation | undefined {
  const byId = s.session.record.annotations.find((a) => a.id === s.id);
  return byId ?? s.annotations.find((a) => fits(a));
}

/** Direct when quotation marks stand around the content, mixed when some stand inside it. */
function modeOf(session: ArticleSession, content: Span): string {
  const before = session.text.slice(Math.max(0, content.start - 1), content.start);
  const after = session.text.slice(content.end, content.end + 2);
  if (/["“«„]/u.test(before) && /["”»“]/u.test(after)) return 'direct';
  return /["“”«»]/u.test(session.text.slice(content.start, content.end)) ? 'mixed' : 'indirect';
}
