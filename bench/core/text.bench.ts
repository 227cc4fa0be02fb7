// The text layer and the detectors, over a long article.
import { createEngine } from '../../src/core/detect/suggest';
import { resolveAll } from '../../src/core/anchor/resolve';
import { describe } from '../../src/core/anchor/describe';
import { normalizedView } from '../../src/core/text/normalize';
import { LineIndex } from '../../src/core/text/lineIndex';
import { tokenize } from '../../src/core/text/tokens';
import type { Report } from '../lib/report.mjs';
import { longArticle, manyAnnotations } from '../lib/articles';
import { perSecond, timed } from '../lib/timing';

const MILLION = 1e6;

export function run(report: Report): void {
  const text = longArticle();
  const size = text.length / MILLION;
  const split = timed(
    (source) => source.split(/\s+/u),
    () => text,
  );
  const reference = { name: 'split(/\\s+/u)', values: perSecond(size, split) };
  const speedOf = (what: string, work: (source: string) => unknown): void =>
    report.add({
      what,
      values: perSecond(
        size,
        timed(work, () => text),
      ),
      unit: 'million characters/s',
      moreIsBetter: true,
      reference,
    });
  speedOf('tokenize', tokenize);
  speedOf('normalise', (source) => normalizedView(source));
  speedOf('line index', (source) => new LineIndex(source));

  const engine = createEngine();
  const tokens = tokenize(text).length;
  const cold = timed(
    (source) => createEngine().suggest(source),
    () => text.slice(0, 3000),
    {
      times: 1,
      warm: 0,
    },
  );
  report.add({ what: 'first 3,000 characters in a new process', values: cold, unit: 'ms' });
  const detected = timed(
    (source) => engine.suggest(source),
    () => text,
    { times: 5, warm: 1 },
  );
  const tokenized = timed(tokenize, () => text, { times: 5 });
  report.add({
    what: 'detect',
    values: perSecond(tokens, detected),
    unit: 'tokens/s',
    moreIsBetter: true,
    reference: { name: 'tokenize', values: perSecond(tokens, tokenized) },
  });

  const anchors = manyAnnotations(text).annotations.map((a) => ({ ...a, ...describe(text, a) }));
  const found = timed(
    (source) => resolveAll(source, anchors),
    () => text,
    { times: 5, warm: 1 },
  );
  const searched = timed(
    (source) => anchors.map(({ quote }) => source.indexOf(quote)),
    () => text,
    { times: 3, warm: 1 },
  );
  report.add({
    what: '5,000 anchors resolved in the text they were made on',
    values: found,
    unit: 'ms',
    reference: { name: 'indexOf of each quote', values: searched },
  });
  const edited = `${text.slice(0, 1000)} كلمات جديدة هنا ${text.slice(1000)}`;
  report.add({
    what: '5,000 anchors after an edit near the beginning',
    values: timed(
      (source) => resolveAll(source, anchors),
      () => edited,
      { times: 5, warm: 1 },
    ),
    unit: 'ms',
    reference: { name: 'indexOf of each quote', values: searched },
  });
}
