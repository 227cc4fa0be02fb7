// A thousand annotations of a long article whose words were changed outside: all found in one pass, beside
// the library that other tools search with, one annotation after the other.
import search from 'approx-string-match';
import { openSidecar, toSidecarData } from '../../src/core/sidecar/bind';
import { describe } from '../../src/core/anchor/describe';
import type { Annotation } from '../../src/core/model/annotation';
import { sentenceSpans } from '../../src/core/text/sentences';
import { random } from '../../test/support/random';
import { News } from '../lib/news';
import type { Report } from '../lib/report.mjs';
import { timed } from '../lib/timing';

const LETTERS = 290_000;
const ORPHANS = 1000;
const TARGET_MS = 300;
/** The library is asked about so many; the time is that of all. */
const SAMPLE = 50;
/** Of the letters of a quote, so many may be wrong. */
const MOST_WRONG = 0.2;

/** One letter of every quote is another by now, and the text has moved. */
function changed(text: string, annotations: readonly Annotation[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of annotations) {
    const middle = Math.floor((start + end) / 2);
    result += `${text.slice(at, middle)}${text.charAt(middle) === 'ن' ? 'ل' : 'ن'}`;
    at = middle + 1;
  }
  return `خبر عاجل من مراسلنا.\n${result}${text.slice(at)}`;
}

export function run(report: Report): void {
  const text = new News(5).text(LETTERS);
  const next = random(3);
  const sentences = sentenceSpans(text).filter(({ start, end }) => end - start > 40);
  const step = sentences.length / ORPHANS;
  const annotations = Array.from({ length: ORPHANS }, (_, n): Annotation => {
    const { start, end } = sentences[Math.floor(n * step)] ?? { start: 0, end: 40 };
    const from = start + Math.floor(next() * (end - start - 36));
    const place = { start: from, end: from + 12 + Math.floor(next() * 20) };
    return { id: `a${n}`, label: 'ORG', ...place, ...describe(text, place) };
  });
  const record = { status: 'todo', annotations, rejected: [], orphans: [] } as const;
  const data = toSidecarData(text, 'a.txt', record);
  const now = changed(text, annotations);
  const ours = timed(
    () => openSidecar(now, { data, source: '' }),
    () => undefined,
    { times: 7, warm: 2 },
  );
  const { record: found } = openSidecar(now, { data, source: '' });
  report.note(`${now.length} characters; ${found.annotations.length} of ${ORPHANS} placed`);
  const theirs = timed(
    () => {
      for (const { quote } of annotations.slice(0, SAMPLE)) {
        search(now, quote, Math.ceil(quote.length * MOST_WRONG));
      }
    },
    () => undefined,
    { times: 3, warm: 1 },
  ).map((took) => (took * ORPHANS) / SAMPLE);
  report.add({
    what: `${ORPHANS} changed annotations found again`,
    values: ours,
    unit: 'ms',
    target: TARGET_MS,
    reference: { name: 'approx-string-match, one by one', values: theirs },
  });
}
