import type { Mode } from '../../model/annotation';
import type { Span } from '../../text/span';
import type { AnalysedToken } from '../analysis';
import { words } from '../lexicon/entries';
import { foldedSet } from '../phrases';
import { isDefinite, isWord } from '../vocabulary';
import { shortQuote, skipAsides } from './asides';
import type { ClaimContext } from './claims';
import { isOpening, isThat } from './content';
import type { Cue } from './cues';
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

export interface Framed {
  readonly frame: Frame | undefined;
  readonly source: TokenRange | undefined;
}

/** Words that open a phrase between the source and what is said. */
const ASIDES = foldedSet(
  words(
    'في خلال أثناء عبر على بعد قبل عقب لدى مع ردا تعليقا حول بشأن عن من أمام إلى عند الذي التي الذين ضمن منذ إثر مساء صباح ل بحضور وهو وهي يوم حسب بمناسبة بعيد رفقة كما',
  ),
);
const PARTNERS = foldedSet(words('إلى ب على'));
/** Furthest that what is said may stand from its cue, in tokens. */
const REACH = 45;

/**
 * Reads on from the cue at token `at`: the source if it follows, then what is said. `before` is a source
 * that stands before the cue for sure: وكان الوزير قد حذر.
 */
export function findFrame(
  context: ClaimContext,
  at: number,
  cue: Cue,
  before: TokenRange | undefined,
): Framed {
  const limit = Math.min(context.speech.sentenceEnd(at), at + REACH);
  const finite = cue.form === 'past' || cue.form === 'present';
  const start = finite ? skipAsides(context, at + 1, limit) : at + 1;
  const direct = frameAt(context, start, cue, true, limit);
  // A noun right after a verb may be its subject, what follows أن, a colon or a preposition may not.
  const sure = direct !== undefined && ['that', 'quote', 'prep'].includes(direct.type);
  if (!finite) return { frame: direct, source: undefined };
  if (sure || before !== undefined) {
    return { frame: direct ?? distant(context, start, cue, limit), source: before };
  }
  // قال في مؤتمر صحفي بالقاهرة إن: a phrase of some length, and no source at all.
  if (ASIDES.has(context.tokens[start]?.folded ?? '')) {
    return { frame: distant(context, start, cue, limit), source: undefined };
  }
  return afterSource(context, start, cue, limit);
}

function afterSource(context: ClaimContext, start: number, cue: Cue, limit: number): Framed {
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
  if (cue.weak && !named && (cue.lemma === 'بين' || !followsAtOnce(context, rest))) {
    return { frame: undefined, source: undefined };
  }
  const frame =
    frameAt(context, rest, cue, named || cue.pronoun, limit) ?? distant(context, rest, cue, limit);
  const noun = frame?.type === 'obj' || frame?.type === 'of' || frame?.type === 'to' || !frame;
  if (noun && !named && !isDefinite(context.tokens[start]?.folded ?? '')) {
    // انتقد موقف الكثيرين: what follows is what is criticised, the speaker was named before.
    return { frame: frameAt(context, start, cue, true, limit), source: undefined };
  }
  return { frame, source };
}

/** رفضت «سمر» العرض: a name in quotation marks, with the sentence going on behind it. */
function quotedSpeaker(context: ClaimContext, at: number): TokenRange | undefined {
  const name = context.tokens[at + 1];
  if (!isOpening(context.tokens[at]) || !shortQuote(context, at)) return undefined;
  const close = context.speech.closingOf(at);
  if (close === undefined || !isWord(name) || context.tokens[close + 1]?.kind !== 'word') return undefined;
  return { from: at + 1, to: close, offset: name.start };
}

function withB(token: AnalysedToken | undefined): boolean {
  return token?.readings.some((reading) => reading.proclitics === 'ب') === true;
}

function followsAtOnce(context: ClaimContext, at: number): boolean {
  const token = context.tokens[at];
  return isThat(token) || token?.text === ':' || isThat(context.tokens[at + 1]);
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

/** What is said, where it starts right at token `at`. */
function frameAt(
  context: ClaimContext,
  at: number,
  cue: Cue,
  named: boolean,
  limit: number,
): Frame | undefined {
  const { tokens } = context;
  const token = tokens[at];
  if (token === undefined || at >= limit + 1) return undefined;
  if (isThat(token)) return cue.frames.has('that') ? thatFrame(context, at) : undefined;
  if (token.text === ':' || isOpening(token)) {
    if (quotedSpeaker(context, at) !== undefined && (cue.frames.has('obj') || cue.frames.has('of'))) {
      return undefined;
    }
    return quotedAddressee(context, at, cue) ?? speech(context, at, cue);
  }
  if (at >= limit) return undefined;
  const prep = prepositionFrame(context, at, cue);
  if (prep !== undefined) return prep;
  if (cue.form === 'present' && !named) return undefined;
  return isNoun(context, token) ? nounFrame(context, at, cue) : undefined;
}

function isNoun(context: ClaimContext, token: AnalysedToken): boolean {
  const { functionWords, verbs } = context.vocabulary;
  if (!isWord(token) || ASIDES.has(token.folded) || functionWords.has(token.folded)) return false;
  if (verbs.has(token.folded) && context.entities.at(token.start) === undefined) return false;
  return !prefixed(context, token);
}

function nounFrame(context: ClaimContext, at: number, cue: Cue): Frame | undefined {
  if (cue.frames.has('to')) return addressed(context, at, 'to');
  if (cue.frames.has('of')) return addressed(context, at, 'of');
  // يعتبر is passive as a rule where no pronoun shows whom it is about: إذ يعتبر الرجل الثاني.
  if (cue.lemma === 'اعتبر' && cue.form === 'present' && !cue.pronoun) return undefined;
  const object = cue.frames.has('obj') || (cue.form === 'participle' && cue.lemma === 'أضاف');
  return object ? clause(context, 'obj', at, false) : undefined;
}

/** لوكالة …, بحضور …: a noun behind a preposition is no object. */
function prefixed(context: ClaimContext, token: AnalysedToken): boolean {
  if (context.entities.at(token.start) !== undefined) return false;
  if (context.vocabulary.commonNouns.has(token.folded)) return false;
  return /^(?:لل|بال|كال)/u.test(token.folded) || /^ل....+/u.test(token.folded);
}

/** دعا "كل الأطراف" إلى الهدوء: the quotation names who is called upon. */
function quotedAddressee(context: ClaimContext, at: number, cue: Cue): Frame | undefined {
  if (!cue.frames.has('to') || !isOpening(context.tokens[at])) return undefined;
  const close = context.speech.closingOf(at);
  if (close === undefined) return undefined;
  const after = context.tokens[close + 1]?.folded ?? '';
  return PARTNERS.has(after) ? clause(context, 'to', at, false) : undefined;
}

/** ندد بالهجوم، أعلن عن فوزه، دعا إلى الهدوء, حذر من أن. */
function prepositionFrame(context: ClaimContext, at: number, cue: Cue): Frame | undefined {
  const { tokens } = context;
  const token = tokens[at];
  if (token === undefined) return undefined;
  const separate = ['من', 'عن', 'الي', 'علي', 'في', 'ب', 'ل'].includes(token.folded);
  if (separate) {
    if (isThat(tokens[at + 1]) && cue.frames.has('that')) return thatFrame(context, at + 1);
    const takes =
      cue.prepositions.has(token.folded) || (cue.frames.has('to') && PARTNERS.has(token.folded));
    if (!takes) return undefined;
    const open = isOpening(tokens[at + 1]) ? speech(context, at + 1, cue) : undefined;
    return open ?? clause(context, 'prep', at + 1, false);
  }
  if (!cue.prepositions.has('ب')) return undefined;
  const reading = token.readings.find((r) => r.proclitics === 'ب');
  if (reading === undefined || token.folded === 'بان') return undefined;
  return clause(context, 'prep', at, false, reading.start);
}

/** Far from the source, behind a phrase of any length: no plain noun counts there. */
function distant(context: ClaimContext, from: number, cue: Cue, limit: number): Frame | undefined {
  const { tokens } = context;
  const first = tokens[from];
  const aside = ASIDES.has(first?.folded ?? '') || tokens[from - 1]?.text === '،';
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
  const joins = (word === 'علي' || word === 'عن' || word === 'الي') && cue.prepositions.has(word);
  if (!joins || !inside) return undefined;
  const that = isThat(tokens[at + 1]);
  return (that ? thatFrame(context, at + 1) : clause(context, 'prep', at + 1, false)) ?? 'none';
}

/** The next report, or a participle that reports on its own. */
function endsSearch(context: ClaimContext, token: AnalysedToken): boolean {
  const cue = context.cues.get(token.folded);
  if (cue !== undefined) return cue.form === 'participle';
  return /^[وف]/u.test(token.folded) && context.vocabulary.reporting.has(token.folded.slice(1));
}

function thatFrame(context: ClaimContext, at: number): Frame | undefined {
  const { tokens } = context;
  const pronoun = /[^ا]ه$|ها$|هم$|هما$|نا$|ني$/u.test(tokens[at]?.folded ?? '');
  const next = tokens[at + 1];
  if (isOpening(next)) {
    const whole = quotation(context, at + 1);
    if (whole !== undefined && endsClause(context, whole.to))
      return { ...whole, type: 'that', pronoun };
  }
  return clause(context, 'that', at + 1, pronoun);
}

/** Whether the sentence stops after a quotation, or goes on with the next report. */
function endsClause(context: ClaimContext, at: number): boolean {
  const token = context.tokens[at];
  if (token === undefined || token.kind === 'punctuation') return true;
  if (context.tokens[at - 1]?.sentence !== token.sentence) return true;
  return token.readings.some((reading) => context.cues.has(reading.folded));
}

/** A quotation that a colon or the quotation mark itself opens; after a colon, also plain speech. */
function speech(context: ClaimContext, at: number, cue: Cue): Frame | undefined {
  const { tokens } = context;
  if (!cue.frames.has('quote')) return undefined;
  const colon = tokens[at]?.text === ':';
  let open = colon ? at + 1 : at;
  if (isThat(tokens[open + 1]) && !isOpening(tokens[open])) open++;
  if (isOpening(tokens[open])) return quotation(context, open);
  if (!colon || tokens[at + 1] === undefined) return undefined;
  return clause(context, 'quote', at + 1, false);
}

/** To the closing mark; where there is none, to the end of the paragraph. */
function quotation(context: ClaimContext, open: number): Frame | undefined {
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

function clause(
  context: ClaimContext,
  type: Frame['type'],
  from: number,
  pronoun: boolean,
  offset?: number,
): Frame | undefined {
  const { tokens } = context;
  if (tokens[from] === undefined || tokens[from]?.sentence !== tokens[from - 1]?.sentence)
    return undefined;
  const to = context.speech.clauseEnd(from);
  const span = context.speech.trimmed(from, to);
  if (span === undefined) return undefined;
  const exact = offset === undefined ? span : { start: offset, end: span.end };
  return { type, from, to, span: exact, mode: context.speech.modeOf(from, to), pronoun };
}

/** دعا الحكومة إلى الهدوء, اتهم إسرائيل بالهجوم: from the addressee on, if the preposition follows. */
function addressed(context: ClaimContext, at: number, type: 'to' | 'of'): Frame | undefined {
  const { tokens } = context;
  const limit = Math.min(context.speech.sentenceEnd(at), at + 16);
  for (let i = at + 1; i < limit; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word') continue;
    const b = withB(token);
    const to = token.folded === 'الي' || token.folded === 'علي' || token.folded === 'ان';
    if (b || isThat(token) || (type === 'to' && to)) return clause(context, type, at, false);
  }
  return undefined;
}
