import { startOf, type AnalysedToken } from '../analysis';
import { tokenAfter } from '../found';
import { DAY_PARTS } from '../lexicon/calendar';
import { words } from '../lexicon/entries';
import { ADVERBS_WORDS } from '../lexicon/claimClues';
import { MANNERS } from '../lexicon/reporting';
import { foldedSet } from '../phrases';
import { isDefinite, isWord } from '../vocabulary';
import type { ClaimContext } from './claims';
import { isThat } from './content';
import type { Cue } from './cues';
import { isComma, isOpening } from './marks';

/** Words right after a cue that say how or when, and belong to nobody. */
const ADVERBS = foldedSet(words(ADVERBS_WORDS));
const MANNER = foldedSet(words(MANNERS));
const PARTS = foldedSet(words(DAY_PARTS));
const DASHES: ReadonlySet<string> = new Set(['-', '–', '—']);
export const ASKING =
  /^(?:و?)(?:طلب|طلبت|طلبوا|رفض|رفضت|فضل|فضلت|اشترط|اشترطت|طالبا|طالبه|طالبين|رافضا|مفضلا|مفضله|مشترطا|مشترطه)$/u;
/** Adjectives of a verb's own noun, which only stresses it: نفيا قاطعا. */
const EMPHATIC = /^(?:قاطعا|شديدا|تاما|باتا|صريحا|حازما|جازما|مطلقا|وتفصيلا)$/u;
/** Those whom one speaks to in the news. */
const AUDIENCE =
  /^(?:وسائل|احدي|احد|صحيفه|قناه|وكاله|محطه|اذاعه|تلفزيون|موقع|مجله|جريده|برنامج|عدد)$/u;
const LISTENERS = /^ال(?:صحفيين|صحافيين|اعلام|اعلاميين|صحافه|جزيره|نواب|برلمان|وفد|حضور)$/u;
const IDENTITY = /^(?:اسم|هويت|شخصيت)(?:ه|ها|هم|هما)$/u;

/** Past commas, brackets, dates, adverbs and short phrases such as في بيان له. */
export function skipAsides(context: ClaimContext, from: number, limit: number): number {
  let i = from;
  while (i < limit) {
    const next = asidePast(context, i, i === from, limit);
    if (next === i) break;
    i = next;
  }
  return i;
}

/** Past one aside at the token, or where it is none the token itself; `first` where a cue stands before it. */
function asidePast(context: ClaimContext, at: number, first: boolean, limit: number): number {
  const { tokens, entities, cues } = context;
  const token = tokens[at];
  if (token === undefined) return at;
  const dated = entities.at(token.start);
  if (dated?.label === 'DATE' || dated?.label === 'TIME') return tokenAfter(tokens, dated.end, at);
  if (DASHES.has(token.text)) return dashed(tokens, at, limit) ?? at + 1;
  if (token.text === '(') return bracketEnd(tokens, at, limit);
  if (statementAside(tokens, at)) return asideEnd(context, at);
  const phrase = phrasePast(context, at, first);
  if (phrase > at) return phrase;
  if ((!first && isOpening(token) && shortQuote(context, at)) || quotedAudience(context, at)) {
    return (context.speech.closingOf(at) ?? at) + 1;
  }
  const single =
    isComma(token) ||
    ADVERBS.has(token.folded) ||
    moodAside(context, at) ||
    (isSaying(cues.get(token.folded)) && leadsToSpeech(context, at + 1)) ||
    (!first && PARTS.has(token.folded));
  return single ? at + 1 : at;
}

/** Past a phrase of reference, whom it was said to, or a wish to stay unnamed. */
function phrasePast(context: ClaimContext, at: number, first: boolean): number {
  const { tokens } = context;
  if (inThisRegard(tokens, at)) return at + 3;
  const [word, next] = [tokens[at]?.folded ?? '', tokens[at + 1]?.folded ?? ''];
  if (/^ب(?:اشد|اقوي|اقسي|شكل|صوره|لهجه|نبره)$/u.test(word)) return at + 2;
  // نفى نفيا قاطعا أن
  if (/..ا$/u.test(word) && EMPHATIC.test(next)) return at + 2;
  if (/^استطلعت?$/u.test(word)) return polled(tokens, at);
  const meanwhile = circumstance(tokens, at);
  if (meanwhile > at) return meanwhile;
  if (/^و(?:يدعي|تدعي|اسمه|اسمها)$/u.test(word)) return calledPast(context, at + 1);
  // طالب المتظاهرون بقيادة الحركة بقانون
  if (/^ب(?:قياده|زعامه|رئاسه|رءاسه)$/u.test(word))
    return tokens[at + 1] === undefined ? at : (context.sources.at(at + 1)?.to ?? at + 2);
  // على لسان المتحدث باسمها سمير كامل
  if (word === 'علي' && next === 'لسان') return mouthpiece(context, at + 2);
  if (tokens[at]?.folded === 'كل' && tokens[at + 1]?.folded === 'من') return at + 2;
  const audience = addressed(context, at, first);
  return audience > at ? audience : at + unnamed(tokens, at);
}

/** محللون استطلعت رويترز آراءهم: past whom somebody asked. */
function polled(tokens: readonly AnalysedToken[], at: number): number {
  for (let i = at + 1; i < at + 6; i++)
    if (/^(?:اراء|اراي|رأي|راي)(?:هم|ها|ه)$/u.test(tokens[i]?.folded ?? '')) return i + 1;
  return at;
}

/** ويدعى سامي كامل: past the name. */
function calledPast({ tokens, entities }: ClaimContext, at: number): number {
  const name = entities.at(tokens[at]?.start ?? -1);
  return name === undefined ? at + 1 : tokenAfter(tokens, name.end, at);
}

/** قال المزارع وهو يشير إلى حقله: «…»: up to the colon past what he did meanwhile; elsewhere where it was. */
export function circumstance(tokens: readonly AnalysedToken[], at: number): number {
  const word = tokens[at]?.folded;
  if (word !== 'وهو' && word !== 'وهي') return at;
  for (let i = at + 2; i < at + 10; i++) {
    if (tokens[i]?.text === ':') return i;
    if (tokens[i] === undefined || tokens[i]?.text === '.') return at;
  }
  return at;
}

/** Past the mouthpiece of a body: to the comma, or past the source that stands there. */
function mouthpiece({ tokens, sources }: ClaimContext, at: number): number {
  for (let i = at; i < at + 10; i++) if (isComma(tokens[i])) return i;
  return sources.at(at)?.to ?? at;
}

/** قوله, تأكيدها; not تقارير, which speak themselves. */
function isSaying(cue: Cue | undefined): boolean {
  return cue?.form === 'noun' && !cue.bare;
}

/** قوله إن, قولها أمس: "…": what is said follows, a date at most before it. */
function leadsToSpeech({ tokens, entities }: ClaimContext, at: number): boolean {
  const token = tokens[at];
  const dated = entities.at(token?.start ?? -1)?.label === 'DATE';
  return dated || isThat(token) || isOpening(token) || token?.text === ':' || isComma(token);
}

/** - أكبر شركة في العالم -: past an aside between dashes. */
function dashed(tokens: readonly AnalysedToken[], at: number, limit: number): number | undefined {
  if (!DASHES.has(tokens[at]?.text ?? '')) return undefined;
  for (let i = at + 2; i < Math.min(at + 14, limit); i++) {
    if (DASHES.has(tokens[i]?.text ?? '')) return i + 1;
  }
  return undefined;
}

/** في هذا السياق, في هذا الصدد. */
function inThisRegard(tokens: readonly AnalysedToken[], at: number): boolean {
  if (tokens[at]?.folded !== 'في' || !/^هذ[اه]$/u.test(tokens[at + 1]?.folded ?? '')) return false;
  return /^ال(?:صدد|سياق|اطار|شان|خصوص|مجال|مناسبه|اثناء|موضوع)$/u.test(
    tokens[at + 2]?.folded ?? '',
  );
}

/** طالبا عدم الكشف عن هويته, طلب عدم نشر اسمه: how many words a speaker's wish to stay unnamed takes. */
function unnamed(tokens: readonly AnalysedToken[], at: number): number {
  if (!ASKING.test(tokens[at]?.folded ?? '')) return 0;
  for (let i = at + 2; i < at + 7; i++) {
    if (IDENTITY.test(tokens[i]?.folded ?? '')) return i + 1 - at;
  }
  return 0;
}

/** قالت محذرة: , قال ساخرا إن: one word of how it was said, right before what was said. */
function moodAside(context: ClaimContext, at: number): boolean {
  const { tokens, entities } = context;
  const token = tokens[at];
  if (!isWord(token)) return false;
  const manner = MANNER.has(token.folded) || context.cues.get(token.folded)?.form === 'participle';
  if (!manner || entities.at(token.start) !== undefined) return false;
  let next = at + 1;
  const dated = entities.at(tokens[next]?.start ?? -1);
  if (dated?.label === 'DATE') next = tokenAfter(tokens, dated.end, next);
  const says = tokens[next];
  return (
    says?.text === ':' ||
    isOpening(says) ||
    (isThat(says) && dated !== undefined) ||
    plainThat(says)
  );
}

function plainThat(token: AnalysedToken | undefined): boolean {
  return token?.folded === 'ان' && token.text.startsWith('إ');
}

/** A name or a word in quotation marks, with the sentence going on behind it. */
export function shortQuote(context: ClaimContext, at: number): boolean {
  const close = context.speech.closingOf(at);
  if (close === undefined || close - at > 3) return false;
  const after = context.tokens[close + 1];
  return after?.sentence === context.tokens[at]?.sentence && after?.text !== '.';
}

/** قال المدير «للمساء» أمس إن …: the quotation marks hold the name of whom it was said to. */
export function quotedAudience(context: ClaimContext, at: number): boolean {
  const { tokens } = context;
  if (!isOpening(tokens[at]) || !/^لل../u.test(tokens[at + 1]?.folded ?? '')) return false;
  return shortQuote(context, at);
}

function bracketEnd(tokens: readonly AnalysedToken[], at: number, limit: number): number {
  for (let i = at + 1; i < limit; i++) if (tokens[i]?.text === ')') return i + 1;
  return limit;
}

/** في بيان, في تصريحات, خلال مؤتمر صحفي, من جهته: up to the adjectives and pronouns that follow. */
export function statementAside(tokens: readonly AnalysedToken[], at: number): boolean {
  const [word, next] = [tokens[at]?.folded ?? '', tokens[at + 1]?.folded ?? ''];
  if (word === 'من') return /^(?:جهت|جانب|ناحيت)/u.test(next);
  if (/^ب(?:بيان|تصريح|لقاء|حديث|مقابله|كلمه|رساله|خطاب)$/u.test(word)) return true;
  if (word === 'علي' || word === 'عبر') {
    if (/^(?:منصه|منصت|حساب|حسابات|صفح[هت]|موقع|مدون[هت])(?:ه|ها|هم|هما)?$/u.test(next))
      return true;
  }
  if (word !== 'في' && word !== 'خلال' && word !== 'عبر') return false;
  return /^(?:بيان|تصريح|كلم|حديث|تغريد|خطاب|مءتمر|مؤتمر|مقابل|تقرير|رسال|منشور|وقت|حوار|لقاء|اجتماع|جلس)/u.test(
    next,
  );
}

function asideEnd(context: ClaimContext, at: number): number {
  const { tokens } = context;
  let i = tokens[at]?.folded.startsWith('ب') === true ? at + 1 : at + 2;
  while (i < at + 7 && isWord(tokens[i])) {
    const word = tokens[i]?.folded ?? '';
    const tail =
      /^(?:صحفي|صحافي|صحفيه|صحافيه|له|لها|لهم|مشترك|متلفز|رسمي|رسميه|خاصه|خاص|سابق|لاحق|مصور|مكتوب|متلفزه|ادلي|بها|به|نشره|نشرته|تلفزيونيه|تليفزيونيه|اذاعيه|هاتفيه|هاتفي|حصريه|مقتضب|مقتضبه|عاجل|مطول|مفتوح|طارئ|اسبوعي|يومي|اصدره|اصدرته|الرسمي|الرسميه|الشخصي|الشخصيه|علي|في|موقع|منصه|شبكه)$/u;
    const site = context.entities.at(tokens[i]?.start ?? -1);
    if (site?.label === 'WEBSITE') i = tokenAfter(tokens, site.end, i);
    else if (tail.test(word)) i++;
    else break;
  }
  return addressed(context, i, true);
}

/** في تصريحات لقناة الجزيرة, في حديث للصحفيين, في تصريح لإحدى القنوات العربية: past whom it was said to. */
function addressed({ tokens, entities, speech }: ClaimContext, at: number, any: boolean): number {
  const lam = tokens[at]?.readings.find((reading) => reading.proclitics === 'ل');
  if (lam === undefined) return at;
  const entity = entities.at(startOf(tokens[at], lam));
  if (entity !== undefined && any) return tokenAfter(tokens, entity.end, at);
  if (!any && !AUDIENCE.test(lam.folded)) return at;
  let i = at + 1;
  if (isDefinite(lam.folded)) return LISTENERS.test(lam.folded) || entity !== undefined ? i : at;
  if (!AUDIENCE.test(lam.folded)) return at;
  if (isOpening(tokens[i])) i = (speech.closingOf(i) ?? i) + 1;
  while (i < at + 4 && isWord(tokens[i]) && isDefinite(tokens[i]?.folded ?? '')) {
    const label = entities.at(tokens[i]?.start ?? -1)?.label;
    if (label !== undefined && label !== 'NORP') break;
    i++;
  }
  return i;
}
