import { startOf, type AnalysedToken } from '../analysis';
import { words } from '../lexicon/entries';
import { foldedSet } from '../phrases';
import { isDefinite, isWord } from '../vocabulary';
import type { ClaimContext } from './claims';
import type { TokenRange } from './sources';
import { isComma } from './marks';
import { RELATIVE } from './narrator';

const CLAUSE_OPENERS = new Set([
  'فيما',
  'بينما',
  'لكن',
  'ولكن',
  'حين',
  'ان',
  'اما',
  'فان',
  'لان',
  'حيث',
  'اذ',
  'كما',
  'بدوره',
  'بدورها',
]);
const WAS = foldedSet(
  words('كان كانت وكان وكانت كانوا يزال تزال ولايزال زال زالت مازال مازالت ومازال ومازالت'),
);
/** Furthest back that it may start, in tokens, and how many commas may lie between: a title set off. */
const LONGEST = 20;
const COMMAS = 3;

/** Furthest back that a subject joined by و may start, in tokens. */
const JOINED = 3;

/** كلمة قال فيها: behind a word of reporting, what it was said in has been named before. */
export function isInWhich(token: AnalysedToken | undefined): boolean {
  return token !== undefined && IN_WHICH.test(token.folded);
}

const IN_WHICH = /^(?:في|خلال)(?:ه|ها|هما)$/u;
/** Furthest back that a noun without the article may start, with its adjectives, in tokens. */
const DESCRIBED = 3;

/** مظاهرات حاشدة تطالب, مسيرات منددة: a noun without the article that the word of reporting describes. */
export function describedNoun(context: ClaimContext, at: number): TokenRange | undefined {
  const { tokens, sources, entities } = context;
  // بيان أكد فيه: who issued it speaks.
  if (isInWhich(tokens[at + 1])) return undefined;
  if (isDefinite(tokens[at]?.folded ?? '')) return definiteNoun(context, at);
  const hers = /^ت|[تة]$/u.test(tokens[at]?.text ?? '');
  for (let i = at - 1; i >= Math.max(0, at - DESCRIBED); i--) {
    const token = tokens[i];
    if (!isWord(token) || isDefinite(token.folded) || entities.at(token.start)) return undefined;
    const source = sources.speaks(i) ? sources.at(i) : undefined;
    if (source?.to === at) return hers === /(?:ة|ات|مصادر)$/u.test(token.text) ? source : undefined;
  }
  return undefined;
}

/** المتظاهرين المطالبين بكذا, حركة النهضة المطالبة بكذا: a noun with the article, or a name. */
function definiteNoun(
  { tokens, sources, entities }: ClaimContext,
  at: number,
): TokenRange | undefined {
  const hers = /ة$/u.test(tokens[at]?.text ?? '');
  let found: TokenRange | undefined;
  for (let i = at - 1; i >= Math.max(0, at - DESCRIBED); i--) {
    const token = tokens[i];
    if (!isWord(token)) return found;
    const named = entities.at(token.start) !== undefined;
    const agrees = hers ? /(?:ة|ات)$/u.test(token.text) : !token.text.endsWith('ة');
    if (!named && !(isDefinite(token.folded) && agrees)) continue;
    const source = sources.at(i);
    if (source?.to === at) found = source;
  }
  return found;
}

/** A source that stands before its verb: وكان الوزير قد حذر, البيان أكد. It must reach up to the verb. */
export function sourceBefore(context: ClaimContext, at: number): TokenRange | undefined {
  const { tokens } = context;
  let end = at;
  if (tokens[end - 1]?.folded === 'قد') end--;
  if (isComma(tokens[end - 1])) end--;
  const first = Math.max(context.speech.sentenceStart(at), at - LONGEST);
  let found: TokenRange | undefined;
  let commas = 0;
  for (let i = end - 1; i >= first - 1 && commas < COMMAS; i--) {
    const token = tokens[i];
    const comma = isComma(token);
    const opener =
      i < first ||
      token?.text === ':' ||
      CLAUSE_OPENERS.has(token?.folded ?? '') ||
      WAS.has(token?.folded ?? '');
    if (!opener && !comma) continue;
    // The longest that reaches the verb: the title after a name is a source of its own otherwise.
    found = sourceFrom(context, i + 1, end) ?? found;
    if (opener) break;
    commas++;
  }
  return found ?? joinedSubject(context, at, end) ?? describedNoun(context, at);
}

/** غارات على المدينة والجيش ينفي: a definite noun or a name that و joins to what else is told. */
function joinedSubject(
  { tokens, sources }: ClaimContext,
  at: number,
  end: number,
): TokenRange | undefined {
  if (end !== at) return undefined;
  for (let i = at - 1; i >= Math.max(0, at - JOINED); i--) {
    const reading = tokens[i]?.readings.find(({ proclitics }) => proclitics === 'و');
    if (reading === undefined || !isWord(tokens[i])) continue;
    const start = startOf(tokens[i], reading);
    const source = isDefinite(reading.folded) ? sources.at(i, start) : undefined;
    return source?.to === at ? source : undefined;
  }
  return undefined;
}

/** Furthest that a name which no list knows may go on, in words. */
const NAME_WORDS = 4;

/** Whether only words that may be a name lie between: عالم الآثار إلياس مزار قد أعلن. */
function plainNames(context: ClaimContext, from: number, to: number): boolean {
  if (to <= from || to - from > NAME_WORDS) return false;
  return context.tokens.slice(from, to).every((token) => {
    const { functionWords, verbs, commonNouns } = context.vocabulary;
    if (!isWord(token) || /^(?:و|ب|ل)(?:ال|.{4,})/u.test(token.folded)) return false;
    return [functionWords, verbs, commonNouns].every((set) => !set.has(token.folded));
  });
}

/** التقرير، الذي أعده خبراء، يتهم: a relative clause that commas set off stands between. */
function describedBetween({ tokens }: ClaimContext, from: number, to: number): boolean {
  if (!isComma(tokens[from]) || !isComma(tokens[to])) return false;
  return RELATIVE.has(tokens[from + 1]?.folded ?? '');
}

function sourceFrom(context: ClaimContext, start: number, end: number): TokenRange | undefined {
  const { tokens, sources, entities } = context;
  for (const reading of tokens[start]?.readings ?? []) {
    if (reading.proclitics !== '' && reading.proclitics !== 'و') continue;
    const joined = reading.proclitics === '' && reading.folded.startsWith('و');
    const offset = startOf(tokens[start], reading);
    if (joined && (tokens[start]?.readings.length ?? 0) > 1 && !entities.at(offset)) continue;
    const source = sources.at(start, offset);
    if (source === undefined) continue;
    if (describedBetween(context, source.to, end)) return source;
    if (source.to === end || (sources.speaks(start) && plainNames(context, source.to, end))) {
      return { ...source, to: end };
    }
  }
  return undefined;
}

/**
 * Whether a source that stands before its verb is its subject for sure: behind قد, or right before the verb
 * (الصين ترفض العقوبات, لكن الوزير نفى التهمة).
 */
export function isSubject(
  context: ClaimContext,
  at: number,
  source: TokenRange | undefined,
): boolean {
  if (source === undefined) return false;
  if (context.tokens[at - 1]?.folded === 'قد') return true;
  return source.to === at && context.sources.speaks(source.from);
}
