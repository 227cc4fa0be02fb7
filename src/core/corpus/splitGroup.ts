/**
 * What keeps articles in one part: `file` (each by itself), `folder`, or a pattern of paths in which
 * `{group}` stands for the part of the name that counts, as in `{group}-*.txt` or `news/{group}_*`.
 */
export type GroupBy = string;

const FIELD = '{group}';

/** Whether it is one of the two words or holds the field just once. */
export function isGroupBy(text: string): boolean {
  return text === 'file' || text === 'folder' || text.split(FIELD).length === 2;
}

/** The group of an article; one that the pattern does not fit is a group by itself. */
export function groupOf(path: string, groupBy: GroupBy): string {
  if (groupBy === 'file') return path;
  if (groupBy === 'folder') return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : path;
  return matcherOf(groupBy).exec(path)?.[1] ?? path;
}

/**
 * `*` and the field stand for anything but `/`, `**` for anything. A pattern without `/` is held against
 * the name of the file. Every wildcard takes as little as it can.
 */
function matcherOf(pattern: string): RegExp {
  const source = pattern
    .split(/(\{group\}|\*\*\/?|\*)/)
    .map((piece) => {
      if (piece === FIELD) return '([^/]+?)';
      if (piece === '**/') return '(?:[^/]*/)*?';
      if (piece === '**') return '.*?';
      return piece === '*' ? '[^/]*?' : piece.replace(/[.+?^$()|[\]\\{}]/g, '\\$&');
    })
    .join('');
  return new RegExp(`${pattern.includes('/') ? '^' : '(?:^|/)'}${source}$`, 'su');
}
