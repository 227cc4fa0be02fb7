// What the tests inside VS Code share: where their files are, how to wait.
import { join } from 'node:path';
import * as vscode from 'vscode';

/** Absolute path of the writable copy of samples/ that is open as the workspace. */
export function testWorkspace(): string {
  const folder = process.env['HASHIYA_TEST_WORKSPACE'];
  if (folder === undefined) throw new Error('HASHIYA_TEST_WORKSPACE is not set.');
  return folder;
}

/**
 * Absolute path of a shared file such as `articles/embassy-baghdad.txt`; skips the test, in plain
 * words, where the shared material is absent.
 */
export function sharedFile(context: Mocha.Context, path: string): string {
  const folder = process.env['HASHIYA_SHARED'];
  if (folder === undefined) {
    console.log(`      (skipped: ../shared is absent, so there is no ${path})`);
    context.skip();
  }
  return join(folder as string, path);
}

/** Opens a file of the workspace, by its path below it or an absolute one, in the editor. */
export async function open(path: string): Promise<vscode.TextEditor> {
  const uri = vscode.Uri.file(path.startsWith('/') ? path : join(testWorkspace(), path));
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

/**
 * Asks again and again until the answer is neither undefined, null nor false.
 * @param what in words, for the message when the time is over
 */
export async function eventually<T>(
  what: string,
  ask: () => T | Promise<T>,
  patience = 5000,
): Promise<NonNullable<T>> {
  const deadline = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false)
      return answer as NonNullable<T>;
    if (Date.now() > deadline) throw new Error(`Not within ${patience} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
