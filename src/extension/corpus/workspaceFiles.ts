import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { DirEntry, Files } from '../../core/corpus/files';
import { diskOf, writeAtomically } from '../article/sidecarFile';

/** The file port for a place, and the place's path in it. Local files go to the disk directly. */
export function filesAt(uri: Uri): { readonly files: Files; readonly path: string } {
  const disk = diskOf(uri);
  return disk === undefined
    ? { files: new WorkspaceFiles(uri), path: uri.path }
    : { files: disk.files, path: uri.fsPath.replaceAll('\\', '/') };
}

/**
 * The core's file port over the workspace's file systems. Paths are absolute within one file system:
 * that of `base`, local, remote or virtual.
 */
class WorkspaceFiles implements Files {
  constructor(private readonly base: Uri) {}

  async list(dir: string): Promise<readonly DirEntry[]> {
    const entries = await workspace.fs.readDirectory(this.uri(dir));
    return entries.map(([name, type]) => ({ name, kind: kindOf(type) }));
  }

  async read(path: string): Promise<Uint8Array> {
    return workspace.fs.readFile(this.uri(path));
  }

  async write(path: string, content: string | Uint8Array): Promise<void> {
    await workspace.fs.createDirectory(Uri.joinPath(this.uri(path), '..'));
    await writeAtomically(this.uri(path), content);
  }

  async exists(path: string): Promise<boolean> {
    try {
      await workspace.fs.stat(this.uri(path));
      return true;
    } catch (error) {
      if (error instanceof FileSystemError && error.code === 'FileNotFound') return false;
      throw error;
    }
  }

  async remove(path: string): Promise<void> {
    if (await this.exists(path)) await workspace.fs.delete(this.uri(path));
  }

  private uri(path: string): Uri {
    return this.base.with({ path });
  }
}

function kindOf(type: FileType): DirEntry['kind'] {
  if ((type & FileType.SymbolicLink) !== 0) return 'link';
  if (type === FileType.File) return 'file';
  return type === FileType.Directory ? 'dir' : 'other';
}
