import assert from 'node:assert/strict';
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import {
  api,
  fresh,
  openArticle,
  openWithSuggestions,
  place,
  readText,
  select,
  sidecarPath,
} from './articles';
import { eventually, open } from './support';

const ARTICLE =
  'أعلنت وزارة الصحة الأردنية أن مدينة إربد سجلت 12 إصابة.\nوقال الوزير إن الوضع مستقر.\n';

function sidecarOf(lines: readonly string[]): string {
  return ['hashiya: 1', 'article:', '  file: bad.txt', '  unit: codepoint', ...lines, ''].join(
    '\n',
  );
}

const ONE = ['status: in-progress', 'annotations:'];
const GOOD = [
  '  - id: aaa111',
  '    label: GPE',
  '    start: 36',
  '    end: 40',
  '    quote: "إربد"',
];

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

describe('where nothing can be saved', () => {
  beforeEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('says so on a read-only file system, and changes nothing', async () => {
    const files = new ReadOnlyFiles(ARTICLE);
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
});

/** A file system with one file that cannot be written. */
class ReadOnlyFiles implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  constructor(private readonly content: string) {}

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    if (uri.path !== '/article.txt') throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.content.length };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    this.stat(uri);
    return new TextEncoder().encode(this.content);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [['article.txt', vscode.FileType.File]];
  }

  createDirectory(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
}

describe('sidecars of every kind', () => {
  beforeEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const malformed: [string, string][] = [
    ['broken YAML', sidecarOf([...ONE, '  - id: "aaa', '   label: [GPE'])],
    ['a tab for indentation', sidecarOf([...ONE, '\t- id: aaa111'])],
    ['a wrong type', sidecarOf([...ONE, ...GOOD.map((l) => l.replace('36', 'many'))])],
    ['a missing key', sidecarOf([...ONE, ...GOOD.filter((l) => !l.includes('end'))])],
    ['two annotations with one id', sidecarOf([...ONE, ...GOOD, ...GOOD])],
    ['a list instead of a map', '- one\n- two\n'],
    ['a newer version', sidecarOf([...ONE, ...GOOD]).replace('hashiya: 1', 'hashiya: 99')],
    ['an unknown unit', sidecarOf([...ONE, ...GOOD]).replace('codepoint', 'bytes')],
    [
      'an end before its start',
      sidecarOf([...ONE, ...GOOD.map((l) => l.replace('end: 40', 'end: 3'))]),
    ],
  ];
  for (const [what, source] of malformed) {
    it(`does not touch a sidecar with ${what}, and says so at its line`, async () => {
      const path = place(fresh('bad.txt'), ARTICLE);
      writeFileSync(sidecarPath(path), source);
      const { editor, session } = await openArticle(path);
      assert.equal(session.sidecar.kind, 'malformed');
      select(editor, 'إربد');
      // The message waits for an answer that does not come; the act itself must end.
      await vscode.commands.executeCommand('hashiya.tagAs', 'GPE');
      assert.equal(readText(sidecarPath(path)), source);
      assert.equal(session.record.annotations.length, 0);
      const problems = await eventually('a diagnostic at the sidecar', () => {
        const list = vscode.languages.getDiagnostics(vscode.Uri.file(sidecarPath(path)));
        return list.length > 0 ? list : undefined;
      });
      assert.ok(problems[0]!.message.length > 10);
      const inArticle = vscode.languages.getDiagnostics(editor.document.uri);
      assert.ok(inArticle.some((d) => d.code === 'sidecar-not-readable'));
      // Mended, it is taken up by itself.
      writeFileSync(sidecarPath(path), sidecarOf([...ONE, ...GOOD]));
      await eventually(
        'the mended sidecar is taken up',
        () => session.record.annotations.length === 1,
        15000,
      );
    });
  }

  it('does not take bytes that are not UTF-8 for an empty sidecar', async () => {
    const path = place(fresh('bad.txt'), ARTICLE);
    writeFileSync(sidecarPath(path), Uint8Array.from([0xff, 0xfe, 0x00, 0xd8]));
    const { editor, session } = await openArticle(path);
    assert.equal(session.sidecar.kind, 'unreadable');
    select(editor, 'إربد');
    await vscode.commands.executeCommand('hashiya.tagAs', 'GPE');
    assert.equal(statSync(sidecarPath(path)).size, 4);
  });

  it('keeps an annotation whose words are gone as an orphan, through later writes', async () => {
    const path = place(fresh('bad.txt'), ARTICLE);
    const gone = [
      '  - id: bbb222',
      '    label: PERS',
      '    start: 900',
      '    end: 910',
      '    quote: "لا يوجد هنا"',
    ];
    writeFileSync(sidecarPath(path), sidecarOf([...ONE, ...gone]));
    const { editor, session } = await openArticle(path);
    assert.equal(session.record.orphans.length, 1);
    select(editor, 'إربد');
    await vscode.commands.executeCommand('hashiya.tagAs', 'GPE');
    const saved = readText(sidecarPath(path));
    assert.match(saved, /bbb222/);
    assert.match(saved, /لا يوجد هنا/);
    assert.match(saved, /quote: "إربد"/);
  });

  it('finds an annotation again whose offsets are wrong but whose words stand once', async () => {
    const path = place(fresh('bad.txt'), ARTICLE);
    writeFileSync(
      sidecarPath(path),
      sidecarOf([
        ...ONE,
        ...GOOD.map((l) => l.replace('36', '3').replace('40', '7')),
        '    prefix: "الأردنية أن مدينة "',
      ]),
    );
    const { session } = await openArticle(path);
    const [found] = session.record.annotations;
    assert.equal(session.text.slice(found!.start, found!.end), 'إربد');
  });

  it('keeps comments and keys that it does not know', async () => {
    const path = place(fresh('bad.txt'), ARTICLE);
    const source = sidecarOf([
      '# reviewed by the desk',
      ...ONE,
      ...GOOD,
      '    certainty: high # ours',
      'team: night',
    ]);
    writeFileSync(sidecarPath(path), source);
    const { editor } = await openArticle(path);
    select(editor, 'الوزير');
    await vscode.commands.executeCommand('hashiya.tagAs', 'OCC');
    const saved = readText(sidecarPath(path));
    for (const line of source.split('\n').filter((l) => l !== ''))
      assert.ok(saved.includes(line), line);
    assert.match(saved, /label: OCC/);
  });

  it('takes up a change that Git or another program made', async () => {
    const path = place(fresh('bad.txt'), ARTICLE);
    const { editor, session } = await openWithSuggestions(path);
    writeFileSync(sidecarPath(path), sidecarOf([...ONE, ...GOOD]));
    // Even before the watcher tells, an act keeps what the other one wrote.
    select(editor, 'الوزير');
    await vscode.commands.executeCommand('hashiya.tagAs', 'OCC');
    const saved = readText(sidecarPath(path));
    assert.match(saved, /aaa111/);
    assert.match(saved, /label: OCC/);
    assert.equal(session.record.annotations.length, 2);
  });

  it('takes up what is saved in the sidecar’s own editor', async () => {
    const path = place(fresh('bad.txt'), ARTICLE);
    writeFileSync(sidecarPath(path), sidecarOf([...ONE, ...GOOD]));
    const { session } = await openArticle(path);
    const sidecar = await vscode.workspace.openTextDocument(vscode.Uri.file(sidecarPath(path)));
    const edit = new vscode.WorkspaceEdit();
    const line = sidecar
      .getText()
      .split('\n')
      .findIndex((text) => text.includes('label: GPE'));
    edit.replace(sidecar.uri, new vscode.Range(line, 11, line, 14), 'LOC');
    await vscode.workspace.applyEdit(edit);
    await sidecar.save();
    await eventually('the label is taken up', () => session.record.annotations[0]?.label === 'LOC');
  });

  it('keeps unsaved changes of the sidecar’s own editor', async () => {
    const path = place(fresh('bad.txt'), ARTICLE);
    writeFileSync(sidecarPath(path), sidecarOf([...ONE, ...GOOD]));
    const { editor } = await openArticle(path);
    const sidecar = await vscode.workspace.openTextDocument(vscode.Uri.file(sidecarPath(path)));
    await vscode.window.showTextDocument(sidecar, { viewColumn: vscode.ViewColumn.Beside });
    const edit = new vscode.WorkspaceEdit();
    edit.insert(sidecar.uri, new vscode.Position(0, 0), '# being edited\n');
    await vscode.workspace.applyEdit(edit);
    await vscode.window.showTextDocument(editor.document, { viewColumn: vscode.ViewColumn.One });
    select(vscode.window.activeTextEditor!, 'الوزير');
    await vscode.commands.executeCommand('hashiya.tagAs', 'OCC');
    const saved = readText(sidecarPath(path));
    assert.match(saved, /# being edited/);
    assert.match(saved, /label: OCC/);
    assert.match(saved, /aaa111/);
  });

  it('says why it cannot save, and keeps the work in memory', async () => {
    const path = place(fresh('bad.txt'), ARTICLE);
    // A folder stands where the sidecar would go.
    const { editor } = await openArticle(path);
    mkdirSync(sidecarPath(path));
    writeFileSync(join(sidecarPath(path), 'inside'), 'x');
    select(editor, 'إربد');
    await vscode.commands.executeCommand('hashiya.tagAs', 'GPE');
    assert.ok(existsSync(join(sidecarPath(path), 'inside')));
    rmSync(sidecarPath(path), { recursive: true });
    // The next act tries again, and what was done before is not lost.
    select(editor, 'الوزير');
    await vscode.commands.executeCommand('hashiya.tagAs', 'OCC');
    const saved = readText(sidecarPath(path));
    assert.match(saved, /quote: "إربد"/);
    assert.match(saved, /label: OCC/);
  });
});
