import type { ArticleRecord } from '../model/annotation';
import { OffsetUnits } from '../text/units';
import type { Counts } from './tally';
import { Tally } from './tally';

/** What stands in a set of articles, as plain data. Characters are code points. */
export interface RecordCounts {
  readonly articles: number;
  readonly characters: number;
  readonly byLabel: Counts;
  readonly byClaimKind: Counts;
  readonly byMode: Counts;
  readonly byStatus: Counts;
}

/** Counts articles one at a time, or takes up what was counted elsewhere. */
export class RecordCounter {
  private readonly tallies = {
    byLabel: new Tally(),
    byClaimKind: new Tally(),
    byMode: new Tally(),
    byStatus: new Tally(),
  };
  private articles = 0;
  private characters = 0;

  add(text: string, record: ArticleRecord): void {
    const { byLabel, byClaimKind, byMode, byStatus } = this.tallies;
    this.articles += 1;
    this.characters += new OffsetUnits(text).codePointLength;
    byStatus.add(record.status);
    for (const { label, claim } of record.annotations) {
      if (claim === undefined) byLabel.add(label);
      else {
        byClaimKind.add(claim.kind);
        byMode.add(claim.mode);
      }
    }
  }

  addAll(counts: RecordCounts): void {
    const { byLabel, byClaimKind, byMode, byStatus } = this.tallies;
    this.articles += counts.articles;
    this.characters += counts.characters;
    byLabel.addAll(counts.byLabel);
    byClaimKind.addAll(counts.byClaimKind);
    byMode.addAll(counts.byMode);
    byStatus.addAll(counts.byStatus);
  }

  get entities(): number {
    return this.tallies.byLabel.total;
  }

  get claims(): number {
    return this.tallies.byClaimKind.total;
  }

  toCounts(): RecordCounts {
    const { byLabel, byClaimKind, byMode, byStatus } = this.tallies;
    return {
      articles: this.articles,
      characters: this.characters,
      byLabel: byLabel.toCounts(),
      byClaimKind: byClaimKind.toCounts(),
      byMode: byMode.toCounts(),
      byStatus: byStatus.toCounts(),
    };
  }
}
