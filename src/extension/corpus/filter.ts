import { QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import { FLAGS, type CorpusFilter } from '../../core/corpus/filter';
import { STATUSES } from '../../core/model/annotation';
import type { LabelSet } from '../../core/model/labels';
import { isolate } from '../../core/text/bidi';
import { labelName } from '../actions/pickers';
import { t } from '../l10n/l10n';
import type { MessageKey } from '../l10n/messages';

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
