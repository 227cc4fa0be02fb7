// Where nothing can be saved the annotator is told, nothing on disk changes, and the work is kept.
import assert from 'node:assert/strict';
import plain, { readdirSync } from 'node:fs';
import promised from 'node:fs/promises';
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { api, fresh, openArticle, place, readText, select, sidecarPath } from './articles';
import { eventually } from './support';
import { VirtualFiles } from './virtualFiles';

const ARTICLE =
  'أعلنت وزارة الصحة الأردنية أن مدينة إربد سجلت 12 إصابة.\nوقال الوزير إن الوضع مستقر.\n';

describe('where nothing can be saved', () => {
  beforeEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('says so on a read-only file system, and changes nothing', async () => {
    const files = new VirtualFiles({ '/article.txt': ARTICLE });
    const registration = vscode.workspace.registerFileSystemProvider('readonly', files, {
      isReadonly: true,
    });
    try {
      const uri = vscode.Uri.parse('readonly:/article.txt');
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document);
      await vscode.languages.setTextDocumentLanguage(document, 'arabic-news');
      const { sessions } = await api();
      const session = await eventually('a session', () => sessions.byUri(uri));
      await session.settled();
      const failure = await session.perform({
        type: 'add',
        annotation: { id: 'aaa111', label: 'GPE', start: 36, end: 40, quote: 'إربد' },
      });
      assert.match(failure ?? '', /read-only/);
      assert.equal(session.record.annotations.length, 0);
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      registration.dispose();
    }
  });

  it('asks to save an article that is no file yet', async () => {
    const document = await vscode.workspace.openTextDocument({
      content: ARTICLE,
      language: 'arabic-news',
    });
    await vscode.window.showTextDocument(document);
    const { sessions } = await api();
    const session = await eventually('a session', () => sessions.byUri(document.uri));
    const failure = await session.perform({ type: 'status', status: 'done' });
    assert.match(failure ?? '', /[Ss]ave/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('keeps a lone surrogate that was pasted from breaking offsets', async () => {
    const path = place(fresh('surrogate.txt'), ARTICLE);
    const { editor, session } = await openArticle(path);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '\uD83D 🏥 '));
    select(editor, 'إربد');
    await vscode.commands.executeCommand('hashiya.tagAs', 'GPE');
    const [saved] = session.record.annotations;
    assert.equal(session.text.slice(saved!.start, saved!.end), 'إربد');
    // 2 code units and a blank for the lone half, one code point fewer for the pair.
    assert.match(readText(sidecarPath(path)), new RegExp(`start: ${saved!.start - 1}\\n`));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  /** Acts like an operating system that has no room, or no right. */
  function failing(code: string, path: string): () => void {
    const error = Object.assign(new Error(`${code}: injected, ${path}`), { code });
    const [open, access] = [promised.open, plain.accessSync];
    const isIn = (file: unknown): boolean => String(file).startsWith(dirname(path));
    if (code !== 'EACCES') {
      promised.open = (file, ...more) => (isIn(file) ? Promise.reject(error) : open(file, ...more));
    } else {
      plain.accessSync = (file, mode) => {
        if (isIn(file)) throw error;
        access(file, mode);
      };
    }
    return () => {
      promised.open = open;
      plain.accessSync = access;
    };
  }

  for (const [what, code, told] of [
    ['the disk is full', 'ENOSPC', /the disk is full/],
    ['the sidecar is read-only', 'EACCES', /it is not permitted/],
    ['the share of the disk is used up', 'EDQUOT', /your share of the disk is used up/],
    ['too many files are open', 'EMFILE', /too many files are open/],
  ] as const) {
    it(`keeps the sidecar and the work when ${what}, and saves both when it can`, async () => {
      const path = place(fresh('full.txt'), ARTICLE);
      const { editor, session } = await openArticle(path);
      const tag = (words: string, label: string) => {
        select(editor, words);
        return vscode.commands.executeCommand('hashiya.tagAs', label);
      };
      await tag('إربد', 'GPE');
      const before = readText(sidecarPath(path));
      const restore = failing(code, path);
      try {
        select(editor, 'الوزير');
        const failure = await session.perform({
          type: 'add',
          annotation: { id: 'bbb222', label: 'OCC', start: 61, end: 67, quote: 'الوزير' },
        });
        assert.match(failure ?? '', told);
      } finally {
        restore();
      }
      assert.equal(readText(sidecarPath(path)), before);
      assert.equal(session.record.annotations.length, 2, 'the act is kept in memory');
      await tag('وزارة الصحة', 'ORG');
      const saved = readText(sidecarPath(path));
      assert.match(saved, /bbb222/);
      assert.equal(saved.match(/label:/g)?.length, 3);
      assert.deepEqual(readdirSync(dirname(path)).sort(), ['full.txt', 'full.txt.ann.yaml']);
    });
  }
});

describe('a virtual workspace', () => {
  beforeEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('is annotated like any other; a failing write leaves what stands there', async () => {
    const files = new VirtualFiles({ '/article.txt': ARTICLE });
    const registration = vscode.workspace.registerFileSystemProvider('virtual-news', files);
    try {
      const uri = vscode.Uri.parse('virtual-news:/article.txt');
      const document = await vscode.workspace.openTextDocument(uri);
      const editor = await vscode.window.showTextDocument(document);
      await vscode.languages.setTextDocumentLanguage(document, 'arabic-news');
      const { sessions } = await api();
      const session = await eventually('a session', () => sessions.byUri(uri));
      await session.settled();
      const tag = (words: string, label: string) => {
        select(editor, words);
        return vscode.commands.executeCommand('hashiya.tagAs', label);
      };
      await tag('إربد', 'GPE');
      assert.match(files.text('/article.txt.ann.yaml'), /quote: "إربد"/);
      files.failure = vscode.FileSystemError.Unavailable('no room');
      const before = files.text('/article.txt.ann.yaml');
      const failure = await session.perform({ type: 'status', status: 'done' });
      assert.match(failure ?? '', /no room/);
      assert.equal(files.text('/article.txt.ann.yaml'), before);
      files.failure = undefined;
      await tag('الوزير', 'OCC');
      assert.match(files.text('/article.txt.ann.yaml'), /status: done/);
      await vscode.commands.executeCommand('hashiya.undo');
      assert.equal(session.record.annotations.length, 1);
      assert.deepEqual([...files.content.keys()].sort(), ['/article.txt', '/article.txt.ann.yaml']);
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      registration.dispose();
    }
  });
});
