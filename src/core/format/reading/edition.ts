import type { ExportArticle } from '../../corpus/exporter';
import { actorsOf, type Actor } from '../../model/actors';
import type { Annotation } from '../../model/annotation';
import { isClaim, piecesOf } from '../../model/lookup';
import { CharClass, classAt } from '../../text/chars';
import { paragraphAt } from '../../text/adjust';
import { sentenceSpans } from '../../text/sentences';
import { fold } from '../../text/normalize';

/** An annotation that the margin tells of, with its number on the page. */
export interface Noted {
  readonly number: number;
  readonly annotation: Annotation;
}

/** What is worked out about an article before its page is written. */
export interface Edition {
  readonly article: ExportArticle;
  /** Claims, and entities that have a note, by where they end. */
  readonly noted: readonly Noted[];
  /** Where in the text the number of a note stands → the notes that are meant there. */
  readonly marks: ReadonlyMap<number, readonly Noted[]>;
  /** Where a sentence ends in the text → the notes that follow it. */
  readonly notes: ReadonlyMap<number, readonly Noted[]>;
  readonly actors: readonly Actor[];
  /** Entities that are the first of their name, whose label is written out. */
  readonly first: ReadonlySet<Annotation>;
  /** The line that is the headline, counted from 0; undefined where none looks like one. */
  readonly headline: number | undefined;
}

export function editionOf(article: ExportArticle): Edition {
  const { text, record } = article;
  const annotations = record.annotations.filter(({ start, end }) => start < end);
  const placed = annotations
    .filter((one) => isClaim(one) || one.note !== undefined)
    .map((one) => ({ one, at: markPlace(text, piecesOf(one).at(-1)?.end ?? one.end) }))
    .sort((a, b) => a.at - b.at)
    .map(({ one, at }, before) => ({ noted: { number: before + 1, annotation: one }, at }));
  const headline = headlineOf(text);
  return {
    article,
    noted: placed.map(({ noted }) => noted),
    marks: byPlace(placed, (at) => at),
    notes: byPlace(placed, (at) => sentenceEnd(text, at)),
    actors: actorsOf(annotations, fold),
    first: firstOfName(annotations.filter(({ end }) => end > (headline?.end ?? 0))),
    headline: headline?.line,
  };
}

function byPlace(
  placed: readonly { readonly noted: Noted; readonly at: number }[],
  placeOf: (at: number) => number,
): Map<number, Noted[]> {
  const places = new Map<number, Noted[]>();
  for (const { noted, at } of placed) {
    const place = placeOf(at);
    const there = places.get(place);
    if (there === undefined) places.set(place, [noted]);
    else there.push(noted);
  }
  return places;
}

/** End of the sentence that holds the offset: a note after it interrupts nobody. */
function sentenceEnd(text: string, at: number): number {
  const sentences = sentenceSpans(text, paragraphAt(text, { start: at, end: at }));
  return sentences.find((sentence) => sentence.end >= at)?.end ?? at;
}

const CLOSING = /[»”"’')\]]/;

/** Right after the word that the claim ends in, and after quotation marks that close there. */
function markPlace(text: string, end: number): number {
  let at = end;
  while (goesOn(text, at)) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  while (CLOSING.test(text.charAt(at))) at += 1;
  return at;
}

/** Whether a word goes on at the offset: what is put there would cut it. */
export function goesOn(text: string, at: number): boolean {
  const kind = classAt(text, at);
  return kind >= CharClass.letter && kind <= CharClass.mark;
}

function firstOfName(annotations: readonly Annotation[]): ReadonlySet<Annotation> {
  const known = new Map<string, Annotation>();
  for (const annotation of annotations) {
    if (isClaim(annotation)) continue;
    const key = `${annotation.label}\n${fold(annotation.quote)}`;
    if (!known.has(key)) known.set(key, annotation);
  }
  return new Set(known.values());
}

const LONGEST_HEADLINE = 140;

/** The first line with words, where it reads as a heading and more follows. */
function headlineOf(text: string): { readonly line: number; readonly end: number } | undefined {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.trim() !== '');
  const more = lines.slice(at + 1).some((other) => other.trim() !== '');
  if (at === -1 || !more || !isHeading(lines[at] ?? '', LONGEST_HEADLINE)) return undefined;
  return { line: at, end: lines.slice(0, at + 1).join('\n').length };
}

/** Whether a line is short and ends as no sentence does. */
export function isHeading(line: string, longest: number): boolean {
  return line.trim().length <= longest && !/[.؟!…:؛،»”"]\s*$/u.test(line);
}
