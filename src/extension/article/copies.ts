import { FileType, RelativePattern, Uri, window, workspace, type Disposable } from 'vscode';
import { sha256 } from '../../core/sidecar/hash';
import { readSidecar } from '../../core/sidecar/read';
import type { Sidecar } from '../../core/sidecar/sidecar';
import { updateSidecar } from '../../core/sidecar/write';
import { decodeArticle } from '../../core/text/articleText';
import { t } from '../l10n/l10n';
import {
  exclusively,
  fileName,
  readDisk,
  reasonOf,
  sidecarUri,
  writeAtomically,
} from './sidecarFile';

/** Longer files are taken for no article, in bytes. */
const MAX_BYTES = 8_000_000;
/** At most so many sidecars are looked at, those beside the new file first. */
const MOST = 5000;

/**
 * A copy of an article comes without the annotations, which are in a file of their own: those of the
 * article with the same text are offered to it. Nothing is written unasked, and never over a sidecar.
 */
export function offerToCopies(onFailed: (reason: string) => void): Disposable {
  return workspace.onDidCreateFiles(async ({ files }) => {
    for (const file of files) {
      const failure = await offer(file).catch(reasonOf);
      if (failure !== undefined) onFailed(t('copy.failed', fileName(file), failure));
    }
  });
}

async function offer(copy: Uri): Promise<string | undefined> {
  const hash = await textHash(copy);
  const original = hash === undefined ? undefined : await originalOf(copy, hash);
  if (original === undefined) return undefined;
  const { data } = original;
  const take = t('copy.take');
  const question = t('copy.offer', fileName(copy), data.article.file, data.annotations.length);
  if ((await window.showInformationMessage(question, take, t('init.notNow'))) !== take) {
    return undefined;
  }
  return takeOver(copy, original);
}

/** Of the text as sidecars note it; undefined for what is no file, empty or too long. */
async function textHash(file: Uri): Promise<string | undefined> {
  const { type, size } = await workspace.fs.stat(file);
  if (type !== FileType.File || size === 0 || size > MAX_BYTES) return undefined;
  return sha256(decodeArticle(await workspace.fs.readFile(file)).text);
}

/** The nearest sidecar with annotations whose text is the copy's. */
async function originalOf(copy: Uri, hash: string): Promise<Sidecar | undefined> {
  const own = sidecarUri(copy);
  if ((await readDisk(own)).kind !== 'absent') return undefined;
  const beside = new RelativePattern(Uri.joinPath(copy, '..'), '*.ann.yaml');
  const seen = new Set<string>();
  for (const pattern of [beside, '**/*.ann.yaml']) {
    for (const uri of await workspace.findFiles(pattern, null, MOST)) {
      if (seen.has(uri.path)) continue;
      seen.add(uri.path);
      const disk = await readDisk(uri);
      if (disk.kind !== 'present' || !disk.source.includes(hash)) continue;
      const read = readSidecar(disk.source, fileName(uri));
      const fits = read.ok && read.value.data.article.sha256 === hash;
      if (fits && read.value.data.annotations.length > 0) return read.value;
    }
  }
  return undefined;
}

/** Writes the sidecar's like for the copy, comments and unknown keys with it. Answers why not. */
function takeOver(copy: Uri, original: Sidecar): Promise<string | undefined> {
  const own = sidecarUri(copy);
  const { data } = original;
  const article = { ...data.article, file: fileName(copy) };
  const { source } = updateSidecar(original, { ...data, article });
  return exclusively(own, async () => {
    if ((await readDisk(own)).kind !== 'absent') return t('copy.meanwhile', fileName(own));
    await writeAtomically(own, source);
    return undefined;
  });
}
