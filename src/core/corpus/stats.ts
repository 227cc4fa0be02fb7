import type { Annotation } from '../model/annotation';
import type { Issue } from '../model/issue';
import { fold } from '../text/normalize';
import { OffsetUnits } from '../text/units';
import { wordSpans } from '../text/words';
import type { Files } from './files';
import { compareStrings } from './files';
import type { Load } from './load';
import { loadArticle } from './load';
import { NO_NAMES } from './search/labelRoles';
import type { Counts } from './tally';
import { Tally } from './tally';
import type { ArticleEntry } from './walk';

/** A name with how often it is annotated; spelled as it stands most often. */
export interface NameCount {
  readonly name: string;
  readonly label: string;
  readonly count: number;
}

/** Counts over a corpus; names in code-unit order. */
export interface CorpusStats {
  readonly articles: number;
  /** Articles with a sidecar. */
  readonly annotated: number;
  readonly unreadable: number;
  readonly characters: number;
  readonly words: number;
  readonly entities: number;
  readonly claims: number;
  readonly rejected: number;
  readonly orphans: number;
  readonly byStatus: Counts;
  readonly byLabel: Counts;
  readonly byClaimKind: Counts;
  readonly byMode: Counts;
  readonly byAnnotator: Counts;
  /** Without numbers, times, sums, offices and languages. */
  readonly topNames: readonly NameCount[];
}

/** What some articles add to the sums; plain data, so that it can come from another thread. */
export interface StatsPart {
  readonly sums: Readonly<Record<SumName, number>>;
  readonly tallies: Readonly<Record<TallyName, Counts>>;
  readonly names: readonly SpelledName[];
  readonly issues: readonly Issue[];
}

const SUMS = [
  'articles',
  'annotated',
  'unreadable',
  'characters',
  'words',
  'rejected',
  'orphans',
] as const;
type SumName = (typeof SUMS)[number];

const TALLIES = ['byStatus', 'byLabel', 'byClaimKind', 'byMode', 'byAnnotator'] as const;
type TallyName = (typeof TALLIES)[number];

/** A name in one of its spellings; the same name has the same folded form. */
interface SpelledName extends NameCount {
  readonly folded: string;
}

class Names {
  private readonly names = new Map<string, { label: string; folded: string; spellings: Tally }>();

  add(label: string, folded: string, quote: string, by = 1): void {
    const key = `${label}\n${folded}`;
    const known = this.names.get(key) ?? { label, folded, spellings: new Tally() };
    known.spellings.add(quote, by);
    this.names.set(key, known);
  }

  all(): SpelledName[] {
    return [...this.names.values()].flatMap(({ label, folded, spellings }) =>
      Object.entries(spellings.toCounts()).map(([name, count]) => ({ name, label, folded, count })),
    );
  }

  top(count: number): NameCount[] {
    return [...this.names.values()]
      .map(({ label, spellings }) => {
        const [commonest] = Object.entries(spellings.toCounts()).sort((a, b) => b[1] - a[1]);
        return { name: commonest?.[0] ?? '', label, count: spellings.total };
      })
      .sort((a, b) => b.count - a.count || compareStrings(a.name, b.name))
      .slice(0, count);
  }
}

const TOP = 20;

/** Sums over articles; those that cannot be read are counted as such and reported. */
export class StatsSums {
  private readonly sums = Object.fromEntries(SUMS.map((name) => [name, 0])) as Record<
    SumName,
    number
  >;
  private readonly tallies = Object.fromEntries(
    TALLIES.map((name) => [name, new Tally()]),
  ) as Record<TallyName, Tally>;
  private readonly names = new Names();
  private readonly issues: Issue[] = [];

  addArticle(load: Load): void {
    const { sums, tallies } = this;
    sums.articles += 1;
    if (!load.ok) {
      this.issues.push(...load.issues);
      sums.unreadable += 1;
      return;
    }
    const { text, record, sidecar } = load.article;
    if (sidecar !== undefined) sums.annotated += 1;
    sums.characters += new OffsetUnits(text).codePointLength;
    sums.words += wordSpans(text).length;
    sums.rejected += record.rejected.length;
    sums.orphans += record.orphans.length;
    tallies.byStatus.add(record.status);
    record.annotations.forEach((one) => this.addAnnotation(one));
  }

  private addAnnotation({ label, quote, claim, by }: Annotation): void {
    const { tallies } = this;
    if (by !== undefined) tallies.byAnnotator.add(by);
    if (claim === undefined) {
      tallies.byLabel.add(label);
      if (!NO_NAMES.has(label)) this.names.add(label, fold(quote), quote);
    } else {
      tallies.byClaimKind.add(claim.kind);
      tallies.byMode.add(claim.mode);
    }
  }

  addPart({ sums, tallies, names, issues }: StatsPart): void {
    for (const name of SUMS) this.sums[name] += sums[name];
    for (const name of TALLIES) this.tallies[name].addAll(tallies[name]);
    for (const { label, folded, name, count } of names) this.names.add(label, folded, name, count);
    this.issues.push(...issues);
  }

  part(): StatsPart {
    const { sums, names, issues } = this;
    return { sums, tallies: this.counts(), names: names.all(), issues };
  }

  result(): { readonly stats: CorpusStats; readonly issues: readonly Issue[] } {
    const stats: CorpusStats = {
      ...this.sums,
      entities: this.tallies.byLabel.total,
      claims: this.tallies.byClaimKind.total,
      ...this.counts(),
      topNames: this.names.top(TOP),
    };
    return { stats, issues: this.issues };
  }

  private counts(): Record<TallyName, Counts> {
    return Object.fromEntries(
      TALLIES.map((name) => [name, this.tallies[name].toCounts()]),
    ) as Record<TallyName, Counts>;
  }
}

/** Counts some articles, one at a time. */
export async function countArticles(
  files: Files,
  root: string,
  entries: readonly ArticleEntry[],
): Promise<StatsPart> {
  const sums = new StatsSums();
  for (const entry of entries) sums.addArticle(await loadArticle(files, root, entry));
  return sums.part();
}
