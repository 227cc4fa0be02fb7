import type { Mode } from '../../model/annotation';
import type { Span } from '../../text/span';
import { startOf, type AnalysedToken } from '../analysis';
import { words } from '../lexicon/entries';
import {
  ASIDES_WORDS,
  DECLINED_WORDS,
  DETERMINERS_WORDS,
  NOUNS_TOO_WORDS,
} from '../lexicon/claimClues';
import { ADDRESSED_BODIES } from '../lexicon/reporting';
import { foldedSet } from '../phrases';
import { isDefinite, isWord, opensClause } from '../vocabulary';
import { quotedAudience, shortQuote } from './asides';
import type { ClaimContext } from './claims';
import { isThat } from './content';
import type { Cue } from './cues';
import { isComma, isOpening } from './marks';
import { isFact, isStance } from './matters';
import type { TokenRange } from './sources';

/** What is said: the content as tokens and as offsets, and how it is joined to the cue. */
export interface Frame {
  readonly type: 'that' | 'quote' | 'prep' | 'obj' | 'to' | 'of';
  readonly from: number;
  /** Index of the first token after the claim: past a closing quotation mark. */
  readonly to: number;
  readonly span: Span;
  readonly mode: Mode;
  /** The complementizer carries a pronoun: أنه, بأنها. */
  readonly pronoun: boolean;
}

/** What was found to be said, and by whom; either may be missing. */
export interface Framed {
  readonly frame: Frame | undefined;
  readonly source: TokenRange | undefined;
}

/** Whether a plain noun cannot be mistaken for the frame: أن, a quotation, a preposition. */
export function isClear(frame: Frame | undefined): boolean {
  return frame?.type === 'that' || frame?.type === 'quote' || frame?.type === 'prep';
}

/** Words that open a phrase between the source and what is said. */
export const ASIDES = foldedSet(words(ASIDES_WORDS));
const PARTNERS = foldedSet(words('إلى ب على'));
const ADDRESSED = foldedSet(words(ADDRESSED_BODIES));
/** Who refuses these keeps silent or does nothing: رفض التعليق, رفضوا مغادرة منازلهم. */
const DECLINED = foldedSet(words(DECLINED_WORDS));
/** A preposition written onto ما, by its folded form: محذرا مما …. */
const MERGED: ReadonlyMap<string, string> = new Map([
  ['مما', 'من'],
  ['عما', 'عن'],
  ['بما', 'ب'],
  ['لما', 'ل'],
]);

/** Words that open a noun: استبعدت أي تسوية, نافيا ما ذكره. */
const DETERMINERS = foldedSet(words(DETERMINERS_WORDS));
/** Nouns that are spelled as verbs: رفضت الحكومة طلب المعارضة. */
const NOUNS_TOO = foldedSet(words(NOUNS_TOO_WORDS));

/** What is said, where it starts right at token `at`. */
export function frameAt(
  context: ClaimContext,
  at: number,
  cue: Cue,
  named: boolean,
  limit: number,
): Frame | undefined {
  const { tokens } = context;
  const token = tokens[at];
  if (token === undefined || at >= limit + 1) return undefined;
  if (isThat(token)) return opensThat(cue, token) ? thatFrame(context, at) : undefined;
  if (token.text === ':' || isOpening(token)) {
    if (quotedAudience(context, at)) return undefined;
    const blamed = cue.form === 'participle' ? quotedAddressee(context, at, cue) : undefined;
    if (blamed !== undefined) return blamed;
    if (
      quotedSpeaker(context, at) !== undefined &&
      (cue.frames.has('obj') || cue.frames.has('of') || cue.weak)
    ) {
      return undefined;
    }
    return quotedAddressee(context, at, cue) ?? speech(context, at, cue);
  }
  if (at >= limit) return undefined;
  const prep = prepositionFrame(context, at, cue);
  if (prep !== undefined) return prep;
  const calls = cue.frames.has('to') || cue.frames.has('of');
  if (cue.form === 'present' && !named && !calls) return undefined;
  // نفى المصرف الخبر، مؤكدا أن …: what he said besides.
  const besides = isComma(tokens[at - 1]) && context.cues.get(token.folded)?.form === 'participle';
  return isNoun(context, token) && !besides ? nounFrame(context, at, cue) : undefined;
}

/** ووصفته بأنه …: بأن also behind a verb that describes somebody, where a pronoun stands for him. */
function opensThat(cue: Cue, token: AnalysedToken): boolean {
  return (
    cue.frames.has('that') || (cue.pronoun && cue.frames.has('of') && token.folded.startsWith('ب'))
  );
}

function isNoun(context: ClaimContext, token: AnalysedToken): boolean {
  const { functionWords, verbs } = context.vocabulary;
  const noun = DETERMINERS.has(token.folded) || NOUNS_TOO.has(token.folded);
  if (noun || isFact(token.folded) || isStance(token)) return true;
  if (!isWord(token) || ASIDES.has(token.folded) || functionWords.has(token.folded)) return false;
  if (verbs.has(token.folded) && context.entities.at(token.start) === undefined) return false;
  return !prefixed(context, token);
}

function nounFrame(context: ClaimContext, at: number, cue: Cue): Frame | undefined {
  if (cue.frames.has('to')) return addressed(context, at, cue, 'to');
  if (cue.frames.has('of')) {
    return isThing(context, at, cue) ? undefined : addressed(context, at, cue, 'of');
  }
  // يعتبر is passive as a rule where no pronoun shows whom it is about: إذ يعتبر الرجل الثاني.
  const passive = cue.lemma === 'اعتبر' && cue.form === 'present' && !cue.pronoun;
  if (passive && !considers(context, at)) return undefined;
  if (cue.lemma === 'رفض' && DECLINED.has(context.tokens[at]?.folded ?? '')) return undefined;
  if (pointsBack(context, at)) return undefined;
  const fact = cue.frames.has('fact') && isFact(context.tokens[at]?.folded ?? '');
  const told = cue.pronoun && cue.frames.has('whom');
  const more = told || (cue.form === 'participle' && cue.lemma === 'أضاف');
  return fact || more || cue.frames.has('obj') ? clause(context, 'obj', at, false) : undefined;
}

/** تعتبر واشنطن الجماعة منظمة إرهابية: right behind a body a definite noun, and what it is held to be. */
function considers({ tokens, entities }: ClaimContext, at: number): boolean {
  const label = entities.at(tokens[at - 1]?.start ?? -1)?.label;
  if (label !== 'GPE' && label !== 'ORG') return false;
  let i = at;
  for (; i < at + 3 && isDefinite(tokens[i]?.folded ?? ''); i++) {
    // تعتبر مصر الدولة الأكثر سكانا: what the country is.
    if (/^الا.{2,3}$/u.test(tokens[i]?.folded ?? '')) return false;
  }
  return i > at && /..(?:[^ي]ا|ه)$/u.test(tokens[i]?.folded ?? '');
}

/** Furthest that بأنه stands behind what it describes, in tokens. */
const DESCRIBED = 9;
/** What makes an adverb of the preposition before it: عن طريق البحر, من خلال. */
const BY_WAY = /^(?:طريق|كثب|قرب|بعد|خلال|قبل|جديد|هامش|نحو|متن)$/u;

/** وصف القرار بأنه …: of what somebody is called, only the clause behind بأنه is said. */
export function asCalled(context: ClaimContext, frame: Frame): Frame {
  for (let i = frame.from + 1; i < frame.from + DESCRIBED; i++) {
    const token = context.tokens[i];
    if (token === undefined || token.kind === 'punctuation') break;
    if (/^بان./u.test(token.folded) && isThat(token)) return thatFrame(context, i) ?? frame;
  }
  return frame;
}

/** أعلن ذلك, كشف عن ذلك تقرير: what was said before. */
function pointsBack({ tokens }: ClaimContext, at: number): boolean {
  const pointed = /^(?:ذلك|هذا|هذه)$/u.test(tokens[at]?.folded ?? '');
  return pointed && !isDefinite(tokens[at + 1]?.folded ?? '');
}

/** هدد المهاجم مرمى الفريق بتسديدة: those who are threatened or promised something are named or known. */
function isThing({ tokens, entities }: ClaimContext, at: number, cue: Cue): boolean {
  const { start, folded } = tokens[at] ?? { start: -1, folded: '' };
  const known = isDefinite(folded) || /..(?:ه|ها|هم)$/u.test(folded);
  return cue.prepositions.has('ب') && !known && entities.at(start) === undefined;
}

/** لوكالة …, بحضور …: a noun behind a preposition is no object. */
function prefixed(context: ClaimContext, token: AnalysedToken): boolean {
  if (context.entities.at(token.start) !== undefined) return false;
  if (context.vocabulary.commonNouns.has(token.folded)) return false;
  return /^(?:لل|بال|كال)/u.test(token.folded) || /^ل....+/u.test(token.folded);
}

/** دعا "كل الأطراف" إلى الهدوء, محملا "قوى الردة" المسؤولية: the quotation names who is called upon or accused. */
function quotedAddressee(context: ClaimContext, at: number, cue: Cue): Frame | undefined {
  const accuses = cue.form === 'participle' && cue.frames.has('of');
  if (!(accuses || cue.frames.has('to')) || !isOpening(context.tokens[at])) return undefined;
  const close = context.speech.closingOf(at);
  if (close === undefined) return undefined;
  const after = context.tokens[close + 1]?.folded ?? '';
  if (accuses && (withB(context.tokens[close + 1]) || /^(?:ال)?مسؤولي/u.test(after)))
    return clause(context, 'of', at, false);
  return PARTNERS.has(after) ? clause(context, 'to', at, false) : undefined;
}

/** Whether the preposition at the token leads to what is said: أشار إلى ارتفاع الأسعار, not أشار إلى الاجتماع. */
export function joins({ tokens }: ClaimContext, at: number, cue: Cue): boolean {
  const word = tokens[at]?.folded ?? '';
  if (!cue.prepositions.has(word)) return false;
  // أبلغت الوزارة عن 300 إصابة
  const counted = word === 'عن' && tokens[at + 1]?.kind === 'number';
  return !cue.factual.has(word) || counted || isFact(tokens[at + 1]?.folded ?? '');
}

/** ندد بالهجوم، أعلن عن فوزه، دعا إلى الهدوء, حذر من أن. */
function prepositionFrame(context: ClaimContext, at: number, cue: Cue): Frame | undefined {
  const { tokens } = context;
  const token = tokens[at];
  if (token === undefined) return undefined;
  const separate = ['من', 'عن', 'الي', 'علي', 'في', 'ب', 'ل'].includes(token.folded);
  if (separate) {
    if (isThat(tokens[at + 1]) && cue.frames.has('that')) return thatFrame(context, at + 1);
    const calls = cue.frames.has('to') && PARTNERS.has(token.folded);
    if (!calls && !joins(context, at, cue) && !takes(cue, token.folded)) return undefined;
    if (pointsBack(context, at + 1) || BY_WAY.test(tokens[at + 1]?.folded ?? '')) return undefined;
    const open = isOpening(tokens[at + 1]) ? speech(context, at + 1, cue) : undefined;
    return open ?? clause(context, 'prep', at + 1, false);
  }
  return joinedPreposition(context, at, token, cue);
}

/** بالهجوم, محذرا مما …: a preposition written onto its noun. */
function joinedPreposition(
  context: ClaimContext,
  at: number,
  token: AnalysedToken,
  cue: Cue,
): Frame | undefined {
  const { tokens } = context;
  const merged = MERGED.get(token.folded);
  if (merged !== undefined && cue.prepositions.has(merged) && isWord(tokens[at + 1])) {
    return clause(context, 'prep', at, false, token.start + 1);
  }
  const { functionWords, commonNouns } = context.vocabulary;
  // بعد, بيان: the letter belongs to the word.
  // توعدت برد حازم: an answer is threatened, not hail.
  const answer = token.folded === 'برد' && cue.kind === 'promise';
  const listed = functionWords.has(token.folded) || commonNouns.has(token.folded);
  const whole = !answer && (listed || context.sources.speaks(at));
  const reading = token.readings.find(
    (r) => (r.proclitics === 'ب' || r.proclitics === 'ل') && takes(cue, r.proclitics),
  );
  if (whole || reading === undefined || token.folded === 'بان') return undefined;
  // بلاده, بلفور: the letter is the word's own.
  const cut = answer || token.stem.proclitics === reading.proclitics;
  const start = startOf(token, reading);
  if (!cut && context.entities.at(start) === undefined) return undefined;
  return clause(context, 'prep', at, false, start);
}

/** ندد بالهجوم; واتهمه بالتقصير, وطالبهم بالرحيل behind an object pronoun. */
function takes(cue: Cue, preposition: string): boolean {
  if (cue.prepositions.has(preposition)) return !cue.factual.has(preposition);
  return preposition === 'ب' && cue.pronoun && (cue.frames.has('of') || cue.frames.has('to'));
}

/** رفضت «سمر» العرض: a name in quotation marks, with the sentence going on behind it. */
export function quotedSpeaker(context: ClaimContext, at: number): TokenRange | undefined {
  const name = context.tokens[at + 1];
  if (!isOpening(context.tokens[at]) || !shortQuote(context, at)) return undefined;
  const close = context.speech.closingOf(at);
  if (close === undefined || !isWord(name) || context.tokens[close + 1]?.kind !== 'word')
    return undefined;
  return { from: at + 1, to: close, offset: name.start };
}

export function withB(token: AnalysedToken | undefined): boolean {
  return token?.folded === 'ب' || token?.readings.some((r) => r.proclitics === 'ب') === true;
}

export function thatFrame(context: ClaimContext, at: number): Frame | undefined {
  const { tokens } = context;
  const pronoun = /[^ا]ه$|ها$|هم$|هما$|نا$|ني$/u.test(tokens[at]?.folded ?? '');
  // جاء فيه أن: "…"
  const open = tokens[at + 1]?.text === ':' ? at + 2 : at + 1;
  if (isOpening(tokens[open])) {
    const whole = quotation(context, open);
    if (whole !== undefined && endsClause(context, whole.to) && !goesOnWithThat(tokens, whole.to))
      return { ...whole, type: 'that', pronoun };
  }
  return clause(context, 'that', at + 1, pronoun);
}

/** أنه "…"، وأن …: what is said goes on behind the quotation. */
function goesOnWithThat(tokens: readonly AnalysedToken[], at: number): boolean {
  const next = isComma(tokens[at]) ? at + 1 : at;
  return /^وان(?:ه|ها|هم)?$/u.test(tokens[next]?.folded ?? '');
}

/** Whether the sentence stops after a quotation, or goes on with the next report. */
function endsClause(context: ClaimContext, at: number): boolean {
  const token = context.tokens[at];
  if (token === undefined || token.kind === 'punctuation') return true;
  if (context.tokens[at - 1]?.sentence !== token.sentence) return true;
  return token.readings.some((reading) => context.cues.has(reading.folded));
}

/** A quotation that a colon or the quotation mark itself opens; after a colon, also plain speech. */
export function speech(context: ClaimContext, at: number, cue: Cue): Frame | undefined {
  const { tokens } = context;
  if (!cue.frames.has('quote')) return undefined;
  const colon = tokens[at]?.text === ':';
  let open = colon ? at + 1 : at;
  if (isThat(tokens[open + 1]) && !isOpening(tokens[open])) open++;
  if (isOpening(tokens[open])) return quotation(context, open);
  if (!colon || tokens[at + 1] === undefined) return undefined;
  return clause(context, 'quote', isThat(tokens[at + 1]) ? at + 2 : at + 1, false);
}

/** To the closing mark; where there is none, to the end of the paragraph. */
export function quotation(context: ClaimContext, open: number): Frame | undefined {
  const { tokens } = context;
  const close = context.speech.closingOf(open) ?? tokens.length;
  // قالوا: "إن …": the complementizer inside the marks stays out of the content.
  const from = isThat(tokens[open + 1]) && tokens[open + 1]?.folded === 'ان' ? open + 2 : open + 1;
  const span = context.speech.trimmed(from, close);
  if (span === undefined) return undefined;
  return {
    type: 'quote',
    from,
    to: Math.min(close + 1, tokens.length),
    span,
    mode: 'direct',
    pronoun: false,
  };
}

export function clause(
  context: ClaimContext,
  type: Frame['type'],
  from: number,
  pronoun: boolean,
  offset?: number,
): Frame | undefined {
  const { tokens } = context;
  if (tokens[from] === undefined || tokens[from]?.sentence !== tokens[from - 1]?.sentence)
    return undefined;
  const to = context.speech.clauseEnd(from, type !== 'that' && type !== 'quote');
  const span = context.speech.trimmed(from, to);
  if (span === undefined) return undefined;
  const exact = offset === undefined ? span : { start: offset, end: span.end };
  return { type, from, to, span: exact, mode: context.speech.modeOf(from, to), pronoun };
}

/**
 * The frame up to its first comma, or the first one behind which `opens` holds, where a quotation is not what
 * was said.
 */
export function withinClause(
  context: ClaimContext,
  frame: Frame | undefined,
  opens?: (at: number) => boolean,
): Frame | undefined {
  if (frame === undefined || frame.mode === 'direct') return frame;
  const { speech, tokens } = context;
  for (let i = frame.from + 1; i < frame.to; i++) {
    if (isOpening(tokens[i])) i = speech.closingOf(i) ?? i;
    if (!isComma(tokens[i]) || opens?.(i + 1) === false) continue;
    const end = speech.trimmed(frame.from, i)?.end ?? frame.span.end;
    const mode = speech.modeOf(frame.from, i);
    return { ...frame, to: i, span: { start: frame.span.start, end }, mode };
  }
  return frame;
}

/** وسوف تدفع الشركة …، بحسب التقرير: the conjunction joins the sentence to the last one and is not claimed. */
export function spanWithoutConjunction(
  { tokens, vocabulary }: ClaimContext,
  at: number,
  span: Span,
): Span {
  const token = tokens[at];
  if (token?.start !== span.start) return span;
  // وانتشلت: cut by the segmenter, though no list has the verb.
  if (token.stem.proclitics !== 'و' && !opensClause(vocabulary, token.folded)) return span;
  const rest = token.readings.find((reading) => reading.proclitics.length === 1);
  return { start: rest === undefined ? span.start : startOf(token, rest), end: span.end };
}

/** دعا الحكومة إلى الهدوء, اتهم إسرائيل بالهجوم: from the addressee on, if the preposition follows. */
export function addressed(
  context: ClaimContext,
  at: number,
  cue: Cue,
  type: 'to' | 'of',
): Frame | undefined {
  const { tokens } = context;
  const frame = clause(context, type, at, false);
  const limit = Math.min(frame?.to ?? at, at + 16);
  for (let i = at + 1; i < limit; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word') continue;
    const b = withB(token);
    // دعا الجميع لبذل الجهود, and not دعا الجمعية للاجتماع … without an addressee.
    const l = i > at + 1 || isDefinite(tokens[at]?.folded ?? '');
    const effort = l && token.readings.some((r) => r.proclitics === 'ل' && !isDefinite(r.folded));
    const to = effort || /^(?:الي|علي|ان)$/u.test(token.folded);
    if (b || isThat(token) || (type === 'to' && to)) return frame;
    // حملت الحكومة المسؤولية عن …
    if (type === 'of' && i > at && /^(?:ال)?مسؤولي(?:ه|ت)/u.test(token.folded)) return frame;
  }
  // ناشدت المجتمع الدولي التدخل, ناشد السكان السلطات فتح الطريق
  const plainly = ADDRESSED.has(tokens[at]?.folded ?? '') || cue.lemma === 'ناشد';
  return type === 'to' && plainly ? frame : undefined;
}
