import type { QuotedSpan, Mode } from '../model/annotation';
import type { Localized } from '../model/issue';
import type { Analysis } from './analysis';

interface SuggestionBase extends QuotedSpan {
  /** 0 to 1, comparable between detectors. */
  readonly score: number;
  /** Id of the detector that proposes it. */
  readonly detector: string;
  /** Reasons that a person can read, the strongest first. */
  readonly why: readonly Localized[];
}

export interface EntitySuggestion extends SuggestionBase {
  readonly kind: 'entity';
  readonly label: string;
}

/** The suggestion's own span is the claim's content. */
export interface ClaimSuggestion extends SuggestionBase {
  readonly kind: 'claim';
  readonly label: 'CLAIM';
  readonly cue: QuotedSpan;
  readonly source: QuotedSpan | null;
  /** Who is taken to speak where the sentence names nobody: the last one who spoke before. */
  readonly implicitSource?: QuotedSpan;
  readonly claimKind: string;
  readonly mode: Mode;
  readonly checkworthy: boolean;
}

/** A span proposed, not saved until accepted. Offsets are UTF-16 over the analysed text. */
export type Suggestion = EntitySuggestion | ClaimSuggestion;

/** What can be switched off. */
export interface DetectorInfo {
  readonly id: string;
  readonly name: Localized;
  /** Labels that it can propose. */
  readonly labels: readonly string[];
}

/** Finds spans in one analysed paragraph. Pure and deterministic; never throws on any text. */
export interface Detector extends DetectorInfo {
  /** `found` holds what the detectors before it proposed for the same paragraph, claims build on entities. */
  detect(analysis: Analysis, found: readonly Suggestion[]): readonly Suggestion[];
}
