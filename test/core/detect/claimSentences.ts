import assert from 'node:assert/strict';
import { claimRows, claimsOf } from './support';

/** A sentence and the claims that are told below it. */
interface SentenceCase {
  readonly text: string;
  readonly claims: string[];
}

/** Sentences by heading: a heading behind `# `, and indented below each sentence its claims. */
function sentenceGroups(lines: string): Map<string, SentenceCase[]> {
  const found = new Map<string, SentenceCase[]>();
  let group: SentenceCase[] = [];
  for (const line of lines.split('\n').filter((text) => text !== '')) {
    if (line.startsWith('# ')) found.set(line.slice(2), (group = []));
    else if (line.startsWith('  ')) group.at(-1)?.claims.push(line.trim());
    else group.push({ text: line, claims: [] });
  }
  return found;
}

/** One test a heading: below each sentence its claims stand as cue | source | kind and mode | content. */
export function findsClaims(sentences: string): void {
  for (const [heading, cases] of sentenceGroups(sentences)) {
    it(heading, () => {
      for (const { text, claims } of cases) {
        const found = claimRows(text).map(([cue, source, kind, mode, content]) =>
          [cue, source, `${kind} ${mode}`, content].join(' | '),
        );
        assert.deepEqual(found, claims, text);
      }
    });
  }
}

/** One test for lines in which nobody claims anything. */
export function findsNoClaims(lines: string): void {
  it('finds none in other senses of the same words', () => {
    for (const text of lines.trim().split('\n')) assert.deepEqual(claimsOf(text), [], text);
  });
}
