import * as vscode from 'vscode';
import type { HashiyaApi } from '../../src/extension/api';
import { ARTICLE } from './article';
import {
  article,
  assertShows,
  check,
  checkEqual,
  eventually,
  root,
  sidecar,
  textIfThere,
  textOf,
} from './support';

const extension = () => vscode.extensions.getExtension<HashiyaApi>('hashiya.hashiya');
const view = () => extension()?.exports.article(article);

/** Selects the words where they first stand in the article. */
function select(words: string): void {
  const editor = vscode.window.activeTextEditor;
  check(editor, 'no editor is active');
  const at = editor.document.getText().indexOf(words);
  const position = (offset: number) => editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(position(at), position(at + words.length));
}

describe('Hashiya in a browser, on files in memory', () => {
  before('open the article', async () => {
    await vscode.window.showTextDocument(article);
  });

  it('runs in a web worker, without Node', () => {
    checkEqual(vscode.env.uiKind, vscode.UIKind.Web);
    checkEqual(typeof (globalThis as { process?: unknown }).process, 'undefined');
  });

  it('activates and takes the file for an article by what stands in it', async () => {
    await eventually('it activates', () => extension()?.isActive);
    await eventually('its language is set', () =>
      vscode.window.activeTextEditor?.document.languageId.startsWith('arabic-news'),
    );
  });

  it('suggests, with the trained model too', async () => {
    const found = await eventually('there are suggestions', () => {
      const suggestions = view()?.suggestions ?? [];
      return suggestions.length > 0 && suggestions;
    });
    const quotes = found.map(({ label, quote }) => `${label} ${quote}`);
    check(quotes.includes('ORG وزارة الصحة الأردنية'), quotes.join('\n'));
    check(
      found.some(({ label }) => label === 'CLAIM'),
      quotes.join('\n'),
    );
  });

  it('draws highlights', () => assertShows('.cdr[class*="TextEditorDecorationType"]'));

  it('tags, and writes the sidecar beside the article', async () => {
    select('العقبة');
    await vscode.commands.executeCommand('hashiya.tagAs', 'GPE');
    const text = await eventually('the sidecar is there', async () => {
      const written = await textIfThere(sidecar);
      return written?.includes('العقبة') && written;
    });
    check(/label: GPE\n {4}start: 28\n {4}end: 34\n/.test(String(text)), String(text));
    const names = (await vscode.workspace.fs.readDirectory(root)).map(([name]) => name);
    checkEqual(names.sort(), ['article.txt', 'article.txt.ann.yaml']);
  });

  it('takes up a sidecar that was changed beside it', async () => {
    const changed = (await textOf(sidecar)).replace('status: todo', 'status: in-progress');
    const noted = changed.replace('    label: GPE\n', '    label: LOC\n');
    await vscode.workspace.fs.writeFile(sidecar, new TextEncoder().encode(noted));
    await eventually('the label is the new one', () =>
      view()?.annotations.some(({ label, quote }) => label === 'LOC' && quote === 'العقبة'),
    );
    checkEqual(await textOf(sidecar), noted);
  });

  it('never writes a sidecar that it cannot read', async () => {
    const good = await textOf(sidecar);
    const broken = `${good}annotations: [\n`;
    await vscode.workspace.fs.writeFile(sidecar, new TextEncoder().encode(broken));
    await eventually('it is told of', () => vscode.languages.getDiagnostics(sidecar).length > 0);
    select('سرير');
    await vscode.commands.executeCommand('hashiya.tagAs', 'ORG');
    checkEqual(await textOf(sidecar), broken);
    await vscode.workspace.fs.writeFile(sidecar, new TextEncoder().encode(good));
    await eventually('it is taken up again', () => view()?.annotations.length === 1);
  });

  it('undoes', async () => {
    select('سامر الخطيب');
    await vscode.commands.executeCommand('hashiya.tagAs', 'PERS');
    await eventually('two annotations', () => view()?.annotations.length === 2);
    await vscode.commands.executeCommand('hashiya.undo');
    await eventually('one annotation', () => view()?.annotations.length === 1);
  });

  it('exports, with offsets that hold', async () => {
    const out = vscode.Uri.joinPath(root, 'out');
    const report = await vscode.commands.executeCommand<{ outcome: string }>(
      'hashiya.exportCorpus',
      { root: root.toString(), out: out.toString(), format: 'jsonl' },
    );
    checkEqual(report.outcome, 'done');
    const [line = ''] = (await textOf(vscode.Uri.joinPath(out, 'corpus.jsonl'))).split('\n');
    const exported = JSON.parse(line) as {
      text: string;
      annotations: { start: number; end: number; quote: string }[];
    };
    checkEqual(exported.text, ARTICLE);
    const [first] = exported.annotations;
    check(first, line);
    checkEqual([...ARTICLE].slice(first.start, first.end).join(''), first.quote);
    await vscode.workspace.fs.delete(out, { recursive: true });
  });

  it('opens a sample of its own', async () => {
    await vscode.commands.executeCommand('hashiya.openSample');
    await eventually('the sample is shown', () =>
      vscode.window.activeTextEditor?.document.uri.path.endsWith('/samples/weather-storm.txt'),
    );
    await vscode.window.showTextDocument(article);
  });

  it('opens the margin, with a note for each claim', async () => {
    await vscode.commands.executeCommand('hashiya.openMargin');
    await assertShows('hashiya-note');
  });

  it('opens the reading edition', async () => {
    await vscode.window.showTextDocument(article);
    await vscode.commands.executeCommand('hashiya.openReadingEdition');
    await assertShows('article .line');
  });
});
