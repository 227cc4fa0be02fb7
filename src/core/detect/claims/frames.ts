import { words } from '../lexicon/entries';
import { foldedSet } from '../phrases';
import { isWord } from '../vocabulary';
import { skipAsides, statementAside } from './asides';
import { afterSource, QUOTES } from './afterSource';
import type { ClaimContext } from './claims';
import type { Cue } from './cues';
import { distant, setOff, voiced } from './farther';
import { isComma, isOpening } from './marks';
import { isFact } from './matters';
import { afterNoun, inDocument, IN_DOCUMENTS, plainSpeech } from './outsideVerbs';
import {
  ASIDES,
  frameAt,
  isClear,
  quotation,
  spanWithoutConjunction,
  type Frame,
  type Framed,
} from './said';
import { isInWhich } from './sourceBefore';
import type { TokenRange } from './sources';

const AS_SAID = foldedSet(words('كما حسبما مثلما وفقما'));
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
  // ودان, وأدان: the ending is the verb's own.
  const several = /(?:وا|ون|تا|ان)$/u.test(word) && !word.endsWith(cue.folded);
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
  const teller = tellerAt(context, at, start, cue);
  if (teller !== undefined) return { frame: undefined, source: teller };
  const direct = frameAt(context, start, cue, true, limit);
  // A noun right after a verb may be its subject, what follows أن, a colon or a preposition may not.
  // جددت مطالبتها بكذا: a noun of saying with a pronoun is what, not who.
  const noun = context.cues.get(context.tokens[start]?.folded ?? '');
  const own = noun?.form === 'noun' && !noun.weak;
  const sure = direct !== undefined && (own || isClear(direct) || isOpening(context.tokens[start]));
  const told = (): Framed => ({
    frame: direct ?? distant(context, start, cue, limit),
    source: before,
  });
  // كلمة أكد فيها حرص بلاده: who spoke was named before the word.
  if (start > at + 1 && isInWhich(context.tokens[at + 1])) {
    return isClear(direct) ? told() : (speakerBehind(context, at, start, cue, limit) ?? told());
  }
  if (sure || before !== undefined) return told();
  const quoted = quotedFrom(context, start, cue, limit);
  if (quoted !== undefined) return quoted;
  // قال في مؤتمر صحفي بالقاهرة إن: a phrase of some length, and no source at all.
  if (ASIDES.has(context.tokens[start]?.folded ?? '')) {
    return { frame: distant(context, start, cue, limit), source: undefined };
  }
  const felt = voiced(context, start, cue, limit);
  if (felt !== undefined) return { frame: felt, source: voicer(context, start, felt) };
  const found = afterSource(context, at, start, cue, limit, carried);
  // واتهمها "بتدمير" …: no source can be read here, who spoke before speaks on.
  return found ?? { frame: carried ? direct : undefined, source: undefined };
}

/** في وقت أعلن فيه الوزير أن: who speaks may stand behind it all the same, right before what he says. */
function speakerBehind(
  context: ClaimContext,
  at: number,
  start: number,
  cue: Cue,
  limit: number,
): Framed | undefined {
  const found = afterSource(context, at, start, cue, limit, false);
  return found?.source !== undefined && found.frame?.type === 'that' ? found : undefined;
}

/** …، كما أعلنت عائلته.: who told what stands before; not …، كما نفى وجود تأخير. */
function tellerAt(
  context: ClaimContext,
  at: number,
  start: number,
  cue: Cue,
): TokenRange | undefined {
  if (cue.kind !== 'statement' || joinedBy(context, at) === 0) return undefined;
  const teller = context.sources.at(start);
  const tells = teller !== undefined && !isFact(context.tokens[start]?.folded ?? '');
  return tells && endsSentence(context, teller.to) ? teller : undefined;
}

/** Who voices it: the words behind the verb, up to a particle or an aside. */
function voicer(context: ClaimContext, from: number, frame: Frame): TokenRange | undefined {
  const { tokens, sources, vocabulary } = context;
  const offset = tokens[from]?.start ?? -1;
  let to = sources.at(from)?.to ?? from;
  while (to < frame.from - 1 && isWord(tokens[to]) && !statementAside(tokens, to)) {
    if (vocabulary.functionWords.has(tokens[to]?.folded ?? '')) break;
    to++;
  }
  return to > from ? { from, to, offset } : undefined;
}

/** نقل عن المتحدث أن: who is quoted, and what; who quotes him is not named. نقل عنه قوله: who spoke before. */
function quotedFrom(
  context: ClaimContext,
  at: number,
  cue: Cue,
  limit: number,
): Framed | undefined {
  const joint = QUOTES.get(cue.lemma);
  const word = context.tokens[at]?.folded ?? '';
  if (joint === undefined || !word.startsWith(joint)) return undefined;
  const source = word === joint ? context.sources.at(at + 1) : undefined;
  if (word === joint && source === undefined) return { frame: undefined, source };
  return { frame: saidLater(context, source?.to ?? at + 1, cue, limit), source };
}

/** What is said behind token `from`, past who quotes it, a date, or قوله. */
function saidLater(
  context: ClaimContext,
  from: number,
  cue: Cue,
  limit: number,
): Frame | undefined {
  const rest = skipAsides(context, context.sources.at(from)?.to ?? from, limit);
  return frameAt(context, rest, cue, true, limit) ?? distant(context, rest, cue, limit);
}

/**
 * What stands before the cue: a quotation («…», قال المتحدث., «…»، كما قال.), or the whole clause before
 * كما أعلن الوزير, where the sentence ends with the source.
 */
export function behind(
  context: ClaimContext,
  at: number,
  cue: Cue,
  source: TokenRange | undefined,
): Frame | undefined {
  const { tokens, speech } = context;
  const past = source?.to ?? at + 1;
  const joined = joinedBy(context, at);
  const asSaid = joined > 0 && cue.kind === 'statement';
  const from = at - (tokens[at - 1]?.folded === 'هكذا' ? 1 : joined);
  const comma = isComma(tokens[from - 1]);
  const close = comma ? from - 2 : from - 1;
  const open = speech.openingOf(close);
  const quoted =
    open === undefined || close - open < (comma ? 3 : 4) ? undefined : quotation(context, open);
  // «…»، هكذا رد الوزير على التهديدات: behind a comma the sentence may go on.
  if (quoted !== undefined && comma && source !== undefined) return quoted;
  if (!endsSentence(context, past)) return undefined;
  if (quoted !== undefined && (source !== undefined || asSaid)) return quoted;
  const start = speech.sentenceStart(at);
  return asSaid && source !== undefined && at - start >= 4
    ? frameOf(context, start, from)
    : undefined;
}

/** How many words join the cue to what was said before it: كما, حسبما, على ما; 0 for none. */
function joinedBy({ tokens }: ClaimContext, at: number): number {
  const before = tokens[at - 1]?.folded ?? '';
  if (before === 'ما' && tokens[at - 2]?.folded === 'علي') return 2;
  return AS_SAID.has(before) ? 1 : 0;
}

function endsSentence({ tokens }: ClaimContext, at: number): boolean {
  const { sentence } = tokens[at - 1] ?? {};
  return tokens[at]?.sentence !== sentence || /^[.،؛!؟]$/u.test(tokens[at]?.text ?? '');
}

function frameOf(context: ClaimContext, from: number, to: number): Frame | undefined {
  const { speech } = context;
  const trimmed = speech.trimmed(from, to);
  if (trimmed === undefined) return undefined;
  const span = spanWithoutConjunction(context, from, trimmed);
  return { type: 'that', from, to, span, mode: speech.modeOf(from, to), pronoun: false };
}
