import {
  commands,
  ProgressLocation,
  Uri,
  window,
  workspace,
  type CancellationToken,
  type Disposable,
} from 'vscode';
import type { ExportReport } from '../../core/corpus/exportCorpus';
import { parseSplit } from '../../core/corpus/split';
import { resolveOptions, type ExportFormat } from '../../core/format/format';
import { formatIssue } from '../../core/model/issue';
import { isolate } from '../../core/text/bidi';
import { pickOne } from '../actions/pickers';
import { diskOf, reasonOf } from '../article/sidecarFile';
import type { Corpora } from '../article/corpora';
import { isArticle, type Sessions } from '../article/sessions';
import { loadExporting } from '../machine/machine';
import type { Exporting } from '../machine/parts';
import { localized, t, uiLanguage } from '../l10n/l10n';
import { filesAt } from './workspaceFiles';

/** What an export does. Given as the command's argument it is not asked for. */
export interface ExportChoice {
  readonly root: Uri;
  readonly out: Uri;
  readonly format: ExportFormat;
  readonly options: Readonly<Record<string, string>>;
  readonly split?: string;
  readonly seed?: number;
}

/** `Hashiya: Export Corpus…`, with questions, or with all answers as its argument for tasks and keys. */
export function registerExport(corpora: Corpora, sessions: Sessions): Disposable {
  return commands.registerCommand('hashiya.exportCorpus', (argument?: unknown) =>
    exportCommand(corpora, sessions, argument),
  );
}

async function exportCommand(
  corpora: Corpora,
  sessions: Sessions,
  argument: unknown,
): Promise<ExportReport | undefined> {
  const exporting = await loadExporting();
  const choice = fromArgument(argument, exporting) ?? (await ask(corpora, exporting));
  if (choice === undefined) return undefined;
  await warnOfUnsaved(choice.root);
  await Promise.all(sessions.all.map((session) => session.settled()));
  return run(choice, exporting);
}

function fromArgument(argument: unknown, { formats }: Exporting): ExportChoice | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { root, out, format, options, split, seed } = argument as Record<string, unknown>;
  const known = formats.find(({ id }) => id === format);
  if (typeof root !== 'string' || typeof out !== 'string' || known === undefined) return undefined;
  const given = typeof options === 'object' && options !== null ? Object.entries(options) : [];
  return {
    root: Uri.parse(root),
    out: Uri.parse(out),
    format: known,
    options: Object.fromEntries(given.map(([key, value]) => [key, String(value)])),
    ...(typeof split === 'string' ? { split } : {}),
    ...(typeof seed === 'number' ? { seed } : {}),
  };
}

async function ask(corpora: Corpora, { formats }: Exporting): Promise<ExportChoice | undefined> {
  const root = await askRoot(corpora);
  if (root === undefined) return undefined;
  const format = await pickOne(
    t('export.format'),
    formats.map((f) => ({ label: f.id, description: isolate(localized(f.name)), value: f })),
  );
  if (format === undefined) return undefined;
  const options = await askOptions(format);
  if (options === undefined) return undefined;
  const split = await askSplit();
  if (split === undefined) return undefined;
  const [out] =
    (await window.showOpenDialog({
      canSelectFolders: true,
      canSelectFiles: false,
      canSelectMany: false,
      defaultUri: Uri.joinPath(root, '..'),
      openLabel: t('export.folder'),
      title: t('export.folderTitle'),
    })) ?? [];
  if (out === undefined) return undefined;
  return { root, out, format, options, ...(split === '' ? {} : { split }) };
}

/** The corpus of the active article, else a workspace folder, asked for where there are several. */
async function askRoot(corpora: Corpora): Promise<Uri | undefined> {
  const document = window.activeTextEditor?.document;
  if (document !== undefined && isArticle(document) && document.uri.scheme !== 'untitled') {
    return (await corpora.of(document.uri)).root;
  }
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    void window.showWarningMessage(t('export.noFolder'));
    return undefined;
  }
  if (folders.length === 1) return folders[0]?.uri;
  const items = folders.map(({ name, uri }) => ({ label: isolate(name), value: uri }));
  return pickOne(t('pick.corpus'), items);
}

async function askOptions(format: ExportFormat): Promise<Record<string, string> | undefined> {
  const chosen: Record<string, string> = {};
  for (const option of format.options) {
    if (option.values === undefined) continue;
    const values = [option.default, ...option.values.filter((value) => value !== option.default)];
    const value = await pickOne(
      t('export.option', option.id, localized(option.description)),
      values.map((v) => ({ label: v, value: v })),
    );
    if (value === undefined) return undefined;
    chosen[option.id] = value;
  }
  return chosen;
}

/** The split as written, `''` for none, undefined when the person turned away. */
async function askSplit(): Promise<string | undefined> {
  const choice = await pickOne(t('export.split'), [
    { label: t('export.noSplit'), value: '' },
    { label: '80/10/10', value: '80/10/10' },
    { label: '80/20', value: '80/20' },
    { label: t('export.splitCustom'), value: 'custom' },
  ]);
  if (choice !== 'custom') return choice;
  return window.showInputBox({
    prompt: t('export.splitPrompt'),
    value: '70/15/15',
    validateInput: (text) =>
      parseSplit(text, 0) === undefined ? t('export.splitWrong') : undefined,
  });
}

async function warnOfUnsaved(root: Uri): Promise<void> {
  const unsaved = workspace.textDocuments.filter(
    (doc) => doc.isDirty && isArticle(doc) && doc.uri.path.startsWith(`${root.path}/`),
  );
  for (const doc of unsaved) {
    const name = doc.uri.path.slice(root.path.length + 1);
    void window.showWarningMessage(t('export.unsaved', name));
  }
}

async function run(choice: ExportChoice, exporting: Exporting): Promise<ExportReport | undefined> {
  const { format, root, out, split, seed } = choice;
  const { values, problems } = resolveOptions(format, choice.options);
  const [problem] = problems;
  if (problem !== undefined) {
    void window.showErrorMessage(t('export.failed', localized(problem)));
    return undefined;
  }
  const { files, path } = filesAt(root);
  const renderAll = diskOf(root) === undefined ? undefined : exporting.renderInThreads?.(format.id);
  try {
    const report = await window.withProgress(
      {
        location: ProgressLocation.Notification,
        title: t('export.running', format.id),
        cancellable: true,
      },
      (progress, token) =>
        exporting.exportCorpus({
          files,
          root: path,
          out: filesAt(out).path,
          format,
          options: values,
          ...(split === undefined ? {} : { split }),
          ...(seed === undefined ? {} : { seed }),
          signal: abortable(token),
          ...(renderAll === undefined ? {} : { renderAll }),
          onProgress: (done, total) =>
            progress.report({
              message: t('export.progress', done, total),
              increment: 100 / Math.max(1, total),
            }),
        }),
    );
    void tell(choice, report);
    return report;
  } catch (error) {
    void window.showErrorMessage(t('export.failed', reasonOf(error)));
    return undefined;
  }
}

function abortable(token: CancellationToken): { readonly aborted: boolean } {
  return {
    get aborted() {
      return token.isCancellationRequested;
    },
  };
}

async function tell({ out, root }: ExportChoice, report: ExportReport): Promise<void> {
  const { issues, losses, manifest, outcome } = report;
  if (outcome === 'cancelled') return void window.showInformationMessage(t('export.cancelled'));
  if (outcome === 'refused') {
    const reasons = issues.filter(({ code }) => code === 'export-refused');
    const reason = reasons.map((issue) => localized(issue.message)).join(' ');
    return void window.showErrorMessage(t('export.failed', reason));
  }
  const { articles, entities, claims } = manifest.counts;
  if (articles === 0 && issues.length === 0) {
    return void window.showWarningMessage(t('export.noArticles', root.path));
  }
  const lost = Object.values(manifest.notCarried).reduce((sum, count) => sum + count, 0);
  const wrong = lost + issues.length;
  const done = t('export.done', articles, entities + claims, out.path);
  const [open, show] = [t('export.open'), t('export.report')];
  const chosen =
    wrong === 0
      ? await window.showInformationMessage(done, open)
      : await window.showWarningMessage(`${done} ${t('export.losses', wrong)}`, show, open);
  if (chosen === open) {
    // Not every editor can show a folder outside its own explorer.
    await commands
      .executeCommand('revealFileInOS', out)
      .then(undefined, () => commands.executeCommand('revealInExplorer', out));
  }
  if (chosen === show) {
    const lines = [...issues, ...losses].map((issue) => formatIssue(issue, uiLanguage()));
    const content = `${done}\n\n${lines.join('\n')}\n`;
    await window.showTextDocument(await workspace.openTextDocument({ content, language: 'log' }));
  }
}
