import { CUE, SOURCE } from '../../core/corpus/agree/marks';
import { CLAIM } from '../../core/model/annotation';
import type { LabelDef } from '../../core/model/labels';
import type { DashboardState } from '../protocol/dashboard';
import type { Bars } from './charts';
import type { TextKey } from './texts';

/** A cell of a table: text, or a name that can be looked for. */
export type Cell = string | { readonly find: string };

/** One part of the dashboard: a table, and where it says more, a chart of the same numbers. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly bars?: Bars;
}

const STATUS_COLORS = { done: '#388a34', inProgress: '#c08a00', todo: '#8a8a8a' } as const;
const OTHER = '#7f7f7f';

/** The parts that have something to show, in their order. */
export function sectionsOf(
  state: DashboardState,
  text: (key: TextKey) => string,
  format: (value: number) => string,
): Section[] {
  const { overview, language } = state;
  const labelled = namer(state.labels, language);
  const kinds = namer(state.kinds, language);
  const plain = [text('name'), text('count')];
  const counted = (
    id: 'labels' | 'names' | 'kinds',
    rows: readonly {
      readonly name: string;
      readonly count: number;
      readonly color: string;
      readonly find?: boolean;
    }[],
  ): Section => ({
    id,
    title: text(id),
    head: plain,
    rows: rows.map(({ name, count, find }) => [
      find === true ? { find: name } : name,
      format(count),
    ]),
    bars: {
      categories: rows.map(({ name }) => name),
      series: [
        {
          name: text('count'),
          values: rows.map(({ count }) => count),
          color: rows.map(({ color }) => color),
        },
      ],
    },
  });
  const all = [
    progress(state, text, format),
    counted(
      'labels',
      overview.labels.map(({ name, count }) => ({
        name: labelled(name).name,
        count,
        color: labelled(name).color,
      })),
    ),
    counted(
      'names',
      overview.names.map(({ name, label, count }) => ({
        name,
        count,
        color: labelled(label).color,
        find: true,
      })),
    ),
    counted(
      'kinds',
      overview.kinds.map(({ name, count }) => ({
        name: kinds(name).name,
        count,
        color: kinds(name).color,
      })),
    ),
    speakers(state, text, format, kinds),
    statements(state, text, format, kinds),
    agreement(state, text, format, labelled),
  ];
  return all.filter(({ rows }) => rows.length > 0);
}

type Namer = (name: string) => { readonly name: string; readonly color: string };

function namer(labels: readonly LabelDef[], language: 'en' | 'ar'): Namer {
  return (name) => {
    const label = labels.find((one) => one.name === name);
    return { name: label?.[language] ?? name, color: label?.color ?? OTHER };
  };
}

function progress(
  { overview }: DashboardState,
  text: (key: TextKey) => string,
  format: (value: number) => string,
): Section {
  const { byStatus } = overview;
  const parts = [
    { key: 'done', value: byStatus.done },
    { key: 'inProgress', value: byStatus['in-progress'] },
    { key: 'todo', value: byStatus.todo },
  ] as const;
  return {
    id: 'progress',
    title: text('progress'),
    head: [text('name'), text('count')],
    rows: overview.articles === 0 ? [] : parts.map(({ key, value }) => [text(key), format(value)]),
    bars: {
      categories: [text('articles')],
      series: parts.map(({ key, value }) => ({
        name: `${text(key)} ${format(value)}`,
        values: [value],
        color: STATUS_COLORS[key],
      })),
    },
  };
}

function speakers(
  { overview }: DashboardState,
  text: (key: TextKey) => string,
  format: (value: number) => string,
  kinds: Namer,
): Section {
  const used = overview.kinds.map(({ name }) => name);
  return {
    id: 'speakers',
    title: text('speakers'),
    head: [text('who'), text('count'), ...used.map((kind) => kinds(kind).name)],
    rows: overview.speakers.map((speaker) => [
      { find: speaker.name },
      format(speaker.count),
      ...used.map((kind) => format(countOf(speaker.kinds, kind))),
    ]),
    bars: {
      categories: overview.speakers.map(({ name }) => name),
      series: used.map((kind) => ({
        ...kinds(kind),
        values: overview.speakers.map((speaker) => countOf(speaker.kinds, kind)),
      })),
    },
  };
}

function countOf(counts: readonly { name: string; count: number }[], name: string): number {
  return counts.find((one) => one.name === name)?.count ?? 0;
}

function statements(
  { overview }: DashboardState,
  text: (key: TextKey) => string,
  format: (value: number) => string,
  kinds: Namer,
): Section {
  return {
    id: 'statements',
    title: text('statements'),
    head: [text('who'), text('what'), text('whom'), text('count')],
    rows: overview.statements.map(({ speaker, kind, about, count }) => [
      { find: speaker },
      kinds(kind).name,
      { find: about },
      format(count),
    ]),
  };
}

/** How far annotators agree: the bars are F1 with the same bounds, where 1 is full agreement. */
function agreement(
  { agreement: report }: DashboardState,
  text: (key: TextKey) => string,
  format: (value: number) => string,
  labelled: Namer,
): Section {
  const ofClaims: Readonly<Record<string, TextKey>> = {
    [CLAIM]: 'claimText',
    [CUE]: 'claimCue',
    [SOURCE]: 'claimSource',
  };
  const measured =
    report === undefined ? [] : [{ label: '', ...report.entities }, ...report.labels];
  const rows = measured
    .filter(({ spans }) => spans > 0)
    .map((one) => {
      const key = one.label === '' ? 'allEntities' : ofClaims[one.label];
      return { ...one, ...labelled(one.label), ...(key === undefined ? {} : { name: text(key) }) };
    });
  const figure = (value: number | undefined): string => (value === undefined ? '–' : format(value));
  const heads = ['name', 'spans', 'exact', 'overlapping', 'kappa', 'alpha'] as const;
  return {
    id: 'agreement',
    title: text('agreement'),
    head: heads.map(text),
    rows: rows.map(({ name, spans, exact, overlapping, kappa, alpha }) => [
      name,
      format(spans),
      ...[exact, overlapping, kappa, alpha].map(figure),
    ]),
    bars: {
      categories: rows.map(({ name }) => name),
      series: [
        {
          name: text('exact'),
          values: rows.map(({ exact }) => exact ?? 0),
          color: rows.map(({ color }) => color),
        },
      ],
    },
  };
}
