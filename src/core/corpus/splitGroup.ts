import { pathTest, type PathTest, type Wildcard } from './wildcards';

/**
 * What keeps articles in one part: `file` (each by itself), `folder`, or a pattern of paths in which
 * `{group}` stands for the part of the name that counts, as in `{group}-*.txt` or `news/{group}_*`.
 */
export type GroupBy = string;

const FIELD = '{group}';

/** In UTF-16. */
const LONGEST = 1000;

/** Whether it is one of the two words or holds the field just once. */
export function isGroupBy(text: string): boolean {
  if (text === 'file' || text === 'folder') return true;
  return text.length <= LONGEST && text.split(FIELD).length === 2;
}

/** The group of an article; one that the pattern does not fit is a group by itself. */
export function groupOf(path: string, groupBy: GroupBy): string {
  if (groupBy === 'file') return path;
  if (groupBy === 'folder') return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : path;
  return matcherOf(groupBy).match(path)?.field ?? path;
}

/**
 * `*` and the field stand for anything but `/`, `**` for anything. A pattern without `/` is held against
 * the name of the file. Every wildcard takes as little as it can.
 */
function matcherOf(pattern: string): PathTest {
  const pieces = pattern
    .split(/(\{group\}|\*\*\/?|\*)/)
    .filter((piece) => piece !== '')
    .map((piece): Wildcard => {
      if (piece === FIELD) return { kind: 'field' };
      if (piece === '**/') return { kind: 'folders' };
      if (piece === '**') return { kind: 'all' };
      return piece === '*' ? { kind: 'some' } : { kind: 'text', text: piece };
    });
  return pathTest([pattern.includes('/') ? pieces : [{ kind: 'folders' }, ...pieces]], false);
}
