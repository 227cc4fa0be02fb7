// What only a person can decide: where an orphan belongs, which of two versions is right.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import {
  actionsAt,
  choose,
  fresh,
  openArticle,
  place,
  readText,
  select,
  sidecarPath,
} from './articles';
import { eventually } from './support';

const TEXT =
  'افتتح الوزير مكتبة النخيل في حي الجزائر صباح الأحد.\n' +
  'وقالت هدى سلمان إن المكتبة تضم ألف كتاب.\n' +
  'ثم زارت هدى سلمان مدرسة الحي.\n';

function sidecar(annotations: readonly string[]): string {
  const head = ['hashiya: 1', 'article:', '  file: a.txt', '  unit: codepoint'];
  return [...head, 'status: in-progress', 'annotations:', ...annotations, ''].join('\n');
}

function block(
  id: string,
  label: string,
  quote: string,
  start: number,
  more: string[] = [],
): string[] {
  return [
    `  - id: ${id}`,
    `    label: ${label}`,
    `    start: ${start}`,
    `    end: ${start + quote.length}`,
    `    quote: "${quote}"`,
    ...more.map((line) => `    ${line}`),
  ];
}

async function problem(uri: vscode.Uri, code: string): Promise<vscode.Diagnostic> {
  return eventually(`a diagnostic ${code}`, () =>
    vscode.languages.getDiagnostics(uri).find((one) => one.code === code),
  );
}

async function opened(annotations: readonly string[]) {
  const path = place(fresh('review.txt'), TEXT);
  writeFileSync(sidecarPath(path), sidecar(annotations));
  return openArticle(path);
}

describe('review', () => {
  beforeEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('shows an orphan where it may belong, and places it there; undo makes it an orphan again', async () => {
    const { path, editor, session } = await opened(block('aaa111', 'PERS', 'هدى سلمان', 500));
    assert.equal(session.record.orphans.length, 1);
    const { range } = await problem(editor.document.uri, 'orphan');
    assert.equal(editor.document.getText(range), 'هدى سلمان');
    const actions = await actionsAt(editor, range);
    const here = actions.filter(({ kind }) => kind?.value.endsWith('.place') === true);
    assert.equal(here.length, 2);
    await choose(here[0]);
    assert.equal(session.record.orphans.length, 0);
    const start = TEXT.indexOf('هدى', TEXT.indexOf('زارت'));
    assert.equal(session.record.annotations[0]?.start, start);
    assert.match(readText(sidecarPath(path)), new RegExp(`start: ${start}\\n`));
    await vscode.commands.executeCommand('hashiya.undo');
    assert.equal(session.record.orphans[0]?.start, 500);
  });

  it('places an orphan at the selection, whatever its words were', async () => {
    const { editor, session } = await opened(block('aaa111', 'FAC', 'معهد الفنون', 9));
    const { range } = await problem(editor.document.uri, 'orphan');
    assert.ok(range.start.line === 0 && !range.isEmpty);
    select(editor, 'مدرسة الحي');
    const { start, end } = {
      start: TEXT.indexOf('مدرسة الحي'),
      end: TEXT.indexOf('مدرسة الحي') + 10,
    };
    const uri = editor.document.uri.toString();
    await vscode.commands.executeCommand('hashiya.placeOrphanHere', {
      uri,
      start,
      end,
      id: 'aaa111',
    });
    assert.deepEqual(
      session.record.annotations.map(({ id, quote }) => [id, quote]),
      [['aaa111', 'مدرسة الحي']],
    );
    await eventually('the diagnostic is gone', () =>
      vscode.languages.getDiagnostics(editor.document.uri).every(({ code }) => code !== 'orphan'),
    );
  });

  it('removes an orphan when told to, from the file too', async () => {
    const { path, editor, session } = await opened(block('aaa111', 'FAC', 'معهد الفنون', 9));
    const { range } = await problem(editor.document.uri, 'orphan');
    const actions = await actionsAt(editor, range);
    await choose(actions.find(({ kind }) => kind?.value.endsWith('.removeOrphan') === true));
    assert.equal(session.record.orphans.length, 0);
    assert.doesNotMatch(readText(sidecarPath(path)), /aaa111/);
  });

  describe('a conflict', () => {
    const at = TEXT.indexOf('حي الجزائر');
    const both = [
      ...block('aaa111', 'LOC', 'حي الجزائر', at, ['by: سلوى', 'conflict: xbbbb2']),
      ...block('xbbbb2', 'GPE', 'حي الجزائر', at, ['by: سامي', 'conflict: aaa111']),
    ];
    for (const [kind, index, labels] of [
      ['keepVersion', 0, ['LOC']],
      ['keepVersion', 1, ['GPE']],
      ['keepBoth', 0, ['LOC', 'GPE']],
    ] as const) {
      it(`ends with ${labels.join(' and ')} by ${kind}`, async () => {
        const { path, editor, session } = await opened(both);
        const { range, message } = await problem(editor.document.uri, 'merge-conflict');
        assert.match(message, /LOC|GPE/);
        const actions = (await actionsAt(editor, range)).filter(
          (action) => action.kind?.value.endsWith(`.${kind}`) === true,
        );
        await choose(actions[index]);
        assert.deepEqual(
          session.record.annotations.map(({ label }) => label),
          labels,
        );
        assert.doesNotMatch(readText(sidecarPath(path)), /conflict/);
        await vscode.commands.executeCommand('hashiya.undo');
        assert.equal(readText(sidecarPath(path)).match(/conflict/g)?.length, 2);
      });
    }

    it('with a removal ends by keeping or removing', async () => {
      const { editor, session } = await opened(
        block('aaa111', 'LOC', 'حي الجزائر', at, ['conflict: deleted']),
      );
      const { range } = await problem(editor.document.uri, 'merge-conflict');
      const kinds = (await actionsAt(editor, range)).map(({ kind }) =>
        kind?.value.split('.').pop(),
      );
      assert.ok(kinds.includes('keepVersion') && kinds.includes('remove'));
      select(editor, 'حي الجزائر');
      await vscode.commands.executeCommand('hashiya.keepVersion');
      assert.equal(session.record.annotations[0]?.attributes, undefined);
    });
  });
});
