/** Lengths of the pieces by which places are indexed; shorter quotes are looked for by reading the text. */
const KEY_LENGTHS = [6, 3];
/** So many questions are answered by reading the text through, before an index is worth building. */
const FREE_QUESTIONS = 4;

/** Finds every place of a quote, for many quotes over one text. */
export class PlaceIndex {
  private readonly chains = new Map<number, Chains>();
  private asked = 0;

  constructor(private readonly text: string) {}

  /** Offsets at which the quote stands, ascending; overlapping places too. The empty quote stands nowhere. */
  find(quote: string): number[] {
    if (quote === '') return [];
    const keyLength = KEY_LENGTHS.find((length) => length <= quote.length);
    if (keyLength === undefined || ++this.asked <= FREE_QUESTIONS) return this.scan(quote);
    let chains = this.chains.get(keyLength);
    if (chains === undefined) {
      chains = new Chains(this.text, keyLength);
      this.chains.set(keyLength, chains);
    }
    return chains.find(quote);
  }

  private scan(quote: string): number[] {
    const places: number[] = [];
    let at = this.text.indexOf(quote);
    while (at !== -1) {
      places.push(at);
      at = this.text.indexOf(quote, at + 1);
    }
    return places;
  }
}

/**
 * The places of each piece of `keyLength` characters, chained: a quote then costs what its first piece is
 * frequent, not the length of the article. Chains hold offset + 1, so that 0 ends them.
 */
class Chains {
  private readonly heads: Int32Array;
  private readonly next: Int32Array;

  constructor(
    private readonly text: string,
    private readonly keyLength: number,
  ) {
    let size = 1024;
    while (size < text.length) size *= 2;
    this.heads = new Int32Array(size);
    this.next = new Int32Array(text.length);
    // From the end, so that the chains run in text order.
    for (let at = text.length - keyLength; at >= 0; at--) {
      const slot = this.slot(text, at);
      this.next[at] = this.heads[slot] ?? 0;
      this.heads[slot] = at + 1;
    }
  }

  find(quote: string): number[] {
    const places: number[] = [];
    let at = (this.heads[this.slot(quote, 0)] ?? 0) - 1;
    while (at >= 0) {
      if (this.text.startsWith(quote, at)) places.push(at);
      at = (this.next[at] ?? 0) - 1;
    }
    return places;
  }

  private slot(text: string, at: number): number {
    let value = 0;
    for (let i = at; i < at + this.keyLength; i++) {
      value = (Math.imul(value, 0x01000193) ^ text.charCodeAt(i)) | 0;
    }
    return (value ^ (value >>> 15)) & (this.heads.length - 1);
  }
}
