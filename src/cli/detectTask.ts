import type { Files } from '../core/corpus/files';
import type { LoadedArticle } from '../core/corpus/load';
import { loadArticle } from '../core/corpus/load';
import type { ArticleEntry } from '../core/corpus/walk';
import { withoutDecided } from '../core/detect/decided';
import type { Suggestion } from '../core/detect/detector';
import type { Engine } from '../core/detect/suggest';
import type { Issue } from '../core/model/issue';
import { looksArabic } from '../core/text/recognise';
import { blockingFiles } from '../node/nodeFiles';
import type { Task } from '../node/workerTasks';
import type { EnginePlan } from './engine';
import { makeEngine } from './engine';

/** Where articles are, and whether one of them was named itself. */
export interface DetectPlace {
  readonly root: string;
  readonly single: boolean;
}

/** Plain data. */
export interface DetectJob extends DetectPlace {
  readonly plan: EnginePlan;
}

/** What was found in one article; plain data. Paths of issues are relative to the root. */
export interface Detected {
  readonly path: string;
  readonly issues: readonly Issue[];
  readonly readable: boolean;
  /** Absent also where it is in another language. Suggestions are those that nobody has decided on. */
  readonly found?: {
    readonly article: LoadedArticle;
    readonly suggestions: readonly Suggestion[];
  };
}

export async function detectArticle(
  files: Files,
  engine: Engine,
  { root, single }: DetectPlace,
  entry: ArticleEntry,
): Promise<Detected> {
  const load = await loadArticle(files, root, entry);
  const { path } = entry;
  const { ok: readable, issues } = load;
  if (!load.ok) return { path, issues, readable };
  const { article } = load;
  // A folder may hold notes in other languages; an article that is named itself is always read.
  if (!single && article.sidecar === undefined && !looksArabic(article.text)) {
    return { path, issues, readable };
  }
  const suggestions = withoutDecided(engine.suggest(article.text), article.record).map(plain);
  return { path, issues, readable, found: { article, suggestions } };
}

/** Some reasons are worded only when somebody reads them, which another thread could not. */
function plain(suggestion: Suggestion): Suggestion {
  return { ...suggestion, why: suggestion.why.map(({ en, ar }) => ({ en, ar })) };
}

/** Detects in a few articles at a time. */
export function detectTask(given: unknown): ReturnType<Task> {
  const job = given as DetectJob;
  const engine = makeEngine(blockingFiles, job.plan);
  return async (input) => {
    const output: Detected[] = [];
    for (const entry of input as readonly ArticleEntry[]) {
      output.push(await detectArticle(blockingFiles, (await engine).engine, job, entry));
    }
    return { output };
  };
}
