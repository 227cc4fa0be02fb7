import { DEFAULT_CONFIG } from '../../core/corpus/config';
import type { LoadedArticle } from '../../core/corpus/load';
import { loadArticle } from '../../core/corpus/load';
import type { ArticleEntry } from '../../core/corpus/walk';
import { SIDECAR_SUFFIX } from '../../core/corpus/walk';
import { annotationOf, timestamp } from '../../core/detect/accept';
import type { Engine } from '../../core/detect/suggest';
import { withoutDecided } from '../../core/detect/decided';
import type { Suggestion } from '../../core/detect/detector';
import { joinPath } from '../../core/corpus/files';
import { compareAnnotations, ordered } from '../../core/model/order';
import type { Annotation, ArticleRecord } from '../../core/model/annotation';
import { newId } from '../../core/model/ids';
import { toSidecarData } from '../../core/sidecar/bind';
import { writeSidecar } from '../../core/sidecar/write';
import { looksArabic } from '../../core/text/recognise';
import type { Command, Invocation } from '../command';
import { EXIT, UsageError, printIssues } from '../command';
import type { CorpusPath } from '../corpusPath';
import { below, openPath } from '../corpusPath';
import { engineMaker } from '../engine';
import { progressOf } from '../progress';
import { suggestionsJson } from '../suggestionJson';
import { detectStdin } from './detectStdin';

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

  constructor(
    private readonly invocation: Invocation,
    private readonly corpus: CorpusPath,
    private readonly engine: Engine,
  ) {}

  async article(entry: ArticleEntry): Promise<void> {
    const { io, language, switches } = this.invocation;
    const { root, config, single } = this.corpus;
    const load = await loadArticle(io.files, root, entry);
    await printIssues(
      this.invocation,
      load.issues.map((issue) => below(root, issue)),
    );
    if (!load.ok) {
      this.unreadable = true;
      return;
    }
    const { article } = load;
    // A folder may hold notes in other languages; an article that is named itself is always read.
    if (!single && article.sidecar === undefined && !looksArabic(article.text)) return;
    const suggestions = withoutDecided(this.engine.suggest(article.text), article.record);
    const path = joinPath(root, entry.path);
    if (!switches.has('accept')) {
      const line = { path, suggestions: suggestionsJson(article.text, suggestions, language) };
      await io.stdout.write(`${JSON.stringify(line)}\n`);
      return;
    }
    if (suggestions.length > 0) {
      const by = this.invocation.values['by'] ?? config.annotator;
      await this.save(article, accepted(article, suggestions, by, this.invocation));
    }
    const report = { path, accepted: suggestions.length };
    const text = switches.has('json') ? JSON.stringify(report) : `${path}: ${suggestions.length}`;
    await io.stdout.write(`${text}\n`);
  }

  private async save(article: LoadedArticle, record: ArticleRecord): Promise<void> {
    const file = article.path.slice(article.path.lastIndexOf('/') + 1);
    const data = toSidecarData(article.text, file, record);
    const path = joinPath(this.corpus.root, article.path + SIDECAR_SUFFIX);
    await this.invocation.io.files.write(path, writeSidecar(article.sidecar, data));
  }
}

async function run(invocation: Invocation): Promise<number> {
  const { io, paths, switches } = invocation;
  const engineFor = engineMaker(invocation);
  if (switches.has('stdin')) {
    if (paths.length > 0 || switches.has('accept')) {
      throw new UsageError({
        en: '--stdin goes with no path and without --accept',
        ar: 'لا يجتمع ‎--stdin مع مسار أو مع ‎--accept',
      });
    }
    return detectStdin(invocation, await engineFor(DEFAULT_CONFIG));
  }
  if (paths.length === 0) {
    throw new UsageError({ en: 'give a path, or --stdin', ar: 'يلزم مسار أو ‎--stdin' });
  }
  let unreadable = false;
  for (const path of paths) {
    const corpus = await openPath(io.files, path);
    await printIssues(invocation, corpus.issues);
    unreadable ||= corpus.issues.some(({ severity }) => severity === 'error');
    const detectRun = new DetectRun(invocation, corpus, await engineFor(corpus.config));
    const progress = progressOf(invocation);
    for (const [at, entry] of corpus.entries.entries()) {
      await detectRun.article(entry);
      progress(at + 1, corpus.entries.length);
    }
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
