// Sidecars that cannot be read are never written; what others write in them is taken up and kept.
import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import {
  fresh,
  openArticle,
  openWithSuggestions,
  place,
  readText,
  select,
  sidecarPath,
} from './articles';
import { eventually, testWorkspace } from './support';

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

describe('sidecars of every kind', () => {
  beforeEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const malformed: [string, string][] = [
    ['broken YAML', sidecarOf([...ONE, '  - id: "aaa', '   label: [GPE'])],
    [
      'marks of a merge by lines',
      sidecarOf([
        'status: in-progress',
        '<<<<<<< HEAD',
        ...ONE.slice(1),
        ...GOOD,
        '=======',
        'annotations: []',
        '>>>>>>> night-desk',
      ]),
    ],
    ['a tab for indentation', sidecarOf([...ONE, '\t- id: aaa111'])],
    ['a wrong type', sidecarOf([...ONE, ...GOOD.map((l) => l.replace('36', 'many'))])],
    ['a missing key', sidecarOf([...ONE, ...GOOD.filter((l) => !l.includes('end'))])],
    ['two annotations with one id', sidecarOf([...ONE, ...GOOD, ...GOOD])],
    ['a list instead of a map', '- one\n- two\n'],
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
      // Who tries to tag is told the same, and at which line.
      const plain = (text = ''): string => text.replace(/[\u2060\u2066-\u2069]/g, '');
      const refusal = plain(await session.refusal());
      const line = problems[0]!.range.start.line + 1;
      assert.ok(refusal.includes(`Line ${line}: ${plain(problems[0]!.message)}. `), refusal);
      const inArticle = vscode.languages.getDiagnostics(editor.document.uri);
      const told = inArticle.find((d) => d.code === 'sidecar-not-readable')?.message;
      assert.match(told ?? '', /: .*\S\. This article/);
      // Mended, it is taken up by itself.
      writeFileSync(sidecarPath(path), sidecarOf([...ONE, ...GOOD]));
      await eventually(
        'the mended sidecar is taken up',
        () => session.record.annotations.length === 1,
        15000,
      );
    });
  }

  it('shows the annotations of a newer version, says so, and writes nothing', async () => {
    const path = place(fresh('bad.txt'), ARTICLE);
    const newer = sidecarOf([...ONE, ...GOOD, 'layers: [1, 2]']).replace(
      'hashiya: 1',
      'hashiya: 9',
    );
    writeFileSync(sidecarPath(path), newer);
    const { editor, session } = await openArticle(path);
    assert.equal(session.sidecar.kind, 'newer');
    assert.deepEqual(
      session.record.annotations.map(({ quote }) => quote),
      ['إربد'],
    );
    const code = 'sidecar-not-readable';
    await eventually('a diagnostic at the article', () =>
      vscode.languages.getDiagnostics(editor.document.uri).find((d) => d.code === code),
    );
    select(editor, 'الأردنية');
    await vscode.commands.executeCommand('hashiya.tagAs', 'NORP');
    // Nobody is asked for a label that then could not be given.
    assert.equal(await vscode.commands.executeCommand('hashiya.tag'), false);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'عاجل: '));
    await editor.document.save();
    await session.settled();
    assert.equal(readText(sidecarPath(path)), newer);
    assert.equal(session.record.annotations[0]?.start, 42);
  });

  it('does not take bytes that are not UTF-8 for an empty sidecar', async () => {
    const path = place(fresh('bad.txt'), ARTICLE);
    writeFileSync(sidecarPath(path), Uint8Array.from([0xff, 0xfe, 0x00, 0xd8]));
    const { editor, session } = await openArticle(path);
    assert.equal(session.sidecar.kind, 'unreadable');
    select(editor, 'إربد');
    await vscode.commands.executeCommand('hashiya.tagAs', 'GPE');
    assert.equal(statSync(sidecarPath(path)).size, 4);
  });

  for (const [what, from, to] of [
    ['a byte-order mark', '', '\uFEFF'],
    ['line ends of Windows', /\n/g, '\r\n'],
  ] as const) {
    it(`reads a sidecar with ${what}, and adds to it`, async () => {
      const path = place(fresh('bad.txt'), ARTICLE);
      writeFileSync(sidecarPath(path), sidecarOf([...ONE, ...GOOD]).replace(from, to));
      const { editor, session } = await openArticle(path);
      assert.equal(session.record.annotations[0]?.quote, 'إربد');
      select(editor, 'الوزير');
      await vscode.commands.executeCommand('hashiya.tagAs', 'OCC');
      const saved = readText(sidecarPath(path));
      assert.match(saved, /id: aaa111[^]*label: OCC/);
      assert.ok(to === '\uFEFF' ? saved.startsWith(to) : !/[^\r]\n/.test(saved));
    });
  }

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

  it('neither reads nor writes a sidecar that is a link out of the folder', async function () {
    if (process.platform === 'win32') return this.skip();
    const target = place(fresh('elsewhere.yaml'), sidecarOf([...ONE, ...GOOD]));
    const path = place(fresh('linked.txt'), ARTICLE);
    const outside = `${testWorkspace()}-outside.yaml`;
    renameSync(target, outside);
    try {
      symlinkSync(outside, sidecarPath(path));
      const { editor, session } = await openArticle(path);
      assert.equal(session.sidecar.kind, 'unreadable');
      select(editor, 'إربد');
      await vscode.commands.executeCommand('hashiya.tagAs', 'GPE');
      assert.equal(readText(outside), sidecarOf([...ONE, ...GOOD]));
    } finally {
      rmSync(outside);
    }
  });
});
