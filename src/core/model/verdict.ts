import type { Annotation, Scalar } from './annotation';

/** What checking a claim came to. */
export interface VerdictDef {
  /** As stored in the attribute `verdict`. */
  readonly name: string;
  readonly ar: string;
  readonly en: string;
  /** Place on the scale of ClaimReview, 1 (worst) to 5 (best); absent where nothing could be decided. */
  readonly rating?: number;
}

/** From the best to the worst, and undecided last. None is called as YAML writes a boolean. */
export const VERDICTS: readonly VerdictDef[] = [
  { name: 'accurate', ar: 'صحيح', en: 'Accurate', rating: 5 },
  { name: 'mostly-accurate', ar: 'صحيح في معظمه', en: 'Mostly accurate', rating: 4 },
  { name: 'partly-accurate', ar: 'صحيح جزئيا', en: 'Partly accurate', rating: 3 },
  { name: 'misleading', ar: 'مضلل', en: 'Misleading', rating: 2 },
  { name: 'inaccurate', ar: 'خطأ', en: 'Inaccurate', rating: 1 },
  { name: 'unproven', ar: 'غير مثبت', en: 'Unproven' },
];

/** Attributes of an annotation that a check of it is kept in. */
export const CHECK_ATTRIBUTES = ['verdict', 'evidence'] as const;
export type CheckAttribute = (typeof CHECK_ATTRIBUTES)[number];

/** The verdict on a claim, if there is one; a name that is not ours stands for itself. */
export function verdictOf({ attributes }: Annotation): VerdictDef | undefined {
  const name = textOf(attributes, 'verdict');
  if (name === '') return undefined;
  return VERDICTS.find((verdict) => verdict.name === name) ?? { name, ar: name, en: name };
}

/** What the attribute `evidence` holds, as written: addresses with spaces between them. */
export function evidenceText({ attributes }: Annotation): string {
  return textOf(attributes, 'evidence');
}

/** The addresses among the evidence that lead to a page of the web, in order. */
export function evidenceLinks(annotation: Annotation): readonly string[] {
  return evidenceText(annotation)
    .split(/\s+/)
    .filter((part) => isWebAddress(part));
}

/** Whether it may be shown as a link: `http` or `https`, and nothing in it that is no part of an address. */
export function isWebAddress(address: string): boolean {
  return /^https?:\/\/[^\s/"'<>\\`]+(\/[^\s"'<>\\`]*)?$/i.test(address);
}

/** The page that an annotation's `link` means: an address itself, or an item of Wikidata. */
export function pageOf(link: string | undefined): string | undefined {
  if (link === undefined) return undefined;
  const item = /^wikidata:(Q\d+)$/.exec(link)?.[1];
  if (item !== undefined) return `https://www.wikidata.org/entity/${item}`;
  return isWebAddress(link) ? link : undefined;
}

function textOf(attributes: Annotation['attributes'], key: CheckAttribute): string {
  const value: Scalar | undefined =
    attributes !== undefined && Object.hasOwn(attributes, key) ? attributes[key] : undefined;
  return value === undefined ? '' : String(value).trim();
}
