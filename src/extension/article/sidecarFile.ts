import type { Uri } from 'vscode';
import { FileSystemError, FileType, workspace } from 'vscode';
import { folderOf, liesBelow } from '../../core/corpus/inside';
import { systemReason } from '../../core/model/systemReason';
import { localized, t } from '../l10n/l10n';
import { localDisk } from '../machine/machine';
import type { LocalDisk } from '../machine/parts';

/** What stands at a sidecar's place on disk. Absent and unreadable are different things. */
export type DiskState =
  | { readonly kind: 'absent' }
  | { readonly kind: 'present'; readonly source: string; readonly stamp: string }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Sidecars larger than this are not read: 64 MiB, some 250,000 annotations. */
const MAX_BYTES = 64 * 1024 * 1024;

/** Codes of the operating system for those of the editor. */
const SYSTEM_CODES: ReadonlyMap<string, string> = new Map([
  ['NoPermissions', 'EACCES'],
  ['FileNotFound', 'ENOENT'],
  ['FileExists', 'EEXIST'],
  ['FileNotADirectory', 'ENOTDIR'],
  ['FileIsADirectory', 'EISDIR'],
]);

export function sidecarUri(article: Uri): Uri {
  return article.with({ path: `${article.path}.ann.yaml` });
}

export function fileName(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

export function isMissing(error: unknown): boolean {
  if (error instanceof FileSystemError) return error.code === 'FileNotFound';
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** The machine's own disk, for files that are there and where there is one. */
export function diskOf({ scheme }: Uri): LocalDisk | undefined {
  return scheme === 'file' ? localDisk : undefined;
}

interface FileStat {
  readonly isFolder: boolean;
  readonly mtime: number;
  readonly size: number;
  readonly inode?: number;
}

/**
 * Local files are read through Node: the editor's own file system asks the window before each access, and
 * a window that lays out a long article answers late.
 */
async function stat(uri: Uri): Promise<FileStat> {
  const disk = diskOf(uri);
  if (disk !== undefined) return disk.stat(uri.fsPath);
  const { type, mtime, size } = await workspace.fs.stat(uri);
  return { isFolder: (type & FileType.Directory) !== 0, mtime, size };
}

/** Whether the file is, links followed, in the folder that is open or in its own. */
async function staysHere(uri: Uri): Promise<boolean> {
  const disk = diskOf(uri);
  if (disk === undefined) return true;
  const path = uri.fsPath.replaceAll('\\', '/');
  const root = workspace.getWorkspaceFolder(uri)?.uri.fsPath;
  return liesBelow(disk.files, path, folderOf(path), ...(root === undefined ? [] : [root]));
}

async function readBytes(uri: Uri): Promise<Uint8Array> {
  const disk = diskOf(uri);
  return disk === undefined ? workspace.fs.readFile(uri) : disk.files.read(uri.fsPath);
}

/** The code of the operating system; empty where there is none. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return '';
  const code = String(error.code);
  return error instanceof FileSystemError ? (SYSTEM_CODES.get(code) ?? '') : code;
}

/** Why a file could not be read or written, in the language of the interface. */
export function reasonOf(error: unknown): string {
  const known = systemReason(codeOf(error));
  if (known !== undefined) return localized(known.reason);
  return error instanceof Error ? error.message : String(error);
}

function stampFrom({ mtime, size, inode = 0 }: FileStat): string {
  return `${mtime}:${size}:${inode}`;
}

/** Changes whenever the file was written. Undefined where nothing can be told. */
export async function stampOf(uri: Uri): Promise<string | undefined> {
  try {
    return stampFrom(await stat(uri));
  } catch {
    return undefined;
  }
}

/** Reads a sidecar as strict UTF-8, so that a file in another encoding is never taken and overwritten. */
export async function readDisk(uri: Uri): Promise<DiskState> {
  try {
    const found = await stat(uri);
    const { isFolder, size } = found;
    if (!(await staysHere(uri))) return { kind: 'unreadable', reason: t('reason.leadsOut') };
    if (isFolder) return { kind: 'unreadable', reason: 'is a folder' };
    if (size > MAX_BYTES) return { kind: 'unreadable', reason: `larger than ${MAX_BYTES} bytes` };
    const bytes = await readBytes(uri);
    const source = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { kind: 'present', source, stamp: stampFrom(found) };
  } catch (error) {
    return isMissing(error) ? { kind: 'absent' } : { kind: 'unreadable', reason: reasonOf(error) };
  }
}

/**
 * Replaces the file in one step, so that a crash leaves the old state or the new one. Local files go
 * through Node: the editor's own rename deletes the old file first. Elsewhere the provider's rename is the
 * best there is. Throws what the file system says, and leaves no temporary file.
 */
export async function writeAtomically(uri: Uri, content: string | Uint8Array): Promise<void> {
  const disk = diskOf(uri);
  if (disk !== undefined) return disk.replace(uri.fsPath, content);
  const temporary = uri.with({ path: `${uri.path}.${temporarySuffix()}.tmp` });
  try {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    await workspace.fs.writeFile(temporary, bytes);
    await workspace.fs.rename(temporary, uri, { overwrite: true });
  } catch (error) {
    await Promise.resolve(workspace.fs.delete(temporary)).catch(() => undefined);
    throw error;
  }
}

/** Does the task while no other window of this machine does one for the same file. */
export function exclusively<T>(uri: Uri, task: () => Promise<T>): Promise<T> {
  return diskOf(uri)?.exclusively(uri.fsPath, task) ?? task();
}

/** Removes what windows that were killed left beside the file. */
export async function clearLeftovers(uri: Uri): Promise<void> {
  await diskOf(uri)?.clearLeftovers(uri.fsPath);
}

/** Whether the file is known to be no longer where it was. */
export async function isGone(uri: Uri): Promise<boolean> {
  const disk = diskOf(uri);
  if (disk === undefined) return false;
  return disk.stat(uri.fsPath).then(() => false, isMissing);
}

function temporarySuffix(): string {
  return Math.floor(Math.random() * 36 ** 8)
    .toString(36)
    .padStart(8, '0');
}
