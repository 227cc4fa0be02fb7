// Type-checks every project folder under its own compiler options (what a folder may use differs:
// the core sees neither Node nor the DOM). Folders without source files yet are passed over. What was
// found the last time is kept beside the packages, so that only what a change touches is checked again.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { readFileSync } from 'node:fs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { references } = JSON.parse(readFileSync(`${root}/tsconfig.json`, 'utf8'));
const folders = references
  .map(({ path }) => path)
  .filter((path) =>
    readdirSync(`${root}/${path}`, { recursive: true }).some((f) => f.endsWith('.ts')),
  );

function check(folder) {
  return new Promise((resolve) => {
    const args = [
      `${root}/node_modules/typescript/bin/tsc`,
      '-p',
      `${root}/${folder}`,
      '--pretty',
      'false',
      '--incremental',
      '--tsBuildInfoFile',
      `${root}/node_modules/.cache/types/${folder.replaceAll(/[^a-z]+/gu, '-')}.json`,
    ];
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

let failed = 0;
const queue = [...folders];
const workers = Array.from({ length: Math.min(availableParallelism(), 4) }, async () => {
  for (let folder = queue.shift(); folder !== undefined; folder = queue.shift()) {
    if ((await check(folder)) !== 0) failed += 1;
  }
});
await Promise.all(workers);
console.log(
  failed === 0
    ? `types: ${folders.length} folders, no errors`
    : `types: ${failed} folders with errors`,
);
process.exit(failed === 0 ? 0 : 1);
