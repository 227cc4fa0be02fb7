// Commands that write sidecars, while another program writes the same ones: both end with the union.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, readdir, utimes, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { BusyError } from '../../src/core/corpus/exclusive';
import type { Files } from '../../src/core/corpus/files';
import { lockName } from '../../src/core/corpus/files';
import type { Annotation } from '../../src/core/model/annotation';
import { compareAnnotations } from '../../src/core/model/order';
import { readSidecar } from '../../src/core/sidecar/read';
import { updateSidecar } from '../../src/core/sidecar/write';
import { exclusively } from '../../src/node/lock';
import { nodeFiles } from '../../src/node/nodeFiles';
import { entity } from '../support/article';
import { cli, Scratch } from '../support/cli';
import { annotated, sidecarText } from '../support/corpus';

const CLI = resolve('dist', 'cli.js');
const TEXT = 'زار الرئيس المصري عبد الفتاح السيسي مدينة الرياض أمس.\nوعاد إلى القاهرة مساء.\n';
const PLACE = { ...entity(TEXT, 'GPE', 'الرياض'), id: 'gggggg' };

async function idsIn(path: string): Promise<string[]> {
  const read = readSidecar(await readFile(path, 'utf8'), path);
  assert.ok(read.ok);
  return read.value.data.annotations.map(({ id }) => id);
}

/** Adds an annotation of one character, as a program that has the lock may. */
async function add(path: string, id: string, start: number): Promise<void> {
  const read = readSidecar(await readFile(path, 'utf8'), path);
  assert.ok(read.ok);
  const { data } = read.value;
  const one: Annotation = { id, label: 'MISC', start, end: start + 1, quote: TEXT.charAt(start) };
  const annotations = [...data.annotations, one].sort(compareAnnotations);
  await nodeFiles.write(path, updateSidecar(read.value, { ...data, annotations }).source);
}

/** This machine's files, where another program adds an annotation just before the first lock is had. */
function interrupted(id: string): Files {
  let isFirst = true;
  return {
    ...nodeFiles,
    exclusively: async (path, task) => {
      if (isFirst) await add(path, id, 0);
      isFirst = false;
      return task(false);
    },
  };
}

describe('commands beside another program', () => {
  let scratch: Scratch;
  beforeEach(() => (scratch = new Scratch()));
  afterEach(() => scratch.remove());

  const commands: readonly (readonly [name: string, text: string, argv: readonly string[]])[] = [
    ['detect --accept', TEXT, ['detect', 'a.txt', '--accept']],
    ['anchor --write', `عاجل: ${TEXT}`, ['anchor', 'a.txt', '--write']],
    ['validate --fix', `عاجل: ${TEXT}`, ['validate', 'a.txt', '--fix', '--no-suggestions']],
    ['merge', TEXT, ['merge', 'base', 'a.txt.ann.yaml', 'theirs']],
  ];
  for (const [name, text, [command = '', ...rest]] of commands) {
    it(`${name} keeps what was saved after it had read`, async () => {
      await scratch.put({
        ...annotated('a.txt', TEXT, [PLACE]),
        'a.txt': text,
        base: sidecarText('a.txt', TEXT, [PLACE]),
        theirs: sidecarText('a.txt', TEXT, [
          PLACE,
          { ...entity(TEXT, 'GPE', 'القاهرة'), id: 'kkkkkk' },
        ]),
      });
      const argv = rest.map((one) => (one.startsWith('--') ? one : scratch.at(one)));
      const before = await scratch.text('a.txt.ann.yaml');
      await cli([command, ...argv], [], { files: interrupted('xxxxxx') });
      const ids = await idsIn(scratch.at('a.txt.ann.yaml'));
      assert.ok(ids.includes('xxxxxx') && ids.includes('gggggg'), ids.join());
      assert.notEqual(await scratch.text('a.txt.ann.yaml'), before);
    });
  }

  const busy: Files = { ...nodeFiles, exclusively: (path) => Promise.reject(new BusyError(path)) };
  for (const [lang, words] of [
    ['en', 'another program is writing it'],
    ['ar', 'برنامج آخر يكتب فيه الآن'],
  ] as const) {
    it(`says in ${lang} that a sidecar does not become free, and leaves it`, async () => {
      await scratch.put({ ...annotated('a.txt', TEXT, [PLACE]), base: '' });
      const before = await scratch.text('a.txt.ann.yaml');
      const sidecar = scratch.at('a.txt.ann.yaml');
      for (const argv of [
        ['detect', scratch.at('a.txt'), '--accept'],
        ['anchor', scratch.at('a.txt'), '--write'],
        ['merge', scratch.at('base'), sidecar, sidecar],
      ]) {
        const { code, err } = await cli([...argv, '--lang', lang], [], { files: busy });
        assert.equal(code, 3, argv[0]);
        assert.ok(err.includes(words), err);
      }
      assert.equal(await scratch.text('a.txt.ann.yaml'), before);
    });
  }

  it('removes the lock of a program that was killed, and says so', async () => {
    await scratch.put(annotated('a.txt', TEXT, [PLACE]));
    const lock = scratch.at(lockName('a.txt.ann.yaml'));
    await writeFile(lock, '');
    const longAgo = new Date(Date.now() - 3_600_000);
    await utimes(lock, longAgo, longAgo);
    const { code, err } = await cli(['detect', scratch.at('a.txt'), '--accept', '--lang', 'ar']);
    assert.equal(code, 0);
    assert.match(err, /أُزيل قفل تركه برنامج/);
    assert.deepEqual((await readdir(scratch.path)).sort(), ['a.txt', 'a.txt.ann.yaml']);
  });

  it('two processes that accept, and one that adds, end with the union', async function () {
    this.timeout(60_000);
    if (!existsSync(CLI)) return this.skip();
    await scratch.put(annotated('a.txt', TEXT, [PLACE]));
    const path = scratch.at('a.txt.ann.yaml');
    let isRunning = true;
    const added: string[] = [];
    const adding = async (): Promise<void> => {
      for (let n = 0; isRunning || n < 20; n += 1) {
        // On the first letter, so that names are left to accept however late the others begin.
        await exclusively(path, () => add(path, `x${n}`, 0));
        added.push(`x${n}`);
        await new Promise((wake) => setTimeout(wake, 5));
      }
    };
    const argv = ['detect', scratch.at('a.txt'), '--accept', '--model', 'off', '--json'];
    const accepting = Promise.all([accepts(argv), accepts(argv)]).finally(() => {
      isRunning = false;
    });
    const [counts] = await Promise.all([accepting, adding()]);
    const ids = await idsIn(path);
    const lost = ['gggggg', ...added].filter((id) => !ids.includes(id));
    assert.deepEqual(lost, []);
    const accepted = counts[0] + counts[1];
    assert.ok(accepted > 0);
    assert.equal(new Set(ids).size, 1 + added.length + accepted);
  });
});

/** Runs the bundle; how many suggestions it says it wrote. */
function accepts(argv: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [CLI, ...argv], { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.on('data', (piece) => (out += String(piece)));
  return new Promise((done, reject) => {
    child.on('error', reject);
    child.on('close', () => done((JSON.parse(out) as { accepted: number }).accepted));
  });
}
