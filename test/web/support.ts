// What the tests in a browser share: the script outside, assertions without Node, how to wait.
import * as vscode from 'vscode';

export const root = vscode.Uri.from({ scheme: 'memfs', path: '/corpus' });
export const article = vscode.Uri.joinPath(root, 'article.txt');
export const sidecar = vscode.Uri.joinPath(root, 'article.txt.ann.yaml');

/** Asks the script outside, or tells it something; it serves the files of this extension. */
export async function ask(what: string, question: object = {}): Promise<unknown> {
  const extension = vscode.extensions.getExtension('hashiya-tests.web-tests');
  const { scheme, authority } = extension?.extensionUri ?? root;
  const body = JSON.stringify({ ask: what, ...question });
  const response = await fetch(`${scheme}://${authority}/ask`, { method: 'POST', body });
  const answer = (await response.json()) as { value?: unknown; error?: string };
  if (answer.error !== undefined) throw new Error(answer.error);
  return answer.value;
}

/** Whether the page, or a view in it, shows something by this selector within ten seconds. */
export async function assertShows(selector: string): Promise<void> {
  check((await ask('shows', { selector })) === true, `the page shows no ${selector}`);
}

export function check(holds: unknown, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise);
}

export function checkEqual(is: unknown, expected: unknown): void {
  const [left, right] = [JSON.stringify(is), JSON.stringify(expected)];
  check(left === right, `${left} instead of ${right}`);
}

/** Asks again and again until the answer is neither undefined nor false. */
export async function eventually<T>(
  what: string,
  answer: () => T | Promise<T>,
): Promise<Exclude<T, false | undefined>> {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline;) {
    const value = await answer();
    if (value !== undefined && value !== false) return value as Exclude<T, false | undefined>;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`not within ten seconds: ${what}`);
}

export async function textOf(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** The text of a file, or undefined where there is none yet. */
export const textIfThere = (uri: vscode.Uri): Promise<string | undefined> =>
  textOf(uri).catch(() => undefined);
