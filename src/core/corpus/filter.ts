import type { Status } from '../model/annotation';
import type { ArticleFacts } from './search/articleFacts';
import type { NameTable } from './search/names';

export const FLAGS = ['orphans', 'suggestions', 'unreadable'] as const;
export type Flag = (typeof FLAGS)[number];

/** Which articles are shown: those with one of the statuses, all of the flags and one of the labels. */
export interface CorpusFilter {
  readonly statuses: readonly Status[];
  readonly flags: readonly Flag[];
  readonly labels: readonly string[];
}

export const EVERYTHING: CorpusFilter = { statuses: [], flags: [], labels: [] };

export function isActive({ statuses, flags, labels }: CorpusFilter): boolean {
  return statuses.length + flags.length + labels.length > 0;
}

/** Whether the filter lets the article through; `suggestions` is how many are left, where that is known. */
export function passes(
  filter: CorpusFilter,
  facts: ArticleFacts,
  names: NameTable,
  suggestions: number | undefined,
): boolean {
  const { statuses, flags, labels } = filter;
  if (statuses.length > 0 && !statuses.includes(facts.status)) return false;
  if (flags.includes('orphans') && facts.orphans === 0) return false;
  if (flags.includes('unreadable') && facts.readable) return false;
  if (flags.includes('suggestions') && !(suggestions !== undefined && suggestions > 0))
    return false;
  if (labels.length === 0) return true;
  let found = false;
  facts.forEachEntity((name) => (found ||= labels.includes(names.get(name).label)));
  return found;
}
