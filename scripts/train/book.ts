// The word book: which forms a large word list has. It is made once of a list, a word a line, and then
// taken over from model to model, so that training anew needs no list.
import { existsSync, readFileSync } from 'node:fs';
import { parseModel } from '../../src/core/detect/model/modelFile';
import { WordBook } from '../../src/core/detect/model/wordBook';
import { foldAll } from '../../src/core/detect/folding';

/** Bytes of the filter: for 100,000 words, one word in a hundred that is not there is found. */
const SIZE = 1 << 17;

export function readBook(list: string | undefined, model: string): Uint8Array {
  if (list === undefined) {
    const file = existsSync(model) ? parseModel(readFileSync(model)) : undefined;
    return file?.ok === true ? file.weights.book : new Uint8Array(0);
  }
  const book = new WordBook(new Uint8Array(SIZE));
  const words = readFileSync(list, 'utf8').split('\n');
  for (const word of foldAll(words.filter((line) => /^[\u0621-\u064a]{2,}$/u.test(line)))) {
    book.add(word);
  }
  return book.bits;
}
