import type { Annotation, ArticleRecord } from '../../model/annotation';
import { groupBy } from '../../model/groupBy';
import type { Issue } from '../../model/issue';
import { compareStrings, type Files } from '../files';
import { loadArticle, type LoadedArticle } from '../load';
import type { ArticleEntry } from '../walk';
import { Agreement, type AgreementReport } from './agreement';

/** A folder with articles; where copies of one corpus are compared, what one annotator made of it. */
export interface Copy {
  readonly name: string;
  readonly root: string;
  readonly entries: readonly ArticleEntry[];
}

export interface Comparison {
  readonly report: AgreementReport;
  /** Annotations that say of nobody who made them; they are compared with none. */
  readonly unnamed: number;
  /** Files named relative to the root of their copy. */
  readonly issues: readonly { readonly root: string; readonly issue: Issue }[];
}

type Progress = (done: number, total: number) => void;

/** What each annotator made of an article that they share, by their names in `by`. */
export function byAnnotator(record: ArticleRecord): ReadonlyMap<string, readonly Annotation[]> {
  const named = record.annotations.filter(({ by }) => by !== undefined);
  return groupBy(named, ({ by }) => by ?? '');
}

/**
 * Compares annotators: those of one folder by who made each annotation, those of several folders copy by
 * copy. An article counts where two or more annotated it; copies must have the same text.
 */
export async function compareAnnotators(
  files: Files,
  copies: readonly Copy[],
  onProgress: Progress = () => undefined,
): Promise<Comparison> {
  const comparer = new Comparer(files);
  const [only] = copies;
  const articles = copies.length === 1 && only !== undefined ? alone(only) : together(copies);
  for (const [at, places] of articles.entries()) {
    if (copies.length === 1) for (const place of places) await comparer.shared(place);
    else await comparer.copies(places);
    onProgress(at + 1, articles.length);
  }
  return comparer.comparison();
}

interface Place {
  readonly copy: Copy;
  readonly entry: ArticleEntry;
}

function alone(copy: Copy): Place[][] {
  return copy.entries.filter(({ hasSidecar }) => hasSidecar).map((entry) => [{ copy, entry }]);
}

/** Articles that have a sidecar in two copies or more. */
function together(copies: readonly Copy[]): Place[][] {
  const places = copies.flatMap((copy) => alone(copy).flat());
  return [...groupBy(places, ({ entry }) => entry.path)]
    .filter(([, list]) => list.length > 1)
    .sort(([a], [b]) => compareStrings(a, b))
    .map(([, list]) => list);
}

class Comparer {
  private readonly agreement = new Agreement();
  private readonly issues: { root: string; issue: Issue }[] = [];
  private unnamed = 0;

  constructor(private readonly files: Files) {}

  async shared(place: Place): Promise<void> {
    const article = await this.load(place);
    if (article === undefined) return;
    const { text, record } = article;
    this.unnamed += record.annotations.filter(({ by }) => by === undefined).length;
    this.agreement.add(text, byAnnotator(record));
  }

  async copies(places: readonly Place[]): Promise<void> {
    const made = new Map<string, readonly Annotation[]>();
    let text: string | undefined;
    for (const place of places) {
      const article = await this.load(place);
      if (article === undefined) continue;
      text ??= article.text;
      if (article.text === text) made.set(place.copy.name, article.record.annotations);
      else this.issues.push({ root: place.copy.root, issue: otherText(place.entry.path) });
    }
    if (text !== undefined) this.agreement.add(text, made);
  }

  private async load({ copy, entry }: Place): Promise<LoadedArticle | undefined> {
    const load = await loadArticle(this.files, copy.root, entry);
    if (load.ok) return load.article;
    this.issues.push(...load.issues.map((issue) => ({ root: copy.root, issue })));
    return undefined;
  }

  comparison(): Comparison {
    const { unnamed, issues } = this;
    return { report: this.agreement.report(), unnamed, issues };
  }
}

function otherText(file: string): Issue {
  return {
    code: 'agree-text-differs',
    severity: 'error',
    message: {
      en: 'the text is not that of the first copy; this copy of the article is not compared',
      ar: 'النص غير نص النسخة الأولى؛ لم تُقارن هذه النسخة من المقال',
    },
    file,
  };
}
