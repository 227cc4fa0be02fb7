import { loadArticle, type LoadedArticle } from '../../core/corpus/load';
import { contextLines, type ContextLine } from '../../core/corpus/search/keywordInContext';
import { queryWords, type SearchOptions } from '../../core/corpus/search/query';
import { searchArticle } from '../../core/corpus/search/search';
import { joinPath } from '../../core/corpus/files';
import { overlaps } from '../../core/text/span';
import { OffsetUnits } from '../../core/text/units';
import type { Command, Invocation } from '../command';
import { EXIT, JSON_OPTION, printIssues, UsageError, wholeNumber } from '../command';
import { below, openPath } from '../corpusPath';
import { progressOf } from '../progress';

const WIDTH = 40;

interface Request {
  readonly path: string;
  readonly query: string;
  readonly options: SearchOptions;
  readonly limit: number;
  readonly width: number;
}

function requestOf(invocation: Invocation): Request {
  const [path, ...words] = invocation.paths;
  const { values, switches } = invocation;
  const query = words.join(' ');
  if (path === undefined || queryWords(query).length === 0) {
    throw new UsageError({ en: 'give a path and words', ar: 'يلزم مسار وكلمات' });
  }
  const label = values['label'];
  return {
    path,
    query,
    options: {
      proclitics: !switches.has('no-proclitics'),
      ...(label === undefined ? {} : { label }),
      untagged: switches.has('untagged'),
    },
    limit: wholeNumber(invocation, 'limit') ?? Infinity,
    width: wholeNumber(invocation, 'width') ?? WIDTH,
  };
}

async function run(invocation: Invocation): Promise<number> {
  const { io } = invocation;
  const { path, query, options, limit, width } = requestOf(invocation);
  const corpus = await openPath(io.files, path);
  await printIssues(invocation, corpus.issues);
  const progress = progressOf(invocation);
  let unreadable = corpus.issues.some(({ severity }) => severity === 'error');
  let [hits, articles] = [0, 0];
  for (const [at, entry] of corpus.entries.entries()) {
    if (hits >= limit) break;
    const load = await loadArticle(io.files, corpus.root, entry);
    progress(at + 1, corpus.entries.length);
    if (!load.ok) {
      await printIssues(
        invocation,
        load.issues.map((issue) => below(corpus.root, issue)),
      );
      unreadable = true;
      continue;
    }
    const found = searchArticle({ ...load.article, readable: true }, query, options);
    if (found === undefined) continue;
    const lines = contextLines(load.article.text, found, width).slice(0, limit - hits);
    articles += 1;
    hits += lines.length;
    await print(invocation, joinPath(corpus.root, entry.path), load.article, lines);
  }
  const summary = {
    en: `${hits} hits in ${articles} articles`,
    ar: `المواضع ${hits} في ${articles} من المقالات`,
  };
  await io.stderr.write(`${summary[invocation.language]}\n`);
  return unreadable ? EXIT.unreadable : EXIT.done;
}

async function print(
  { io, switches }: Invocation,
  path: string,
  article: LoadedArticle,
  lines: readonly ContextLine[],
): Promise<void> {
  const units = new OffsetUnits(article.text);
  const text = lines.map((line) => {
    const { before, match, after, column } = line;
    if (!switches.has('json')) {
      return `${path}:${line.line}:${column}: ${before}[${match}]${after}\n`;
    }
    const labels = article.record.annotations
      .filter((annotation) => annotation.claim === undefined && overlaps(annotation, line))
      .map(({ label }) => label);
    const place = { line: line.line, column, ...units.spanToCodePoints(line) };
    return `${JSON.stringify({ path, ...place, before, match, after, labels })}\n`;
  });
  await io.stdout.write(text.join(''));
}

export const searchCommand: Command = {
  name: 'search',
  operands: 'PATH WORDS…',
  summary: {
    en: 'Find words with their context. Marks, stretching, forms of alef, final letters and digits make no difference; a star at the end of a word stands for any ending.',
    ar: 'البحث عن كلمات مع سياقها. لا أثر للتشكيل والتطويل وصور الألف والياء والتاء المربوطة والأرقام؛ والنجمة في آخر الكلمة تعني أي تتمة.',
  },
  options: {
    'no-proclitics': {
      description: {
        en: 'only the word itself, nothing written onto it',
        ar: 'الكلمة نفسها دون ما يتصل بأولها',
      },
    },
    label: {
      value: 'LABEL',
      description: { en: 'only where this label stands', ar: 'حيث يقع هذا الوسم فقط' },
    },
    untagged: {
      description: { en: 'only where no entity stands', ar: 'حيث لا كيان فقط' },
    },
    limit: {
      value: 'N',
      description: { en: 'stop after so many', ar: 'التوقف بعد هذا العدد' },
    },
    width: {
      value: 'N',
      description: {
        en: `characters on either side (${WIDTH})`,
        ar: `عدد الحروف على كل جانب (${WIDTH})`,
      },
    },
    json: JSON_OPTION,
  },
  run,
};
