import type { AnalysedToken } from '../analysis';
import { words } from '../lexicon/entries';
import { CONCESSIONS_WORDS } from '../lexicon/claimClues';
import {
  ACCORDING,
  ACCORDING_WITH_L,
  CONCEDING_WORDS,
  FACT_NOUNS,
  THAT_WORDS,
} from '../lexicon/reporting';
import { foldedSet } from '../phrases';
import { isDefinite, type Vocabulary } from '../vocabulary';
import type { Cue } from './cues';
import { isComma, isOpening } from './marks';
import { startsWithConjunction } from '../letters';

type Tokens = readonly AnalysedToken[];
type Cues = ReadonlyMap<string, Cue>;

const THAT = foldedSet(words(THAT_WORDS));
const ACCORDINGS = foldedSet([...words(ACCORDING), ...words(ACCORDING_WITH_L)]);
/** Relative pronouns. */
export const RELATIVE = foldedSet(words('الذي التي الذين'));
/** حسبما نقلت الوكالة, وفقما أعلن الوزير. */
const AS_SAID = foldedSet(words('حسبما وفقما مثلما'));
const CONTRAST = foldedSet(words('فيما بينما كما حيث حين إذ وكما'));
const CONCESSIONS = foldedSet(words(CONCESSIONS_WORDS));
/** Particles before a pronoun (أنه) that set the narrator's next clause against the last one. */
const CONCEDING = foldedSet(words(CONCEDING_WORDS));
const PRONOUN_THAT = foldedSet(words('أنه أنها أنهم أنهما'));
/** Verbs of the past in ى, with و: وتولى, وأجرى, واستدعى, والتقى; folded, and no noun. */
const DEFECTIVE =
  /^و(?:ا(?:جر|نه|دل|بق|لغ|عط|بد|لق)ي|است..ي|ت(?:ول|لق|خل|صد|حد|بن|غن|مش|وف)ي|ا[لنشكدرب]ت.ي)$/u;
/** Furthest that the verb of who objects stands behind لكن or غير أن, in tokens. */
const OBJECTOR = 4;
/** Furthest that قد stands behind وكان, in tokens. */
const HAD = 5;
/** لم يحدد موعدا, لم يكشف عن: what the speaker left unsaid is told by the narrator. */
const UNSAID = /^[يت](?:حدد|كشف|وضح|ذكر|عط|عطي|قدم|علن|شر|دل|دلي|فصح|سم|سمي|ورد|تطرق|خض)(?:وا)?$/u;
const OCCASION =
  /^(?:بيان|تصريح|كلم[هت]|حديث|تغريد|خطاب|مؤتمر|مءتمر|مقابل|رسال|منشور|حوار|لقاء|مداخل|اتصال|اشار)/u;
const QUESTION = /^(?:ال)?(?:سؤال|اسءله|اسئله|استفسار)/u;
/** مع توقعات, وسط مخاوف: what others expect. */
const OUTLOOK = /^(?:توقعات|توقع|تكهنات|مخاوف|انباء|تقارير|تحذيرات|دعوات|مطالبات|انتقادات)$/u;
/** What follows these words where the narrator sets the scene behind a comma. */
const SCENES: ReadonlyMap<string, RegExp> = new Map([
  ...['في', 'خلال', 'عبر', 'عقب', 'اثناء', 'بعد'].map((word) => [word, OCCASION] as const),
  ...['مع', 'وسط'].map((word) => [word, OUTLOOK] as const),
  ...['ردا', 'جوابا'].map((word) => [word, /^علي$/u] as const),
  ['بالاشاره', /^الي$/u],
  ['علي', /^حد$/u],
  ['ومن', /^(?:المقرر|المتوقع|المنتظر|المرجح|المرتقب|المفترض)$/u],
]);
/** Behind these an accusative is a predicate: ليس مؤكدا. */
/** وأن, لأن: no complementizer of the word before. */
const CONJOINED = /^(?:وان|لان)/u;
export const COPULAS =
  /^[وف]?(?:كان|كانت|ليس|ليست|يكون|تكون|بات|باتت|اصبح|اصبحت|ظل|ظلت|يعد|تعد|يعتبر|تعتبر|غير|يبدو|تبدو|مازال|يزال)$/u;
const DECIDED = /^(?:تقرر|ينبغي|يجب|يتعين|يتوقع|ينتظر|يذكر)$/u;
/** Verbs that are nouns as well: وتقدم, وتراجع, ودعم go on with a list of nouns. */
const NOUNS_TOO = foldedSet(words(FACT_NOUNS));
/** An attribution reaches its clause's end within so many tokens; a longer way, and it is part of the clause. */
const NEAR_END = 14;

/**
 * Whether the narrator takes the word back at token `at`, inside or after reported speech: the next word of
 * reporting, an attribution of the whole, or a frame that only the narrator uses; `nominal` where what is said
 * is a noun with its complements.
 */
export function narratorAt(tokens: Tokens, cues: Cues, at: number, nominal: boolean): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  const { folded } = token;
  const afterComma = isComma(tokens[at - 1]);
  if (attributes(tokens, cues, at)) return afterComma || closesSoon(tokens, at);
  // دعا إلى تغيير الحكومة بقوله إن …
  const byWord = folded.startsWith('ب') ? cues.get(folded.slice(1)) : undefined;
  if (byWord?.form === 'noun' && !byWord.weak && leadsOn(tokens, at + 1)) return true;
  const reports = nextReport(tokens, cues, at, nominal);
  if (reports !== undefined) return reports;
  // … في بلدة وصفها بأنها: what the speaker calls it is a report of its own.
  const called = RELATIVE.has(folded) ? cues.get(tokens[at + 1]?.folded ?? '') : undefined;
  if (called?.pronoun && called.frames.has('of') && leadsOn(tokens, at + 2, 1)) return true;
  if (saysNow(tokens, cues, at, nominal)) return true;
  if (CONTRAST.has(folded)) return contrasts(tokens, cues, at);
  if (afterComma && objects(tokens, cues, at, nominal)) return true;
  return concedes(tokens, cues, at) || setsScene(tokens, at, afterComma);
}

/** يطالب بإصلاحات ويرفض رفع الأسعار: no verb goes on with a noun; يعتقد أن …، ويضيف أن: in the same tense. */
function saysNow(tokens: Tokens, cues: Cues, at: number, nominal: boolean): boolean {
  const folded = tokens[at]?.folded ?? '';
  const cue = /^[وف][يت]/u.test(folded) ? cues.get(folded.slice(1)) : undefined;
  if (cue?.form !== 'present' || cue.weak) return false;
  return nominal || (isComma(tokens[at - 1]) && speaksOn(cue) && leadsOn(tokens, at + 1, 3));
}

/**
 * …، غير أن الأطباء أكدوا أن, …، لكن الوزير نفى: others are set against what was said, by a verb of theirs that
 * reports; against a noun whatever they do.
 */
function objects(tokens: Tokens, cues: Cues, at: number, nominal: boolean): boolean {
  const folded = tokens[at]?.folded ?? '';
  const that = /^(?:غير|بيد|الا)$/u.test(folded) && tokens[at + 1]?.folded === 'ان';
  if (!that && !/^و?لكن$/u.test(folded)) return false;
  if (that && nominal) return true;
  const from = at + (that ? 2 : 1);
  for (let i = from + 1; i <= from + OBJECTOR; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word' || THAT.has(token.folded)) return false;
    const cue = cues.get(token.folded);
    if (cue?.form !== 'past') continue;
    return leadsOn(tokens, i + 1, 3) || (cue.frames.has('quote') && !cue.frames.has('that'));
  }
  return false;
}

/** وفقا لكذا, حسبما نقلت الوكالة. */
function attributes(tokens: Tokens, cues: Cues, at: number): boolean {
  const folded = tokens[at]?.folded ?? '';
  if (ACCORDINGS.has(folded)) return true;
  return AS_SAID.has(folded) && cues.has(tokens[at + 1]?.folded ?? '');
}

/** Whether a word of reporting here is the next report; undefined where there is none. */
function nextReport(tokens: Tokens, cues: Cues, at: number, nominal: boolean): boolean | undefined {
  const folded = tokens[at]?.folded ?? '';
  const afterComma = isComma(tokens[at - 1]);
  // ومؤخرا أعلنت, وإيران أكدت: the next report, with a word before its verb.
  const verb = cues.get(tokens[at + 1]?.folded ?? '');
  const goesOn = folded.startsWith('و') && verb?.form === 'past' && speaksOn(verb);
  if (goesOn && (afterComma || leadsOn(tokens, at + 2))) return true;
  const whole = cues.get(folded);
  const joined = startsWithConjunction(folded) ? cues.get(folded.slice(1)) : undefined;
  if (whole?.form === 'participle' || joined?.form === 'participle') {
    return afterComma || leadsOn(tokens, at + 1) || isBesides(tokens, whole, at, nominal);
  }
  if (joined?.form !== 'past' || whole !== undefined || isOwned(tokens, joined, at))
    return undefined;
  return afterComma || leadsOn(tokens, at + 1, 6) || speaksOn(joined);
}

/**
 * Whether a sentence of the narrator's starts at token `at`, behind a comma: كما تقرر تعيينه; and after a noun
 * also وحدد موعدا, لكنها لم تجمع, بينما عاد, وهذا لم يحدث.
 */
export function opensSentence(
  tokens: Tokens,
  { verbs, commonNouns }: Vocabulary,
  at: number,
  nominal: boolean,
): boolean {
  if (!isComma(tokens[at - 1]) || tokens[at]?.kind !== 'word') return false;
  const folded = tokens[at]?.folded ?? '';
  const next = tokens[at + 1]?.folded ?? '';
  if (folded === 'كما') return verbs.has(next) || DECIDED.test(next) || (nominal && next === 'ان');
  // …، وهذا ما أكده الوزير: who else says so is told by the narrator; وهو ما يعني is said as well.
  const reasons = /^[يت]عني$/u.test(tokens[at + 2]?.folded ?? '');
  if (/^و(?:هذا|هو)$/u.test(folded) && next === 'ما' && !reasons) return true;
  if (addsBesides(tokens, at)) return true;
  return nominal && (tellsOn(folded, next, verbs, commonNouns) || followsFrom(tokens, at));
}

/** …، علما أن, …، في حين عاد, …، وكان الرجل قد فر, …، وذلك خلال لقائه: what the narrator adds, also to a clause. */
function addsBesides(tokens: Tokens, at: number): boolean {
  const [folded, next] = [tokens[at]?.folded ?? '', tokens[at + 1]?.folded ?? ''];
  if (folded === 'علما') return /^ب?ان/u.test(next);
  // في حين يقل عنها: in the present it is said as well.
  if (folded === 'في') return next === 'حين' && !/^ي/u.test(tokens[at + 2]?.folded ?? '');
  if (folded === 'وذلك') return /^(?:خلال|اثناء|عقب)$/u.test(next);
  if (!/^وكانت?$/u.test(folded)) return false;
  for (let i = at + 1; i <= at + HAD; i++) {
    if (tokens[i]?.kind !== 'word') return false;
    if (tokens[i]?.folded === 'قد') return true;
  }
  return false;
}

/** …، الأمر الذي أدى, …، ما دفع, …، قبل أن يغادر: what came of it, and what else happened. */
function followsFrom(tokens: Tokens, at: number): boolean {
  const [folded, next] = [tokens[at]?.folded ?? '', tokens[at + 1]?.folded ?? ''];
  if (folded === 'الامر') return next === 'الذي';
  if (folded === 'قبل') return next === 'ان';
  return /^م?ما$/u.test(folded) && /^(?:ادي|دفع|تسبب|اثار|ادت|جعل|اضطر)$/u.test(next);
}

/**
 * Whether a verb in the present goes on with the narrator's sentence at token `at`, behind a noun with its
 * complements that starts at `from`: … نسبة الإصابة، ويقدر عدد المصابين. Behind a verb of the noun's own it goes
 * on with that: مركز يقدم العلاج، ويوفر الدواء.
 */
export function goesOnPresent(
  tokens: Tokens,
  { verbs, commonNouns }: Vocabulary,
  from: number,
  at: number,
): boolean {
  const folded = tokens[at]?.folded ?? '';
  if (!isComma(tokens[at - 1]) || !/^و[يت].../u.test(folded)) return false;
  const verb = folded.slice(1);
  if (NOUNS_TOO.has(verb) || commonNouns.has(verb) || /^ت..ي.$/u.test(verb)) return false;
  const known = verbs.has(verb) || /^ي(?!و(?:م|نيو|ليو))/u.test(verb);
  return (
    known &&
    !tokens.slice(from, at).some((token) => /^[يت]/u.test(token.folded) && verbs.has(token.folded))
  );
}

/** Whether the words behind a noun and a comma are the narrator's: وحدد موعدا, لكنها لم تجمع, بينما عاد. */
function tellsOn(
  folded: string,
  next: string,
  verbs: ReadonlySet<string>,
  commonNouns: ReadonlySet<string>,
): boolean {
  if (CONCESSIONS.has(folded) || /^و(?:لم|لن|لا|قد|لقد|كان|كانت|ليس|ليست)$/u.test(folded))
    return true;
  // ندد بالقرار، وهو الثالث من نوعه, …، والذي أثار جدلا: the narrator tells more of the noun.
  if (/^وه(?:و|ي|م|ما)$|^وال(?:ذي|تي|ذين)$/u.test(folded)) return true;
  if (folded === 'بعدما' || (folded === 'بعد' && next === 'ان')) return true;
  if (/^و(?:هذا|هذه)$/u.test(folded)) return isDefinite(next);
  // بينما عاد, فيما انتشرت; فيما يخص belongs to what is said.
  if (/^(?:فيما|بينما)$/u.test(folded)) return !/^(?:يخص|يتعلق|عدا|بعد|يلي)$/u.test(next);
  if (folded === 'حيث') return verbs.has(next);
  if (DEFECTIVE.test(folded)) return true;
  const verb = startsWithConjunction(folded) ? folded.slice(1) : '';
  if (/^[يتسن]/u.test(verb) || NOUNS_TOO.has(verb)) return false;
  if (verbs.has(verb) || verbs.has(verb.replace(/(?:ه|ها|هم)$/u, ''))) return true;
  return /^[^ل]..*[^اي]ت$/u.test(verb) && !isDefinite(verb) && !commonNouns.has(verb);
}

/** رغبته بالمضي ورفضه للتوقف: a noun with its pronoun, spelled as the verb. */
function isOwned(tokens: Tokens, cue: Cue, at: number): boolean {
  return cue.pronoun && /^ل./u.test(tokens[at + 1]?.folded ?? '');
}

/** Whether the participle says what the speaker did besides. */
function isBesides(tokens: Tokens, cue: Cue | undefined, at: number, nominal: boolean): boolean {
  return goesWith(tokens, cue, at) || (nominal && saysBesides(tokens, cue, at));
}

/** … رفع الأسعار مطالبا الحكومة بالتراجع: an accusative that says what the speaker did besides. */
function goesWith(tokens: Tokens, cue: Cue | undefined, at: number): boolean {
  const adverb = cue !== undefined && !cue.weak && /.{3}(?:ا|ين)$/u.test(tokens[at]?.folded ?? '');
  return adverb && !COPULAS.test(tokens[at - 1]?.folded ?? '');
}

/** … الاقتراب من المطار واصفة الوضع …: no adjective of the definite noun before it, as it has no article. */
function saysBesides(tokens: Tokens, cue: Cue | undefined, at: number): boolean {
  const folded = tokens[at]?.folded ?? '';
  if (cue === undefined || cue.weak || !/.{3}ه$/u.test(folded)) return false;
  return isDefinite(tokens[at - 1]?.folded ?? '');
}

/** فيما قال, كما دعا, حيث تقول. */
function contrasts(tokens: Tokens, cues: Cues, at: number): boolean {
  const folded = tokens[at]?.folded ?? '';
  const cue = cues.get(tokens[at + 1]?.folded ?? '');
  const likewise = folded === 'كما' || folded === 'وكما';
  if (cue?.form === 'past' && likewise && speaksOn(cue)) return true;
  const finite = cue?.form === 'past' || (cue?.form === 'present' && !likewise);
  const afterComma = isComma(tokens[at - 1]);
  // إذ أشار الوزير إلى أن: a verb that does little else than report.
  if (cue?.form === 'past' && speaksOn(cue)) return true;
  const reports = !cue?.weak || cue.frames.has('quote');
  return finite && ((afterComma && reports) || leadsOn(tokens, at + 2) || leadsOn(tokens, at + 3));
}

/** Frames of the narrator's own: when and where it was said, what others expect. */
function setsScene(tokens: Tokens, at: number, afterComma: boolean): boolean {
  const folded = tokens[at]?.folded ?? '';
  const next = tokens[at + 1]?.folded ?? '';
  if (afterComma && SCENES.get(folded)?.test(next) === true) return true;
  switch (folded) {
    case 'وهو':
    case 'وهي':
      return next === 'بذلك';
    case 'في':
      return /^اشار[هت]$/u.test(next);
    case 'وذلك':
      return next === 'ردا' || ACCORDINGS.has(next) || ACCORDINGS.has(next.slice(1));
    case 'ردا':
    case 'جوابا':
      return next === 'علي' && QUESTION.test(tokens[at + 2]?.folded ?? '');
    default:
      return false;
  }
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

/** A complementizer, colon or quotation within so many tokens. */
function leadsOn(tokens: Tokens, at: number, within = 2): boolean {
  for (let i = at; i < at + within; i++) {
    const token = tokens[i];
    if (token === undefined) return false;
    const far = within > 2 || i > at + 1;
    if (far && (isComma(token) || token.text === '.' || CONJOINED.test(token.folded))) return false;
    if (THAT.has(token.folded) || token.text === ':' || isOpening(token)) return true;
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
