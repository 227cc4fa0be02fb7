import type { ArticleExport, ExportArticle, ExportContext, OptionValues } from '../corpus/exporter';
import type { Issue } from '../model/issue';
import type { Format, ImportFile, ImportResult, ImportedArticle } from './format';
import { articleIssue, recordLosses, textLosses } from './loss';
import { articlePath, eachAlone } from './paths';
import { TsvReader } from './webannoTsv3Read';
import { TsvWriter } from './webannoTsv3Write';

function article(
  exported: ExportArticle,
  _options: OptionValues,
  context: ExportContext,
): ArticleExport {
  const writer = new TsvWriter(exported);
  const path = context.split === undefined ? exported.path : `${context.split}/${exported.path}`;
  const spaces = writer.textChanges
    ? [
        articleIssue(exported, 'webanno-tsv3-text-changed', {
          en: 'white space before the first token comes back as spaces; a text without tokens is not carried',
          ar: 'الفراغ قبل أول كلمة يعود مسافات؛ ولا يُنقل نص بلا كلمات',
        }),
      ]
    : [];
  return {
    artefacts: [{ path: `${path}.tsv`, content: writer.toString(), mode: 'file' }],
    losses: [
      ...textLosses(exported),
      ...spaces,
      ...writer.losses,
      ...recordLosses(exported, { status: true, rejected: true, orphans: true }),
    ],
  };
}

function fail(file: string, code: string, en: string, ar: string): Issue {
  return { code, severity: 'error', message: { en, ar }, file };
}

function readOne(file: ImportFile): { article?: ImportedArticle; issues: readonly Issue[] } {
  const name = file.path.replace(/\.tsv$/i, '');
  const path = articlePath(name);
  if (path === undefined) {
    const issue = fail(
      file.path,
      'unsafe-path',
      'cannot be a file name here',
      'لا يصلح اسم ملف هنا',
    );
    return { issues: [issue] };
  }
  if (!/^#FORMAT=WebAnno TSV 3\./.test(file.content)) {
    const issue = fail(
      file.path,
      'webanno-tsv3-unreadable',
      'does not begin with #FORMAT=WebAnno TSV 3',
      'لا يبدأ بالسطر #FORMAT=WebAnno TSV 3',
    );
    return { issues: [issue] };
  }
  const reader = new TsvReader(file);
  reader.read();
  const { builder } = reader;
  return {
    article: { path, text: builder.text, record: builder.build() },
    issues: builder.issues,
  };
}

function read(files: readonly ImportFile[]): ImportResult {
  const results = files.map(readOne);
  return {
    articles: results.flatMap((one) => (one.article === undefined ? [] : [one.article])),
    issues: results.flatMap(({ issues }) => issues),
  };
}

/** WebAnno TSV 3.3, the exchange file of WebAnno and INCEpTION. */
export const webannoTsv3: Format = {
  id: 'webanno-tsv3',
  name: { en: 'WebAnno TSV 3.3', ar: 'جدول ويب أنو 3.3' },
  options: [],
  article,
  group: (paths) => eachAlone(paths, /\.tsv$/i),
  read,
};
