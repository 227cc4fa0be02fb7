import { compareStrings } from '../corpus/files';

const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;

/**
 * A path from a foreign file made safe to write below a folder: `/` between parts, no way up, no
 * absolute path or drive letter, no control character. Undefined where it is none of that.
 */
export function safePath(path: string): string | undefined {
  const parts = path.replaceAll('\\', '/').split('/');
  if (parts[0] === '' || /^[A-Za-z]:/.test(path)) return undefined;
  const kept = parts.filter((part) => part !== '' && part !== '.');
  if (kept.length === 0) return undefined;
  for (const part of kept) {
    if (part === '..' || /[\u0000-\u001f\u007f<>:"|?*]/.test(part)) return undefined;
    if (RESERVED.test(part) || /[. ]$/.test(part) || part.length > 200) return undefined;
  }
  return kept.join('/');
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A path without the extension of its last part. */
export function withoutExtension(path: string): string {
  const name = baseName(path);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? path : path.slice(0, path.length - name.length + dot);
}

/** The article path for a document name that may lack an extension. */
export function articlePath(name: string): string | undefined {
  const safe = safePath(name);
  if (safe === undefined) return undefined;
  return /\.(txt|md)$/i.test(safe) ? safe : `${safe}.txt`;
}

/** One group for each JSON file that is not the manifest of an export. */
export function eachJson(paths: readonly string[]): string[][] {
  return eachAlone(paths, /\.jsonl?$/i).filter(
    ([path = '']) => baseName(path).toLowerCase() !== 'manifest.json',
  );
}

/** One group for each path that `wanted` accepts, in order. */
export function eachAlone(paths: readonly string[], wanted: RegExp): string[][] {
  return paths
    .filter((path) => wanted.test(path))
    .sort(compareStrings)
    .map((path) => [path]);
}
