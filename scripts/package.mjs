// `npm run package`: makes the .vsix and checks what is in it.
import { statSync } from 'node:fs';
import { relative } from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { root } from './lib/paths.mjs';
import { entriesOf, makeVsix, problems } from './lib/vsix.mjs';

await ensureDependencies();
const file = await makeVsix();
const entries = entriesOf(file);
const found = problems(entries);
for (const problem of found) console.error(`package: ${problem}`);
const kilobytes = (statSync(file).size / 1000).toFixed(0);
console.log(`${relative(root, file)}: ${entries.length} files, ${kilobytes} kB`);
process.exit(found.length === 0 ? 0 : 1);
