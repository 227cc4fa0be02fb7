import { CLAIM } from './annotation';

/** A label as people meet it: its name in files, its names in both languages, its colour, its key. */
export interface LabelDef {
  /** As stored: letters, digits, `_` and `-`. */
  readonly name: string;
  readonly ar: string;
  readonly en: string;
  /** `#rrggbb` */
  readonly color: string;
  /** One character that applies the label in the keyboard flow. */
  readonly key?: string;
  readonly guideline?: string;
}

export interface LabelSet {
  readonly name: string;
  readonly entities: readonly LabelDef[];
  readonly claimKinds: readonly LabelDef[];
}

export const PRESETS = ['wojood', 'conll'] as const;
export type PresetName = (typeof PRESETS)[number];

/** Name, Arabic, English, colour, key: colours step around the hue circle in three lightnesses. */
type Row = readonly [name: string, ar: string, en: string, color: string, key?: string];

const ENTITIES: readonly Row[] = [
  ['PERS', 'شخص', 'Person', '#f47a7d', 'p'],
  ['ORG', 'منظمة', 'Organisation', '#006ec1', 'o'],
  ['GPE', 'بلد أو مدينة', 'Country or city', '#227e00', 'g'],
  ['LOC', 'مكان', 'Place', '#93b33a', 'l'],
  ['FAC', 'منشأة', 'Facility', '#b97341', 'f'],
  ['NORP', 'جنسية أو جماعة', 'Nationality or group', '#714ebf', 'n'],
  ['OCC', 'منصب', 'Title or office', '#d780d3', 'c'],
  ['EVENT', 'حدث', 'Event', '#b53706', 'e'],
  ['DATE', 'تاريخ', 'Date', '#0098a9', 'd'],
  ['TIME', 'وقت', 'Time', '#00b6eb', 't'],
  ['MONEY', 'مبلغ مالي', 'Money', '#00c29e', 'm'],
  ['PERCENT', 'نسبة مئوية', 'Percentage', '#008481', 'h'],
  ['QUANTITY', 'كمية', 'Quantity', '#5e86c8', 'q'],
  ['CARDINAL', 'عدد', 'Number', '#905f00', 'r'],
  ['ORDINAL', 'عدد ترتيبي', 'Ordinal', '#de9216', 'i'],
  ['WEAPON', 'سلاح', 'Weapon', '#a8347e', 'w'],
  ['PRODUCT', 'منتج', 'Product', '#9c72b6', 'u'],
  ['WORK', 'عمل فني أو أدبي', 'Creative work', '#8e9aff', 'b'],
  ['LAW', 'قانون', 'Law', '#8f8a30', 'a'],
  ['WEBSITE', 'موقع إلكتروني', 'Website', '#449a6b', 's'],
  ['LANGUAGE', 'لغة', 'Language', '#bc6880', 'v'],
];

const CLAIM_KINDS: readonly Row[] = [
  ['statement', 'تصريح', 'Statement', '#006ec1', '1'],
  ['denial', 'نفي', 'Denial', '#b53706', '2'],
  ['accusation', 'اتهام', 'Accusation', '#a8347e', '3'],
  ['condemnation', 'إدانة', 'Condemnation', '#bc6880', '4'],
  ['demand', 'مطالبة', 'Demand', '#714ebf', '5'],
  ['warning', 'تحذير', 'Warning', '#de9216', '6'],
  ['prediction', 'توقع', 'Prediction', '#0098a9', '7'],
  ['promise', 'تعهد', 'Promise', '#227e00', '8'],
  ['other', 'غير ذلك', 'Other', '#905f00', '9'],
];

const CONLL: readonly Row[] = [
  ['PERS', 'شخص', 'Person', '#f47a7d', 'p'],
  ['ORG', 'منظمة', 'Organisation', '#006ec1', 'o'],
  ['LOC', 'مكان', 'Place', '#227e00', 'l'],
  ['MISC', 'أسماء أخرى', 'Other names', '#de9216', 'm'],
];

function define([name, ar, en, color, key]: Row): LabelDef {
  return { name, ar, en, color, ...(key === undefined ? {} : { key }) };
}

/** Names of Wojood and OntoNotes, so that exports meet existing Arabic corpora. */
export const BUILTIN_LABELS: LabelSet = {
  name: 'wojood',
  entities: ENTITIES.map(define),
  claimKinds: CLAIM_KINDS.map(define),
};

const CONLL_LABELS: LabelSet = {
  name: 'conll',
  entities: CONLL.map(define),
  claimKinds: BUILTIN_LABELS.claimKinds,
};

/** How claims as such are shown; label sets define their kinds, not this. */
export const CLAIM_LABEL: LabelDef = {
  name: CLAIM,
  ar: 'ادعاء',
  en: 'Claim',
  color: '#b53706',
};

export function presetLabels(name: PresetName): LabelSet {
  return name === 'conll' ? CONLL_LABELS : BUILTIN_LABELS;
}

/** The definition of an annotation's label; `CLAIM` is known to every set. */
export function findLabel(set: LabelSet, name: string): LabelDef | undefined {
  return (
    set.entities.find((label) => label.name === name) ?? (name === CLAIM ? CLAIM_LABEL : undefined)
  );
}

export function findClaimKind(set: LabelSet, name: string): LabelDef | undefined {
  return set.claimKinds.find((kind) => kind.name === name);
}
