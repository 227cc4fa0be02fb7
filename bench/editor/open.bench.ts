// From the moment the editor shows an article to the moment all its highlights are painted.
import type { Editor } from '../../scripts/lib/editor.mjs';
import { eventually } from '../../scripts/lib/editor.mjs';
import { longArticle, manyAnnotations, sidecarOf, usualArticle } from '../lib/articles';
import { openBench, show, type BenchFile, type Which } from '../lib/editors';
import type { Report } from '../lib/report.mjs';
import { takeWatch, watchUntilQuiet, type Frame } from '../lib/window';

const USUAL = 6;
const LONG = 4;

/** Milliseconds on the page's clock. */
interface Opened {
  /** The text is shown, as that of a plain text file. */
  readonly text: number;
  /** The editor has laid it out as an article. */
  readonly article: number;
  /** All boxes of saved annotations are painted. */
  readonly saved: number;
  /** All boxes are painted. */
  readonly all: number;
}

export async function run(report: Report): Promise<void> {
  await usual(report);
  await long(report);
}

async function usual(report: Report): Promise<void> {
  const { text } = usualArticle();
  report.note(`an article of ${text.length} characters; its highlights are suggestions`);
  const files = copies('article', USUAL, () => ({ text }));
  const [first, ...later] = await openAll('ours', files, text, 600);
  const toAll = (opened: Opened): number => opened.all - opened.text;
  if (first !== undefined) add(report, 'text to highlights, first in a window', [toAll(first)]);
  add(report, 'text to highlights', later.map(toAll), 150);
}

async function long(report: Report): Promise<void> {
  const text = longArticle();
  const record = manyAnnotations(text);
  report.note(`${text.length} characters with ${record.annotations.length} saved annotations`);
  const files = copies('long', LONG, (name) => ({
    text,
    sidecar: sidecarOf(text, name, record),
    record,
  }));
  const [bareFirst, ...bare] = await openAll('bare', files, text, 1000);
  const [first, ...later] = await openAll('ours', files, text, 3000);
  if (first === undefined || bareFirst === undefined) return;
  const line = (what: string, time: (opened: Opened) => number, target?: number): void => {
    const reference = { name: 'the bare extension' };
    const held = target === undefined ? {} : { target };
    report.add({
      what: `${what}, first in a window`,
      values: [time(first)],
      unit: 'ms',
      reference: { ...reference, values: [time(bareFirst)] },
    });
    report.add({
      what,
      values: later.map(time),
      unit: 'ms',
      ...held,
      reference: { ...reference, values: bare.map(time) },
    });
  };
  line('plain text to saved highlights', ({ text: start, saved }) => saved - start);
  line('article laid out to saved highlights', ({ article, saved }) => saved - article, 200);
  add(
    report,
    'plain text to suggestions too',
    [first, ...later].map((o) => o.all - o.text),
  );
}

function add(report: Report, what: string, values: readonly number[], target?: number): void {
  report.add({ what, values, unit: 'ms', ...(target === undefined ? {} : { target }) });
}

function copies(
  name: string,
  count: number,
  make: (name: string) => BenchFile,
): Record<string, BenchFile> {
  const names = Array.from({ length: count }, (_, at) => `${name}-${at + 1}.txt`);
  return Object.fromEntries(names.map((each) => [each, make(each)]));
}

async function openAll(
  which: Which,
  files: Record<string, BenchFile>,
  text: string,
  quiet: number,
): Promise<Opened[]> {
  const editor = await openBench(
    which,
    { 'empty.log': { text: '' }, ...files },
    { file: 'empty.log' },
  );
  const opened: Opened[] = [];
  for (const name of Object.keys(files)) opened.push(await openOne(editor, name, text, quiet));
  await editor.close();
  return opened;
}

async function openOne(editor: Editor, name: string, text: string, quiet: number): Promise<Opened> {
  // Between two articles an empty file, so that the text that appears is the new one.
  await show(editor, 'empty.log');
  await watchUntilQuiet(editor.page, 300);
  await show(editor, name);
  const beginning = text.slice(0, 12);
  const frames: Frame[] = [];
  await eventually(`${name} is shown`, async () => {
    frames.push(...(await takeWatch(editor.page)).frames);
    return frames.some(({ first }) => first.startsWith(beginning));
  });
  frames.push(...(await watchUntilQuiet(editor.page, quiet)).frames);
  const since = frames.slice(frames.findIndex(({ first }) => first.startsWith(beginning)));
  const last = since.at(-1);
  if (last === undefined || last.solid + last.broken === 0) throw new Error(`No box in ${name}`);
  const when = (seen: (frame: Frame) => boolean): number => since.find(seen)?.time ?? NaN;
  const isDone = (f: Frame): boolean => f.solid === last.solid && f.font === last.font;
  return {
    text: when(() => true),
    article: when(({ font }) => font === last.font),
    saved: when(isDone),
    all: when((frame) => isDone(frame) && frame.broken === last.broken),
  };
}
