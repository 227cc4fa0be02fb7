// The bytes of every export, against files that a person has looked at. To change them on purpose:
// HASHIYA_GOLDEN=write npm run test:unit, then read the difference.
import assert from 'node:assert/strict';
import { exportCorpus } from '../../../src/core/corpus/exportCorpus';
import { VERSION } from '../../../src/core/corpus/version';
import { resolveOptions } from '../../../src/core/format/format';
import { findFormat } from '../../../src/core/format/registry';
import { assertGolden, goldenFiles } from '../../support/golden';
import { MemoryFiles } from '../../support/memoryFiles';

const CASES = [
  { id: 'jsonl', format: 'jsonl', options: {} },
  { id: 'jsonl-split', format: 'jsonl', options: {}, split: '50/50', seed: 3 },
  { id: 'conll', format: 'conll', options: {} },
  { id: 'conll-cut-bioes', format: 'conll', options: { scheme: 'bioes', proclitics: 'cut' } },
  { id: 'brat', format: 'brat', options: {} },
  { id: 'w3c', format: 'w3c', options: {} },
  { id: 'doccano', format: 'doccano', options: {} },
  { id: 'webanno-tsv3', format: 'webanno-tsv3', options: {} },
  { id: 'label-studio', format: 'label-studio', options: {} },
  { id: 'cas-json', format: 'cas-json', options: {} },
  { id: 'cas-xmi', format: 'cas-xmi', options: {} },
  { id: 'prodigy', format: 'prodigy', options: {} },
  { id: 'csv', format: 'csv', options: {} },
  { id: 'spacy', format: 'spacy', options: {} },
  { id: 'hf', format: 'hf', options: {} },
  { id: 'claimreview', format: 'claimreview', options: {} },
  { id: 'html', format: 'html', options: {} },
];

function corpus(): MemoryFiles {
  const files = new MemoryFiles();
  for (const [path, bytes] of Object.entries(goldenFiles('mixed-news', 'in'))) {
    files.content.set(`corpus/${path}`, bytes);
  }
  assert.ok(files.content.size > 0, 'the golden corpus is not there');
  return files;
}

describe('golden exports', () => {
  for (const { id, format: name, options, ...rest } of CASES) {
    it(id, async () => {
      const format = findFormat(name);
      assert.ok(format !== undefined);
      const files = corpus();
      const report = await exportCorpus({
        files,
        root: 'corpus',
        out: 'out',
        format,
        options: resolveOptions(format, options).values,
        ...rest,
      });
      assert.equal(report.outcome, 'done');
      const made = Object.entries(files.snapshot())
        .filter(([path]) => path.startsWith('out/'))
        .map(([path, content]): [string, string] => [
          path.slice('out/'.length),
          // The one thing in an export that a new release changes.
          content.replace(`"version": ${JSON.stringify(VERSION)}`, '"version": "0.0.0"'),
        ]);
      assertGolden(Object.fromEntries(made), 'mixed-news', id);
    });
  }
});
