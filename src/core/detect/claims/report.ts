import { startOf, type Reading } from '../analysis';
import { words } from '../lexicon/entries';
import { NEVER_AFTER_WORDS, SCENE_OPENERS_WORDS } from '../lexicon/claimClues';
import { CONCEDING_WORDS, IMPERSONAL } from '../lexicon/reporting';
import { foldedSet } from '../phrases';
import { isDefinite, isWord } from '../vocabulary';
import type { ClaimContext, FoundClaim } from './claims';
import type { Cue } from './cues';
import { behind, findFrame } from './frames';
import { IN_DOCUMENTS } from './outsideVerbs';
import { isPassive } from './implicit';
import { kindOf } from './kinds';
import { COPULAS } from './narrator';
import { asCalled, withinClause, type Frame, type Framed } from './said';
import { describedNoun, isInWhich, isSubject, sourceBefore } from './sourceBefore';
import type { TokenRange } from './sources';
import { agreementOf, issuerOf, subjectOf, type Agreement, type Speakers } from './speakers';
import { withoutConjunction } from '../letters';

const IMPERSONALS = foldedSet(words(IMPERSONAL));
/** Before these a verb is denied, nested or relative: لأنها تتوقع, التي قالت. */
const NEVER_AFTER = foldedSet(words(NEVER_AFTER_WORDS));
const RELATIVE = foldedSet(words('الذي التي الذين'));
const CONCEDING = foldedSet(words(CONCEDING_WORDS));
const CONTINUING = foldedSet(words('حيث كما إذ ثم'));
const SINCE = foldedSet(words('بعد منذ وبعد ومنذ'));
const SCENE_OPENERS = foldedSet(words(SCENE_OPENERS_WORDS));
/** Furthest from the start of its sentence that a noun belongs to the phrase which opens it, in tokens. */
const SCENE = 4;
const WHEN = foldedSet(words('بعدما عندما حينما حين لما'));
const WHILE = foldedSet(words('بينما فيما'));

/** A claim, if there is one, and the source named here, which may speak on. */
interface Reported {
  readonly claim: FoundClaim | undefined;
  readonly source: TokenRange | undefined;
}

const NOTHING: Reported = { claim: undefined, source: undefined };

/** بعد أن أعلنت الشركة إفلاسها، …; وعندما قال …، : the clause opens its sentence, and the main one follows. */
function isSubordinate({ tokens, speech }: ClaimContext, at: number): boolean {
  const that = tokens[at - 1]?.folded === 'ان';
  const opener = that ? at - 2 : at - 1;
  const word = tokens[opener]?.folded ?? '';
  const openers = that ? SINCE : WHEN;
  if (!openers.has(word) && !openers.has(withoutConjunction(word))) return false;
  return speech.sentenceStart(at) === opener;
}

/** وبينما أكد الوزير أن …، قالت النقابة إن …; في حين نفى: where a main clause follows, this one is set against it. */
function isContrasted({ tokens, speech }: ClaimContext, at: number): boolean {
  const word = tokens[at - 1]?.folded ?? '';
  const start = speech.sentenceStart(at);
  if (WHILE.has(word) || WHILE.has(word.replace(/^و/u, ''))) return start === at - 1;
  return word === 'حين' && start === at - 2 && /^و?في$/u.test(tokens[start]?.folded ?? '');
}

/** رغم تأكيد الوزارة أن …، عاد الناس: a noun in the phrase that opens its sentence; the main clause follows. */
function setsScene({ tokens, speech }: ClaimContext, at: number): boolean {
  const start = speech.sentenceStart(at);
  const first = tokens[start]?.folded ?? '';
  const opens = SCENE_OPENERS.has(first) || SCENE_OPENERS.has(first.replace(/^و/u, ''));
  return opens && at > start && at - start <= SCENE;
}

/** A claim that the cue at token `at` reports, and the source that it names, which may speak on. */
export function reported(
  context: ClaimContext,
  at: number,
  reading: Reading,
  cue: Cue,
  speakers: Speakers,
): Reported {
  const finite = cue.form === 'past' || cue.form === 'present';
  const agreement = agreementOf(reading.folded, cue.form);
  const carried = speakers.within(context.speech.narrationOf(at), agreement);
  const goesOn = speakerGoesOn(context, at, reading, carried !== undefined, speakers, agreement);
  // الوزير وقال: the conjunction parts the verb from the noun before it.
  const subject = finite && reading.proclitics !== 'و' ? sourceBefore(context, at) : undefined;
  const sure = isSubject(context, at, subject) ? subject : undefined;
  const { frame, source: named } = whatIsSaid(context, at, cue, sure, goesOn);
  // عبرت عن شكوكها: of what, it does not say.
  const empty = frame?.type === 'prep' && frame.to - frame.from === 1;
  if (frame === undefined || (empty && cue.kind === 'other')) {
    const speaks = finite && named !== undefined && context.sources.speaks(named.from);
    return { claim: undefined, source: speaks ? named : undefined };
  }
  const own = named ?? subject ?? (finite ? undefined : describedNoun(context, at));
  if (!mayReport(context, at, reading, cue, frame, own)) return NOTHING;
  // وحثت على …, مؤكدا أن …: who spoke before in this sentence speaks on.
  const written = writtenFrom(context, at, reading);
  const nobodys = isNobodys(written, cue);
  const source = own ?? (nobodys ? undefined : elsewhere(context, at, cue, agreement, carried));
  if (source === undefined && needsSource(cue, frame) && !(finite && goesOn)) return NOTHING;
  const silent = source !== undefined || nobodys;
  const implied = silent ? undefined : speakers.last(agreement);
  return { claim: claimOf(context, at, reading, cue, frame, source, implied), source };
}

/** What is said, ahead of the cue or behind it, and who says it where it is named on the way. */
function whatIsSaid(
  context: ClaimContext,
  at: number,
  cue: Cue,
  before: TokenRange | undefined,
  goesOn: boolean,
): Framed {
  const { frame: ahead, source } = findFrame(context, at, cue, before, goesOn);
  const finite = cue.form === 'past' || cue.form === 'present';
  const whole = ahead ?? (finite ? behind(context, at, cue, source) : undefined);
  const frame = whole?.type === 'of' && cue.lemma === 'وصف' ? asCalled(context, whole) : whole;
  if (cue.form !== 'noun' && isContrasted(context, at)) {
    const main = (i: number): boolean => opensMain(context, i);
    return { frame: withinClause(context, frame, main), source };
  }
  const opens = cue.form === 'noun' ? setsScene(context, at) : isSubordinate(context, at);
  return { frame: opens ? withinClause(context, frame) : frame, source };
}

/** Whether a verb without a conjunction stands at the token, which opens the main clause behind a comma. */
function opensMain({ tokens, cues, vocabulary }: ClaimContext, at: number): boolean {
  const folded = tokens[at]?.folded ?? '';
  const form = cues.get(folded)?.form;
  return form === 'past' || form === 'present' || vocabulary.verbs.has(folded);
}

/** قيل, and مزاعم بأن …: not of who spoke before, nor of whom the sentence is about. */
function isNobodys(written: string, cue: Cue): boolean {
  return isPassive(written) || (cue.form === 'noun' && cue.weak && !cue.bare);
}

/** Who spoke before in the sentence, or whom it is about. */
function elsewhere(
  context: ClaimContext,
  at: number,
  cue: Cue,
  agreement: Agreement,
  carried: TokenRange | undefined,
): TokenRange | undefined {
  const held = isInWhich(context.tokens[at + 1]) && !IN_DOCUMENTS.has(cue.folded);
  const issuer = held ? issuerOf(context, at, agreement) : undefined;
  if (issuer !== undefined) return issuer;
  // جاء فيه agrees with the document, not with who issued it.
  return carried ?? subjectOf(context, at, IN_DOCUMENTS.has(cue.folded) ? undefined : agreement);
}

/** The word of reporting as it is written, without its conjunction. */
function writtenFrom({ tokens }: ClaimContext, at: number, reading: Reading): string {
  return tokens[at]?.text.slice(reading.cut) ?? '';
}

function claimOf(
  context: ClaimContext,
  at: number,
  reading: Reading,
  cue: Cue,
  frame: Frame,
  source?: TokenRange,
  implied?: TokenRange,
): FoundClaim {
  return {
    cueAt: at,
    // بالدعوة إلى: the preposition is no part of the noun.
    cueOffset:
      startOf(context.tokens[at], reading) + (cue.bare && reading.folded.startsWith('بال') ? 1 : 0),
    cue,
    source: source ?? null,
    implied,
    frame,
    kind: kindOf(context, at, cue, frame),
    score: source === undefined ? 0.7 : 0.85,
  };
}

function mayReport(
  context: ClaimContext,
  at: number,
  { proclitics }: Reading,
  cue: Cue,
  frame: Frame,
  source: TokenRange | undefined,
): boolean {
  const finite = cue.form === 'past' || cue.form === 'present';
  const describes = isDefinite(context.tokens[at]?.folded ?? '');
  if (cue.form === 'participle' && !describes && isPredicate(context, at)) return false;
  const relative = RELATIVE.has(context.tokens[at - 1]?.folded ?? '');
  // البرنامج الذي تشك الدولة أنه …: who says it stands right there; العاصمة التي وصفها بأنها …: who spoke before.
  const told = cue.pronoun && cue.frames.has('of');
  const within =
    relative && frame.type === 'that' && (told || (source !== undefined && source.from > at));
  // هذا وأعلنت: behind و a sentence of its own starts.
  const joined = proclitics === 'و';
  if (finite && !within && !joined && !mayFollow(context, at, source)) return false;
  if (source === undefined && impersonal(context, at, cue)) return false;
  if (isPlan(context, cue, frame)) return false;
  // علمت الصحيفة أن reports; علم الرئيس أن only tells what he knew.
  if (cue.lemma === 'علم' && source !== undefined && isPerson(context, source)) return false;
  return cue.lemma !== 'حمل' || blames(context, frame);
}

/** كان الفريق مهددا بالهبوط: a participle that says what somebody was, not what he said. */
function isPredicate({ tokens, vocabulary }: ClaimContext, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const word = tokens[i]?.folded ?? '';
    if (COPULAS.test(word)) return true;
    if (!isWord(tokens[i]) || vocabulary.verbs.has(word)) return false;
  }
  return false;
}

/** Whether who spoke in the sentence, or last before it, may speak on: ونفت أي علاقة بالحادث. */
function speakerGoesOn(
  context: ClaimContext,
  at: number,
  { proclitics }: Reading,
  carried: boolean,
  speakers: Speakers,
  agreement: Agreement,
): boolean {
  if (proclitics === '' && !continues(context, at)) return false;
  const { speech } = context;
  const opens = at > 0 && speech.narrationOf(at - 1) !== speech.narrationOf(at);
  return carried || (opens && speakers.last(agreement) !== undefined);
}

/** حيث تنصح, ولكنه أكد: the clause goes on about who spoke before. */
function continues(context: ClaimContext, at: number): boolean {
  const before = context.tokens[at - 1]?.folded ?? '';
  return CONTINUING.has(before) || /^(?:و?لكن)?(?:ا?ن)?(?:ه|ها|هم)$/u.test(before);
}

/** Not after لأنها and the like; بعد أن أعلن الوزير أن … reports all the same, if it says who. */
function mayFollow(context: ClaimContext, at: number, source: TokenRange | undefined): boolean {
  const before = context.tokens[at - 1]?.folded ?? '';
  if (!NEVER_AFTER.has(before) && !NEVER_AFTER.has(before.replace(/^و/u, ''))) return true;
  // مع أنه صرح, إلا أنها نفت: the narrator goes on.
  const still =
    CONCEDING.has(context.tokens[at - 2]?.folded ?? '') && /^ان(?:ه|ها|هم)$/u.test(before);
  if (still) return true;
  if (before === 'ما' && context.tokens[at - 2]?.folded === 'علي') return true;
  if (before === 'ان' && hasBeen(context, at - 2)) return true;
  const since = SINCE.has(context.tokens[at - 2]?.folded ?? '');
  return before === 'ان' && since && source !== undefined;
}

/** سبق أن حذر, سبق للوزير أن أعلن; not لم يسبق. */
function hasBeen({ tokens }: ClaimContext, last: number): boolean {
  for (let i = last; i >= Math.max(0, last - 3); i--) {
    if (/^[وف]?سبق$/u.test(tokens[i]?.folded ?? '')) return true;
  }
  return false;
}

/** اتفق الطرفان على أن يلتقيا: what is to be done, and nobody said that it is so. */
function isPlan({ tokens }: ClaimContext, cue: Cue, frame: Frame): boolean {
  const agreed = cue.lemma === 'اتفق' || cue.lemma === 'أجمع';
  return agreed && /^[يت]../u.test(tokens[frame.from]?.folded ?? '');
}

/** Whether the source is a person, by name, title or calling. */
function isPerson({ sources, entities }: ClaimContext, { from, offset }: TokenRange): boolean {
  return sources.opensTitle(from) || /^(?:PERS|OCC)$/u.test(entities.at(offset)?.label ?? '');
}

/** حمل إسرائيل مسؤولية …; without that word حمل is to carry. */
function blames(context: ClaimContext, frame: Frame): boolean {
  const start = context.tokens.slice(frame.from, frame.from + 8);
  return start.some((token) => /مسؤولي/u.test(token.folded));
}

/** A noun complement without a source is too often something else: يرفض العرض. */
function needsSource(cue: Cue, frame: Frame): boolean {
  // للمطالبة بكذا: of whoever acts in the sentence.
  const noun = cue.form === 'noun' && !cue.frames.has('quote');
  // يتهم الجيش بارتكاب انتهاكات: by whom, it does not say.
  if (cue.form === 'participle' || noun || (cue.lemma === 'اتهم' && !cue.pronoun)) return false;
  return (
    frame.type === 'obj' || frame.type === 'of' || (frame.type === 'prep' && cue.form !== 'past')
  );
}

/** يذكر أن, من المتوقع أن, يمكن أن: nobody says it. */
function impersonal(context: ClaimContext, at: number, cue: Cue): boolean {
  const token = context.tokens[at];
  if (token === undefined) return true;
  if (cue.form !== 'present') return false;
  return token.readings.some(
    (reading) => IMPERSONALS.has(reading.folded) && reading.folded !== 'يعتقد',
  );
}
