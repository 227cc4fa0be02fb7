import type { Files } from '../core/corpus/files';
import { joinPath } from '../core/corpus/files';
import type { Format } from '../core/format/format';
import { decodeUtf8 } from '../core/text/articleText';
import { inputLines } from './io';

/** Whole lines of a file; plain data. */
export interface FilePiece {
  readonly path: string;
  /** UTF-8, or what should be; without the last line feed. */
  readonly bytes: Uint8Array;
  /** How many lines of the file come before. */
  readonly linesBefore: number;
}

/** What is read at a time: files by groups that belong together, or a piece of one; plain data. */
export type ImportInput =
  { readonly groups: readonly (readonly string[])[] } | { readonly piece: FilePiece };

/** So many groups make one input. */
const GROUPS = 16;
/** A piece ends with the line that reaches so many bytes. */
const PIECE = 1 << 20;

/**
 * The files of an import, in order. Those with an article a line come in pieces, so that one file may be larger
 * than memory.
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
    if (open !== undefined && (await hasLines(open, format))) {
      if (waiting.length > 0) yield { groups: waiting };
      waiting = [];
      yield* piecesOf(open, path ?? '');
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

async function* piecesOf(open: Open, path: string): AsyncGenerator<ImportInput> {
  let lines: Uint8Array[] = [];
  let size = 0;
  let linesBefore = 0;
  const piece = (): ImportInput => ({
    piece: { path, linesBefore, bytes: Buffer.concat(lines.slice(0, -1)) },
  });
  const feed = Uint8Array.of(10);
  try {
    for await (const { bytes } of inputLines(open())) {
      lines.push(bytes, feed);
      size += bytes.length;
      if (size < PIECE) continue;
      yield piece();
      linesBefore += lines.length / 2;
      lines = [];
      size = 0;
    }
  } catch {
    // The same error comes when it is read whole, and is told of there.
    yield { groups: [[path]] };
    return;
  }
  if (lines.length > 0) yield piece();
}
