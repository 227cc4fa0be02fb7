import type { Issue, Localized } from '../model/issue';
import type { ImportFile, ImportResult, ImportedArticle } from './format';
import type { JsonObject } from './json';
import { isObject, parseJson, stringField } from './json';
import { RawText } from './lineEnds';
import { articlePath, baseName, withoutExtension } from './paths';
import { RecordBuilder } from './recordBuilder';
import { SIDE_KEY, SideReader } from './sideData';

/** One object of a file of objects. */
export interface Row {
  readonly value: unknown;
  /** The line that it starts at. */
  readonly line: number;
  /** Its place in the file, from 1: that of its line, or in the list that the file is. */
  readonly number: number;
  /** Whether the line is JSON at all. */
  readonly valid: boolean;
}

/** Whether a file that begins with this line, blank ones left aside, has an object a line. */
export function hasRowLines(first: string): boolean {
  return !first.trimStart().startsWith('[') && parseJson(first) !== undefined;
}

/** The objects of a file, or of a piece of one: a line each, or the whole file as one object or one list. */
export function rowsOf({ content, linesBefore }: Omit<ImportFile, 'path'>): readonly Row[] {
  const lines = content.split('\n');
  const first = lines.find((line) => line.trim() !== '') ?? '';
  const isWhole = linesBefore === undefined && !hasRowLines(first);
  const whole = isWhole ? parseJson(content) : undefined;
  if (whole !== undefined) {
    const values: readonly unknown[] = Array.isArray(whole.value) ? whole.value : [whole.value];
    return values.map((value, at) => ({ value, line: 1, number: at + 1, valid: true }));
  }
  return lines.flatMap((source, at) => {
    if (source.trim() === '') return [];
    const parsed = parseJson(source);
    const line = (linesBefore ?? 0) + at + 1;
    return [{ value: parsed?.value, line, number: line, valid: parsed !== undefined }];
  });
}

/** A row with its text, open for the spans that the format finds in it. */
export interface OpenRow {
  readonly value: JsonObject;
  readonly builder: RecordBuilder;
  readonly view: RawText;
  readonly side: SideReader;
  readonly line: number;
}

export interface RowFormat {
  /** Begins the codes of the issues. */
  readonly id: string;
  text(value: JsonObject): string | undefined;
  /** The article's path where the row says it outside our own data. */
  path?(value: JsonObject): string | undefined;
  /** Reads the row's annotations into its builder. */
  read(row: OpenRow): void;
  /** Our own data where it does not stand in the row itself. */
  side?(value: JsonObject): unknown;
}

function problem(code: string, message: Localized, file: string, line: number): Issue {
  return { code, severity: 'error', message, file, line };
}

function readRow(
  format: RowFormat,
  { value, line, number, valid }: Row,
  file: string,
): { article?: ImportedArticle; issues: readonly Issue[] } {
  const raw = isObject(value) ? format.text(value) : undefined;
  if (!isObject(value) || raw === undefined) {
    const message = valid
      ? { en: 'not an object with a text', ar: 'ليس كائنًا فيه نص' }
      : { en: 'not valid JSON', ar: 'ليس JSON صالحًا' };
    return { issues: [problem(`${format.id}-row-unreadable`, message, file, line)] };
  }
  const side = new SideReader(format.side === undefined ? value[SIDE_KEY] : format.side(value));
  const stated = side.path ?? format.path?.(value);
  const named = stated ?? `${withoutExtension(baseName(file))}-${number}.txt`;
  const path = articlePath(named);
  if (path === undefined) {
    const message = {
      en: `the path ${JSON.stringify(named)} leads out of the folder or cannot be a file name`,
      ar: `المسار ${JSON.stringify(named)} يخرج من المجلد أو لا يصلح اسم ملف`,
    };
    return { issues: [problem('unsafe-path', message, file, line)] };
  }
  const view = new RawText(raw);
  const builder = new RecordBuilder(file, view.lf);
  format.read({ value, builder, view, side, line });
  side.addRest(builder, view);
  const article = { path, text: view.lf, record: builder.build(side.status) };
  return { article, issues: builder.issues };
}

/** Every row of the files an article; rows that cannot be read are issues with file and line. */
export function readRows(format: RowFormat, files: readonly ImportFile[]): ImportResult {
  const articles: ImportedArticle[] = [];
  const issues: Issue[] = [];
  for (const { path, ...piece } of files) {
    for (const row of rowsOf(piece)) {
      const one = readRow(format, row, path);
      if (one.article !== undefined) articles.push(one.article);
      issues.push(...one.issues);
    }
  }
  return { articles, issues };
}

/** Links that say something which has no place in a record. */
export function reportForeignLinks(id: string, { builder, line }: OpenRow, count: number): void {
  if (count === 0) return;
  builder.report(
    `${id}-relation-not-carried`,
    {
      en: `${count} relations between spans have no place here; left out`,
      ar: `لا مكان هنا للعلاقات بين المديات (${count})؛ تُركت`,
    },
    { line },
  );
}

/** The value under `key` as text, where it is text. */
export function textUnder(value: JsonObject, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const text = stringField(value, key);
    if (text !== undefined) return text;
  }
  return undefined;
}
