import type { Issue } from '../model/issue';
import type { Counts } from './tally';
import { Tally } from './tally';

/** So many issues of one code are kept; the counts go on. */
export const KEPT = 200;

/** Issues without end in bounded memory: the first of each code, and how many there were. */
export class IssueKeeper {
  private readonly kept: Issue[] = [];
  private readonly counts = new Tally();

  /** @param full codes of which enough are kept elsewhere: they are counted only */
  constructor(private readonly full: ReadonlySet<string> = new Set()) {}

  add(issue: Issue): void {
    this.counts.add(issue.code);
    if (this.counts.of(issue.code) <= KEPT && !this.full.has(issue.code)) this.kept.push(issue);
  }

  /** Takes up what another keeper kept and counted. */
  addAll(issues: readonly Issue[], counts: Counts): void {
    for (const issue of issues) this.add(issue);
    const kept = new Tally();
    for (const { code } of issues) kept.add(code);
    for (const [code, count] of Object.entries(counts)) {
      if (count > kept.of(code)) this.counts.add(code, count - kept.of(code));
    }
  }

  get issues(): readonly Issue[] {
    return this.kept;
  }

  toCounts(): Counts {
    return this.counts.toCounts();
  }

  /** Codes of which no more are kept. */
  get fullCodes(): string[] {
    return this.counts.names.filter((code) => this.counts.of(code) >= KEPT);
  }
}
