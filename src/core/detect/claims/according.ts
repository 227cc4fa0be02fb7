import type { AnalysedToken } from '../analysis';
import { words } from '../lexicon/entries';
import { ACCORDING_WITH_L } from '../lexicon/reporting';
import { foldedSet } from '../phrases';
import type { ClaimContext, FoundClaim } from './claims';
import { clauseEnd, modeOf, sentenceStart, trimmed } from './content';
import type { Frame } from './frames';
import type { TokenRange } from './sources';
import { isFuture } from './worth';

const WITH_L = foldedSet(words(ACCORDING_WITH_L));
const STATEMENTS = foldedSet(words('تصريحات تصريح إفادة رواية قول أقوال تقديرات'));

/** وفقا لوكالة …, بحسب الشرطة, نقلا عن …: the clause before it, or after it where it comes first. */
export function accordingAt(
  context: ClaimContext,
  at: number,
  offset: number,
): FoundClaim | undefined {
  const source = attributedTo(context, at);
  if (source === undefined) return undefined;
  const start = sentenceStart(context.tokens, at);
  const frame = at - start < 2 ? after(context, source.to) : before(context, start, at);
  if (frame === undefined) return undefined;
  const future = context.tokens.slice(frame.from, frame.from + 3).some((t) => isFuture(t.folded));
  const kind = future ? 'prediction' : 'statement';
  return { cueAt: at, cueOffset: offset, source, frame, kind, score: 0.8 };
}

function attributedTo(context: ClaimContext, at: number): TokenRange | undefined {
  const { tokens } = context;
  const word = tokens[at]?.folded ?? '';
  let i = at + 1;
  if (word.endsWith('نقلا')) {
    if (tokens[i]?.folded !== 'عن') return undefined;
    return speaking(context, i + 1, tokens[i + 1]?.start);
  }
  const lam = [...WITH_L].some((form) => word.endsWith(form));
  // لما أفادت به الوكالة, ما أعلنته الوزارة: the verb stays out.
  if (/^ل?ما$/u.test(tokens[i]?.folded ?? '')) {
    i += 2;
    if (tokens[i]?.folded === 'به' || tokens[i]?.folded === 'عنه') i++;
    return speaking(context, i, tokens[i]?.start);
  }
  const reading = tokens[i]?.readings.find((r) => r.proclitics === 'ل');
  if (lam && reading === undefined) return undefined;
  if (STATEMENTS.has(lam ? (reading?.folded ?? '') : (tokens[i]?.folded ?? ''))) {
    const named = speaking(context, i + 1, tokens[i + 1]?.start);
    if (named !== undefined) return named;
  }
  return speaking(context, i, lam ? startOf(tokens, i) : tokens[i]?.start);
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
  const { tokens, analysis } = context;
  let i = from;
  if (tokens[i]?.text === '،') i++;
  if (/^(?:فان|فقد)$/u.test(tokens[i]?.folded ?? '')) i++;
  else if (i === from) return undefined;
  const to = clauseEnd(tokens, i, context.cues);
  const span = trimmed(analysis, i, to);
  if (span === undefined) return undefined;
  return { type: 'that', from: i, to, span, mode: modeOf(tokens, i, to), pronoun: false };
}

function before(context: ClaimContext, start: number, at: number): Frame | undefined {
  const { tokens, analysis } = context;
  const span = trimmed(analysis, start, at);
  if (span === undefined || at - start < 3) return undefined;
  return {
    type: 'that',
    from: start,
    to: at,
    span,
    mode: modeOf(tokens, start, at),
    pronoun: false,
  };
}
