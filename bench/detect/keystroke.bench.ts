// A letter typed into a long article, as the editor takes it: the new text is taken over, what changed is
// read, and all suggestions are gathered.
import { ArticleReader } from '../../src/core/detect/articleReader';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { random } from '../../test/support/random';
import { loadEngine } from '../lib/loadedEngine';
import { News } from '../lib/news';
import type { Report } from '../lib/report.mjs';
import { percentile, processorTimed, timed } from '../lib/timing';

const LENGTH = 290_000;
const KEY_MS = 8;
const PLACES = 40;
/** Letters typed at each place, one after the other. */
const TYPED = ' محمود';

export function run(report: Report): void {
  const engine = loadEngine(inRoot('models'));
  let text = new News(3).text(LENGTH).slice(0, LENGTH);
  const next = random(4);
  const reader = new ArticleReader(engine);
  const read = (): unknown => {
    reader.update(text);
    for (const work = reader.work(); work.next().done !== true;);
    return reader.suggestions();
  };
  const opened = timed(read, () => undefined, { times: 1, warm: 0 });
  report.add({
    what: `reading ${LENGTH.toLocaleString('en')} characters`,
    values: opened,
    unit: 'ms',
  });
  let at = 0;
  let typed = 0;
  const type = (): void => {
    const letter = TYPED.charAt(typed++ % TYPED.length);
    if (letter === ' ') at = text.indexOf(' ', Math.floor(next() * (LENGTH - 1000)));
    text = text.slice(0, at) + letter + text.slice(at);
    at++;
  };
  const paragraph = (): string => {
    type();
    const start = text.lastIndexOf('\n', at) + 1;
    return text.slice(start, text.indexOf('\n', at));
  };
  const many = { times: PLACES * TYPED.length, warm: 10 * TYPED.length };
  const alone = timed((line) => engine.paragraph(line), paragraph, many);
  const reference = { name: 'reading its paragraph alone', values: alone };
  const keys = timed(read, type, many);
  report.add({ what: 'a keystroke', values: keys, unit: 'ms', target: KEY_MS, reference });
  report.add({
    what: 'a keystroke, 95 of 100 take less',
    values: [percentile(keys, 0.95)],
    unit: 'ms',
    target: KEY_MS,
    reference: { ...reference, values: [percentile(alone, 0.95)] },
  });
  const processor = processorTimed(read, type, many);
  report.add({
    what: 'a keystroke, processor time of all threads',
    values: processor,
    unit: 'ms',
    target: KEY_MS,
  });
}
