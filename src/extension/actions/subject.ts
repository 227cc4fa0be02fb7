import { Range } from 'vscode';
import type { Annotation } from '../../core/model/annotation';
import type { Suggestion } from '../../core/detect/detector';
import { sameSpan, type Span } from '../../core/text/span';
import type { Sessions } from '../article/sessions';
import { toPosition } from '../convert';
import { asArgument } from './argument';
import { targetAt, targetOf, type Target } from './target';

/** What a command is about: a place in an article, and what was named there. */
export interface Subject extends Target {
  readonly span: Span;
  readonly label: string | undefined;
  readonly id: string | undefined;
  /** Whether the place was named, rather than taken from the selection. */
  readonly named: boolean;
}

export function subjectOf(sessions: Sessions, value: unknown): Subject | undefined {
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

export function textOf(s: Subject): string {
  return s.session.text.slice(s.span.start, s.span.end);
}

/** The suggestion that was named, else the likeliest at the caret. */
export function suggestionOf(s: Subject): Suggestion | undefined {
  if (!s.named) return s.suggestions[0];
  const { suggestions } = s.session;
  return suggestions.find(
    (x) => sameSpan(x, s.span) && (s.label === undefined || x.label === s.label),
  );
}

export function annotationOf(
  s: Subject,
  fits: (annotation: Annotation) => boolean = () => true,
): Annotation | undefined {
  const byId = s.session.record.annotations.find((a) => a.id === s.id);
  return byId ?? s.annotations.find((a) => fits(a));
}
