import { words } from '../lexicon/entries';
import { BODY_HEADS } from '../lexicon/organisationHeads';
import { PAPERS_SAYING } from '../lexicon/claimClues';
import { DOCUMENT_VERBS } from '../lexicon/reporting';
import { foldedSet } from '../phrases';
import { isDefinite, isWord } from '../vocabulary';
import { skipAsides } from './asides';
import type { ClaimContext } from './claims';
import { isThat } from './content';
import type { Cue } from './cues';
import { beyond, SUBORDINATING } from './farther';
import { isComma } from './marks';
import { isFact, isOwned } from './matters';
import { RELATIVE } from './narrator';
import { clause, frameAt, isClear, type Frame, type Framed } from './said';
import type { TokenRange } from './sources';
import { stretched } from './stretch';
import { withoutArticle } from '../letters';

const BODIES = foldedSet(words(BODY_HEADS));
export const IN_DOCUMENTS = foldedSet(words(DOCUMENT_VERBS));
const SAYING = foldedSet(words(PAPERS_SAYING));

/** قائلا لن نتراجع: speech without marks, which only this word can lead to. */
export function plainSpeech(context: ClaimContext, at: number): Frame | undefined {
  const says = /^قائل(?:ا|ه|ين)$/u.test(context.tokens[at - 1]?.folded ?? '');
  return says && isWord(context.tokens[at]) ? clause(context, 'quote', at, false) : undefined;
}

/** تهديد الحزب بالانسحاب, إعلان الشركة إفلاسها: what is said right behind the speaker, who is known. */
function besideSpeaker(
  context: ClaimContext,
  source: TokenRange,
  cue: Cue,
  limit: number,
): Frame | undefined {
  const { tokens, sources } = context;
  const head = tokens[source.from];
  const speaks = sources.speaks(source.from);
  if (speaks || isOwned(head) || isDefinite(head?.folded ?? '')) {
    const joined = frameAt(context, source.to, cue, true, limit);
    if (joined?.type === 'prep' || joined?.type === 'of' || joined?.type === 'to') return joined;
  }
  const fact = tokens[source.to]?.folded ?? '';
  const happened = isFact(fact) || isFact(fact.replace(/(?:ها?|هم)$/u, ''));
  const denied = cue.frames.has('obj') && isDefinite(fact);
  const title = sources.opensTitle(source.from);
  const body = speaks || title || BODIES.has(withoutArticle(head?.folded ?? ''));
  return body && (happened || denied) ? clause(context, 'obj', source.to, false) : undefined;
}

/** تصريح المسؤول … بأن: the speaker completes the noun, the clause follows him. */
export function afterNoun(context: ClaimContext, at: number, cue: Cue, limit: number): Framed {
  const none = { frame: undefined, source: undefined };
  const bare = cue.bare ? frameAt(context, at + 1, cue, true, limit) : undefined;
  if (isClear(bare) || (cue.bare && cue.frames.has('obj')))
    return { frame: bare, source: undefined };
  const next = context.tokens[at + 1];
  // يسود اعتقاد بأن …: whose it is, it does not say.
  if (next?.folded.startsWith('بان') === true && isThat(next))
    return { frame: frameAt(context, at + 1, cue, true, limit), source: undefined };
  const source = context.sources.at(at + 1);
  if (source === undefined) return none;
  const near = besideSpeaker(context, source, cue, limit);
  if (near !== undefined) return { frame: near, source };
  const { tokens } = context;
  // قول الأطباء إن: right behind a definite noun.
  const clear = isDefinite(tokens[at + 1]?.folded ?? '') && isThat(tokens[source.to]);
  if (!clear && !context.sources.speaks(at + 1)) return none;
  for (let i = source.to; i < Math.min(limit, source.to + 8); i++) {
    const token = tokens[i];
    if (token === undefined || isComma(token) || RELATIVE.has(token.folded)) return none;
    if (!isThat(token)) continue;
    if (token.folded === 'ان' && SUBORDINATING.has(tokens[i - 1]?.folded ?? '')) continue;
    const frame = frameAt(context, i, cue, true, limit);
    return frame === undefined ? none : { frame, source };
  }
  return none;
}

/** جاء في البيان أن: what the document says. */
export function inDocument(context: ClaimContext, at: number, cue: Cue, limit: number): Framed {
  const none = { frame: undefined, source: undefined };
  const from = at + 2;
  const next = context.tokens[at + 1]?.folded ?? '';
  // أصدر القصر بيانا جاء فيه أن: who issued it speaks.
  if (/^في(?:ه|ها|هما)$/u.test(next)) {
    return { frame: frameAt(context, from, cue, true, limit), source: undefined };
  }
  const paper = withoutArticle(context.tokens[from]?.folded ?? '');
  if (next !== 'في' || !(SAYING.has(paper) || context.sources.speaks(from))) return none;
  const source = context.sources.at(from);
  if (source === undefined) return none;
  const rest = skipAsides(context, source.to, limit);
  const frame = frameAt(context, rest, cue, true, limit) ?? beyond(context, rest, cue, limit);
  if (frame === undefined) return none;
  return { frame, source: stretched(context, source, frame, cue) };
}
