import type { ArticleRecord } from '../model/annotation';
import { EMPTY_RECORD } from '../model/annotation';
import type { Issue, Localized } from '../model/issue';
import { openSidecar } from '../sidecar/bind';
import { readSidecar } from '../sidecar/read';
import type { Sidecar } from '../sidecar/sidecar';
import type { Encoding, TextProblem } from '../text/articleText';
import { decodeArticle, decodeUtf8 } from '../text/articleText';
import type { Files } from './files';
import { joinPath } from './files';
import { folderOf, liesBelow } from './inside';
import type { ArticleEntry } from './walk';
import { SIDECAR_SUFFIX } from './walk';

export interface LoadedArticle {
  /** Relative to the corpus root, with `/`. */
  readonly path: string;
  /** LF line ends, no BOM. */
  readonly text: string;
  readonly encoding: Encoding;
  /** Spans in UTF-16 over `text`; empty where there is no sidecar. */
  readonly record: ArticleRecord;
  readonly sidecar?: Sidecar;
  /** Ids of annotations that stand elsewhere than the sidecar says. */
  readonly moved: readonly string[];
}

/** Either the article, or why it cannot be used; a malformed sidecar is never taken as none. */
export type Load =
  | { readonly ok: true; readonly article: LoadedArticle; readonly issues: readonly Issue[] }
  | {
      readonly ok: false;
      readonly why: 'unreadable' | 'malformed-sidecar';
      readonly issues: readonly Issue[];
    };

function unreadable(file: string, error: unknown): Load {
  const why = error instanceof Error ? error.message : String(error);
  const message = { en: `cannot be read: ${why}`, ar: `لا يمكن قراءته: ${why}` };
  return {
    ok: false,
    why: 'unreadable',
    issues: [{ code: 'file-unreadable', severity: 'error', message, file }],
  };
}

function leadsOut(file: string): Issue {
  const message = {
    en: 'a symbolic link that leads out of the corpus: it is neither read nor written',
    ar: 'وصلة رمزية تقود إلى خارج المدونة: لا تُقرأ ولا يُكتب فيها',
  };
  return { code: 'link-outside', severity: 'error', message, file };
}

const PROBLEMS: Readonly<Record<TextProblem['code'], Localized>> = {
  'invalid-utf-8': {
    en: 'some bytes are not UTF-8; U+FFFD stands for them',
    ar: 'بعض البايتات ليست UTF-8؛ حل محلها U+FFFD',
  },
  'decoded-as-windows-1256': { en: 'read as windows-1256', ar: 'قُرئ بترميز windows-1256' },
  'decoded-as-iso-8859-6': { en: 'read as ISO 8859-6', ar: 'قُرئ بترميز ISO 8859-6' },
  'decoded-as-utf-16': { en: 'read as UTF-16', ar: 'قُرئ بترميز UTF-16' },
  'truncated-utf-16': {
    en: 'UTF-16 with half a unit at the end',
    ar: 'ترميز UTF-16 ينقصه نصف وحدة في آخره',
  },
  'nul-character': { en: 'holds a NUL character', ar: 'فيه محرف NUL' },
};

function encodingIssues(file: string, problems: readonly TextProblem[]): Issue[] {
  return problems.map(({ code }) => ({
    code,
    severity: 'warning',
    message: PROBLEMS[code],
    file,
  }));
}

/** Reads an article and its sidecar, and finds every annotation in the text. Issues name paths below `root`. */
export async function loadArticle(
  files: Files,
  root: string,
  { path, hasSidecar, isLink }: ArticleEntry,
): Promise<Load> {
  let bytes: Uint8Array;
  try {
    bytes = await files.read(joinPath(root, path));
  } catch (error) {
    return unreadable(path, error);
  }
  const { text, encoding, issues: problems } = decodeArticle(bytes);
  const issues = encodingIssues(path, problems);
  const bare = { path, text, encoding, record: EMPTY_RECORD, moved: [] };
  if (!hasSidecar) return { ok: true, article: bare, issues };
  const sidecarPath = path + SIDECAR_SUFFIX;
  const place = joinPath(root, sidecarPath);
  if (isLink === true && !(await liesBelow(files, place, root, folderOf(place)))) {
    return { ok: false, why: 'unreadable', issues: [leadsOut(sidecarPath)] };
  }
  let source: string;
  try {
    source = await readUtf8(files, place);
  } catch (error) {
    return unreadable(sidecarPath, error);
  }
  const read = readSidecar(source, sidecarPath);
  issues.push(...read.issues);
  if (!read.ok) return { ok: false, why: 'malformed-sidecar', issues };
  const opened = openSidecar(text, read.value);
  issues.push(...opened.issues.map((issue) => ({ file: sidecarPath, ...issue })));
  const { record, moved } = opened;
  return { ok: true, article: { ...bare, record, sidecar: read.value, moved }, issues };
}

/**
 * A file of ours as text, with its own line ends and BOM. Rejects where it is not UTF-8: read with
 * replacement characters and written again, it would be damaged.
 */
export async function readUtf8(files: Files, path: string): Promise<string> {
  const { text, invalidAt } = decodeUtf8(await files.read(path));
  if (invalidAt !== undefined) throw new Error(`not UTF-8 (byte ${invalidAt})`);
  return text;
}
