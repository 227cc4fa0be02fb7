// `hashiya merge` as the merge driver of a real repository, with the bundle that ships.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readSidecar } from '../../src/core/sidecar/read';
import { writeSidecar } from '../../src/core/sidecar/write';
import { conflictOf } from '../../src/core/model/conflicts';
import type { Annotation } from '../../src/core/model/annotation';
import { Scratch } from '../support/cli';

const CLI = resolve('dist', 'cli.js');
const SIDECAR = 'a.txt.ann.yaml';
const NAMES: Annotation[] = [
  { id: 'aaaaa1', label: 'GPE', start: 4, end: 7, quote: 'تعز' },
  { id: 'bbbbb2', label: 'PERS', start: 20, end: 24, quote: 'سمير' },
  { id: 'ccccc3', label: 'ORG', start: 30, end: 35, quote: 'الهلال' },
];

function sidecar(annotations: readonly Annotation[]): string {
  const article = { file: 'a.txt', unit: 'codepoint' } as const;
  return writeSidecar(undefined, { article, status: 'in-progress', annotations, rejected: [] });
}

describe('hashiya merge in a Git repository', function () {
  this.timeout(30_000);
  let scratch: Scratch;
  const run = (command: string, ...args: string[]) =>
    spawnSync(command, args, { cwd: scratch.path, encoding: 'utf8' });
  const git = (...args: string[]) =>
    run('git', '-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args);
  before(function () {
    const found = spawnSync('git', ['--version']).status === 0;
    if (!existsSync(CLI) || !found || process.platform === 'win32') this.skip();
  });
  beforeEach(() => (scratch = new Scratch()));
  afterEach(() => scratch.remove());

  /** Two branches from one base, each with its sidecar; the merge of theirs into ours. */
  async function merged(ours: readonly Annotation[], theirs: readonly Annotation[]) {
    await scratch.put({ 'a.txt': 'نص\n', [SIDECAR]: sidecar(NAMES.slice(0, 2)) });
    git('init', '-q', '-b', 'main');
    assert.equal(run(process.execPath, CLI, 'merge', '--install', scratch.path).status, 0);
    git('config', 'merge.hashiya.driver', `"${process.execPath}" "${CLI}" merge %O %A %B`);
    git('add', '.');
    git('commit', '-q', '-m', 'base');
    git('switch', '-q', '-c', 'theirs');
    await scratch.put({ [SIDECAR]: sidecar(theirs) });
    git('commit', '-q', '-a', '-m', 'theirs');
    git('switch', '-q', 'main');
    await scratch.put({ [SIDECAR]: sidecar(ours) });
    git('commit', '-q', '-a', '-m', 'ours');
    const { status } = git('merge', '-q', '-m', 'both', 'theirs');
    const read = readSidecar(await scratch.text(SIDECAR), SIDECAR);
    assert.ok(read.ok, JSON.stringify(read.issues));
    return { status, annotations: read.value.data.annotations };
  }

  it('brings together what two branches did, where a merge by lines fails', async () => {
    const [gpe, pers, org] = NAMES as [Annotation, Annotation, Annotation];
    const { status, annotations } = await merged(
      [{ ...gpe, note: 'مدينة' }, pers, org],
      [
        { ...gpe, link: 'wikidata:Q1' },
        { ...org, id: 'ddddd4', label: 'FAC' },
      ],
    );
    assert.equal(status, 0);
    assert.deepEqual(
      annotations.map(({ id, note, link }) => [id, note, link]),
      [
        ['aaaaa1', 'مدينة', 'wikidata:Q1'],
        ['ccccc3', undefined, undefined],
        ['ddddd4', undefined, undefined],
      ],
    );
    assert.equal(git('status', '--porcelain').stdout, '');
  });

  it('marks a true conflict inside valid YAML, and lets Git say so', async () => {
    const [gpe, pers] = NAMES as [Annotation, Annotation];
    const { status, annotations } = await merged(
      [{ ...gpe, label: 'LOC' }, pers],
      [{ ...gpe, label: 'FAC' }, pers],
    );
    assert.equal(status, 1);
    assert.match(git('status', '--porcelain').stdout, /^UU a\.txt\.ann\.yaml/m);
    const versions = annotations.filter((one) => conflictOf(one) !== undefined);
    assert.deepEqual(versions.map(({ label }) => label).sort(), ['FAC', 'LOC']);
  });
});
