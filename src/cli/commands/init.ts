import { joinPath } from '../../core/corpus/files';
import { configTemplate } from '../../core/corpus/template';
import { CONFIG_NAME } from '../../core/corpus/walk';
import type { Command, Invocation } from '../command';
import { EXIT, onlyPath, say, UsageError } from '../command';
import { portPath } from '../corpusPath';

async function run(invocation: Invocation): Promise<number> {
  const { io, values, language } = invocation;
  const labels = values['labels'] ?? 'wojood';
  if (labels !== 'wojood' && labels !== 'conll') {
    throw new UsageError({
      en: '--labels takes wojood or conll',
      ar: '‎--labels إما wojood وإما conll',
    });
  }
  const path = joinPath(portPath(onlyPath(invocation)), CONFIG_NAME);
  if (await io.files.exists(path)) {
    await io.stderr.write(
      `hashiya: ${{ en: `${path} is there already`, ar: `الملف ${path} موجود من قبل` }[language]}\n`,
    );
    return EXIT.problems;
  }
  const annotator = values['annotator'];
  const choice = { language, labels, ...(annotator === undefined ? {} : { annotator }) } as const;
  await io.files.write(path, configTemplate(choice));
  await say(invocation, { en: `wrote ${path}`, ar: `كُتب ${path}` });
  return EXIT.done;
}

export const initCommand: Command = {
  name: 'init',
  operands: 'PATH',
  summary: {
    en: 'Start a corpus: write a hashiya.yaml with comments that explain it; one that is there stays as it is.',
    ar: 'بدء مدونة: كتابة hashiya.yaml مع شرح ما فيه؛ وإن كان موجودا بقي كما هو.',
  },
  options: {
    labels: {
      value: 'wojood|conll',
      description: { en: 'label set (wojood)', ar: 'مجموعة الوسوم (wojood)' },
    },
    annotator: {
      value: 'NAME',
      description: { en: 'name that stands in annotations', ar: 'الاسم الذي يُكتب في الحواشي' },
    },
  },
  run,
};
