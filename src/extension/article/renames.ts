import { workspace, type Disposable, type Uri } from 'vscode';
import { isolate } from '../../core/text/bidi';
import { isMissing, reasonOf, sidecarUri } from './sidecarFile';

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

/** Never over a sidecar that is there already. */
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
    return isMissing(error) ? undefined : isolate(reasonOf(error));
  }
}
