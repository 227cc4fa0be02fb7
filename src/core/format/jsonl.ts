import type { ArticleExport, ExportArticle, ExportContext, OptionValues } from '../corpus/exporter';
import type { Status } from '../model/annotation';
import { STATUSES } from '../model/annotation';
import type { Issue, Localized } from '../model/issue';
import { OffsetUnits } from '../text/units';
import { mapAnnotation, mapRejection } from './codePoints';
import type { Format, ImportFile, ImportResult, ImportedArticle } from './format';
import { asList, field, isObject, parseJson, stringField } from './json';
import type { JsonObject } from './json';
import { annotationJson, readAnnotation, readSpan, rejectionJson } from './jsonlRecord';
import { RawText } from './lineEnds';
import { articlePath, baseName, eachAlone, withoutExtension } from './paths';
import { RecordBuilder } from './recordBuilder';
import { emptyParts, sharedFile } from './sharedFile';

function article(
  { path, text, record }: ExportArticle,
  _options: OptionValues,
  context: ExportContext,
): ArticleExport {
  const units = new OffsetUnits(text);
  const toCodePoints = units.spanToCodePoints.bind(units);
  const line = {
    hashiya: 1,
    path,
    unit: 'codepoint',
    status: record.status,
    text,
    annotations: record.annotations.map((one) => annotationJson(one, toCodePoints)),
    rejected: record.rejected.map((r) => rejectionJson(mapRejection(r, toCodePoints))),
    orphans: record.orphans.map((one) => annotationJson(one)),
  };
  const content = `${JSON.stringify(line)}\n`;
  return {
    artefacts: [{ path: sharedFile(context, 'jsonl'), content, mode: 'append' }],
    losses: [],
  };
}

function problem(code: string, message: Localized, file: string, line: number): Issue {
  return { code, severity: 'error', message, file, line };
}

function readRecord(value: JsonObject, builder: RecordBuilder, view: RawText, line: number): void {
  const toLf = view.toLf.bind(view);
  const quoteAt = (start: number, end: number): string => {
    const place = toLf({ start, end });
    return view.lf.slice(place.start, place.end);
  };
  for (const [at, item] of asList(field(value, 'annotations')).entries()) {
    const annotation = readAnnotation(item, `a${at + 1}`, quoteAt);
    if (annotation !== undefined) builder.add(mapAnnotation(annotation, toLf), line, annotation);
    else {
      builder.report(
        'annotation-unreadable',
        {
          en: `annotation ${at + 1} lacks a label or whole-number offsets; left out`,
          ar: `الحاشية ${at + 1} بلا وسم أو بلا مواضع صحيحة؛ تُركت`,
        },
        { line, severity: 'error' },
      );
    }
  }
  for (const item of asList(field(value, 'rejected'))) {
    const found = readSpan(item, quoteAt);
    const label = isObject(item) ? stringField(item, 'label') : undefined;
    if (found === undefined || label === undefined) continue;
    builder.reject(mapRejection({ label, ...found }, toLf));
  }
  for (const [at, item] of asList(field(value, 'orphans')).entries()) {
    const orphan = readAnnotation(item, `o${at + 1}`, () => '');
    if (orphan !== undefined) builder.addOrphan(orphan);
  }
}

function readLine(
  source: string,
  file: string,
  line: number,
): { article?: ImportedArticle; issues: readonly Issue[] } {
  const parsed = parseJson(source);
  const value = parsed?.value;
  const raw = isObject(value) ? stringField(value, 'text') : undefined;
  if (!isObject(value) || raw === undefined) {
    const message =
      parsed === undefined
        ? { en: 'not valid JSON', ar: 'ليس JSON صالحًا' }
        : { en: 'not an object with a "text"', ar: 'ليس كائنًا فيه "text"' };
    return { issues: [problem('jsonl-line-unreadable', message, file, line)] };
  }
  const named = stringField(value, 'path') ?? `${withoutExtension(baseName(file))}-${line}.txt`;
  const path = articlePath(named);
  if (path === undefined) {
    const message = {
      en: `the path ${JSON.stringify(named)} leads out of the folder or cannot be a file name`,
      ar: `المسار ${JSON.stringify(named)} يخرج من المجلد أو لا يصلح اسم ملف`,
    };
    return { issues: [problem('unsafe-path', message, file, line)] };
  }
  const view = new RawText(raw);
  const text = view.lf;
  const builder = new RecordBuilder(file, text);
  readRecord(value, builder, view, line);
  const status = STATUSES.find((known): known is Status => known === stringField(value, 'status'));
  return { article: { path, text, record: builder.build(status) }, issues: builder.issues };
}

function read(files: readonly ImportFile[]): ImportResult {
  const articles: ImportedArticle[] = [];
  const issues: Issue[] = [];
  for (const { path, content, linesBefore = 0 } of files) {
    for (const [at, source] of content.split('\n').entries()) {
      if (source.trim() === '') continue;
      const one = readLine(source, path, linesBefore + at + 1);
      if (one.article !== undefined) articles.push(one.article);
      issues.push(...one.issues);
    }
  }
  return { articles, issues };
}

/** Our own exchange form: one article a line, with everything that its sidecar holds. */
export const jsonl: Format = {
  id: 'jsonl',
  name: { en: 'Hashiya JSONL', ar: 'JSONL حاشية' },
  options: [],
  start: (_options, context) => emptyParts(context, 'jsonl'),
  article,
  group: (paths) => eachAlone(paths, /\.jsonl$/i),
  hasLines: () => true,
  read,
};
