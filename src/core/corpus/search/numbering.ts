import { detached } from '../../text/codeUnits';

/** A map that grows large stops everything while it is laid out anew: several smaller ones do not. */
const SHARDS = 16;

/** Numbers from 1 on for different texts; 0 stands for none. */
export class Numbering {
  private readonly shards = Array.from({ length: SHARDS }, () => new Map<string, number>());
  /** By number. */
  private readonly texts = [''];

  get size(): number {
    return this.texts.length - 1;
  }

  /** The text with this number, empty where there is none. */
  text(id: number): string {
    return this.texts[id] ?? '';
  }

  /** The text's number, 0 where it has none. */
  find(text: string): number {
    return this.shard(text).get(text) ?? 0;
  }

  /** Gives a text that has no number the next one. */
  add(text: string): number {
    const own = detached(text);
    const id = this.texts.push(own) - 1;
    this.shard(text).set(own, id);
    return id;
  }

  *[Symbol.iterator](): IterableIterator<[text: string, id: number]> {
    for (const shard of this.shards) yield* shard;
  }

  private shard(text: string): Map<string, number> {
    const { length } = text;
    const mixed = text.charCodeAt(0) * 7 + text.charCodeAt(length - 1) * 3 + length;
    return this.shards[length === 0 ? 0 : mixed % SHARDS] ?? new Map<string, number>();
  }
}
