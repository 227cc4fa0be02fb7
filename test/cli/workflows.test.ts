// The workflows of the repository: what they name has to be there.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

interface Step {
  readonly uses?: string;
  readonly run?: string;
}
interface Workflow {
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

const FOLDER = resolve('.github/workflows');
const { scripts } = JSON.parse(readFileSync(resolve('package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

for (const name of readdirSync(FOLDER)) {
  describe(`the workflow ${name}`, () => {
    const workflow = parse(readFileSync(join(FOLDER, name), 'utf8')) as Workflow;
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
    const commands = steps.flatMap(({ run }) => run?.split('\n') ?? []);

    it('may only read, unless a job says otherwise', () => {
      assert.deepEqual(workflow.permissions, { contents: 'read' });
    });

    it('runs scripts that are there', () => {
      for (const command of commands) {
        const [, script] = command.match(/^npm run (\S+)/) ?? [];
        if (script !== undefined) assert.ok(script in scripts, command);
        const [, file] = command.match(/^(?:node )?([\w./-]+\/[\w./-]+)/) ?? [];
        if (file !== undefined) assert.ok(existsSync(resolve(file)), command);
      }
    });

    it('uses actions of a stated version', () => {
      for (const { uses } of steps) {
        if (uses !== undefined) assert.match(uses, /^[\w-]+\/[\w-]+@(v\d+|[0-9a-f]{40})$/);
      }
    });
  });
}
