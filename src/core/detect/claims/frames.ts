import { words } from '../lexicon/entries';
import { DOCUMENT_VERBS } from '../lexicon/reporting';
import { foldedSet } from '../phrases';
import { isDefinite, isWord } from '../vocabulary';
import { skipAsides, statementAside } from './asides';
import { maySpeak } from './agreement';
import type { ClaimContext } from './claims';
import { isThat } from './content';
import type { Cue } from './cues';
import { beyond, distant, setOff, SUBORDINATING } from './farther';
import { behindApposition, namedAfter, openThat, stretched } from './stretch';
import {
  addressed,
  ASIDES,
  clause,
  frameAt,
  quotation,
  quotedSpeaker,
  withB,
  withoutConjunction,
  type Frame,
} from './said';
import type { TokenRange } from './sources';
import { isComma, isOpening } from './marks';

export interface Framed {
  readonly frame: Frame | undefined;
  readonly source: TokenRange | undefined;
}

const AS_SAID = foldedSet(words('كما حسبما مثلما وفقما'));
export const IN_DOCUMENTS = foldedSet(words(DOCUMENT_VERBS));
/** Frames that a plain noun cannot be mistaken for. */
const CLEAR: ReadonlySet<Frame['type']> = new Set(['that', 'quote', 'prep']);
/** Nouns of a post that a preposition completes: المشرف على البطولة. */
const GOVERNING =
  /^و?(?:ال)?(?:مشرف|مسؤول|مسءول|مكلف|متخصص|خبير|معني|قاءم|قائم|ناطق|متحدث|مختص|عضو)ه?$/u;
/** Furthest that what is said may stand from its cue, in tokens. */
const REACH = 45;

/**
 * Reads on from the cue at token `at`: the source if it follows, then what is said. `before` is a source
 * that stands before the cue for sure: وكان الوزير قد حذر. `carried` says that the sentence has named
 * somebody who may speak on.
 */
export function findFrame(
  context: ClaimContext,
  at: number,
  cue: Cue,
  before: TokenRange | undefined,
  carried: boolean,
): Framed {
  const limit = Math.min(context.speech.sentenceEnd(at), at + REACH);
  if (IN_DOCUMENTS.has(cue.folded)) return inDocument(context, at, cue, limit);
  if (cue.form === 'noun' && cue.weak) return afterNoun(context, at, cue, limit);
  if (cue.form === 'noun' || cue.form === 'participle') {
    const comma = isComma(context.tokens[at + 1]);
    const start = cue.form === 'noun' || comma ? at + 1 : skipAsides(context, at + 1, limit);
    const direct = frameAt(context, start, cue, true, limit);
    const later = cue.form === 'participle' ? setOff(context, at + 1, cue, limit) : undefined;
    return { frame: direct ?? later ?? plainSpeech(context, at + 1), source: undefined };
  }
  const start = skipAsides(context, at + 1, limit);
  const word = context.tokens[at]?.folded ?? '';
  const several = /(?:وا|ون|تا|ان)$/u.test(word) && word !== cue.folded;
  if (!several) return afterVerb(context, at, start, cue, limit, before, carried);
  // أكدا أهمية الحوار: after a dual or plural the subject has been named.
  const frame = frameAt(context, start, cue, true, limit) ?? distant(context, start, cue, limit);
  return { frame, source: before };
}

/** What follows a verb, from token `start` on: what is said right away, or the source and then that. */
function afterVerb(
  context: ClaimContext,
  at: number,
  start: number,
  cue: Cue,
  limit: number,
  before: TokenRange | undefined,
  carried: boolean,
): Framed {
  const direct = frameAt(context, start, cue, true, limit);
  // A noun right after a verb may be its subject, what follows أن, a colon or a preposition may not.
  const sure = direct !== undefined && (CLEAR.has(direct.type) || isOpening(context.tokens[start]));
  // كلمة أكد فيها حرص بلاده: who spoke was named before the word.
  const relative =
    start > at + 1 && /^(?:في|خلال)(?:ه|ها|هما)$/u.test(context.tokens[at + 1]?.folded ?? '');
  if (sure || relative || before !== undefined) {
    return { frame: direct ?? distant(context, start, cue, limit), source: before };
  }
  // قال في مؤتمر صحفي بالقاهرة إن: a phrase of some length, and no source at all.
  if (ASIDES.has(context.tokens[start]?.folded ?? '')) {
    return { frame: distant(context, start, cue, limit), source: undefined };
  }
  const found = afterSource(context, at, start, cue, limit, carried);
  // واتهمها "بتدمير" …: no source can be read here, who spoke before speaks on.
  return found ?? { frame: carried ? direct : undefined, source: undefined };
}

/** قائلا لن نتراجع: speech without marks, which only this word can lead to. */
function plainSpeech(context: ClaimContext, at: number): Frame | undefined {
  const says = /^قائل(?:ا|ه|ين)$/u.test(context.tokens[at - 1]?.folded ?? '');
  return says && isWord(context.tokens[at]) ? clause(context, 'quote', at, false) : undefined;
}

/** تصريح المسؤول … بأن: the speaker completes the noun, the clause follows him. */
function afterNoun(context: ClaimContext, at: number, cue: Cue, limit: number): Framed {
  const none = { frame: undefined, source: undefined };
  const source = context.sources.at(at + 1);
  if (source === undefined || !context.sources.speaks(at + 1)) return none;
  const { tokens } = context;
  for (let i = source.to; i < Math.min(limit, source.to + 8); i++) {
    const token = tokens[i];
    if (token === undefined || isComma(token)) return none;
    if (!isThat(token)) continue;
    if (token.folded === 'ان' && SUBORDINATING.has(tokens[i - 1]?.folded ?? '')) continue;
    const frame = frameAt(context, i, cue, true, limit);
    return frame === undefined ? none : { frame, source };
  }
  return none;
}

/** جاء في البيان أن: what the document says. */
function inDocument(context: ClaimContext, at: number, cue: Cue, limit: number): Framed {
  const none = { frame: undefined, source: undefined };
  const from = at + 2;
  const next = context.tokens[at + 1]?.folded ?? '';
  // أصدر القصر بيانا جاء فيه أن: who issued it speaks.
  if (/^في(?:ه|ها|هما)$/u.test(next)) {
    return { frame: frameAt(context, from, cue, true, limit), source: undefined };
  }
  if (next !== 'في' || !context.sources.speaks(from)) return none;
  const source = context.sources.at(from);
  if (source === undefined) return none;
  const rest = skipAsides(context, source.to, limit);
  const frame = frameAt(context, rest, cue, true, limit) ?? beyond(context, rest, cue, limit);
  if (frame === undefined) return none;
  return { frame, source: stretched(context, source, frame) };
}

/** A candidate for the source, where what follows it starts, and how sure it is. */
interface Candidate {
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

function afterSource(
  context: ClaimContext,
  at: number,
  start: number,
  cue: Cue,
  limit: number,
  carried: boolean,
): Framed | undefined {
  const first = context.sources.at(start) ?? quotedSpeaker(context, start);
  if (first === undefined || first.to > limit) return undefined;
  const source = cue.lemma === 'نقل' ? quotedSource(context, first.to, limit) : first;
  if (source === undefined) return undefined;
  if (cue.lemma !== 'نقل' && !maySpeak(context, at, cue, first)) {
    return { frame: frameAt(context, start, cue, true, limit), source: undefined };
  }
  const quoted = isOpening(context.tokens[start]);
  const past = quoted ? source.to + 1 : source.to;
  const candidate: Candidate = {
    start,
    source,
    past,
    rest: skipAsides(context, past, limit),
    named: quoted || context.sources.speaks(start),
    definite: isDefinite(context.tokens[start]?.folded ?? ''),
    carried,
  };
  if (!candidate.named) {
    const other = notTheSpeaker(context, candidate, cue);
    if (other !== undefined) return other;
  }
  return saidAfter(context, candidate, cue, limit);
}

/** What stands where the speaker should may be what is spoken of; he was named before. */
function notTheSpeaker(context: ClaimContext, candidate: Candidate, cue: Cue): Framed | undefined {
  const { start, source, rest, definite, carried } = candidate;
  const about = (frame: Frame | undefined): Framed => ({ frame, source: undefined });
  // ووصفت الخطوة بأنها …: who is described.
  if (cue.frames.has('of') && withB(context.tokens[source.to])) {
    return about(addressed(context, start, 'of'));
  }
  const follows = cue.lemma !== 'بين' && followsAtOnce(context, rest, cue, definite);
  if (cue.weak && !follows) return about(undefined);
  if (!carried) return undefined;
  // وانتقد موقف الكثيرين أنه …: what is criticised, whatever may follow it.
  if (takesStance(cue) && !definite) return about(clause(context, 'obj', start, false));
  // ونصحت الناس باستخدام …: who is advised.
  const advises = cue.frames.has('to') && leadsTo(context, source.to);
  return advises ? about(addressed(context, start, 'to')) : undefined;
}

/** A verb of stance takes what it is about as an object: انتقد، نفى، رفض. */
function takesStance(cue: Cue): boolean {
  return cue.frames.has('obj') && cue.kind !== 'statement';
}

function saidAfter(context: ClaimContext, candidate: Candidate, cue: Cue, limit: number): Framed {
  const { start, source, past, rest, named, definite, carried } = candidate;
  const near = asideWithin(context, past, rest);
  const blocked = near && nouns(context, rest, cue);
  const frame =
    (blocked ? undefined : frameAt(context, rest, cue, named || cue.pronoun, limit)) ??
    distant(context, near ? past : rest, cue, limit);
  if (frame === undefined && !cue.weak && (named || !takesStance(cue))) {
    const far = beyond(context, rest, cue, limit);
    if (far !== undefined) return { frame: far, source: stretched(context, source, far) };
  }
  const later = goesOn(context, candidate, frame, cue, limit);
  if (later !== undefined) return later;
  if (frame === undefined && carried && !named && cue.frames.has('obj')) {
    // واعتبر الحوار ضروريا: what is said of it, by who spoke before.
    return { frame: clause(context, 'obj', start, false), source: undefined };
  }
  const clear = frame !== undefined && CLEAR.has(frame.type);
  if (!clear && !named && !definite) {
    // انتقد موقف الكثيرين: what follows is what is criticised, the speaker was named before.
    return { frame: frameAt(context, start, cue, true, limit), source: undefined };
  }
  const titled = frame !== undefined && clear ? namedAfter(context, source, frame) : source;
  return { frame, source: titled };
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
  if (open !== undefined) return { frame: open, source: stretched(context, source, open) };
  const apposed = noun ? behindApposition(context, rest, cue, limit) : undefined;
  return apposed === undefined ? undefined : { frame: apposed, source };
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
  return definite && cue.prepositions.has('ب') && withB(token);
}

/**
 * What stands before the cue: a quotation («…», قال المتحدث.), or the whole clause before كما أعلن الوزير,
 * where the sentence ends with the source.
 */
export function behind(context: ClaimContext, at: number, source: TokenRange): Frame | undefined {
  const { tokens, speech } = context;
  const end = speech.sentenceEnd(at);
  const last = tokens[source.to];
  const final = source.to >= end || /^[.،؛!؟]$/u.test(last?.text ?? '');
  if (!final) return undefined;
  if (AS_SAID.has(tokens[at - 1]?.folded ?? '')) {
    const from = speech.sentenceStart(at);
    return at - from < 5 ? undefined : frameOf(context, from, at - 1);
  }
  const comma = isComma(tokens[at - 1]) ? at - 2 : at - 1;
  const open = speech.openingOf(comma);
  return open === undefined || comma - open < 4 ? undefined : quotation(context, open);
}

function frameOf(context: ClaimContext, from: number, to: number): Frame | undefined {
  const { speech } = context;
  const trimmed = speech.trimmed(from, to);
  if (trimmed === undefined) return undefined;
  const span = withoutConjunction(context, from, trimmed);
  return { type: 'that', from, to, span, mode: speech.modeOf(from, to), pronoun: false };
}

/** نقلت الوكالة عن المتحدث قوله إن: the source is whom she quotes. */
function quotedSource(context: ClaimContext, from: number, limit: number): TokenRange | undefined {
  for (let i = from; i < Math.min(from + 6, limit); i++) {
    if (context.tokens[i]?.folded === 'عن') {
      const source = context.sources.at(i + 1);
      if (source === undefined) return undefined;
      const said = context.cues.get(context.tokens[source.to]?.folded ?? '')?.form === 'noun';
      return said ? { ...source, to: source.to } : source;
    }
  }
  return undefined;
}
