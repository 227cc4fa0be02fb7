import assert from 'node:assert/strict';
import { existsSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { annotated } from '../support/corpus';
import { entity } from '../support/article';
import { api, fresh, openArticle, place, readText, sidecarPath } from './articles';
import { eventually } from './support';

const TEXT = 'زار الوفد زمرّدة أمس.\nوعاد من زمرّدة إلى بلده، ثم كتب عن زمردة.\n';

const run = (command: string, ...args: unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(`hashiya.${command}`, ...args);

describe('a corpus in the editor', () => {
  it('finds words in all articles, tags what is ticked, and finds them tagged', async () => {
    const first = place(fresh('search-one.txt'), TEXT);
    const second = place(fresh('search-two.txt'), 'الطريق إلى زمردة طويل.\n');
    const { search, indexes } = await api();
    await (
      await indexes.current()
    )?.ready;
    await eventually('the index knows the articles', async () => {
      await run('search', 'زمردة');
      return search.totals.articles === 2 && search.totals.hits === 4;
    });
    assert.equal(search.ticked.length, 4);
    search.ticked.at(0)!.ticked = false;
    void run('tagTicked', 'GPE');
    const count = (path: string): number =>
      existsSync(sidecarPath(path))
        ? readText(sidecarPath(path)).split('label: GPE').length - 1
        : 0;
    await eventually('sidecars', () => count(first) + count(second) === 3);
    await eventually(
      'the search knows it',
      () =>
        search.articles.flatMap(({ hits }) => hits).filter(({ entities }) => entities.length > 0)
          .length === 3,
    );
  });

  it('hears of files that come, change and go', async () => {
    const { indexes } = await api();
    const live = await indexes.current();
    await live?.ready;
    const path = place(fresh('watched.txt'), 'كلمة أولى\n');
    const uri = vscode.Uri.file(path);
    const words = () => live?.index.get(live.pathOf(uri) ?? '')?.words.length;
    await eventually('it came', () => words() === 2);
    writeFileSync(path, 'كلمة ثانية وثالثة\n');
    await eventually('it changed', () => words() === 3);
    unlinkSync(path);
    await eventually('it went', () => words() === undefined);
  });

  it('opens the next article that is not done', async () => {
    const folder = fresh('next').split('/')[0] ?? '';
    const files = {
      ...annotated(`${folder}/a.txt`, TEXT, []),
      ...annotated(`${folder}/b.txt`, TEXT, [], { status: 'done' }),
      ...annotated(`${folder}/c.txt`, TEXT, []),
    };
    const paths = Object.entries(files).map(([name, content]) => place(name, content));
    const { indexes } = await api();
    const { path } = await openArticle(paths[0] ?? '');
    const live = await indexes.current();
    await eventually('the index has it', () => live?.index.get(`${folder}/c.txt`));
    await run('nextArticle');
    await eventually('the next article', () =>
      vscode.window.activeTextEditor?.document.uri.fsPath.endsWith(join(folder, 'c.txt')),
    );
    assert.notEqual(path, vscode.window.activeTextEditor?.document.uri.fsPath);
  });

  it('shows what is not consistent, with quick fixes', async () => {
    const name = fresh('checked.txt');
    const files = annotated(name, TEXT, [
      entity(TEXT, 'GPE', 'زمرّدة'),
      { ...entity(TEXT, 'GPE', 'وعاد'), id: 'w1' },
    ]);
    const [path = ''] = Object.entries(files).map(([at, content]) => place(at, content));
    const { editor, session } = await openArticle(path);
    const found = await eventually('diagnostics', () => {
      const all = vscode.languages.getDiagnostics(editor.document.uri);
      return all.some(({ code }) => code === 'mention-untagged') ? all : undefined;
    });
    assert.ok(found.some(({ code }) => code === 'span-proclitic'));
    const mention = found.find(({ code }) => code === 'mention-untagged');
    assert.ok(mention);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      mention.range,
    );
    const all = actions.filter(({ command }) => command?.command === 'hashiya.fixIssue').at(-1);
    assert.ok(all?.command);
    await vscode.commands.executeCommand(all.command.command, ...(all.command.arguments ?? []));
    await eventually(
      'all are tagged',
      () => session.record.annotations.filter(({ label }) => label === 'GPE').length === 4,
    );
  });
});
