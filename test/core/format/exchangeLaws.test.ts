// What holds for every format that goes both ways, over random articles with nested, overlapping,
// discontinuous and empty spans, emoji, tashkeel and names in any script.
import assert from 'node:assert/strict';
import type { ExportArticle } from '../../../src/core/corpus/exporter';
import type { Format } from '../../../src/core/format/format';
import { findImportFormat } from '../../../src/core/format/registry';
import type { Annotation } from '../../../src/core/model/annotation';
import { randomArticle } from '../../support/annotated';
import { exportOne, importAll } from '../../support/exchange';
import { random } from '../../support/random';

const RUNS = 40;

interface Law {
  readonly id: string;
  /** Whether the record's status, rejections and orphans come back too. */
  readonly rest: boolean;
}

const LAWS: readonly Law[] = [
  { id: 'doccano', rest: true },
  { id: 'label-studio', rest: true },
  { id: 'cas-json', rest: true },
  { id: 'cas-xmi', rest: true },
  { id: 'prodigy', rest: true },
];

function each(law: (article: ExportArticle) => void): void {
  for (let seed = 1; seed <= RUNS; seed += 1) {
    try {
      law(randomArticle(random(seed)));
    } catch (error) {
      throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

function byId(annotations: readonly Annotation[]): Annotation[] {
  return [...annotations].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function found(id: string): Format {
  const format = findImportFormat(id);
  assert.ok(format !== undefined);
  return format;
}

/** What layers of UIMA hold of an annotation; ids, and who and when, are not among it. */
function bare({ id: _id, by: _by, at: _at, ...rest }: Annotation): string {
  const keys = Object.keys(rest).sort() as (keyof typeof rest)[];
  return JSON.stringify(keys.map((key) => [key, rest[key]]));
}

describe('laws of exchange without ids', () => {
  const format = found('webanno-tsv3');

  it('webanno-tsv3 gives back every annotation that no loss names', () => {
    each((article) => {
      const { files, losses } = exportOne(format, article);
      const { articles, issues } = importAll(format, files);
      assert.deepEqual(issues, []);
      const changed = losses.some(({ code }) => code === 'webanno-tsv3-text-changed');
      if (!changed) assert.equal(articles[0]?.text, article.text);
      const back = (articles[0]?.record.annotations ?? []).map(bare);
      const named = new Set(losses.map(({ annotation }) => annotation));
      for (const annotation of article.record.annotations) {
        if (named.has(annotation.id)) continue;
        const at = back.indexOf(bare(annotation));
        assert.notEqual(at, -1, `${bare(annotation)}\nnot in\n${back.join('\n')}`);
        back.splice(at, 1);
      }
      const gone = losses.filter(({ code }) => code === 'webanno-tsv3-no-token').length;
      const { annotations } = article.record;
      assert.ok(articles[0] !== undefined);
      assert.ok(articles[0].record.annotations.length >= annotations.length - gone);
      assert.ok(articles[0].record.annotations.length <= annotations.length);
    });
  });

  it('webanno-tsv3 names no annotation that comes back as it was', () => {
    each((article) => {
      const { files, losses } = exportOne(format, article);
      const back = (importAll(format, files).articles[0]?.record.annotations ?? []).map(bare);
      const twice = article.record.annotations.map(bare);
      for (const { annotation, code } of losses) {
        if (annotation === undefined || !code.startsWith('webanno-tsv3')) continue;
        const before = article.record.annotations.find(({ id }) => id === annotation);
        assert.ok(before !== undefined);
        const same = bare(before);
        const twin = twice.filter((one) => one === same).length > 1;
        assert.ok(twin || !back.includes(same), `${code} for ${annotation}`);
      }
    });
  });
});

describe('laws of exchange', () => {
  for (const { id, rest } of LAWS) {
    const format = found(id);

    it(`${id} gives back every annotation that no loss names`, () => {
      each((article) => {
        const { files, losses } = exportOne(format, article);
        const { articles, issues } = importAll(format, files);
        assert.deepEqual(issues, []);
        assert.equal(articles[0]?.text, article.text);
        const named = new Set(losses.map(({ annotation }) => annotation));
        const unnamed = (all: readonly Annotation[] | undefined): Annotation[] =>
          byId(all ?? []).filter((one) => !named.has(one.id));
        assert.deepEqual(
          unnamed(articles[0]?.record.annotations),
          unnamed(article.record.annotations),
        );
        if (!rest) return;
        assert.equal(articles[0]?.path, article.path);
        const { status, rejected, orphans } = article.record;
        assert.equal(articles[0]?.record.status, status);
        assert.deepEqual(articles[0]?.record.rejected, rejected);
        assert.deepEqual(articles[0]?.record.orphans, orphans);
      });
    });

    it(`${id} names no annotation that comes back as it was`, () => {
      each((article) => {
        const { files, losses } = exportOne(format, article);
        const back = importAll(format, files).articles[0]?.record.annotations ?? [];
        for (const { annotation, code } of losses) {
          if (!code.startsWith(id) || code === 'prodigy-span-inside-token') continue;
          const before = article.record.annotations.find((one) => one.id === annotation);
          const after = back.find((one) => one.id === annotation);
          assert.notDeepEqual(after, before, `${code} for ${annotation ?? ''}`);
        }
      });
    });

    it(`${id} gives the same files after an import as before`, () => {
      each((article) => {
        const once = exportOne(format, article).files;
        const [back] = importAll(format, once).articles;
        assert.ok(back !== undefined);
        const again = exportOne(format, { ...back, labels: article.labels }).files;
        const [twice] = importAll(format, again).articles;
        assert.deepEqual(twice, back);
      });
    });
  }
});
