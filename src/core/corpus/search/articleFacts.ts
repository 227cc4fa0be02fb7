import type { Status } from '../../model/annotation';

/** A claim as the index keeps it. */
export interface IndexedClaim {
  /** Numbers in the dictionary of kinds and modes. */
  readonly kind: number;
  readonly mode: number;
  readonly checkworthy: boolean;
  /** Who says it, as a number in the table of names; 0 where it is implicit. */
  readonly speaker: number;
  /** Numbers of the names in its content. */
  readonly about: readonly number[];
}

/** An entity in words: `first` is the number of its first word in the article. */
export interface IndexedEntity {
  /** Number in the table of names. */
  readonly name: number;
  readonly first: number;
  readonly count: number;
}

/**
 * All that the index keeps of one article. Words, entities and claims are numbers in one array: a corpus
 * has millions of them, and as objects they would take five times the memory.
 */
export class ArticleFacts {
  private constructor(
    readonly path: string,
    /** False where the article or its sidecar could not be read: then nothing is known. */
    readonly readable: boolean,
    readonly status: Status,
    readonly orphans: number,
    readonly annotators: readonly string[],
    /** First the words' numbers in the vocabulary, in text order; then entities; then claims. */
    readonly data: Uint32Array,
    readonly wordCount: number,
    readonly entityCount: number,
    readonly claimCount: number,
  ) {}

  /** @param room gives an array of so many zeros */
  static pack(
    head: Pick<ArticleFacts, 'path' | 'readable' | 'status' | 'orphans' | 'annotators'>,
    words: readonly number[],
    entities: readonly IndexedEntity[],
    claims: readonly IndexedClaim[],
    room: (length: number) => Uint32Array,
  ): ArticleFacts {
    const packed = claims.flatMap(({ kind, mode, checkworthy, speaker, about }) => [
      kind,
      mode * 2 + Number(checkworthy),
      speaker,
      about.length,
      ...about,
    ]);
    const data = room(words.length + entities.length * 3 + packed.length);
    data.set(words);
    let at = words.length;
    for (const { name, first, count } of entities) {
      data[at++] = name;
      data[at++] = first;
      data[at++] = count;
    }
    data.set(packed, at);
    const { path, readable, status, orphans, annotators } = head;
    const counts = [words.length, entities.length, claims.length] as const;
    return new ArticleFacts(path, readable, status, orphans, annotators, data, ...counts);
  }

  forEachEntity(use: (name: number, first: number, count: number) => void): void {
    const end = this.wordCount + this.entityCount * 3;
    for (let at = this.wordCount; at < end; at += 3)
      use(this.at(at), this.at(at + 1), this.at(at + 2));
  }

  forEachClaim(use: (claim: IndexedClaim) => void): void {
    let at = this.wordCount + this.entityCount * 3;
    for (let done = 0; done < this.claimCount; done++) {
      const [kind, mode, speaker, count] = [0, 1, 2, 3].map((i) => this.at(at + i)) as [
        number,
        number,
        number,
        number,
      ];
      const about = Array.from(this.data.subarray(at + 4, at + 4 + count));
      use({ kind, mode: mode >> 1, checkworthy: (mode & 1) === 1, speaker, about });
      at += 4 + count;
    }
  }

  private at(index: number): number {
    return this.data[index] ?? 0;
  }
}
