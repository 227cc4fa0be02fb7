import type { AnalysedToken } from './analysis';
import { words } from './lexicon/entries';
import { reads } from './nameContext';
import { foldedSet } from './phrases';

type Tokens = readonly AnalysedToken[];

/** Verbs and nouns before a language: يجيد الفرنسية, النسخة العربية, بلغات هي الإسبانية. */
const SPEAKING = foldedSet(
  words(
    'يجيد تجيد يجيدون أجاد إجادة يتقن تتقن يتقنون أتقن إتقان يتحدث تتحدث يتحدثون تحدث يتكلم تتكلم يتكلمون تكلم تعلم يتعلم تعلمت تعليم تدريس ترجمة ناطق ناطقة الناطقة الناطق الناطقين ناطقين اللغة اللغتان اللغتين اللغات النسخة الطبعة الترجمة بالنسخة بالطبعة',
  ),
);
/** Words that carry a text into the language behind إلى, or out of the one behind من. */
const TRANSLATING = foldedSet(
  words(
    'ترجم ترجمت ترجمها ترجمه تترجم يترجم مترجم مترجما مترجمة ترجمة ترجمته ترجمتها الترجمة نقلها نقله نقل نقلت تعريب دبلجة ترجمات',
  ),
);
const INTO = /^(?:الي|من|عن)$/u;
/** So many words may stand between the word of translating and its preposition. */
const MOST_BETWEEN = 4;
/** Behind these an adjective has no noun that it could describe: بعد الإنجليزية, مثل الفرنسية. */
const PREPOSITIONS = foldedSet(words('في من إلى عن بعد قبل بين مثل غير هي تليها يليها'));
/** Languages by their feminine adjective. */
const TONGUE =
  /^ال(?:عربيه|فرنسيه|انكليزيه|انجليزيه|المانيه|اسبانيه|ايطاليه|روسيه|تركيه|كرديه|فارسيه|عبريه|صينيه|يابانيه|كوريه|برتغاليه|امازيغيه|هنديه|يونانيه|سريانيه|اوكرانيه|سواحيليه|بولنديه|هولنديه|سويديه|ارمنيه|لاتينيه|ارديه|بنغاليه|فيتناميه|اندونيسيه|ملاويه|صربيه|تشيكيه|رومانيه|مجريه|دنماركيه|نرويجيه|فنلنديه|صوماليه|امهريه|قبطيه|اراميه|نوبيه|كتالانيه|ماليزيه|تايلانديه|عاميه|فصحي)$/u;

/** Whether the word is the adjective that a language goes by: العربية. */
export function isTongue(folded: string): boolean {
  return TONGUE.test(folded);
}

/** Whether an adjective of a people is its language here: يجيد الفرنسية والتركية, ترجم إلى العربية. */
export function isLanguage(tokens: Tokens, at: number, proclitics: string, depth = 0): boolean {
  const word = tokens[at]?.folded.slice(proclitics.length) ?? '';
  if (!TONGUE.test(word) || depth > 8) return false;
  const before = tokens[at - 1];
  if (reads(before, SPEAKING) || translated(tokens, at)) return true;
  if (proclitics === '' && PREPOSITIONS.has(before?.folded ?? '')) return standsAlone(tokens, at);
  // بالعاصمة الفرنسية has its noun before it; بالفرنسية has none.
  if (/^[وف]?ب$/u.test(proclitics)) return true;
  if (!proclitics.startsWith('و')) return false;
  const written = before?.folded ?? '';
  const earlier = ['', 'و', 'ب', 'وب'].find(
    (cut) => TONGUE.test(written.slice(cut.length)) && written.startsWith(cut),
  );
  return earlier !== undefined && isLanguage(tokens, at - 1, earlier, depth + 1);
}

/** Whether the sentence ends or goes on behind the word; قبل الفرنسية ماري is about a woman. */
function standsAlone(tokens: Tokens, at: number): boolean {
  const next = tokens[at + 1];
  return next?.kind !== 'word' || /^(?:و|في|من|عن|علي|الي|ثم|هي|التي)/u.test(next.folded);
}

/** ترجم الكتاب إلى العربية, نقلها عن الفرنسية. */
function translated(tokens: Tokens, at: number): boolean {
  if (!INTO.test(tokens[at - 1]?.folded ?? '')) return false;
  for (let i = at - 2; i >= Math.max(0, at - 2 - MOST_BETWEEN); i--) {
    if (tokens[i]?.kind !== 'word' && i < at - 2) return false;
    if (reads(tokens[i], TRANSLATING)) return true;
  }
  return false;
}
