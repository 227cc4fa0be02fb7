import type { AnalysedToken } from '../analysis';
import { words } from '../lexicon/entries';
import { ACCORDING, ACCORDING_WITH_L, CONCEDING_WORDS, THAT_WORDS } from '../lexicon/reporting';
import { foldedSet } from '../phrases';
import type { Cue } from './cues';

type Tokens = readonly AnalysedToken[];
type Cues = ReadonlyMap<string, Cue>;

const THAT = foldedSet(words(THAT_WORDS));
const ACCORDINGS = foldedSet([...words(ACCORDING), ...words(ACCORDING_WITH_L)]);
const CONTRAST = foldedSet(words('فيما بينما كما حيث حين إذ وكما'));
const CONCESSIONS = foldedSet(words('لكنه لكنها لكنهم ولكنه ولكنها ولكنهم بيد'));
/** Particles before a pronoun (أنه) that set the narrator's next clause against the last one. */
const CONCEDING = foldedSet(words(CONCEDING_WORDS));
const PRONOUN_THAT = foldedSet(words('أنه أنها أنهم أنهما'));
const IMPERSONAL_TAILS = foldedSet(words('المقرر المتوقع المنتظر المرجح المرتقب المفترض'));
/** لم يحدد موعدا, لم يكشف عن: what the speaker left unsaid is told by the narrator. */
const UNSAID = /^[يت](?:حدد|كشف|وضح|ذكر|عط|عطي|قدم|علن|شر|دل|دلي|فصح|سم|سمي|ورد|تطرق|خض)(?:وا)?$/u;
const SETTING = foldedSet(words('في خلال عبر عقب أثناء بعد'));
const OCCASION =
  /^(?:بيان|تصريح|كلم[هت]|حديث|تغريد|خطاب|مؤتمر|مءتمر|مقابل|رسال|منشور|حوار|لقاء|مداخل|اتصال|اشار)/u;
/** مع توقعات, وسط مخاوف: what others expect. */
const OUTLOOK = /^(?:توقعات|توقع|تكهنات|مخاوف|انباء|تقارير|تحذيرات|دعوات|مطالبات|انتقادات)$/u;
/** An attribution reaches its clause's end within so many tokens; a longer way, and it is part of the clause. */
const NEAR_END = 14;

/** Opening marks of quotations. */
const OPENING = new Set(['"', '«', '“', '”', '‘']);

/**
 * Whether the narrator takes the word back at token `at`, inside or after reported speech: the next word of
 * reporting, an attribution of the whole, or a frame that only the narrator uses.
 */
export function narratorAt(tokens: Tokens, cues: Cues, at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  const { folded } = token;
  const afterComma = tokens[at - 1]?.text === '،';
  if (ACCORDINGS.has(folded)) return afterComma || closesSoon(tokens, at);
  const next = tokens[at + 1]?.folded ?? '';
  const whole = cues.get(folded);
  const joined = /^[وف]/u.test(folded) ? cues.get(folded.slice(1)) : undefined;
  if (whole?.form === 'participle' || joined?.form === 'participle') {
    return afterComma || leadsOn(tokens, at + 1);
  }
  if (joined?.form === 'past' && whole === undefined) {
    return afterComma || leadsOn(tokens, at + 1) || speaksOn(joined);
  }
  if (concedes(tokens, cues, at)) return true;
  if (CONTRAST.has(folded)) {
    const form = cues.get(next)?.form;
    const finite = form === 'past' || (form === 'present' && folded !== 'كما');
    const strong = form === 'past' && speaksOn(cues.get(next));
    if (strong && (folded === 'كما' || folded === 'وكما')) return true;
    return finite && (afterComma || leadsOn(tokens, at + 2) || leadsOn(tokens, at + 3));
  }
  if (folded === 'وهو' || folded === 'وهي') return next === 'بذلك';
  if (folded === 'وذلك') return ACCORDINGS.has(next) || ACCORDINGS.has(next.slice(1));
  if (folded === 'ردا' || folded === 'جوابا') {
    const question = /^(?:ال)?(?:سؤال|اسءله|اسئله|استفسار)/u.test(tokens[at + 2]?.folded ?? '');
    return next === 'علي' && (afterComma || question);
  }
  if (!afterComma) return folded === 'في' && /^اشار[هت]$/u.test(next);
  if (folded === 'ومن') return IMPERSONAL_TAILS.has(next);
  if (SETTING.has(folded)) return OCCASION.test(next);
  if (folded === 'مع' || folded === 'وسط') return OUTLOOK.test(next);
  return folded === 'بالاشاره' && next === 'الي';
}

/** A verb that reports and does little else: واعتبر, ونفى, ودعا go on with the report without a comma. */
function speaksOn(cue: Cue | undefined): boolean {
  if (cue === undefined) return false;
  return cue.frames.has('that') && cue.frames.has('quote') && !cue.weak;
}

/** ولكنه أكد, مع أنه صرح, إلا أنها نفت; ولكنه لم يحدد. */
function concedes(tokens: Tokens, cues: Cues, at: number): boolean {
  const folded = tokens[at]?.folded ?? '';
  let i = at;
  if (CONCESSIONS.has(folded)) i = at + 1;
  else if (CONCEDING.has(folded) && PRONOUN_THAT.has(tokens[at + 1]?.folded ?? '')) i = at + 2;
  if (i === at) return false;
  const verb = tokens[i]?.folded ?? '';
  if (verb === 'لم') return UNSAID.test(tokens[i + 1]?.folded ?? '');
  const form = cues.get(verb)?.form;
  return form === 'past' || (form === 'present' && leadsOn(tokens, i + 1));
}

/** A complementizer, colon or quotation within two tokens. */
function leadsOn(tokens: Tokens, at: number): boolean {
  for (let i = at; i < at + 2; i++) {
    const token = tokens[i];
    if (token === undefined) return false;
    if (THAT.has(token.folded) || token.text === ':' || OPENING.has(token.text)) return true;
  }
  return false;
}

/** Whether the clause ends, or pauses, within a few tokens: … وفق تقديرات البنك، …. */
function closesSoon(tokens: Tokens, at: number): boolean {
  const sentence = tokens[at]?.sentence;
  for (let i = at + 1; i <= at + NEAR_END; i++) {
    const token = tokens[i];
    if (token === undefined || token.sentence !== sentence) return true;
    if (/^[،.؛:؟!]$/u.test(token.text)) return true;
  }
  return false;
}
