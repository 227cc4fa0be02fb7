// Undo and redo of acts across articles, open and not: at once, after other edits, and beside other acts.
import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { Corpora } from '../../src/extension/article/corpora';
import { Histories } from '../../src/extension/article/histories';
import { BulkActs } from '../../src/extension/corpus/bulkActs';
import { BulkEdit, type Plan } from '../../src/extension/corpus/bulkEdit';
import { KeptActs } from '../../src/extension/corpus/keptActs';
import { entity } from '../support/article';
import { annotated } from '../support/corpus';
import { api, fresh, openArticle, place, readText, sidecarPath } from './articles';
import { testWorkspace } from './support';

const TEXT = 'زار الوفد ياقوتة أمس.\nوعاد من ياقوتة إلى بلده، ثم كتب عن ياقوتة.\n';
const ADDED = 'عاجل: ';
const KEPT = entity(TEXT, 'GPE', 'ياقوتة');
const TAGGED = { ...entity(TEXT, 'GPE', 'بلده'), id: 'b1' };
const OTHER = { ...entity(TEXT, 'ORG', 'الوفد'), id: 'o1' };

const untag: Plan = () => ({ type: 'remove', id: 'b1' });
const tag: Plan = () => ({ type: 'add', annotation: { ...TAGGED, id: '' } });

describe('undo of acts across articles', () => {
  let histories: Histories;
  let bulk: BulkEdit;

  before(async () => {
    const { sessions } = await api();
    histories = new Histories(sessions, vscode.Uri.file(join(testWorkspace(), '.kept')));
    bulk = new BulkEdit(sessions, new Corpora(), histories);
  });
  after(() => histories.dispose());

  /** Two articles alike, the first open. */
  async function two(tags = [KEPT, TAGGED]) {
    const folder = fresh('bulk').split('/')[0] ?? '';
    const names = ['open.txt', 'closed.txt'].map((name) => `${folder}/${name}`);
    for (const name of names) {
      for (const [at, content] of Object.entries(annotated(name, TEXT, tags))) place(at, content);
    }
    const [open = '', closed = ''] = names.map((name) => join(testWorkspace(), name));
    const { indexes } = await api();
    const live = await indexes.current();
    assert.ok(live);
    const { session, editor } = await openArticle(open);
    const sidecars = async (): Promise<string[]> => {
      await session.settled();
      return [open, closed].map((path) => readText(sidecarPath(path)));
    };
    const all = (plan: Plan) => new Map(names.map((name) => [name, plan]));
    const storage = vscode.Uri.file(join(testWorkspace(), '.kept', folder));
    /** As each window has them. */
    const acts = () => new BulkActs(bulk, new KeptActs(storage));
    /** Paths of what is kept, the oldest first. */
    const kept = (): string[] => {
      const stored = join(storage.fsPath, 'acts');
      return readdirSync(stored)
        .sort()
        .map((name) => join(stored, name));
    };
    const of = { names, closed, live, session, editor, sidecars, all, kept };
    return { ...of, acts: acts(), elsewhere: acts() };
  }

  /** Another text and another act, in each article. */
  async function meanwhile({ names, closed, live, editor }: Awaited<ReturnType<typeof two>>) {
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), ADDED));
    await editor.document.save();
    writeFileSync(closed, ADDED + TEXT);
    const annotation = {
      ...OTHER,
      start: OTHER.start + ADDED.length,
      end: OTHER.end + ADDED.length,
    };
    for (const name of names) {
      const outcome = await bulk.edit(live, name, () => ({ type: 'add', annotation }));
      assert.equal(outcome.kind, 'done');
    }
  }

  const quotes = (sidecar: string): string[] =>
    [...sidecar.matchAll(/quote: "(.*)"/gu)].map(([, quote = '']) => quote);
  const starts = (sidecar: string): string[] =>
    [...sidecar.matchAll(/^ {4}start: (\d+)$/gmu)].map(([, start = '']) => start);

  it('takes them back and does them again, at once', async () => {
    const { acts, live, sidecars, all } = await two();
    const before = await sidecars();
    assert.equal(await acts.perform(live, all(untag)), 2);
    const after = await sidecars();
    for (const sidecar of after) assert.ok(!sidecar.includes('بلده'));
    assert.equal(await acts.undo(live), 2);
    assert.deepEqual(await sidecars(), before);
    assert.equal(await acts.redo(live), 2);
    assert.deepEqual(await sidecars(), after);
    assert.equal(await acts.undo(live), 2);
    assert.deepEqual(await sidecars(), before);
    assert.equal(await acts.undo(live), undefined);
  });

  it('brings tags back to their words after the text changed, beside other acts', async () => {
    const articles = await two();
    const { acts, live, sidecars, all } = articles;
    await acts.perform(live, all(untag));
    await meanwhile(articles);
    assert.equal(await acts.undo(live), 2);
    for (const sidecar of await sidecars()) {
      assert.deepEqual(quotes(sidecar), ['الوفد', 'ياقوتة', 'بلده']);
      const at = [OTHER, KEPT, TAGGED].map(({ start }) => String(start + ADDED.length));
      assert.deepEqual(starts(sidecar), at);
    }
    assert.equal(await acts.redo(live), 2);
    for (const sidecar of await sidecars()) assert.deepEqual(quotes(sidecar), ['الوفد', 'ياقوتة']);
  });

  it('takes tags away and sets them again after the text changed, beside other acts', async () => {
    const articles = await two([KEPT]);
    const { acts, live, sidecars, all } = articles;
    await acts.perform(live, all(tag));
    await meanwhile(articles);
    assert.equal(await acts.undo(live), 2);
    for (const sidecar of await sidecars()) assert.deepEqual(quotes(sidecar), ['الوفد', 'ياقوتة']);
    assert.equal(await acts.redo(live), 2);
    for (const sidecar of await sidecars()) {
      assert.deepEqual(quotes(sidecar), ['الوفد', 'ياقوتة', 'بلده']);
    }
  });

  it('leaves in each article what took another label since', async () => {
    const { acts, live, session, sidecars, all } = await two([KEPT]);
    await acts.perform(live, all(tag));
    const mine = session.record.annotations.find(({ quote }) => quote === 'بلده');
    assert.ok(mine);
    await session.perform({ type: 'replace', annotation: { ...mine, label: 'LOC' } });
    assert.equal(await acts.undo(live), 1);
    const [open = '', closed = ''] = await sidecars();
    assert.match(open, /label: LOC/);
    assert.deepEqual(quotes(closed), ['ياقوتة']);
  });

  it('takes them back and does them again in another window, after the text changed', async () => {
    const articles = await two();
    const { acts, elsewhere, live, sidecars, all } = articles;
    await acts.perform(live, all(untag));
    await meanwhile(articles);
    assert.equal(await elsewhere.undo(live), 2);
    for (const sidecar of await sidecars()) {
      assert.deepEqual(quotes(sidecar), ['الوفد', 'ياقوتة', 'بلده']);
    }
    assert.equal(await acts.undo(live), undefined);
    assert.equal(await acts.redo(live), 2);
    for (const sidecar of await sidecars()) assert.deepEqual(quotes(sidecar), ['الوفد', 'ياقوتة']);
    assert.equal(await elsewhere.redo(live), undefined);
  });

  it('takes back the latest act first, and forgets what was undone when there is another', async () => {
    const { acts, elsewhere, live, sidecars, all } = await two([KEPT]);
    const tagOther: Plan = () => ({ type: 'add', annotation: { ...OTHER, id: '' } });
    await acts.perform(live, all(tag));
    await acts.perform(live, all(tagOther));
    await elsewhere.undo(live);
    for (const sidecar of await sidecars()) assert.deepEqual(quotes(sidecar), ['ياقوتة', 'بلده']);
    await acts.perform(live, all(tagOther));
    assert.equal(await elsewhere.redo(live), undefined);
    await elsewhere.undo(live);
    await elsewhere.undo(live);
    for (const sidecar of await sidecars()) assert.deepEqual(quotes(sidecar), ['ياقوتة']);
    assert.equal(await elsewhere.redo(live), 2);
    for (const sidecar of await sidecars()) assert.deepEqual(quotes(sidecar), ['ياقوتة', 'بلده']);
  });

  it('keeps the latest fifty, and passes over one that is damaged', async () => {
    const { acts, live, sidecars, all, names, kept } = await two([KEPT]);
    const [first = ''] = names;
    const one = new Map([[first, tag]]);
    for (let i = 0; i < 51; i++) await acts.perform(live, one);
    await acts.perform(live, all(tag));
    const files = kept();
    assert.equal(files.length, 50);
    writeFileSync(files.at(-1) ?? '', '{');
    assert.equal(await acts.undo(live), 1);
    const [open = '', closed = ''] = await sidecars();
    assert.equal(quotes(open).length, 52);
    assert.equal(quotes(closed).length, 2);
  });

  it('leaves each article its own part to undo, also where it was not open', async () => {
    const { acts, live, closed, all } = await two();
    await acts.perform(live, all(untag));
    const { session } = await openArticle(closed);
    for (let tries = 0; !session.canUndo && tries < 50; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await session.undo();
    assert.ok(readText(sidecarPath(closed)).includes('بلده'));
    assert.equal(await acts.undo(live), 1);
  });
});
