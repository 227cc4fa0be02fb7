import type { Annotation, QuotedSpan } from '../../model/annotation';
import type { Issue } from '../../model/issue';
import { isClaim } from '../../model/lookup';
import { isolate } from '../../text/bidi';
import { compareSpans, overlaps, type Span } from '../../text/span';
import { SPEAKERS } from '../search/labelRoles';
import type { CheckedArticle } from './checkedArticle';

/** Who can be named as a source: an office too. */
const SOURCES = new Set([...SPEAKERS, 'OCC']);
/** What may stand between the names of one source: وزير الخارجية العراقي، فؤاد حسين */
const LINK = /^[\s،,]{0,2}$/u;
const GAP = /^\s+$/u;

/**
 * Claims without a source beside whose cue somebody is named: right after it (قال الوزير) or right before
 * it (الوزير قال). Names that follow each other are one source.
 */
export function claimSourceIssues(article: CheckedArticle): Issue[] {
  const speakers = article.entities.filter(({ label }) => SOURCES.has(label)).sort(compareSpans);
  return article.record.annotations.filter(isClaim).flatMap((annotation): Issue[] => {
    const { claim } = annotation;
    if (claim?.cue === undefined || claim.source !== undefined) return [];
    const source = sourceBeside(article, claim.cue, annotation, speakers);
    if (source === undefined) return [];
    const message = {
      en: `the claim has no source, but ${isolate(source.quote)} stands beside its cue ${isolate(claim.cue.quote)}`,
      ar: `الادعاء بلا مصدر، و${isolate(source.quote)} بجانب لفظ النقل ${isolate(claim.cue.quote)}`,
    };
    const title = {
      en: `Set ${isolate(source.quote)} as the source`,
      ar: `اجعل ${isolate(source.quote)} المصدر`,
    };
    const replaced: Annotation = { ...annotation, claim: { ...claim, source } };
    const fix = {
      title,
      operation: { type: 'replace', annotation: replaced },
      safe: false,
    } as const;
    const finding = {
      code: 'claim-source-beside',
      severity: 'warning',
      message,
      fixes: [fix],
    } as const;
    return [article.issue(claim.cue, finding)];
  });
}

function sourceBeside(
  article: CheckedArticle,
  cue: Span,
  content: Span,
  speakers: readonly Annotation[],
): QuotedSpan | undefined {
  const free = speakers.filter((one) => !overlaps(one, content));
  const between = (from: number, to: number): string => article.text.slice(from, to);
  const after = free.findIndex(
    ({ start }) => start >= cue.end && GAP.test(between(cue.end, start)),
  );
  const before = free.findIndex(({ end }) => end <= cue.start && GAP.test(between(end, cue.start)));
  let [first, last] = after === -1 ? [before, before] : [after, after];
  if (first === -1) return undefined;
  const end = (at: number): number => free[at]?.end ?? 0;
  const start = (at: number): number => free[at]?.start ?? 0;
  while (after !== -1 && last + 1 < free.length && LINK.test(between(end(last), start(last + 1))))
    last++;
  while (after === -1 && first > 0 && LINK.test(between(end(first - 1), start(first)))) first--;
  const span = { start: start(first), end: end(last) };
  return { ...span, quote: article.slice(span) };
}
