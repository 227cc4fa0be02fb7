import { startOf } from '../analysis';
import { AskedOnce } from '../askedOnce';
import { LazySet } from '../lazySet';
import { words } from '../lexicon/entries';
import { foldedSet } from '../phrases';
import { BLAMING_VERBS } from '../lexicon/reporting';
import { pastForms, presentForms } from '../inflect';
import { foldAll } from '../folding';
import type { ClaimContext, FoundClaim } from './claims';
import { clause } from './said';
import type { TokenRange } from './sources';

/** Forms of the verbs that point or lay blame: وجه, يوجهون, ألقت. */
const BLAMING = new LazySet(
  () =>
    new Set(
      foldAll(
        BLAMING_VERBS.split('\n').flatMap((line) => {
          const [past = '', present = ''] = words(line);
          return past === '' ? [] : [...pastForms(past), ...presentForms(present)];
        }),
      ),
    ),
);
const WORDS = 'الاتهام اللوم اللائمة المسؤولية باللوم باللائمة بالمسؤولية';
const BLAME = new AskedOnce(foldedSet(words(WORDS)));
/** Furthest back that the verb stands, in tokens, and furthest ahead what leads to who is blamed. */
const BACK = 9;
const AHEAD = 6;

/** وجه السكان أصابع الاتهام إلى الشركة, ألقى الوزير باللوم على السائق: an accusation in more words than one. */
export function blameAt(context: ClaimContext, at: number): FoundClaim | undefined {
  const { tokens } = context;
  const token = tokens[at];
  if (token === undefined || !BLAME.hasWhole(token)) return undefined;
  const fingers = tokens[at - 1]?.folded.endsWith('اصابع') === true;
  if (!fingers && token.folded === 'الاتهام') return undefined;
  const from = fingers ? at - 1 : at;
  const verb = verbBefore(context, from);
  if (verb === undefined && !fingers) return undefined;
  const frame = blamed(context, at, fingers ? /^(?:الي|نحو|صوب)$/u : /^علي$/u);
  if (frame === undefined) return undefined;
  const source = verb === undefined ? undefined : speakerBetween(context, verb, from);
  const cueAt = fingers ? at : (verb ?? at);
  const cueToken = tokens[cueAt] ?? token;
  const cueOffset = startOf(cueToken, cueToken.stem);
  const found = { cueAt, cueOffset, cue: undefined, implied: undefined, frame, kind: 'accusation' };
  return { ...found, source: source ?? null, score: source === undefined ? 0.7 : 0.85 };
}

function verbBefore({ tokens }: ClaimContext, from: number): number | undefined {
  const sentence = tokens[from]?.sentence;
  for (let i = from - 1; i >= Math.max(0, from - BACK); i--) {
    if (tokens[i]?.sentence !== sentence) return undefined;
    if (tokens[i]?.readings.some(({ folded }) => BLAMING.has(folded)) === true) return i;
  }
  return undefined;
}

/** Who stands between the verb and the blame, or right before the verb. */
function speakerBetween(
  { sources }: ClaimContext,
  verb: number,
  from: number,
): TokenRange | undefined {
  const source = sources.at(verb + 1);
  return source !== undefined && source.to <= from ? source : undefined;
}

function blamed(context: ClaimContext, at: number, joint: RegExp): FoundClaim['frame'] | undefined {
  const { tokens } = context;
  for (let i = at + 1; i <= at + AHEAD; i++) {
    if (tokens[i]?.sentence !== tokens[at]?.sentence) return undefined;
    if (joint.test(tokens[i]?.folded ?? '')) return clause(context, 'prep', i + 1, false);
    const lam = joint.test('الي') && i === at + 1 ? context.tokens[i] : undefined;
    const reading = lam?.readings.find(({ proclitics }) => proclitics === 'ل');
    if (reading !== undefined) return clause(context, 'prep', i, false, startOf(lam, reading));
  }
  return undefined;
}
