import { STATUSES, type Status } from '../model/annotation';
import { compareStrings } from './files';
import type { ArticleFacts, IndexedClaim } from './search/articleFacts';
import type { CorpusIndex } from './search/corpusIndex';
import { SOURCE } from './search/extract';
import { NO_NAMES } from './search/labelRoles';

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
  /** Without numbers, times, sums, offices and languages. */
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
/** So many articles between two turns of others. */
const TURN = 100;
/** So many names, or so many statements. */
const LIGHT_TURN = 4000;

/** Sums the corpus up. Yields now and then, so that whoever runs it can do other things. */
export function* summarise(index: CorpusIndex): Generator<undefined, CorpusOverview> {
  const sums = new Sums(index);
  let done = 0;
  for (const facts of [...index.articles]) {
    sums.add(facts);
    if (++done % TURN === 0) yield;
  }
  const labels = new Map<string, number>();
  const top = new Top<CountedName>(TOP_NAMES);
  for (const { label, spelling, count } of index.tables.names.used()) {
    labels.set(label, (labels.get(label) ?? 0) + count);
    if (!NO_NAMES.has(label)) top.offer({ name: spelling, label, count });
    if (++done % LIGHT_TURN === 0) yield;
  }
  const speakers = yield* sums.topSpeakers();
  const statements = yield* sums.topStatements();
  return { ...sums.overview(labels), names: top.list, speakers, statements };
}

/** What one speaker says: how often of which kind, and about whom. */
interface Spoken {
  readonly kinds: Map<number, number>;
  /** By the number of the name times `KINDS` plus that of the kind: many small maps grow without a pause. */
  readonly about: Map<number, number>;
}

/** More than there are kinds and modes in any corpus. */
const KINDS = 2 ** 20;

class Sums {
  private readonly byStatus = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<
    Status,
    number
  >;
  private readonly kinds = new Map<number, number>();
  private readonly speakers = new Map<number, Spoken>();
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
    if (facts.annotators > 1) {
      counts.shared += 1;
      if (this.shared.length < SHARED) this.shared.push(facts.path);
    }
    facts.forEachClaim((claim) => this.addClaim(claim));
  }

  private addClaim({ kind, speaker, about, checkworthy }: IndexedClaim): void {
    this.counts.claims += 1;
    this.counts.checkworthy += Number(checkworthy);
    increase(this.kinds, kind);
    if (speaker === 0) {
      this.counts.withoutSource += 1;
      return;
    }
    const spoken = this.speakers.get(speaker) ?? { kinds: new Map(), about: new Map() };
    this.speakers.set(speaker, spoken);
    increase(spoken.kinds, kind);
    for (const name of about) increase(spoken.about, name * KINDS + kind);
  }

  overview(
    labels: ReadonlyMap<string, number>,
  ): Omit<CorpusOverview, 'names' | 'speakers' | 'statements'> {
    const { shared, ...counts } = this.counts;
    const entityLabels = counted(labels, (label) => label).filter(({ name }) => name !== SOURCE);
    return {
      articles: this.index.size,
      byStatus: this.byStatus,
      ...counts,
      entities: entityLabels.reduce((sum, { count }) => sum + count, 0),
      labels: entityLabels,
      kinds: counted(this.kinds, (kind) => this.term(kind)),
      shared: { paths: this.shared, count: shared },
    };
  }

  *topSpeakers(): Generator<undefined, Speaker[]> {
    const top = new Top<Speaker>(TOP_SPEAKERS);
    let done = 0;
    for (const [id, { kinds }] of this.speakers) {
      if (++done % LIGHT_TURN === 0) yield;
      const count = [...kinds.values()].reduce((sum, one) => sum + one, 0);
      if (!top.mayTake(count)) continue;
      const { spelling, label } = this.index.tables.names.get(id);
      top.offer({
        ...{ name: spelling, label, count },
        kinds: counted(kinds, (kind) => this.term(kind)),
      });
    }
    return top.list;
  }

  *topStatements(): Generator<undefined, Statement[]> {
    const top = new Top<Statement & { name: string }>(TOP_STATEMENTS);
    let done = 0;
    for (const [id, { about }] of this.speakers) {
      for (const [key, count] of about) {
        if (++done % LIGHT_TURN === 0) yield;
        if (!top.mayTake(count)) continue;
        const [speaker, subject] = [this.name(id), this.name(Math.floor(key / KINDS))];
        const kind = this.term(key % KINDS);
        const name = `${speaker} ${subject} ${kind}`;
        top.offer({ name, speaker, kind, about: subject, count });
      }
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

  /** Whether something with this count may be among the few; asked before more is found out about it. */
  mayTake(count: number): boolean {
    return this.list.length < this.size || count >= (this.list.at(-1)?.count ?? 0);
  }

  offer(one: T): void {
    const last = this.list.at(-1);
    if (this.list.length >= this.size && last !== undefined && byCount(one, last) >= 0) return;
    this.list = [...this.list, one].sort(byCount).slice(0, this.size);
  }
}
