// Two windows on one folder, each with an extension host of its own: whatever both do, by turns or at
// once, both end with all of it, and so does the file.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSidecar } from '../../src/core/sidecar/read';
import { type Editor, eventually, openEditor } from '../support/editor';

const WORDS = Array.from(
  { length: 48 },
  (_, at) =>
    `بلدة${String.fromCharCode(0x621 + 7 + (at % 24))}${'اويل'.charAt(Math.floor(at / 24))}`,
);
const TEXT = `${WORDS.map((word) => `زار الوفد ${word} أمس.`).join('\n')}\n`;
const FILE = 'shared.txt';

describe('two windows on one folder', () => {
  let windows: readonly [Editor, Editor];
  before(async () => {
    assert.equal(new Set(WORDS).size, WORDS.length);
    const first = await openEditor({ files: { [FILE]: TEXT }, file: FILE });
    const second = await openEditor({ beside: first, file: FILE });
    windows = [first, second];
    for (const editor of windows) {
      await eventually('it is an article', async () => (await editor.language()) === 'arabic-news');
    }
  });
  after(async () => {
    for (const editor of windows) await editor.close();
  });

  /** Tags the words on these lines one after the other, as fast as the editor can. */
  const tag = (editor: Editor, lines: readonly number[]): Promise<void> =>
    editor.host(async (vscode, todo) => {
      const article = vscode.window.activeTextEditor;
      if (article === undefined) throw new Error('No editor is active.');
      for (const line of todo) {
        const start = 'زار الوفد '.length;
        const end = article.document.lineAt(line).text.indexOf(' أمس');
        article.selection = new vscode.Selection(line, start, line, end);
        await vscode.commands.executeCommand('hashiya.tagAs', 'GPE');
      }
    }, lines);

  const quotesIn = (editor: Editor): Promise<string[]> =>
    editor.host(async (vscode) => {
      const extension = vscode.extensions.getExtension('hashiya.hashiya');
      const { sessions } = (await extension?.activate()) as {
        sessions: { active(): { session: { record: { annotations: { quote: string }[] } } } };
      };
      return sessions.active().session.record.annotations.map(({ quote }) => quote);
    });

  async function assertAll(words: readonly string[]): Promise<void> {
    const wanted = [...words].sort();
    for (const editor of windows) {
      await eventually('the window has all', async () => {
        return (await quotesIn(editor)).sort().join() === wanted.join();
      });
    }
    const path = join(windows[0].workspace, `${FILE}.ann.yaml`);
    const read = readSidecar(readFileSync(path, 'utf8'), FILE);
    assert.ok(read.ok, JSON.stringify(read.issues));
    assert.deepEqual(read.value.data.annotations.map(({ quote }) => quote).sort(), wanted);
  }

  it('have the union when they tag by turns', async () => {
    for (let line = 0; line < 8; line += 1) await tag(windows[line % 2 === 0 ? 0 : 1], [line]);
    await assertAll(WORDS.slice(0, 8));
  });

  it('have the union when they tag at once', async () => {
    const from = 8;
    const lines = WORDS.map((_, at) => at).slice(from);
    await Promise.all([
      tag(
        windows[0],
        lines.filter((line) => line % 2 === 0),
      ),
      tag(
        windows[1],
        lines.filter((line) => line % 2 === 1),
      ),
    ]);
    await assertAll(WORDS);
  });

  it('leave nothing but the article and its sidecar', () => {
    assert.deepEqual(readdirSync(windows[0].workspace).sort(), [FILE, `${FILE}.ann.yaml`]);
  });
});
