import type { Files } from './files';

/**
 * Whether what is written to the path, or read from it, lies below one of the folders when every symbolic
 * link is followed. Where the port knows no links it does.
 */
export async function liesBelow(
  files: Files,
  path: string,
  ...folders: readonly string[]
): Promise<boolean> {
  if (files.realPath === undefined) return true;
  const real = await files.realPath(path);
  for (const folder of folders) {
    const home = await files.realPath(folder);
    if (real.startsWith(home.endsWith('/') ? home : `${home}/`)) return true;
  }
  return false;
}

/** The folder that the path lies in. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  if (slash === 0) return '/';
  return slash === -1 ? '.' : path.slice(0, slash);
}
