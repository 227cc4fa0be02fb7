import type { ArticleRecord } from '../model/annotation';
import { EMPTY_RECORD } from '../model/annotation';
import type { Issue } from '../model/issue';
import { toSidecarData } from '../sidecar/bind';
import { writeSidecar } from '../sidecar/write';
import { BusyError, brokenLock, busy, exclusively } from './exclusive';
import type { Files } from './files';
import { joinPath } from './files';
import type { LoadedArticle } from './load';
import { loadArticle } from './load';
import { SIDECAR_SUFFIX } from './walk';

/** The article as it is now and whether its sidecar was written; or why nothing was. */
export type Changed =
  | {
      readonly ok: true;
      readonly article: LoadedArticle;
      readonly wrote: boolean;
      readonly issues: readonly Issue[];
    }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Reads the article and its sidecar and writes what `change` makes of the record, while no other program
 * writes there: what one saved since the caller last looked is read, not overwritten. `change` is to be
 * quick; a record that is the same is not written.
 */
export async function changeRecord(
  files: Files,
  root: string,
  path: string,
  change: (article: LoadedArticle) => ArticleRecord | Promise<ArticleRecord>,
): Promise<Changed> {
  const file = path + SIDECAR_SUFFIX;
  const place = joinPath(root, file);
  const task = async (brokeLock: boolean): Promise<Changed> => {
    const hasSidecar = await files.exists(place);
    const load = await loadArticle(files, root, { path, hasSidecar, isLink: hasSidecar });
    const issues = [...(brokeLock ? [brokenLock(file)] : []), ...load.issues];
    if (!load.ok) return { ok: false, issues };
    const record = await change(load.article);
    const wrote = await saveRecord(files, place, load.article, record);
    return { ok: true, article: { ...load.article, record }, wrote, issues };
  };
  try {
    return await exclusively(files, place, task);
  } catch (error) {
    if (!(error instanceof BusyError)) throw error;
    return { ok: false, issues: [busy(file)] };
  }
}

/** Writes a record to the article's sidecar at `place`, if that changes anything; answers whether it did. */
async function saveRecord(
  files: Files,
  place: string,
  { path, text, sidecar }: LoadedArticle,
  record: ArticleRecord,
): Promise<boolean> {
  if (sidecar === undefined && record === EMPTY_RECORD) return false;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const source = writeSidecar(sidecar, toSidecarData(text, name, record, sidecar?.data));
  if (source === sidecar?.source) return false;
  await files.write(place, source);
  return true;
}
