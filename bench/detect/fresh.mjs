// A new process that loads the engine and reads: node --expose-gc fresh.mjs ENGINE MODELS TEXTS, where ENGINE
// is the bundle of ../lib/loadedEngine.ts and TEXTS a JSON array; prints one line of JSON.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** @typedef {{ wall: number, processor: number }} Cost milliseconds; of all threads */
/**
 * @typedef {object} Fresh
 * @property {Cost} load
 * @property {readonly Cost[]} texts
 * @property {number} loaded bytes that the engine holds when it is loaded
 * @property {number} used bytes that it holds after it read the texts
 */

const [engineFile = '', models = '', textsFile = ''] = process.argv.slice(2);
const texts = /** @type {string[]} */ (JSON.parse(readFileSync(textsFile, 'utf8')));
const require = createRequire(import.meta.url);

/** Bytes that are in use. */
function memory() {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/**
 * @template T
 * @param {() => T} work
 * @returns {Cost & { result: T }}
 */
function cost(work) {
  const before = process.cpuUsage();
  const began = performance.now();
  const result = work();
  const wall = performance.now() - began;
  const { user, system } = process.cpuUsage(before);
  return { wall, processor: (user + system) / 1000, result };
}

const bare = memory();
const { result: engine, ...load } = cost(() =>
  /** @type {typeof import('../lib/loadedEngine.js')} */ (require(engineFile)).loadEngine(models),
);
const loaded = memory() - bare;
const costs = texts.map((text) => {
  const { wall, processor } = cost(() => engine.suggest(text).length);
  return { wall, processor };
});
const used = memory() - bare;
console.log(JSON.stringify(/** @type {Fresh} */ ({ load, texts: costs, loaded, used })));
