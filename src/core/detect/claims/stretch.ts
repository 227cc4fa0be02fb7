import type { AnalysedToken } from '../analysis';
import { tokenAfter } from '../found';
import { isDefinite, isWord } from '../vocabulary';
import { statementAside } from './asides';
import type { ClaimContext } from './claims';
import { isOpening, isThat } from './content';
import type { Cue } from './cues';
import { endsSearch, MOOD } from './farther';
import { thatFrame, type Frame } from './said';
import type { TokenRange } from './sources';

const WHERE = new Set(['ORG', 'GPE', 'FAC', 'LOC']);
/** Furthest from a title that the name which belongs to it may stand, in tokens. */
const NAME_REACH = 14;

/** The source with the words that go on with it up to what is said: names, titles, من and في with a body. */
export function stretched(context: ClaimContext, source: TokenRange, frame: Frame): TokenRange {
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
  for (let i = from; i < limit; i++) {
    const token = tokens[i];
    if (token === undefined || endsSearch(context, token)) return undefined;
    if (isOpening(token)) {
      i = context.speech.closingOf(i) ?? i;
      continue;
    }
    if (isThat(token)) {
      const bare = /^ا?ن/u.test(token.folded);
      const comma = tokens[i - 1]?.text === '،';
      const clear = comma || (!verbs && (endsName(context, i) || endsDefinite(tokens[i - 1])));
      return bare && clear && i > from ? thatFrame(context, i) : undefined;
    }
    if (entities.at(token.start) !== undefined) continue;
    if (vocabulary.reporting.has(token.folded)) return undefined;
    verbs ||= vocabulary.verbs.has(token.folded) || MOOD.has(token.folded);
  }
  return undefined;
}

function endsDefinite(token: AnalysedToken | undefined): boolean {
  return isWord(token) && isDefinite(token.folded);
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

/** القيادي في الحزب ورئيس مكتبه سمير كامل: a title goes on up to the name that belongs to it. */
export function namedAfter(context: ClaimContext, source: TokenRange, frame: Frame): TokenRange {
  const { tokens, entities, vocabulary } = context;
  if (
    entities.at(source.offset)?.label !== 'OCC' &&
    !isDefinite(tokens[source.from]?.folded ?? '')
  ) {
    return source;
  }
  let to = source.to;
  for (let i = source.to; i < Math.min(frame.from - 1, source.to + NAME_REACH); i++) {
    const token = tokens[i];
    if (token === undefined || token.text === '،' || token.text === ':') break;
    if (statementAside(tokens, i) || vocabulary.verbs.has(token.folded)) break;
    const entity = entities.at(token.start);
    if (entity?.label === 'DATE' || entity?.label === 'TIME') break;
    if (entity?.label === 'PERS') to = tokenAfter(tokens, entity.end, i);
  }
  return { ...source, to };
}
