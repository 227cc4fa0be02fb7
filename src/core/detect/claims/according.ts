import type { AnalysedToken } from '../analysis';
import { words } from '../lexicon/entries';
import { ACCORDING_WITH_L } from '../lexicon/reporting';
import { foldedSet } from '../phrases';
import type { ClaimContext, FoundClaim } from './claims';
import { withoutConjunction, type Frame } from './said';
import type { TokenRange } from './sources';
import { assertion } from './kinds';
import { isComma } from './marks';

const WITH_L = foldedSet(words(ACCORDING_WITH_L));
const STATEMENTS = foldedSet(
  words('تصريحات تصريح إفادة رواية قول أقوال تقديرات رأي آراء كلام مزاعم ادعاءات توقعات تعبير وصف'),
);

/** Furthest that the clause before an attribution reaches back, in tokens. */
const LONGEST = 400;

/**
 * وفقا لوكالة …, بحسب الشرطة, نقلا عن …: the clause before it, or after it where it comes
 * first. Nothing before token `floor` belongs to it.
 */
export function accordingAt(
  context: ClaimContext,
  at: number,
  offset: number,
  floor: number,
): FoundClaim | undefined {
  const source = attributedTo(context, at);
  if (source === undefined) return undefined;
  const start = Math.max(context.speech.sentenceStart(at), floor, at - LONGEST);
  const frame = at - start < 2 ? after(context, source.to) : before(context, start, at);
  if (frame === undefined) return undefined;
  const kind = assertion(context, context.tokens.slice(frame.from, frame.to), frame);
  return {
    cueAt: at,
    cueOffset: offset,
    cue: undefined,
    source,
    implied: undefined,
    frame,
    kind,
    score: 0.8,
  };
}

function attributedTo(context: ClaimContext, at: number): TokenRange | undefined {
  const { tokens } = context;
  const word = tokens[at]?.folded ?? '';
  const next = tokens[at + 1];
  if (next === undefined) return undefined;
  if (word.endsWith('نقلا')) {
    return next.folded === 'عن' ? speaking(context, at + 2, tokens[at + 2]?.start) : undefined;
  }
  // لما أفادت به الوكالة, ما أعلنته الوزارة: the verb stays out.
  if (/^ل?ما$/u.test(next.folded)) {
    // ما جاء في التقرير, لما أفادت به الوكالة
    const joint = /^(?:به|عنه|في|عن)$/u.test(tokens[at + 3]?.folded ?? '');
    const from = joint ? at + 4 : at + 3;
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
  return named ?? speaking(context, at + 1, withLam ? startOf(tokens, at + 1) : next.start);
}

/** Where the noun starts behind ل; in للمصادر the second lam is the article's and belongs to it. */
function startOf(tokens: readonly AnalysedToken[], at: number): number | undefined {
  return tokens[at]?.readings.find((r) => r.proclitics === 'ل')?.start;
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
    const bare = context.tokens[at]?.readings.find((r) => r.start === offset)?.folded ?? '';
    const paper =
      /^(?:ال)?(?:مصادر|مصدر|بيان|تقرير|دراسه|وثيقه|مسؤول|شرطه|مسؤولين|احصاءات|بيانات|تقارير|ارقام|اقمار|سلطات|صحيفه|وكاله|قناه|شهود|خبراء|منظمه|وزاره|لجنه|هيئه|موقع|مكتب)/u;
    if (named !== undefined && named !== 'DATE' && named !== 'LAW') return source;
    if (paper.test(bare)) return source;
    return lamHeaded(bare) ? source : undefined;
  }
  return undefined;
}

/** المصادر read from للمصادر. */
function lamHeaded(folded: string): boolean {
  return /^(?:لمصادر|لبيان|لتقرير|لتقارير|لدراسه)/u.test(folded);
}

function after(context: ClaimContext, from: number): Frame | undefined {
  const { tokens } = context;
  let i = from;
  if (isComma(tokens[i])) i++;
  if (/^(?:فان|فقد)$/u.test(tokens[i]?.folded ?? '')) i++;
  else if (i === from) return undefined;
  const to = context.speech.clauseEnd(i);
  const span = context.speech.trimmed(i, to);
  if (span === undefined) return undefined;
  return { type: 'that', from: i, to, span, mode: context.speech.modeOf(i, to), pronoun: false };
}

function before(context: ClaimContext, start: number, at: number): Frame | undefined {
  // وذلك حسب: the narrator's word for all that was said.
  const end = context.tokens[at - 1]?.folded === 'وذلك' ? at - 1 : at;
  const span = context.speech.trimmed(start, end);
  if (span === undefined || at - start < 3) return undefined;
  return {
    type: 'that',
    from: start,
    to: at,
    span: withoutConjunction(context, start, span),
    mode: context.speech.modeOf(start, at),
    pronoun: false,
  };
}
