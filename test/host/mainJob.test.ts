import assert from 'node:assert/strict';
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { parse } from 'yaml';
import {
  actionsAt,
  choose,
  fresh,
  openArticle,
  openWithSuggestions,
  place,
  pythonText,
  readText,
  select,
  sidecarPath,
} from './articles';
import { eventually, testWorkspace } from './support';

interface Stored {
  id: string;
  label: string;
  start: number;
  end: number;
  quote: string;
  cue?: { start: number; end: number; quote: string };
  source?: { start: number; end: number; quote: string };
}

/** Reads the sidecar from disk and checks every span in it against the text, by code points. */
function checkedSidecar(path: string): Stored[] {
  const text = pythonText(path);
  const { annotations } = parse(readText(sidecarPath(path))) as { annotations: Stored[] };
  for (const a of annotations) {
    for (const s of [a, a.cue, a.source]) {
      if (s !== undefined) assert.equal(text.slice(s.start, s.end).join(''), s.quote, a.id);
    }
  }
  return annotations;
}

/** The real article where the shared material is there, else a sample; always a fresh copy. */
function mainArticle(): string {
  const target = place(fresh('main-job.txt'), '');
  const shared = process.env['HASHIYA_SHARED'];
  const source = shared === undefined ? undefined : join(shared, 'articles/embassy-baghdad.txt');
  const fallback = join(testWorkspace(), 'weather-storm.txt');
  copyFileSync(source !== undefined && existsSync(source) ? source : fallback, target);
  return target;
}

describe('the main job', () => {
  let path: string;

  beforeEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    path = mainArticle();
  });

  it('recognises the article by its content', async () => {
    const { editor } = await openArticle(path);
    assert.match(editor.document.languageId, /^arabic-news/);
  });

  it('suggests entities of several labels, and claims with cue and source', async () => {
    const { session } = await openWithSuggestions(path);
    const labels = new Set(session.suggestions.map((s) => s.label));
    assert.ok(labels.size >= 4, [...labels].join(' '));
    const claims = session.suggestions.filter((s) => s.kind === 'claim');
    assert.ok(claims.length >= 3, `${claims.length} claims`);
    assert.ok(claims.some((claim) => claim.source !== null));
    for (const s of session.suggestions) assert.equal(session.text.slice(s.start, s.end), s.quote);
  });

  it('accepts a suggestion by the lightbulb, on disk at once, and undoes and redoes it', async () => {
    const { editor, session } = await openWithSuggestions(path);
    const suggestion = session.suggestions.find((s) => s.kind === 'entity')!;
    select(editor, suggestion.quote);
    const actions = await actionsAt(editor);
    assert.ok(actions.length <= 6, `${actions.length} actions`);
    const [first] = actions;
    assert.equal(first?.kind?.value, 'quickfix.hashiya.accept');
    assert.equal(first?.isPreferred, true);
    assert.equal(actions.filter((action) => action.isPreferred === true).length, 1);
    await choose(first);

    const saved = checkedSidecar(path);
    assert.deepEqual(
      saved.map(({ label, quote }) => ({ label, quote })),
      [{ label: suggestion.label, quote: suggestion.quote }],
    );
    assert.ok(
      !session.suggestions.some((s) => s.start === suggestion.start && s.kind === 'entity'),
    );

    await vscode.commands.executeCommand('hashiya.undo');
    assert.deepEqual(checkedSidecar(path), []);
    await vscode.commands.executeCommand('hashiya.redo');
    assert.equal(checkedSidecar(path)[0]?.quote, suggestion.quote);
  });

  it('gives each label a kind, so that a key can tag with it', async () => {
    const { editor } = await openArticle(path);
    const [word] = editor.document.getText().match(/[\u0621-\u064A]{5,}/u)!;
    select(editor, word);
    const actions = await actionsAt(editor, editor.selection, 'quickfix.hashiya.tag.LAW');
    assert.deepEqual(
      actions.map((action) => action.kind?.value),
      ['quickfix.hashiya.tag.LAW'],
    );
    await choose(actions[0]);
    assert.equal(checkedSidecar(path)[0]?.label, 'LAW');
  });

  it('rejects a suggestion and remembers it after the article was closed', async () => {
    const first = await openWithSuggestions(path);
    const rejected = first.session.suggestions.find((s) => s.kind === 'entity')!;
    select(first.editor, rejected.quote);
    await vscode.commands.executeCommand('hashiya.rejectSuggestion');
    const stored = parse(readText(sidecarPath(path))) as { rejected: Stored[] };
    assert.equal(stored.rejected[0]?.quote, rejected.quote);

    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const again = await openWithSuggestions(path);
    assert.ok(
      !again.session.suggestions.some(
        (s) => s.start === rejected.start && s.label === rejected.label,
      ),
    );
  });

  it('accepts and goes on from suggestion to suggestion', async () => {
    const { editor, session } = await openWithSuggestions(path);
    const count = session.suggestions.length;
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.commands.executeCommand('hashiya.nextSuggestion');
    await eventually('a suggestion is selected', () => !editor.selection.isEmpty);
    const before = editor.selection;
    await vscode.commands.executeCommand('hashiya.acceptAndNext');
    await eventually('the caret went on', () => !editor.selection.isEqual(before));
    assert.equal(checkedSidecar(path).length, 1);
    await vscode.commands.executeCommand('hashiya.rejectAndNext');
    assert.equal(checkedSidecar(path).length, 1);
    assert.ok(session.suggestions.length <= count - 2);
  });

  it('accepts a claim whole: content, cue, source, kind and mode', async () => {
    const { session } = await openWithSuggestions(path);
    const claim = session.suggestions.find((s) => s.kind === 'claim' && s.source !== null)!;
    const { start, end, label } = claim;
    const uri = session.document.uri.toString();
    await vscode.commands.executeCommand('hashiya.acceptSuggestion', { uri, start, end, label });
    const [saved] = checkedSidecar(path) as (Stored & { kind: string; mode: string })[];
    assert.equal(saved?.label, 'CLAIM');
    assert.equal(saved?.quote, claim.quote);
    assert.ok(saved?.cue !== undefined && saved.source !== undefined);
    assert.ok(saved.kind.length > 0 && saved.mode.length > 0);
  });
});

describe('tagging by hand', () => {
  const TEXT = [
    'زار الوفدُ مدينة بعلبك صباحا، وقال إن بعلبك 🏛️ آمنة.',
    '',
    'وعاد الوفد من بعلبك ووصل إلى السفارة الهولندية، والتقى بالسفارة الهولندية السيدة Anna de Vries.',
    '',
  ].join('\n');
  let path: string;

  beforeEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    path = place(fresh('by-hand.txt'), TEXT);
  });

  it('snaps to the word and leaves the proclitic out', async () => {
    const { editor } = await openArticle(path);
    const { document } = editor;
    const at = document.positionAt(TEXT.indexOf('ووصل') + 3);
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('hashiya.tagAs', 'FAC');
    assert.equal(checkedSidecar(path)[0]?.quote, 'وصل');
  });

  it('takes a selection over several words as it is, without edge space and punctuation', async () => {
    const { editor } = await openArticle(path);
    select(editor, ' Anna de Vries.');
    await vscode.commands.executeCommand('hashiya.tagAs', 'PERS');
    assert.equal(checkedSidecar(path)[0]?.quote, 'Anna de Vries');
  });

  it('retags, moves boundaries by word and letter, removes', async () => {
    const { editor, session } = await openArticle(path);
    select(editor, 'السفارة');
    await vscode.commands.executeCommand('hashiya.tagAs', 'FAC');
    await vscode.commands.executeCommand('hashiya.endLater');
    assert.equal(checkedSidecar(path)[0]?.quote, 'السفارة الهولندية');
    await vscode.commands.executeCommand('hashiya.startLaterByLetter');
    assert.equal(checkedSidecar(path)[0]?.quote, 'لسفارة الهولندية');
    await vscode.commands.executeCommand('hashiya.startEarlierByLetter');
    const [annotation] = session.record.annotations;
    const { uri } = session.document;
    await vscode.commands.executeCommand('hashiya.retag', {
      uri: uri.toString(),
      start: annotation!.start,
      end: annotation!.end,
      id: annotation!.id,
      label: 'ORG',
    });
    assert.equal(checkedSidecar(path)[0]?.label, 'ORG');
    await vscode.commands.executeCommand('hashiya.removeAnnotation');
    assert.deepEqual(checkedSidecar(path), []);
    await vscode.commands.executeCommand('hashiya.undo');
    assert.equal(checkedSidecar(path)[0]?.quote, 'السفارة الهولندية');
  });

  it('sets cue and source of the claim beside them', async () => {
    const { editor, session } = await openArticle(path);
    const start = TEXT.indexOf('بعلبك 🏛️ آمنة');
    const { session: s } = { session };
    const content = { start, end: start + 'بعلبك 🏛️ آمنة'.length };
    await s.perform({
      type: 'add',
      annotation: {
        id: 'claim1',
        label: 'CLAIM',
        ...content,
        quote: TEXT.slice(content.start, content.end),
        claim: { kind: 'statement', mode: 'indirect' },
      },
    });
    const cue = TEXT.indexOf('قال إن');
    editor.selection = new vscode.Selection(
      editor.document.positionAt(cue),
      editor.document.positionAt(cue + 3),
    );
    await vscode.commands.executeCommand('hashiya.setCue');
    select(editor, 'الوفدُ');
    await vscode.commands.executeCommand('hashiya.setSource');
    const [saved] = checkedSidecar(path);
    assert.equal(saved?.cue?.quote, 'قال');
    assert.equal(saved?.source?.quote, 'الوفدُ');
  });

  it('offers to tag all occurrences with their number, proclitics allowed', async () => {
    const { editor } = await openArticle(path);
    select(editor, 'السفارة الهولندية');
    const actions = await actionsAt(editor, editor.selection, 'quickfix.hashiya.tagAll');
    assert.equal(actions.length, 1);
    assert.match(actions[0]!.title, /2/);
  });
});

describe('an article that changes', () => {
  const TEXT = 'قال وزير الخارجية في بيروت إن الوفد وصل.\nوأضاف أن بيروت ترحب به.\n';
  let path: string;

  beforeEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    path = place(fresh('changing.txt'), TEXT.replace(/\n/g, '\r\n'));
  });

  it('keeps annotations on their words while one types, and saves their places with the article', async () => {
    const { editor, session } = await openArticle(path);
    select(editor, 'بيروت', 1);
    await vscode.commands.executeCommand('hashiya.tagAs', 'GPE');
    const before = checkedSidecar(path)[0]!;
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'عاجل 🔴: '));
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), 'نقطة أخرى.\n'));
    const [moved] = session.record.annotations;
    assert.equal(session.text.slice(moved!.start, moved!.end), 'بيروت');
    await editor.document.save();
    await eventually(
      'the places are saved',
      () => !readText(sidecarPath(path)).includes(`start: ${before.start}\n`),
    );
    const [after] = checkedSidecar(path);
    assert.equal(after?.id, before.id);
    assert.equal(after?.quote, 'بيروت');
  });

  it('brings back with undo of the text what deleting it took away', async () => {
    const { editor, session } = await openArticle(path);
    select(editor, 'بيروت', 1);
    await vscode.commands.executeCommand('hashiya.tagAs', 'GPE');
    await editor.edit((edit) => edit.delete(editor.document.lineAt(1).rangeIncludingLineBreak));
    assert.equal(session.record.annotations.length, 0);
    assert.equal(session.record.orphans.length, 1);
    await vscode.commands.executeCommand('undo');
    await eventually('it is back', () => session.record.annotations.length === 1);
    assert.equal(session.record.orphans.length, 0);
  });

  it('survives a change of line ends and of language', async () => {
    const { editor, session } = await openArticle(path);
    select(editor, 'بيروت');
    await vscode.commands.executeCommand('hashiya.tagAs', 'GPE');
    await editor.edit((edit) => edit.setEndOfLine(vscode.EndOfLine.LF));
    await editor.document.save();
    assert.equal(checkedSidecar(path)[0]?.quote, 'بيروت');
    await vscode.languages.setTextDocumentLanguage(editor.document, 'arabic-news-plain');
    await eventually('still annotated', () => session.record.annotations.length === 1);
    await vscode.commands.executeCommand('hashiya.undo');
    assert.deepEqual(checkedSidecar(path), []);
  });
});
