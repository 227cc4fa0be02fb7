import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import assert from 'node:assert/strict';

const ROOT = join('test', 'golden');
/** Only `HASHIYA_GOLDEN=write` writes golden files; one that is absent is a failure like any other. */
const WRITE = process.env['HASHIYA_GOLDEN'] === 'write';

/** The files below a golden folder as bytes in one-to-one characters, by path with `/`. */
export function goldenFiles(...parts: string[]): Record<string, Uint8Array> {
  const root = join(ROOT, ...parts);
  if (!existsSync(root)) return {};
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files
      .sort()
      .map((path) => [path.slice(root.length + 1).replaceAll('\\', '/'), readFileSync(path)]),
  );
}

/** Compares what was made with the golden folder: the same files with the same text, no more, no fewer. */
export function assertGolden(made: Readonly<Record<string, string>>, ...parts: string[]): void {
  const root = join(ROOT, ...parts);
  if (WRITE) {
    rmSync(root, { recursive: true, force: true });
    for (const [path, content] of Object.entries(made)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
  }
  const golden = Object.entries(goldenFiles(...parts)).map(([path, bytes]) => [
    path,
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
  ]);
  assert.deepEqual(Object.keys(made).sort(), golden.map(([path]) => path).sort());
  for (const [path = '', content] of golden) assert.equal(made[path], content, path);
}
