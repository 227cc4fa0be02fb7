import type { Issue } from '../model/issue';
import { fold } from '../text/normalize';
import { OffsetUnits } from '../text/units';
import { wordSpans } from '../text/words';
import type { Files } from './files';
import { compareStrings } from './files';
import { loadArticle } from './load';
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
  readonly topNames: readonly NameCount[];
}

const TOP = 20;

class Names {
  private readonly names = new Map<string, { label: string; spellings: Tally }>();

  add(label: string, quote: string): void {
    const key = `${label}\n${fold(quote)}`;
    const known = this.names.get(key) ?? { label, spellings: new Tally() };
    known.spellings.add(quote);
    this.names.set(key, known);
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

/** Counts articles one at a time; those that cannot be read are counted as such and reported. */
export async function corpusStats(
  files: Files,
  root: string,
  entries: readonly ArticleEntry[],
  onProgress?: (done: number, total: number) => void,
): Promise<{ readonly stats: CorpusStats; readonly issues: readonly Issue[] }> {
  const tallies = {
    byStatus: new Tally(),
    byLabel: new Tally(),
    byClaimKind: new Tally(),
    byMode: new Tally(),
    byAnnotator: new Tally(),
  };
  const sums = { annotated: 0, unreadable: 0, characters: 0, words: 0, rejected: 0, orphans: 0 };
  const names = new Names();
  const issues: Issue[] = [];
  for (const [at, entry] of entries.entries()) {
    const load = await loadArticle(files, root, entry);
    onProgress?.(at + 1, entries.length);
    if (!load.ok) {
      issues.push(...load.issues);
      sums.unreadable += 1;
      continue;
    }
    const { text, record, sidecar } = load.article;
    if (sidecar !== undefined) sums.annotated += 1;
    sums.characters += new OffsetUnits(text).codePointLength;
    sums.words += wordSpans(text).length;
    sums.rejected += record.rejected.length;
    sums.orphans += record.orphans.length;
    tallies.byStatus.add(record.status);
    for (const { label, quote, claim, by } of record.annotations) {
      if (by !== undefined) tallies.byAnnotator.add(by);
      if (claim === undefined) {
        tallies.byLabel.add(label);
        names.add(label, quote);
      } else {
        tallies.byClaimKind.add(claim.kind);
        tallies.byMode.add(claim.mode);
      }
    }
  }
  const stats: CorpusStats = {
    articles: entries.length,
    ...sums,
    entities: tallies.byLabel.total,
    claims: tallies.byClaimKind.total,
    byStatus: tallies.byStatus.toCounts(),
    byLabel: tallies.byLabel.toCounts(),
    byClaimKind: tallies.byClaimKind.toCounts(),
    byMode: tallies.byMode.toCounts(),
    byAnnotator: tallies.byAnnotator.toCounts(),
    topNames: names.top(TOP),
  };
  return { stats, issues };
}
