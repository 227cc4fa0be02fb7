import type { ArticleRecord } from './annotation';
import type { LabelDef, LabelSet } from './labels';

/** Labels that news holds most of, for a text about which nothing else is known. */
const USUAL = ['PERS', 'ORG', 'GPE', 'OCC', 'LOC', 'DATE'];

/** Labels that the same words often carry: an embassy that speaks is ORG, one that is hit is FAC. */
const NEIGHBOURS: Readonly<Record<string, readonly string[]>> = {
  PERS: ['OCC', 'ORG'],
  ORG: ['FAC', 'GPE'],
  GPE: ['LOC', 'ORG'],
  LOC: ['GPE', 'FAC'],
  FAC: ['ORG', 'LOC'],
  NORP: ['ORG', 'PERS'],
  OCC: ['PERS', 'ORG'],
  EVENT: ['WORK', 'ORG'],
  DATE: ['TIME', 'QUANTITY'],
  TIME: ['DATE', 'QUANTITY'],
  MONEY: ['QUANTITY', 'CARDINAL'],
  QUANTITY: ['CARDINAL', 'DATE'],
  CARDINAL: ['QUANTITY', 'ORDINAL'],
  ORDINAL: ['CARDINAL', 'DATE'],
  WEAPON: ['PRODUCT', 'ORG'],
  PRODUCT: ['WEAPON', 'WORK'],
};

/**
 * The label set's entity labels, the likeliest for the words first: what the detectors propose, then what
 * the same words were tagged as in this article, then what is often taken for the proposed labels, then
 * what was used last, then the usual ones of news.
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
  for (const label of proposed) {
    add(label, 1000);
    NEIGHBOURS[label]?.forEach((neighbour, index) => add(neighbour, 100 - index));
  }
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
