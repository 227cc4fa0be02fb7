import type { Files } from '../core/corpus/files';
import { joinPath } from '../core/corpus/files';
import type { Format, PlaceInFile } from '../core/format/format';
import { decodeUtf8 } from '../core/text/articleText';
import { documentPieces } from './documentPieces';
import { inputLines } from './io';

/** Whole lines of a file; plain data. */
export interface FilePiece {
  readonly path: string;
  /** UTF-8, or what should be; without the last line feed. */
  readonly bytes: Uint8Array;
  /** How many lines of the file come before. */
  readonly linesBefore: number;
  /** Where it holds whole documents: its place among them. */
  readonly within?: PlaceInFile;
}

/** What is read at a time: files by groups that belong together, or a piece of one; plain data. */
export type ImportInput =
  { readonly groups: readonly (readonly string[])[] } | { readonly piece: FilePiece };

/** So many groups make one input. */
const GROUPS = 16;
/** A piece ends with the line that reaches so many bytes, or before the next document from there on. */
const PIECE = 1 << 20;

/**
 * The files of an import, in order. Those with an article a line come in pieces, and so do large ones of many
 * documents, so that one file may be larger than memory.
 */
export async function* importInputs(
  files: Files,
  root: string,
  format: Format,
  groups: readonly (readonly string[])[],
): AsyncGenerator<ImportInput> {
  let waiting: (readonly string[])[] = [];
  for (const group of groups) {
    const [path, ...more] = group;
    const open = path !== undefined && more.length === 0 ? opener(files, root, path) : undefined;
    const pieces = open && (await piecesOf(files, root, open, path ?? '', format));
    if (pieces !== undefined) {
      if (waiting.length > 0) yield { groups: waiting };
      waiting = [];
      yield* told(pieces, path ?? '');
    } else if (waiting.push(group) === GROUPS) {
      yield { groups: waiting };
      waiting = [];
    }
  }
  if (waiting.length > 0) yield { groups: waiting };
}

type Open = () => AsyncIterable<Uint8Array>;

function opener(files: Files, root: string, path: string): Open | undefined {
  return files.readPieces?.bind(files, joinPath(root, path));
}

/** A file that cannot be read is left to whoever reads it whole, and says so. */
async function hasLines(open: Open, format: Format): Promise<boolean> {
  if (format.hasLines === undefined) return false;
  try {
    for await (const { bytes } of inputLines(open())) {
      const { text, invalidAt } = decodeUtf8(bytes);
      if (invalidAt !== undefined) return false;
      if (text.trim() !== '') return format.hasLines(text.replace(/^\uFEFF/, ''));
    }
  } catch {
    return false;
  }
  return false;
}

/** The pieces of a file, undefined where it is to be read whole. */
async function piecesOf(
  files: Files,
  root: string,
  open: Open,
  path: string,
  format: Format,
): Promise<AsyncGenerator<FilePiece> | undefined> {
  if (await hasLines(open, format)) return linePieces(open, path);
  if (format.documents === undefined) return undefined;
  try {
    const size = (await files.size?.(joinPath(root, path))) ?? 0;
    return size <= PIECE ? undefined : await documentPieces(open, path, format.documents, PIECE);
  } catch {
    return undefined;
  }
}

async function* linePieces(open: Open, path: string): AsyncGenerator<FilePiece> {
  let lines: Uint8Array[] = [];
  let size = 0;
  let linesBefore = 0;
  const piece = (): FilePiece => ({ path, linesBefore, bytes: Buffer.concat(lines.slice(0, -1)) });
  const feed = Uint8Array.of(10);
  for await (const { bytes } of inputLines(open())) {
    lines.push(bytes, feed);
    size += bytes.length;
    if (size < PIECE) continue;
    yield piece();
    linesBefore += lines.length / 2;
    lines = [];
    size = 0;
  }
  if (lines.length > 0) yield piece();
}

async function* told(pieces: AsyncGenerator<FilePiece>, path: string): AsyncGenerator<ImportInput> {
  try {
    for await (const piece of pieces) yield { piece };
  } catch {
    // The same error comes when it is read whole, and is told of there.
    yield { groups: [[path]] };
  }
}
