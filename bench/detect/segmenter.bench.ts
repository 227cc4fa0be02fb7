// Cutting proclitics off words, with the trained weights, against looking the words up in a set.
import { segment } from '../../src/core/text/proclitics';
import { wordSpans } from '../../src/core/text/words';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { loadEngine } from '../lib/loadedEngine';
import { News } from '../lib/news';
import type { Report } from '../lib/report.mjs';
import { perSecond, processorTimed } from '../lib/timing';

const WORDS_PER_SECOND = 200_000;
const TEXT = 600_000;

export function run(report: Report): void {
  loadEngine(inRoot('models'));
  let seed = 1;
  const fresh = (): readonly string[] => {
    const text = new News(seed++).text(TEXT);
    return wordSpans(text).map(({ start, end }) => text.slice(start, end));
  };
  const words = fresh();
  const set = new Set(words);
  const cut = (list: readonly string[]): number => {
    let letters = 0;
    for (const word of list) letters += segment(word).stemStart;
    return letters;
  };
  const lookUp = (list: readonly string[]): number => {
    let found = 0;
    for (const word of list) if (set.has(word)) found++;
    return found;
  };
  const rounds = { times: 7, warm: 2 };
  report.add({
    what: 'words segmented',
    values: perSecond(words.length, processorTimed(cut, fresh, rounds)),
    unit: 'words/s',
    target: WORDS_PER_SECOND,
    moreIsBetter: true,
    reference: {
      name: 'looking them up in a Set',
      values: perSecond(words.length, processorTimed(lookUp, fresh, rounds)),
    },
  });
}
