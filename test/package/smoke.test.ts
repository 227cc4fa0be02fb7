// The packaged extension, installed as a user installs it. HASHIYA_TEST_VSIX is its path.
import * as assert from 'node:assert/strict';
import { closeEditors, type Editor, eventually, openEditor, startEditors } from '../support/editor';
import { overlayBoxes } from '../support/overlay';

describe('the packaged extension', () => {
  let editor: Editor;

  before('install it and open an article', async () => {
    await startEditors({ vsix: String(process.env['HASHIYA_TEST_VSIX']) });
    editor = await openEditor({ file: 'politics-strikes.txt' });
  });
  after(() => closeEditors());

  it('is the installed one, and is active', async () => {
    const found = await eventually('it activates', () =>
      editor.host((vscode) => {
        const extension = vscode.extensions.getExtension('hashiya.hashiya');
        return extension?.isActive ? extension.extensionPath : undefined;
      }),
    );
    assert.match(found, /extensions[\\/]hashiya\.hashiya-/);
  });

  it('recognises the article', async () => {
    await eventually('its language is set', async () =>
      (await editor.language()).startsWith('arabic-news'),
    );
  });

  it('draws highlights', async () => {
    await eventually('a box is drawn', async () => (await overlayBoxes(editor.page)).length > 0);
  });

  it('has titles of commands, not their keys', async () => {
    const commands = await editor.host((vscode) => {
      const contributes = vscode.extensions.getExtension('hashiya.hashiya')?.packageJSON as {
        contributes?: { commands?: { title: string | { value: string } }[] };
      };
      return (contributes.contributes?.commands ?? []).map(({ title }) =>
        typeof title === 'string' ? title : title.value,
      );
    });
    assert.ok(commands.length > 0, 'no commands');
    for (const title of commands) assert.doesNotMatch(title, /^%|%$/);
  });
});
