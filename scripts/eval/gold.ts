// Gold articles: NAME.txt beside NAME.json, spans by quote and occurrence.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClaimSuggestion } from '../../src/core/detect/detector';
import type { Engine } from '../../src/core/detect/suggest';
import type { QuotedSpan } from '../../src/core/model/annotation';
import { intersectionOverUnion, sameSpan, type Span } from '../../src/core/text/span';
import { ErrorKinds } from './kinds';
import { printTable, Score, scoreSpans, type Labelled, type ScoreTable } from './scores';

/** A span as the gold files name it. */
interface Place {
  readonly quote: string;
  readonly occurrence: number;
}

interface GoldFile {
  readonly entities: readonly (Place & { readonly label: string })[];
  readonly claims: readonly {
    readonly kind: string;
    readonly mode: string;
    readonly checkworthy: boolean;
    readonly content: Place;
    readonly cue: Place;
    readonly source?: Place | null;
  }[];
}

type Entity = Labelled & QuotedSpan;

interface Claim {
  readonly kind: string;
  readonly mode: string;
  readonly checkworthy: boolean;
  readonly content: QuotedSpan;
  readonly cue: QuotedSpan;
  readonly source: QuotedSpan | null;
}

interface Match {
  readonly gold: Claim;
  readonly ours: ClaimSuggestion;
}

/** Labels of the grammar of numbers and dates, which are scored together as well. */
const NUMERIC = new Set(['DATE', 'TIME', 'MONEY', 'PERCENT', 'CARDINAL', 'ORDINAL', 'QUANTITY']);

/** What was found in one article beside what is right. */
interface Outcome {
  readonly entities: readonly Entity[];
  readonly found: readonly Entity[];
  readonly claims: readonly Claim[];
  readonly proposed: readonly ClaimSuggestion[];
  readonly matches: readonly Match[];
}

/** Offset of the n-th place, counted without overlaps, at which the quote stands. */
function locate(text: string, { quote, occurrence }: Place): QuotedSpan {
  let at = text.indexOf(quote);
  for (let i = 0; i < occurrence && at >= 0; i++) at = text.indexOf(quote, at + quote.length);
  if (at < 0) throw new Error(`quote not found: ${quote} (${occurrence})`);
  return { start: at, end: at + quote.length, quote };
}

function same(a: Span | null, b: Span | null): boolean {
  return a === null || b === null ? a === b : sameSpan(a, b);
}

function show(title: string, items: readonly string[]): void {
  if (items.length > 0) console.log(`  ${title}: ${items.join(' | ')}`);
}

function reportErrors(name: string, outcome: Outcome): void {
  const { entities, found, claims, proposed, matches } = outcome;
  const key = (s: Entity) => `${s.label} ${s.start} ${s.end}`;
  const gold = new Set(entities.map(key));
  const ours = new Set(found.map(key));
  console.log(`\n== ${name}`);
  const named = (s: Entity) => `${s.label}:${s.quote}`;
  show('missed', entities.filter((s) => !ours.has(key(s))).map(named));
  show('extra', found.filter((s) => !gold.has(key(s))).map(named));
  const hit = new Set(matches.map((m) => m.gold));
  const used = new Set(matches.map((m) => m.ours));
  for (const c of claims.filter((claim) => !hit.has(claim))) {
    console.log(`  missed claim ${c.cue.quote}: ${c.content.quote}`);
  }
  for (const c of proposed.filter((claim) => !used.has(claim))) {
    console.log(`  extra claim ${c.cue.quote} [${c.source?.quote ?? ''}]: ${c.quote}`);
  }
  for (const { gold: g, ours: o } of matches) {
    const facts: string[] = [];
    if (!same(g.source, o.source)) facts.push(`source ${o.source?.quote} / ${g.source?.quote}`);
    if (g.kind !== o.claimKind) facts.push(`kind ${o.claimKind} / ${g.kind}`);
    if (g.mode !== o.mode) facts.push(`mode ${o.mode} / ${g.mode}`);
    if (g.checkworthy !== o.checkworthy) facts.push(`checkworthy ${o.checkworthy}`);
    if (g.content.start !== o.start || g.content.end !== o.end) {
      facts.push(`content «${o.quote}» / «${g.content.quote}»`);
    }
    show(`claim ${g.cue.quote}`, facts);
  }
}

/** Compares the engine's suggestions for one article with what is right. */
function compare(engine: Engine, text: string, gold: GoldFile): Outcome {
  const entities = gold.entities.map((e) => ({ label: e.label, ...locate(text, e) }));
  const claims = gold.claims.map((c): Claim => ({
    ...c,
    content: locate(text, c.content),
    cue: locate(text, c.cue),
    source: c.source === null || c.source === undefined ? null : locate(text, c.source),
  }));
  const suggestions = engine.suggest(text);
  const found = suggestions.filter((s) => s.kind === 'entity');
  const proposed = suggestions.filter((s) => s.kind === 'claim');
  const free = new Set(proposed);
  const matches: Match[] = [];
  for (const claim of claims) {
    const ours = [...free].find(
      (p) => same(p.cue, claim.cue) && intersectionOverUnion(p, claim.content) >= 0.6,
    );
    if (ours === undefined) continue;
    free.delete(ours);
    matches.push({ gold: claim, ours });
  }
  return { entities, found, claims, proposed, matches };
}

/** Prints the scores of one folder; returns its texts. */
export function evaluateGold(
  engine: Engine,
  folder: string,
  { errors }: { readonly errors: boolean },
): string[] {
  const table: ScoreTable = new Map();
  const kinds = new ErrorKinds();
  const claimScore = new Score();
  const agree = { source: 0, kind: 0, mode: 0, checkworthy: 0, content: 0 };
  let matched = 0;
  const texts: string[] = [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  for (const name of names.sort()) {
    const text = readFileSync(join(folder, name.replace(/json$/, 'txt')), 'utf8');
    const gold = JSON.parse(readFileSync(join(folder, name), 'utf8')) as GoldFile;
    texts.push(text);
    const outcome = compare(engine, text, gold);
    scoreSpans(table, outcome.entities, outcome.found);
    kinds.add(outcome.entities, outcome.found);
    claimScore.add(outcome.matches.length, outcome.proposed.length, outcome.claims.length);
    for (const { gold: g, ours: o } of outcome.matches) {
      matched++;
      if (same(g.source, o.source)) agree.source++;
      if (g.kind === o.claimKind) agree.kind++;
      if (g.mode === o.mode) agree.mode++;
      if (g.checkworthy === o.checkworthy) agree.checkworthy++;
      if (sameSpan(g.content, o)) agree.content++;
    }
    if (errors) reportErrors(name, outcome);
  }
  printTable(`${folder}: entities, strict, ${names.length} articles`, table);
  const numeric = new Score();
  for (const [label, { right, proposed, expected }] of table) {
    if (NUMERIC.has(label)) numeric.add(right, proposed, expected);
  }
  console.log(`  ${'numeric'.padEnd(10)} ${numeric}`);
  kinds.print();
  console.log(`\nclaims      ${claimScore}`);
  for (const [fact, count] of Object.entries(agree)) {
    const what = fact === 'content' ? 'content to the letter' : fact;
    console.log(`  ${what} agrees in ${count} of ${matched}`);
  }
  return texts;
}
