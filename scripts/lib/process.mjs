// Child processes: run one to its end, start one in a group of its own, stop the whole group.
import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/** npm's own script where npm started us, else the command found on the PATH. */
const npmScript = process.env['npm_execpath'];

/**
 * Runs a program to its end with our streams.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit code; 1 when it was killed or could not be started
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      ...options,
    });
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs one of our Node scripts to its end.
 * @param {readonly string[]} args script path, then its arguments
 * @param {NodeJS.ProcessEnv} [env] added to ours
 */
export const runNode = (args, env = {}) =>
  run(process.execPath, args, { env: { ...process.env, ...env } });

/**
 * Runs npm to its end, the same npm that started us when there is one.
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function npm(args, options = {}) {
  return npmScript?.endsWith('.js')
    ? run(process.execPath, [npmScript, ...args], options)
    : run('npm', args, { shell: process.platform === 'win32', ...options });
}

/**
 * Ends a process that was started with `detached: true`, and everything it started: politely, and
 * after `patience` milliseconds without mercy.
 * @param {import('node:child_process').ChildProcess} child
 */
export async function stopGroup(child, patience = 2000) {
  const { pid } = child;
  if (pid === undefined) return;
  const ended = new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(undefined);
    else child.once('exit', resolve);
  });
  signalGroup(pid, 'SIGTERM');
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, patience).unref())]);
  signalGroup(pid, 'SIGKILL');
}

/** @type {Set<() => void>} */
const cleanups = new Set();
let hooked = false;

/**
 * Has something done when this process ends, also by Ctrl+C or a polite kill: servers end, temporary
 * folders go. It must not wait for anything.
 * @param {() => void} cleanup
 * @returns {() => void} takes it back
 */
export function atExit(cleanup) {
  if (!hooked) {
    hooked = true;
    process.once('exit', () => {
      for (const each of cleanups) {
        try {
          each();
        } catch (error) {
          console.error(`At the end: ${error}`);
        }
      }
    });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.once(signal, () => process.exit(130));
    }
  }
  cleanups.add(cleanup);
  return () => void cleanups.delete(cleanup);
}

/**
 * @param {number} pid leader of the group
 * @param {NodeJS.Signals} signal
 */
export function signalGroup(pid, signal) {
  try {
    if (process.platform === 'win32') spawn('taskkill', ['/pid', String(pid), '/t', '/f']);
    else process.kill(-pid, signal);
  } catch {
    // The group is gone already.
  }
}
