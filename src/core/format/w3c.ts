import type { ArticleExport, ExportArticle, ExportContext, OptionValues } from '../corpus/exporter';
import { compareStrings } from '../corpus/files';
import type { Status } from '../model/annotation';
import { STATUSES } from '../model/annotation';
import type { Issue, Localized } from '../model/issue';
import type { Format, ImportFile, ImportResult, ImportedArticle } from './format';
import type { JsonObject } from './json';
import { isObject, parseJson, stringField } from './json';
import { RawText } from './lineEnds';
import { recordLosses, textFile, textLosses } from './loss';
import { baseName, safePath } from './paths';
import { RecordBuilder } from './recordBuilder';
import { PageReader, annotationsIn, sourceOf } from './w3cRead';
import { PageWriter } from './w3cWrite';

function article(
  exported: ExportArticle,
  _options: OptionValues,
  context: ExportContext,
): ArticleExport {
  const path = context.split === undefined ? exported.path : `${context.split}/${exported.path}`;
  const page = new PageWriter(exported, path).page();
  return {
    artefacts: [
      { path, content: textFile(exported.text), mode: 'file' },
      { path: `${path}.jsonld`, content: `${JSON.stringify(page, undefined, 1)}\n`, mode: 'file' },
    ],
    losses: [...textLosses(exported), ...recordLosses(exported, { rejected: true, orphans: true })],
  };
}

const PAGE = /\.(jsonld|json)$/i;
const TEXT = /\.(txt|md)$/i;

/** The text that a page is named after: `a.txt` for `a.txt.jsonld` and for `a.jsonld`. */
function textFor(page: string, texts: ReadonlySet<string>): string | undefined {
  const stem = page.replace(PAGE, '');
  return [stem, `${stem}.txt`, `${stem}.md`].find((path) => texts.has(path));
}

/** A text with the pages that are named after it; other pages by themselves, to be reported. */
function group(paths: readonly string[]): readonly (readonly string[])[] {
  const sorted = [...paths].sort(compareStrings);
  const texts = new Set(sorted.filter((path) => TEXT.test(path)));
  const groups = new Map<string, string[]>();
  for (const path of texts) groups.set(path, [path]);
  for (const path of sorted) {
    if (!PAGE.test(path) || baseName(path) === 'manifest.json') continue;
    const text = textFor(path, texts);
    if (text === undefined) groups.set(path, [path]);
    else groups.get(text)?.push(path);
  }
  return [...groups.values()];
}

function issue(code: string, file: string, message: Localized): Issue {
  return { code, severity: 'error', message, file };
}

/** Whether a target's source may be this text: the same file name, whatever stands before it. */
function isAbout(source: string | undefined, path: string): boolean {
  if (source === undefined) return true;
  const name = baseName(source.replace(/[?#].*$/, ''));
  let decoded = name;
  try {
    decoded = decodeURIComponent(name);
  } catch {
    // A stray percent sign: the name is taken as it is written.
  }
  return decoded === baseName(path) || name === baseName(path);
}

function readPage(page: ImportFile, text: ImportFile | undefined, issues: Issue[]): JsonObject[] {
  const parsed = parseJson(page.content);
  if (parsed === undefined) {
    const message = { en: 'not valid JSON', ar: 'ليس JSON صالحًا' };
    issues.push(issue('w3c-unreadable', page.path, message));
    return [];
  }
  const found = annotationsIn(parsed.value);
  if (text === undefined) {
    const sources = [...new Set(found.map(sourceOf))].filter((one) => one !== undefined);
    const about = sources.length === 0 ? '' : ` (${sources.join(', ')})`;
    issues.push(
      issue('w3c-no-text', page.path, {
        en: `the annotated text${about} is not among the files; put it beside, named after the page`,
        ar: `النص المعلَّق عليه${about} ليس بين الملفات؛ ضعه بجانبها باسم الصفحة`,
      }),
    );
    return [];
  }
  const about = found.filter((one) => isAbout(sourceOf(one), text.path));
  if (about.length < found.length) {
    const count = found.length - about.length;
    issues.push(
      issue('w3c-other-source', page.path, {
        en: `${count} annotations are about another source; left out`,
        ar: `${count} من الحواشي على مصدر آخر؛ تُركت`,
      }),
    );
  }
  return about;
}

function statusIn(page: ImportFile | undefined): Status | undefined {
  const value = page && parseJson(page.content)?.value;
  if (!isObject(value)) return undefined;
  return STATUSES.find(
    (status): status is Status => status === stringField(value, 'hashiya:status'),
  );
}

function read(files: readonly ImportFile[]): ImportResult {
  const text = files.find(({ path }) => TEXT.test(path));
  const pages = files.filter((file) => file !== text);
  const issues: Issue[] = [];
  const articles: ImportedArticle[] = [];
  const found = pages.flatMap((page) => readPage(page, text, issues));
  if (text !== undefined) {
    const path = safePath(text.path);
    if (path === undefined) {
      const message = { en: 'cannot be a file name here', ar: 'لا يصلح اسم ملف هنا' };
      return { articles, issues: [...issues, issue('unsafe-path', text.path, message)] };
    }
    const builder = new RecordBuilder(pages[0]?.path ?? text.path, new RawText(text.content).lf);
    const reader = new PageReader(builder);
    for (const [at, value] of found.entries()) reader.add(value, at + 1);
    issues.push(...builder.issues);
    articles.push({ path, text: builder.text, record: builder.build(statusIn(pages[0])) });
  }
  return { articles, issues };
}

/** W3C Web Annotation Data Model in JSON-LD: the text, and a page of annotations beside it. */
export const w3c: Format = {
  id: 'w3c',
  name: { en: 'W3C Web Annotation', ar: 'حواشي الويب W3C' },
  options: [],
  article,
  group,
  read,
};
