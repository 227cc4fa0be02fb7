import type { Localized } from '../../model/issue';
import type { ClaimSuggestion, Suggestion } from '../detector';
import { foldWord } from '../folding';
import { agree, agreementOf, type Agreement } from './speakers';

/** Said of a claim whose source is taken from what was said before it. */
export const IMPLIED: Localized = { en: 'speaker named before', ar: 'المتحدث مذكور قبله' };

/** Further back than this, in UTF-16 units, nobody is taken to speak on. */
const FURTHEST = 1500;

/**
 * Gives claims that name no source, and none was found in their own paragraph, the last speaker of the
 * paragraphs before: وأضاف: … at the start of a line. `suggestions` are of one article, in text order, all
 * offsets in the article. Those that need nothing are passed on as they are.
 */
export function withImplicitSources(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const claims = suggestions
    .filter((s): s is ClaimSuggestion => s.kind === 'claim')
    .sort((a, b) => a.cue.start - b.cue.start);
  const found = new Map<ClaimSuggestion, ClaimSuggestion>();
  const speakers: ClaimSuggestion[] = [];
  for (const claim of claims) {
    if (claim.source !== null) {
      speakers.push(claim);
      continue;
    }
    if (claim.implicitSource !== undefined || isPassive(claim.cue.quote)) continue;
    const speaker = lastSpeaker(speakers, claim);
    if (speaker?.source === undefined || speaker.source === null) continue;
    const why = [...claim.why, IMPLIED];
    found.set(claim, { ...claim, implicitSource: speaker.source, why });
  }
  if (found.size === 0) return suggestions;
  return suggestions.map((s) => (s.kind === 'claim' ? (found.get(s) ?? s) : s));
}

/** The last claim before whose word of reporting agrees with this one: قالت goes with وأضافت, not with وأضاف. */
function lastSpeaker(
  speakers: readonly ClaimSuggestion[],
  { cue }: ClaimSuggestion,
): ClaimSuggestion | undefined {
  const agreement = agreementOfCue(cue.quote);
  for (let i = speakers.length - 1; i >= 0; i--) {
    const speaker = speakers[i];
    if (speaker === undefined || cue.start - speaker.cue.start > FURTHEST) return undefined;
    if (agree(agreementOfCue(speaker.cue.quote), agreement)) return speaker;
  }
  return undefined;
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
