// `npm run package`: makes the .vsix and checks what is in it.
import { statSync } from 'node:fs';
import { relative } from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { root } from './lib/paths.mjs';
import { entriesOf, makeVsix, problems } from './lib/vsix.mjs';

await ensureDependencies();
const { extensionSize } = await import('./lib/bundle.mjs');
const file = await makeVsix();
const { code, data } = await extensionSize();
const entries = entriesOf(file);
const archive = statSync(file).size;
const found = problems(entries, { archive, code });
for (const problem of found) console.error(`package: ${problem}`);
const kilobytes = (/** @type {number} */ bytes) => `${Math.round(bytes / 1000)} kB`;
console.log(
  `${relative(root, file)}: ${entries.length} files, ${kilobytes(archive)}; ` +
    `dist/extension.js: ${kilobytes(code)} of code and ${kilobytes(data)} of words`,
);
process.exit(found.length === 0 ? 0 : 1);
