import type { AgreementReport } from '../core/corpus/agree/agreement';
import type { Measures } from '../core/corpus/agree/sums';
import type { Localized } from '../core/model/issue';
import type { Language } from './command';

const WORDS = {
  entities: { en: 'all entities', ar: 'كل الكيانات' },
  spans: { en: 'spans', ar: 'المواضع' },
  exact: { en: 'F1 exact', ar: 'F1 تطابق' },
  overlapping: { en: 'F1 overlap', ar: 'F1 تداخل' },
  kappa: { en: 'kappa', ar: 'كابا' },
  alpha: { en: 'alpha', ar: 'ألفا' },
  label: { en: 'label', ar: 'الوسم' },
  pair: { en: 'annotators', ar: 'صاحبا الحواشي' },
  articles: { en: 'articles', ar: 'المقالات' },
  claims: { en: 'of claims', ar: 'عن الادعاءات' },
  count: { en: 'claims', ar: 'العدد' },
  observed: { en: 'same', ar: 'المتفق' },
  kind: { en: 'kind', ar: 'النوع' },
  mode: { en: 'mode', ar: 'النمط' },
  checkworthy: { en: 'check-worthy', ar: 'استحقاق التحقق' },
  confused: { en: 'different labels', ar: 'وسوم مختلفة' },
  times: { en: 'times', ar: 'المرات' },
} as const satisfies Record<string, Localized>;

type Row = readonly string[];

/** The report as tables for a terminal; `–` where a figure cannot be computed. */
export function agreementText(report: AgreementReport, language: Language): string {
  const word = (key: keyof typeof WORDS): string => WORDS[key][language];
  const { entities, labels, pairs, claims, confused } = report;
  const measured = (name: string, one: Measures): Row => [
    name,
    String(one.spans),
    ...[one.exact, one.overlapping, one.kappa, one.alpha].map(figure),
  ];
  const tables: Row[][] = [
    [
      (['label', 'spans', 'exact', 'overlapping', 'kappa', 'alpha'] as const).map(word),
      measured(word('entities'), entities),
      ...labels.map((one) => measured(one.label, one)),
    ],
  ];
  if (pairs.length > 1) {
    const keys = ['pair', 'articles', 'spans', 'exact', 'overlapping', 'kappa'] as const;
    tables.push([
      keys.map(word),
      ...pairs.map(({ annotators, articles, spans, exact, overlapping, kappa }) => [
        annotators.join(' · '),
        ...[articles, spans].map(String),
        ...[exact, overlapping, kappa].map(figure),
      ]),
    ]);
  }
  if (claims.kind.claims > 0) {
    tables.push([
      (['claims', 'count', 'observed', 'kappa'] as const).map(word),
      ...(['kind', 'mode', 'checkworthy'] as const).map((key) => {
        const { claims: count, observed, kappa } = claims[key];
        return [word(key), String(count), figure(observed), figure(kappa)];
      }),
    ]);
  }
  if (confused.length > 0) {
    const rows = confused.map(({ labels, count }) => [labels.join(' / '), String(count)]);
    tables.push([[word('confused'), word('times')], ...rows]);
  }
  return tables.map(aligned).join('\n\n');
}

function figure(value: number | undefined): string {
  return value === undefined ? '–' : value.toFixed(3);
}

function aligned(rows: readonly Row[]): string {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => [...(row[at] ?? '')].length)),
  );
  const pad = (cell: string, at: number): string => {
    const blank = ' '.repeat((widths[at] ?? 0) - [...cell].length);
    return at === 0 ? cell + blank : blank + cell;
  };
  return rows.map((row) => row.map(pad).join('  ').trimEnd()).join('\n');
}
