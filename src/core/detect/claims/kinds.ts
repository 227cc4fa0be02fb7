import type { AnalysedToken } from '../analysis';
import { words } from '../lexicon/entries';
import { EXPECTING_WORDS } from '../lexicon/claimClues';
import {
  ACCUSING_PATTERN,
  CHARGES_PATTERN,
  CONDEMNING_PATTERN,
  DENYING_PATTERN,
  NEEDED_PATTERN,
  PURSUIT_PATTERN,
  RESOLVE_PATTERN,
  SLUR_PATTERN,
  VOWING_PATTERN,
} from '../lexicon/claimPatterns';
import { OUTCOME_VERBS } from '../lexicon/reporting';
import { BODY_HEADS } from '../lexicon/organisationHeads';
import { foldWord } from '../folding';
import { foldedSet } from '../phrases';
import type { ClaimContext } from './claims';
import type { Cue } from './cues';
import type { Frame } from './said';
import { isFuture } from '../inflect';
import { isDefinite } from '../vocabulary';
import { opensDemand } from './worth';
import { withoutConjunction } from '../letters';

const EXPECTING = foldedSet(words(EXPECTING_WORDS));
const OUTCOMES = foldedSet(words(OUTCOME_VERBS));
const OWN = foldedSet(words(BODY_HEADS));
const RELATIVE = foldedSet(words('من الذي التي الذين ما'));
/** Nouns of what was voiced: أبدى احتجاجه, أعرب عن مخاوفه. */
const PROTEST =
  /^(?:احتجاج|استنكار|ادانت|اداني|استياء|استياءي|استيائ|غضب|رفض|شجب|تنديد)(?:ه|ها|هم)?$/u;
const FEAR = /^(?:مخاوف|خشيت|تخوف)(?:ه|ها|هم)?$/u;
/** أنه سيتم, أنه سيسمح: nobody's own act. */
const IMPERSONAL_ACT = /^[وف]?س?[يت](?:تم|سمح|جري|جرى|كون هناك|عقد)$/u;
const CHARGES = new RegExp(CHARGES_PATTERN, 'u');
/** What is stressed as needed is demanded: شدد على ضرورة الحوار. */
const NEED = foldedSet(words('ضرورة بضرورة وجوب الحاجة لزوم'));
const DENYING = new RegExp(DENYING_PATTERN, 'u');
const ACCUSING = new RegExp(ACCUSING_PATTERN, 'u');
const CONDEMNING = new RegExp(CONDEMNING_PATTERN, 'u');
const SLUR = new RegExp(SLUR_PATTERN, 'u');
/** Verbs that call something something. */
const CALLING = foldedSet(words('وصف اعتبر نعت شبه'));
const RESOLVE = new RegExp(RESOLVE_PATTERN, 'u');
/** Verbs of what comes about that bodies do as well: الحكومة ستواصل, ستبقى. */
const LASTING = /^[وف]?س[يت](?:واصل|بقي|ظل|ستمر|رفع|زيد|نهي)/u;
/** Longest subject of a need, in tokens. */
const SUBJECT = 8;
/** Furthest into what is said that its verb is looked for, in tokens. */
const CLAUSE = 12;
/** Noun complements of words of saying that are a word about oneself: أكد التزامه, أعلن رفضه. */
const COMMITMENT = /^(?:ب|ال)?(?:التزام|تعهد|استعداد|عزم|حرص|تصميم|اصرار|نيت|اعتزام)(?:ه|ها|هم)$/u;
/** The same of one's own: التزام بلاده, استعداد الحكومة. */
const OWN_COMMITMENT = /^ب?(?:التزام|استعداد|عزم|حرص|تصميم|اعتزام|نيه)$/u;
const VOWING = new RegExp(VOWING_PATTERN, 'u');
const PURSUIT = new RegExp(PURSUIT_PATTERN, 'u');
const NEEDED = new RegExp(NEEDED_PATTERN, 'u');
/** Who means to do something: تعتزم افتتاح فروع, عازم على الاستقالة. */
const INTENDING = /^(?:[يت](?:عتزم|نوي)(?:ون|ان)?|ينوون|(?:عازم|مصمم)(?:ه|ون|ين)?)$/u;

/** What kind of claim it is: by the reporting word first, then by what is said. */
export function kindOf(context: ClaimContext, at: number, cue: Cue, frame: Frame): string {
  const content = context.tokens.slice(frame.from, frame.to);
  const first = content[0]?.folded ?? '';
  if (cue.lemma === 'رفض' && CHARGES.test(first)) return 'denial';
  if (cue.kind === 'other' && PROTEST.test(first)) return 'condemnation';
  if (cue.kind === 'other' && FEAR.test(first)) return 'warning';
  if (cue.kind !== 'statement' && !swears(context, cue, content)) return cue.kind;
  const manner = mannerOf(context, at, frame);
  if (manner !== undefined) return manner;
  const opening = openingOf(content);
  if (opensDemand(content) || NEEDED.test(opening) || needs(content)) return 'demand';
  if (DENYING.test(opening)) return 'denial';
  if (condemns(cue, opening)) return 'condemnation';
  if (frame.type === 'obj' || frame.type === 'prep') {
    if (NEED.has(first)) return 'demand';
    // كررت الوزارة نفيها: the noun tells what was repeated.
    const noun = context.cues.get(first);
    if (noun?.form === 'noun' && noun.kind !== 'statement') return noun.kind;
    // أشار إلى احتمال ارتفاع الأسعار
    if (/^ب?(?:احتمال|امكانيه)$/u.test(first)) return 'prediction';
    return commits(content, opening) ? 'promise' : 'statement';
  }
  return assertion(context, content, frame);
}

/** أقسم أنه لم يره: of what has been, an oath asserts. */
function swears(context: ClaimContext, cue: Cue, content: readonly AnalysedToken[]): boolean {
  return cue.lemma === 'أقسم' && futureAt(context, content) === undefined;
}

/** ما حدث جريمة لا تغتفر; behind a verb that calls something something also one bad word: وصفت الانتخابات بالمهزلة. */
function condemns({ lemma }: Cue, opening: string): boolean {
  return CONDEMNING.test(opening) || (CALLING.has(foldWord(lemma)) && SLUR.test(opening));
}

/** التزامه بكذا, التزام بلاده, المضي في كذا: a noun of what somebody will do himself. */
function commits(content: readonly AnalysedToken[], opening: string): boolean {
  const [first, next] = [content[0]?.folded ?? '', content[1]?.folded ?? ''];
  if (COMMITMENT.test(first) || PURSUIT.test(opening)) return true;
  return OWN_COMMITMENT.test(first) && (OWN.has(next) || /...(?:ه|ها|هم)$/u.test(next));
}

/** أي اتفاق يجب أن يحظى بموافقة البرلمان: behind its subject a need is the main verb. */
function needs(content: readonly AnalysedToken[]): boolean {
  const whoever = /^(?:اي|كل|من|ما)$/u.test(content[0]?.folded ?? '');
  return content.slice(0, SUBJECT).some(({ folded }, i) => {
    const before = content[i - 1]?.folded ?? '';
    if (folded === 'بد') return before === 'لا';
    // وجود شرط يتعين أن …: a relative clause.
    return /^(?:يجب|ينبغي|يتعين)$/u.test(folded) && (isDefinite(before) || whoever);
  });
}

/** Its first words, without marks: what tells a denial, an accusation or a condemnation. */
function openingOf(content: readonly AnalysedToken[]): string {
  const opening = content.slice(0, CLAUSE).filter(({ kind }) => kind !== 'punctuation');
  return opening.map(({ folded }) => folded).join(' ');
}

/** Kind of a clause that somebody is said to have said. */
export function assertion(
  context: ClaimContext,
  content: readonly AnalysedToken[],
  frame: Frame,
): string {
  const future = futureAt(context, content);
  if (future === undefined) {
    if (frame.pronoun && INTENDING.test(content[0]?.folded ?? '')) return 'promise';
    if (ACCUSING.test(openingOf(content))) return 'accusation';
    const expects = content.slice(0, 4).some((token) => EXPECTING.has(token.folded));
    return expects ? 'prediction' : 'statement';
  }
  if (ownAct(content, future, frame)) return 'promise';
  // سترتفع الأسعار is foretold; الوزير سيزور البلاد is told.
  return foretold(content, future) ? 'prediction' : 'statement';
}

/** Whether the verb in the future is of what comes about by itself: سيرتفع, ستتأثر, سوف تستمر. */
function foretold(content: readonly AnalysedToken[], future: number): boolean {
  const verb = content[future]?.folded ?? '';
  const main = /^(?:سوف|لن)$/u.test(verb) ? (content[future + 1]?.folded ?? '') : verb;
  return OUTCOMES.has(main.replace(/^[وف]?س?[يت]/u, 'ي'));
}

/** قالت محذرة: the word of manner says more than قالت. */
function mannerOf(context: ClaimContext, at: number, frame: Frame): string | undefined {
  for (let i = at + 1; i < Math.min(frame.from, at + 14); i++) {
    const manner = context.cues.get(context.tokens[i]?.folded ?? '');
    if (manner?.form === 'participle' && manner.kind !== 'statement') return manner.kind;
  }
  return undefined;
}

/** Index in the content of its main verb where that is in the future; undefined where another verb comes first. */
function futureAt(context: ClaimContext, content: readonly AnalysedToken[]): number | undefined {
  for (let i = 0; i < Math.min(content.length, CLAUSE); i++) {
    const token = content[i];
    if (token === undefined || token.kind !== 'word') continue;
    const before = content[i - 1]?.folded ?? '';
    if (willBe(context, token.folded)) return RELATIVE.has(before) ? undefined : i;
    const { folded } = token;
    if (i > 0 && /^(?:الذي|التي|الذين|الا|لكن|ليس|كان|كانت|لم|قد|هو|هي)$/u.test(folded))
      return undefined;
    if (context.vocabulary.verbs.has(folded) && context.entities.at(token.start) === undefined) {
      return undefined;
    }
  }
  return undefined;
}

/** سيقدم, and short forms that only a list of verbs tells from nouns: ستضم, ستجري. */
function willBe(context: ClaimContext, folded: string): boolean {
  if (/^[وف]?(?:سيطر|ستار|سياس)/u.test(folded)) return false;
  if (isFuture(folded)) return true;
  const verb = withoutConjunction(folded);
  return /^س[يتنا]/u.test(verb) && context.vocabulary.verbs.has(verb) && verb.length > 3;
}

/** أنه سيقدم, شركته ستبقى, سنعمل على, الحركة لن تشارك: the speaker speaks of an act of his own. */
function ownAct(content: readonly AnalysedToken[], future: number, frame: Frame): boolean {
  const verb = content[future]?.folded ?? '';
  const next = content[future + 1]?.folded ?? '';
  // المتظاهرون سيبقون, العمال لن يتراجعوا
  if (RESOLVE.test(verb) || (verb === 'لن' && (RESOLVE.test(next) || VOWING.test(next))))
    return true;
  if (/^[وف]?س[نا]/u.test(verb) || (/^(?:سوف|لن)$/u.test(verb) && /^[نا]/u.test(next))) return true;
  if (content.slice(0, 25).some((token) => /^[وف]?سن..../u.test(token.folded))) return true;
  if (future === 0) return frame.pronoun && !IMPERSONAL_ACT.test(verb);
  const subject = content[0]?.folded ?? '';
  if (future > 2) return false;
  // الحكومة "لن تسمح"
  const close = future === 1 || content[1]?.kind === 'punctuation';
  return (
    (OWN.has(subject) && close && (!foretold(content, future) || LASTING.test(verb))) ||
    (/(?:ته|تها|تهم|ده|دها|دهم|به|بها|شه|شها)$/u.test(subject) && subject.length > 4)
  );
}
