import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPORTING_VERBS } from '../../../src/core/detect/lexicon/reporting';

/** Verbs of a line of the table by kind, as the page and as the lexicon have them. */
function sorted(verbs: Iterable<string>): string[] {
  return [...verbs].sort();
}

describe('docs/claims.md', () => {
  const page = readFileSync(join('docs', 'claims.md'), 'utf8').split('\n');
  const byKind = new Map<string, string[]>();
  for (const line of REPORTING_VERBS.split('\n').filter((row) => row.includes('|'))) {
    const [past = '', present = '', participle = '', noun = '', kind = ''] = line
      .split('|')
      .map((part) => part.trim());
    const verbs = byKind.get(kind) ?? [];
    byKind.set(kind, [...verbs, past || noun || participle || present]);
  }
  for (const [kind, verbs] of byKind) {
    it(`lists the cues of kind ${kind}`, () => {
      const row = page.find((line) => line.startsWith(`| ${kind} |`)) ?? '';
      assert.deepEqual(sorted((row.split('|')[2] ?? '').trim().split(' ')), sorted(verbs));
    });
  }
});
