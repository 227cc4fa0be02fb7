// Which documents become articles, and that nobody's choice is taken back.
import * as assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { eventually, open, testWorkspace } from './support';

const ARABIC = 'أعلنت البلدية إغلاق الجسر ثلاثة أيام لأعمال الصيانة، وقالت إن العمل يبدأ الأحد.\n';
const ENGLISH = 'The council closes the bridge for three days.\n';

const isArticle = ({ languageId }: vscode.TextDocument) => /^arabic-news/.test(languageId);
/** Long enough for everything that follows an event to have happened. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 400));

describe('recognising articles', () => {
  let count = 0;
  function file(text: string, ending = 'txt'): string {
    const name = `recognise-${(count += 1)}.${ending}`;
    writeFileSync(join(testWorkspace(), name), text);
    return name;
  }
  async function opened(text: string, ending?: string): Promise<vscode.TextEditor> {
    const editor = await open(file(text, ending));
    await settle();
    return editor;
  }
  const configure = (value: string | undefined) =>
    vscode.workspace
      .getConfiguration('hashiya')
      .update('recognise', value, vscode.ConfigurationTarget.Global);

  afterEach(async () => {
    await configure(undefined);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('takes Arabic plain text, and no English', async () => {
    assert.ok(isArticle((await opened(ARABIC)).document));
    assert.equal((await opened(ENGLISH)).document.languageId, 'plaintext');
  });

  it('leaves Markdown as it is until told', async () => {
    const { document } = await opened(ARABIC, 'md');
    assert.equal(document.languageId, 'markdown');
    await vscode.commands.executeCommand('hashiya.treatAsArticle');
    await eventually('it is an article', () => isArticle(document));
  });

  it('takes an empty document once Arabic is written into it', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'plaintext',
      content: '',
    });
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), ARABIC));
    await eventually('it is an article', () => isArticle(document));
  });

  it('does not fight a person who sets the language', async () => {
    const editor = await opened(ARABIC);
    const { document } = editor;
    assert.ok(isArticle(document));
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), ARABIC));
    await settle();
    assert.equal(document.languageId, 'plaintext');
    await document.save();
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    const again = await vscode.workspace.openTextDocument(document.uri);
    await vscode.window.showTextDocument(again);
    await settle();
    assert.equal(again.languageId, 'plaintext');
    await vscode.commands.executeCommand('hashiya.treatAsArticle');
    await eventually('it is an article again', () => isArticle(again));
  });

  it('keeps what the commands said', async () => {
    const { document } = await opened(ARABIC);
    await vscode.commands.executeCommand('hashiya.treatAsPlain');
    await eventually('it is plain', () => document.languageId === 'plaintext');
    await configure('never');
    await configure('always');
    await settle();
    assert.equal(document.languageId, 'plaintext');
  });

  it('takes nothing by itself when the setting is never', async () => {
    await configure('never');
    const { document } = await opened(ARABIC);
    assert.equal(document.languageId, 'plaintext');
    await configure('always');
    await eventually('it is an article', () => isArticle(document));
  });
});
