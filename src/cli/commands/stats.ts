import type { CorpusStats, StatsPart } from '../../core/corpus/stats';
import { StatsSums, countArticles } from '../../core/corpus/stats';
import type { ArticleEntry } from '../../core/corpus/walk';
import type { Localized } from '../../core/model/issue';
import type { Command, Invocation, Language } from '../command';
import { EXIT, JOBS_OPTION, JSON_OPTION, onlyPath, printIssues } from '../command';
import { inBatches } from '../batches';
import type { CorpusPath } from '../corpusPath';
import { below, openPath } from '../corpusPath';
import { progressOf } from '../progress';

const NAMES: Readonly<Record<string, Localized>> = {
  articles: { en: 'articles', ar: 'المقالات' },
  annotated: { en: 'annotated', ar: 'عليها حواشٍ' },
  unreadable: { en: 'unreadable', ar: 'تعذرت قراءتها' },
  characters: { en: 'characters', ar: 'الحروف' },
  words: { en: 'words', ar: 'الكلمات' },
  entities: { en: 'entities', ar: 'الكيانات' },
  claims: { en: 'claims', ar: 'الادعاءات' },
  rejected: { en: 'rejected', ar: 'المرفوض' },
  orphans: { en: 'orphans', ar: 'بلا موضع' },
  byStatus: { en: 'by status', ar: 'بحسب الحالة' },
  byLabel: { en: 'by label', ar: 'بحسب الوسم' },
  byClaimKind: { en: 'by kind of claim', ar: 'بحسب نوع الادعاء' },
  byMode: { en: 'by mode', ar: 'بحسب النمط' },
  byAnnotator: { en: 'by annotator', ar: 'بحسب صاحب الحاشية' },
  topNames: { en: 'most frequent names', ar: 'أكثر الأسماء ورودًا' },
};

function lines(stats: CorpusStats, language: Language): string[] {
  const { topNames, ...counts } = stats;
  const all = Object.entries(counts).flatMap(([key, value]) => {
    const name = NAMES[key]?.[language] ?? key;
    if (typeof value === 'number') return [`${name}: ${value}`];
    const inner = Object.entries(value as Readonly<Record<string, number>>);
    return inner.length === 0 ? [] : [`${name}:`, ...inner.map(([one, n]) => `  ${one} ${n}`)];
  });
  if (topNames.length === 0) return all;
  const names = topNames.map(({ name, label, count }) => `  ${count} ${label} ${name}`);
  return [...all, `${NAMES['topNames']?.[language] ?? ''}:`, ...names];
}

/** Fewer articles are counted sooner by one thread. */
const MANY = 4000;
/** So many go to a thread at a time. */
const BATCH = 64;

async function statsOf(
  invocation: Invocation,
  { root, entries }: CorpusPath,
): Promise<ReturnType<StatsSums['result']>> {
  const progress = progressOf(invocation);
  const sums = new StatsSums();
  let done = 0;
  const parts = inBatches<ArticleEntry, StatsPart>(invocation, {
    ...{ items: entries, task: 'stats', job: root, size: BATCH, worth: MANY },
    here: (some) => countArticles(invocation.io.files, root, some),
  });
  for await (const part of parts) {
    sums.addPart(part);
    progress((done += part.sums.articles), entries.length);
  }
  return sums.result();
}

async function run(invocation: Invocation): Promise<number> {
  const { io, switches, language } = invocation;
  const corpus = await openPath(io.files, onlyPath(invocation));
  await printIssues(invocation, corpus.issues);
  const { stats, issues } = await statsOf(invocation, corpus);
  await printIssues(
    invocation,
    issues.map((issue) => below(corpus.root, issue)),
  );
  const text = switches.has('json') ? JSON.stringify(stats) : lines(stats, language).join('\n');
  await io.stdout.write(`${text}\n`);
  const failed = corpus.issues.some(({ severity }) => severity === 'error') || stats.unreadable > 0;
  return failed ? EXIT.unreadable : EXIT.done;
}

export const statsCommand: Command = {
  name: 'stats',
  operands: 'PATH',
  summary: {
    en: 'Count articles, entities, claims and the names that occur most.',
    ar: 'عدّ المقالات والكيانات والادعاءات وأكثر الأسماء ورودًا.',
  },
  options: { jobs: JOBS_OPTION, json: JSON_OPTION },
  run,
};
