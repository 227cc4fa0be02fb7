const SPECIAL = /[.+^$()|[\]\\]/g;

/** `{a,b}` opened into its alternatives, nested ones too. */
function openBraces(pattern: string): string[] {
  const match = /\{([^{}]*)\}/.exec(pattern);
  if (match === null) return [pattern];
  const before = pattern.slice(0, match.index);
  const after = pattern.slice(match.index + match[0].length);
  return (match[1] ?? '').split(',').flatMap((one) => openBraces(before + one + after));
}

function source(pattern: string): string {
  return pattern
    .split(/(\*\*\/|\*\*|\*|\?)/)
    .map((piece) => {
      if (piece === '**/') return '(?:[^/]*/)*';
      if (piece === '**') return '.*';
      if (piece === '*') return '[^/]*';
      if (piece === '?') return '[^/]';
      return piece.replace(SPECIAL, '\\$&').replace(/[{}]/g, '\\$&');
    })
    .join('');
}

/**
 * A test for paths with `/` against patterns with `*`, `?`, `**` and `{a,b}`. A pattern without `/`
 * matches a name at any depth; one that matches a folder takes in all below it.
 */
export function globMatcher(patterns: readonly string[]): (path: string) => boolean {
  const sources = patterns
    .map((pattern) => pattern.replace(/^\.?\//, '').replace(/\/$/, ''))
    .filter((pattern) => pattern !== '')
    .flatMap(openBraces)
    .map((pattern) => source(pattern.includes('/') ? pattern : `**/${pattern}`));
  if (sources.length === 0) return () => false;
  const whole = new RegExp(`^(?:${sources.join('|')})(?:/.*)?$`, 'su');
  return (path) => whole.test(path);
}
