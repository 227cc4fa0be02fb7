import type { DocumentLines } from '../core/format/format';
import { decodeUtf8 } from '../core/text/articleText';
import type { FilePiece } from './importInputs';

/** Where a piece begins. */
interface Cut {
  /** Bytes, lines and documents of the file that come before. */
  readonly bytes: number;
  readonly lines: number;
  readonly documents: number;
}

/**
 * A file of many documents in pieces of whole ones, each of at least `size` bytes but the last. The file is
 * read twice: first to see where documents begin and what must be known of all to read one. Undefined
 * where it is not UTF-8, which is to be told of the whole; rejects where it cannot be read.
 */
export async function documentPieces(
  open: () => AsyncIterable<Uint8Array>,
  path: string,
  lines: DocumentLines,
  size: number,
): Promise<AsyncGenerator<FilePiece> | undefined> {
  const survey = lines.survey();
  const cuts: Cut[] = [{ bytes: 0, lines: 0, documents: 0 }];
  let linesBefore = 0;
  let bytesBefore = 0;
  for await (const block of blocks(open())) {
    const { text, invalidAt } = decodeUtf8(block);
    if (invalidAt !== undefined) return undefined;
    let start = 0;
    const written = text.endsWith('\n') ? text.slice(0, -1) : text;
    for (const line of text === '' ? [] : written.split('\n')) {
      if (lines.begins(line)) {
        const bytes = bytesBefore + Buffer.byteLength(text.slice(0, start));
        const isFull = bytes - (cuts.at(-1)?.bytes ?? 0) >= size;
        if (isFull) cuts.push({ bytes, lines: linesBefore, documents: survey.documents });
      }
      survey.add(linesBefore === 0 ? line.replace(/^\uFEFF/, '') : line);
      linesBefore += 1;
      start += line.length + 1;
    }
    bytesBefore += block.length;
  }
  const { documents, tagColumn } = survey;
  const whole = { documents, tagColumn };
  const pieceAt = (
    { lines: linesBefore, documents: before }: Cut,
    bytes: Uint8Array,
  ): FilePiece => ({
    ...{ path, bytes, linesBefore, within: { before, whole } },
  });
  return cutAt(open, cuts, pieceAt);
}

/** Whole lines of a stream of bytes, some at a time; only the very last may lack its line feed. */
async function* blocks(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  for await (const chunk of stream) {
    const end = chunk.lastIndexOf(10) + 1;
    if (end > 0) {
      yield Buffer.concat([...held, chunk.subarray(0, end)]);
      held = [];
    }
    held.push(chunk.subarray(end));
  }
  yield Buffer.concat(held);
}

async function* cutAt(
  open: () => AsyncIterable<Uint8Array>,
  [first, ...rest]: readonly Cut[],
  pieceAt: (cut: Cut, bytes: Uint8Array) => FilePiece,
): AsyncGenerator<FilePiece> {
  if (first === undefined) return;
  let begun = first;
  let held: Uint8Array[] = [];
  let before = 0;
  for await (let chunk of open()) {
    for (
      let next = rest[0];
      next !== undefined && next.bytes - before <= chunk.length;
      next = rest[0]
    ) {
      held.push(chunk.subarray(0, next.bytes - before));
      yield pieceAt(begun, Buffer.concat(held));
      chunk = chunk.subarray(next.bytes - before);
      [held, before, begun] = [[], next.bytes, next];
      rest.shift();
    }
    held.push(chunk);
    before += chunk.length;
  }
  yield pieceAt(begun, Buffer.concat(held));
}
