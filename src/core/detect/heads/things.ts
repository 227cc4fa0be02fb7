import type { Localized } from '../../model/issue';
import type { AnalysedToken, Reading } from '../analysis';
import type { Detector, EntitySuggestion } from '../detector';
import { entity, FoundIndex, tokenAfter } from '../found';
import { words } from '../lexicon/entries';
import { EVENT_DAY_ADJECTIVES, EVENT_HEADS } from '../lexicon/events';
import { LAW_HEADS, WEAPON_CLASSES, WORK_CLASSES } from '../lexicon/things';
import { foldedSet, union } from '../phrases';
import { isFigures } from '../quantities/numberPhrase';
import { isDefinite, isWord, looksForeign, type Vocabulary } from '../vocabulary';
import { NameReader } from './nameEnd';

const ID = 'things';
const WHY: Readonly<Record<string, Localized>> = {
  EVENT: { en: 'word for an event and its name', ar: 'كلمة تدل على حدث واسمه' },
  LAW: { en: 'law or resolution by number or field', ar: 'قانون أو قرار برقمه أو موضوعه' },
  WORK: { en: 'title in quotation marks', ar: 'عنوان بين علامتي تنصيص' },
  WEAPON: { en: 'name or model of a weapon', ar: 'اسم سلاح أو طرازه' },
  PRODUCT: { en: 'name or model of a product', ar: 'اسم منتج أو طرازه' },
  WEBSITE: { en: 'address on the web', ar: 'عنوان على الشبكة' },
};
const EVENTS = foldedSet(words(EVENT_HEADS));
/** Events of every day: they need a name in quotation marks, or a listed one. */
const WEAK_EVENTS = foldedSet(words('عملية معرض دورة ملتقى منتدى معركة قمة إعصار'));
const MEETINGS = foldedSet(words('المؤتمر القمة الدورة البطولة المهرجان المنتدى الملتقى'));
const NUMBERED = new Set(['ORDINAL']);
const LAWS = foldedSet(words(LAW_HEADS));
const WORKS = foldedSet(words(WORK_CLASSES));
const WEAPONS = foldedSet(words(WEAPON_CLASSES));
const MODELS = foldedSet(
  words(
    'طائرة الطائرة طائرات مقاتلة مقاتلات طراز مروحية صاروخ صواريخ دبابة دبابات مسيرة منظومة سفينة غواصة سيارة هاتف',
  ),
);
const ARMS = foldedSet(words('مقاتلة مقاتلات صاروخ صواريخ دبابة دبابات مسيرة منظومة'));
const APPS = foldedSet(words('تطبيق برنامج نظام منصة لعبة'));
const DAY_ADJECTIVES = foldedSet(words(EVENT_DAY_ADJECTIVES));
const HEADS = union(EVENTS, MEETINGS, LAWS, WORKS, WEAPONS, MODELS, APPS, foldedSet(['اليوم']));
/** F-16, S-400, MQ-9, Su-35: letters of weapon series, a number. */
const WEAPON_CODE = /^(?:F|B|S|M|AH|MQ|RQ|AK|Su|MiG|T|UH|C|KC|RPG|ATACMS|TB)-?\d{1,3}[A-Z]?$/i;
const ARABIC_CODE = /^(?:اف|اس|ميغ|ميج|تي|سو|سوخوي|بي|ام|كيو|فاتح|خيبر)-\d{1,4}$/u;
const ADDRESS =
  /^(?:[a-z][a-z0-9+.-]*:\/\/|www\.)|^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|info|gov|edu|tv|io|me|co|ps|eg|sa|ae|iq|sy|lb|jo|uk|fr|de|ru|il|ir|tr)(?:\/|$)/i;

interface Name {
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** Events, laws, works, weapons, products and addresses by the words and signs that give them away. */
export function things(vocabulary: Vocabulary): Detector {
  return {
    id: ID,
    name: { en: 'Events, laws, works, weapons', ar: 'الأحداث والقوانين والأعمال والأسلحة' },
    labels: Object.keys(WHY),
    detect(analysis, found) {
      const index = new FoundIndex(found);
      const { tokens } = analysis;
      const context = {
        tokens,
        found: index,
        reader: new NameReader(tokens, index, vocabulary),
        vocabulary,
      };
      const proposed: EntitySuggestion[] = [];
      for (let i = 0; i < tokens.length; i++) {
        const token = tokens[i];
        if (token?.kind !== 'word') continue;
        const name = codeAt(token, i) ?? named(context, token, i);
        if (name === undefined) continue;
        const why = WHY[name.label];
        if (why === undefined) continue;
        proposed.push(entity(analysis, ID, name.label, name.start, name.end, name.score, why));
      }
      return proposed;
    },
  };
}

interface Context {
  readonly tokens: readonly AnalysedToken[];
  readonly found: FoundIndex;
  readonly reader: NameReader;
  readonly vocabulary: Vocabulary;
}

function codeAt(token: AnalysedToken, at: number): Name | undefined {
  const latin = token.text.charCodeAt(0) < 0x80;
  const make = (label: string): Name => ({ label, start: token.start, end: at + 1, score: 0.9 });
  if (latin && ADDRESS.test(token.text)) return make('WEBSITE');
  if (latin && WEAPON_CODE.test(token.text)) return make('WEAPON');
  return token.text.includes('-') && ARABIC_CODE.test(token.folded) ? make('WEAPON') : undefined;
}

function named(context: Context, token: AnalysedToken, at: number): Name | undefined {
  for (const reading of token.readings) {
    if (!HEADS.has(reading.folded)) continue;
    const name =
      event(context, at, reading) ??
      law(context, at, reading) ??
      quotedName(context, at, reading) ??
      model(context, at, reading);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** بطولة العالم للسباحة 2024، مهرجان «الصوت»، اليوم العالمي للمياه. */
function event(context: Context, at: number, { folded, start }: Reading): Name | undefined {
  const { tokens, reader } = context;
  if (folded === 'اليوم' && DAY_ADJECTIVES.has(tokens[at + 1]?.folded ?? '')) {
    const end = reader.purpose(at + 2);
    return end > at + 2 ? { label: 'EVENT', start, end, score: 0.9 } : undefined;
  }
  if (MEETINGS.has(folded)) return numberedMeeting(context, at, start);
  if (!EVENTS.has(folded)) return undefined;
  const quoted = reader.quoted(at + 1);
  let end = quoted;
  if (end === undefined && !WEAK_EVENTS.has(folded)) {
    const name = reader.known(at + 1) ?? reader.idafa(at + 1) ?? reader.foreign(at + 1);
    end = name === undefined ? undefined : reader.purpose(reader.adjectives(name));
  } else if (end === undefined && folded !== 'عمليه') end = reader.known(at + 1);
  if (end === undefined) return undefined;
  if (/^(?:19|20)\d\d$/.test(tokens[end]?.folded ?? '')) end++;
  return { label: 'EVENT', start, end, score: quoted === undefined ? 0.7 : 0.85 };
}

/** المؤتمر العاشر للجمعية المغربية, القمة العربية الخامسة والعشرين: a meeting by its number. */
function numberedMeeting(
  { tokens, reader, found }: Context,
  at: number,
  start: number,
): Name | undefined {
  let end = reader.adjectives(at + 1);
  const number = found.atToken(tokens[end], NUMBERED);
  if (number === undefined) return undefined;
  end = reader.adjectives(tokenAfter(tokens, number.end, end));
  const lam = tokens[end]?.readings.find((r) => r.proclitics === 'ل');
  const body = lam === undefined ? undefined : found.at(lam.start);
  const whole = body === undefined ? reader.purpose(end) : tokenAfter(tokens, body.end, end);
  return { label: 'EVENT', start, end: whole, score: whole > end ? 0.88 : 0.75 };
}

/** القرار 1701، القرار رقم 2254، المادة 140، قانون مكافحة الإرهاب. */
function law(context: Context, at: number, { folded, start }: Reading): Name | undefined {
  const { tokens, reader } = context;
  if (!LAWS.has(folded)) return undefined;
  let i = at + 1;
  if (isDefinite(folded)) i = reader.adjectives(i);
  if (tokens[i]?.folded === 'رقم') i++;
  if (isFigures(tokens[i]?.folded ?? ''))
    return { label: 'LAW', start, end: ofYear(tokens, i + 1), score: 0.92 };
  if (folded === 'الفصل' && tokens[at + 1]?.folded === 'السابع') {
    return { label: 'LAW', start, end: at + 2, score: 0.9 };
  }
  if (folded !== 'قانون' && folded !== 'معاهده' && folded !== 'اتفاقيه') return undefined;
  const idafa = reader.quoted(at + 1) ?? reader.idafa(at + 1);
  if (idafa === undefined) return undefined;
  return { label: 'LAW', start, end: reader.adjectives(idafa), score: 0.66 };
}

/** Past لعام 2013, لسنة 2003. */
function ofYear(tokens: readonly AnalysedToken[], at: number): number {
  const year = /^ل(?:عام|سنه)$/u.test(tokens[at]?.folded ?? '');
  return year && /^\d{4}$/.test(tokens[at + 1]?.folded ?? '') ? at + 2 : at;
}

/** رواية «…»، تطبيق «…»: the class word of a work or product stays out. */
function quotedName(context: Context, at: number, { folded }: Reading): Name | undefined {
  const { tokens, reader } = context;
  const work = WORKS.has(folded);
  const app = APPS.has(folded);
  const weapon = WEAPONS.has(folded) && !MODELS.has(folded);
  if (!work && !app && !weapon) return undefined;
  const end = reader.quoted(at + 1);
  const first = tokens[at + 2];
  if (end === undefined || first === undefined || end - 1 <= at + 2) return undefined;
  const label = work && !app ? 'WORK' : app ? 'PRODUCT' : 'WEAPON';
  return { label, start: first.start, end: end - 1, score: 0.82 };
}

/** طائرة من طراز "إيل - 76"، مقاتلة ميغ 29: a name and a number after a class word. */
function model(context: Context, at: number, { folded }: Reading): Name | undefined {
  const { tokens, vocabulary } = context;
  if (!MODELS.has(folded)) return undefined;
  const i = /^["«“]$/u.test(tokens[at + 1]?.text ?? '') ? at + 2 : at + 1;
  const name = tokens[i];
  if (!isWord(name) || isDefinite(name.folded) || name.folded.length > 7) return undefined;
  const short = name.folded.length < 4 && !vocabulary.functionWords.has(name.folded);
  if (!short && !looksForeign(vocabulary, name)) return undefined;
  const dash = /^[-–]$/u.test(tokens[i + 1]?.text ?? '') ? i + 2 : i + 1;
  if (!/^\d{1,4}$/.test(tokens[dash]?.folded ?? '')) return undefined;
  const label = ARMS.has(folded) ? 'WEAPON' : 'PRODUCT';
  return { label, start: name.start, end: dash + 1, score: 0.88 };
}
