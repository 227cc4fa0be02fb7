import type { AnalysedToken } from '../analysis';
import type { FoundIndex } from '../found';
import type { Vocabulary } from '../vocabulary';
import type { NameReader } from './nameEnd';

/** One paragraph, and what is known of it while names are read from their head words. */
export interface HeadContext {
  readonly tokens: readonly AnalysedToken[];
  readonly found: FoundIndex;
  readonly reader: NameReader;
  readonly vocabulary: Vocabulary;
}

/** A name that a head word opens: offset at which it starts, index of the first token after it. */
export interface HeadName {
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
}
