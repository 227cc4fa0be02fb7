import { commands, Uri, window, workspace, type Disposable, type ExtensionContext } from 'vscode';
import { reasonOf } from '../article/sidecarFile';
import { t } from '../l10n/l10n';

/** The article that shows most on one page and has no annotation yet. */
const FIRST = 'weather-storm.txt';

/** All of `samples/` that is for annotators. */
export const SAMPLES: readonly string[] = [
  'hashiya.yaml',
  ...['court-trial', 'economy-budget', 'politics-strikes'].flatMap((name) => [
    `${name}.txt`,
    `${name}.txt.ann.yaml`,
  ]),
  ...['culture-fair', 'health-vaccine', 'sport-final', 'technology-app', 'weather-storm'].map(
    (name) => `${name}.txt`,
  ),
];

/** `Hashiya: Open Sample Article`: articles to try things on, in a folder that is the person's own. */
export function registerSample(context: ExtensionContext): Disposable {
  return commands.registerCommand('hashiya.openSample', async () => {
    const shipped = Uri.joinPath(context.extensionUri, 'samples');
    const own = Uri.joinPath(context.globalStorageUri, 'samples');
    try {
      await copyMissing(shipped, own);
      await window.showTextDocument(Uri.joinPath(own, FIRST), { preview: false });
    } catch (error) {
      await window.showErrorMessage(t('sample.failed', reasonOf(error)));
    }
  });
}

/**
 * Copies the files that are not there yet; what was annotated before stays as it is. In a browser the
 * extension's own files can be read, but neither listed nor copied.
 */
async function copyMissing(from: Uri, to: Uri): Promise<void> {
  await workspace.fs.createDirectory(to);
  const there = new Set((await workspace.fs.readDirectory(to)).map(([name]) => name));
  for (const name of SAMPLES) {
    if (there.has(name)) continue;
    const bytes = await workspace.fs.readFile(Uri.joinPath(from, name));
    await workspace.fs.writeFile(Uri.joinPath(to, name), bytes);
  }
}
