import { DEFAULT_CONFIG } from '../../core/corpus/config';
import { changeRecord } from '../../core/corpus/changeRecord';
import type { LoadedArticle } from '../../core/corpus/load';
import type { ArticleEntry } from '../../core/corpus/walk';
import { annotationOf, timestamp } from '../../core/detect/accept';
import { withoutDecided } from '../../core/detect/decided';
import type { Suggestion } from '../../core/detect/detector';
import { joinPath } from '../../core/corpus/files';
import { compareAnnotations, ordered } from '../../core/model/order';
import type { Annotation, ArticleRecord } from '../../core/model/annotation';
import type { Issue } from '../../core/model/issue';
import { newId } from '../../core/model/ids';
import type { Command, Invocation } from '../command';
import { EXIT, JOBS_OPTION, UsageError, printIssues } from '../command';
import type { CorpusPath } from '../corpusPath';
import { below, openPath } from '../corpusPath';
import { inBatches } from '../batches';
import type { DetectJob, Detected, DetectedBatch } from '../detectTask';
import { Detection } from '../detectTask';
import type { EnginePlan } from '../engine';
import { engineFor, enginePlanner } from '../engine';
import { progressOf } from '../progress';
import { suggestionsJson } from '../suggestionJson';
import { detectStdin } from './detectStdin';

/** Fewer articles are done sooner than threads are ready and quick. */
const MANY = 2000;
/** So many go to a thread at a time. */
const BATCH = 16;

function accepted(
  { record }: LoadedArticle,
  suggestions: readonly Suggestion[],
  by: string | undefined,
  { io }: Invocation,
): ArticleRecord {
  const taken = new Set([...record.annotations, ...record.orphans].map(({ id }) => id));
  const at = timestamp(io.now());
  const added = suggestions.map((suggestion): Annotation => {
    const id = newId(io.random, taken);
    taken.add(id);
    return annotationOf(suggestion, { id, at, ...(by === undefined ? {} : { by }) });
  });
  const status = record.status === 'todo' ? 'in-progress' : record.status;
  const annotations = ordered([...record.annotations, ...added], compareAnnotations);
  return { ...record, status, annotations };
}

/** One PATH of the command line with what is counted over it. */
class DetectRun {
  unreadable = false;
  private readonly job: DetectJob;
  private readonly detection: Detection;
  private problem: string | undefined;

  constructor(
    private readonly invocation: Invocation,
    private readonly corpus: CorpusPath,
    plan: EnginePlan,
  ) {
    const { root, single } = corpus;
    this.job = { root, single, plan };
    this.detection = new Detection(invocation.io.files, this.job);
  }

  async all(): Promise<void> {
    const { entries } = this.corpus;
    const progress = progressOf(this.invocation);
    let done = 0;
    for await (const { detected, problem } of this.detected(entries)) {
      await this.tellProblem(problem);
      for (const one of detected) await this.answer(one);
      progress((done += detected.length), entries.length);
    }
  }

  private detected(items: readonly ArticleEntry[]): AsyncGenerator<DetectedBatch> {
    const here = (some: readonly ArticleEntry[]) => this.detection.batch(some);
    const { job } = this;
    return inBatches(this.invocation, {
      items,
      task: 'detect',
      job,
      size: BATCH,
      worth: MANY,
      here,
    });
  }

  /** Once, whichever thread met it first. */
  private async tellProblem(problem: string | undefined): Promise<void> {
    if (problem === undefined || this.problem !== undefined) return;
    this.problem = problem;
    await this.invocation.io.stderr.write(`hashiya: ${problem}\n`);
  }

  private async answer({ path: name, issues, readable, found }: Detected): Promise<void> {
    const { io, language, switches } = this.invocation;
    const { root } = this.corpus;
    await this.tell(issues);
    this.unreadable ||= !readable;
    if (found === undefined) return;
    const { article, suggestions } = found;
    const path = joinPath(root, name);
    if (!switches.has('accept')) {
      const line = { path, suggestions: suggestionsJson(article.text, suggestions, language) };
      await io.stdout.write(`${JSON.stringify(line)}\n`);
      return;
    }
    const count = suggestions.length === 0 ? 0 : await this.accept(article, suggestions);
    if (count === undefined) return;
    const text = switches.has('json')
      ? JSON.stringify({ path, accepted: count })
      : `${path}: ${count}`;
    await io.stdout.write(`${text}\n`);
  }

  /** How many were written; undefined where none could be, which was told. */
  private async accept(
    { path, text }: LoadedArticle,
    suggestions: readonly Suggestion[],
  ): Promise<number | undefined> {
    const { io, values } = this.invocation;
    const { root, config } = this.corpus;
    const by = values['by'] ?? config.annotator;
    let count = 0;
    const changed = await changeRecord(io.files, root, path, async (article) => {
      const isSame = article.text === text;
      const found = isSame ? suggestions : await this.detection.suggest(article.text);
      const open = withoutDecided(found, article.record);
      count = open.length;
      return count === 0 ? article.record : accepted(article, open, by, this.invocation);
    });
    if (changed.ok) {
      await this.tell(changed.issues.filter(({ code }) => code === 'lock-removed'));
      return count;
    }
    await this.tell(changed.issues);
    this.unreadable = true;
    return undefined;
  }

  private tell(issues: readonly Issue[]): Promise<void> {
    const { root } = this.corpus;
    return printIssues(
      this.invocation,
      issues.map((issue) => below(root, issue)),
    );
  }
}

async function run(invocation: Invocation): Promise<number> {
  const { io, paths, switches } = invocation;
  const planFor = enginePlanner(invocation);
  if (switches.has('stdin')) {
    if (paths.length > 0 || switches.has('accept')) {
      throw new UsageError({
        en: '--stdin goes with no path and without --accept',
        ar: 'لا يجتمع ‎--stdin مع مسار أو مع ‎--accept',
      });
    }
    return detectStdin(invocation, await engineFor(io, await planFor(DEFAULT_CONFIG)));
  }
  if (paths.length === 0) {
    throw new UsageError({ en: 'give a path, or --stdin', ar: 'يلزم مسار أو ‎--stdin' });
  }
  let unreadable = false;
  for (const path of paths) {
    const corpus = await openPath(io.files, path);
    await printIssues(invocation, corpus.issues);
    unreadable ||= corpus.issues.some(({ severity }) => severity === 'error');
    const plan = await planFor(corpus.config);
    const detectRun = new DetectRun(invocation, corpus, plan);
    await detectRun.all();
    unreadable ||= detectRun.unreadable;
  }
  return unreadable ? EXIT.unreadable : EXIT.done;
}

export const detectCommand: Command = {
  name: 'detect',
  operands: 'PATH… | --stdin',
  summary: {
    en: 'Suggest entities and claims: one JSON object a line for each article, offsets in code points.',
    ar: 'اقتراح الكيانات والادعاءات: كائن JSON في سطر لكل مقال، والمواضع بنقاط الترميز.',
  },
  options: {
    accept: {
      description: {
        en: 'write the suggestions into sidecars instead; a malformed sidecar is never touched',
        ar: 'كتابة الاقتراحات في الملفات الجانبية؛ ولا يُمس ملف جانبي معطوب',
      },
    },
    by: {
      value: 'NAME',
      description: {
        en: 'with --accept: who annotates (annotator of hashiya.yaml)',
        ar: 'مع ‎--accept: من يضع الحواشي (وإلا فمن hashiya.yaml)',
      },
    },
    labels: {
      value: 'wojood|conll',
      description: {
        en: 'label set (labels of hashiya.yaml); conll draws names as CoNLL and ANERcorp do',
        ar: 'مجموعة الوسوم (وإلا فمن hashiya.yaml)؛ ‏conll تحدد الأسماء كما في CoNLL وANERcorp',
      },
    },
    model: {
      value: 'on|off',
      description: {
        en: 'the trained model of names (detectors of hashiya.yaml, else on)',
        ar: 'النموذج المدرب للأسماء (وإلا فمن hashiya.yaml، وإلا فهو عامل)',
      },
    },
    jobs: JOBS_OPTION,
    stdin: {
      description: {
        en: 'read {"id","text"} a line, answer {"id","suggestions"} a line, in order',
        ar: 'قراءة {"id","text"} في كل سطر والإجابة {"id","suggestions"} بالترتيب',
      },
    },
    json: {
      description: {
        en: 'JSON with --accept too (without it the output always is)',
        ar: 'إخراج JSON مع ‎--accept أيضًا (وهو كذلك دونه دائمًا)',
      },
    },
  },
  run,
};
