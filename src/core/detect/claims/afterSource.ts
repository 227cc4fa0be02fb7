import { isDefinite, isWord } from '../vocabulary';
import { maySpeak } from './agreement';
import { skipAsides, statementAside } from './asides';
import type { ClaimContext } from './claims';
import { isThat } from './content';
import type { Cue } from './cues';
import { behindDescription, behindMaking, beyond, distant } from './farther';
import { isComma, isOpening } from './marks';
import { isOwned, isStance, statesFact } from './matters';
import {
  addressed,
  clause,
  frameAt,
  joins,
  isClear,
  quotedSpeaker,
  withB,
  type Frame,
  type Framed,
} from './said';
import type { TokenRange } from './sources';
import { behindApposition, behindRelative, namedAfter, openThat, stretched } from './stretch';

/** Nouns of a post that a preposition completes: المشرف على البطولة. */
const GOVERNING =
  /^و?(?:ال)?(?:مشرف|مسؤول|مسءول|مكلف|متخصص|خبير|معني|قاءم|قائم|ناطق|متحدث|مختص|عضو)ه?$/u;
/** Verbs that report what somebody else said, and what stands before whom: نقلت عن, نسبت إلى. */
export const QUOTES: ReadonlyMap<string, string> = new Map([
  ['نقل', 'عن'],
  ['نسب', 'الي'],
]);

/** A candidate for the source, where what follows it starts, and how sure it is. */
interface Candidate {
  /** Index of the reporting word. */
  readonly at: number;
  readonly start: number;
  readonly source: TokenRange;
  /** Index of the first token after it, closing quotation mark included. */
  readonly past: number;
  /** The same, past commas, dates and short phrases. */
  readonly rest: number;
  /** A speaking entity, or a noun of someone who speaks. */
  readonly named: boolean;
  readonly definite: boolean;
  /** Somebody named before may speak on. */
  readonly carried: boolean;
}

/** What a verb with its source behind it reports; undefined where no source can be read there. */
export function afterSource(
  context: ClaimContext,
  at: number,
  start: number,
  cue: Cue,
  limit: number,
  carried: boolean,
): Framed | undefined {
  const first = context.sources.at(start) ?? quotedSpeaker(context, start);
  if (first === undefined || first.to > limit) return undefined;
  const joint = QUOTES.get(cue.lemma);
  const source =
    joint === undefined
      ? beforeJoint(context, first, cue)
      : quotedSource(context, first.to, limit, joint);
  if (source === undefined) return undefined;
  if (joint === undefined && !maySpeak(context, at, cue, first)) {
    return { frame: frameAt(context, start, cue, true, limit), source: undefined };
  }
  const quoted = isOpening(context.tokens[start]);
  const past = quoted ? source.to + 1 : source.to;
  const candidate: Candidate = {
    at,
    start,
    source,
    past,
    rest: skipAsides(context, past, limit),
    named: quoted || context.sources.speaks(start),
    definite: isDefinite(context.tokens[start]?.folded ?? '') || isOwned(context.tokens[start]),
    carried,
  };
  const charged = chargedWith(context, candidate, cue);
  if (charged !== undefined) return { frame: charged, source: undefined };
  if (!candidate.named) {
    const other = notTheSpeaker(context, candidate, cue);
    if (other !== undefined) return other;
  }
  return saidAfter(context, candidate, cue, limit);
}

/** شكك الخبراء في صحة الأرقام: what the verb's own في leads to is no part of who speaks. */
function beforeJoint({ tokens }: ClaimContext, source: TokenRange, cue: Cue): TokenRange {
  if (!cue.prepositions.has('في')) return source;
  for (let i = source.from + 1; i < source.to; i++) {
    if (tokens[i]?.folded === 'في') return { ...source, to: i };
  }
  return source;
}

/** ويتهم الجيش بارتكاب انتهاكات: with only one noun before ب, and nobody who spoke before, that is the accused. */
function chargedWith(
  context: ClaimContext,
  { start, source, carried }: Candidate,
  cue: Cue,
): Frame | undefined {
  if (cue.lemma !== 'اتهم' || cue.pronoun || carried) return undefined;
  return withB(context.tokens[source.to]) ? addressed(context, start, cue, 'of') : undefined;
}

/** What stands where the speaker should may be what is spoken of; he was named before. */
function notTheSpeaker(context: ClaimContext, candidate: Candidate, cue: Cue): Framed | undefined {
  const { start, source, rest, definite, carried } = candidate;
  const about = (frame: Frame | undefined): Framed => ({ frame, source: undefined });
  // ووصفت الخطوة بأنها …: who is described.
  const described = cue.frames.has('of') && !cue.prepositions.has('ب') && !cue.pronoun;
  if (described && withB(context.tokens[source.to])) {
    return about(addressed(context, start, cue, 'of'));
  }
  const follows = cue.lemma !== 'بين' && followsAtOnce(context, rest, cue, definite);
  if (cue.weak && !follows && !(definite && agreesAsWoman(context, candidate))) {
    return about(undefined);
  }
  if (!carried) return undefined;
  // وانتقد موقف الكثيرين أنه …: what is criticised, whatever may follow it.
  if (takesStance(cue) && !definite) return about(clause(context, 'obj', start, false));
  // ونصحت الناس باستخدام …: who is advised.
  const advises = cue.frames.has('to') && leadsTo(context, source.to);
  return advises ? about(addressed(context, start, cue, 'to')) : undefined;
}

/** A verb of stance takes what it is about as an object: انتقد، نفى، رفض. */
function takesStance(cue: Cue): boolean {
  return cue.frames.has('obj') && cue.kind !== 'statement';
}

function saidAfter(context: ClaimContext, candidate: Candidate, cue: Cue, limit: number): Framed {
  const { start, source, past, rest, named, definite, carried } = candidate;
  const made = behindMaking(context, source, cue, limit);
  if (made !== undefined) return { frame: made, source };
  const stance = behindRelative(context, rest, cue, limit);
  if (stance !== undefined) return { frame: stance, source };
  // يشكو المزارعون نقص المياه
  const known = named || cue.pronoun || (definite && statesFact(context.tokens[rest]));
  const near = asideWithin(context, past, rest) && !isComma(context.tokens[rest - 1]);
  const blocked = near && nouns(context, rest, cue);
  const frame =
    (blocked ? undefined : frameAt(context, rest, cue, known, limit)) ??
    distant(context, near ? past : rest, cue, limit);
  const far = frame === undefined ? farAfter(context, candidate, cue, limit) : undefined;
  if (far !== undefined) return far;
  const later = goesOn(context, candidate, frame, cue, limit);
  if (later !== undefined) return later;
  if (frame === undefined && carried && !named && cue.frames.has('obj')) {
    // واعتبر الحوار ضروريا: what is said of it, by who spoke before.
    return { frame: clause(context, 'obj', start, false), source: undefined };
  }
  const clear = isClear(frame);
  if (
    !clear &&
    !named &&
    !facesObject(context, candidate) &&
    !definite &&
    !agreesAsWoman(context, candidate)
  ) {
    // انتقد موقف الكثيرين: what follows is what is criticised, the speaker was named before.
    return { frame: frameAt(context, start, cue, true, limit), source: undefined };
  }
  const titled = frame !== undefined && clear ? namedAfter(context, source, frame) : source;
  return { frame, source: titled };
}

/** What is said far behind its speaker: behind words of no list, or behind a clause that describes him. */
function farAfter(
  context: ClaimContext,
  { source, rest, named }: Candidate,
  cue: Cue,
  limit: number,
): Framed | undefined {
  if (!named && (cue.weak || takesStance(cue))) return undefined;
  const far = beyond(context, rest, cue, limit);
  if (far !== undefined) return { frame: far, source: stretched(context, source, far, cue) };
  const described = named ? behindDescription(context, rest, cue, limit) : undefined;
  return described === undefined ? undefined : { frame: described, source };
}

/** Whether the speaker goes on where a noun or preposition seemed to start what is said. */
function goesOn(
  context: ClaimContext,
  { source, rest }: Candidate,
  frame: Frame | undefined,
  cue: Cue,
  limit: number,
): Framed | undefined {
  const noun = frame?.type === 'obj';
  if (!noun && !(frame?.type === 'prep' && GOVERNING.test(endOf(context, source))))
    return undefined;
  // رجح المبعوث الخاص والوسيط سمير كامل أن
  const open = openThat(context, rest, cue, limit);
  if (open !== undefined) return { frame: open, source: stretched(context, source, open, cue) };
  const apposed = noun ? behindApposition(context, rest, cue, limit) : undefined;
  return apposed === undefined ? undefined : { frame: apposed, source };
}

/** أدانت دول عربية الهجوم: an indefinite noun and its adjective, and a definite one, which is no part of it. */
function facesObject({ tokens }: ClaimContext, { source, rest }: Candidate): boolean {
  const words = tokens.slice(source.from, source.to);
  const indefinite = words.length > 1 && words.every((word) => !isDefinite(word.folded));
  return indefinite && rest === source.to && isDefinite(tokens[rest]?.folded ?? '');
}

/** أعلنت قيادات عشائر تعاونها: a feminine verb and a feminine noun right behind it. */
function agreesAsWoman({ tokens }: ClaimContext, { at, start, source }: Candidate): boolean {
  const head = tokens[source.from];
  const verb = tokens[at]?.folded ?? '';
  return start === at + 1 && /ت$/u.test(verb) && /(?:ة|ات)$/u.test(head?.text ?? '');
}

function endOf({ tokens }: ClaimContext, source: TokenRange): string {
  return tokens[source.to - 1]?.folded ?? '';
}

function asideWithin({ tokens }: ClaimContext, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (statementAside(tokens, i)) return true;
  return false;
}

/** Whether a plain noun stands at the token; behind an aside it belongs to that: في مقابلة تلفزيونية بثتها …. */
function nouns(context: ClaimContext, at: number, cue: Cue): boolean {
  const token = context.tokens[at];
  if (!isWord(token) || isThat(token)) return false;
  const { functionWords } = context.vocabulary;
  // حث في تصريحات للجزيرة السلطات على: whom he calls upon is named, not described.
  const called = cue.frames.has('to') && isDefinite(token.folded);
  if (called) return false;
  const behindB = cue.prepositions.has('ب') && withB(token);
  return !functionWords.has(token.folded) && !behindB;
}

function leadsTo(context: ClaimContext, at: number): boolean {
  const token = context.tokens[at];
  return withB(token) || /^(?:الي|علي|ان)$/u.test(token?.folded ?? '');
}

function followsAtOnce(context: ClaimContext, at: number, cue: Cue, definite: boolean): boolean {
  const token = context.tokens[at];
  if (isThat(token) || token?.text === ':' || isThat(context.tokens[at + 1])) return true;
  if (!definite) return false;
  if (joins(context, at, cue)) return true;
  const object = cue.frames.has('obj') || cue.frames.has('fact');
  return (
    (object && (statesFact(token) || isStance(token))) ||
    (cue.prepositions.has('ب') && withB(token))
  );
}

/** نقلت الوكالة عن المتحدث قوله إن: the source is whom she quotes. */
function quotedSource(
  context: ClaimContext,
  from: number,
  limit: number,
  joint: string,
): TokenRange | undefined {
  for (let i = from; i < Math.min(from + 6, limit); i++) {
    if (context.tokens[i]?.folded === joint) {
      const source = context.sources.at(i + 1);
      if (source === undefined) return undefined;
      const said = context.cues.get(context.tokens[source.to]?.folded ?? '')?.form === 'noun';
      return said ? { ...source, to: source.to } : source;
    }
  }
  return undefined;
}
