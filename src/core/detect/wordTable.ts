import { CharClass, unitClass } from '../text/chars';
import { detached } from '../text/codeUnits';
import type { NormalizedView } from '../text/normalize';
import { segment } from '../text/proclitics';
import { foldedView } from './folding';
import { RecentPieces } from './recentPieces';

/** What word lists have said so far, a bit for each: see `AskedOnce`. */
export interface Asked {
  asked: number;
  yes: number;
}

/** One way to read a written word: some proclitics, and the rest in folded form. */
export interface Reading extends Asked {
  /** Offset in the word at which the rest starts. */
  readonly cut: number;
  readonly folded: string;
  /** The folded letters cut off; empty for the whole word. */
  readonly proclitics: string;
}

/** What is known of a written word wherever it stands. What lists say is of all its readings together. */
export interface Word extends Asked {
  readonly text: string;
  readonly folded: string;
  /** The whole word first, then with proclitics cut; all that the letters allow. */
  readonly readings: readonly [Reading, ...Reading[]];
  /** The likely one of the readings. */
  readonly stem: Reading;
  /** What the trained model makes of the word by itself, kept by whoever reads with it: see `Scorer`. */
  weighed: Weighed | undefined;
}

export interface Weighed {
  /** Where who weighed it keeps its sums. */
  readonly place: number;
}

/** Words that are kept: most of a text is the same few thousand. */
const MOST_KEPT = 1 << 14;
/** Longer runs of letters are no words of Arabic and are not looked into. */
const LONGEST_WORD = 40;
/** Nouns in lam that the article doubles, behind the lam that is written: لجنة, لغة, لاجئين, ليرة, لقاء. */
const LAM_NOUN = /^ل(?:جن|غ[هو]|اجئ|واء|يره|قاء|قاح|اعب|بناني|يبي|حوم|وائح)/u;

/**
 * Words by how they are written. Each is folded and cut once; and as all tokens of a word share its strings,
 * looking them up in lists costs no more than comparing them.
 */
export class WordTable {
  private readonly words = new RecentPieces<Word>(MOST_KEPT);
  private readonly others = new RecentPieces<Word>(MOST_KEPT);

  /** The word from `start` to `end` of the text; `isWord`: numbers and signs have no proclitics. */
  of(text: string, start: number, end: number, isWord: boolean): Word {
    const table = isWord ? this.words : this.others;
    const known = table.get(text, start, end);
    if (known !== undefined) return known;
    const word = read(detached(text.slice(start, end)), isWord);
    table.set(word);
    return word;
  }
}

function read(text: string, isWord: boolean): Word {
  const view = foldedView(text);
  const folded = text.length > LONGEST_WORD ? '' : view.text;
  const whole = { cut: 0, folded, proclitics: '', asked: 0, yes: 0 };
  const cut = isWord ? cutReadings(folded, view) : [];
  const readings = [whole, ...cut] as const;
  const stemStart = cut.length > 0 ? segment(text).stemStart : 0;
  const stem = readings.find((reading) => reading.cut === stemStart) ?? whole;
  return { text, folded, readings, stem, asked: 0, yes: 0, weighed: undefined };
}

function cutReadings(folded: string, view: NormalizedView): Reading[] {
  const first = folded.charAt(0);
  const conjunction = first === 'و' || first === 'ف' ? 1 : 0;
  const preposition = isPreposition(folded.charAt(conjunction)) ? 1 : 0;
  const readings: Reading[] = [];
  const add = (count: number, article = ''): void => {
    const rest = folded.slice(count);
    if (rest.length < 2 && !isDigit(rest.charCodeAt(0))) return;
    readings.push({
      cut: view.originalOffset(count),
      folded: article + rest,
      proclitics: folded.slice(0, count),
      asked: 0,
      yes: 0,
    });
  };
  if (conjunction === 1) add(1);
  if (preposition === 1) {
    const count = conjunction + 1;
    // للحشد is ل + الحشد with the alef unwritten: the lam that is left belongs to the name.
    if (folded.startsWith('لل', count - 1)) {
      add(count, 'ا');
      // للغة is ل + اللغة with one lam of three unwritten.
      if (LAM_NOUN.test(folded.slice(count))) add(count, 'ال');
    }
    add(count);
  }
  return readings;
}

function isPreposition(letter: string): boolean {
  return letter === 'ب' || letter === 'ل' || letter === 'ك';
}

function isDigit(unit: number): boolean {
  return unitClass(unit) === CharClass.digit;
}
