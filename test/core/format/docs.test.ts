import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FORMATS } from '../../../src/core/format/registry';

const SOURCES = join('src', 'core', 'format');

/** The UIMA formats share sources and codes. */
function stemOf(id: string): string {
  return id.startsWith('cas-') ? 'cas' : id;
}

/** Codes of issues that the format's own sources give. */
function codesOf(id: string): string[] {
  const stem = stemOf(id);
  const prefix = stem.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const text = readdirSync(SOURCES)
    .filter((name) => name.startsWith(prefix))
    .map((name) => readFileSync(join(SOURCES, name), 'utf8'))
    .join('\n');
  return [...new Set(text.match(new RegExp(`(?<=')${stem}-[a-z-]+(?=')`, 'g')) ?? [])].filter(
    (code) => FORMATS.every((format) => format.id !== code),
  );
}

describe('docs/formats', () => {
  for (const { id, options } of FORMATS) {
    it(`${id}.md names every option, value and issue`, () => {
      const page = readFileSync(join('docs', 'formats', `${id}.md`), 'utf8');
      for (const { id: option, values } of options) {
        assert.ok(page.includes(`--${option}`), option);
        const inTable = page.split('\n').find((line) => line.startsWith(`| \`--${option}\``)) ?? '';
        if ((values?.length ?? 0) < 4) {
          for (const value of values ?? []) assert.ok(inTable.includes(`\`${value}\``), value);
        }
      }
      for (const code of codesOf(id)) assert.ok(page.includes(code), code);
      const overview = readFileSync(join('docs', 'formats', 'README.md'), 'utf8');
      assert.ok(overview.includes(`(${id}.md)`));
    });
  }
});
