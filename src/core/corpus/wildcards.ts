/** A piece of a pattern: a wildcard, the field that is asked for, or text that stands for itself. */
export type Wildcard =
  | { readonly kind: 'text'; readonly text: string }
  /** Anything but `/`: `one` character, `some`, or `field`, which is at least one and is captured. */
  | { readonly kind: 'one' | 'some' | 'field' }
  /** Anything at all. */
  | { readonly kind: 'all' }
  /** Any number of folders, each with its `/`; also none. */
  | { readonly kind: 'folders' };

const SLASH = 47;

/** One state: takes a character and goes on, has two ways to go on, marks a place, or is the end. */
type Step =
  | { readonly does: 'take'; readonly what: number | 'name' | 'any'; next: number }
  | { readonly does: 'choose'; first: number; second: number }
  | { readonly does: 'mark'; readonly edge: 'start' | 'end'; readonly next: number }
  | { readonly does: 'end' };

/** What a path was found to be: with the captured field, where the pattern has one. */
export interface Match {
  readonly field?: string;
}

/** Finds the first way in which a path fits, every wildcard as short as it can be; undefined for none. */
export interface PathTest {
  match(path: string): Match | undefined;
}

/**
 * A test of paths against patterns with wildcards. Patterns come from files of others, and many wildcards
 * can keep a regular expression busy for years: only patterns with few of them become one.
 *
 * @param patterns one of them has to fit the whole path
 * @param below whether a path below one that fits does too
 */
export function pathTest(patterns: readonly (readonly Wildcard[])[], below: boolean): PathTest {
  return patterns.every(isTame) ? new Regular(patterns, below) : new Machine(patterns, below);
}

/** With so few, all the ways to share out a path are not many more than it has characters. */
function isTame(pattern: readonly Wildcard[]): boolean {
  const count = (...kinds: Wildcard['kind'][]): number =>
    pattern.filter(({ kind }) => kinds.includes(kind)).length;
  return count('folders', 'all') <= 1 && count('some', 'field') <= 2;
}

const SOURCES = {
  one: '[^/]',
  some: '[^/]*?',
  field: '([^/]+?)',
  all: '.*?',
  folders: '(?:[^/]*/)*?',
} as const;

export class Regular implements PathTest {
  private readonly expression: RegExp;

  constructor(patterns: readonly (readonly Wildcard[])[], below: boolean) {
    const sources = patterns.map((pattern) =>
      pattern
        .map((piece) =>
          piece.kind === 'text'
            ? piece.text.replace(/[.*+?^$()|[\]\\{}/]/g, '\\$&')
            : SOURCES[piece.kind],
        )
        .join(''),
    );
    this.expression = new RegExp(`^(?:${sources.join('|')})${below ? '(?:/.*)?' : ''}$`, 'su');
  }

  match(path: string): Match | undefined {
    const found = this.expression.exec(path);
    if (found === null) return undefined;
    const field = found[1];
    return field === undefined ? {} : { field };
  }
}

/**
 * Looks at no pair of a state and a place twice, so that the longest a match takes is the product of the
 * lengths of pattern and path, whatever they are.
 */
export class Machine implements PathTest {
  private readonly steps: Step[] = [{ does: 'end' }];
  private start = 0;

  constructor(patterns: readonly (readonly Wildcard[])[], below: boolean) {
    const end = below ? this.choose(0, this.take(SLASH, this.repeat('any', 0))) : 0;
    const starts = patterns.map((pattern) =>
      pattern.reduceRight((next, piece) => this.piece(piece, next), end),
    );
    this.start = starts.reduceRight((rest, first) => this.choose(first, rest));
  }

  private add(step: Step): number {
    return this.steps.push(step) - 1;
  }

  private take(what: number | 'name' | 'any', next: number): number {
    return this.add({ does: 'take', what, next });
  }

  private choose(first: number, second: number): number {
    return this.add({ does: 'choose', first, second });
  }

  /** As few as possible of what is taken, then `next`. */
  private repeat(what: 'name' | 'any', next: number): number {
    const loop = { does: 'choose' as const, first: next, second: -1 };
    const start = this.add(loop);
    loop.second = this.take(what, start);
    return start;
  }

  private piece(piece: Wildcard, next: number): number {
    switch (piece.kind) {
      case 'text':
        return Array.from({ length: piece.text.length }, (_, at) =>
          piece.text.charCodeAt(at),
        ).reduceRight((after, unit) => this.take(unit, after), next);
      case 'one':
        return this.take('name', next);
      case 'some':
        return this.repeat('name', next);
      case 'all':
        return this.repeat('any', next);
      case 'field': {
        const end = this.add({ does: 'mark', edge: 'end', next });
        const field = this.take('name', this.repeat('name', end));
        return this.add({ does: 'mark', edge: 'start', next: field });
      }
      case 'folders': {
        const again = { does: 'choose' as const, first: next, second: -1 };
        const start = this.add(again);
        again.second = this.repeat('name', this.take(SLASH, start));
        return start;
      }
    }
  }

  match(path: string): Match | undefined {
    const width = path.length + 1;
    const seen = new Uint8Array(this.steps.length * width);
    // Three numbers a way still to go: the state and the place in one, and the field as it is so far.
    const ways = [this.start * width, -1, -1];
    while (ways.length > 0) {
      const to = ways.pop() ?? -1;
      const from = ways.pop() ?? -1;
      const state = ways.pop() ?? 0;
      if (seen[state] === 1) continue;
      seen[state] = 1;
      const at = state % width;
      const step = this.steps[(state - at) / width];
      if (step === undefined) continue;
      if (step.does === 'end') {
        if (at === path.length) return from === -1 ? {} : { field: path.slice(from, to) };
      } else if (step.does === 'choose') {
        ways.push(step.second * width + at, from, to, step.first * width + at, from, to);
      } else if (step.does === 'mark') {
        const [start, end] = step.edge === 'start' ? [at, to] : [from, at];
        ways.push(step.next * width + at, start, end);
      } else if (at < path.length) {
        const taken = takes(step.what, path, at);
        if (taken > 0) ways.push(step.next * width + at + taken, from, to);
      }
    }
    return undefined;
  }
}

/** How many code units are taken at the place; 0 where the character is another. */
function takes(what: number | 'name' | 'any', path: string, at: number): number {
  const unit = path.charCodeAt(at);
  if (typeof what === 'number') return unit === what ? 1 : 0;
  if (what === 'name' && unit === SLASH) return 0;
  return (path.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
