// What is measured: an article of the newspapers' usual length, and one that nobody writes.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CLAIM, type Annotation, type ArticleRecord } from '../../src/core/model/annotation';
import { newId } from '../../src/core/model/ids';
import { BUILTIN_LABELS } from '../../src/core/model/labels';
import { compareAnnotations } from '../../src/core/model/order';
import { toSidecarData } from '../../src/core/sidecar/bind';
import { writeSidecar } from '../../src/core/sidecar/write';
import { toLfText } from '../../src/core/text/articleText';
import { sentenceSpans } from '../../src/core/text/sentences';
import type { Span } from '../../src/core/text/span';
import { wordSpans } from '../../src/core/text/words';
import { inRoot, sharedFolder } from '../../scripts/lib/paths.mjs';
import { random } from '../../test/support/random';

const LONG = 290_000;
const ANNOTATIONS = 5000;
/** Of these, so many are claims. */
const CLAIMS = 250;

/** A real article where there is one, else a sample. */
export function usualArticle(): { readonly name: string; readonly text: string } {
  const shared = sharedFolder && join(sharedFolder, 'articles/embassy-baghdad.txt');
  const file = shared && existsSync(shared) ? shared : inRoot('samples/politics-strikes.txt');
  return { name: basename(file), text: toLfText(readFileSync(file, 'utf8')) };
}

/** All samples, as LF texts. */
export function sampleTexts(): string[] {
  return readdirSync(inRoot('samples'))
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => toLfText(readFileSync(inRoot('samples', name), 'utf8')));
}

/** 290,000 characters: the samples' paragraphs over and over, in an order that `seed` gives. */
export function longArticle(seed = 1): string {
  const paragraphs = sampleTexts().flatMap((text) =>
    text.split('\n').filter((line) => line !== ''),
  );
  const next = random(seed);
  const lines: string[] = [];
  for (let size = 0; size < LONG;) {
    const line = paragraphs[Math.floor(next() * paragraphs.length)] ?? '';
    lines.push(line, '');
    size += line.length + 2;
  }
  return lines.join('\n').slice(0, LONG);
}

/** Annotations spread evenly, 5,000 unless said otherwise: one to three words each, and whole sentences as claims. */
export function manyAnnotations(
  text: string,
  seed = 2,
  { annotations: total, claims: claimed } = { annotations: ANNOTATIONS, claims: CLAIMS },
): ArticleRecord {
  const next = random(seed);
  const taken = new Set<string>();
  const words = wordSpans(text);
  const sentences = sentenceSpans(text).filter(({ start, end }) => end - start > 40);
  const labels = BUILTIN_LABELS.entities;
  const made = (label: string, s: Span): Annotation => {
    const id = newId(next, taken);
    taken.add(id);
    const at = '2026-11-20T10:00:00Z';
    return { id, label, ...quoted(text, s), by: 'sami', at };
  };
  const claims = spread(sentences, claimed).map((sentence): Annotation => {
    const cue = words.find(({ start }) => start >= sentence.start) ?? sentence;
    const claim = { kind: 'statement', mode: 'indirect', cue: quoted(text, cue) };
    return { ...made(CLAIM, sentence), claim };
  });
  const starts = spread(words.slice(0, -3), total - claimed);
  const entities = starts.map((word) => {
    const label = labels[Math.floor(next() * labels.length)]?.name ?? '';
    const line = text.indexOf('\n', word.start);
    const last = words[words.indexOf(word) + Math.floor(next() * 3)] ?? word;
    return made(label, { start: word.start, end: last.end <= line ? last.end : word.end });
  });
  const annotations = [...claims, ...entities].sort(compareAnnotations);
  return { status: 'in-progress', annotations, rejected: [], orphans: [] };
}

/** The sidecar of a record, as a file. */
export function sidecarOf(text: string, file: string, record: ArticleRecord): string {
  return writeSidecar(undefined, toSidecarData(text, file, record));
}

function spread<T>(items: readonly T[], count: number): T[] {
  return Array.from(
    { length: count },
    (_, at) => items[Math.floor((at * items.length) / count)],
  ).filter((item) => item !== undefined);
}

function quoted(text: string, { start, end }: Span) {
  return { start, end, quote: text.slice(start, end) };
}
