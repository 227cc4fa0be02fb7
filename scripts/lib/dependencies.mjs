// The packages of package-lock.json: installed when they are not there, or not these.
import { existsSync, lstatSync, statSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { npm } from './process.mjs';

/**
 * Runs `npm ci` where node_modules/ is absent or older than package-lock.json. Not where it is a link:
 * npm would empty the folder of another work tree.
 */
export async function ensureDependencies() {
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) {
    if (existsSync(installed)) return;
    throw new Error('node_modules/ is a link to a folder without packages: run npm ci there.');
  }
  console.log('Installing the packages of package-lock.json (npm ci)…');
  if ((await npm(['ci', '--ignore-scripts'])) !== 0) {
    throw new Error('npm ci failed; without its packages nothing can be built or tested.');
  }
}

const lock = inRoot('package-lock.json');
const folder = inRoot('node_modules');
/** npm's own record of what it installed. */
const installed = inRoot('node_modules/.package-lock.json');
