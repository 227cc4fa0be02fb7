import { resolve } from 'node:path';
import type { ExportReport, RenderAll } from '../../core/corpus/exportCorpus';
import { exportCorpus } from '../../core/corpus/exportCorpus';
import { joinPath } from '../../core/corpus/files';
import { manifestPieces } from '../../core/corpus/manifest';
import { loadConfig } from '../../core/corpus/open';
import type { Localized } from '../../core/model/issue';
import type { Command, Invocation } from '../command';
import {
  EXIT,
  JSON_OPTION,
  JOBS_OPTION,
  UsageError,
  jobsOf,
  onlyPath,
  printIssues,
  requiredValue,
  say,
} from '../command';
import { below, isFolder, portPath } from '../corpusPath';
import { progressOf } from '../progress';
import { chosenFormat, formatOptionSpecs } from '../formatOptions';

function seedOf({ values }: Invocation): number | undefined {
  const { seed } = values;
  if (seed === undefined) return undefined;
  if (!/^-?\d{1,15}$/.test(seed)) {
    throw new UsageError({ en: '--seed takes a whole number', ar: '‎--seed عدد صحيح' });
  }
  return Number(seed);
}

function lines(report: ExportReport, out: string): Localized[] {
  const { counts, notCarried, leftOut, files } = report.manifest;
  const all: Localized[] = [
    {
      en: `${counts.articles} articles, ${counts.entities} entities, ${counts.claims} claims → ${out} (${files.length} files and manifest.json)`,
      ar: `المقالات ${counts.articles}، الكيانات ${counts.entities}، الادعاءات ${counts.claims} ← ${out} (${files.length} ملفات مع manifest.json)`,
    },
  ];
  const parts = Object.entries(counts.bySplit).map(([name, { articles }]) => `${name} ${articles}`);
  if (parts.length > 0)
    all.push({ en: `split: ${parts.join(', ')}`, ar: `التقسيم: ${parts.join('، ')}` });
  if (leftOut.withoutAnnotations > 0) {
    const count = leftOut.withoutAnnotations;
    all.push({
      en: `left out: ${count} articles without annotations (--all takes them)`,
      ar: `تُركت ${count} من المقالات بلا حواشٍ (‎--all يأخذها)`,
    });
  }
  const losses = Object.entries(notCarried);
  if (losses.length > 0) {
    all.push({ en: 'not carried by the format:', ar: 'ما لم تنقله الصيغة:' });
    for (const [code, count] of losses) {
      const example = report.losses.find((loss) => loss.code === code)?.message;
      all.push({
        en: `  ${count} × ${code} (${example?.en ?? ''})`,
        ar: `  ${count} × ${code} (${example?.ar ?? ''})`,
      });
    }
  }
  return all;
}

/** The invocation with what a target of `hashiya.yaml` says; what the command line says goes before it. */
async function withTarget(invocation: Invocation, root: string): Promise<Invocation> {
  const { target: name, ...values } = invocation.values;
  if (name === undefined) return invocation;
  const { config } = await loadConfig(invocation.io.files, root);
  const target = Object.hasOwn(config.export, name) ? config.export[name] : undefined;
  if (target === undefined) {
    const known = Object.keys(config.export).join(', ') || '–';
    throw new UsageError({
      en: `hashiya.yaml has no export target '${name}'; there are ${known}`,
      ar: `ليس في hashiya.yaml هدف تصدير باسم '${name}'؛ المتاح: ${known}`,
    });
  }
  const { format, out, options } = target;
  const place = out === undefined ? {} : { out: joinPath(root, out) };
  return { ...invocation, values: { ...options, format, ...place, ...values } };
}

/** Renders in threads, where there are some and more than one is wanted. */
function renderAllOf(invocation: Invocation, format: string): RenderAll | undefined {
  const { threads } = invocation.io;
  const jobs = jobsOf(invocation);
  if (threads === undefined || jobs < 2) return undefined;
  return threads.render(format, jobs);
}

async function run(given: Invocation): Promise<number> {
  const root = portPath(onlyPath(given));
  const invocation = await withTarget(given, root);
  const { io, language, values, switches } = invocation;
  const { format, options } = chosenFormat(invocation);
  const out = portPath(requiredValue(invocation, 'out'));
  const seed = seedOf(invocation);
  if (resolve(root) === resolve(out)) {
    throw new UsageError({
      en: 'the export needs a folder of its own, not that of the corpus',
      ar: 'يلزم التصدير مجلد خاص به غير مجلد المدونة',
    });
  }
  if (!(await isFolder(io.files, root))) {
    const text = { en: 'not a folder that can be read', ar: 'ليس مجلدًا تمكن قراءته' }[language];
    await io.stderr.write(`hashiya: ${root}: ${text}\n`);
    return EXIT.unreadable;
  }
  const progress = progressOf(invocation);
  const { split } = values;
  const renderAll = renderAllOf(invocation, format.id);
  const report = await exportCorpus({
    files: io.files,
    root,
    out,
    format,
    options,
    ...(seed === undefined ? {} : { seed }),
    ...(split === undefined ? {} : { split }),
    articles: switches.has('all') ? 'all' : 'annotated',
    signal: io.catchInterrupt(),
    ...(renderAll === undefined ? {} : { renderAll }),
    onProgress: progress,
  });
  await printIssues(
    invocation,
    report.issues.map((issue) => below(root, issue)),
  );
  if (switches.has('losses'))
    await printIssues(
      invocation,
      report.losses.map((issue) => below(root, issue)),
    );
  if (report.outcome === 'refused') {
    return report.manifest.leftOut.unreadable.length > 0 ? EXIT.unreadable : EXIT.usage;
  }
  if (report.outcome === 'cancelled') {
    const text = { en: 'interrupted: nothing was exported', ar: 'قُطع التنفيذ: لم يُصدَّر شيء' };
    await io.stderr.write(`hashiya: ${text[language]}\n`);
    return EXIT.problems;
  }
  if (switches.has('json')) {
    for (const piece of manifestPieces(report.manifest, 'line')) await io.stdout.write(piece);
  } else for (const line of lines(report, out)) await say(invocation, line);
  const failed = report.issues.some(({ severity }) => severity === 'error');
  return failed ? EXIT.unreadable : EXIT.done;
}

export const exportCommand: Command = {
  name: 'export',
  operands: 'PATH --format ID --out DIR | PATH --target NAME',
  summary: {
    en: 'Write the annotated articles of a corpus in a format that other tools take.',
    ar: 'كتابة مقالات المدونة وحواشيها بصيغة تأخذها أدوات أخرى.',
  },
  options: {
    ...formatOptionSpecs(),
    target: {
      value: 'NAME',
      description: {
        en: 'format, folder and options of an export target of hashiya.yaml',
        ar: 'صيغة هدف تصدير في hashiya.yaml ومجلده وخياراته',
      },
    },
    out: { value: 'DIR', description: { en: 'folder of the export', ar: 'مجلد التصدير' } },
    split: {
      value: '80/10/10',
      description: {
        en: 'divide into train, dev and test (80/20: train and test; none; else as hashiya.yaml says)',
        ar: 'التقسيم إلى train وdev وtest (‏80/20: train وtest؛ none: بلا تقسيم؛ وإلا فكما في hashiya.yaml)',
      },
    },
    seed: {
      value: 'N',
      description: {
        en: 'seed of the split (of hashiya.yaml, or 0)',
        ar: 'بذرة التقسيم (من hashiya.yaml أو 0)',
      },
    },
    all: {
      description: {
        en: 'articles without a sidecar too',
        ar: 'المقالات التي بلا ملف جانبي أيضًا',
      },
    },
    losses: {
      description: {
        en: 'list each thing that the format cannot carry',
        ar: 'سرد كل ما لا تنقله الصيغة',
      },
    },
    jobs: JOBS_OPTION,
    json: JSON_OPTION,
  },
  run,
};
