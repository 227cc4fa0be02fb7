import { STATUSES, type Status } from '../../model/annotation';

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

/** What a row says of an article as a whole. */
export interface FactsHead {
  readonly status: Status;
  /** False where the article or its sidecar could not be read: then nothing is known. */
  readonly readable: boolean;
  /** Not readable because a newer version of the program wrote the sidecar. */
  readonly newer: boolean;
  readonly orphans: number;
  /** How many people annotated it. */
  readonly annotators: number;
}

/** A number for each number of an old numbering. */
export type Renumbering = (old: number) => number;

// A row: these numbers, then the words' numbers in the vocabulary, in text order, entities and claims.
const [LENGTH, STATUS, READABLE, ORPHANS, ANNOTATORS, WORDS, ENTITIES, CLAIMS, HEAD] = [
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8],
] as [number, number, number, number, number, number, number, number, number];
const ENTITY = 3;

/** How an article could be read. */
const [UNREADABLE, READ, NEWER] = [0, 1, 2] as const;

function readingOf({ readable, newer }: FactsHead): number {
  return readable ? READ : newer ? NEWER : UNREADABLE;
}

/** All that the index keeps of an article, as numbers. */
export function rowOf(
  head: FactsHead,
  words: readonly number[],
  entities: readonly IndexedEntity[],
  claims: readonly IndexedClaim[],
): number[] {
  const row = [
    ...[0, STATUSES.indexOf(head.status), readingOf(head), head.orphans, head.annotators],
    ...[words.length, entities.length, claims.length],
  ];
  for (const word of words) row.push(word);
  for (const { name, first, count } of entities) row.push(name, first, count);
  for (const { kind, mode, checkworthy, speaker, about } of claims) {
    row.push(kind, mode * 2 + Number(checkworthy), speaker, about.length, ...about);
  }
  row[LENGTH] = row.length;
  return row;
}

/**
 * An article in the index: its path, and its row in a piece of memory that many rows share. A corpus has
 * millions of words, entities and claims, which as objects would take five times the memory and make every
 * clean-up of it long.
 */
export class ArticleFacts {
  constructor(
    readonly path: string,
    private readonly piece: Uint32Array,
    /** Where the row begins in the piece. */
    private readonly from: number,
  ) {}

  /** How many numbers the row has. */
  get length(): number {
    return this.at(LENGTH);
  }

  get status(): Status {
    return STATUSES[this.at(STATUS)] ?? 'todo';
  }

  get readable(): boolean {
    return this.at(READABLE) === READ;
  }

  get newer(): boolean {
    return this.at(READABLE) === NEWER;
  }

  get orphans(): number {
    return this.at(ORPHANS);
  }

  get annotators(): number {
    return this.at(ANNOTATORS);
  }

  get entityCount(): number {
    return this.at(ENTITIES);
  }

  get claimCount(): number {
    return this.at(CLAIMS);
  }

  /** The words' numbers, in text order. */
  get words(): Uint32Array {
    const start = this.from + HEAD;
    return this.piece.subarray(start, start + this.at(WORDS));
  }

  forEachEntity(use: (name: number, first: number, count: number) => void): void {
    const end = this.claimsFrom;
    for (let at = HEAD + this.at(WORDS); at < end; at += ENTITY)
      use(this.at(at), this.at(at + 1), this.at(at + 2));
  }

  forEachClaim(use: (claim: IndexedClaim) => void): void {
    let at = this.claimsFrom;
    for (let done = 0; done < this.claimCount; done++) {
      const [kind, mode, speaker, count] = [0, 1, 2, 3].map((i) => this.at(at + i)) as [
        number,
        number,
        number,
        number,
      ];
      const start = this.from + at + 4;
      const about = Array.from(this.piece.subarray(start, start + count));
      use({ kind, mode: mode >> 1, checkworthy: (mode & 1) === 1, speaker, about });
      at += 4 + count;
    }
  }

  /** Goes over to other tables, in the memory where the row is. */
  renumber(word: Renumbering, name: Renumbering, term: Renumbering): void {
    const entities = HEAD + this.at(WORDS);
    for (let at = HEAD; at < entities; at++) this.change(at, word);
    let at = entities;
    for (; at < this.claimsFrom; at += ENTITY) this.change(at, name);
    for (let done = 0; done < this.claimCount; done++) {
      const end = at + 4 + this.at(at + 3);
      this.change(at, term);
      this.change(at + 1, (mode) => term(mode >> 1) * 2 + (mode & 1));
      this.change(at + 2, name);
      for (at += 4; at < end; at++) this.change(at, name);
    }
  }

  private get claimsFrom(): number {
    return HEAD + this.at(WORDS) + this.entityCount * ENTITY;
  }

  private at(index: number): number {
    return this.piece[this.from + index] ?? 0;
  }

  private change(index: number, to: Renumbering): void {
    this.piece[this.from + index] = to(this.at(index));
  }
}
