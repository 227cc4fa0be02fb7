import type { Localized } from '../../model/issue';
import type { AnalysedToken } from '../analysis';
import type { EntitySuggestion } from '../detector';
import { words } from '../lexicon/entries';
import { DEMAND_WORDS, OPINION_WORDS } from '../lexicon/reporting';
import { isFuture } from '../inflect';
import { foldedSet } from '../phrases';

export interface Worth {
  readonly checkworthy: boolean;
  readonly reasons: readonly Localized[];
}

const OPINION = foldedSet(words(OPINION_WORDS));
const DEMAND = foldedSet(words(DEMAND_WORDS));
const FIRST_PERSON = /^[ناأ]/u;
/** Kinds that assert something about the world. */
const ASSERTIVE = new Set(['statement', 'denial', 'accusation', 'warning', 'prediction']);
const NAMED = new Set(['PERS', 'ORG', 'GPE', 'LOC', 'FAC', 'NORP', 'WEAPON', 'LAW', 'EVENT']);
const COUNTED = new Set(['CARDINAL', 'MONEY', 'PERCENT', 'QUANTITY']);

const REASONS = {
  assertion: { en: 'asserts a fact', ar: 'تقرير لواقعة' },
  number: { en: 'gives a number', ar: 'فيه عدد' },
  named: { en: 'names who or where', ar: 'فيه اسم شخص أو جهة أو مكان' },
  dated: { en: 'says when', ar: 'فيه زمن محدد' },
  opinion: { en: 'words of opinion', ar: 'ألفاظ رأي' },
  demand: { en: 'a demand, not a fact', ar: 'مطالبة لا تقرير' },
  first: { en: 'speaks of oneself', ar: 'حديث عن النفس' },
  kind: { en: 'kind of claim that asserts no fact', ar: 'نوع من الادعاء لا يقرر واقعة' },
  future: { en: 'about the future', ar: 'عن المستقبل' },
} satisfies Record<string, Localized>;

/** Whether a content is worth checking, by signals that a person can follow. */
export function worthOf(
  kind: string,
  content: readonly AnalysedToken[],
  entities: readonly EntitySuggestion[],
): Worth {
  if (!ASSERTIVE.has(kind)) return { checkworthy: false, reasons: [REASONS.kind] };
  const signals: { readonly weight: number; readonly reason: Localized }[] = [
    { weight: 1, reason: REASONS.assertion },
  ];
  const note = (weight: number, reason: Localized): void => {
    signals.push({ weight, reason });
  };
  if (entities.some((entity) => COUNTED.has(entity.label))) note(1, REASONS.number);
  if (entities.some((entity) => NAMED.has(entity.label))) note(0.5, REASONS.named);
  if (entities.some((entity) => entity.label === 'DATE')) note(0.5, REASONS.dated);
  const first = content.filter((token) => isFirstPerson(token.folded)).length;
  if (first > 0) note(first > 1 ? -2 : -1, REASONS.first);
  if (content.some((token) => OPINION.has(token.folded))) note(-1, REASONS.opinion);
  if (content.some((token) => DEMAND.has(token.folded))) note(-1.5, REASONS.demand);
  if (content.slice(0, 3).some((token) => isFuture(token.folded))) note(-0.5, REASONS.future);
  const total = signals.reduce((sum, { weight }) => sum + weight, 0);
  const checkworthy = total >= 0.75;
  const reasons = signals
    .filter(({ weight }) => weight > 0 === checkworthy)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .map(({ reason }) => reason);
  return { checkworthy, reasons };
}

/** نحن، لدينا، أردنا, فخورون: by pronoun or by the ending of a past verb or noun. */
function isFirstPerson(folded: string): boolean {
  if (folded === 'نحن' || folded === 'ونحن' || folded === 'انا' || folded === 'واننا') return true;
  return folded.length > 4 && folded.endsWith('نا') && !folded.startsWith('ال');
}

/** ننصح, ندعو anywhere, يجب or لابد at the start: the speaker asks for something. */
export function opensDemand(content: readonly AnalysedToken[]): boolean {
  return content.some(
    (token, i) => DEMAND.has(token.folded) && (i < 2 || FIRST_PERSON.test(token.folded)),
  );
}
