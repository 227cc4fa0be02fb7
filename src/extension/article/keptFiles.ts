import { FileType, Uri, workspace } from 'vscode';
import { isMissing } from './sidecarFile';

/** So many files are kept in a folder of our own, and so many bytes of them. */
export interface Room {
  readonly files: number;
  readonly bytes: number;
}

/**
 * Removes the files of the folder that were written longest ago, never the latest. Never fails: all windows
 * make room in the same folder, and what another one removed meanwhile is gone either way.
 */
export async function makeRoom(folder: Uri, room: Room): Promise<void> {
  let [files, bytes] = [0, 0];
  for (const { uri, size } of await latestFirst(folder)) {
    files += 1;
    bytes += size;
    const isTooMuch = files > room.files || bytes > room.bytes;
    if (isTooMuch && files > 1) await removeKept(uri).catch(() => undefined);
  }
}

/** Removes a file, if it is still there. */
export async function removeKept(uri: Uri): Promise<void> {
  try {
    await workspace.fs.delete(uri);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

/** What is in the folder, in the order of the names; nothing where there is no folder. */
export async function keptIn(folder: Uri): Promise<string[]> {
  try {
    return (await workspace.fs.readDirectory(folder)).map(([name]) => name).sort();
  } catch {
    return [];
  }
}

async function latestFirst(folder: Uri): Promise<{ uri: Uri; size: number; mtime: number }[]> {
  const uris = (await keptIn(folder)).reverse().map((name) => Uri.joinPath(folder, name));
  const found = await Promise.all(
    uris.map(async (uri) => {
      const stat = await Promise.resolve(workspace.fs.stat(uri)).catch(() => undefined);
      return stat === undefined || stat.type !== FileType.File ? [] : [{ uri, ...stat }];
    }),
  );
  return found.flat().sort((a, b) => b.mtime - a.mtime);
}
