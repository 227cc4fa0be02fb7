import { STATUSES, type Status } from '../model/annotation';
import { compareStrings } from './files';
import type { ArticleFacts, IndexedClaim } from './search/articleFacts';
import type { CorpusIndex } from './search/corpusIndex';
import { SOURCE } from './search/extract';

export interface Counted {
  readonly name: string;
  readonly count: number;
}

/** A name with its label; sources in which no name is annotated have the label `''`. */
export interface CountedName extends Counted {
  readonly label: string;
}

/** Who makes claims, how often, and of what kinds. */
export interface Speaker extends CountedName {
  readonly kinds: readonly Counted[];
}

/** Who claims what about whom, and how often. */
export interface Statement {
  readonly speaker: string;
  readonly kind: string;
  readonly about: string;
  readonly count: number;
}

/** A corpus at a glance. Lists are the most frequent first, names as they were first written. */
export interface CorpusOverview {
  readonly articles: number;
  readonly byStatus: Readonly<Record<Status, number>>;
  readonly unreadable: number;
  readonly orphans: number;
  readonly entities: number;
  readonly claims: number;
  readonly checkworthy: number;
  readonly withoutSource: number;
  readonly labels: readonly Counted[];
  readonly names: readonly CountedName[];
  readonly kinds: readonly Counted[];
  readonly speakers: readonly Speaker[];
  readonly statements: readonly Statement[];
  /** Paths of articles that several people annotated, and how many there are. */
  readonly shared: { readonly paths: readonly string[]; readonly count: number };
}

const TOP_NAMES = 15;
const TOP_SPEAKERS = 10;
const TOP_STATEMENTS = 24;
const SHARED = 500;
/** So many articles, or names, between two turns of others. */
const TURN = 400;

/** Sums the corpus up. Yields now and then, so that whoever runs it can do other things. */
export function* summarise(index: CorpusIndex): Generator<undefined, CorpusOverview> {
  const sums = new Sums(index);
  let done = 0;
  for (const path of [...index.paths]) {
    const facts = index.get(path);
    if (facts !== undefined) sums.add(facts);
    if (++done % TURN === 0) yield;
  }
  const labels = new Map<string, number>();
  const top = new Top<CountedName>(TOP_NAMES);
  for (const { label, spelling, count } of index.tables.names.used()) {
    labels.set(label, (labels.get(label) ?? 0) + count);
    top.offer({ name: spelling, label, count });
    if (++done % (TURN * 10) === 0) yield;
  }
  return sums.overview(labels, top.list);
}

class Sums {
  private readonly byStatus = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<
    Status,
    number
  >;
  private readonly kinds = new Map<number, number>();
  private readonly speakers = new Map<number, Map<number, number>>();
  private readonly statements = new Map<
    string,
    { claim: IndexedClaim; about: number; count: number }
  >();
  private readonly shared: string[] = [];
  private readonly counts = {
    unreadable: 0,
    orphans: 0,
    claims: 0,
    checkworthy: 0,
    withoutSource: 0,
    shared: 0,
  };

  constructor(private readonly index: CorpusIndex) {}

  add(facts: ArticleFacts): void {
    const { counts } = this;
    this.byStatus[facts.status] += 1;
    counts.unreadable += Number(!facts.readable);
    counts.orphans += facts.orphans;
    if (facts.annotators.length > 1) {
      counts.shared += 1;
      if (this.shared.length < SHARED) this.shared.push(facts.path);
    }
    facts.forEachClaim((claim) => this.addClaim(claim));
  }

  private addClaim(claim: IndexedClaim): void {
    const { kind, speaker, about, checkworthy } = claim;
    this.counts.claims += 1;
    this.counts.checkworthy += Number(checkworthy);
    increase(this.kinds, kind);
    if (speaker === 0) {
      this.counts.withoutSource += 1;
      return;
    }
    const kinds = this.speakers.get(speaker) ?? new Map<number, number>();
    increase(kinds, kind);
    this.speakers.set(speaker, kinds);
    for (const name of about) {
      const key = `${speaker} ${kind} ${name}`;
      const known = this.statements.get(key) ?? { claim, about: name, count: 0 };
      known.count += 1;
      this.statements.set(key, known);
    }
  }

  overview(labels: ReadonlyMap<string, number>, names: readonly CountedName[]): CorpusOverview {
    const { unreadable, orphans, claims, checkworthy, withoutSource, shared } = this.counts;
    const entityLabels = counted(labels, (label) => label).filter(({ name }) => name !== SOURCE);
    return {
      articles: this.index.size,
      byStatus: this.byStatus,
      ...{ unreadable, orphans, claims, checkworthy, withoutSource },
      entities: entityLabels.reduce((sum, { count }) => sum + count, 0),
      labels: entityLabels,
      names,
      kinds: counted(this.kinds, (kind) => this.term(kind)),
      speakers: this.topSpeakers(),
      statements: this.topStatements(),
      shared: { paths: this.shared, count: shared },
    };
  }

  private topSpeakers(): Speaker[] {
    const top = new Top<Speaker>(TOP_SPEAKERS);
    for (const [id, kinds] of this.speakers) {
      const { spelling, label } = this.index.tables.names.get(id);
      const list = counted(kinds, (kind) => this.term(kind));
      const count = list.reduce((sum, one) => sum + one.count, 0);
      top.offer({ name: spelling, label, count, kinds: list });
    }
    return top.list;
  }

  private topStatements(): Statement[] {
    const top = new Top<Statement & { name: string }>(TOP_STATEMENTS);
    for (const { claim, about, count } of this.statements.values()) {
      const speaker = this.name(claim.speaker);
      const subject = this.name(about);
      const kind = this.term(claim.kind);
      top.offer({ name: `${speaker} ${subject} ${kind}`, speaker, kind, about: subject, count });
    }
    return top.list.map(({ speaker, kind, about, count }) => ({ speaker, kind, about, count }));
  }

  private name(id: number): string {
    return this.index.tables.names.get(id).spelling;
  }

  private term(id: number): string {
    return this.index.tables.terms.get(id).key;
  }
}

function increase(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function byCount(a: Counted, b: Counted): number {
  return b.count - a.count || compareStrings(a.name, b.name);
}

function counted<K>(counts: ReadonlyMap<K, number>, nameOf: (key: K) => string): Counted[] {
  return Array.from(counts, ([key, count]) => ({ name: nameOf(key), count })).sort(byCount);
}

/** The first few of many by count, without keeping the many. */
class Top<T extends Counted> {
  list: T[] = [];

  constructor(private readonly size: number) {}

  offer(one: T): void {
    const last = this.list.at(-1);
    if (this.list.length >= this.size && last !== undefined && byCount(one, last) >= 0) return;
    this.list = [...this.list, one].sort(byCount).slice(0, this.size);
  }
}
