// Where things are: the repository, what the scripts fetch, and the optional shared material.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder, absolute, without a slash at its end. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What the scripts fetch on demand (the VS Code server, Node for it); never committed. */
export const runtimeFolder = join(root, '.runtime');

/** Third-party articles and gold data beside the repository, or undefined where they are absent. */
export const sharedFolder = existsSync(resolve(root, '../shared/articles'))
  ? resolve(root, '../shared')
  : undefined;

/**
 * An absolute path below the repository.
 * @param {...string} parts
 */
export const inRoot = (...parts) => join(root, ...parts);
