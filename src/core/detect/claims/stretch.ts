import type { AnalysedToken } from '../analysis';
import { words } from '../lexicon/entries';
import { AWAY_WORDS } from '../lexicon/claimClues';
import { foldedSet } from '../phrases';
import { tokenAfter } from '../found';
import { isDefinite, isVerbWithObject, isWord, looksForeign, looksNisba } from '../vocabulary';
import { ASKING, statementAside } from './asides';
import type { ClaimContext } from './claims';
import { isThat } from './content';
import type { Cue } from './cues';
import { lookAhead, MOOD } from './farther';
import { isOwnStance, statesFact } from './matters';
import { RELATIVE } from './narrator';
import { clause, frameAt, joins, thatFrame, type Frame } from './said';
import type { TokenRange } from './sources';
import { isComma, isOpening } from './marks';

const WHERE = new Set(['ORG', 'GPE', 'FAC', 'LOC']);
/** Phrases that these open are of when and with whom, not of the title. */
const AWAY = foldedSet(words(AWAY_WORDS));
/** Participles and agents that a preposition completes: المشارك في الدراسة. */
const GOVERNS = /^ال(?:م.{3,}|عامل|عضو|خبير|باحث|استاذ|قيادي|ناطق)ه?$/u;
/** Furthest from a title that the name which belongs to it may stand, in tokens. */
const NAME_REACH = 14;

/** The source with the words that go on with it up to what is said: names, titles, من and في with a body. */
export function stretched(
  context: ClaimContext,
  source: TokenRange,
  frame: Frame,
  cue: Cue,
): TokenRange {
  const { tokens, entities } = context;
  const end = frame.from - 1;
  let to = source.to;
  for (let i = source.to; i < end;) {
    const token = tokens[i];
    if (token === undefined) break;
    const entity = entities.at(token.start);
    if (entity?.label === 'DATE' || entity?.label === 'TIME') break;
    if (isTold(context, i, cue)) break;
    if (entity !== undefined) i = to = tokenAfter(tokens, entity.end, i);
    else if (token.text === '-' || token.text === '–') i++;
    else if (/^(?:من|في|عن)$/u.test(token.folded)) {
      const inside = entities.at(tokens[i + 1]?.start ?? -1)?.label;
      const governed = GOVERNS.test(tokens[i - 1]?.folded ?? '') && i + 1 < end;
      if (!governed && (inside === undefined || !WHERE.has(inside))) break;
      i++;
    } else if (endsSpeaker(context, i, to > source.to)) break;
    else to = ++i;
  }
  return { ...source, to: context.sources.titled(to) };
}

/** أبلغ الوزير النواب بأن, حذرت الهيئة المواطنين من: behind a complete source stands whom it is said to. */
function isTold({ tokens, entities }: ClaimContext, at: number, cue: Cue): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (!isWord(before) || !isWord(token)) return false;
  const label = entities.at(token.start)?.label;
  if (!isDefinite(before.folded) && !/..(?:ي|يون|يان)$/u.test(before.folded)) return false;
  if (isDefinite(token.folded) && /.[^ي]ين$/u.test(token.folded)) return true;
  if (!cue.frames.has('whom') || looksNisba(token.folded)) return false;
  return label === 'ORG' || (label === undefined && isDefinite(token.folded));
}

/** Whether a word of no list ends who speaks; behind more than a noun (`long`) also one with ل. */
function endsSpeaker(context: ClaimContext, at: number, long: boolean): boolean {
  const { tokens, vocabulary, sources } = context;
  const token = tokens[at];
  if (!isWord(token) || vocabulary.functionWords.has(token.folded)) return true;
  if (token.folded.startsWith('بال') || (long && token.folded.startsWith('ل'))) return true;
  // مسؤول طلب عدم كشف اسمه
  if (ASKING.test(token.folded) || statementAside(tokens, at)) return true;
  // دراسة نشرتها مجلة: what goes on about the source is no part of its name.
  return isVerbWithObject(vocabulary, token.folded) || sources.isMedium(at);
}

/**
 * The first complementizer from token `from` on that can belong to no noun: behind a comma, or behind a name
 * or a definite word with no verb before it. أكد ضرورة أن …: there أن belongs to the noun.
 */
export function openThat(
  context: ClaimContext,
  from: number,
  cue: Cue,
  limit: number,
): Frame | undefined {
  const { tokens, vocabulary, entities } = context;
  if (!cue.frames.has('that')) return undefined;
  let verbs = false;
  return lookAhead(context, from, limit, (token, i) => {
    if (isThat(token)) {
      const bare = /^ب?ان/u.test(token.folded);
      const clear = isComma(tokens[i - 1]) || (!verbs && endsSource(context, i));
      return bare && clear && i > from ? (thatFrame(context, i) ?? 'none') : 'none';
    }
    if (isOpening(token) || entities.at(token.start) !== undefined) return undefined;
    if (vocabulary.reporting.has(token.folded)) return 'none';
    verbs ||= vocabulary.verbs.has(token.folded) || MOOD.has(token.folded);
    return undefined;
  });
}

/**
 * أعلنت الكتائب، الجناح المسلح للحركة، مسؤوليتها عن …: what is said starts behind the comma that closes
 * what the speaker is called. `from` is where it seemed to start.
 */
export function behindApposition(
  context: ClaimContext,
  from: number,
  cue: Cue,
  limit: number,
): Frame | undefined {
  const { tokens, vocabulary, entities } = context;
  if (!endsDefinite(tokens[from]) || statesFact(tokens[from])) return undefined;
  for (let i = from + 1; i < Math.min(limit, from + NAME_REACH); i++) {
    const token = tokens[i];
    if (token === undefined || isThat(token)) return undefined;
    if (i > from + 1 && joins(context, i, cue)) return clause(context, 'prep', i + 1, false);
    if (isComma(token)) {
      const next = tokens[i + 1];
      const plain = isWord(next) && !/^[وف]/u.test(next.folded) && !endsDefinite(next);
      return plain ? frameAt(context, i + 1, cue, true, limit) : undefined;
    }
    if (vocabulary.verbs.has(token.folded) && entities.at(token.start) === undefined)
      return undefined;
  }
  return undefined;
}

/**
 * أعلنت جماعات يعدها خبراء واجهة لغيرها مسؤوليتها عن …: behind a relative clause at token `from`, only a
 * stance of the speaker's own opens what is said.
 */
export function behindRelative(
  context: ClaimContext,
  from: number,
  cue: Cue,
  limit: number,
): Frame | undefined {
  const { tokens, vocabulary } = context;
  const opens = tokens[from]?.folded ?? '';
  const relative = isVerbWithObject(vocabulary, opens) || RELATIVE.has(opens);
  if (!relative || !cue.frames.has('obj')) return undefined;
  return lookAhead(context, from + 1, Math.min(limit, from + NAME_REACH), (token, i) => {
    if (isThat(token) || isOpening(token)) return 'none';
    return isOwnStance(token) ? clause(context, 'obj', i, false) : undefined;
  });
}

function endsDefinite(token: AnalysedToken | undefined): boolean {
  return isWord(token) && (isDefinite(token.folded) || /^(?:لل|بال)/u.test(token.folded));
}

/** Whether what ends right before token `at` may be the end of who speaks: a name, or a definite word. */
function endsSource(context: ClaimContext, at: number): boolean {
  const before = context.tokens[at - 1];
  return endsName(context, at) || endsDefinite(before) || looksForeign(context.vocabulary, before);
}

/** Whether a named thing ends right before token `at`. */
function endsName({ tokens, entities }: ClaimContext, at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined) return false;
  for (let i = at - 1; i >= Math.max(0, at - 6); i--) {
    const entity = entities.at(tokens[i]?.start ?? -1);
    if (entity !== undefined) return entity.end === before.end;
  }
  return false;
}

/** المديرية العامة للأرصاد الجوية إن: the field of a body, where nothing else stands before what is said. */
function fieldEnd({ tokens }: ClaimContext, from: number, end: number): number {
  const words = tokens.slice(from, end);
  if (words.length > 5 || words[0]?.folded.startsWith('لل') !== true) return from;
  return words.every((word) => /^و?(?:ال|لل)/u.test(word.folded)) ? end : from;
}

/** القيادي في الحزب ورئيس مكتبه سمير كامل: a title goes on up to the name that belongs to it. */
export function namedAfter(context: ClaimContext, source: TokenRange, frame: Frame): TokenRange {
  const { tokens, entities, vocabulary } = context;
  if (
    entities.at(source.offset)?.label !== 'OCC' &&
    !isDefinite(tokens[source.from]?.folded ?? '')
  ) {
    return source;
  }
  let to = fieldEnd(context, source.to, frame.from - 1);
  for (let i = to; i < Math.min(frame.from - 1, source.to + NAME_REACH); i++) {
    const token = tokens[i];
    if (token === undefined || isComma(token) || token.text === ':') break;
    const apart = AWAY.has(token.folded) || statementAside(tokens, i);
    if (apart || vocabulary.verbs.has(token.folded)) break;
    const entity = entities.at(token.start);
    if (entity?.label === 'DATE' || entity?.label === 'TIME') break;
    if (entity?.label === 'PERS') to = tokenAfter(tokens, entity.end, i);
  }
  return { ...source, to };
}
