// Scores on token-per-line data: of the suggestions under the guidelines, mapped to the labels of the data,
// and of those under the label set `conll`, which follows the data's own convention.
import { NEWS_CLASSES } from '../../src/core/detect/model/newsNames';
import type { Engine } from '../../src/core/detect/suggest';
import type { Sentence } from '../train/columns';
import { articles, heldOut, type HeldOut } from './data';
import { ErrorKinds } from './kinds';
import { printTable, scoreSpans, type Labelled, type ScoreTable } from './scores';

/** Our labels, and those of other data, in the classes of news data. */
const COARSE: Readonly<Record<string, string>> = {
  ...NEWS_CLASSES,
  PER: 'PERS',
  MISC: 'MISC',
  MIS: 'MISC',
};

interface Line {
  readonly sentence: Sentence;
  /** What is proposed in it, offsets in the sentence. */
  readonly found: readonly Labelled[];
}

/** Prints the scores of a file or folder; returns the texts. */
export function evaluateColumns(
  engine: Engine,
  conll: Engine,
  path: string,
  { errors }: { readonly errors: boolean },
): string[] {
  const texts: string[] = [];
  for (const data of heldOut(path)) {
    const runs = articles(data);
    texts.push(...runs.map(textOf));
    const alone = data.sentences.map((sentence) => [sentence]);
    const both = (of: Engine, title: string): void => {
      score(`${data.title}: ${title}`, data, suggested(of, runs), errors);
      if (!data.running) return;
      score(`${data.title}: ${title}, every sentence by itself`, data, suggested(of, alone), false);
    };
    both(engine, 'suggestions');
    if (data.coarse) both(conll, 'labels conll');
  }
  return texts;
}

function textOf(run: readonly Sentence[]): string {
  return run.map(({ text }) => text).join('\n');
}

function suggested(engine: Engine, runs: readonly (readonly Sentence[])[]): Line[] {
  return runs.flatMap((run) => {
    const found = engine.suggest(textOf(run)).filter((s) => s.kind === 'entity');
    return split(run, found);
  });
}

/** Gives every sentence of a run its own spans. */
function split(run: readonly Sentence[], spans: readonly Labelled[]): Line[] {
  let offset = 0;
  return run.map((sentence) => {
    const start = offset;
    const end = start + sentence.text.length;
    offset = end + 1;
    const found = spans
      .filter((span) => span.start >= start && span.end <= end)
      .map(({ label, ...span }) => ({ label, start: span.start - start, end: span.end - start }));
    return { sentence, found };
  });
}

function score(title: string, data: HeldOut, lines: readonly Line[], errors: boolean): void {
  const table: ScoreTable = new Map();
  const kinds = new ErrorKinds();
  const missed = new Map<string, number>();
  const map = (spans: readonly Labelled[]): Labelled[] =>
    data.coarse
      ? spans.flatMap((s) => {
          const label = COARSE[s.label];
          return label === undefined ? [] : [{ ...s, label }];
        })
      : [...spans];
  for (const { sentence, found } of lines) {
    const { text } = sentence;
    const gold = map(sentence.spans.filter((span) => span.level === 0));
    const ours = map(found).map((span) => wholeTokens(text, span));
    scoreSpans(table, gold, ours);
    kinds.add(gold, ours);
    if (errors) countErrors(missed, text, gold, ours);
  }
  printTable(`${title}: strict, outermost tag`, table);
  kinds.print();
  const frequent = [...missed].sort((a, b) => b[1] - a[1]).slice(0, 80);
  if (errors) console.log(frequent.map(([what, n]) => `${n} ${what}`).join('\n'));
}

/** The data keeps proclitics in its spans, so ours take them in. */
function wholeTokens(text: string, { label, start, end }: Labelled): Labelled {
  const blank = text.indexOf(' ', end);
  return { label, start: text.lastIndexOf(' ', start) + 1, end: blank < 0 ? text.length : blank };
}

function countErrors(
  missed: Map<string, number>,
  text: string,
  gold: readonly Labelled[],
  ours: readonly Labelled[],
): void {
  const key = (s: Labelled) => `${s.label} ${text.slice(s.start, s.end)}`;
  const at = (s: Labelled) => `${s.label} ${s.start} ${s.end}`;
  const goldKeys = new Set(gold.map(at));
  const ourKeys = new Set(ours.map(at));
  const count = (what: string) => missed.set(what, (missed.get(what) ?? 0) + 1);
  for (const s of gold) if (!ourKeys.has(at(s))) count(`missed ${key(s)}`);
  for (const s of ours) if (!goldKeys.has(at(s))) count(`extra ${key(s)}`);
}
