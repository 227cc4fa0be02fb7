// How often the training text has each stem. A training token does not count itself, so that a word that
// stands there once looks as unknown as it will in other texts.
import { analyse } from '../../src/core/detect/analysis';
import { hashText } from '../../src/core/text/hashing';
import type { Sentence } from './columns';

/** Occurrences from which a word counts as seen, and as common. */
const SEEN = 2;
const COMMON = 8;

export class StemCounts {
  private readonly counts = new Map<number, number>();

  constructor(sentences: readonly Sentence[]) {
    for (const { text } of sentences) {
      for (const token of analyse(text).tokens) {
        if (token.kind !== 'word') continue;
        const stem = hashText(token.stem.folded);
        this.counts.set(stem, (this.counts.get(stem) ?? 0) + 1);
      }
    }
  }

  /** The level of a stem; `own` occurrences of it are the token's own and are left out. */
  level(stem: number, own: number): number {
    const count = (this.counts.get(stem) ?? 0) - own;
    return count < SEEN ? 0 : count < COMMON ? 1 : 2;
  }

  words(): { readonly rare: Uint32Array; readonly common: Uint32Array } {
    const at = (level: number): Uint32Array =>
      Uint32Array.from(
        [...this.counts.keys()].filter((stem) => this.level(stem, 0) === level),
      ).sort();
    return { rare: at(1), common: at(2) };
  }
}
