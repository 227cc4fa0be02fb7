import type { CorpusStats } from '../../core/corpus/stats';
import { corpusStats } from '../../core/corpus/stats';
import type { Localized } from '../../core/model/issue';
import type { Command, Invocation, Language } from '../command';
import { EXIT, JSON_OPTION, onlyPath, printIssues } from '../command';
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

async function run(invocation: Invocation): Promise<number> {
  const { io, switches, language } = invocation;
  const corpus = await openPath(io.files, onlyPath(invocation));
  await printIssues(invocation, corpus.issues);
  const progress = progressOf(invocation);
  const { stats, issues } = await corpusStats(io.files, corpus.root, corpus.entries, progress);
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
  options: { json: JSON_OPTION },
  run,
};
