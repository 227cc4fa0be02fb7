import { startOf, type AnalysedToken } from '../analysis';
import { words } from '../lexicon/entries';
import { CITED_STEMS, EXPECTED, STATEMENTS_WORDS, VIEWPOINTS } from '../lexicon/claimClues';
import { ACCORDING_WITH_L } from '../lexicon/reporting';
import { foldedSet, stemPattern } from '../phrases';
import type { ClaimContext, FoundClaim } from './claims';
import { quotation, thatFrame, spanWithoutConjunction, type Frame } from './said';
import { isThat } from './content';
import type { TokenRange } from './sources';
import { assertion } from './kinds';
import { isComma, isOpening } from './marks';
import { isWord } from '../vocabulary';

const WITH_L = foldedSet(words(ACCORDING_WITH_L));
const STATEMENTS = foldedSet(words(STATEMENTS_WORDS));
const VIEWS = foldedSet(words(VIEWPOINTS));
const EXPECTING = foldedSet(words(EXPECTED));
/** Furthest that the word before a comma stands from its sentence's start in من المتوقع،, in tokens. */
const EXPECTED_WITHIN = 3;
/** قوله, تعبيرها, لتصريحاتهم: the words of who spoke before. */
const OWN_WORD =
  /^ل?(?:قول|تعبير|وصف|راي|زعم|كلام|اقوال|تصريح|تصريحات|روايت|تقدير)(?:ه|ها|هم|هما)$/u;

/** Words that a preposition of their own joins to whom they cite. */
const JOINED = [
  ['نقلا', 'عن'],
  ['استنادا', 'الي'],
  ['بناء', 'علي'],
] as const;
/** Papers and people that are cited and open no source otherwise. */
const CITED = stemPattern('^(?:ال)?', CITED_STEMS, '');

/** Longest description of who is cited, in tokens. */
const LONGEST_CITED = 8;
const PREPOSITIONS = foldedSet(words('في إلى على عن من مع خلال بعد قبل'));
/** Furthest that the clause before an attribution reaches back, in tokens. */
const LONGEST = 400;

/**
 * وفقا لوكالة …, بحسب الشرطة, نقلا عن …: the clause before it, or after it where it comes
 * first. Nothing before token `floor` belongs to it. In حسب قوله `lastSpeaker` is taken to speak on.
 */
export function accordingAt(
  context: ClaimContext,
  at: number,
  offset: number,
  floor: number,
  lastSpeaker: TokenRange | undefined,
): FoundClaim | undefined {
  // حسب قوله: who spoke before.
  const own = OWN_WORD.test(context.tokens[at + 1]?.folded ?? '');
  const source = own ? undefined : attributedTo(context, at);
  if (source === undefined && !own) return undefined;
  const start = Math.max(context.speech.sentenceStart(at), floor, at - LONGEST);
  const past = source?.to ?? at + 2;
  const letter = isToTheLetter(context.tokens, at);
  const end = at - (letter ? 1 : viewpointAt(context.tokens, at));
  // …، وحسب الوكالة، عاد الهدوء: behind و it is of what follows.
  const joined = offset > (context.tokens[at]?.start ?? offset) && own === false;
  const ahead = joined && end - start >= 2 ? after(context, past) : undefined;
  const expected = expectedBehind(context, start, at, past);
  if (expected !== undefined) {
    const found = { cueAt: at, cueOffset: offset, cue: undefined, implied: undefined, score: 0.8 };
    return { ...found, source: source ?? null, frame: expected, kind: 'prediction' };
  }
  const frame =
    end - start < 2 || ahead !== undefined
      ? (ahead ?? after(context, past))
      : (around(context, start, at, past) ?? before(context, start, end));
  if (frame === undefined) return undefined;
  const kind = assertion(context, context.tokens.slice(frame.from, frame.to), frame);
  return {
    cueAt: letter ? at + 1 : at,
    cueOffset: offset,
    cue: undefined,
    source: source ?? null,
    implied: own ? lastSpeaker : undefined,
    frame,
    kind,
    score: 0.8,
  };
}

/**
 * في رأي الخبير، فإن …; …، من وجهة نظر الوزارة: at the noun of the view, where the phrase opens its sentence or
 * stands behind a comma. How many words of the phrase stand before it; 0 where there is none.
 */
export function viewpointAt(tokens: readonly AnalysedToken[], at: number): number {
  const token = tokens[at];
  if (token === undefined || !VIEWS.has(token.folded)) return 0;
  const before = tokens[at - 1]?.folded ?? '';
  const way = before === 'وجهه' && /^[وف]?من$/u.test(tokens[at - 2]?.folded ?? '');
  const lead = way ? 2 : /^[وف]?في$/u.test(before) ? 1 : 0;
  const opens = tokens[at - lead - 1];
  return isComma(opens) || opens?.sentence !== token.sentence ? lead : 0;
}

/** من المتوقع، بحسب الوزارة، أن ينمو الاقتصاد: what is expected stands behind whoever is cited for it. */
function expectedBehind(
  context: ClaimContext,
  start: number,
  at: number,
  past: number,
): Frame | undefined {
  const { tokens } = context;
  if (!isComma(tokens[at - 1]) || !isComma(tokens[past]) || !isThat(tokens[past + 1]))
    return undefined;
  const expects = EXPECTING.has(tokens[at - 2]?.folded.replace(/^و/u, '') ?? '');
  return expects && at - 2 - start < EXPECTED_WITHIN ? thatFrame(context, past + 1) : undefined;
}

/** على حد قوله, على حد تعبير المدير: at the second word. */
export function isToTheLetter(tokens: readonly AnalysedToken[], at: number): boolean {
  if (tokens[at]?.folded !== 'حد' || tokens[at - 1]?.folded !== 'علي') return false;
  const said = tokens[at + 1]?.folded ?? '';
  return OWN_WORD.test(said) || STATEMENTS.has(said);
}

function attributedTo(context: ClaimContext, at: number): TokenRange | undefined {
  const { tokens } = context;
  const word = tokens[at]?.folded ?? '';
  const next = tokens[at + 1];
  if (next === undefined) return undefined;
  // نقلا عن, استنادا إلى, بناء على
  const joint = JOINED.find(([ending]) => word.endsWith(ending))?.[1];
  if (joint === next.folded) return speaking(context, at + 2, tokens[at + 2]?.start);
  if (joint !== undefined && joint !== 'الي') return undefined;
  // لما أفادت به الوكالة, ما أعلنته الوزارة: the verb stays out.
  if (/^ل?ما$/u.test(next.folded)) {
    // ما جاء في التقرير, لما أفادت به الوكالة
    const linked = /^(?:به|عنه|في|عن)$/u.test(tokens[at + 3]?.folded ?? '');
    const from = linked ? at + 4 : at + 3;
    return speaking(context, from, tokens[from]?.start) ?? context.sources.at(from);
  }
  const withLam = [...WITH_L].some((form) => word.endsWith(form));
  const reading = withLam ? next.readings.find((r) => r.proclitics === 'ل') : next.readings[0];
  if (reading === undefined) return undefined;
  // تصريحات الوزير: the minister is the source.
  const named = STATEMENTS.has(reading.folded)
    ? (speaking(context, at + 2, tokens[at + 2]?.start) ?? context.sources.at(at + 2))
    : undefined;
  if (/^[A-Za-z]/u.test(next.text)) return { from: at + 1, to: at + 2, offset: next.start };
  return named ?? speaking(context, at + 1, withLam ? startBehindLam(next) : next.start);
}

/** Where the noun starts behind ل; in للمصادر the second lam is the article's and belongs to it. */
function startBehindLam(token: AnalysedToken): number | undefined {
  const reading = token.readings.find((r) => r.proclitics === 'ل');
  return reading && startOf(token, reading);
}

function speaking(
  context: ClaimContext,
  at: number,
  offset: number | undefined,
): TokenRange | undefined {
  if (offset === undefined) return undefined;
  const source = context.sources.at(at, offset);
  if (source !== undefined) {
    const named = context.entities.at(offset)?.label;
    const token = context.tokens[at];
    const bare = token?.readings.find((r) => startOf(token, r) === offset)?.folded ?? '';
    if (named !== undefined && named !== 'DATE' && named !== 'LAW') return source;
    if (CITED.test(bare) || context.sources.speaks(at)) return source;
    return lamHeaded(bare) ? source : undefined;
  }
  return undefined;
}

/** المصادر read from للمصادر. */
function lamHeaded(folded: string): boolean {
  return /^(?:لمصادر|لبيان|لتقرير|لتقارير|لدراسه)/u.test(folded);
}

/** بحسب الوزارة التابعة للحركة، …: past what more is said of who is cited, to the comma or to فإن. */
function endOfCited(context: ClaimContext, from: number): number {
  const { tokens, vocabulary } = context;
  for (let i = from; i < from + LONGEST_CITED; i++) {
    const token = tokens[i];
    if (isComma(token) || /^(?:فان|فقد)$/u.test(token?.folded ?? '')) return i;
    const named = context.entities.at(token?.start ?? -1) !== undefined;
    if (!named && (!isWord(token) || vocabulary.verbs.has(token.folded))) return from;
  }
  return from;
}

function after(context: ClaimContext, from: number): Frame | undefined {
  const { tokens } = context;
  let i = endOfCited(context, from);
  if (isComma(tokens[i])) i++;
  if (/^(?:فان|فقد)$/u.test(tokens[i]?.folded ?? '')) i++;
  else if (!isComma(tokens[i - 1])) return undefined;
  const said = isOpening(tokens[i]) ? quotation(context, i) : undefined;
  const stops = said !== undefined && tokens[said.to]?.sentence !== tokens[i]?.sentence;
  if (said !== undefined && (stops || tokens[said.to]?.kind === 'punctuation')) return said;
  const to = context.speech.clauseEnd(i);
  const span = context.speech.trimmed(i, to);
  if (span === undefined) return undefined;
  return { type: 'that', from: i, to, span, mode: context.speech.modeOf(i, to), pronoun: false };
}

/** «…»، بحسب المتحدث: where nothing but a quotation stands before, it is what was said. */
function quotedWhole(context: ClaimContext, start: number, end: number): Frame | undefined {
  const close = isComma(context.tokens[end - 1]) ? end - 2 : end - 1;
  return context.speech.openingOf(close) === start ? quotation(context, start) : undefined;
}

/** يقوم الفريق بحسب ما أعلن الموقع بتكريم …: the clause that goes on with a preposition behind whom it cites. */
function around(context: ClaimContext, start: number, at: number, past: number): Frame | undefined {
  const { tokens, speech } = context;
  const set = isComma(tokens[at - 1]) && isComma(tokens[past]);
  const next = tokens[set ? past + 1 : past];
  const joined =
    /^[بل]$/u.test(next?.stem.proclitics ?? '') || PREPOSITIONS.has(next?.folded ?? '');
  if (!joined || next?.sentence !== tokens[at]?.sentence) return undefined;
  // بحسب ما ذكر الوزير لوكالة …: whom it was said to.
  if (context.sources.isMedium(past) || context.sources.isAddressee(past)) return undefined;
  // بحسب ما نقلت الوكالة عن مصدر: whom she quotes.
  const quotes = /^[تي]?نقلت?(?:ه)?$/u.test(tokens[at + 2]?.folded ?? '');
  if (quotes && tokens[past]?.folded === 'عن') return undefined;
  const to = speech.clauseEnd(past);
  const span = speech.trimmed(start, to);
  if (span === undefined) return undefined;
  const whole = spanWithoutConjunction(context, start, span);
  const mode = speech.modeOf(start, to);
  return { type: 'that', from: start, to, span: whole, mode, pronoun: false };
}

function before(context: ClaimContext, start: number, at: number): Frame | undefined {
  // وذلك حسب: the narrator's word for all that was said.
  const end = context.tokens[at - 1]?.folded === 'وذلك' ? at - 1 : at;
  const said = quotedWhole(context, start, end);
  if (said !== undefined) return { ...said, to: at };
  const span = context.speech.trimmed(start, end);
  if (span === undefined || at - start < 3) return undefined;
  return {
    type: 'that',
    from: start,
    to: at,
    span: spanWithoutConjunction(context, start, span),
    mode: context.speech.modeOf(start, at),
    pronoun: false,
  };
}
