import { pathTest, type Wildcard } from './wildcards';

/** All patterns of a list together, with their braces opened, in UTF-16: a hundred times what is needed. */
const MOST_CHARACTERS = 5000;

/** `{a,b}` opened into its alternatives, nested ones too; undefined when they are more than is sensible. */
function openBraces(patterns: readonly string[]): readonly string[] | undefined {
  const closed = [...patterns].reverse();
  const opened: string[] = [];
  let size = 0;
  for (let pattern = closed.pop(); pattern !== undefined; pattern = closed.pop()) {
    const match = /\{([^{}]*)\}/.exec(pattern);
    if (match === null) {
      opened.push(pattern);
      size += pattern.length;
    } else {
      const before = pattern.slice(0, match.index);
      const after = pattern.slice(match.index + match[0].length);
      const alternatives = (match[1] ?? '').split(',');
      size += alternatives.length;
      for (const one of alternatives.reverse()) closed.push(before + one + after);
    }
    if (size > MOST_CHARACTERS) return undefined;
  }
  return opened;
}

function pieces(pattern: string): Wildcard[] {
  return pattern
    .split(/(\*\*\/|\*\*|\*|\?)/)
    .filter((piece) => piece !== '')
    .map((piece): Wildcard => {
      if (piece === '**/') return { kind: 'folders' };
      if (piece === '**') return { kind: 'all' };
      if (piece === '*') return { kind: 'some' };
      return piece === '?' ? { kind: 'one' } : { kind: 'text', text: piece };
    });
}

/** Whether a list of patterns is of a size that can be used. */
export function isUsable(patterns: readonly string[]): boolean {
  return patterns.join('').length <= MOST_CHARACTERS && openBraces(patterns) !== undefined;
}

/**
 * A test for paths with `/` against patterns with `*`, `?`, `**` and `{a,b}`. A pattern without `/`
 * matches a name at any depth; one that matches a folder takes in all below it. Patterns that are not
 * `isUsable` match nothing.
 */
export function globMatcher(patterns: readonly string[]): (path: string) => boolean {
  const trimmed = patterns
    .map((pattern) => pattern.replace(/^\.?\//, '').replace(/\/$/, ''))
    .filter((pattern) => pattern !== '');
  const opened = isUsable(trimmed) ? (openBraces(trimmed) ?? []) : [];
  if (opened.length === 0) return () => false;
  const paths = pathTest(
    opened.map((pattern) => pieces(pattern.includes('/') ? pattern : `**/${pattern}`)),
    true,
  );
  return (path) => paths.match(path) !== undefined;
}
