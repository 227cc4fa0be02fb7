import { FileSystemError, workspace, type Disposable, type Uri } from 'vscode';
import { t } from '../l10n/l10n';
import { fileName, isMissing, reasonOf, sidecarUri } from './sidecarFile';

/**
 * A sidecar goes where its article goes. Renames of folders take it along by themselves; what Git or
 * another program renames is left alone: the sidecar stays, and `validate` tells of it.
 */
export function followRenames(onFailed: (reason: string) => void): Disposable {
  return workspace.onDidRenameFiles(async ({ files }) => {
    for (const { oldUri, newUri } of files) {
      const failure = await moveSidecar(sidecarUri(oldUri), sidecarUri(newUri));
      if (failure !== undefined) onFailed(failure);
    }
  });
}

/** Never over a sidecar that is there already. Answers why it stayed, or undefined. */
async function moveSidecar(from: Uri, to: Uri): Promise<string | undefined> {
  try {
    await workspace.fs.stat(from);
  } catch {
    return undefined;
  }
  try {
    await workspace.fs.rename(from, to, { overwrite: false });
    return undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    const taken = error instanceof FileSystemError && error.code === 'FileExists';
    const reason = taken ? t('rename.taken', fileName(to)) : reasonOf(error);
    return t('rename.failed', fileName(from), reason);
  }
}
