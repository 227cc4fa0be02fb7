import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import * as vscode from 'vscode';
import { api, fresh, openArticle, openWithSuggestions, place } from './articles';
import { eventually } from './support';

const TEXT = 'قال المتحدث إن الوضع هادئ في مدينة بغداد.\n\nوبدأ مشروع نجمة الصباح أمس.\n';
const NAME = 'نجمة الصباح';
const at = TEXT.indexOf(NAME);
const item = { kind: 'entity', label: 'PRODUCT', start: at, end: at + NAME.length, quote: NAME };

async function setting(key: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('hashiya').update(key, value, true);
}

describe('detectors switched off', () => {
  it('make the suggestions anew in open articles', async () => {
    const { session } = await openWithSuggestions(place(fresh('off.txt'), TEXT));
    const all = session.suggestions.map(({ detector }) => detector);
    const [first = ''] = all;
    try {
      await setting('detectors.off', [first]);
      await eventually('its suggestions are gone', () => {
        const now = session.suggestions;
        return now.length > 0 && now.every(({ detector }) => detector !== first);
      });
    } finally {
      await setting('detectors.off', undefined);
    }
    await eventually('they come back', () => session.suggestions.length === all.length);
  });
});

describe('detectors of others', () => {
  it('are asked about an article, and their suggestions can be accepted', async () => {
    const hashiya = await api();
    const asked: string[] = [];
    const detector = hashiya.registerDetector({
      id: 'test-guest',
      detect: ({ text }) => {
        asked.push(text);
        return Promise.resolve([item, { label: 'GPE', start: 0, end: 9999 }]);
      },
    });
    try {
      const { session, editor } = await openWithSuggestions(place(fresh('guest.txt'), TEXT));
      const found = await eventually('the guest’s suggestion', () =>
        session.suggestions.find(({ detector: id }) => id === 'test-guest'),
      );
      assert.equal(found.quote, NAME);
      assert.ok(
        session.suggestions.some(({ detector: id }) => id !== 'test-guest'),
        'ours stay',
      );
      assert.deepEqual(asked.at(-1), TEXT);

      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'خبر: '));
      const moved = session.suggestions.find(({ detector: id }) => id === 'test-guest');
      assert.equal(moved?.start, at + 5, 'it follows an edit at once');

      const argument = { uri: editor.document.uri.toString(), ...moved, label: 'PRODUCT' };
      await vscode.commands.executeCommand('hashiya.acceptSuggestion', argument);
      const view = hashiya.article(editor.document.uri);
      assert.deepEqual(
        view?.annotations.map(({ label, quote }) => [label, quote]),
        [['PRODUCT', NAME]],
      );
    } finally {
      detector.dispose();
    }
  });

  it('take their suggestions with them when they leave, and may fail', async () => {
    const hashiya = await api();
    const broken = hashiya.registerDetector({
      id: 'broken',
      detect: () => Promise.reject(new Error('out of order')),
    });
    const detector = hashiya.registerDetector({
      id: 'leaving',
      detect: () => Promise.resolve([item]),
    });
    const { session } = await openArticle(place(fresh('leaving.txt'), TEXT));
    const has = () => session.suggestions.some(({ detector: id }) => id === 'leaving');
    await eventually('its suggestion', has);
    detector.dispose();
    broken.dispose();
    await eventually('it is gone', () => !has());
  });
});

/** A service in a process of its own: it prints its port, then the text of each article that it gets. */
const SERVICE = `
  const answer = process.argv[1];
  const server = require('node:http').createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      console.log(JSON.stringify(JSON.parse(body).text));
      response.end(answer);
    });
  });
  server.listen(0, '127.0.0.1', () => console.log(server.address().port));
`;

describe('a detection service', () => {
  const lines: string[] = [];
  let service: ChildProcess;

  before(async () => {
    const answer = JSON.stringify({ id: 'x', suggestions: [item] });
    service = spawn(process.execPath, ['-e', SERVICE, answer], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    service.stdout?.on('data', (chunk: Buffer) =>
      lines.push(...chunk.toString().trim().split('\n')),
    );
    await eventually('the service listens', () => lines.length > 0);
  });
  after(async () => {
    await setting('detectors.http.url', undefined);
    service.kill();
  });

  it('is not asked until the setting names it, then answers in code points', async () => {
    const { session } = await openWithSuggestions(place(fresh('service.txt'), TEXT));
    assert.equal(lines.length, 1);
    await setting('detectors.http.url', `http://127.0.0.1:${lines[0]}/detect`);
    const found = await eventually('the service’s suggestion', () =>
      session.suggestions.find(({ detector }) => detector === 'http'),
    );
    assert.equal(found.quote, NAME);
    assert.ok(lines.includes(JSON.stringify(TEXT)));
  });
});

describe('tools for language models', () => {
  async function invoke(name: string, input: object): Promise<Record<string, unknown>> {
    const options = { input, toolInvocationToken: undefined };
    const result = await vscode.lm.invokeTool(
      name,
      options,
      new vscode.CancellationTokenSource().token,
    );
    const [part] = result.content;
    assert.ok(part instanceof vscode.LanguageModelTextPart);
    return JSON.parse(part.value) as Record<string, unknown>;
  }

  it('are there, with descriptions', () => {
    const names = vscode.lm.tools.filter(({ name }) => name.startsWith('hashiya_'));
    assert.deepEqual(names.map(({ name }) => name).sort(), [
      'hashiya_list',
      'hashiya_propose',
      'hashiya_validate',
    ]);
  });

  it('read an article, and check it', async () => {
    const { editor } = await openWithSuggestions(place(fresh('tool.txt'), TEXT));
    const path = vscode.workspace.asRelativePath(editor.document.uri);
    const listed = await invoke('hashiya_list', { path });
    assert.equal(listed['text'], TEXT);
    assert.deepEqual((await invoke('hashiya_validate', { path }))['issues'], []);
    assert.ok('error' in (await invoke('hashiya_list', { path: '../../etc/passwd' })));
  });
});
