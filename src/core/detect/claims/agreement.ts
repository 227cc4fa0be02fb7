import { words } from '../lexicon/entries';
import {
  ADDRESSED_BODIES,
  MASCULINE_BODIES,
  MASCULINE_COUNTRIES,
  MASCULINE_IN_TA,
  SPEAKER_TITLES,
} from '../lexicon/reporting';
import { foldedSet } from '../phrases';
import { isDefinite } from '../vocabulary';
import type { ClaimContext } from './claims';
import type { Cue } from './cues';
import type { TokenRange } from './sources';
import { agreementOf } from './speakers';

const HE_IN_TA = foldedSet(words(MASCULINE_IN_TA));
const HE_COUNTRIES = foldedSet(words(MASCULINE_COUNTRIES));
const HE_BODIES = foldedSet([...words(MASCULINE_BODIES), ...words(SPEAKER_TITLES)]);
const ADDRESSED = foldedSet(words(ADDRESSED_BODIES));

/**
 * Whether the noun behind a verb can be its subject: ناشد الدول الغربية and ودعت المجتمع الدولي speak of whom
 * somebody named before calls upon, for the verb agrees with its subject in gender. Plurals in ين are no
 * subjects at all.
 */
export function maySpeak(context: ClaimContext, at: number, cue: Cue, source: TokenRange): boolean {
  const { tokens, entities } = context;
  const head = tokens[source.from];
  if (head === undefined) return true;
  // ناشد الأهالي السلطات التدخل: another stands behind them, whom they call upon.
  const called = !isDefinite(tokens[source.to]?.folded ?? '');
  if (cue.frames.has('to') && called && ADDRESSED.has(head.folded)) return false;
  const label = entities.at(source.offset)?.label;
  if (label === 'PERS') return true;
  if (label === undefined && isDefinite(head.folded) && /..ين$/u.test(head.folded)) return false;
  const verb = agreementOf(verbAt(context, at), cue.form);
  if (verb === 'm') return !isFeminine(head.text, head.folded, label);
  return verb !== 'f' || !isMasculine(head.text, head.folded, label);
}

function verbAt({ tokens, cues }: ClaimContext, at: number): string {
  const readings = tokens[at]?.readings ?? [];
  return readings.find(({ folded }) => cues.has(folded))?.folded ?? '';
}

function isFeminine(text: string, folded: string, label: string | undefined): boolean {
  if (HE_IN_TA.has(folded)) return false;
  if (text.endsWith('ة') || /..ات$/u.test(folded)) return true;
  if (label === 'GPE') return !HE_COUNTRIES.has(folded);
  return /^(?:الدول|القوي|الفصائل|المصادر)$/u.test(folded);
}

function isMasculine(text: string, folded: string, label: string | undefined): boolean {
  if (text.endsWith('ة')) return false;
  if (label === 'GPE') return HE_COUNTRIES.has(folded);
  return HE_BODIES.has(folded);
}
