// Token-per-line files: which of their sentences are scored, and how they make articles.
import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readColumns, type Sentence } from '../train/columns';

/** Sentences of one file that the model was not trained on. */
export interface HeldOut {
  readonly title: string;
  readonly sentences: readonly Sentence[];
  /** Whether the labels are those of news data (PERS LOC ORG MISC), not nested ones. */
  readonly coarse: boolean;
  /** Whether neighbouring sentences are of one article. */
  readonly running: boolean;
}

/** Sentences that are read together as one article: where the data does not say where one ends. */
export const ARTICLE = 20;

/** The files of a folder, below it as well, or the file itself. */
function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt') && !/licen|plain/i.test(name))
    .sort()
    .map((name) => join(path, name));
}

/**
 * What a file or folder holds out: of ANERcorp's training split the last tenth, which training leaves
 * alone; of other training splits nothing; of all other files everything.
 */
export function heldOut(path: string): HeldOut[] {
  return filesOf(path).flatMap((file) => {
    const all = readColumns(file);
    const nested = /wojood/i.test(file);
    const of = (sentences: readonly Sentence[], what: string): HeldOut[] => [
      { title: `${file}${what}`, sentences, coarse: !nested, running: !nested },
    ];
    if (!/^train/u.test(basename(file))) return of(all, '');
    if (!/anercorp/i.test(file)) return [];
    return of(all.slice(Math.floor(all.length * 0.9)), ', last tenth of the sentences');
  });
}

/** Runs of neighbouring sentences. */
export function articles({ sentences, running }: HeldOut): Sentence[][] {
  const size = running ? ARTICLE : 1;
  const runs: Sentence[][] = [];
  for (let i = 0; i < sentences.length; i += size) runs.push(sentences.slice(i, i + size));
  return runs;
}
