import type { Localized } from '../model/issue';
import { decodeArticle, decodeUtf8 } from '../text/articleText';
import type { Exporter } from './exporter';
import type { Files, Hash, OutputStream } from './files';
import { hashOf, joinPath, newHash, openOutput, removeLeftovers } from './files';
import { FileList } from './fileList';
import { folderOf, liesBelow } from './inside';
import type { FileEntry, Manifest } from './manifest';
import { manifestPieces } from './manifest';
import type { Piece } from './renderBatch';
import { MANIFEST_NAME, isOwnManifest } from './walk';
import { toUtf8 } from '../text/utf8';

/** Why an export may not go where it was told to. */
export class OutputRefused extends Error {
  constructor(readonly reason: Localized) {
    super(reason.en);
  }
}

/** A file that articles share, with the width of every piece written so far. */
interface Shared {
  readonly stream: OutputStream;
  readonly widths: number[];
  hash: Hash;
  bytes: number;
}

/**
 * The folder of one export. Files that it did not write are never overwritten; those of an earlier
 * export in the same format are replaced, and what is left over from it is removed where its checksum
 * shows that nobody changed it. Files appear whole or not at all.
 */
export class OutputFolder {
  private readonly written = new FileList();
  /** Paths below `root` that were not there before. */
  private readonly created: string[] = [];
  private readonly shared = new Map<string, Shared>();
  /** Folders that were looked at: where they are, and for what a killed export left. */
  private readonly entered = new Set<string>();

  private constructor(
    private readonly files: Files,
    readonly root: string,
    /** Files of the earlier export by path; undefined where there was none. */
    private readonly earlier: ReadonlyMap<string, string> | undefined,
    /** Whether the earlier export was cut short, so that its list of files does not say all. */
    private readonly broken: boolean,
    private readonly isNew: boolean,
    /** The manifest of the earlier export as it stands. */
    private readonly before?: string,
  ) {}

  static async open(files: Files, root: string, format: string): Promise<OutputFolder> {
    const path = joinPath(root, MANIFEST_NAME);
    await removeLeftovers(files, root);
    if (!(await files.exists(path))) {
      const isNew = !(await files.exists(root)) && (await isEmpty(files, root));
      return new OutputFolder(files, root, undefined, false, isNew);
    }
    const source = decodeArticle(await files.read(path)).text;
    const manifest = isOwnManifest(source) ? readManifest(source) : undefined;
    if (manifest === undefined) {
      throw new OutputRefused({
        en: `${path} is not the manifest of an export by this tool`,
        ar: `${path} ليس بيان تصدير كتبته هذه الأداة`,
      });
    }
    if (manifest.format !== format) {
      throw new OutputRefused({
        en: `${root} holds an export in the format ${manifest.format}; give each format a folder of its own`,
        ar: `في ${root} تصدير بصيغة ${manifest.format}؛ اجعل لكل صيغة مجلدًا`,
      });
    }
    return new OutputFolder(files, root, manifest.files, !manifest.complete, false, source);
  }

  get entries(): readonly FileEntry[] {
    return [...this.written];
  }

  async put(piece: Piece): Promise<void> {
    if (piece.mode === 'append') await this.append(piece);
    else await this.file(piece);
  }

  /** Writes the manifest that marks the export as running, so that a later one may clean up after it. */
  async mark(manifest: Manifest): Promise<void> {
    if (this.earlier === undefined) this.created.push(MANIFEST_NAME);
    await this.writeManifest(manifest);
  }

  async writeManifest(manifest: Manifest): Promise<void> {
    const stream = await openOutput(this.files, joinPath(this.root, MANIFEST_NAME));
    try {
      for (const piece of manifestPieces(manifest)) await stream.write(toUtf8(piece));
      await stream.commit();
    } catch (error) {
      await stream.discard();
      throw error;
    }
  }

  /** Puts the shared files in place, each in one width, and removes what the earlier export left over. */
  async commit(widen: Exporter['widen']): Promise<void> {
    for (const [path, shared] of this.shared) {
      if (widen !== undefined) await this.evenOut(shared, widen);
      await shared.stream.commit();
      this.written.add({ path, bytes: shared.bytes, sha256: shared.hash.hex() });
    }
    this.shared.clear();
    for (const [path, checksum] of this.earlier ?? []) {
      if (!this.written.has(path)) await this.removeUnchanged(path, checksum);
    }
  }

  private async evenOut(shared: Shared, widen: NonNullable<Exporter['widen']>): Promise<void> {
    const { widths, stream } = shared;
    const widest = widths.reduce((most, width) => Math.max(most, width), 0);
    if (widths.every((width) => width === widest)) return;
    shared.hash = newHash(this.files);
    shared.bytes = 0;
    await stream.rewrite((piece, at) => {
      const width = widths[at] ?? widest;
      const wide = width === widest ? piece : toUtf8(widen(decodeUtf8(piece).text, width, widest));
      shared.hash.update(wide);
      shared.bytes += wide.length;
      return wide;
    });
  }

  /** After a cancel or an error: no half file, and nothing that was not there before. */
  async discard(): Promise<void> {
    for (const { stream } of this.shared.values()) await stream.discard();
    this.shared.clear();
    for (const path of this.created) await this.files.remove(joinPath(this.root, path));
    // As long as none of its files was replaced, the earlier export is whole.
    if (this.before !== undefined && this.written.size === 0)
      await this.files.write(joinPath(this.root, MANIFEST_NAME), this.before);
    for (const folder of this.foldersMade()) await this.files.removeEmptyFolder?.(folder);
  }

  /** Folders that hold created files, the inner ones first; the output folder only where it is new. */
  private foldersMade(): string[] {
    const folders = new Set<string>(this.isNew ? [this.root] : []);
    for (const path of this.created) {
      for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
        folders.add(joinPath(this.root, path.slice(0, end)));
      }
    }
    return [...folders].sort((a, b) => b.length - a.length);
  }

  private async file({ path, bytes }: Piece): Promise<void> {
    if (this.written.has(path)) {
      throw new OutputRefused({
        en: `two articles would both become ${path}`,
        ar: `مقالان يصيران كلاهما ${path}`,
      });
    }
    const { full, fresh } = await this.claim(path);
    await (this.files.put?.(full, bytes, fresh) ?? this.files.write(full, bytes));
    this.written.add({ path, bytes: bytes.length, sha256: hashOf(this.files, bytes) });
  }

  private async append({ path, bytes, width }: Piece): Promise<void> {
    let shared = this.shared.get(path);
    if (shared === undefined) {
      const stream = await openOutput(this.files, (await this.claim(path)).full);
      shared = { stream, widths: [], hash: newHash(this.files), bytes: 0 };
      this.shared.set(path, shared);
    }
    if (bytes.length === 0) return;
    shared.hash.update(bytes);
    shared.bytes += bytes.length;
    shared.widths.push(width);
    await shared.stream.write(bytes);
  }

  /**
   * The full path, and whether nothing stands there, after making sure that writing there destroys nothing
   * of anybody else's.
   */
  private async claim(path: string): Promise<{ readonly full: string; readonly fresh: boolean }> {
    const full = joinPath(this.root, path);
    if (path === MANIFEST_NAME)
      throw new OutputRefused({
        en: 'an article may not be named manifest.json',
        ar: 'لا يجوز أن يسمى مقال manifest.json',
      });
    await this.enter(folderOf(full));
    const ours = this.broken || this.earlier?.has(path) === true;
    // In a folder that is new nothing can be in the way.
    const there = !this.isNew && (await this.files.exists(full));
    if (there && ours && !(await liesBelow(this.files, full, this.root))) throw leadsOut(full);
    if (there && !ours) {
      throw new OutputRefused({
        en: `${full} exists already and is not overwritten`,
        ar: `${full} موجود من قبل ولا يُكتب فوقه`,
      });
    }
    if (!there) this.created.push(path);
    return { full, fresh: !there };
  }

  /** Before the first file is put into a folder: it must not be a link to elsewhere. */
  private async enter(folder: string): Promise<void> {
    if (this.isNew || this.entered.has(folder)) return;
    this.entered.add(folder);
    const inside = folder === this.root || (await liesBelow(this.files, folder, this.root));
    if (!inside) throw leadsOut(folder);
    if (this.broken) await removeLeftovers(this.files, folder);
  }

  private async removeUnchanged(path: string, checksum: string): Promise<void> {
    const full = joinPath(this.root, path);
    if (!(await this.files.exists(full))) return;
    if (hashOf(this.files, await this.files.read(full)) === checksum) await this.files.remove(full);
  }
}

function leadsOut(path: string): OutputRefused {
  return new OutputRefused({
    en: `${path} is a link that leads out of the folder of the export`,
    ar: `${path} وصلة تقود إلى خارج مجلد التصدير`,
  });
}

/** Some ports know folders by the files in them alone. */
async function isEmpty(files: Files, folder: string): Promise<boolean> {
  const entries = await files.list(folder).catch(() => []);
  return entries.length === 0;
}

function readManifest(
  source: string,
): { format: string; complete: boolean; files: ReadonlyMap<string, string> } | undefined {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return undefined;
  }
  const { format, complete, files } = value as Record<string, unknown>;
  if (typeof format !== 'string' || !Array.isArray(files)) return undefined;
  const known = new Map<string, string>();
  for (const file of files as unknown[]) {
    const { path, sha256: checksum } = (file ?? {}) as Record<string, unknown>;
    if (typeof path !== 'string' || typeof checksum !== 'string') continue;
    // The list was on disk, where anyone may have changed it: it may not point out of the folder.
    if (path.split('/').some((part) => part === '..' || part === '')) continue;
    known.set(path, checksum);
  }
  return { format, complete: complete === true, files: known };
}
