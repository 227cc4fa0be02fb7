// What holds for CoNLL over random articles, whatever the options: white space between tokens is not in
// the file, so places are counted in characters that are no white space.
import assert from 'node:assert/strict';
import type { ExportArticle } from '../../../src/core/corpus/exporter';
import { conll } from '../../../src/core/format/conll';
import { makeGrid } from '../../../src/core/format/conllGrid';
import type { Annotation } from '../../../src/core/model/annotation';
import type { Issue } from '../../../src/core/model/issue';
import { tokenize } from '../../../src/core/text/tokens';
import { randomArticle } from '../../support/annotated';
import { articleOf } from '../../support/article';
import { exportOne, importAll } from '../../support/exchange';
import { random } from '../../support/random';

const RUNS = 30;
const SCHEMES = ['bio', 'bioes'];
const PROCLITICS = ['whole', 'cut'];
const LEVELS = ['all', '1', '2'];
const CHOICES = SCHEMES.flatMap((scheme) =>
  PROCLITICS.flatMap((proclitics) => LEVELS.map((levels) => ({ scheme, proclitics, levels }))),
);
/** What is lost while the span and the label come back as they were. */
const DETAILS = ['conll-attributes-not-carried', 'conll-provenance-not-carried'];
const GONE = ['claim', 'discontinuous'].map((what) => `conll-${what}-not-carried`);

/** Offsets of a text as counts of characters in tokens. */
function counter(text: string, cut: boolean): (offset: number) => number {
  const { tokens } = makeGrid(text, cut);
  return (offset) =>
    tokens.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, offset) - start), 0);
}

function placed(annotations: readonly Annotation[], text: string, cut: boolean): string[] {
  const at = counter(text, cut);
  return annotations.map(({ label, start, end }) => `${label} ${at(start)}-${at(end)}`).sort();
}

function joined(text: string, cut: boolean): string {
  return makeGrid(text, cut)
    .tokens.map(({ start, end }) => text.slice(start, end))
    .join('');
}

function codesOf(losses: readonly Issue[], { id }: Annotation): readonly string[] {
  return losses.filter(({ annotation }) => annotation === id).map(({ code }) => code);
}

function law(article: ExportArticle, options: (typeof CHOICES)[number]): void {
  const cut = options.proclitics === 'cut';
  const { files, losses } = exportOne(conll, article, options);
  const { articles, issues } = importAll(conll, files, options);
  assert.deepEqual(issues, []);
  const back = articles[0];
  assert.equal(joined(back?.text ?? '', cut), joined(article.text, cut));
  const found = placed(back?.record.annotations ?? [], back?.text ?? '', cut);
  for (const annotation of article.record.annotations) {
    const codes = codesOf(losses, annotation).filter((code) => !DETAILS.includes(code));
    const [own = ''] = placed([annotation], article.text, cut);
    const at = found.indexOf(own);
    if (codes.length === 0) {
      assert.notEqual(at, -1, `${own} is not in ${found.join(', ')} and no loss says so`);
      found.splice(at, 1);
    }
  }
  // What is left comes from annotations that a loss names: wider, or tagged anew in each sentence.
  const named = article.record.annotations.filter((one) => {
    const codes = codesOf(losses, one);
    return codes.length > 0 && !codes.some((code) => GONE.includes(code));
  });
  const labels = new Set(named.map(({ label }) => label));
  for (const one of found) assert.ok(labels.has(one.slice(0, one.lastIndexOf(' '))), one);
  for (const { by, at, id } of article.record.annotations) {
    if (by === undefined && at === undefined) continue;
    assert.ok(
      losses.some(({ code }) => code === 'conll-provenance-not-carried'),
      id,
    );
  }
  const { status, rejected, orphans } = article.record;
  const count = (code: string): number => losses.filter((loss) => loss.code === code).length;
  assert.equal(count('rejection-not-carried'), rejected.length);
  assert.equal(count('orphan-not-carried'), orphans.length);
  if (back?.record.status !== status && count('status-not-carried') === 0) {
    // The status of an import follows from whether anything came over.
    assert.equal(back?.record.annotations.length, 0);
  }
}

describe('laws of CoNLL', () => {
  for (const options of CHOICES) {
    it(`what is not in the import is in the report: ${Object.values(options).join(', ')}`, () => {
      for (let seed = 1; seed <= RUNS; seed += 1) {
        try {
          law(randomArticle(random(seed)), options);
        } catch (error) {
          throw new Error(
            `seed ${seed}: ${error instanceof Error ? error.message : String(error)}`,
          );
        }
      }
    });
  }

  it('carries names behind proclitics exactly where words are cut, and says where they are not', () => {
    for (const [word, name] of [
      ['وبالسفارة', 'السفارة'],
      ['للسفارة', 'لسفارة'],
      ['وبغداد', 'بغداد'],
      ['وَبِالسِّفارةِ', 'السِّفارةِ'],
    ] as const) {
      const text = `زار الوفد ${word} أمس`;
      const start = text.indexOf(name, text.indexOf(word) + 1);
      const one = { id: 'a', label: 'FAC', start, end: start + name.length, quote: name };
      const codes = (proclitics: string): string[] =>
        exportOne(conll, articleOf(text, [one]), { proclitics }).losses.map(({ code }) => code);
      assert.deepEqual(codes('cut'), [], word);
      assert.deepEqual(codes('whole'), ['conll-span-inside-token'], word);
      const { files } = exportOne(conll, articleOf(text, [one]), { proclitics: 'cut' });
      const [back] = importAll(conll, files, { proclitics: 'cut' }).articles;
      assert.equal(back?.text.trim(), text);
      assert.deepEqual(
        back?.record.annotations.map(({ quote }) => quote),
        [name],
      );
    }
  });

  it('every ، ؛ ؟ is a token of its own, and documents are marked', () => {
    const text = 'قال: نعم، ثم لا؛ لماذا؟ لا يدري.';
    const { files } = exportOne(conll, articleOf(text, []));
    const lines = (files[0]?.content ?? '').split('\n');
    assert.match(lines[0] ?? '', /^-DOCSTART- /);
    const tokens = lines.slice(1).map((line) => line.split(' ')[0] ?? '');
    for (const mark of ['،', '؛', '؟']) assert.ok(tokens.includes(mark), mark);
    assert.equal(
      tokens.filter((token) => token !== '').length,
      [...tokenize(text)].filter(({ start, end }) => text.slice(start, end).trim() !== '').length,
    );
    assert.equal(tokens.indexOf('', 1), tokens.indexOf('؟') + 1);
  });
});
