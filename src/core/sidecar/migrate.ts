import type { Document, YAMLMap } from 'yaml';
import { SIDECAR_VERSION } from './sidecar';

/** Brings a sidecar from one version of the format to the next. */
export interface Step {
  /** The version that it reads; the result is one higher. */
  readonly from: number;
  /** Changes the map in place, and touches only what the versions say differently: the rest is the annotator's. */
  change(root: YAMLMap, document: Document): void;
}

/** A version of the format, and the way to it from those before. */
export interface Format {
  readonly version: number;
  readonly steps: readonly Step[];
}

/**
 * The format of this program. A version 2 comes with a step from 1, so that every sidecar ever saved still
 * opens: it is read by the new rules at once and written by them with the next act.
 */
export const FORMAT: Format = { version: SIDECAR_VERSION, steps: [] };

/**
 * Takes the document's map from version `from` to the format's, in place; comments and unknown keys stay.
 * False, with nothing changed, where no steps lead from there.
 */
export function migrate(
  document: Document,
  root: YAMLMap,
  from: number,
  { version, steps }: Format,
): boolean {
  const way: Step[] = [];
  for (let at = from; at < version; at++) {
    const step = steps.find((one) => one.from === at);
    if (step === undefined) return false;
    way.push(step);
  }
  for (const step of way) {
    step.change(root, document);
    root.set('hashiya', step.from + 1);
  }
  return from <= version;
}
