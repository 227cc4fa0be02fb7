import type { Localized } from '../../model/issue';
import type { LabelSet } from '../../model/labels';
import { startOf, type Analysis } from '../analysis';
import type { EntitySuggestion } from '../detector';
import type { ModelSpan } from './entityModel';
import type { EntityClass } from './tags';

const WHY: Localized = {
  en: 'reads as a name here (trained model)',
  ar: 'يقرأ اسما هنا (نموذج مدرب)',
};

/** Labels of the guidelines in the classes of news data; those that are missing are no names there. */
export const NEWS_CLASSES: Readonly<Record<string, EntityClass>> = {
  PERS: 'PERS',
  ORG: 'ORG',
  GPE: 'LOC',
  LOC: 'LOC',
  FAC: 'LOC',
  EVENT: 'MISC',
  WORK: 'MISC',
  PRODUCT: 'MISC',
  WEAPON: 'MISC',
  LAW: 'MISC',
  LANGUAGE: 'MISC',
};

/** A set with MISC and without GPE draws its names as the news data sets of CoNLL and ANERcorp do. */
export function followsNewsData({ entities }: LabelSet): boolean {
  const has = (name: string): boolean => entities.some((label) => label.name === name);
  return has('MISC') && !has('GPE');
}

/** Names as news data draws them: the model's own spans, proclitics left out. */
export function newsNames(
  { text, tokens }: Analysis,
  spans: readonly ModelSpan[],
): EntitySuggestion[] {
  return spans.flatMap(({ name, from, to, probability }) => {
    const first = tokens[from];
    const last = tokens[to - 1];
    if (first === undefined || last === undefined) return [];
    const start = startOf(first, first.stem);
    const { end } = last;
    const score = Math.min(0.95, Math.max(0.3, probability));
    const quote = text.slice(start, end);
    const base = { kind: 'entity', detector: 'entities', why: [WHY] } as const;
    return [{ ...base, label: name, start, end, quote, score }];
  });
}

/** The rules' entities in the classes of news data, where there is no model. */
export function rulesAsNews(entities: readonly EntitySuggestion[]): EntitySuggestion[] {
  return entities.flatMap((entity) => {
    const label = NEWS_CLASSES[entity.label];
    return label === undefined ? [] : [{ ...entity, label }];
  });
}
