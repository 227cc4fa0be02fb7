import { startOf, type AnalysedToken } from '../analysis';
import { words } from '../lexicon/entries';
import { MAKING_WORDS, MODAL_WORDS, MOOD_WORDS, SUBORDINATING_WORDS } from '../lexicon/claimClues';
import { tokenAfter } from '../found';
import { foldedSet } from '../phrases';
import { circumstance, statementAside } from './asides';
import type { ClaimContext } from './claims';
import { isThat } from './content';
import type { Cue } from './cues';
import { isFact, isFelt } from './matters';
import { ASIDES, clause, frameAt, joins, speech, thatFrame, type Frame } from './said';
import { isComma, isOpening } from './marks';
import { isDefinite } from '../vocabulary';
import type { TokenRange } from './sources';

/** Before أن these make a clause of time or condition. */
export const SUBORDINATING = foldedSet(words(SUBORDINATING_WORDS));
const MAKING = foldedSet(words(MAKING_WORDS));
const MODAL = foldedSet(words(MODAL_WORDS));
const JOINTS = foldedSet(words('على عن إلى من'));
/** Longest source of words that no list knows, in tokens. */
const STRETCH = 18;
export const MOOD = foldedSet(words(MOOD_WORDS));

/** مضيفا، في حديث للصحيفة، أن: a phrase set off by commas between the participle and what it says. */
export function setOff(
  context: ClaimContext,
  at: number,
  cue: Cue,
  limit: number,
): Frame | undefined {
  const { tokens } = context;
  if (!isComma(tokens[at])) return undefined;
  for (let i = at + 1; i < Math.min(at + 10, limit); i++) {
    if (!isComma(tokens[i])) continue;
    const said = tokens[i + 1];
    return isThat(said) || isOpening(said) ? frameAt(context, i + 1, cue, true, limit) : undefined;
  }
  return undefined;
}

/** Far from the source, behind a phrase of any length: no plain noun counts there. */
export function distant(
  context: ClaimContext,
  from: number,
  cue: Cue,
  limit: number,
): Frame | undefined {
  const { tokens, entities } = context;
  // أعلن الوزير أمس خلال لقاء …
  const dated = entities.at(tokens[from]?.start ?? -1);
  if (dated?.label === 'DATE' && from < limit)
    return distant(context, tokenAfter(tokens, dated.end, from), cue, limit);
  const first = tokens[from];
  const comma = isComma(first) || isComma(tokens[from - 1]);
  const aside = comma || statementAside(tokens, from - 1) || ASIDES.has(first?.folded ?? '');
  if (!aside && first?.readings.some((reading) => reading.proclitics === 'ل') !== true) {
    return undefined;
  }
  return lookAhead(context, from, limit, (_, i) => farFrame(context, i, cue, i > from));
}

/** What is made of a token on the way: a frame, the end of the search, or nothing yet. */
type Step = Frame | 'none' | undefined;

/**
 * Asks `look` about one token after the other from `from` on: past whole quotations and what the speaker did
 * meanwhile, and not past the next report.
 */
export function lookAhead(
  context: ClaimContext,
  from: number,
  limit: number,
  look: (token: AnalysedToken, at: number) => Step,
): Frame | undefined {
  for (let i = from; i < limit; i++) {
    i = circumstance(context.tokens, i);
    const token = context.tokens[i];
    if (token === undefined || endsSearch(context, token, i)) return undefined;
    const step = look(token, i);
    if (step !== undefined) return step === 'none' ? undefined : step;
    if (isOpening(token)) i = context.speech.closingOf(i) ?? i;
  }
  return undefined;
}

/**
 * وأوضح ميكو تانو المشارك في الدراسة: …: a source that no list knows in all its parts. What is said opens
 * with a complementizer or a colon, and no verb stands before that.
 */
export function beyond(
  context: ClaimContext,
  from: number,
  cue: Cue,
  limit: number,
): Frame | undefined {
  const { tokens } = context;
  return lookAhead(context, from, Math.min(limit, from + STRETCH), (token, i) => {
    const opens = isThat(token) || token.text === ':' || isOpening(token);
    const joint = JOINTS.has(token.folded) && i > from;
    const step = opens || joint ? farFrame(context, i, cue, joint && !opens) : undefined;
    if (step !== undefined) return step;
    // د. علاء سمير
    const dot = token.text === '.' && /^[دام]$/u.test(tokens[i - 1]?.folded ?? '');
    if (token.kind === 'punctuation' && !dot && !/^[،()\-–"«»“”]$/u.test(token.text)) return 'none';
    // نائب الأمين العام فتح الله سمير: right behind a title it is a name.
    const name = i === from && context.sources.isTitle(from - 1);
    return !name && isVerb(context, token) ? 'none' : undefined;
  });
}

/** عبر سكان الحي المجاور للمصنع عن غضبهم: behind عبر, a feeling of the speaker's own is what is voiced. */
export function voiced(
  context: ClaimContext,
  from: number,
  cue: Cue,
  limit: number,
): Frame | undefined {
  if (cue.kind !== 'other' || !cue.prepositions.has('عن')) return undefined;
  return lookAhead(context, from, Math.min(limit, from + STRETCH), ({ folded }, i) =>
    folded === 'عن' && isFelt(context.tokens[i + 1]?.folded ?? '')
      ? clause(context, 'prep', i + 1, false)
      : undefined,
  );
}

/** قال رجل يبلغ من العمر 60 عاما إنه …: behind قال, إن leads to what was said, whatever describes who said it. */
export function behindDescription(
  context: ClaimContext,
  from: number,
  cue: Cue,
  limit: number,
): Frame | undefined {
  if (cue.lemma !== 'قال') return undefined;
  return lookAhead(context, from, limit, (token, i) =>
    isThat(token) && token.text.startsWith('إ') ? (thatFrame(context, i) ?? 'none') : undefined,
  );
}

/** كشفت دراسة نشرت نتائجها في مجلة أن …: what a paper says behind the verb that tells where it comes from. */
export function behindMaking(
  context: ClaimContext,
  { from, to }: TokenRange,
  cue: Cue,
  limit: number,
): Frame | undefined {
  const { tokens, sources } = context;
  if (!cue.frames.has('that') || !MAKING.has(tokens[to]?.folded ?? '') || !sources.isDocument(from))
    return undefined;
  return lookAhead(context, to + 1, limit, (token, i) =>
    isThat(token) && !/^[ول]/u.test(token.folded) ? (thatFrame(context, i) ?? 'none') : undefined,
  );
}

function isVerb({ vocabulary, entities }: ClaimContext, token: AnalysedToken): boolean {
  const verb =
    (vocabulary.verbs.has(token.folded) && token.folded !== 'نقلا') || MOOD.has(token.folded);
  return verb && entities.at(token.start) === undefined;
}

/** The frame that opens at token `at`; `none` where what stands there ends the search. */
function farFrame(context: ClaimContext, at: number, cue: Cue, inside: boolean): Step {
  const { tokens } = context;
  const token = tokens[at];
  // وأن, لأن: what goes on, not what opens.
  if (isThat(token) && !/^[ول]/u.test(token?.folded ?? '')) return farThat(context, at, cue);
  if (token?.text === ':') return speech(context, at, cue) ?? 'none';
  if (isOpening(token)) {
    const close = context.speech.closingOf(at);
    const long = close !== undefined && close - at > 4;
    return long ? (speech(context, at, cue) ?? 'none') : undefined;
  }
  const fact = inside ? farFact(context, at, cue) : undefined;
  if (fact !== undefined) return fact;
  const behindB = inside ? factBehindB(context, at, cue) : undefined;
  if (behindB !== undefined) return behindB;
  if (!inside || !JOINTS.has(token?.folded ?? '') || !joins(context, at, cue)) return undefined;
  const that = isThat(tokens[at + 1]);
  return (that ? thatFrame(context, at + 1) : clause(context, 'prep', at + 1, false)) ?? 'none';
}

/** أعلن الوزير أمس خلال لقاء مع النواب تعيين مدير: a noun of what happens that completes no noun before it. */
function farFact(context: ClaimContext, at: number, cue: Cue): Frame | undefined {
  const { tokens, vocabulary } = context;
  const word = tokens[at]?.folded ?? '';
  if (cue.weak || !(cue.frames.has('obj') || cue.frames.has('fact')) || !isFact(word))
    return undefined;
  const set = isComma(tokens[at - 1]) || isDefinite(tokens[at - 1]?.folded ?? '');
  if (vocabulary.verbs.has(word) || !set) return undefined;
  return clause(context, 'obj', at, false);
}

/** اعترف ناطق في وقت لاحق بمقتل جندي: far off, only a noun of what happens counts behind ب. */
function factBehindB(context: ClaimContext, at: number, cue: Cue): Frame | undefined {
  if (!cue.prepositions.has('ب')) return undefined;
  const reading = context.tokens[at]?.readings.find((r) => r.proclitics === 'ب');
  if (reading === undefined || !isFact(reading.folded)) return undefined;
  return clause(context, 'prep', at, false, startOf(context.tokens[at], reading));
}

function farThat(context: ClaimContext, at: number, cue: Cue): Frame | 'none' | undefined {
  const { tokens, vocabulary } = context;
  const before = tokens[at - 1]?.folded ?? '';
  // قبل أن يعود, دون أن: no complementizer; يجب أن: part of what is said.
  if (tokens[at]?.folded === 'ان' && SUBORDINATING.has(before)) return undefined;
  if (tokens[at]?.folded === 'ان' && MODAL.has(before)) return 'none';
  if (!cue.frames.has('that') || vocabulary.reporting.has(before)) return 'none';
  return thatFrame(context, at) ?? 'none';
}

/** The next report, or a participle that reports on its own. */
function endsSearch(context: ClaimContext, token: AnalysedToken, at: number): boolean {
  // قال … قائلا: the verb before it is the word of reporting.
  if (token.folded === 'قائلا' || token.folded === 'قائله') return false;
  const cue = context.cues.get(token.folded);
  // قال المدرب قبل أن يضيف: …
  const next = isThat(context.tokens[at - 1]) && cue?.form === 'present';
  if (cue !== undefined) return next || cue.form === 'participle';
  return /^[وف]/u.test(token.folded) && context.vocabulary.reporting.has(token.folded.slice(1));
}
