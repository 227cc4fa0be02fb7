import type { AnalysedToken } from '../analysis';
import { tokenAfter } from '../found';
import { words } from '../lexicon/entries';
import { DOCUMENT_VERBS } from '../lexicon/reporting';
import { foldedSet } from '../phrases';
import { isDefinite, isWord } from '../vocabulary';
import { skipAsides, statementAside } from './asides';
import type { ClaimContext } from './claims';
import { isOpening, isThat } from './content';
import type { Cue } from './cues';
import {
  addressed,
  ASIDES,
  clause,
  frameAt,
  quotation,
  quotedSpeaker,
  speech,
  statesFact,
  thatFrame,
  withB,
  type Frame,
} from './said';
import type { TokenRange } from './sources';

export interface Framed {
  readonly frame: Frame | undefined;
  readonly source: TokenRange | undefined;
}

const AS_SAID = foldedSet(words('كما حسبما مثلما وفقما'));
/** Longest source of words that no list knows, in tokens. */
const STRETCH = 18;
const MOOD = foldedSet(words('لم لن قد سوف ليس ليست كان كانت الذي التي الذين'));
const SUBORDINATING = foldedSet(words('قبل بعد دون بدون منذ قبيل بعيد شرط شريطة حتى إلى عن من'));
const MODAL = foldedSet(
  words('يجب يمكن ينبغي يتعين علينا عليهم عليه الممكن الضروري نريد أريد يريد لابد'),
);
const IN_DOCUMENTS = foldedSet(words(DOCUMENT_VERBS));
const JOINTS = foldedSet(words('على عن إلى من'));
const WHERE = new Set(['ORG', 'GPE', 'FAC', 'LOC']);
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
  const word = context.tokens[at]?.folded ?? '';
  if (IN_DOCUMENTS.has(cue.folded)) return inDocument(context, at, cue, limit);
  const finite = cue.form === 'past' || cue.form === 'present';
  if (finite && /(?:وا|ون|تا|ان)$/u.test(word) && word !== cue.folded) {
    // أكدا أهمية الحوار: after a dual or plural the subject has been named.
    const next = skipAsides(context, at + 1, limit);
    const frame = frameAt(context, next, cue, true, limit) ?? distant(context, next, cue, limit);
    return { frame, source: before };
  }
  const start = finite ? skipAsides(context, at + 1, limit) : at + 1;
  const direct =
    frameAt(context, start, cue, true, limit) ??
    (cue.form === 'participle' ? setOff(context, start, cue, limit) : undefined);
  // A noun right after a verb may be its subject, what follows أن, a colon or a preposition may not.
  const sure = direct !== undefined && ['that', 'quote', 'prep'].includes(direct.type);
  if (cue.form === 'noun' && cue.weak) return afterNoun(context, at, cue, limit);
  if (!finite) return { frame: direct, source: undefined };
  if (sure || before !== undefined) {
    return { frame: direct ?? distant(context, start, cue, limit), source: before };
  }
  // قال في مؤتمر صحفي بالقاهرة إن: a phrase of some length, and no source at all.
  if (ASIDES.has(context.tokens[start]?.folded ?? '')) {
    return { frame: distant(context, start, cue, limit), source: undefined };
  }
  return afterSource(context, start, cue, limit, carried);
}

/** تصريح المسؤول … بأن: the speaker completes the noun, the clause follows him. */
function afterNoun(context: ClaimContext, at: number, cue: Cue, limit: number): Framed {
  const none = { frame: undefined, source: undefined };
  const source = context.sources.at(at + 1);
  if (source === undefined || !context.sources.speaks(at + 1)) return none;
  const { tokens } = context;
  for (let i = source.to; i < Math.min(limit, source.to + 8); i++) {
    const token = tokens[i];
    if (token === undefined || token.text === '،') return none;
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
  if (context.tokens[at + 1]?.folded !== 'في' || !context.sources.speaks(from)) return none;
  const source = context.sources.at(from);
  if (source === undefined) return none;
  const rest = skipAsides(context, source.to, limit);
  const frame = frameAt(context, rest, cue, true, limit) ?? beyond(context, rest, cue, limit);
  if (frame === undefined) return none;
  return { frame, source: stretched(context, source, frame) };
}

/** مضيفا، في حديث للصحيفة، أن: a phrase set off by commas between the participle and what it says. */
function setOff(context: ClaimContext, at: number, cue: Cue, limit: number): Frame | undefined {
  const { tokens } = context;
  if (tokens[at]?.text !== '،') return undefined;
  for (let i = at + 1; i < Math.min(at + 10, limit); i++) {
    if (tokens[i]?.text !== '،') continue;
    const said = tokens[i + 1];
    return isThat(said) || isOpening(said) ? frameAt(context, i + 1, cue, true, limit) : undefined;
  }
  return undefined;
}

function afterSource(
  context: ClaimContext,
  start: number,
  cue: Cue,
  limit: number,
  carried: boolean,
): Framed {
  let source = context.sources.at(start) ?? quotedSpeaker(context, start);
  if (source === undefined || source.to > limit) return { frame: undefined, source: undefined };
  if (cue.lemma === 'نقل') {
    source = quotedSource(context, source.to, limit);
    if (source === undefined) return { frame: undefined, source };
  }
  const past = isOpening(context.tokens[start]) ? source.to + 1 : source.to;
  const rest = skipAsides(context, past, limit);
  const named = context.sources.speaks(start) || isOpening(context.tokens[start]);
  if (cue.frames.has('of') && !named && withB(context.tokens[source.to])) {
    // ووصفت الخطوة بأنها …: who is described; the speaker was named before.
    return { frame: addressed(context, start, 'of'), source: undefined };
  }
  const definite = isDefinite(context.tokens[start]?.folded ?? '');
  if (cue.weak && !named && !(cue.lemma !== 'بين' && followsAtOnce(context, rest, cue, definite))) {
    return { frame: undefined, source: undefined };
  }
  const objects = cue.frames.has('obj') && cue.kind !== 'statement';
  if (!named && objects && !isDefinite(context.tokens[start]?.folded ?? '') && carried) {
    // وانتقد موقف الكثيرين أنه …: what is criticised, whatever may follow it.
    return { frame: clause(context, 'obj', start, false), source: undefined };
  }
  if (carried && !named && cue.frames.has('to') && leadsTo(context, source.to)) {
    // ونصحت الناس باستخدام …, who is advised; the speaker was named before.
    return { frame: addressed(context, start, 'to'), source: undefined };
  }
  const near = asideWithin(context, past, rest);
  const frame =
    (near && nouns(context, rest, cue)
      ? undefined
      : frameAt(context, rest, cue, named || cue.pronoun, limit)) ??
    distant(context, near ? past : rest, cue, limit);
  const stance = cue.frames.has('obj') && cue.kind !== 'statement';
  if (frame === undefined && !cue.weak && !stance) {
    const far = beyond(context, rest, cue, limit);
    if (far !== undefined) return { frame: far, source: stretched(context, source, far) };
  }
  if (frame === undefined && carried && !named && cue.frames.has('obj')) {
    // واعتبر الحوار ضروريا: what is said of it, by who spoke before.
    return { frame: clause(context, 'obj', start, false), source: undefined };
  }
  const noun = frame?.type === 'obj' || frame?.type === 'of' || frame?.type === 'to' || !frame;
  if (noun && !named && !isDefinite(context.tokens[start]?.folded ?? '')) {
    // انتقد موقف الكثيرين: what follows is what is criticised, the speaker was named before.
    return { frame: frameAt(context, start, cue, true, limit), source: undefined };
  }
  return { frame, source };
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
  const comma = tokens[at - 1]?.text === '،' ? at - 2 : at - 1;
  const open = speech.openingOf(comma);
  return open === undefined || comma - open < 4 ? undefined : quotation(context, open);
}

function frameOf({ speech }: ClaimContext, from: number, to: number): Frame | undefined {
  const span = speech.trimmed(from, to);
  if (span === undefined) return undefined;
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

/** Far from the source, behind a phrase of any length: no plain noun counts there. */
function distant(context: ClaimContext, from: number, cue: Cue, limit: number): Frame | undefined {
  const { tokens } = context;
  const first = tokens[from];
  const comma = first?.text === '،' || tokens[from - 1]?.text === '،';
  const aside = comma || ASIDES.has(first?.folded ?? '');
  if (!aside && first?.readings.some((reading) => reading.proclitics === 'ل') !== true) {
    return undefined;
  }
  for (let i = from; i < limit; i++) {
    const token = tokens[i];
    if (token === undefined || endsSearch(context, token)) return undefined;
    const step = farFrame(context, i, cue, i > from);
    if (step === 'none') return undefined;
    if (step !== undefined) return step;
    if (isOpening(token)) i = context.speech.closingOf(i) ?? i;
  }
  return undefined;
}

/**
 * وأوضح ميكو تانو المشارك في الدراسة: …: a source that no list knows in all its parts. What is said opens
 * with a complementizer or a colon, and no verb stands before that.
 */
function beyond(context: ClaimContext, from: number, cue: Cue, limit: number): Frame | undefined {
  const { tokens, vocabulary, entities } = context;
  for (let i = from; i < Math.min(limit, from + STRETCH); i++) {
    const token = tokens[i];
    if (token === undefined || endsSearch(context, token)) return undefined;
    if (isThat(token) || token.text === ':' || isOpening(token)) {
      const step = farFrame(context, i, cue, false);
      if (step !== undefined) return step === 'none' ? undefined : step;
    } else if (JOINTS.has(token.folded) && i > from) {
      const step = farFrame(context, i, cue, true);
      if (step !== undefined) return step === 'none' ? undefined : step;
    }
    if (token.kind === 'punctuation' && !/^[،()\-–"«»“”]$/u.test(token.text)) return undefined;
    const verb = vocabulary.verbs.has(token.folded) || MOOD.has(token.folded);
    if (verb && entities.at(token.start) === undefined) return undefined;
  }
  return undefined;
}

/** The source with the words that go on with it up to what is said: names, titles, من and في with a body. */
function stretched(context: ClaimContext, source: TokenRange, frame: Frame): TokenRange {
  const { tokens, entities, vocabulary } = context;
  const end = frame.from - 1;
  let to = source.to;
  for (let i = source.to; i < end;) {
    const token = tokens[i];
    if (token === undefined) break;
    const entity = entities.at(token.start);
    if (entity?.label === 'DATE' || entity?.label === 'TIME') break;
    if (entity !== undefined) i = to = tokenAfter(tokens, entity.end, i);
    else if (token.text === '-' || token.text === '–') i++;
    else if (token.folded === 'من' || token.folded === 'في') {
      const inside = entities.at(tokens[i + 1]?.start ?? -1)?.label;
      if (inside === undefined || !WHERE.has(inside)) break;
      i++;
    } else if (!isWord(token) || vocabulary.functionWords.has(token.folded)) break;
    else if (token.folded.startsWith('ل') && to > source.to) break;
    else to = ++i;
  }
  return { ...source, to };
}

/** The frame that opens at token `at`; `none` where what stands there ends the search. */
function farFrame(
  context: ClaimContext,
  at: number,
  cue: Cue,
  inside: boolean,
): Frame | 'none' | undefined {
  const { tokens } = context;
  const token = tokens[at];
  if (isThat(token)) {
    const before = tokens[at - 1]?.folded ?? '';
    // قبل أن يعود, دون أن: no complementizer; يجب أن: part of what is said.
    if (token?.folded === 'ان' && SUBORDINATING.has(before)) return undefined;
    if (token?.folded === 'ان' && MODAL.has(before)) return 'none';
    const nested = context.vocabulary.reporting.has(tokens[at - 1]?.folded ?? '');
    return (cue.frames.has('that') && !nested ? thatFrame(context, at) : undefined) ?? 'none';
  }
  if (token?.text === ':') return speech(context, at, cue) ?? 'none';
  if (isOpening(token)) {
    const close = context.speech.closingOf(at);
    const long = close !== undefined && close - at > 4;
    return long ? (speech(context, at, cue) ?? 'none') : undefined;
  }
  const word = token?.folded ?? '';
  const facts = word === 'الي' && cue.lemma === 'أشار' && statesFact(tokens[at + 1]);
  const joins = facts || (JOINTS.has(word) && cue.prepositions.has(word));
  if (!joins || !inside) return undefined;
  const that = isThat(tokens[at + 1]);
  return (that ? thatFrame(context, at + 1) : clause(context, 'prep', at + 1, false)) ?? 'none';
}

/** The next report, or a participle that reports on its own. */
function endsSearch(context: ClaimContext, token: AnalysedToken): boolean {
  // قال … قائلا: the verb before it is the word of reporting.
  if (token.folded === 'قائلا' || token.folded === 'قائله') return false;
  const cue = context.cues.get(token.folded);
  if (cue !== undefined) return cue.form === 'participle';
  return /^[وف]/u.test(token.folded) && context.vocabulary.reporting.has(token.folded.slice(1));
}
