import assert from 'node:assert/strict';
import type { ExportArticle } from '../../../src/core/corpus/exporter';
import { brat } from '../../../src/core/format/brat';
import { jsonl } from '../../../src/core/format/jsonl';
import { w3c } from '../../../src/core/format/w3c';
import type { Annotation } from '../../../src/core/model/annotation';
import { compareSpans } from '../../../src/core/text/span';
import { randomArticle } from '../../support/annotated';
import { exportOne, importAll } from '../../support/exchange';
import { random } from '../../support/random';

const RUNS = 120;

function each(law: (article: ExportArticle, seed: number) => void): void {
  for (let seed = 1; seed <= RUNS; seed += 1) {
    try {
      law(randomArticle(random(seed)), seed);
    } catch (error) {
      throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

function byId(annotations: readonly Annotation[]): Annotation[] {
  return [...annotations].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Annotations in the order of the record, which equal spans may have in any order. */
function sorted(annotations: readonly Annotation[]): Annotation[] {
  return [...annotations].sort((a, b) => compareSpans(a, b) || (a.id < b.id ? -1 : 1));
}

describe('round trips over random articles', () => {
  it('JSONL gives back the whole record', () => {
    each((article) => {
      const { files, losses } = exportOne(jsonl, article);
      const { articles, issues } = importAll(jsonl, files);
      assert.deepEqual(losses, []);
      assert.deepEqual(issues, []);
      assert.equal(articles[0]?.path, article.path);
      assert.equal(articles[0]?.text, article.text);
      assert.deepEqual(articles[0]?.record, article.record);
    });
  });

  it('W3C gives back all but rejections and orphans, and says so', () => {
    each((article) => {
      const { files, losses } = exportOne(w3c, article);
      const { articles, issues } = importAll(w3c, files);
      assert.deepEqual(issues, []);
      assert.equal(articles[0]?.text, article.text);
      assert.equal(articles[0]?.record.status, article.record.status);
      assert.deepEqual(
        sorted(articles[0]?.record.annotations ?? []),
        sorted(article.record.annotations),
      );
      const { rejected, orphans } = article.record;
      assert.equal(losses.length, rejected.length + orphans.length);
    });
  });

  it('brat gives back every annotation that no loss names', () => {
    each((article) => {
      const { files, losses } = exportOne(brat, article);
      const { articles, issues } = importAll(brat, files);
      assert.deepEqual(issues, []);
      assert.equal(articles[0]?.text, article.text);
      const named = new Set(losses.map(({ annotation }) => annotation));
      const back = byId(articles[0]?.record.annotations ?? []);
      assert.deepEqual(
        back.filter(({ id }) => !named.has(id)),
        byId(article.record.annotations).filter(({ id }) => !named.has(id)),
      );
    });
  });

  it('brat names no annotation that comes back as it was', () => {
    each((article) => {
      const { files, losses } = exportOne(brat, article);
      const back = importAll(brat, files).articles[0]?.record.annotations ?? [];
      for (const { annotation, code } of losses) {
        if (!code.startsWith('brat-')) continue;
        const before = article.record.annotations.find(({ id }) => id === annotation);
        const after = back.find(({ id }) => id === annotation);
        assert.notDeepEqual(after, before, `${code} for ${annotation ?? ''}`);
      }
    });
  });
});

describe('the offset law', () => {
  /** What Python's `open(p, encoding='utf-8-sig').read()` gives. */
  const pythonRead = (content: string): string[] =>
    Array.from(content.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));

  it('holds for every T line of brat over the text beside it', () => {
    each((article) => {
      const { files } = exportOne(brat, article);
      const text = pythonRead(files[0]?.content ?? '');
      for (const line of (files[1]?.content ?? '').split('\n')) {
        const [, places, words] = /^T\d+\t\S+ ([\d ;]+)\t(.*)$/s.exec(line) ?? [];
        if (places === undefined) continue;
        const cut = places.split(';').map((place) => {
          const [start = 0, end = 0] = place.split(' ').map(Number);
          return text.slice(start, end).join('');
        });
        assert.equal(cut.join(' '), words);
      }
    });
  });

  it('holds for every span of JSONL and every selector of W3C', () => {
    each((article) => {
      const text = Array.from(article.text);
      let seen = 0;
      const check = (start: number, end: number, quote: string): void => {
        assert.equal(text.slice(start, end).join(''), quote);
        seen += 1;
      };
      const line = JSON.parse(exportOne(jsonl, article).files[0]?.content ?? '') as {
        annotations: { start: number; end: number; quote: string }[];
      };
      for (const { start, end, quote } of line.annotations) check(start, end, quote);
      const page = exportOne(w3c, article).files[1]?.content ?? '';
      JSON.parse(page, (_key, value: unknown) => {
        if (!Array.isArray(value)) return value;
        const [quote, place] = value as { exact?: string; start?: number; end?: number }[];
        if (quote?.exact !== undefined) check(place?.start ?? -1, place?.end ?? -1, quote.exact);
        return value;
      });
      assert.ok(seen >= article.record.annotations.length * 2);
    });
  });
});
