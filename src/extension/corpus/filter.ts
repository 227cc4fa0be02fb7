import { QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import type { ArticleFacts } from '../../core/corpus/search/articleFacts';
import type { NameTable } from '../../core/corpus/search/names';
import { STATUSES, type Status } from '../../core/model/annotation';
import type { LabelSet } from '../../core/model/labels';
import { isolate } from '../../core/text/bidi';
import { labelName } from '../actions/pickers';
import { t } from '../l10n/l10n';
import type { MessageKey } from '../l10n/messages';

const FLAGS = ['orphans', 'suggestions', 'unreadable'] as const;
type Flag = (typeof FLAGS)[number];

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

type Item = QuickPickItem & { readonly add?: Partial<CorpusFilter> };

/** Asks for a filter; undefined when the person turned away. */
export async function askFilter(
  now: CorpusFilter,
  labels: LabelSet,
): Promise<CorpusFilter | undefined> {
  const group = (key: MessageKey): Item => ({ label: t(key), kind: QuickPickItemKind.Separator });
  const items: Item[] = [
    group('filter.status'),
    ...STATUSES.map((status) => ({
      label: t(`state.${status}`),
      picked: now.statuses.includes(status),
      add: { statuses: [status] },
    })),
    group('filter.special'),
    ...FLAGS.map((flag) => ({
      label: t(`filter.${flag}`),
      picked: now.flags.includes(flag),
      add: { flags: [flag] },
    })),
    group('filter.labels'),
    ...labels.entities.map((label) => ({
      label: label.name,
      description: isolate(labelName(label)),
      picked: now.labels.includes(label.name),
      add: { labels: [label.name] },
    })),
  ];
  const picked = await window.showQuickPick(items, {
    title: t('filter.title'),
    canPickMany: true,
    matchOnDescription: true,
  });
  return (
    picked && {
      statuses: picked.flatMap(({ add }) => add?.statuses ?? []),
      flags: picked.flatMap(({ add }) => add?.flags ?? []),
      labels: picked.flatMap(({ add }) => add?.labels ?? []),
    }
  );
}

/** The filter in a few words. */
export function filterText({ statuses, flags, labels }: CorpusFilter): string {
  return [
    ...statuses.map((status) => t(`state.${status}`)),
    ...flags.map((flag) => t(`filter.${flag}`)),
    ...labels,
  ].join(' · ');
}
