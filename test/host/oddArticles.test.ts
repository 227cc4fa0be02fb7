// Articles of every kind: empty, foreign, long, in other encodings, with controls.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import { fresh, openArticle, place, readText, select, sidecarPath } from './articles';
import { eventually, open } from './support';

describe('articles of every kind', () => {
  beforeEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const quiet: [string, string, string][] = [
    ['an empty file', 'empty.txt', ''],
    ['a file without Arabic', 'latin.txt', 'Nothing here is Arabic.\nNot a word.\n'],
    ['a file of spaces and line ends', 'blank.txt', ' \n\r\n\t\n'],
  ];
  for (const [what, name, content] of quiet) {
    it(`leaves ${what} alone`, async () => {
      const path = place(fresh(name), content);
      const editor = await open(path);
      await new Promise((resolve) => setTimeout(resolve, 200));
      assert.equal(editor.document.languageId, 'plaintext');
      assert.equal(existsSync(sidecarPath(path)), false);
    });
  }

  const lively: [string, string, string | Uint8Array][] = [
    [
      'one 20,000-character paragraph',
      'long.txt',
      'قال وزير المالية في بغداد إن الموازنة جاهزة. '.repeat(450),
    ],
    ['mixed line ends', 'mixed.txt', 'زار الوفد بغداد.\r\nثم بيروت.\nثم دمشق.\rثم عمّان.\r\n'],
    ['a byte-order mark', 'bom.txt', '\uFEFFزار الوفد بغداد 🏙️ ثم بيروت.\n'],
    ['direction controls', 'controls.txt', 'زار \u202Bالوفد\u202C بغداد \u2067ثم\u2069 بيروت.\n'],
    [
      'invalid bytes',
      'invalid.txt',
      Buffer.concat([
        Buffer.from('زار الوفد '),
        Buffer.from([0xed, 0xa0, 0x80, 0xff]),
        Buffer.from(' بغداد ثم بيروت.\n'),
      ]),
    ],
    ['vowel marks and tatweel', 'vowelled.txt', 'زَارَ الوَفْدُ بَغْدَادَ ثُمَّ بَيْـــرُوتَ فِي ١٢ مَارِسَ.\n'],
  ];
  for (const [what, name, content] of lively) {
    it(`tags in an article with ${what}`, async () => {
      const path = place(fresh(name), content);
      const { editor, session } = await openArticle(path);
      const line = editor.document.lineAt(0).text;
      const words = [...line.matchAll(/[\p{L}\p{M}\u0640]{4,}/gu)];
      const word = words[2] ?? words[0]!;
      editor.selection = new vscode.Selection(0, word.index, 0, word.index + word[0].length);
      await vscode.commands.executeCommand('hashiya.tagAs', 'LOC');
      const [saved] = session.record.annotations;
      assert.ok(saved !== undefined);
      assert.ok(word[0].endsWith(saved.quote), `${saved.quote} in ${word[0]}`);
      assert.match(readText(sidecarPath(path)), /label: LOC/);
      // Opened again it stands where it stood.
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      const again = await openArticle(path);
      assert.equal(again.session.record.annotations[0]?.quote, saved.quote);
      assert.equal(again.session.record.orphans.length, 0);
    });
  }

  it('says where direction controls stand and takes them out', async () => {
    const path = place(fresh('controls.txt'), 'زار \u202Bالوفد\u202C بغداد ثم بيروت.\n');
    const { editor } = await openArticle(path);
    const { uri } = editor.document;
    const found = await eventually('diagnostics', () => {
      const list = vscode.languages.getDiagnostics(uri).filter((d) => d.code === 'bidi-control');
      return list.length === 2 ? list : undefined;
    });
    assert.match(found[0]!.message, /U\+202B/);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      found[0]!.range,
    );
    const all = actions.filter((action) => action.edit !== undefined).at(-1)!;
    await vscode.workspace.applyEdit(all.edit!);
    assert.equal(editor.document.getText(), 'زار الوفد بغداد ثم بيروت.\n');
  });

  it('works on windows-1256 as VS Code reads it', async () => {
    const letters: Record<string, number> = {
      ا: 0xc7,
      ل: 0xe1,
      ب: 0xc8,
      غ: 0xdb,
      د: 0xcf,
      ز: 0xd2,
      ر: 0xd1,
      و: 0xe6,
      ف: 0xdd,
      ' ': 0x20,
    };
    const bytes = Uint8Array.from([...'زار الوفد بغداد'].map((c) => letters[c]!));
    const path = place(fresh('cp1256.txt'), bytes);
    const document = await vscode.workspace.openTextDocument(vscode.Uri.file(path), {
      encoding: 'windows1256',
    });
    await vscode.window.showTextDocument(document);
    const { editor } = await openArticle(path);
    assert.equal(editor.document.getText(), 'زار الوفد بغداد');
    select(editor, 'بغداد');
    await vscode.commands.executeCommand('hashiya.tagAs', 'GPE');
    assert.match(readText(sidecarPath(path)), /quote: "بغداد"/);
  });
});
