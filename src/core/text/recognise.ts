import { CharClass, classAt, isArabicLetter, isHighSurrogate, isTashkeel } from './chars';

const SAMPLE = 20_000;
/** Letters that Persian, Urdu, Kurdish, Pashto or Uighur write and Arabic does not, even in foreign names. */
const FOREIGN_LETTERS = 'کیےھہںٹڈڑۀۆێەڵڕېۍټډړږښګڼۇۈۋ';
const FOREIGN_WRITING = new RegExp(`[${FOREIGN_LETTERS}]`, 'gu');
/** With those that Arabic borrows for the sounds of foreign names. */
const FOREIGN = new Set(Array.from(`${FOREIGN_LETTERS}پچژگ`, (c) => c.charCodeAt(0)));
const WITH_ARTICLE = /(?<![\p{L}\p{M}])[وف]?[بكک]?(?:ال|لل)\p{L}/gu;
const WORD = /\p{L}[\p{L}\p{M}]*/gu;
/** Frequent words of Persian that Arabic does not have, or hardly; most are in letters that it has too. */
const PERSIAN_WORDS =
  /(?<![\p{L}\p{M}])(?:در|از|را|است|تا|شد|شده|بود|اند|برای|باید|نیست|خود|نیز|پس|دو|سه)(?![\p{L}\p{M}])/gu;
const LOG_LINE = /^\W*\d{4}-\d\d-\d\d[T ]\d\d:\d\d|^\W*(?:DEBUG|INFO|WARN|ERROR)\b/;
const CODE = /[{}<>=;|\\]|::|->|\t/g;

/**
 * Whether the text is Arabic prose, judged by its first 20,000 characters: most letters are Arabic, few of
 * them are those of Persian or Urdu, there are words enough, and it is no table, log or program.
 */
export function looksArabic(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  let arabic = 0;
  let other = 0;
  let foreign = 0;
  for (let i = 0; i < sample.length; i++) {
    const unit = sample.charCodeAt(i);
    if (isArabicLetter(unit)) {
      arabic++;
      if (FOREIGN.has(unit)) foreign++;
    } else if (unit > 0x40 && !isTashkeel(unit)) {
      const kind = classAt(sample, i);
      if (kind === CharClass.latin || (kind === CharClass.letter && unit !== 0x0640)) other++;
      if (isHighSurrogate(unit)) i++;
    }
  }
  if (arabic < 2 || arabic < (arabic + other) * 0.5) return false;
  if (foreign > 2 && foreign > arabic * 0.012) return false;
  return !looksTabular(sample, arabic);
}

/**
 * Whether the text is in Persian, Urdu, Kurdish or another language of the Arabic script: of forty characters one
 * or more is no letter of Arabic's, or counts for a word of theirs, and next to no word has the article. Arabic
 * typed on a Persian keyboard is still Arabic.
 */
export function isOtherLanguage(text: string): boolean {
  const letters = countOf(text, FOREIGN_WRITING);
  if (letters === 0) return false;
  const foreign = letters + countOf(text, PERSIAN_WORDS);
  if (foreign < 3 || foreign < text.length / 40) return false;
  return countOf(text, WITH_ARTICLE) < countOf(text, WORD) / 12;
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Rows of equal numbers of separators, or many signs of a programming language. */
function looksTabular(sample: string, arabic: number): boolean {
  const signs = sample.match(CODE)?.length ?? 0;
  if (signs > arabic * 0.08) return true;
  const lines = sample
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 50);
  if (lines.length < 3) return false;
  if (lines.filter((line) => LOG_LINE.test(line)).length > lines.length * 0.5) return true;
  return [',', ';', '\t', '|'].some((separator) => {
    const first = (lines[0] ?? '').split(separator).length;
    return (
      first > 2 &&
      lines.filter((line) => line.split(separator).length === first).length > lines.length * 0.8
    );
  });
}
