import type { Localized } from '../model/issue';
import type { Analysis, AnalysedToken } from './analysis';
import type { Detector, EntitySuggestion } from './detector';
import { entity } from './found';
import { nisbaForms } from './inflect';
import { AMBIGUOUS_CITIES, CITIES, PLACE_CLASSES } from './lexicon/cities';
import { COUNTRIES } from './lexicon/countries';
import { entries, words } from './lexicon/entries';
import { EVENTS } from './lexicon/events';
import { FACILITIES } from './lexicon/facilities';
import { AMBIGUOUS_PEOPLE, PEOPLE } from './lexicon/names';
import { AMBIGUOUS_ORGANISATIONS, ORGANISATIONS } from './lexicon/organisations';
import { GENERAL_ADJECTIVES, PEOPLES } from './lexicon/peoples';
import { AMBIGUOUS_PLACES, PLACES } from './lexicon/places';
import {
  AMBIGUOUS_WEAPONS,
  LANGUAGES,
  LAWS,
  PRODUCTS,
  WEAPONS,
  WEAPON_CLASSES,
  WEBSITES,
  WORKS,
} from './lexicon/things';
import { foldedSet, PhraseTable, type PhraseMatch } from './phrases';

interface Listed {
  readonly label: string;
  readonly score: number;
  /** A common word too: counts only where the words around it support it. */
  readonly ambiguous: boolean;
}

const WHY: Localized = { en: 'listed name', ar: 'اسم مدرج في القوائم' };
const WHY_NISBA: Localized = { en: 'adjective of a nation or group', ar: 'نسبة إلى قوم أو جماعة' };
const WHY_CLASS: Localized = {
  en: 'after a word for a kind of place',
  ar: 'بعد كلمة تدل على نوع المكان',
};

/** Words before which an ambiguous name of a body is one: أعلنت القاعدة is not, تنظيم القاعدة is listed. */
const ORGANISATION_CUES = foldedSet(
  words('حركة تنظيم قناة صحيفة وكالة شركة نادي فريق حزب شبكة موقع'),
);

/** Plurals that الغربية after them makes a bloc: الدول الغربية, العربية والغربية. */
const WESTERNERS = foldedSet(
  words(
    'الدول القوى العواصم الحكومات الصحافة الثقافة المجتمعات البلدان الشركات العربية الأوروبية الشرقية',
  ),
);
const WESTERN = 'الغربية، الغربي';
/** Words after which the name of a site is that of the company. */
const COMPANY_CUES = foldedSet(
  words(
    'شركة الشركة مؤسس أعلنت قررت استحواذ استحوذت تستحوذ سوف ستدفع أسهم سهم عملاق مع موظفي داخل إلى',
  ),
);
/** Apps rather than sites: تطبيق واتس آب. */
const APP_CUES = foldedSet(words('تطبيق خدمة برنامج تطبيقات تطبيقي'));

/** Countries, cities, regions, peoples, listed organisations and other names. */
export function gazetteer(): Detector {
  const table = buildTable();
  const placeClasses = foldedSet(words(PLACE_CLASSES));
  const weaponClasses = foldedSet(words(WEAPON_CLASSES));

  const supported = (match: PhraseMatch<Listed>, before: AnalysedToken | undefined): boolean => {
    if (!match.value.ambiguous) return true;
    const among = (set: ReadonlySet<string>): boolean =>
      before?.readings.some((reading) => set.has(reading.folded)) === true;
    switch (match.value.label) {
      case 'GPE':
        return among(placeClasses);
      case 'ORG':
        return among(ORGANISATION_CUES);
      case 'WEAPON':
        return among(weaponClasses);
      case 'NORP':
        return among(WESTERNERS);
      default:
        return false;
    }
  };

  return {
    id: 'names',
    name: { en: 'Listed names', ar: 'الأسماء المدرجة' },
    labels: ['GPE', 'LOC', 'NORP', 'ORG', 'FAC', 'EVENT', 'WEAPON', 'PRODUCT', 'PERS', 'WEBSITE'],
    detect(analysis) {
      const found: EntitySuggestion[] = [];
      const { tokens } = analysis;
      for (let i = 0; i < tokens.length; i++) {
        const match = table.match(tokens, i);
        if (match === undefined || !supported(match, tokens[i - 1])) continue;
        found.push(suggest(analysis, i, match));
        i = match.end - 1;
      }
      return found;
    },
  };

  function isPlace(analysis: Analysis): (at: number) => boolean {
    return (at) => {
      const label = table.match(analysis.tokens, at)?.value.label;
      return (
        label === 'GPE' ||
        label === 'LOC' ||
        analysis.tokens[at]?.readings.some((r) => placeClasses.has(r.folded)) === true
      );
    };
  }

  function suggest(analysis: Analysis, at: number, match: PhraseMatch<Listed>): EntitySuggestion {
    let { label, score } = match.value;
    const single = match.end === at + 1;
    if (single && label === 'GPE' && readsAsAdjective(analysis.tokens, at, isPlace(analysis)))
      label = 'NORP';
    if (label === 'WEBSITE') label = siteLabel(analysis.tokens, at);
    // A single letter cut off a short word is often part of it.
    if (single && match.proclitics !== '' && match.value.label === 'PERS') score -= 0.2;
    // كأس آسيا 2023: the year belongs to the event.
    const year = /^(?:19|20)\d\d$/.test(analysis.tokens[match.end]?.folded ?? '');
    const end = label === 'EVENT' && year ? match.end + 1 : match.end;
    if (end > match.end) score = 0.92;
    const why = label === 'NORP' ? WHY_NISBA : match.value.ambiguous ? WHY_CLASS : WHY;
    return entity(analysis, 'names', label, match.start, end, score, why);
  }
}

/** تطبيق تيليغرام is software, شركة فيسبوك the company: elsewhere it is the site. */
function siteLabel(tokens: readonly AnalysedToken[], at: number): string {
  const quoted = /^[«“"]$/u.test(tokens[at - 1]?.text ?? '');
  const before = tokens[quoted ? at - 2 : at - 1];
  const among = (set: ReadonlySet<string>): boolean =>
    before?.readings.some(({ folded }) => set.has(folded)) === true;
  if (among(APP_CUES)) return 'PRODUCT';
  return among(COMPANY_CUES) ? 'ORG' : 'WEBSITE';
}

/**
 * أسيرا أوكرانيا، فنانة سورية: some names of countries are spelled as their adjective; after an indefinite
 * noun of the same ending they are one.
 */
function readsAsAdjective(
  tokens: readonly AnalysedToken[],
  at: number,
  place: (at: number) => boolean,
): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined || before?.kind !== 'word' || before.folded.length < 4) return false;
  if (before.folded.startsWith('ال') || place(at - 1)) return false;
  if (token.folded.endsWith('يا')) return /[اً]$/u.test(before.text) && before.folded.endsWith('ا');
  return token.folded.endsWith('يه') && before.text.endsWith('ة');
}

function buildTable(): PhraseTable<Listed> {
  const table = new PhraseTable<Listed>();
  const list = (source: string, label: string, score: number, ambiguous = false): void => {
    table.addAll(entries(source), { label, score, ambiguous });
  };
  list(AMBIGUOUS_ORGANISATIONS, 'ORG', 0.7, true);
  list(AMBIGUOUS_CITIES, 'GPE', 0.8, true);
  list(AMBIGUOUS_WEAPONS, 'WEAPON', 0.7, true);
  for (const name of entries(AMBIGUOUS_PLACES)) if (name !== 'الضفة') table.remove(name);
  addCountries(table);
  list(FACILITIES, 'FAC', 0.9);
  list(EVENTS, 'EVENT', 0.85);
  list(LAWS, 'LAW', 0.8);
  list(PLACES, 'LOC', 0.88);
  list(CITIES, 'GPE', 0.88);
  list(ORGANISATIONS, 'ORG', 0.88);
  list(WEAPONS, 'WEAPON', 0.8);
  list(PRODUCTS, 'PRODUCT', 0.75);
  list(WEBSITES, 'WEBSITE', 0.85);
  list(LANGUAGES, 'LANGUAGE', 0.8);
  list(WORKS, 'WORK', 0.75);
  list(PEOPLE, 'PERS', 0.85);
  addPeoples(table);
  list(WESTERN, 'NORP', 0.7, true);
  const dropped = [...entries(AMBIGUOUS_PEOPLE), 'الغرب', 'الشرق', 'المتوسط', 'قنديل', 'بلد'];
  for (const name of dropped) table.remove(name);
  return table;
}

function addCountries(table: PhraseTable<Listed>): void {
  const lines = COUNTRIES.split('\n').filter((line) => line.includes('|'));
  const country = { label: 'GPE', score: 0.92, ambiguous: false };
  const unsure = { label: 'GPE', score: 0.6, ambiguous: true };
  const common = foldedSet(['مالي', 'بيرو', 'تشيلي', 'بنين']);
  for (const line of lines) {
    const names = entries(line.split('|')[0] ?? '');
    for (const name of names) table.add(name, common.has(name) ? unsure : country);
  }
  const general = new Set(words(GENERAL_ADJECTIVES));
  for (const line of lines) {
    const [, nisbas = '', plurals = ''] = line.split('|');
    addNisbas(table, entries(nisbas), entries(plurals), general);
  }
}

function addPeoples(table: PhraseTable<Listed>): void {
  const general = new Set(words(GENERAL_ADJECTIVES));
  for (const line of PEOPLES.split('\n')) {
    const [nisba = '', plurals = ''] = line.split('|');
    addNisbas(table, entries(nisba), entries(plurals), general);
  }
}

function addNisbas(
  table: PhraseTable<Listed>,
  nisbas: readonly string[],
  plurals: readonly string[],
  general: ReadonlySet<string>,
): void {
  const listed = { label: 'NORP', score: 0.8, ambiguous: false };
  for (const nisba of nisbas) {
    const forms = general.has(nisba) ? [`ال${nisba}ون`, `ال${nisba}ين`] : inflected(nisba);
    table.addAll(forms, listed);
  }
  for (const plural of plurals) {
    if (!plural.startsWith('ال')) table.add(`ال${plural}`, listed);
    // Short indefinite plurals (فرس، بدو، روس) are other words as well.
    if (plural.length > 4) table.add(plural, listed);
  }
}

/** كوري جنوبي inflects both words. */
function inflected(nisba: string): readonly string[] {
  const [first = '', second] = nisba.split(' ');
  const forms = nisbaForms(first);
  if (second === undefined) return forms;
  const seconds = nisbaForms(second);
  return first.endsWith('ي') ? forms.map((form, i) => `${form} ${seconds[i] ?? ''}`) : [nisba];
}
