import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { decodeArticle } from '../text/articleText';
import type { Artefact } from './exporter';
import type { Files, OutputStream } from './files';
import { joinPath, openOutput } from './files';
import type { FileEntry } from './manifest';
import { MANIFEST_NAME, isOwnManifest } from './walk';

/** Why an export may not go where it was told to. */
export class OutputRefused extends Error {}

interface Shared {
  readonly stream: OutputStream;
  readonly hash: ReturnType<typeof sha256.create>;
  bytes: number;
}

/**
 * The folder of one export. Files that it did not write are never overwritten; those of an earlier
 * export in the same format are replaced, and what is left over from it is removed where its checksum
 * shows that nobody changed it. Files appear whole or not at all.
 */
export class OutputFolder {
  private readonly written = new Map<string, FileEntry>();
  private readonly created: string[] = [];
  private readonly shared = new Map<string, Shared>();

  private constructor(
    private readonly files: Files,
    readonly root: string,
    /** Files of the earlier export by path; undefined where there was none. */
    private readonly earlier: ReadonlyMap<string, string> | undefined,
    /** Whether the earlier export was cut short, so that its list of files does not say all. */
    private readonly broken: boolean,
    private readonly isNew: boolean,
  ) {}

  static async open(files: Files, root: string, format: string): Promise<OutputFolder> {
    const path = joinPath(root, MANIFEST_NAME);
    if (!(await files.exists(path))) {
      return new OutputFolder(files, root, undefined, false, !(await files.exists(root)));
    }
    const source = decodeArticle(await files.read(path)).text;
    const manifest = isOwnManifest(source) ? readManifest(source) : undefined;
    if (manifest === undefined) {
      throw new OutputRefused(`${path} is not the manifest of an export by this tool`);
    }
    if (manifest.format !== format) {
      throw new OutputRefused(
        `${root} holds an export in the format ${manifest.format}; give each format a folder of its own`,
      );
    }
    return new OutputFolder(files, root, manifest.files, !manifest.complete, false);
  }

  get entries(): readonly FileEntry[] {
    return [...this.written.values()];
  }

  async put(artefact: Artefact): Promise<void> {
    if (artefact.mode === 'append') await this.append(artefact);
    else await this.file(artefact);
  }

  /** Writes the manifest that marks the export as running, so that a later one may clean up after it. */
  async mark(manifest: string): Promise<void> {
    const path = joinPath(this.root, MANIFEST_NAME);
    if (this.earlier === undefined) this.created.push(path);
    await this.files.write(path, manifest);
  }

  /** Puts the shared files in place and removes what the earlier export left over. */
  async commit(): Promise<void> {
    for (const [path, { stream, hash, bytes }] of this.shared) {
      await stream.commit();
      this.written.set(path, { path, bytes, sha256: bytesToHex(hash.digest()) });
    }
    this.shared.clear();
    for (const [path, checksum] of this.earlier ?? []) {
      if (!this.written.has(path)) await this.removeUnchanged(path, checksum);
    }
  }

  /** After a cancel or an error: no half file, and nothing that was not there before. */
  async discard(): Promise<void> {
    for (const { stream } of this.shared.values()) await stream.discard();
    this.shared.clear();
    for (const path of this.created) await this.files.remove(path);
    for (const folder of this.foldersMade()) await this.files.removeEmptyFolder?.(folder);
  }

  /** Folders that hold created files, the inner ones first; the output folder only where it is new. */
  private foldersMade(): string[] {
    const folders = new Set<string>(this.isNew ? [this.root] : []);
    for (const path of this.created) {
      let end = path.lastIndexOf('/');
      for (; end > this.root.length; end = path.lastIndexOf('/', end - 1)) {
        folders.add(path.slice(0, end));
      }
    }
    return [...folders].sort((a, b) => b.length - a.length);
  }

  private async file({ path, content }: Artefact): Promise<void> {
    if (this.written.has(path)) throw new OutputRefused(`two articles would both become ${path}`);
    const bytes = utf8ToBytes(content);
    const target = await this.claim(path);
    await this.files.write(target, bytes);
    this.written.set(path, { path, bytes: bytes.length, sha256: bytesToHex(sha256(bytes)) });
  }

  private async append({ path, content }: Artefact): Promise<void> {
    let shared = this.shared.get(path);
    if (shared === undefined) {
      const stream = await openOutput(this.files, await this.claim(path));
      shared = { stream, hash: sha256.create(), bytes: 0 };
      this.shared.set(path, shared);
    }
    if (content === '') return;
    const bytes = utf8ToBytes(content);
    shared.hash.update(bytes);
    shared.bytes += bytes.length;
    await shared.stream.write(content);
  }

  /** The full path, after making sure that writing there destroys nothing of anybody else's. */
  private async claim(path: string): Promise<string> {
    const full = joinPath(this.root, path);
    if (path === MANIFEST_NAME)
      throw new OutputRefused('an article may not be named manifest.json');
    const ours = this.broken || this.earlier?.has(path) === true;
    const there = await this.files.exists(full);
    if (there && !ours) throw new OutputRefused(`${full} exists already and is not overwritten`);
    if (!there) this.created.push(full);
    return full;
  }

  private async removeUnchanged(path: string, checksum: string): Promise<void> {
    const full = joinPath(this.root, path);
    if (!(await this.files.exists(full))) return;
    if (bytesToHex(sha256(await this.files.read(full))) === checksum) await this.files.remove(full);
  }
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
