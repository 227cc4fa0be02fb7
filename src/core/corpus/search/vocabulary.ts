import { fold } from '../../text/normalize';
import { segment } from '../../text/proclitics';
import { Numbering } from './numbering';

/**
 * The different words of a corpus, folded and numbered. Of each is known what it is without its
 * proclitics: that is decided by the spelling in which it was met first, because folding hides the hamza
 * that tells بأن from بان.
 */
export class Vocabulary {
  private readonly words = new Numbering();
  /** By word number: the number of its stem, its own where nothing is cut. */
  private readonly stems: number[] = [0];

  get size(): number {
    return this.words.size;
  }

  /** The number of a folded word, 0 where it never occurred. */
  find(word: string): number {
    return this.words.find(word);
  }

  stemOf(id: number): number {
    return this.stems[id] ?? 0;
  }

  /** The number of a folded word; `written` is asked for its spelling when the word is new. */
  intern(word: string, written: () => string): number {
    const known = this.words.find(word);
    if (known !== 0) return known;
    const { proclitics, stem } = segment(written());
    return this.learn(word, proclitics.length === 0 ? word : fold(stem));
  }

  /** The number of a folded word, whose stem holds where the word is new. */
  learn(word: string, stem: string): number {
    const known = this.words.find(word);
    if (known !== 0) return known;
    const id = this.add(word);
    if (stem !== word) this.stems[id] = this.words.find(stem) || this.add(stem);
    return id;
  }

  /** The folded word with this number. */
  word(id: number): string {
    return this.words.text(id);
  }

  /** The numbers of all words that begin so. Takes milliseconds: every word is looked at. */
  beginningWith(start: string): number[] {
    const found: number[] = [];
    for (const [word, id] of this.words) if (word.startsWith(start)) found.push(id);
    return found;
  }

  private add(word: string): number {
    const id = this.words.add(word);
    this.stems[id] = id;
    return id;
  }
}
