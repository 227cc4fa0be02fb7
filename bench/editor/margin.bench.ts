// The margin with five hundred notes, in the browser that the editor is drawn in: from the message that
// one keystroke sends to the finished layout.
import { readFileSync } from 'node:fs';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { launchBrowser } from '../../scripts/lib/workbench.mjs';
import { BUILTIN_LABELS } from '../../src/core/model/labels';
import { LineIndex } from '../../src/core/text/lineIndex';
import type { Annotation } from '../../src/core/model/annotation';
import { marginOf, type Margin } from '../../src/extension/views/marginNotes';
import { patchOf } from '../../src/webview/protocol/keyed';
import { MARGIN_WORDS, type MarginNote, type MarginWords } from '../../src/webview/protocol/margin';
import { longArticle, manyAnnotations } from '../lib/articles';
import type { Report } from '../lib/report.mjs';
import { timed } from '../lib/timing';

const NOTES = 500;
const ROUNDS = 20;

const WORDS: MarginWords = {
  language: 'ar',
  text: Object.fromEntries(MARGIN_WORDS.map((word) => [word, word])) as MarginWords['text'],
  verdicts: [],
};

/** The margin of the article after `typed` was typed at its beginning. */
function marginFor(text: string, annotations: readonly Annotation[], typed = ''): Margin {
  const shift = typed.length;
  const moved = annotations.map((one) => ({
    ...one,
    start: one.start + shift,
    end: one.end + shift,
  }));
  const now = typed + text;
  return marginOf({
    text: now,
    lines: new LineIndex(now),
    annotations: moved,
    suggestions: [],
    labels: BUILTIN_LABELS,
    voice: { language: 'ar', digits: 'western' },
  });
}

export async function run(report: Report): Promise<void> {
  const text = longArticle();
  const { annotations } = manyAnnotations(text, 2, { annotations: 2000, claims: NOTES });
  const before = marginFor(text, annotations);
  report.note(
    `${text.length} characters, ${annotations.length} annotations, ${before.notes.length} notes`,
  );
  report.add({
    what: 'host: notes and names after a key, and how they differ',
    values: timed(
      () => {
        const after = marginFor(text, annotations, 'س');
        return [patchOf(before.notes, after.notes), patchOf(before.actors, after.actors)];
      },
      () => undefined,
    ),
    unit: 'ms',
    target: 16,
  });
  const page = await inBrowser(before.notes);
  report.add({ what: 'page: all notes drawn for the first time', values: page.first, unit: 'ms' });
  const reference = { name: 'the list written anew as markup', values: page.plain };
  for (const [what, values] of [
    ['one note says something else', page.one],
    ['a line more above: every note has another line', page.all],
    ['a note comes between, another goes', page.moved],
  ] as const) {
    report.add({ what: `page: ${what}`, values, unit: 'ms', target: 16, reference });
  }
  report.add({
    what: 'page: a line more above, until the last note out of sight is drawn',
    values: page.whole,
    unit: 'ms',
  });
}

/** Milliseconds from a message to the finished layout of what is in sight, and of the whole list. */
async function inBrowser(notes: readonly MarginNote[]) {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
    await page.setContent('<!DOCTYPE html><html dir="rtl"><body></body></html>');
    await page.addStyleTag({ content: readFileSync(inRoot('dist/webview/margin.css'), 'utf8') });
    await page.evaluate(() => {
      Object.assign(globalThis, { acquireVsCodeApi: () => ({ postMessage: () => undefined }) });
    });
    await page.addScriptTag({ content: readFileSync(inRoot('dist/webview/margin.js'), 'utf8') });
    return await page.evaluate(measure, { notes, words: WORDS, rounds: ROUNDS });
  } finally {
    await browser.close();
  }
}

async function measure({
  notes,
  words,
  rounds,
}: {
  notes: readonly MarginNote[];
  words: MarginWords;
  rounds: number;
}) {
  const view = document.querySelector<HTMLElement & { updateComplete: Promise<unknown> }>(
    'hashiya-margin',
  );
  const tell = async (name: string, body: unknown): Promise<number> => {
    const start = performance.now();
    window.dispatchEvent(new MessageEvent('message', { data: { tell: name, body } }));
    // Elements draw one after the other, outer ones first: all of them are done after these.
    await view?.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
    document.body.getBoundingClientRect();
    return performance.now() - start;
  };
  await tell('words', words);
  const order = notes.map(({ key }) => key);
  const draw = (changed: readonly MarginNote[], keys = order): Promise<number> =>
    tell('update', { article: 'long.txt', notes: { order: keys, changed } });
  type Drawn = HTMLElement & { isUpdatePending: boolean };
  const allDrawn = async (): Promise<void> => {
    const isPending = (): boolean =>
      [...document.querySelectorAll<Drawn>('hashiya-note')].some((note) => note.isUpdatePending);
    while (isPending()) await new Promise((resolve) => requestAnimationFrame(resolve));
  };
  const first = [await draw(notes)];
  await allDrawn();
  // The same list by the plainest means: all of its markup, parsed and laid out.
  const anew = document.createElement('main');
  const markup = document
    .querySelector('ol.notes')
    ?.outerHTML.replaceAll('hashiya-note', 'div')
    .replace(/<ol /, '<ol style="position: absolute" ');
  const writeAnew = (): number => {
    document.body.append(anew);
    const start = performance.now();
    anew.innerHTML = markup ?? '';
    document.body.getBoundingClientRect();
    const took = performance.now() - start;
    anew.remove();
    return took;
  };
  const [one, all, moved, plain, whole] = [[], [], [], [], []] as number[][] as [
    number[],
    number[],
    number[],
    number[],
    number[],
  ];
  for (let round = 0; round < rounds; round += 1) {
    const note = notes[(round * 37) % notes.length];
    if (note === undefined) break;
    one.push(await draw([{ ...note, content: `${note.content} ${round}` }]));
    await allDrawn();
    const start = performance.now();
    all.push(await draw(notes.map((other) => ({ ...other, place: `السطر ${round}` }))));
    await allDrawn();
    whole.push(performance.now() - start);
    plain.push(writeAnew());
    const rest = order.filter((key) => key !== note.key);
    const fresh = { ...note, key: `fresh${round}` };
    moved.push(await draw([fresh], [...rest.slice(0, 250), fresh.key, ...rest.slice(250)]));
    await draw(notes);
    await allDrawn();
  }
  return { first, one, all, moved, plain, whole };
}
