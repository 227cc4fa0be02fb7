import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findImportFormat } from '../../src/core/format/registry';
import type { ImportFile } from '../../src/core/format/format';
import { codes, importAll } from './exchange';

/** What an importer makes of one case of another tool's files. */
export interface Case {
  readonly suite: string;
  readonly name: string;
  readonly format: string;
  /** Files of the case, below the folder with conformance files. */
  readonly paths: readonly string[];
  readonly articles: number;
  readonly spans: number;
  /** How often each issue was told, by code. */
  readonly issues: Readonly<Record<string, number>>;
}

interface Input {
  readonly suite: string;
  readonly name: string;
  readonly format: string;
  readonly paths: readonly string[];
}

/** Every case below the folder with conformance files, in order of suite and name. */
export function conformanceCases(root: string): readonly Case[] {
  return inputs(root).map(({ suite, name, format, paths }) => {
    const importer = findImportFormat(format);
    if (importer === undefined) throw new Error(format);
    const files = paths.map((path): ImportFile => ({ path: fileName(path), content: read(path) }));
    const { articles, issues } = importAll(importer, files);
    const spans = articles.reduce((sum, { record }) => sum + record.annotations.length, 0);
    return {
      suite,
      name,
      format,
      paths: paths.map((path) => relative(root, path)),
      articles: articles.length,
      spans,
      issues: codes(issues),
    };
  });
}

/** Every file below the folder, relative to it. */
export function conformanceFiles(root: string): readonly string[] {
  return filesBelow(root).map((path) => relative(root, path));
}

function inputs(root: string): Input[] {
  const single = (suite: string, format: string, pattern: RegExp): Input[] =>
    filesBelow(join(root, suite))
      .filter((path) => pattern.test(path))
      .map((path) => {
        const name = path.slice(join(root, suite).length + 1);
        return { suite, name, format, paths: [path] };
      });
  const brat = join(root, 'brat', 'tutorials-bio');
  const documents = readdirSync(brat).filter((name) => name.endsWith('.txt'));
  return [
    ...documents.sort().map((name): Input => {
      const stem = name.slice(0, -'.txt'.length);
      const paths = ['.txt', '.ann'].map((end) => join(brat, stem + end)).filter(existsSync);
      return { suite: 'brat', name: stem, format: 'brat', paths };
    }),
    ...single('doccano', 'doccano', /\.jsonl$/),
    ...single('doccano', 'conll', /\.conll$|\.txt$/),
    ...single(
      'label-studio',
      'label-studio',
      /test_export.*data.*\.json$|test_export_csv.*\.json$/,
    ),
    ...single('uima-cas', 'cas-json', /data\.json$/),
    ...single('uima-cas', 'cas-xmi', /\.xmi$/),
    ...single('w3c', 'w3c', /\.json$/),
    ...single('webanno-tsv3', 'webanno-tsv3', /\.tsv$/),
    ...single('webanno-tsv3', 'cas-xmi', /\.xmi$/),
  ];
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort();
}

function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

function read(path: string): string {
  return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
}
