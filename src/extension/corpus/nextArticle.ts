import { commands, window, type Disposable } from 'vscode';
import { say } from '../actions/acts';
import { t } from '../l10n/l10n';
import type { CorpusTree } from '../views/corpusTree';
import type { Indexes } from './indexes';

/** `Hashiya: Next Article to Do`: opens the next that is not done, of those that the corpus view shows. */
export function registerNextArticle(indexes: Indexes, tree: CorpusTree): Disposable {
  return commands.registerCommand('hashiya.nextArticle', async () => {
    const live = await indexes.current();
    if (live === undefined) return say(t('export.noFolder'));
    await live.ready;
    const document = window.activeTextEditor?.document;
    const here = (document && live.pathOf(document.uri)) ?? '';
    const shown = tree.paths.length > 0 ? tree.paths : live.index.paths;
    const isOpen = (path: string): boolean => {
      const facts = live.index.get(path);
      return facts !== undefined && facts.readable && facts.status !== 'done' && path !== here;
    };
    const next = shown.find((path) => path > here && isOpen(path)) ?? shown.find(isOpen);
    if (next === undefined) return say(t('corpus.allDone'));
    return commands.executeCommand('vscode.open', live.uriOf(next));
  });
}
