import { compareAnnotators, type Comparison, type Copy } from '../../core/corpus/agree/compare';
import type { Issue } from '../../core/model/issue';
import { agreementText } from '../agreementText';
import type { Command, Invocation } from '../command';
import { EXIT, JSON_OPTION, UsageError, printFirstIssues, say } from '../command';
import { below, openPath } from '../corpusPath';
import { progressOf } from '../progress';

/** Copies of a corpus are called as their folders are; by their whole paths where two are called alike. */
function namesOf(paths: readonly string[]): readonly string[] {
  const short = paths.map((path) => path.replace(/\/+$/, '').replace(/^.*[/\\]/s, ''));
  return new Set(short).size === short.length ? short : paths;
}

async function run(invocation: Invocation): Promise<number> {
  const { io, paths, switches, language } = invocation;
  if (paths.length === 0 || new Set(paths).size < paths.length) {
    throw new UsageError({
      en: 'give a path, or the paths of several copies of a corpus',
      ar: 'يلزم مسار واحد، أو مسارات نسخ مختلفة من المدونة',
    });
  }
  const names = namesOf(paths);
  const copies: Copy[] = [];
  const issues: Issue[] = [];
  for (const [at, path] of paths.entries()) {
    const corpus = await openPath(io.files, path);
    issues.push(...corpus.issues);
    copies.push({ name: names[at] ?? path, root: corpus.root, entries: corpus.entries });
  }
  const comparison = await compareAnnotators(io.files, copies, progressOf(invocation));
  issues.push(...comparison.issues.map(({ root, issue }) => below(root, issue)));
  await printFirstIssues(invocation, issues);
  if (switches.has('json')) await io.stdout.write(`${asJson(comparison)}\n`);
  else {
    await sayWho(invocation, comparison);
    if (comparison.report.articles > 0) {
      await io.stdout.write(`\n${agreementText(comparison.report, language)}\n`);
    }
  }
  return issues.some(({ severity }) => severity === 'error') ? EXIT.unreadable : EXIT.done;
}

async function sayWho(invocation: Invocation, { report, unnamed }: Comparison): Promise<void> {
  const { annotators, articles } = report;
  if (articles === 0) {
    await say(invocation, {
      en: 'no article is annotated by two people or more',
      ar: 'لا مقال عليه حواشي اثنين أو أكثر',
    });
  } else {
    await say(invocation, {
      en: `articles annotated by two or more: ${articles}; annotators: ${annotators.join(', ')}`,
      ar: `مقالات عليها حواشي اثنين أو أكثر: ${articles}؛ أصحابها: ${annotators.join('، ')}`,
    });
  }
  if (unnamed > 0) {
    await say(invocation, {
      en: `annotations without a name in “by”, not compared: ${unnamed}`,
      ar: `حواشٍ لا يُعرف صاحبها لم تُقارن: ${unnamed}`,
    });
  }
}

/** Figures to four places; `null` where one cannot be computed. */
function asJson({ report, unnamed }: Comparison): string {
  return JSON.stringify({ ...report, unnamed }, (_key, value: unknown) => {
    if (value === undefined) return null;
    return typeof value === 'number' ? Number(value.toFixed(4)) : value;
  });
}

export const agreeCommand: Command = {
  name: 'agree',
  operands: 'PATH…',
  summary: {
    en: 'Agreement between annotators: of one corpus by who made each annotation, or of several copies of it.',
    ar: 'الاتفاق بين أصحاب الحواشي: في مدونة واحدة بحسب صاحب كل حاشية، أو بين نسخ منها.',
  },
  options: { json: JSON_OPTION },
  run,
};
