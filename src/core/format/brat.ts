import type { ArticleExport, ExportArticle, ExportContext, OptionValues } from '../corpus/exporter';
import { compareStrings } from '../corpus/files';
import type { Issue } from '../model/issue';
import { annotationConf, visualConf } from './bratConf';
import { AnnFile, AnnReader } from './bratRead';
import { AnnWriter } from './bratWrite';
import type { Format, ImportFile, ImportResult } from './format';
import { RawText } from './lineEnds';
import { recordLosses, textFile, textLosses } from './loss';
import { safePath } from './paths';
import { RecordBuilder } from './recordBuilder';

/** Output path of an article without its extension: `a.txt` gives `a`, `a.md` gives `a.md`. */
function stemOf(path: string, context: ExportContext): string {
  const stem = path.replace(/\.txt$/i, '');
  return context.split === undefined ? stem : `${context.split}/${stem}`;
}

function article(
  exported: ExportArticle,
  _options: OptionValues,
  context: ExportContext,
): ArticleExport {
  const writer = new AnnWriter(exported);
  for (const annotation of exported.record.annotations) writer.add(annotation);
  const stem = stemOf(exported.path, context);
  return {
    artefacts: [
      { path: `${stem}.txt`, content: textFile(exported.text), mode: 'file' },
      { path: `${stem}.ann`, content: writer.toString(), mode: 'file' },
    ],
    losses: [
      ...textLosses(exported),
      ...writer.losses,
      ...recordLosses(exported, { status: true, rejected: true, orphans: true }),
    ],
  };
}

/** A text together with the `.ann` (or, in old corpora, `.a1` and `.a2`) files of its name. */
function group(paths: readonly string[]): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const path of [...paths].sort(compareStrings)) {
    const match = /^(.*)\.(txt|ann|a1|a2)$/i.exec(path);
    const stem = match?.[1];
    if (stem === undefined) continue;
    groups.set(stem, [...(groups.get(stem) ?? []), path]);
  }
  return [...groups.values()];
}

/** How many text-bound lines agree with the text when offsets are read over this view of it. */
function agreement(ann: AnnFile, view: RawText): number {
  let agreeing = 0;
  for (const { fragments, words } of ann.textBounds.values()) {
    const here = fragments.map((fragment) => {
      const { start, end } = view.toLf(fragment);
      return view.lf.slice(start, end);
    });
    if (here.join(' ') === words) agreeing += 1;
  }
  return agreeing;
}

function fail(file: string, code: string, en: string, ar: string): ImportResult {
  return { articles: [], issues: [{ code, severity: 'error', message: { en, ar }, file }] };
}

function read(files: readonly ImportFile[]): ImportResult {
  const text = files.find(({ path }) => /\.txt$/i.test(path));
  const standoff = files.filter((file) => file !== text);
  if (text === undefined) {
    const file = files[0]?.path ?? '';
    return fail(
      file,
      'brat-no-text',
      'there is no .txt beside this file',
      'لا ملف ‎.txt بجانب هذا الملف',
    );
  }
  const path = safePath(text.path.replace(/\.md\.txt$/i, '.md'));
  if (path === undefined) {
    return fail(text.path, 'unsafe-path', 'cannot be a file name here', 'لا يصلح اسم ملف هنا');
  }
  const raw = new RawText(text.content);
  const builder = new RecordBuilder(standoff[0]?.path ?? text.path, raw.lf);
  const ann = new AnnFile(standoff.map(({ content }) => content).join('\n'), builder);
  // brat itself counts carriage returns; tools that read text in Python do not. The words tell which.
  const plain = new RawText(raw.lf);
  const view = raw.changed && agreement(ann, raw) > agreement(ann, plain) ? raw : plain;
  new AnnReader(ann, view, builder).read();
  const issues: Issue[] = builder.issues;
  return { articles: [{ path, text: raw.lf, record: builder.build() }], issues };
}

/** Standoff files of the brat rapid annotation tool: a `.txt` and an `.ann` for each article. */
export const brat: Format = {
  id: 'brat',
  name: { en: 'brat standoff', ar: 'ملفات brat' },
  options: [
    {
      id: 'names',
      values: ['ar', 'en'],
      default: 'ar',
      description: {
        en: 'language of the label names that people read',
        ar: 'لغة أسماء الوسوم التي يقرؤها الناس',
      },
    },
  ],
  article,
  finish: (options, context, usage) => [
    { path: 'annotation.conf', content: annotationConf(context, usage), mode: 'file' },
    {
      path: 'visual.conf',
      content: visualConf(context, options['names'] === 'en' ? 'en' : 'ar'),
      mode: 'file',
    },
  ],
  group,
  read,
};
