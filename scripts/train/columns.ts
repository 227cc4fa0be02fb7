// Token-per-line data: sentences with their spans, nested ones included.
import { readFileSync } from 'node:fs';
import type { Span } from '../../src/core/text/span';

export interface GoldSpan extends Span {
  readonly label: string;
  /** 0 for the outermost tag column that the span was found in. */
  readonly level: number;
}

export interface Sentence {
  /** Tokens joined by blanks. */
  readonly text: string;
  readonly spans: readonly GoldSpan[];
}

interface Row {
  readonly token: string;
  readonly tags: readonly string[];
}

export function readColumns(file: string): Sentence[] {
  const sentences: Sentence[] = [];
  let rows: Row[] = [];
  const close = (): void => {
    if (rows.length > 0) sentences.push(toSentence(rows));
    rows = [];
  };
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [token = '', ...tags] = line.trim().split(/\s+/u);
    if (token === '' || token === '$#$') close();
    else rows.push({ token, tags });
  }
  close();
  return sentences;
}

function toSentence(rows: readonly Row[]): Sentence {
  const starts: number[] = [];
  let text = '';
  for (const { token } of rows) {
    if (text !== '') text += ' ';
    starts.push(text.length);
    text += token;
  }
  const end = (row: number): number => (starts[row] ?? 0) + (rows[row]?.token.length ?? 0);
  const spans: GoldSpan[] = [];
  rows.forEach(({ tags }, row) => {
    tags.forEach((tag, level) => {
      if (!tag.startsWith('B-')) return;
      const label = tag.slice(2);
      let last = row;
      while (rows[last + 1]?.tags.includes(`I-${label}`) === true) last++;
      spans.push({ label, level, start: starts[row] ?? 0, end: end(last) });
    });
  });
  return { text, spans };
}
