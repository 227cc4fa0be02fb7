import { Uri, workspace } from 'vscode';
import { takeUpCutModel } from '../../core/text/takeUpCutModel';
import { reasonOf } from './sidecarFile';

/** Takes up the trained weights for proclitics; without them, or where they are damaged, the rules stand alone. */
export async function takeUpProclitics(home: Uri): Promise<void> {
  try {
    const file = Uri.joinPath(home, 'models', 'proclitics-1.bin');
    const problem = takeUpCutModel(await workspace.fs.readFile(file));
    if (problem === undefined) return;
    console.warn(`hashiya: the weights for proclitics cannot be used: ${problem}`);
  } catch (error) {
    console.warn(`hashiya: the weights for proclitics cannot be read: ${reasonOf(error)}`);
  }
}
