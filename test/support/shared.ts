import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Files of other tools, in a folder beside the project; `HASHIYA_SHARED` names another place. */
const SHARED = resolve(process.env['HASHIYA_SHARED'] ?? join('..', 'shared'));

/** Tests over files that are not part of the project: without them the suite is skipped and says so. */
export function sharedSuite(name: string, parts: string[], tests: (path: string) => void): void {
  const path = join(SHARED, ...parts);
  if (existsSync(path)) describe(name, () => tests(path));
  else describe(name, () => it.skip(`(no ${join('..', 'shared', ...parts)})`));
}
