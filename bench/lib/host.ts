// What goes on in the extension host, by its own clocks.
import type { Session } from 'node:inspector/promises';
import type { Editor } from '../../scripts/lib/editor.mjs';

/**
 * Work of the extension host between `startProfile` and `stopProfile`, in milliseconds of processor time:
 * on a busy machine the clock goes on while the thread waits for its turn.
 */
export interface HostWork {
  /** With code of the extension on the stack: what it does and what it makes VS Code do. */
  readonly ours: number;
  /** The longest time on end of it, by the clock. */
  readonly longest: number;
  /** Everything that the thread did. */
  readonly all: number;
  /** Functions of the extension by time with all that they call, the most first: line, name, time. */
  readonly top: readonly (readonly [place: string, time: number])[];
}

interface Running {
  session: Session;
  cpu: number;
}

type Holder = typeof globalThis & { hashiyaProfile?: Running };

export function startProfile(editor: Editor): Promise<void> {
  return editor.host(async () => {
    const { Session } = process.getBuiltinModule('node:inspector/promises');
    const session = new Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: 200 });
    await session.post('Profiler.start');
    type Thread = typeof process & { threadCpuUsage?(): { user: number; system: number } };
    const used = (process as Thread).threadCpuUsage?.() ?? { user: 0, system: 0 };
    (globalThis as Holder).hashiyaProfile = {
      session,
      cpu: used.user + used.system,
    };
  });
}

export function stopProfile(editor: Editor): Promise<HostWork> {
  return editor.host(async () => {
    type Thread = typeof process & { threadCpuUsage?(): { user: number; system: number } };
    const running = (globalThis as Holder).hashiyaProfile;
    if (running === undefined) throw new Error('No profile was started.');
    const used = (process as Thread).threadCpuUsage?.() ?? { user: 0, system: 0 };
    const { profile } = await running.session.post('Profiler.stop');
    running.session.disconnect();

    const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
    const parents = new Map<number, number>();
    for (const node of profile.nodes)
      for (const child of node.children ?? []) parents.set(child, node.id);
    /** Functions of the extension from the inside out, for each node. */
    const stacks = new Map<number, readonly string[]>();
    const stackOf = (id: number): readonly string[] => {
      const known = stacks.get(id);
      if (known !== undefined) return known;
      const parent = parents.get(id);
      const below = parent === undefined ? [] : stackOf(parent);
      const frame = nodes.get(id)?.callFrame;
      const own = frame?.url.includes('hashiya.hashiya-') === true;
      const name = `${(frame?.lineNumber ?? 0) + 1}:${(frame?.columnNumber ?? 0) + 1} ${frame?.functionName ?? ''}`;
      const stack = own ? [name, ...below] : below;
      stacks.set(id, stack);
      return stack;
    };
    const by = new Map<string, number>();
    let [ours, active, longest, run] = [0, 0, 0, 0];
    profile.samples?.forEach((id, at) => {
      // A delta tells how long after the sample before this one was taken.
      const took = (profile.timeDeltas?.[at + 1] ?? 0) / 1000;
      const stack = stackOf(id);
      if (nodes.get(id)?.callFrame.functionName !== '(idle)') active += took;
      if (stack.length === 0) run = 0;
      else {
        ours += took;
        run += took;
        longest = Math.max(longest, run);
      }
      for (const name of new Set(stack)) by.set(name, (by.get(name) ?? 0) + took);
    });
    const top = [...by].sort((a, b) => b[1] - a[1]).slice(0, 30);
    const all = (used.user + used.system - running.cpu) / 1000;
    return { ours: active === 0 ? 0 : (all * ours) / active, longest, all, top };
  });
}
