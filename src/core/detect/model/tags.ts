/** Classes of the sequence model: those of news data sets, coarser than the labels of suggestions. */
export const CLASSES = ['PERS', 'ORG', 'LOC', 'MISC'] as const;
export type EntityClass = (typeof CLASSES)[number];

/** Tags by number: 0 is outside, then for each class the first token of a name and the further ones. */
export const OUTSIDE = 0;
export const TAG_COUNT = 1 + 2 * CLASSES.length;

export function beginTag(name: EntityClass): number {
  return 1 + 2 * CLASSES.indexOf(name);
}

export function insideTag(name: EntityClass): number {
  return 2 + 2 * CLASSES.indexOf(name);
}

/** Whether the tag says that the name of the token before goes on. */
export function isInside(tag: number): boolean {
  return tag > 0 && (tag & 1) === 0;
}

export function classOf(tag: number): EntityClass | undefined {
  return tag === OUTSIDE ? undefined : CLASSES[(tag - 1) >> 1];
}

/** Whether `next` may follow `tag`; −1 stands for the beginning of a sentence. */
export function mayFollow(tag: number, next: number): boolean {
  return !isInside(next) || tag === next || tag === next - 1;
}
