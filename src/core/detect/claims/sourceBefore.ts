import type { ClaimContext } from './claims';
import type { TokenRange } from './sources';

const CLAUSE_OPENERS = new Set([
  'فيما',
  'بينما',
  'لكن',
  'ولكن',
  'حين',
  'ان',
  'كما',
  'بدوره',
  'بدورها',
]);
const WAS = new Set(['كان', 'كانت', 'وكان', 'وكانت', 'كانوا']);
const LONGEST = 14;

/** A source that stands before its verb: وكان الوزير قد حذر, البيان أكد. It must reach up to the verb. */
export function sourceBefore(context: ClaimContext, at: number): TokenRange | undefined {
  const { tokens, sources } = context;
  let end = at;
  if (tokens[end - 1]?.folded === 'قد') end--;
  const first = Math.max(context.speech.sentenceStart(at), at - LONGEST);
  let start = first;
  for (let i = end - 1; i >= first; i--) {
    const token = tokens[i];
    if (token === undefined) return undefined;
    const opener = CLAUSE_OPENERS.has(token.folded) || WAS.has(token.folded);
    if (opener || token.text === '،' || token.text === ':') {
      start = i + 1;
      break;
    }
  }
  for (const reading of tokens[start]?.readings ?? []) {
    if (reading.proclitics !== '' && reading.proclitics !== 'و') continue;
    if (reading.proclitics === '' && reading.folded.startsWith('وال')) continue;
    const source = sources.at(start, reading.start);
    if (source?.to === end) return source;
  }
  return undefined;
}
