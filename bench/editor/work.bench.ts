// Annotating and typing in a long article with thousands of annotations.
import { statSync, watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { eventually, type Editor } from '../../scripts/lib/editor.mjs';
import type { Exports } from '../../src/extension/extension';
import { longArticle, manyAnnotations, sidecarOf } from '../lib/articles';
import { openBench, type Which } from '../lib/editors';
import { startProfile, stopProfile, type HostWork } from '../lib/host';
import type { Report } from '../lib/report.mjs';
import { clockOffset, watchUntilQuiet, type Watch } from '../lib/window';

const NAME = 'long.txt';
const TAGS = 15;
/** A word and a blank, typed over and over at the speed of a fast typist. */
const TYPED = 'كلمة '.repeat(8);
const KEY_MS = 120;

export async function run(report: Report): Promise<void> {
  const text = longArticle();
  const record = manyAnnotations(text);
  report.note(`${text.length} characters with ${record.annotations.length} saved annotations`);
  const files = { [NAME]: { text, record, sidecar: sidecarOf(text, NAME, record) } };
  const measured = { bare: await work('bare', files), ours: await work('ours', files) };
  const { bare, ours } = measured;
  const name = 'the bare extension';
  report.add({
    what: 'one more tag by key: key to painted box',
    values: ours.painted,
    unit: 'ms',
    target: 16,
    reference: { name, values: bare.painted },
  });
  report.add({
    what: 'one more tag by key: key to disk',
    values: ours.saved,
    unit: 'ms',
    target: 100,
  });
  const keys = TYPED.length;
  report.add({
    what: 'typing: work of the extension in its host for a key',
    values: ours.typing.map(({ ours: own }) => own / keys),
    unit: 'ms',
    target: 8,
    reference: { name, values: bare.typing.map(({ ours: own }) => own / keys) },
  });
  report.add({
    what: 'typing: processor time of the whole extension host for a key',
    values: ours.typing.map(({ all }) => all / keys),
    unit: 'ms',
    reference: { name, values: bare.typing.map(({ all }) => all / keys) },
  });
  report.add({
    what: 'typing: longest stretch of work of the extension in its host',
    values: ours.typing.map(({ longest }) => longest),
    unit: 'ms',
    reference: { name, values: bare.typing.map(({ longest }) => longest) },
  });
  report.add({
    what: 'typing: key to painted letter',
    values: ours.letters,
    unit: 'ms',
    reference: { name, values: bare.letters },
  });
  report.add({
    what: 'typing: tasks over 50 ms in the window',
    values: ours.tasks.map((tasks) => tasks.length),
    unit: 'tasks',
    target: 0,
    reference: { name, values: bare.tasks.map((tasks) => tasks.length) },
  });
  for (const which of ['bare', 'ours'] as const) {
    const longest = Math.max(0, ...measured[which].tasks.flat());
    if (longest > 0) report.note(`the longest of these, ${which}: ${Math.round(longest)} ms`);
  }
  if (process.env['HASHIYA_BENCH_TOP'] !== undefined) {
    for (const [place, time] of ours.typing[0]?.top ?? [])
      report.note(`${time.toFixed(1)} ${place}`);
  }
}

interface Measured {
  painted: number[];
  saved: number[];
  typing: HostWork[];
  letters: number[];
  /** Durations of long tasks, for each round of typing. */
  tasks: number[][];
}

async function work(which: Which, files: Parameters<typeof openBench>[1]): Promise<Measured> {
  const editor = await openBench(which, files, { file: NAME });
  await settle(editor, which);
  const { painted, saved } = await tagging(editor, which);
  const typing: HostWork[] = [];
  const letters: number[] = [];
  const tasks: number[][] = [];
  for (let round = 0; round < 3; round += 1) {
    await select(editor, 4, 5);
    await settle(editor, which);
    await startProfile(editor);
    await editor.page.keyboard.type(TYPED, { delay: KEY_MS });
    typing.push(await stopProfile(editor));
    const seen = await watchUntilQuiet(editor.page, 1000);
    letters.push(...lettersOf(seen));
    const since = seen.keys[0] ?? 0;
    const long = seen.longTasks.filter(({ start, duration }) => start + duration >= since);
    tasks.push(long.map(({ duration }) => duration));
  }
  await editor.close();
  return { painted, saved, typing, letters, tasks };
}

/** Until everything that follows from opening or typing is done, suggestions for the last line too. */
async function settle(editor: Editor, which: Which): Promise<void> {
  let count = -1;
  let since = performance.now();
  await eventually(
    'the suggestions are complete',
    async () => {
      const now = which === 'ours' ? await suggestionCount(editor) : 0;
      if (now !== count) since = performance.now();
      count = now;
      return performance.now() - since > 4000;
    },
    60_000,
  );
  await watchUntilQuiet(editor.page, 1500);
}

function suggestionCount(editor: Editor): Promise<number> {
  return editor.host((vscode) => {
    const extension = vscode.extensions.getExtension<Exports>('hashiya.hashiya');
    return extension?.exports.sessions.active()?.session.suggestions.length ?? 0;
  });
}

async function select(editor: Editor, line: number, character: number): Promise<void> {
  await editor.select([line, character]);
  await editor.page
    .locator('.editor-instance .view-lines')
    .first()
    .focus()
    .catch(() => undefined);
}

async function tagging(
  editor: Editor,
  which: Which,
): Promise<{ painted: number[]; saved: number[] }> {
  const { page } = editor;
  await page.locator('.editor-instance .view-line').nth(2).click();
  await editor.command('hashiya.toggleAnnotationMode');
  const places = await freeWords(editor, which);
  const offset = await clockOffset(page);
  const disk = watchFile(join(editor.workspace, `${NAME}.ann.yaml`));
  const painted: number[] = [];
  const saved: number[] = [];
  let boxes: string | undefined;
  for (const [line, character] of places) {
    await editor.select([line, character]);
    boxes = (await watchUntilQuiet(page, 500)).frames.at(-1)?.boxes ?? boxes;
    disk.forget();
    await page.keyboard.press('p');
    const seen = await watchUntilQuiet(page, 600);
    const pressed = seen.keys[0];
    const box = pressed === undefined ? undefined : firstOfBoxes(seen, pressed, boxes);
    // A key may do nothing: the word has the label already.
    if (pressed === undefined || box === undefined) continue;
    painted.push(box);
    if (which === 'ours') {
      const at = await eventually('the tag is on disk', () => disk.changed());
      saved.push(at - offset - pressed);
    }
  }
  disk.close();
  await page.keyboard.press('Escape');
  return { painted, saved };
}

/** Until the first frame in which boxes are others than those of `before`, if there is one. */
function firstOfBoxes(
  { frames }: Watch,
  pressed: number,
  before: string | undefined,
): number | undefined {
  const changed = frames.find(({ time, boxes }) => time > pressed && boxes !== before);
  return changed && changed.time - pressed;
}

/** From each key to the first frame after it that shows more text than the one before. */
function lettersOf({ frames, keys }: Watch): number[] {
  return keys.flatMap((pressed) => {
    const frame = frames.find(({ time }) => time > pressed);
    return frame === undefined ? [] : [frame.time - pressed];
  });
}

/** Words in view that no annotation touches: line and column of their first letters. */
function freeWords(editor: Editor, which: Which): Promise<(readonly [number, number])[]> {
  return editor.host(
    (vscode, { wanted, ours }) => {
      const shown = vscode.window.activeTextEditor;
      if (shown === undefined) throw new Error('No editor is active.');
      const { document } = shown;
      const extension = vscode.extensions.getExtension<Exports>('hashiya.hashiya');
      const session = ours ? extension?.exports.sessions.of(document) : undefined;
      const spans = session?.record.annotations ?? [];
      const words: (readonly [number, number])[] = [];
      for (let line = 0; line < 24 && words.length < wanted; line += 1) {
        for (const match of document.lineAt(line).text.matchAll(/(?<=\s)ال\p{L}{3,}(?=\s)/gu)) {
          const at = document.offsetAt(new vscode.Position(line, match.index));
          const end = at + match[0].length;
          if (spans.some((span) => span.label !== 'CLAIM' && span.start < end && at < span.end))
            continue;
          words.push([line, match.index + 2]);
        }
      }
      return words.slice(0, wanted);
    },
    { wanted: TAGS, ours: which === 'ours' },
  );
}

/** When a file was last replaced, by our clock. */
function watchFile(file: string) {
  let at: number | undefined;
  let stamp = statSync(file).mtimeMs;
  const watcher = watch(dirname(file), (_event, name) => {
    if (name !== basename(file)) return;
    const now = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? stamp;
    if (now !== stamp) at ??= performance.now();
    stamp = now;
  });
  return {
    changed: () => at,
    forget: () => (at = undefined),
    close: () => watcher.close(),
  };
}
