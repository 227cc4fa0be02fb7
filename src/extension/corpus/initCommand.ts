import { commands, ConfigurationTarget, Uri, window, workspace, type Disposable } from 'vscode';
import type { PresetName } from '../../core/model/labels';
import { presetLabels } from '../../core/model/labels';
import { joinPath } from '../../core/corpus/files';
import { configTemplate, NESTING } from '../../core/corpus/template';
import { CONFIG_NAME } from '../../core/corpus/walk';
import { isolate } from '../../core/text/bidi';
import { say } from '../actions/acts';
import { pickOne } from '../actions/pickers';
import type { Corpora } from '../article/corpora';
import { t, uiLanguage } from '../l10n/l10n';
import { filesAt } from './workspaceFiles';

/** `Hashiya: Initialise Corpus`: writes a `hashiya.yaml`, and with consent nests sidecars in the explorer. */
export function registerInit(corpora: Corpora): Disposable {
  return commands.registerCommand('hashiya.initCorpus', async (folder?: unknown) => {
    const root = folder instanceof Uri ? folder : await askFolder();
    if (root === undefined) return undefined;
    const config = Uri.joinPath(root, CONFIG_NAME);
    const { files, path } = filesAt(root);
    if (await files.exists(joinPath(path, CONFIG_NAME))) {
      void window.showInformationMessage(t('init.exists', CONFIG_NAME));
      return commands.executeCommand('vscode.open', config);
    }
    const labels = await askLabels();
    if (labels === undefined) return undefined;
    const annotator = corpora.annotatorNow(config);
    const choice = {
      language: uiLanguage(),
      labels,
      ...(annotator === undefined ? {} : { annotator }),
    };
    await files.write(joinPath(path, CONFIG_NAME), configTemplate(choice));
    await commands.executeCommand('vscode.open', config);
    return askNesting();
  });
}

async function askFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    say(t('export.noFolder'));
    return undefined;
  }
  if (folders.length === 1) return folders[0]?.uri;
  return pickOne(
    t('init.title'),
    folders.map(({ name, uri }) => ({ label: isolate(name), value: uri })),
  );
}

function askLabels(): Promise<PresetName | undefined> {
  return pickOne(
    t('init.labels'),
    (['wojood', 'conll'] as const).map((value) => ({
      label: value,
      description: t(`init.${value}`, presetLabels(value).entities.length),
      value,
    })),
  );
}

/** The explorer's settings are the person's: nothing is set without a yes, and nothing set is overwritten. */
async function askNesting(): Promise<void> {
  const settings = workspace.getConfiguration('explorer.fileNesting');
  const patterns = settings.inspect<Record<string, string>>('patterns')?.workspaceValue ?? {};
  if (Object.keys(NESTING).every((key) => key in patterns)) return;
  const nest = t('init.nest');
  const chosen = await window.showInformationMessage(t('init.nesting'), nest, t('init.notNow'));
  if (chosen !== nest) return;
  await settings.update('enabled', true, ConfigurationTarget.Workspace);
  await settings.update('patterns', { ...NESTING, ...patterns }, ConfigurationTarget.Workspace);
}
