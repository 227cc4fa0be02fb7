import { commands, window } from 'vscode';
import { STATUSES } from '../../core/model/annotation';
import { isClaim } from '../../core/model/lookup';
import { rankLabels } from '../../core/model/rankLabels';
import type { Suggestion } from '../../core/detect/detector';
import { adjustSpan, type Direction, type Edge, type Step } from '../../core/text/adjust';
import { fold } from '../../core/text/normalize';
import { isEmpty, sameSpan, type Span } from '../../core/text/span';
import type { Corpora } from '../article/corpora';
import { t } from '../l10n/l10n';
import { say, type Acts } from './acts';
import type { ClaimHandlers } from './claimHandlers';
import { goOn } from './navigate';
import { pickBoundaries, pickLabel, pickOccurrences, pickOne, shown } from './pickers';
import { annotationOf, suggestionOf, textOf, type Subject } from './subject';

/** Keys of annotation mode that are no label's, unless the label set says otherwise. */
const FIXED_KEYS: ReadonlyMap<string, string> = new Map([
  ['k', 'hashiya.tagClaim'],
  ['j', 'hashiya.setSource'],
  ['y', 'hashiya.setCue'],
  ['x', 'hashiya.removeAnnotation'],
  ['z', 'hashiya.undo'],
]);

/** What the commands about suggestions and annotations do. */
export class Handlers {
  constructor(
    private readonly corpora: Corpora,
    private readonly acts: Acts,
    private readonly claims: ClaimHandlers,
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
    if (label === undefined && kind !== undefined) return this.claims.setKind(s, kind.name);
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
