/** What a highlight marks. */
export type HighlightKind = 'entity' | 'claim' | 'cue' | 'source';

/** Saved by a person, proposed by a detector, or saved and no longer found where it was. */
export type HighlightState = 'saved' | 'suggested' | 'orphan';

/** How a highlight is drawn, apart from its colours. */
export interface HighlightShape {
  readonly filled: boolean;
  readonly borderWidth: string;
  readonly borderStyle: 'solid' | 'dashed' | 'dotted';
  readonly borderRadius: string;
  /** Whether it is marked beside the scroll bar. */
  readonly ruler: boolean;
}

/**
 * Boxes of neighbouring rows keep clear of each other and of the line below a claim. Decorations have no
 * property for it; these declarations ride on another one and concern the box alone.
 */
const INSET = 'margin-top: 3px; height: calc(100% - 6px) !important';
const BOX = { borderWidth: '1px', borderRadius: `4px; ${INSET}` };
/** Claims run over many rows, each of which is a box of its own: a line at its sides would cut them up. */
const UNDERLINE = { borderWidth: '0 0 2px 0', borderRadius: '0' };

/**
 * Saved and suggested differ in more than colour: saved entities are filled and have a solid edge,
 * suggested ones have a dashed edge only; the line below a claim is solid or dashed. Who says it and the
 * reporting word stand on a thin line of their own.
 */
export function highlightShape(kind: HighlightKind, state: HighlightState): HighlightShape {
  const saved = state === 'saved';
  if (state === 'orphan') {
    return {
      ...(kind === 'entity' ? BOX : UNDERLINE),
      filled: false,
      borderStyle: 'dotted',
      ruler: true,
    };
  }
  if (kind === 'entity') {
    return { ...BOX, filled: saved, borderStyle: saved ? 'solid' : 'dashed', ruler: saved };
  }
  if (kind === 'claim') {
    return { ...UNDERLINE, filled: false, borderStyle: saved ? 'solid' : 'dashed', ruler: saved };
  }
  const thin = { borderWidth: '0 0 1px 0', borderRadius: '0', filled: false, ruler: false };
  return { ...thin, borderStyle: saved ? 'solid' : 'dotted' };
}
