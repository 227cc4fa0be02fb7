import type { ArticleRecord } from '../model/annotation';
import type { Issue } from '../model/issue';
import type { LabelSet } from '../model/labels';
import { apply } from '../model/operations';
import { CheckedArticle } from './check/checkedArticle';
import { articleIssues } from './check/checks';
import { MentionFinder, mentionIssues, untaggedMentions } from './check/mentions';
import { NameBook } from './check/nameBook';
import { statusIssues } from './check/status';
import { mixedIssues, unusualIssues } from './check/unusual';
import { nameKey } from './search/extract';
import { changeRecord, type Changed } from './changeRecord';
import type { Files } from './files';
import type { Load, LoadedArticle } from './load';
import { loadArticle } from './load';
import type { ArticleEntry } from './walk';
import { SIDECAR_SUFFIX } from './walk';

export interface ValidateRequest {
  readonly files: Files;
  readonly root: string;
  readonly labels: LabelSet;
  readonly entries: readonly ArticleEntry[];
  readonly strays: readonly string[];
  /**
   * Does what is safe: saves annotations that were found at another place, takes blanks and marks from
   * the edges of spans, removes doubles.
   */
  readonly fix: boolean;
  /** How many suggestions for the article are undecided; asked of articles that are done. */
  readonly undecided?: (article: LoadedArticle) => number;
  /** Every article is read twice: once for itself, once against the names of all. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface ValidateReport {
  /** Files named relative to the root; an article's issues with line and column. */
  readonly issues: readonly Issue[];
  readonly articles: number;
  readonly annotations: number;
  /** Paths of sidecars that `fix` wrote. */
  readonly fixed: readonly string[];
  /** Whether some file could not be read at all. */
  readonly unreadable: boolean;
}

/** Checks sidecars, anchors, the label set and consistency over the corpus. */
export async function validateCorpus(request: ValidateRequest): Promise<ValidateReport> {
  const validator = new Validator(request);
  const { entries, onProgress } = request;
  for (const [at, entry] of entries.entries()) {
    await validator.alone(entry);
    onProgress?.(at + 1, entries.length * 2);
  }
  for (const [at, entry] of entries.entries()) {
    if (entry.hasSidecar) await validator.amongOthers(entry);
    onProgress?.(entries.length + at + 1, entries.length * 2);
  }
  return validator.report();
}

class Validator {
  private readonly issues: Issue[];
  private readonly book = new NameBook();
  private readonly fixed: string[] = [];
  /** Mentions of names that the corpus knows, until it is clear how often they are not tagged. */
  private readonly doubtful: { readonly key: string; readonly issues: readonly Issue[] }[] = [];
  private readonly untagged = new Map<string, number>();
  private finder: MentionFinder | undefined;
  private annotations = 0;
  private unreadable = false;

  constructor(private readonly request: ValidateRequest) {
    this.issues = request.strays.map(strayIssue);
  }

  report(): ValidateReport {
    const { annotations, fixed, unreadable } = this;
    // A word that is tagged here and there, and mostly not, is no name that somebody forgot.
    const meant = this.doubtful.filter(
      ({ key }) => (this.untagged.get(key) ?? 0) <= (this.book.rule(key)?.count ?? 0),
    );
    const issues = [...this.issues, ...meant.flatMap((one) => one.issues)];
    return { issues, articles: this.request.entries.length, annotations, fixed, unreadable };
  }

  async alone(entry: ArticleEntry): Promise<void> {
    const { files, root, labels, fix, undecided } = this.request;
    let load: Load | Changed = await loadArticle(files, root, entry);
    if (load.ok && fix && isWorthFixing(load.article, labels)) {
      load = await changeRecord(files, root, entry.path, (article) => mended(article, labels));
    }
    if (!load.ok) {
      this.issues.push(...load.issues);
      this.unreadable = true;
      return;
    }
    const { article } = load;
    const { record } = article;
    const wrote = 'wrote' in load && load.wrote;
    if (wrote) this.fixed.push(entry.path + SIDECAR_SUFFIX);
    const now = new CheckedArticle(article.path, article.text, record);
    const suggestions = record.status === 'done' ? undecided?.(article) : undefined;
    this.issues.push(
      ...load.issues.filter(({ code }) => !wrote || code !== 'anchor-moved'),
      ...articleIssues(now, labels),
      ...statusIssues(now, suggestions),
    );
    this.annotations += record.annotations.length;
    now.entities.forEach(({ quote, label }) => this.book.add(nameKey(quote), label));
  }

  async amongOthers(entry: ArticleEntry): Promise<void> {
    const load = await loadArticle(this.request.files, this.request.root, entry);
    if (!load.ok) return;
    const article = new CheckedArticle(entry.path, load.article.text, load.article.record);
    this.finder ??= new MentionFinder(this.book.rules());
    const { own, others } = untaggedMentions(article, this.finder);
    this.issues.push(
      ...unusualIssues(article, this.book),
      ...mixedIssues(article, this.book),
      ...mentionIssues(article, own),
    );
    for (const mention of others) {
      this.untagged.set(mention.key, (this.untagged.get(mention.key) ?? 0) + 1);
    }
    this.doubtful.push(
      ...others.map((one) => ({ key: one.key, issues: mentionIssues(article, [one]) })),
    );
  }
}

function isWorthFixing(article: LoadedArticle, labels: LabelSet): boolean {
  return article.moved.length > 0 || mended(article, labels) !== article.record;
}

/** The record with every safe fix done. */
function mended({ path, text, record }: LoadedArticle, labels: LabelSet): ArticleRecord {
  const issues = articleIssues(new CheckedArticle(path, text, record), labels);
  const fixes = issues.flatMap((issue) => issue.fixes?.find(({ safe }) => safe) ?? []);
  return fixes.reduce((now, { operation }) => apply(now, operation).record, record);
}

function strayIssue(file: string): Issue {
  return {
    code: 'sidecar-without-article',
    severity: 'error',
    message: {
      en: 'the article of this sidecar is not there',
      ar: 'المقال صاحب هذا الملف الجانبي غير موجود',
    },
    file,
  };
}
