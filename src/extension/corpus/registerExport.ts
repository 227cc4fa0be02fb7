import { commands, type Disposable } from 'vscode';
import type { Corpora } from '../article/corpora';
import type { Sessions } from '../article/sessions';

/**
 * `Hashiya: Export Corpus…`, with questions, or with all answers as its argument for tasks and keys. All
 * formats stand in a bundle of their own, which is loaded when the command is first run.
 */
export function registerExport(corpora: Corpora, sessions: Sessions): Disposable {
  return commands.registerCommand('hashiya.exportCorpus', async (argument?: unknown) => {
    const { exportCommand } = await import('./exportCommand');
    return exportCommand(corpora, sessions, argument);
  });
}
