// Written words with their proclitics, from a treebank in CoNLL-U.
import { readFileSync } from 'node:fs';
import { plain } from '../../src/core/text/procliticRules';

export interface GoldWord {
  readonly document: string;
  readonly word: string;
  /** How many letters at its beginning are proclitics. */
  readonly cut: number;
}

interface Row {
  readonly form: string;
  readonly isMark: boolean;
  readonly endsWord: boolean;
}

/** The words in Arabic letters; syntactic words without a blank between them are one written word. */
export function readGold(file: string): GoldWord[] {
  const words: GoldWord[] = [];
  let document = '';
  let parts: string[] = [];
  const close = (): void => {
    const word = parts.join('');
    if (/[\u0620-\u064a]/.test(word)) words.push({ document, word, cut: procliticsOf(parts) });
    parts = [];
  };
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('# newdoc id = ')) document = line.slice(14);
    const row = rowOf(line);
    if (row === undefined || row.isMark) close();
    else {
      parts.push(row.form);
      if (row.endsWord) close();
    }
  }
  return words;
}

function rowOf(line: string): Row | undefined {
  const [id = '', form = '', , kind = '', , , , , , misc = ''] = line.split('\t');
  if (!/^\d+$/.test(id)) return undefined;
  const isMark = kind === 'PUNCT' || kind === 'SYM';
  return { form, isMark, endsWord: !misc.includes('SpaceAfter=No') };
}

function procliticsOf(parts: readonly string[]): number {
  let count = 0;
  while (count < parts.length - 1 && /^[وفبكلس]$/.test(plain(parts[count] ?? ''))) count++;
  return count;
}
