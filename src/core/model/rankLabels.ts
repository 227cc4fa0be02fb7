import type { ArticleRecord } from './annotation';
import type { LabelDef, LabelSet } from './labels';

/** Labels that news holds most of, for a text about which nothing else is known. */
const USUAL = ['PERS', 'ORG', 'GPE', 'OCC', 'LOC', 'DATE'];

/**
 * The label set's entity labels, the likeliest for `key` first: what the detectors propose, then what the
 * same words were tagged as in this article, then what was used last, then the usual ones of news.
 * `fold` makes two spellings of the same words equal.
 */
export function rankLabels(
  set: LabelSet,
  record: ArticleRecord,
  quote: string,
  proposed: readonly string[],
  fold: (text: string) => string,
): readonly LabelDef[] {
  const score = new Map<string, number>();
  const add = (label: string, points: number): void => {
    score.set(label, (score.get(label) ?? 0) + points);
  };
  proposed.forEach((label) => add(label, 1000));
  const key = fold(quote);
  for (const annotation of record.annotations) {
    if (fold(annotation.quote) === key) add(annotation.label, 500);
  }
  const latest = [...record.annotations]
    .filter((annotation) => annotation.at !== undefined)
    .sort((a, b) => (a.at ?? '').localeCompare(b.at ?? ''))
    .slice(-5);
  latest.forEach((annotation, index) => add(annotation.label, 10 + index));
  USUAL.forEach((label, index) => add(label, USUAL.length - index));
  return [...set.entities]
    .map((label, order) => ({ label, order, points: score.get(label.name) ?? 0 }))
    .sort((a, b) => b.points - a.points || a.order - b.order)
    .map(({ label }) => label);
}
