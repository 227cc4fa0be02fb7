import { Uri, workspace } from 'vscode';
import { loadCutModel } from '../../core/text/cutModel';
import { useCutModel } from '../../core/text/proclitics';
import { reasonOf } from './sidecarFile';

/** Takes up the trained weights for proclitics; without them, or where they are damaged, the rules stand alone. */
export async function takeUpProclitics(home: Uri): Promise<void> {
  try {
    const file = Uri.joinPath(home, 'models', 'proclitics-1.bin');
    const loaded = loadCutModel(await workspace.fs.readFile(file));
    if (loaded.ok) useCutModel(loaded.model);
    else console.warn(`hashiya: the weights for proclitics cannot be used: ${loaded.problem}`);
  } catch (error) {
    console.warn(`hashiya: the weights for proclitics cannot be read: ${reasonOf(error)}`);
  }
}
