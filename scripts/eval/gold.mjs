// Gold articles: NAME.txt beside NAME.json, spans by quote and occurrence.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printTable, Score, scoreSpans } from './scores.mjs';

/** Offset of the n-th place, counted without overlaps, at which the quote stands. */
function locate(text, { quote, occurrence }) {
  let at = text.indexOf(quote);
  for (let i = 0; i < occurrence && at >= 0; i++) at = text.indexOf(quote, at + quote.length);
  if (at < 0) throw new Error(`quote not found: ${quote} (${occurrence})`);
  return { start: at, end: at + quote.length, quote };
}

function overlap(a, b) {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : shared / (a.end - a.start + b.end - b.start - shared);
}

const same = (a, b) => a === b || (a && b && a.start === b.start && a.end === b.end);

function show(title, items) {
  if (items.length > 0) console.log(`  ${title}: ${items.join(' | ')}`);
}

function reportErrors(name, entities, found, claims, proposed, matches) {
  const key = (s) => `${s.label} ${s.start} ${s.end}`;
  const gold = new Set(entities.map(key));
  const ours = new Set(found.map(key));
  console.log(`\n== ${name}`);
  const named = (s) => `${s.label}:${s.quote}`;
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
    const facts = [];
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

/** Prints the scores of one folder; returns its texts. */
export function evaluateGold(engine, folder, { errors }) {
  const table = new Map();
  const claimScore = new Score();
  const agree = { source: 0, kind: 0, mode: 0, checkworthy: 0, content: 0 };
  let matched = 0;
  const texts = [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  for (const name of names.sort()) {
    const text = readFileSync(join(folder, name.replace(/json$/, 'txt')), 'utf8');
    const gold = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    texts.push(text);
    const entities = gold.entities.map((e) => ({ label: e.label, ...locate(text, e) }));
    const claims = gold.claims.map((c) => ({
      ...c,
      content: locate(text, c.content),
      cue: locate(text, c.cue),
      source: c.source === null || c.source === undefined ? null : locate(text, c.source),
    }));
    const suggestions = engine.suggest(text);
    const found = suggestions.filter((s) => s.kind === 'entity');
    const proposed = suggestions.filter((s) => s.kind === 'claim');
    scoreSpans(table, entities, found);
    const free = new Set(proposed);
    const matches = [];
    for (const claim of claims) {
      const ours = [...free].find(
        (p) => same(p.cue, claim.cue) && overlap(p, claim.content) >= 0.6,
      );
      if (ours === undefined) continue;
      free.delete(ours);
      matches.push({ gold: claim, ours });
    }
    claimScore.add(matches.length, proposed.length, claims.length);
    for (const { gold: g, ours: o } of matches) {
      matched++;
      if (same(g.source, o.source)) agree.source++;
      if (g.kind === o.claimKind) agree.kind++;
      if (g.mode === o.mode) agree.mode++;
      if (g.checkworthy === o.checkworthy) agree.checkworthy++;
      if (g.content.start === o.start && g.content.end === o.end) agree.content++;
    }
    if (errors) reportErrors(name, entities, found, claims, proposed, matches);
  }
  printTable(`${folder}: entities, strict, ${names.length} articles`, table);
  console.log(`\nclaims      ${claimScore}`);
  for (const [fact, count] of Object.entries(agree)) {
    const what = fact === 'content' ? 'content to the letter' : fact;
    console.log(`  ${what} agrees in ${count} of ${matched}`);
  }
  return texts;
}
