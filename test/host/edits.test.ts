// Edits of every kind in the real editor: annotations follow by the policy of docs/anchors.md.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ArticleSession } from '../../src/extension/article/session';
import { fresh, openArticle, place, select, type OpenArticle } from './articles';
import { eventually } from './support';

const TEXT = 'زار السفير مدينة عدن أمس.\nوقالت الوزارة إن الزيارة ناجحة.\n';

async function tagged(): Promise<OpenArticle> {
  const open = await openArticle(place(fresh('edits.txt'), TEXT));
  for (const [words, label] of [
    ['السفير', 'OCC'],
    ['الوزارة', 'ORG'],
  ] as const) {
    select(open.editor, words);
    await vscode.commands.executeCommand('hashiya.tagAs', label);
  }
  return open;
}

/** The words of each annotation, checked against the text. */
function words(session: ArticleSession): string[] {
  return session.record.annotations.map(({ start, end, quote }) => {
    assert.equal(session.text.slice(start, end), quote);
    return quote;
  });
}

async function type(editor: vscode.TextEditor, at: string, text: string): Promise<void> {
  select(editor, at);
  await vscode.commands.executeCommand('type', { text });
}

const undo = () => vscode.commands.executeCommand('undo');
const redo = () => vscode.commands.executeCommand('redo');

describe('edits', () => {
  beforeEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('over an edge cut it, and undo gives back what they took; redo takes it again', async () => {
    const { editor, session } = await tagged();
    await type(editor, 'فير مدينة', 'خ');
    assert.deepEqual(words(session), ['الس', 'الوزارة']);
    await undo();
    assert.deepEqual(words(session), ['السفير', 'الوزارة']);
    await redo();
    assert.deepEqual(words(session), ['الس', 'الوزارة']);
  });

  it('that delete letter by letter are undone as a whole', async () => {
    const { editor, session } = await tagged();
    const { end } = select(editor, 'السفير');
    editor.selection = new vscode.Selection(end, end);
    for (let n = 0; n < 4; n += 1) await vscode.commands.executeCommand('deleteLeft');
    assert.deepEqual(words(session), ['ال', 'الوزارة']);
    await eventually('undone', async () => {
      await undo();
      return session.text === TEXT;
    });
    assert.deepEqual(words(session), ['السفير', 'الوزارة']);
  });

  it('of several cursors move each annotation, and come back together', async () => {
    const { editor, session } = await tagged();
    const [first, second] = [select(editor, 'السفير'), select(editor, 'الوزارة')];
    editor.selections = [first, second].map(
      ({ start }) => new vscode.Selection(start, start.translate(0, 2)),
    );
    await vscode.commands.executeCommand('deleteRight');
    assert.deepEqual(words(session), ['سفير', 'وزارة']);
    await undo();
    assert.deepEqual(words(session), ['السفير', 'الوزارة']);
  });

  it('of the line ends change nothing', async () => {
    const { editor, session } = await tagged();
    await editor.edit((builder) => builder.setEndOfLine(vscode.EndOfLine.CRLF));
    assert.deepEqual(words(session), ['السفير', 'الوزارة']);
    await type(editor, 'أمس', 'اليوم');
    assert.deepEqual(words(session), ['السفير', 'الوزارة']);
  });

  it('that replace the whole text find the words again', async () => {
    const { editor, session } = await tagged();
    const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
    const other = `عاجل: ${TEXT.replace('السفير مدينة', 'السفير صباحا مدينة')}`;
    await editor.edit((builder) => builder.replace(whole, other));
    assert.deepEqual(words(session), ['السفير', 'الوزارة']);
    await undo();
    assert.deepEqual(words(session), ['السفير', 'الوزارة']);
  });

  it('that cut and paste elsewhere take the annotation along', async () => {
    const { editor, session } = await tagged();
    const piece = 'زار السفير مدينة عدن أمس.';
    const cut = select(editor, piece);
    await editor.edit((builder) => builder.delete(cut));
    assert.equal(session.record.orphans.length, 1);
    await editor.edit((builder) => builder.insert(new vscode.Position(2, 0), piece));
    assert.deepEqual(words(session), ['الوزارة', 'السفير']);
  });
});
