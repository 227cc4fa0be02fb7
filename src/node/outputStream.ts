import type { OutputStream } from '../core/corpus/files';
import type { Replacement } from './replace';
import { abandon, beginReplacing, finishReplacing, naming } from './replace';

const BUFFERED = 1 << 18;

/** Writes piece by piece, gathering small ones. */
class Pieces {
  readonly sizes: number[] = [];
  private waiting: Uint8Array[] = [];
  private size = 0;

  constructor(private readonly replacement: Replacement) {}

  async write(piece: Uint8Array): Promise<void> {
    this.sizes.push(piece.length);
    this.waiting.push(piece);
    this.size += piece.length;
    if (this.size >= BUFFERED) await this.flush();
  }

  async flush(): Promise<void> {
    const [only, ...more] = this.waiting;
    const content = only !== undefined && more.length === 0 ? only : Buffer.concat(this.waiting);
    this.waiting = [];
    this.size = 0;
    const { handle, target } = this.replacement;
    if (content.length > 0) await naming(target, () => handle.appendFile(content));
  }
}

/** A stream into a file that stands under its name when all of it is there. */
export async function openStream(path: string): Promise<OutputStream> {
  let replacement = await beginReplacing(path);
  let pieces = new Pieces(replacement);
  let over = false;
  return {
    write: (piece) => pieces.write(piece),
    async rewrite(change) {
      await pieces.flush();
      const again = await beginReplacing(path);
      const changed = new Pieces(again);
      try {
        await copyPieces(replacement, pieces.sizes, changed, change);
      } catch (error) {
        await abandon(again);
        throw error;
      }
      await abandon(replacement);
      [replacement, pieces] = [again, changed];
    },
    async commit() {
      await pieces.flush();
      await finishReplacing(replacement);
      over = true;
    },
    async discard() {
      if (!over) await abandon(replacement);
      over = true;
    },
  };
}

async function copyPieces(
  from: Replacement,
  sizes: readonly number[],
  to: Pieces,
  change: Parameters<OutputStream['rewrite']>[0],
): Promise<void> {
  let at = 0;
  for (const [index, size] of sizes.entries()) {
    const piece = Buffer.alloc(size);
    const { bytesRead } = await from.handle.read(piece, 0, size, at);
    if (bytesRead !== size) throw new Error(`${from.temporary} was cut short`);
    await to.write(change(piece, index));
    at += size;
  }
}
