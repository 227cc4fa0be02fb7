import type { AnalysedToken } from './analysis';
import { words } from './lexicon/entries';
import { BEFORE_LISTED, DIALECTS, SPEAKING, TONGUES, TRANSLATING } from './lexicon/languages';
import { reads } from './nameContext';
import { foldedSet } from './phrases';

type Tokens = readonly AnalysedToken[];

const SPEAKS = foldedSet(words(SPEAKING));
const CARRIES = foldedSet(words(TRANSLATING));
/** Behind these an adjective has no noun that it could describe: بعد الإنجليزية, مثل الفرنسية. */
const ALONE = foldedSet(words(BEFORE_LISTED));
const DIALECT = foldedSet(feminine(DIALECTS));
const TONGUE = foldedSet([...feminine(TONGUES), ...words('الفصحى الهوسا الأوردو البشتو الزولو')]);
const INTO = /^(?:الي|من|عن)$/u;
/** So many words may stand between the word of translating and its preposition. */
const MOST_BETWEEN = 4;
/** Words that tell that languages are spoken of: لغات, باللغتين, اللغوية. */
const LANGUAGE_NOUN = /^[وفبلك]{0,2}(?:ال|ل)?لغ(?:ه|ات|تين|تان|تي|اتها|وي|ويه)$/u;
/** So far before a listed language its noun may stand, in the same sentence. */
const FARTHEST_NOUN = 40;

function feminine(nisbas: string): string[] {
  return words(nisbas).map((nisba) => `ال${nisba}ة`);
}

/** Whether the word is the adjective that a language goes by: العربية. */
export function isTongue(folded: string): boolean {
  return TONGUE.has(folded);
}

/** Whether an adjective of a people is its language here: يجيد الفرنسية والتركية, ترجم إلى العربية. */
export function isLanguage(tokens: Tokens, at: number, proclitics: string, depth = 0): boolean {
  const word = tokens[at]?.folded.slice(proclitics.length) ?? '';
  if (!TONGUE.has(word) || depth > 8) return false;
  const before = tokens[at - 1];
  if (/ل(?:غه|هجه)$/u.test(before?.folded ?? '')) return true;
  if (DIALECT.has(word)) return false;
  if (reads(before, SPEAKS) || translated(tokens, at) || listed(tokens, at, proclitics))
    return true;
  if (proclitics === '' && ALONE.has(before?.folded ?? '')) return standsAlone(tokens, at);
  // بالعاصمة الفرنسية has its noun before it; بالفرنسية has none.
  if (/^[وف]?ب$/u.test(proclitics)) return true;
  const comma = before?.text === '،' ? at - 2 : at - 1;
  if (!proclitics.startsWith('و') && comma === at - 1) return false;
  const written = tokens[comma]?.folded ?? '';
  const earlier = ['', 'و', 'ب', 'ك', 'وب'].find(
    (cut) => TONGUE.has(written.slice(cut.length)) && written.startsWith(cut),
  );
  return earlier !== undefined && isLanguage(tokens, comma, earlier, depth + 1);
}

/** خمس لغات بينها الصينية, نسخ لغوية ( العبرية, اللغات الأجنبية كالفرنسية: told among languages, no noun before it. */
function listed(tokens: Tokens, at: number, proclitics: string): boolean {
  const before = tokens[at - 1];
  const alone = proclitics === 'ك' || before?.text === '(' || before?.text === ':';
  if (!alone && !(proclitics === '' && ALONE.has(before?.folded ?? ''))) return false;
  for (let i = at - 1; i >= Math.max(0, at - FARTHEST_NOUN); i--) {
    const token = tokens[i];
    if (token === undefined || /^[.!؟\n]$/u.test(token.text)) return false;
    if (LANGUAGE_NOUN.test(token.folded)) return true;
  }
  return false;
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
    if (reads(tokens[i], CARRIES)) return true;
  }
  return false;
}
