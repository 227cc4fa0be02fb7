// Views with pages of their own, inside the real editor: their frames, and whether people who do not see
// or do not use a mouse can work with them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { type Editor, eventually } from './editor';

export type Frame = ReturnType<Editor['page']['frames']>[number];

/** The frame of the view that shows such an element. */
export function viewWith(editor: Editor, selector: string): Promise<Frame> {
  return eventually(
    `a view shows ${selector}`,
    async () => {
      for (const frame of editor.page.frames().slice(1)) {
        const count = await frame
          .locator(selector)
          .count()
          .catch(() => 0);
        if (count > 0) return frame;
      }
      return undefined;
    },
    30_000,
  );
}

interface AxeRun {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/** No rule of accessibility that a machine can check is broken in the page. */
export async function assertAccessible(frame: Frame): Promise<void> {
  await frame.evaluate(readFileSync(inRoot('node_modules/axe-core/axe.min.js'), 'utf8'));
  const { violations } = await frame.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<AxeRun> } };
    return JSON.parse(JSON.stringify(await axe.run())) as AxeRun;
  });
  const told = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html}\n${failureSummary}`),
  );
  assert.deepEqual(told, []);
}
