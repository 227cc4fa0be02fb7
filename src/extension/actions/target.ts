import type { Range, TextEditor } from 'vscode';
import type { Annotation } from '../../core/model/annotation';
import { annotationsAt, claimNear } from '../../core/model/lookup';
import type { Suggestion } from '../../core/detect/detector';
import { paragraphAt } from '../../core/text/adjust';
import { sentenceSpans } from '../../core/text/sentences';
import { snapSpan, trimSpan } from '../../core/text/snap';
import { isEmpty, length, overlaps, sameSpan, touches, type Span } from '../../core/text/span';
import type { ArticleSession } from '../article/session';
import { toSpan } from '../convert';

/** Everything that a selection, or a bare caret, may be about. */
export interface Target {
  readonly session: ArticleSession;
  /** As selected; empty for a caret. */
  readonly selected: Span;
  /** Snapped to whole words, proclitics and edge punctuation left out; empty where there is no word. */
  readonly words: Span;
  readonly paragraph: Span;
  /** Open suggestions here, the likeliest to be meant first. */
  readonly suggestions: readonly Suggestion[];
  /** Annotations here, the tightest first. */
  readonly annotations: readonly Annotation[];
  /** The claim that a cue or a source set here would belong to. */
  readonly claim: Annotation | undefined;
}

export function targetAt(session: ArticleSession, range: Range): Target {
  const selected = toSpan(session.lines, range);
  const paragraph = paragraphAt(session.text, selected);
  return {
    session,
    selected,
    words: snapSpan(session.text, selected),
    paragraph,
    suggestions: suggestionsAt(session, selected),
    annotations: annotationsAt(session.record, selected),
    claim: claimNear(session.record, selected, paragraph),
  };
}

export function targetOf(session: ArticleSession, editor: TextEditor): Target {
  return targetAt(session, editor.selection);
}

/** One that is selected exactly comes first; else the tightest. A claim is also met at its cue. */
export function suggestionsAt(session: ArticleSession, at: Span): readonly Suggestion[] {
  const hit = (s: Span): boolean => (isEmpty(at) ? touches(s, at.start) : overlaps(s, at));
  const size = (s: Suggestion): number =>
    sameSpan(s, at) ? -1 : s.kind === 'claim' && hit(s.cue) ? length(s.cue) : length(s);
  return session.suggestions
    .filter((s) => hit(s) || (s.kind === 'claim' && hit(s.cue)))
    .sort((a, b) => size(a) - size(b));
}

/**
 * What tagging a claim here takes as its content: the selection without edge space and outer quotation
 * marks; for a caret the whole sentence.
 */
export function claimContent(target: Target): Span {
  const { session, selected, paragraph } = target;
  if (!isEmpty(selected)) return trimSpan(session.text, selected);
  const sentences = sentenceSpans(session.text, paragraph);
  const sentence = sentences.find((s) => touches(s, selected.start));
  return sentence === undefined ? selected : trimSpan(session.text, sentence);
}
