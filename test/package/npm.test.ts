// The package as npm packs it: a program imports it with types, requires it, and runs its command.
import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const PROGRAM = `
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  createEngine, findFormat, loadCutModel, loadModel, segment, tokenize, useCutModel,
  type Engine, type Span,
} from 'hashiya';
const weights = (name: string) =>
  readFileSync(createRequire(import.meta.url).resolve('hashiya/models/' + name));
const cuts = loadCutModel(weights('proclitics-1.bin'));
if (cuts.ok) useCutModel(cuts.model);
const names = loadModel(weights('entities-1.bin'));
console.log(cuts.ok, names.ok);
const engine: Engine = createEngine(names.ok ? { model: names.model } : {});
const spans: Span[] = tokenize('وصل، ثم عاد');
console.log(segment('وبالسفارة').proclitics.join('+'), spans.length, findFormat('parquet')?.id, typeof engine.suggest);
`;
const SAID = 'true true\nو+ب 4 parquet function\n';

describe('the package for npm', function () {
  this.timeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'hashiya-npm-'));
  const run = (command: string, ...args: string[]) => {
    const options = { cwd: folder, encoding: 'utf8' as const };
    const { status, stdout, stderr } = spawnSync(command, args, options);
    assert.equal(status, 0, `${command} ${args.join(' ')}: ${stdout}${stderr}`);
    return stdout;
  };

  before('pack it and lay it out as an installation does', () => {
    const packed = spawnSync('npm', ['pack', '--pack-destination', folder], { encoding: 'utf8' });
    assert.equal(packed.status, 0, packed.stderr);
    const [tarball] = readdirSync(folder);
    assert.ok(tarball !== undefined);
    run('tar', '-xzf', tarball);
    mkdirSync(join(folder, 'node_modules', '.bin'), { recursive: true });
    symlinkSync(join(folder, 'package'), join(folder, 'node_modules', 'hashiya'), 'junction');
    chmodSync(join(folder, 'package', 'dist', 'cli.js'), 0o755);
    symlinkSync('../hashiya/dist/cli.js', join(folder, 'node_modules', '.bin', 'hashiya'));
    writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
    writeFileSync(join(folder, 'program.ts'), PROGRAM);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('has types that a strict program compiles against, and can be imported', () => {
    const tsc = resolve('node_modules/typescript/bin/tsc');
    const how = ['--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2023'];
    const types = ['--types', 'node', '--typeRoots', resolve('node_modules/@types')];
    run(process.execPath, tsc, 'program.ts', ...how, ...types);
    assert.equal(run(process.execPath, 'program.js'), SAID);
  });

  it('can be required', () => {
    const script = "console.log(require('hashiya').segment('وبالسفارة').stem)";
    writeFileSync(join(folder, 'program.cjs'), script);
    assert.equal(run(process.execPath, 'program.cjs'), 'السفارة\n');
  });

  it('runs as `npx hashiya`, with the model', () => {
    assert.match(run('npx', '--offline', 'hashiya', '--version'), /^hashiya \d/);
    writeFileSync(join(folder, 'a.txt'), 'زار الوزير عمر القاهرة أمس.\n');
    assert.match(run('npx', '--offline', 'hashiya', 'detect', 'a.txt'), /القاهرة/);
  });
});
