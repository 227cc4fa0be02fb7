// The law of every format that goes both ways, over random corpora as they are on disk: what is not in the
// import is in the report. Articles have CRLF line ends, byte order marks, or neither.
import assert from 'node:assert/strict';
import { exportCorpus } from '../../../src/core/corpus/exportCorpus';
import { loadArticle, type LoadedArticle } from '../../../src/core/corpus/load';
import { walkCorpus } from '../../../src/core/corpus/walk';
import { resolveOptions, type ImportedArticle } from '../../../src/core/format/format';
import { IMPORT_FORMATS } from '../../../src/core/format/registry';
import type { Annotation } from '../../../src/core/model/annotation';
import type { Issue } from '../../../src/core/model/issue';
import { sidecarText } from '../../support/corpus';
import { randomArticle } from '../../support/annotated';
import { importAll } from '../../support/exchange';
import { MemoryFiles } from '../../support/memoryFiles';
import { random } from '../../support/random';

const CORPORA = 4;
const ARTICLES = 5;

/** The file of an article, as editors on different machines write it. */
const WAYS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => `\uFEFF${text}`,
  (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`,
];

function randomCorpus(seed: number): MemoryFiles {
  const next = random(seed);
  const files: Record<string, string> = {};
  for (let n = 0; n < ARTICLES; n += 1) {
    const { text, record } = randomArticle(next);
    const path = `c/مجلد ${n % 2}/خبر ${n}.txt`;
    files[path] = WAYS[Math.floor(next() * WAYS.length)]?.(text) ?? text;
    const { annotations, ...rest } = record;
    files[`${path}.ann.yaml`] = sidecarText(path, text, annotations, rest);
  }
  return new MemoryFiles(files);
}

async function articlesOf(files: MemoryFiles): Promise<LoadedArticle[]> {
  const { articles } = await walkCorpus(files, 'c');
  const loads = await Promise.all(articles.map((entry) => loadArticle(files, 'c', entry)));
  return loads.flatMap((load) => (load.ok ? [load.article] : []));
}

function exported(files: MemoryFiles) {
  return [...files.content]
    .filter(([path]) => path.startsWith('out/') && !path.endsWith('manifest.json'))
    .map(([path, bytes]) => ({
      path: path.slice('out/'.length),
      content: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
    }));
}

/**
 * Ids, and the order of what stands at one place, are the format's own; what stands before and after a
 * span follows from the text.
 */
function bare({ id: _id, prefix: _prefix, suffix: _suffix, ...rest }: Annotation): string {
  const keys = Object.keys(rest).sort() as (keyof typeof rest)[];
  return JSON.stringify(keys.map((key) => [key, rest[key]]));
}

/** What of the article is neither in the import nor in the report. */
function missing(
  before: LoadedArticle,
  after: ImportedArticle,
  losses: readonly Issue[],
): string[] {
  const own = losses.filter(({ file }) => file === before.path);
  const said = (pattern: RegExp): boolean => own.some(({ code }) => pattern.test(code));
  const found: string[] = [];
  if (after.text !== before.text && !said(/text-changed$|half-character/)) found.push('text');
  const back = after.record.annotations.map(bare);
  for (const annotation of before.record.annotations) {
    const at = back.indexOf(bare(annotation));
    if (at !== -1) back.splice(at, 1);
    else if (!own.some((loss) => loss.annotation === annotation.id)) {
      // Who annotated, and when, is told once an article where a format has no place for it.
      const nameless = ({ by: _by, at: _at, ...rest }: Annotation): string => bare(rest);
      const same = nameless(annotation);
      const anonymous = after.record.annotations.some((one) => nameless(one) === same);
      if (!anonymous || !said(/provenance-not-carried$/)) found.push(bare(annotation));
    }
  }
  const { status, rejected, orphans } = before.record;
  if (after.record.status !== status && !said(/^status-not-carried$/)) found.push('status');
  for (const [name, list, again] of [
    ['rejection', rejected, after.record.rejected],
    ['orphan', orphans, after.record.orphans],
  ] as const) {
    const lost = own.filter(({ code }) => code === `${name}-not-carried`).length;
    if (JSON.stringify(list) !== JSON.stringify(again) && lost !== list.length) found.push(name);
  }
  return found;
}

describe('what is not in the import is in the report', () => {
  for (const format of IMPORT_FORMATS.filter(({ id }) => id !== 'conll')) {
    it(`${format.id}, over random corpora on disk`, async () => {
      for (let seed = 1; seed <= CORPORA; seed += 1) {
        const files = randomCorpus(seed);
        const before = await articlesOf(files);
        const { values: options } = resolveOptions(format, {});
        const report = await exportCorpus({ files, root: 'c', out: 'out', format, options });
        const { articles, issues } = importAll(format, exported(files));
        assert.deepEqual(issues, [], `seed ${seed}`);
        for (const article of before) {
          const after = articles.find(({ path }) => path === article.path);
          assert.ok(after !== undefined, `seed ${seed}: ${article.path} is not in the import`);
          assert.deepEqual(missing(article, after, report.losses), [], `seed ${seed}`);
        }
        const counted = Object.values(report.manifest.notCarried);
        assert.equal(
          counted.reduce((sum, count) => sum + count, 0),
          report.losses.length,
        );
      }
    });
  }
});
