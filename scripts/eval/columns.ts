// Token-per-line files (`token TAG`, BIO): strict spans of the outermost tag, over tokens joined by a blank.
import { readFileSync, statSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../src/core/detect/suggest';
import { printTable, scoreSpans, type Labelled, type ScoreTable } from './scores';

const COARSE: Readonly<Record<string, string>> = {
  PER: 'PERS',
  MIS: 'MISC',
  GPE: 'LOC',
  FAC: 'LOC',
};
const NEWS_LABELS = new Set(['PERS', 'LOC', 'ORG']);

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => name.endsWith('.txt') && !/licen/i.test(name))
    .sort()
    .map((name) => join(path, name));
}

interface Sentence {
  readonly text: string;
  readonly spans: readonly Labelled[];
}

/** Sentences as `{text, spans}`; a span covers its tokens. */
function* sentences(source: string): Generator<Sentence> {
  let text = '';
  let spans: Labelled[] = [];
  for (const line of source.split('\n')) {
    const [token = '', tag = 'O'] = line.trim().split(/\s+/);
    if (token === '' || token === '$#$') {
      if (text !== '') yield { text, spans };
      text = '';
      spans = [];
      continue;
    }
    const start = text === '' ? 0 : text.length + 1;
    text = text === '' ? token : `${text} ${token}`;
    if (tag.startsWith('B-')) spans.push({ label: tag.slice(2), start, end: text.length });
    else if (tag.startsWith('I-')) spans = extended(spans, text.length);
  }
  if (text !== '') yield { text, spans };
}

/** The spans with the last one ending later. */
function extended(spans: readonly Labelled[], end: number): Labelled[] {
  return spans.map((s, index) => (index === spans.length - 1 ? { ...s, end } : s));
}

/** Prints the scores of a file or folder; the data keeps proclitics in its spans, so ours take them in. */
export function evaluateColumns(
  engine: Engine,
  path: string,
  { errors }: { readonly errors: boolean },
): string[] {
  const texts: string[] = [];
  for (const file of filesOf(path)) {
    const table: ScoreTable = new Map();
    const missed = new Map<string, number>();
    for (const { text, spans } of sentences(readFileSync(file, 'utf8'))) {
      texts.push(text);
      const coarse = !/wojood/i.test(file);
      const name = (label: string) => (coarse ? (COARSE[label] ?? label) : label);
      const keep = (s: Labelled) => !coarse || NEWS_LABELS.has(s.label);
      const gold = spans.map((s) => ({ ...s, label: name(s.label) })).filter(keep);
      const ours = engine
        .suggest(text)
        .filter((s) => s.kind === 'entity')
        .map((s) => ({
          label: name(s.label),
          start: text.lastIndexOf(' ', s.start) + 1,
          end: text.indexOf(' ', s.end) < 0 ? text.length : text.indexOf(' ', s.end),
        }))
        .filter(keep);
      scoreSpans(table, gold, ours);
      if (errors) countErrors(missed, text, gold, ours);
    }
    printTable(`${file}: entities, strict, outermost tag`, table);
    const frequent = [...missed].sort((a, b) => b[1] - a[1]).slice(0, 80);
    if (errors) console.log(frequent.map(([what, n]) => `${n} ${what}`).join('\n'));
  }
  return texts;
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
