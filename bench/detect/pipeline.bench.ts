// The whole pipeline on one core, over news that it has not seen, against the pass over words of ICU that
// every JavaScript program has (`Intl.Segmenter`): whoever finds names has to find the words first. Processor time of all threads of the process is counted:
// on a machine at rest it is what one core takes, and what other programs do does not change it.
import { tokenize } from '../../src/core/text/tokens';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { loadEngine } from '../lib/loadedEngine';
import { News } from '../lib/news';
import type { Report } from '../lib/report.mjs';
import { countWords, ICU } from '../lib/icu';
import { perSecond, processorTimed, timed } from '../lib/timing';

const TOKENS_PER_SECOND = 100_000;
const ARTICLE_MS = 10;
const ARTICLE_WORDS = 1000;
/** Characters of a text, and texts. */
const TEXT = 500_000;
const TEXTS = 7;
/** Texts before those: so long the engine of JavaScript goes on compiling, on the processor time that counts. */
const WARM = 8;
/** Megabytes of UTF-8. */
const CURVE = [0.1, 0.3, 1, 3, 10];
/** A token of the largest text may cost so many times what one of a middling text does. */
const STEEPEST = 1.2;

export function run(report: Report): void {
  const engine = loadEngine(inRoot('models'));
  const suggest = (text: string): unknown => engine.suggest(text);
  let seed = 1;
  const fresh = (): string => new News(seed++).text(TEXT);
  const tokens = tokenize(fresh()).length;
  const times = { times: TEXTS, warm: WARM };
  report.add({
    what: 'whole pipeline, warm',
    values: perSecond(tokens, processorTimed(suggest, fresh, times)),
    unit: 'tokens/s',
    target: TOKENS_PER_SECOND,
    moreIsBetter: true,
    reference: { name: ICU, values: perSecond(tokens, processorTimed(countWords, fresh, times)) },
  });
  const article = (): string => new News(seed++).article(ARTICLE_WORDS);
  report.add({
    what: `an article of ${ARTICLE_WORDS.toLocaleString('en')} words, warm`,
    values: timed(suggest, article, { times: 40, warm: 10 }),
    unit: 'ms',
    target: ARTICLE_MS,
    reference: { name: ICU, values: timed(countWords, article, { times: 40, warm: 10 }) },
  });
  report.add({
    what: `the same, processor time of all threads`,
    values: processorTimed(suggest, article, { times: 40, warm: 0 }),
    unit: 'ms',
    target: ARTICLE_MS,
  });
  curve(report, suggest);
}

/** What texts of rising size cost: the cost of a token stays. */
function curve(report: Report, suggest: (text: string) => unknown): void {
  const rates = CURVE.map((megabytes) => {
    const text = textOf(megabytes);
    const tokens = tokenize(text).length;
    const once = { times: megabytes < 1 ? 5 : 1, warm: 0 };
    const values = processorTimed(suggest, () => text, once);
    const reference = { name: ICU, values: processorTimed(countWords, () => text, once) };
    report.add({
      what: `${megabytes} MB, ${tokens.toLocaleString('en')} tokens`,
      values: values.map((took) => took / 1000),
      unit: 's',
      reference: { ...reference, values: reference.values.map((took) => took / 1000) },
    });
    const rate = perSecond(tokens, values);
    report.add({ what: `${megabytes} MB: speed`, values: rate, unit: 'tokens/s' });
    return Math.max(...rate);
  });
  report.add({
    what: 'cost of a token in the largest text, one in the text of 1 MB being 1',
    values: [(rates[CURVE.indexOf(1)] ?? NaN) / (rates.at(-1) ?? NaN)],
    unit: '×',
    target: STEEPEST,
  });
}

function textOf(megabytes: number): string {
  const news = new News(100);
  const lines: string[] = [];
  for (let size = 0; size < megabytes * 1e6;) {
    const line = news.paragraph();
    lines.push(line);
    size += Buffer.byteLength(line) + 1;
  }
  return lines.join('\n');
}
