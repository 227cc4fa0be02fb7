import { CharClass, unitClass } from '../text/chars';
import type { NormalizedView } from '../text/normalize';
import { segment } from '../text/proclitics';
import { sentenceSpans } from '../text/sentences';
import type { Span } from '../text/span';
import { tokenize, type Token } from '../text/tokens';
import { foldedView } from './folding';

/** One way to read a written word: some proclitics, and the rest in folded form. */
export interface Reading {
  /** Offset in the text at which the rest starts. */
  readonly start: number;
  readonly folded: string;
  /** The folded letters cut off; empty for the whole word. */
  readonly proclitics: string;
}

export interface AnalysedToken extends Token {
  /** The token with tashkeel, tatweel, alef forms, ya, ta and digits folded. */
  readonly folded: string;
  /** The whole word first, then with proclitics cut; all that the letters allow, not the likely ones only. */
  readonly readings: readonly Reading[];
  /** The likely one of the readings. */
  readonly stem: Reading;
  /** Index of its sentence in `Analysis.sentences`. */
  readonly sentence: number;
}

/** A paragraph made ready for the detectors. Offsets are UTF-16 over `text`. */
export interface Analysis {
  readonly text: string;
  /** The text as its tokens' folded forms are cut from it. */
  readonly folded: string;
  readonly tokens: readonly AnalysedToken[];
  readonly sentences: readonly Span[];
}

/** Nouns in lam that the article doubles, behind the lam that is written: لجنة, لغة, لاجئين, ليرة, لقاء. */
const LAM_NOUN = /^ل(?:جن|غ[هو]|اجئ|واء|يره|قاء|قاح|اعب|بناني|يبي|حوم|وائح)/u;

/** Longer runs of letters are no words of Arabic and are not looked into. */
const LONGEST_WORD = 40;

export function analyse(text: string): Analysis {
  const tokens = tokenize(text);
  const sentences = sentenceSpans(text);
  const view = foldedView(text);
  let sentence = 0;
  const analysed = tokens.map((token): AnalysedToken => {
    while (sentence < sentences.length - 1 && token.start >= (sentences[sentence]?.end ?? 0)) {
      sentence++;
    }
    return analyseToken(token, view, sentence);
  });
  return { text, folded: view.text, tokens: analysed, sentences };
}

function analyseToken(token: Token, view: NormalizedView, sentence: number): AnalysedToken {
  const from = view.normalizedOffset(token.start);
  const folded =
    token.end - token.start > LONGEST_WORD
      ? ''
      : view.text.slice(from, view.normalizedOffset(token.end));
  const whole = { start: token.start, folded, proclitics: '' };
  const readings = token.kind === 'word' ? readingsOf(whole, view, from) : [whole];
  const { start, end, kind, text } = token;
  const stem = readings.length > 1 ? likelyOf(readings, token) : whole;
  return { start, end, kind, text, folded, readings, stem, sentence };
}

function likelyOf(readings: readonly Reading[], token: Token): Reading {
  const start = token.start + segment(token.text).stemStart;
  for (const reading of readings) if (reading.start === start) return reading;
  return { start: token.start, folded: readings[0]?.folded ?? '', proclitics: '' };
}

function readingsOf(whole: Reading, view: NormalizedView, from: number): readonly Reading[] {
  const { folded } = whole;
  const first = folded.charAt(0);
  const conjunction = first === 'و' || first === 'ف' ? 1 : 0;
  const preposition = isPreposition(folded.charAt(conjunction)) ? 1 : 0;
  if (conjunction + preposition === 0) return [whole];
  const readings: Reading[] = [whole];
  const add = (cut: number, article = ''): void => {
    const rest = folded.slice(cut);
    if (rest.length < 2 && !isDigit(rest.charCodeAt(0))) return;
    readings.push({
      start: view.originalOffset(from + cut),
      folded: article + rest,
      proclitics: folded.slice(0, cut),
    });
  };
  if (conjunction === 1) add(1);
  if (preposition === 1) {
    const cut = conjunction + 1;
    // للحشد is ل + الحشد with the alef unwritten: the lam that is left belongs to the name.
    if (folded.startsWith('لل', cut - 1)) {
      add(cut, 'ا');
      // للغة is ل + اللغة with one lam of three unwritten.
      if (LAM_NOUN.test(folded.slice(cut))) add(cut, 'ال');
    }
    add(cut);
  }
  return readings;
}

function isPreposition(letter: string): boolean {
  return letter === 'ب' || letter === 'ل' || letter === 'ك';
}

function isDigit(unit: number): boolean {
  return unitClass(unit) === CharClass.digit;
}
