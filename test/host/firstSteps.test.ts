import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { eventually } from './support';

interface Manifest {
  readonly contributes: {
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly description: string;
        readonly media: { readonly image: Readonly<Record<string, string>> };
        readonly completionEvents: readonly string[];
      }[];
    }[];
  };
}

describe('the first steps', () => {
  it('opens a sample article that is the person’s own and stays as it was left', async () => {
    await vscode.commands.executeCommand('hashiya.openSample');
    const first = vscode.window.activeTextEditor?.document;
    assert.ok(first);
    assert.ok(first.uri.path.endsWith('/samples/weather-storm.txt'));
    await eventually('it is recognised', () =>
      vscode.window.activeTextEditor?.document.languageId.startsWith('arabic-news'),
    );
    const own = new TextEncoder().encode('جدة مدينة.\n');
    await vscode.workspace.fs.writeFile(first.uri, own);
    await vscode.commands.executeCommand('hashiya.openSample');
    assert.deepEqual(new Uint8Array(await vscode.workspace.fs.readFile(first.uri)), own);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(first.uri, '..'), { recursive: true });
  });

  it('shows pictures that are there and runs commands that exist', async () => {
    const extension = vscode.extensions.getExtension('hashiya.hashiya');
    assert.ok(extension);
    const known = new Set(await vscode.commands.getCommands(true));
    const { walkthroughs } = (extension.packageJSON as Manifest).contributes;
    const steps = walkthroughs.flatMap((walkthrough) => walkthrough.steps);
    assert.ok(steps.length >= 5);
    for (const { description, media, completionEvents } of steps) {
      for (const path of Object.values(media.image)) {
        assert.ok(existsSync(join(extension.extensionPath, path)), path);
      }
      const named = [...description.matchAll(/command:([\w.]+)/g)].map(([, id]) => id ?? '');
      const completing = completionEvents.flatMap(
        (event) => event.match(/^onCommand:(.+)/)?.[1] ?? [],
      );
      for (const id of [...named, ...completing]) assert.ok(known.has(id), id);
    }
  });
});
