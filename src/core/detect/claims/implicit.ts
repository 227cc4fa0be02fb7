import type { Localized } from '../../model/issue';
import type { QuotedSpan } from '../../model/annotation';
import { detached } from '../../text/codeUnits';
import type { ClaimSuggestion } from '../detector';
import { foldWord } from '../folding';
import { RecentPieces } from '../recentPieces';
import { agree, agreementOf, type Agreement } from './speakers';

/** Said of a claim whose source is taken from what was said before it. */
export const IMPLIED: Localized = { en: 'speaker named before', ar: 'المتحدث مذكور قبله' };

/** Further back than this, in UTF-16 units, nobody is taken to speak on. */
const FURTHEST = 1500;

/**
 * Gives claims that name no source, and none was found in their own paragraph, the last speaker of the
 * paragraphs before: وأضاف: … at the start of a line. What it made of a claim and a source it keeps as long
 * as both are there, so that at the next key the same claims are the same objects.
 */
export class ImplicitSources {
  private readonly made = new WeakMap<ClaimSuggestion, ClaimSuggestion>();

  /**
   * What some claims of a paragraph become, undefined where none is given a source. `claims` are in the
   * order of their cues, offsets in the article; those with a source join the `speakers` before them.
   */
  of(
    claims: readonly ClaimSuggestion[],
    speakers: ClaimSuggestion[],
  ): ReadonlyMap<ClaimSuggestion, ClaimSuggestion> | undefined {
    let found: Map<ClaimSuggestion, ClaimSuggestion> | undefined;
    for (const claim of claims) {
      if (claim.source !== null) {
        speakers.push(claim);
        continue;
      }
      if (claim.implicitSource !== undefined || cueWord(claim.cue.quote).isPassive) continue;
      const source = lastSpeaker(speakers, claim)?.source ?? undefined;
      if (source !== undefined) (found ??= new Map()).set(claim, this.withSource(claim, source));
    }
    return found;
  }

  private withSource(claim: ClaimSuggestion, source: QuotedSpan): ClaimSuggestion {
    let made = this.made.get(claim);
    if (made?.implicitSource === source) return made;
    made = { ...claim, implicitSource: source, why: [...claim.why, IMPLIED] };
    this.made.set(claim, made);
    return made;
  }
}

/** The last claim before whose word of reporting agrees with this one: قالت goes with وأضافت, not with وأضاف. */
function lastSpeaker(
  speakers: readonly ClaimSuggestion[],
  { cue }: ClaimSuggestion,
): ClaimSuggestion | undefined {
  const { agreement } = cueWord(cue.quote);
  for (let i = speakers.length - 1; i >= 0; i--) {
    const speaker = speakers[i];
    if (speaker === undefined || cue.start - speaker.cue.start > FURTHEST) return undefined;
    if (agree(cueWord(speaker.cue.quote).agreement, agreement)) return speaker;
  }
  return undefined;
}

/** What the written word of a cue says of who speaks. */
interface CueWord {
  readonly text: string;
  readonly agreement: Agreement;
  readonly isPassive: boolean;
}

/** Cues are the same few words over and over, and all of an article are asked at every key. */
const CUE_WORDS = new RecentPieces<CueWord>(1 << 9);

function cueWord(written: string): CueWord {
  const known = CUE_WORDS.get(written, 0, written.length);
  if (known !== undefined) return known;
  const text = detached(written);
  const word = { text, agreement: agreementOfCue(text), isPassive: isPassive(text) };
  CUE_WORDS.set(word);
  return word;
}

/** قيل, أُعلن, يُعتقد: nobody is meant. */
export function isPassive(written: string): boolean {
  return /^.\u064F/u.test(written) || /^(?:قيل|أفيد|افيد|أشيع|اشيع|يقال|يشتبه)$/u.test(written);
}

/** By the written word alone: أضافت f, مؤكدة f, أضافوا p, قال m; وفقا and بحسب tell nothing. */
function agreementOfCue(written: string): Agreement {
  const word = foldWord(written);
  if (/(?:وفق|وفقا|حسب|بحسب|طبقا|نقلا|استنادا|تبعا)$/u.test(word)) return undefined;
  if (/ه$|تا$/u.test(word)) return 'f';
  if (/ين$/u.test(word)) return 'p';
  return agreementOf(word, /^[يت].*[^ت]$/u.test(word) ? 'present' : 'past');
}
