import type { Localized } from '../../core/model/issue';
import { isolate, RTL_ISOLATE, stripBidiControls } from '../../core/text/bidi';
import { NOUNS, type Noun, type NounName } from './nouns';

export type Language = 'en' | 'ar';

/** How the interface writes numbers in Arabic; in English it always writes 123. */
export type Digits = 'western' | 'arabic-indic';

/** What a message is said in. */
export interface Voice {
  readonly language: Language;
  readonly digits: Digits;
}

/** `{0}`, a counted noun `{0:article}`, or the same after a preposition or as an object, `{0:article+}`. */
const PLACE = /\{(\d)(?::([a-z]+)(\+?))?\}/g;
const PLURALS = new Intl.PluralRules('ar');
const FORMATS: Readonly<Record<Digits, Intl.NumberFormat>> = {
  western: new Intl.NumberFormat('en'),
  'arabic-indic': new Intl.NumberFormat('ar-u-nu-arab'),
};

/**
 * The message in the voice, its places filled. Texts are isolated, so that an Arabic quote in an English
 * sentence, or the other way round, stays in one piece; an Arabic message as a whole too, because the
 * interface around it runs from left to right. Nouns agree with their numbers.
 */
export function phrase(
  message: Localized,
  voice: Voice,
  args: readonly (string | number)[],
): string {
  const { language } = voice;
  const filled = stripBidiControls(message[language]).replace(
    PLACE,
    (_, index: string, name: NounName | undefined, oblique: string | undefined) => {
      const value = args[Number(index)] ?? '';
      if (typeof value === 'string') return isolate(value);
      if (name === undefined) return numeral(value, voice);
      return counted(NOUNS[name], value, voice, oblique === '+');
    },
  );
  return language === 'ar' ? RTL_ISOLATE.open + filled + RTL_ISOLATE.close : filled;
}

/** A number as the voice writes it, with marks between thousands. */
export function numeral(value: number, { language, digits }: Voice): string {
  return FORMATS[language === 'ar' ? digits : 'western'].format(value);
}

function counted(noun: Noun, count: number, voice: Voice, oblique: boolean): string {
  const number = numeral(count, voice);
  if (voice.language === 'en') return `${number} ${count === 1 ? noun.en.one : noun.en.other}`;
  const { ar } = noun;
  switch (PLURALS.select(count)) {
    case 'one':
      return ar.one;
    case 'two':
      return oblique ? ar.twoOblique : ar.two;
    case 'few':
      return `${number} ${ar.few}`;
    case 'many':
      return `${number} ${ar.many}`;
    default:
      return `${number} ${ar.other}`;
  }
}
