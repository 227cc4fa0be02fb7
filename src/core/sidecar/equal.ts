import type { Annotation } from '../model/annotation';

/**
 * Whether two plain values say the same: keys in any order, a key that holds undefined like one that is
 * absent, NaN like NaN.
 */
export function sameData(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return Number.isNaN(a) && Number.isNaN(b);
  }
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, index) => sameData(item, b[index]));
  }
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const key in left) if (!sameData(left[key], own(right, key))) return false;
  for (const key in right)
    if (right[key] !== undefined && own(left, key) === undefined) return false;
  return true;
}

/** An attribute may be called `constructor`, which every object has from its prototype. */
function own(object: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The same for annotations, without a walk over keys: an article has thousands. */
export function sameAnnotation(a: Annotation, b: Annotation): boolean {
  return (
    a === b ||
    (a.id === b.id &&
      a.start === b.start &&
      a.end === b.end &&
      a.label === b.label &&
      a.quote === b.quote &&
      a.prefix === b.prefix &&
      a.suffix === b.suffix &&
      a.by === b.by &&
      a.at === b.at &&
      a.link === b.link &&
      a.note === b.note &&
      a.confidence === b.confidence &&
      sameData(a.claim, b.claim) &&
      sameData(a.parts, b.parts) &&
      sameData(a.attributes, b.attributes))
  );
}
