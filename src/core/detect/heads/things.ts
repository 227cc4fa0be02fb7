import type { Localized } from '../../model/issue';
import type { AnalysedToken, Reading } from '../analysis';
import { AskedOnce } from '../askedOnce';
import type { Detector, EntitySuggestion } from '../detector';
import { entity, FoundIndex } from '../found';
import { words } from '../lexicon/entries';
import { ARMS_WORDS, MODELS_WORDS, VESSELS_WORDS } from '../lexicon/headClues';
import { BRANDED_CLASSES, COMPUTING_WORDS, WEAPON_CLASSES } from '../lexicon/things';
import { isAbout } from '../nameContext';
import { foldedSet, union } from '../phrases';
import { isDefinite, isPlainWord, isWord, looksForeign, type Vocabulary } from '../vocabulary';
import { event, EVENT_WORDS } from './events';
import type { HeadContext, HeadName } from './headName';
import { law, LAW_WORDS } from './laws';
import { NameReader } from './nameEnd';
import { titled, TITLED_WORDS } from './works';

const ID = 'things';
const WHY: Readonly<Record<string, Localized>> = {
  EVENT: { en: 'word for an event and its name', ar: 'كلمة تدل على حدث واسمه' },
  LAW: { en: 'law or resolution by number or field', ar: 'قانون أو قرار برقمه أو موضوعه' },
  WORK: { en: 'title in quotation marks', ar: 'عنوان بين علامتي تنصيص' },
  WEAPON: { en: 'name or model of a weapon', ar: 'اسم سلاح أو طرازه' },
  PRODUCT: { en: 'name or model of a product', ar: 'اسم منتج أو طرازه' },
  WEBSITE: { en: 'address on the web', ar: 'عنوان على الشبكة' },
};
const WEAPONS = foldedSet(words(WEAPON_CLASSES));
const MODELS = foldedSet(words(MODELS_WORDS));
const ARMS = foldedSet(words(ARMS_WORDS));
/** Ships, probes and telescopes, which have names of their own. */
const VESSELS = foldedSet(words(VESSELS_WORDS));
const BRANDED = foldedSet(words(BRANDED_CLASSES));
const COMPUTING = foldedSet(words(COMPUTING_WORDS));
const HEADS = new AskedOnce(
  union(EVENT_WORDS, LAW_WORDS, TITLED_WORDS, WEAPONS, MODELS, VESSELS, BRANDED),
);
/** F-16, S-400, MQ-9, Su-35: letters of weapon series, a number. */
const WEAPON_CODE = /^(?:F|B|S|M|AH|MQ|RQ|AK|Su|MiG|T|UH|C|KC|RPG|ATACMS|TB)-?\d{1,3}[A-Z]?$/i;
const ARABIC_CODE = /^(?:اف|اس|ميغ|ميج|تي|سو|سوخوي|بي|ام|كيو|فاتح|خيبر)-\d{1,4}$/u;
const ADDRESS =
  /^(?:[a-z][a-z0-9+.-]*:\/\/|www\.)|^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|info|gov|edu|tv|io|me|co|ps|eg|sa|ae|iq|sy|lb|jo|uk|fr|de|ru|il|ir|tr)(?:\/|$)/i;

/** Events, laws, works, weapons, products and addresses by the words and signs that give them away. */
export function things(vocabulary: Vocabulary): Detector {
  return {
    id: ID,
    name: { en: 'Events, laws, works, weapons', ar: 'الأحداث والقوانين والأعمال والأسلحة' },
    labels: Object.keys(WHY),
    detect(analysis, found) {
      const index = new FoundIndex(found);
      const { tokens } = analysis;
      const context: HeadContext = {
        tokens,
        found: index,
        reader: new NameReader(tokens, index, vocabulary),
        vocabulary,
      };
      const proposed: EntitySuggestion[] = [];
      for (let i = 0; i < tokens.length; i++) {
        const token = tokens[i];
        if (token?.kind !== 'word') continue;
        for (const name of codeAt(token, i) ?? named(context, token, i)) {
          const why = WHY[name.label];
          if (why === undefined) continue;
          proposed.push(entity(analysis, ID, name.label, name.start, name.end, name.score, why));
        }
      }
      return proposed;
    },
  };
}

function codeAt(token: AnalysedToken, at: number): readonly HeadName[] | undefined {
  const label = codeLabel(token);
  if (label === undefined) return undefined;
  return [{ label, start: token.start, end: at + 1, score: 0.9 }];
}

function codeLabel({ text, folded }: AnalysedToken): string | undefined {
  const latin = text.charCodeAt(0) < 0x80;
  if (latin && ADDRESS.test(text)) return 'WEBSITE';
  if (latin && WEAPON_CODE.test(text)) return 'WEAPON';
  return text.includes('-') && ARABIC_CODE.test(folded) ? 'WEAPON' : undefined;
}

const NOTHING: readonly HeadName[] = [];

function named(context: HeadContext, token: AnalysedToken, at: number): readonly HeadName[] {
  if (!HEADS.hasAny(token)) return NOTHING;
  for (const reading of token.readings) {
    if (!HEADS.has(reading)) continue;
    const name =
      event(context, at, reading) ??
      law(context, at, reading) ??
      quotedWeapon(context, at, reading) ??
      model(context, at, reading) ??
      vehicle(context, at, reading) ??
      branded(context, at, reading);
    if (name !== undefined) return [name];
    const titles = titled(context, at, reading);
    if (titles.length > 0) return titles;
  }
  return NOTHING;
}

/** صاروخ «…»: the class word of a weapon stays out. */
function quotedWeapon(context: HeadContext, at: number, { folded }: Reading): HeadName | undefined {
  if (!WEAPONS.has(folded) || MODELS.has(folded)) return undefined;
  const end = context.reader.quoted(at + 1);
  const first = context.tokens[at + 2];
  if (end === undefined || first === undefined) return undefined;
  return { label: 'WEAPON', start: first.start, end: end - 1, score: 0.82 };
}

/** حاملة الطائرات جيرالد فورد, المدمرة «كارني», مسبار برسفيرنس: the class word stays out. */
function vehicle(context: HeadContext, at: number, { folded }: Reading): HeadName | undefined {
  if (!VESSELS.has(folded)) return undefined;
  const { tokens, reader } = context;
  const past = reader.adjectives(at + 1);
  // حاملة الطائرات جيرالد فورد, مركبة الشحن «سيغنوس»
  const freight = isDefinite(tokens[past]?.folded ?? '') && reader.quoted(past + 1) !== undefined;
  const from = /^حامله?$/u.test(folded) ? at + 2 : freight ? past + 1 : past;
  const quoted = reader.quoted(from);
  const end = quoted === undefined ? reader.foreign(from) : quoted - 1;
  const first = tokens[quoted === undefined ? from : from + 1];
  if (end === undefined || first === undefined) return undefined;
  // المركبة تغيرا كبيرا
  if (/ا .*ا$/u.test(`${first.folded} ${tokens[end - 1]?.folded ?? ''}`)) return undefined;
  const figures = /^\d{1,2}$/.test(tokens[end]?.folded ?? '') ? end + 1 : end;
  return { label: 'PRODUCT', start: first.start, end: figures, score: 0.9 };
}

/** تطبيق فايبر, موقع كورة, عقار تاميفلو; a فيروس where the text is about computers. */
function branded(context: HeadContext, at: number, { folded }: Reading): HeadName | undefined {
  const { tokens, reader, vocabulary } = context;
  const first = tokens[at + 1];
  if (!BRANDED.has(folded) || !isWord(first)) return undefined;
  // لقاح تجريبي; but فيروس ميني فليم
  const alone = !looksForeign(vocabulary, tokens[at + 2]);
  if (alone && first.folded.endsWith('ي')) return undefined;
  if (folded.endsWith('فيروس') && !isAbout(tokens, COMPUTING, 2)) return undefined;
  const site = folded.includes('موقع');
  // موقع is masculine: a feminine word behind it is no adjective.
  const name = site && first.text.endsWith('ة') && !isPlainWord(vocabulary, first.folded);
  const whole = name && !isDefinite(tokens[at + 2]?.folded ?? '') ? at + 2 : undefined;
  const end = reader.foreign(at + 1) ?? whole;
  if (end === undefined) return undefined;
  return { label: site ? 'WEBSITE' : 'PRODUCT', start: first.start, end, score: 0.8 };
}

/** طائرة من طراز "إيل - 76"، مقاتلة ميغ 29: a name and a number after a class word. */
function model(context: HeadContext, at: number, { folded }: Reading): HeadName | undefined {
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
