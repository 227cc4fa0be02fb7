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

async function detectArticle(
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

/** What became of a few articles. */
export interface DetectedBatch {
  readonly detected: readonly Detected[];
  /** What is wrong with the model, where something is. */
  readonly problem?: string;
}

/** Detects with an engine that is made when it is first needed. */
export class Detection {
  private made: ReturnType<typeof makeEngine> | undefined;

  constructor(
    private readonly files: Files,
    private readonly job: DetectJob,
  ) {}

  engine(): ReturnType<typeof makeEngine> {
    return (this.made ??= makeEngine(this.files, this.job.plan));
  }

  async batch(entries: readonly ArticleEntry[]): Promise<DetectedBatch> {
    const { engine, problem } = await this.engine();
    const detected: Detected[] = [];
    for (const entry of entries) {
      detected.push(await detectArticle(this.files, engine, this.job, entry));
    }
    return { detected, ...(problem === undefined ? {} : { problem }) };
  }

  async suggest(text: string): Promise<readonly Suggestion[]> {
    return (await this.engine()).engine.suggest(text);
  }
}

/** Detects in a few articles at a time. */
export function detectTask(job: unknown): ReturnType<Task> {
  const detection = new Detection(blockingFiles, job as DetectJob);
  return async (input) => ({ output: await detection.batch(input as readonly ArticleEntry[]) });
}
