// Kills exports and imports at random moments, as the system does when memory runs out or the power goes:
// nothing half may stand under a final name, and a rerun completes to the very same files.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { random } from '../../test/support/random';

/** A command that makes the folder `out` from something that is there. */
interface Job {
  readonly name: string;
  argv(out: string): string[];
}

/** What a job makes when nobody disturbs it, and how many milliseconds that takes. */
interface Measured {
  readonly whole: ReadonlyMap<string, Buffer>;
  readonly took: number;
}

export interface KillOptions {
  /** The command line's bundle. */
  readonly cli: string;
  /** A corpus, and a folder for everything else; the caller removes it. */
  readonly corpus: string;
  readonly scratch: string;
}

const FORMATS = ['jsonl', 'brat', 'conll', 'parquet'];
const IMPORTS = ['jsonl', 'brat'];

/** Exports in several formats, and imports of what they made. */
export class Kills {
  private readonly jobs: readonly Job[];
  private readonly measured = new Map<Job, Measured>();

  constructor(private readonly options: KillOptions) {
    const { corpus, scratch } = options;
    const exports = FORMATS.map((format): Job => {
      const argv = (out: string): string[] => ['export', corpus, '--format', format, '--out', out];
      return { name: `export ${format}`, argv };
    });
    const imports = IMPORTS.map((format): Job => {
      const from = join(scratch, `whole-export-${format}`);
      const argv = (out: string): string[] => ['import', from, '--format', format, '--out', out];
      return { name: `import ${format}`, argv };
    });
    this.jobs = [...exports, ...imports];
  }

  /** Kills one job at a moment that the seed gives, looks, and lets it run again. Throws where something is wrong. */
  async once(seed: number): Promise<void> {
    const job = this.jobs[seed % this.jobs.length];
    if (job === undefined) return;
    const { whole, took } = this.measure(job);
    const out = join(this.options.scratch, `killed-${seed}`);
    const child = spawn(process.execPath, [this.options.cli, ...job.argv(out)], {
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => child.on('exit', resolve));
    const timer = setTimeout(() => child.kill('SIGKILL'), random(seed)() * took);
    await ended;
    clearTimeout(timer);
    const what = `${job.name}, seed ${seed}`;
    for (const [path, content] of filesOf(out)) {
      if (isHidden(path)) continue;
      if (path === 'manifest.json') JSON.parse(content.toString('utf8'));
      else assert.ok(whole.get(path)?.equals(content), `${what}: ${path} is not whole`);
    }
    this.run(job, out);
    const after = filesOf(out);
    assert.deepEqual([...after.keys()].sort(), [...whole.keys()].sort(), what);
    for (const [path, content] of whole) assert.ok(after.get(path)?.equals(content), path);
    rmSync(out, { recursive: true, force: true });
  }

  /** Runs the job undisturbed when it is first needed; an import, after the export that it takes. */
  private measure(job: Job): Measured {
    const known = this.measured.get(job);
    if (known !== undefined) return known;
    const source = this.jobs.find(({ name }) => job.name === name.replace('export', 'import'));
    if (source !== undefined && source !== job) this.measure(source);
    const out = join(this.options.scratch, `whole-${job.name.replace(' ', '-')}`);
    const began = performance.now();
    this.run(job, out);
    const measured = { whole: filesOf(out), took: performance.now() - began };
    this.measured.set(job, measured);
    return measured;
  }

  private run(job: Job, out: string): void {
    const { status, stderr } = spawnSync(process.execPath, [this.options.cli, ...job.argv(out)], {
      encoding: 'utf8',
    });
    assert.equal(status, 0, `${job.name}: ${stderr}`);
  }
}

function isHidden(path: string): boolean {
  return path.slice(path.lastIndexOf('/') + 1).startsWith('.');
}

function filesOf(folder: string): Map<string, Buffer> {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path)]),
  );
}
