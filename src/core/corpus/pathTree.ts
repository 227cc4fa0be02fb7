import { compareStrings } from './files';

/** What stands directly below a folder. */
export interface FolderContent {
  readonly folders: readonly { readonly path: string; readonly articles: number }[];
  /** Paths of the articles. */
  readonly articles: readonly string[];
}

/** Just after every string that begins with the prefix. */
const AFTER = '\uffff';

/**
 * The content of a folder, from all paths in code-unit order; `''` is the root. Whole folders are stepped
 * over, so that the cost is what is shown, not what the corpus has.
 */
export function folderContent(paths: readonly string[], folder: string): FolderContent {
  const prefix = folder === '' ? '' : `${folder}/`;
  const folders: { path: string; articles: number }[] = [];
  const articles: string[] = [];
  const end = folder === '' ? paths.length : firstFrom(paths, prefix + AFTER, 0);
  for (let at = folder === '' ? 0 : firstFrom(paths, prefix, 0); at < end;) {
    const path = paths[at] ?? '';
    const slash = path.indexOf('/', prefix.length);
    if (slash === -1) {
      articles.push(path);
      at += 1;
      continue;
    }
    const next = firstFrom(paths, path.slice(0, slash + 1) + AFTER, at);
    folders.push({ path: path.slice(0, slash), articles: next - at });
    at = next;
  }
  return { folders, articles };
}

/** Index of the first path that is not before `value`. */
function firstFrom(paths: readonly string[], value: string, from: number): number {
  let low = from;
  let high = paths.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareStrings(paths[middle] ?? '', value) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
