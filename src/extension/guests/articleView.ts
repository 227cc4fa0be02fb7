import type { Annotation, QuotedSpan } from '../../core/model/annotation';
import type { Suggestion } from '../../core/detect/detector';
import type { AnnotationView, ArticleView, ClaimView, SpanView, SuggestionView } from '../api';
import type { ArticleSession } from '../article/session';

/** An open article as other extensions see it. */
export function articleView({ document, text, record, suggestions }: ArticleSession): ArticleView {
  return {
    uri: document.uri,
    text,
    status: record.status,
    annotations: record.annotations.map(annotationView),
    suggestions: suggestions.map(suggestionView),
  };
}

function annotationView(annotation: Annotation): AnnotationView {
  const { id, label, claim, note, link } = annotation;
  return {
    id,
    label,
    ...spanView(annotation),
    ...(claim === undefined ? {} : { claim: claimView(claim) }),
    ...(note === undefined ? {} : { note }),
    ...(link === undefined ? {} : { link }),
  };
}

function suggestionView(suggestion: Suggestion): SuggestionView {
  const { label, score, detector } = suggestion;
  const view = { label, ...spanView(suggestion), score, detector };
  if (suggestion.kind === 'entity') return view;
  const { claimKind: kind, mode, checkworthy, cue, source } = suggestion;
  return { ...view, claim: claimView({ kind, mode, checkworthy, cue, ...(source && { source }) }) };
}

function claimView({ kind, mode, checkworthy, cue, source }: ClaimView): ClaimView {
  return {
    kind,
    mode,
    ...(checkworthy === undefined ? {} : { checkworthy }),
    ...(cue === undefined ? {} : { cue: spanView(cue) }),
    ...(source === undefined ? {} : { source: spanView(source) }),
  };
}

function spanView({ start, end, quote }: QuotedSpan): SpanView {
  return { start, end, quote };
}
