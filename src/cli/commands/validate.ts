import { validateCorpus } from '../../core/corpus/validate';
import type { Issue } from '../../core/model/issue';
import type { Command, Invocation } from '../command';
import { EXIT, JSON_OPTION, onlyPath, printFirstIssues, progressOf, say } from '../command';
import { below, openPath } from '../corpusPath';

async function run(invocation: Invocation): Promise<number> {
  const { io, switches } = invocation;
  const corpus = await openPath(io.files, onlyPath(invocation));
  const progress = progressOf(invocation);
  const report = await validateCorpus({
    files: io.files,
    root: corpus.root,
    labels: corpus.config.labels,
    entries: corpus.entries,
    strays: corpus.strays,
    fix: switches.has('fix'),
    onProgress: progress,
  });
  const issues: readonly Issue[] = [
    ...corpus.issues,
    ...report.issues.map((issue) => below(corpus.root, issue)),
  ];
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const warnings = issues.filter(({ severity }) => severity === 'warning').length;
  const { articles, annotations, fixed } = report;
  if (switches.has('json')) {
    await io.stdout.write(`${JSON.stringify({ articles, annotations, fixed, issues })}\n`);
  } else {
    await printFirstIssues(invocation, issues);
    for (const path of fixed) await say(invocation, { en: `fixed ${path}`, ar: `أُصلح ${path}` });
    await say(invocation, {
      en: `${articles} articles, ${annotations} annotations: ${errors} errors, ${warnings} warnings`,
      ar: `المقالات ${articles}، الحواشي ${annotations}: الأخطاء ${errors}، التنبيهات ${warnings}`,
    });
  }
  if (report.unreadable || corpus.issues.some(({ code }) => code.endsWith('-unreadable'))) {
    return EXIT.unreadable;
  }
  return errors + warnings > 0 ? EXIT.problems : EXIT.done;
}

export const validateCommand: Command = {
  name: 'validate',
  operands: 'PATH',
  summary: {
    en: 'Check sidecars, anchors, labels and consistency; one issue a line on standard error (--json: all).',
    ar: 'فحص الملفات الجانبية والمواضع والوسوم والاتساق؛ مشكلة في كل سطر.',
  },
  options: {
    fix: {
      description: {
        en: 'save annotations whose words were found at another place',
        ar: 'حفظ الحواشي التي وُجدت كلماتها في موضع آخر',
      },
    },
    json: JSON_OPTION,
  },
  run,
};
