import { entries, words } from './lexicon/entries';
import { AMBIGUOUS_CITIES, CITIES } from './lexicon/cities';
import { COUNTRIES } from './lexicon/countries';
import { EVENTS } from './lexicon/events';
import { FACILITIES } from './lexicon/facilities';
import { LANGUAGE_NAMES, TONGUES } from './lexicon/languages';
import { MORE_AMBIGUOUS_ORGANISATIONS, MORE_ORGANISATIONS } from './lexicon/moreOrganisations';
import { MORE_AMBIGUOUS_CITIES, MORE_CITIES, MORE_PLACES } from './lexicon/morePlaces';
import { AMBIGUOUS_PEOPLE, PEOPLE } from './lexicon/names';
import { AMBIGUOUS_ORGANISATIONS, ORGANISATIONS } from './lexicon/organisations';
import { MORE_PEOPLE } from './lexicon/moreNames';
import { GENERAL_ADJECTIVES, PEOPLES } from './lexicon/peoples';
import { AMBIGUOUS_PLACES, IN_THE_SKY, PLACES, SKY_PLACES } from './lexicon/places';
import {
  AMBIGUOUS_WEAPONS,
  LAWS,
  MORE_PRODUCTS,
  MORE_WEAPONS,
  PRODUCTS,
  WEAPONS,
  WEBSITES,
  WORKS,
} from './lexicon/things';
import { AskedOnce } from './askedOnce';
import { nisbaForms, withArticle } from './inflect';
import { foldedSet, PhraseTable } from './phrases';
import { isPlainWord, type Vocabulary } from './vocabulary';

/** What the lists say of a name. */
export interface Listed {
  readonly label: string;
  readonly score: number;
  /** A common word too: counts only where the words around it support it. */
  readonly ambiguous: boolean;
}

/** The only name of a group that is a place as often: محافظة الغربية, الدول الغربية. */
const WESTERN = 'الغربية، الغربي';

/** Indefinite plurals of peoples that are other words as well. */
const COMMON_PLURALS = new Set(
  words('كرد فرس بدو سنة نوير شلك هوتو زنوج كلدان نوبة تيغراي يوروبا باسك فور تتار'),
);
/** Adjectives of countries that are of finance, the moon, the desert as often. */
const THINGS = new Set(words('مالي قمري صحراوي عاجي غزي بغدادي دمشقي حلبي مسلم'));

const FIRST_WORDS = new AskedOnce();

/** All listed names. Of two lists that have a name the first one counts. */
export function buildTable(vocabulary: Vocabulary): PhraseTable<Listed> {
  const table = new PhraseTable<Listed>(FIRST_WORDS);
  const list = (source: string, label: string, score: number, ambiguous = false): void => {
    table.addAll(entries(source), { label, score, ambiguous });
  };
  list(WESTERN, 'NORP', 0.7, true);
  list(AMBIGUOUS_ORGANISATIONS, 'ORG', 0.7, true);
  list(MORE_AMBIGUOUS_ORGANISATIONS, 'ORG', 0.7, true);
  list(MORE_AMBIGUOUS_CITIES, 'GPE', 0.8, true);
  list(AMBIGUOUS_CITIES, 'GPE', 0.8, true);
  list(AMBIGUOUS_WEAPONS, 'WEAPON', 0.7, true);
  list(IN_THE_SKY, 'LOC', 0.85, true);
  for (const name of entries(AMBIGUOUS_PLACES)) if (name !== 'الضفة') table.remove(name);
  addCountries(table);
  list(FACILITIES, 'FAC', 0.9);
  list(EVENTS, 'EVENT', 0.85);
  list(LAWS, 'LAW', 0.8);
  list(PLACES, 'LOC', 0.88);
  list(SKY_PLACES, 'LOC', 0.88);
  const careful = (source: string, label: string): void => {
    for (const name of foldedSet(entries(source))) {
      const ambiguous = isPlainWord(vocabulary, name) || vocabulary.givenNames.has(name);
      table.add(name, { label, score: ambiguous ? 0.7 : 0.88, ambiguous });
    }
  };
  careful(MORE_PLACES, 'LOC');
  list(CITIES, 'GPE', 0.88);
  list(ORGANISATIONS, 'ORG', 0.88);
  careful(MORE_CITIES, 'GPE');
  careful(MORE_ORGANISATIONS, 'ORG');
  list(WEAPONS, 'WEAPON', 0.8);
  list(PRODUCTS, 'PRODUCT', 0.75);
  list(MORE_WEAPONS, 'WEAPON', 0.8);
  list(MORE_PRODUCTS, 'PRODUCT', 0.75);
  list(WEBSITES, 'WEBSITE', 0.85);
  addLanguages(table);
  list(WORKS, 'WORK', 0.75);
  const ambiguous = new Set(entries(AMBIGUOUS_PEOPLE));
  const sure = [...entries(PEOPLE), ...entries(MORE_PEOPLE)].filter((name) => !ambiguous.has(name));
  table.addAll(sure, { label: 'PERS', score: 0.87, ambiguous: false });
  addPeoples(table);
  for (const name of ['الغرب', 'الشرق', 'المتوسط', 'قنديل', 'بلد']) table.remove(name);
  return table;
}

function addLanguages(table: PhraseTable<Listed>): void {
  const language = { label: 'LANGUAGE', score: 0.8, ambiguous: false };
  const adjectives = [...words(TONGUES).map((nisba) => `ال${nisba}ة`), ...entries(LANGUAGE_NAMES)];
  table.addAll(
    adjectives.filter((name) => !name.includes(' ')).map((name) => `اللغة ${name}`),
    language,
  );
  table.addAll(entries(LANGUAGE_NAMES), language);
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
  irregular: readonly string[],
  general: ReadonlySet<string>,
): void {
  const listed = { label: 'NORP', score: 0.8, ambiguous: false };
  for (const nisba of nisbas) {
    table.addAll(general.has(nisba) ? plurals(nisba) : inflected(nisba), listed);
  }
  for (const plural of irregular) {
    if (!plural.startsWith('ال')) table.add(`ال${plural}`, listed);
    if (!COMMON_PLURALS.has(plural)) table.add(plural, listed);
  }
}

/** جمهوريون, not the adjective of things; محللون ماليون are of no country. */
function plurals(nisba: string): readonly string[] {
  const forms = withArticle(`${nisba}ون`).concat(withArticle(`${nisba}ين`));
  return THINGS.has(nisba) ? forms.filter((form) => form.startsWith('ال')) : forms;
}

/** كوري جنوبي inflects both words. */
function inflected(nisba: string): readonly string[] {
  const [first = '', second] = nisba.split(' ');
  const forms = nisbaForms(first);
  if (second === undefined) return forms;
  const seconds = nisbaForms(second);
  return first.endsWith('ي') ? forms.map((form, i) => `${form} ${seconds[i] ?? ''}`) : [nisba];
}
