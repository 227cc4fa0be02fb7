import { commands, window, type Disposable } from 'vscode';
import { t } from '../l10n/l10n';
import type { MessageKey } from '../l10n/messages';

/** The acts that one wants most often, with the words that the menu shows for them. */
const ENTRIES: readonly (readonly [MessageKey, string])[] = [
  ['menu.next', 'hashiya.nextSuggestion'],
  ['menu.acceptNext', 'hashiya.acceptAndNext'],
  ['menu.tag', 'hashiya.tag'],
  ['menu.mode', 'hashiya.toggleAnnotationMode'],
  ['menu.undo', 'hashiya.undo'],
  ['menu.redo', 'hashiya.redo'],
  ['menu.status', 'hashiya.setStatus'],
  ['menu.suggestions', 'hashiya.toggleSuggestions'],
  ['menu.export', 'hashiya.exportCorpus'],
  ['menu.sidecar', 'hashiya.openSidecar'],
];

/** What the status bar opens. */
export function registerMenu(): Disposable {
  return commands.registerCommand('hashiya.menu', async () => {
    const items = ENTRIES.map(([key, command]) => ({ label: t(key), command }));
    const chosen = await window.showQuickPick(items, { title: 'Hashiya · حاشية' });
    if (chosen !== undefined) await commands.executeCommand(chosen.command);
  });
}
