import type { Annotation, Scalar } from './annotation';

/** One thing that two versions of an annotation say differently: its name, and what the first one says. */
export interface Difference {
  readonly name: string;
  /** Undefined where the first version does not have it. */
  readonly value: Scalar | undefined;
}

/** Who made the annotation and when, and its context, are no differences that a person chooses by. */
export function differencesOf(one: Annotation, other: Annotation): readonly Difference[] {
  const [mine, theirs] = [factsOf(one), factsOf(other)];
  const names = new Set([...mine.keys(), ...theirs.keys()]);
  return [...names]
    .filter((name) => mine.get(name) !== theirs.get(name))
    .map((name) => ({ name, value: mine.get(name) }));
}

function factsOf({ label, start, quote, parts, claim, ...rest }: Annotation): Map<string, Scalar> {
  const { note, link, confidence, attributes } = rest;
  const facts: readonly (readonly [string, Scalar | undefined])[] = [
    ['label', label],
    ['quote', quote],
    ['start', start],
    ['parts', parts?.map((part) => part.quote).join(' … ')],
    ['kind', claim?.kind],
    ['mode', claim?.mode],
    ['checkworthy', claim?.checkworthy],
    ['cue', claim?.cue?.quote],
    ['source', claim?.source?.quote],
    ['note', note],
    ['link', link],
    ['confidence', confidence],
    ...Object.entries(attributes ?? {}).filter(([name]) => name !== 'conflict'),
  ];
  return new Map(facts.filter((fact): fact is readonly [string, Scalar] => fact[1] !== undefined));
}
