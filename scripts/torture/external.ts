// Annotations of articles that were rewritten outside: how many are found again, and whether any stands
// on other words.
import type { Annotation, ArticleRecord } from '../../src/core/model/annotation';
import { annotationOf } from '../../src/core/detect/accept';
import { createEngine } from '../../src/core/detect/suggest';
import { newId } from '../../src/core/model/ids';
import { compareAnnotations } from '../../src/core/model/order';
import { openSidecar, toSidecarData } from '../../src/core/sidecar/bind';
import { readSidecar } from '../../src/core/sidecar/read';
import type { Sidecar } from '../../src/core/sidecar/sidecar';
import { writeSidecar } from '../../src/core/sidecar/write';
import { isMark, isWordChar, TATWEEL } from '../../src/core/text/chars';
import type { Span } from '../../src/core/text/span';
import { random } from '../../test/support/random';
import { REWRITINGS, type Rewriting, type Rewritten } from './rewritings';

export interface Count {
  readonly name: string;
  /** Annotations whose words all stand. */
  standing: number;
  /** Of these, found again at their place. */
  found: number;
  /** Annotations that have a place, standing or changed. */
  placed: number;
  /** Of these, on other words than their own. */
  wrong: number;
  /** What went wrong, to look at. */
  readonly misses: string[];
}

/** All that the detectors propose for the text, as if an annotator had accepted it. */
export function annotatedBy(text: string, seed: number): ArticleRecord {
  const next = random(seed);
  const taken = new Set<string>();
  const annotations = createEngine()
    .suggest(text)
    .map((suggestion): Annotation => {
      const id = newId(next, taken);
      taken.add(id);
      return annotationOf(suggestion, { id, at: '2026-11-20T10:00:00Z' });
    })
    .sort(compareAnnotations);
  return { status: 'in-progress', annotations, rejected: [], orphans: [] };
}

export function stored(text: string, record: ArticleRecord): Sidecar {
  const read = readSidecar(writeSidecar(undefined, toSidecarData(text, 'a.txt', record)), 'a');
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

/** Rewrites each article in each way and counts. */
export function countExternal(articles: readonly string[], seed: number): Count[] {
  return REWRITINGS.map((rewriting, kind) => {
    const count: Count = {
      name: rewriting.name,
      standing: 0,
      found: 0,
      placed: 0,
      wrong: 0,
      misses: [],
    };
    for (const [index, text] of articles.entries()) {
      rewriteOne(text, rewriting, random(seed * 1000 + kind * 100 + index), count);
    }
    return count;
  });
}

function rewriteOne(text: string, { rewrite }: Rewriting, next: () => number, count: Count): void {
  const record = annotatedBy(text, 7);
  const rewritten = rewrite(text, next);
  const opened = openSidecar(rewritten.text, stored(text, record)).record;
  const now = new Map(opened.annotations.map((annotation) => [annotation.id, annotation]));
  for (const before of record.annotations) {
    const after = now.get(before.id);
    const stands = piecesOf(before).every((piece) => rewritten.stands(piece));
    const right = after !== undefined && sameWords(before, after, rewritten);
    const show = (at: Span | undefined): string =>
      at === undefined ? '-' : JSON.stringify(rewritten.text.slice(at.start, at.end));
    if (stands) {
      count.standing += 1;
      if (right) count.found += 1;
    }
    if (after !== undefined) {
      count.placed += 1;
      if (!right) count.wrong += 1;
    }
    if (!right && (stands || after !== undefined)) {
      const where = rewritten.place(before);
      count.misses.push(
        `${after === undefined ? 'lost' : 'wrong'} ${before.label} ${JSON.stringify(before.quote)}` +
          ` at ${where?.start}: ${show(where)} got ${after?.start} ${show(after)}` +
          piecesOf(before)
            .slice(1)
            .map(
              (piece, at) =>
                ` | ${text.slice(piece.start, piece.end)} at ${rewritten.place(piece)?.start} ${show(rewritten.place(piece))} got ${after && piecesOf(after)[at + 1]?.start} ${after && show(piecesOf(after)[at + 1])}`,
            )
            .join(''),
      );
    }
  }
}

function piecesOf({ start, end, parts = [], claim }: Annotation): Span[] {
  return [{ start, end }, ...parts, claim?.cue, claim?.source].filter((s) => s !== undefined);
}

/** Whether every piece stands where its characters went; marks and punctuation at the edges are free. */
function sameWords(before: Annotation, after: Annotation, { text, place }: Rewritten): boolean {
  const now = piecesOf(after);
  return piecesOf(before).every((piece, index) => {
    const [want, have] = [place(piece), now[index]].map((s) => s && letters(text, s));
    return want !== undefined && have?.start === want.start && have.end === want.end;
  });
}

function letters(text: string, s: Span): Span {
  const inner = (unit: number): boolean => isWordChar(unit) && !isMark(unit) && unit !== TATWEEL;
  let { start, end } = s;
  while (start < end && !inner(text.charCodeAt(start))) start++;
  while (end > start && !inner(text.charCodeAt(end - 1))) end--;
  return { start, end };
}
