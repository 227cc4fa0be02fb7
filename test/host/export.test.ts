import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { ExportReport } from '../../src/core/corpus/exportCorpus';
import { pythonText, readText } from './articles';
import { testWorkspace } from './support';

/** A corpus of the samples alone, without what other tests put into the workspace. */
const base = mkdtempSync(join(tmpdir(), 'hashiya-export-'));
const corpus = mkdtempSync(join(base, 'corpus-'));
for (const name of readdirSync(testWorkspace())) {
  if (/\.(txt|yaml)$/.test(name)) copyFileSync(join(testWorkspace(), name), join(corpus, name));
}

/** Exports the sample corpus by the extension's command and answers the folder and the report. */
async function exported(format: string, more: object = {}) {
  const out = mkdtempSync(join(base, `${format}-`));
  const report = await vscode.commands.executeCommand<ExportReport | undefined>(
    'hashiya.exportCorpus',
    {
      root: vscode.Uri.file(corpus).toString(),
      out: vscode.Uri.file(out).toString(),
      format,
      ...more,
    },
  );
  assert.equal(report?.outcome, 'done');
  return { out, report: report as ExportReport };
}

function slice(article: string, start: number, end: number): string {
  return pythonText(join(corpus, article)).slice(start, end).join('');
}

describe('exporting the corpus from the editor', () => {
  after(() => rmSync(base, { recursive: true }));

  it('writes JSONL whose offsets hold in code points', async () => {
    const { out, report } = await exported('jsonl');
    const files = readdirSync(out).filter((name) => name.endsWith('.jsonl'));
    assert.ok(files.length > 0);
    let checked = 0;
    for (const file of files) {
      for (const line of readText(join(out, file)).split('\n').filter(Boolean)) {
        const article = JSON.parse(line) as {
          path: string;
          text: string;
          annotations: { start: number; end: number; quote: string }[];
        };
        assert.equal(article.text, pythonText(join(corpus, article.path)).join(''));
        for (const { start, end, quote } of article.annotations) {
          assert.equal(slice(article.path, start, end), quote);
          checked += 1;
        }
      }
    }
    const { entities, claims } = report.manifest.counts;
    assert.equal(checked, entities + claims);
    assert.ok(checked > 100);
  });

  it('writes brat standoff whose offsets hold in code points', async () => {
    const { out } = await exported('brat');
    const names = readdirSync(out, { recursive: true }).map(String);
    let checked = 0;
    for (const name of names.filter((n) => n.endsWith('.ann'))) {
      const text = [...readText(join(out, name.replace(/\.ann$/, '.txt')))];
      for (const line of readText(join(out, name)).split('\n')) {
        const bound = /^T\d+\t\S+ (\d+) (\d+)\t(.*)$/u.exec(line);
        if (bound === null) continue;
        const [, start, end, quote] = bound;
        assert.equal(text.slice(Number(start), Number(end)).join('').replace(/\n/g, ' '), quote);
        checked += 1;
      }
    }
    assert.ok(checked > 100, `${checked}`);
    assert.ok(names.includes('annotation.conf'));
  });

  it('writes CoNLL in both schemes', async () => {
    for (const scheme of ['bio', 'bioes']) {
      const { out } = await exported('conll', { options: { scheme } });
      const file = readdirSync(out).find((name) => /\.(conll|txt|bio|bioes)$/.test(name));
      const text = readText(join(out, file!));
      assert.match(text, /^-DOCSTART-/m);
      assert.match(text, /[\t ]B-ORG$/m);
      assert.equal(/[\t ]S-GPE$/m.test(text), scheme === 'bioes');
    }
  });

  it('writes W3C annotations whose positions hold in code points', async () => {
    const { out } = await exported('w3c');
    const names = readdirSync(out, { recursive: true }).map(String);
    const files = names.filter((n) => /\.json(ld|l)?$/.test(n) && !n.endsWith('manifest.json'));
    let checked = 0;
    const visit = (value: unknown, source: string): void => {
      if (Array.isArray(value)) return value.forEach((item) => visit(item, source));
      if (typeof value !== 'object' || value === null) return;
      const map = value as Record<string, unknown>;
      const from = typeof map['source'] === 'string' ? map['source'] : source;
      if (Array.isArray(map['selector'])) {
        const selectors = map['selector'] as Record<string, unknown>[];
        const quote = selectors.find((s) => s['type'] === 'TextQuoteSelector');
        const position = selectors.find((s) => s['type'] === 'TextPositionSelector');
        if (quote !== undefined && position !== undefined) {
          const article = decodeURIComponent(from.split('/').pop()!);
          assert.equal(
            slice(article, Number(position['start']), Number(position['end'])),
            quote['exact'],
          );
          checked += 1;
        }
      }
      Object.values(map).forEach((item) => visit(item, from));
    };
    for (const file of files) {
      for (const chunk of file.endsWith('l')
        ? readText(join(out, file)).split('\n').filter(Boolean)
        : [readText(join(out, file))]) {
        visit(JSON.parse(chunk), '');
      }
    }
    assert.ok(checked > 100, `${checked} of ${files.join(' ')}`);
  });

  it('divides the corpus, the same way each time, and says so in the manifest', async () => {
    const first = await exported('jsonl', { split: '50/50', seed: 7 });
    const second = await exported('jsonl', { split: '50/50', seed: 7 });
    const manifest = readText(join(first.out, 'manifest.json'));
    assert.equal(manifest, readText(join(second.out, 'manifest.json')));
    assert.deepEqual(JSON.parse(manifest).split.names, ['train', 'test']);
  });
});
