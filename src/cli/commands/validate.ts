import { sortIssues } from '../../core/corpus/open';
import { validateCorpus } from '../../core/corpus/validate';
import { withoutDecided } from '../../core/detect/decided';
import type { Issue } from '../../core/model/issue';
import type { Command, Invocation } from '../command';
import { EXIT, JSON_OPTION, onlyPath, printFirstIssues, say } from '../command';
import { below, openPath } from '../corpusPath';
import { engineFor, enginePlanner } from '../engine';
import { progressOf } from '../progress';

async function run(invocation: Invocation): Promise<number> {
  const { io, switches } = invocation;
  const corpus = await openPath(io.files, onlyPath(invocation));
  const progress = progressOf(invocation);
  const engine = switches.has('no-suggestions')
    ? undefined
    : await engineFor(io, await enginePlanner(invocation)(corpus.config));
  const report = await validateCorpus({
    files: io.files,
    root: corpus.root,
    labels: corpus.config.labels,
    entries: corpus.entries,
    strays: corpus.strays,
    fix: switches.has('fix'),
    ...(engine === undefined
      ? {}
      : {
          undecided: ({ text, record }) => withoutDecided(engine.suggest(text), record).length,
        }),
    onProgress: progress,
  });
  const issues: readonly Issue[] = [
    ...corpus.issues,
    ...sortIssues(report.issues).map((issue) => below(corpus.root, issue)),
  ];
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const warnings = issues.filter(({ severity }) => severity === 'warning').length;
  const { articles, annotations, fixed } = report;
  if (switches.has('json')) {
    await io.stdout.write(
      `${JSON.stringify({ articles, annotations, fixed, issues: issues.map(asJson) })}\n`,
    );
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

/** Fixes by their titles: what they do is a matter of memory, not of files. */
function asJson({ fixes, ...issue }: Issue) {
  return fixes === undefined ? issue : { ...issue, fixes: fixes.map(({ title }) => title) };
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
        en: 'do what is safe: save annotations found at another place, take blanks and marks off the edges of spans, remove doubles',
        ar: 'إصلاح ما لا خلاف فيه: حفظ الحواشي التي وُجدت في موضع آخر، وحذف الفراغ والترقيم من أطرافها، وحذف المكرر',
      },
    },
    'no-suggestions': {
      description: {
        en: 'do not look for suggestions left open in articles that are done (faster)',
        ar: 'دون البحث عن اقتراحات باقية في المقالات المنجزة (أسرع)',
      },
    },
    json: JSON_OPTION,
  },
  run,
};
