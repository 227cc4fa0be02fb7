import { participleForms, pastForms, presentForms } from '../inflect';
import { foldAll, foldWord } from '../folding';
import { foldedSet } from '../phrases';
import { BARE_NOUNS } from '../lexicon/claimClues';
import { words } from '../lexicon/entries';
import {
  DESCRIBING_VERBS,
  REPORTING_NOUNS,
  REPORTING_VERBS,
  WEAK_VERBS,
} from '../lexicon/reporting';

export type CueForm = 'past' | 'present' | 'participle' | 'noun';

/** A reporting word in one of its forms, and what may follow it. */
export interface Cue {
  readonly lemma: string;
  readonly folded: string;
  readonly form: CueForm;
  readonly kind: string;
  /** `that`, `quote`, `obj`, `fact`, `whom`, `to`, `of`. */
  readonly frames: ReadonlySet<string>;
  /** Prepositions of its noun complement, folded: ب، من، عن، الي، علي، في. */
  readonly prepositions: ReadonlySet<string>;
  /** Of those, the ones that want a noun of what happens: أشار إلى ارتفاع. */
  readonly factual: ReadonlySet<string>;
  /** The form carries an object pronoun: يعتبرها. */
  readonly pronoun: boolean;
  /** A noun that reports with nobody beside it: بدعوى أن. */
  readonly bare: boolean;
  /** The verb is another word too: it needs what it says right after it or after a clear source. */
  readonly weak: boolean;
}

const FRAMES = new Set(['that', 'quote', 'obj', 'fact', 'whom', 'to', 'of']);
/** Duals and others that are nearly always a noun: طالبا, أمرا. */
const HOMOGRAPHS = foldedSet(
  'الداعية طالبا أمرا حكما ردا وعدا كشفا حملا نقلا أملا عبرا بينا قدرا مبينة متابعة متهمين متهمان مؤيدين منتقدين متابعين مذكرة مذكرين مقرة مقرين مقران واعدة واعدين ملاحظة ملاحظين ملتمسة معترضين معترضان مفترضين مفترضة مفترضا محتجين عازية توصياته علما'.split(
    ' ',
  ),
);
const WEAK = foldedSet(words(WEAK_VERBS));
const DESCRIBING = foldedSet(words(DESCRIBING_VERBS));
const PRONOUNS = ['ه', 'ها', 'هم'];
const THAT_ONLY: ReadonlySet<string> = new Set(['that']);

/** All inflected forms, folded, of the reporting verbs and their participles and nouns. */
export function cueTable(): ReadonlyMap<string, Cue> {
  const table = new Map<string, Cue>();
  for (const line of REPORTING_VERBS.split('\n')) {
    if (line.includes('|')) addVerb(table, line);
  }
  for (const line of REPORTING_NOUNS.split('\n')) addNouns(table, line, false);
  for (const line of BARE_NOUNS.split('\n')) addNouns(table, line, true);
  return table;
}

/** Nouns report with a source and a clause or a preposition after them; `bare` ones without a source too. */
function addNouns(table: Map<string, Cue>, line: string, bare: boolean): void {
  const [nouns = '', kind = '', frame = ''] = line.split('|').map((part) => part.trim());
  const what = { kind, ...framesOf(`that ${frame}`), form: 'noun', pronoun: false, bare } as const;
  for (const noun of words(nouns)) {
    const folded = foldWord(noun);
    const cue: Cue = { lemma: folded, folded, ...what, weak: true };
    addAll(table, [folded], cue);
    // نفي is spelled as نفى, مطالبة as the participle: nouns where only a noun can stand.
    if (table.get(folded) !== cue) table.set(asNoun(folded), cue);
    if (!bare) addAll(table, nounForms(noun), { ...cue, weak: false });
  }
}

/** Key of a word's noun in the table, where a verb or a participle is spelled alike: بعد نفي الوزير. */
export function asNoun(folded: string): string {
  return `~${folded}`;
}

/** What may follow, as a line of a table says it. */
function framesOf(frame: string): Pick<Cue, 'frames' | 'prepositions' | 'factual'> {
  const marks = words(frame);
  const joints = marks.filter((mark) => !FRAMES.has(mark)).map((mark) => mark.split(':'));
  return {
    frames: new Set(marks.filter((mark) => FRAMES.has(mark))),
    prepositions: foldedSet(joints.map(([joint = '']) => joint)),
    factual: foldedSet(joints.filter((joint) => joint.length > 1).map(([joint = '']) => joint)),
  };
}

function addVerb(table: Map<string, Cue>, line: string): void {
  const parts = line.split('|').map((part) => part.trim());
  const [past = '', present = '', participle = '', noun = '', kind = 'other', frame = ''] = parts;
  const what = framesOf(frame);
  const { frames } = what;
  const cueOf = (form: CueForm, pronoun = false): Cue => ({
    lemma: past,
    folded: foldWord(past),
    form,
    kind,
    ...what,
    pronoun,
    bare: false,
    weak: WEAK.has(foldWord(past)),
  });
  const add = (forms: readonly string[], form: CueForm, pronoun = false): void => {
    addAll(table, forms, cueOf(form, pronoun));
  };
  if (past !== '') add(pastForms(past), 'past');
  if (present !== '') add(presentForms(present), 'present');
  if (participle !== '') add(participleForms(participle), 'participle');
  if (noun !== '') {
    // نفيه للخبر: what a verb takes as its object, its noun takes behind ل as well.
    const objects = frames.has('obj') && kind !== 'statement';
    const prepositions = objects ? new Set([...what.prepositions, 'ل']) : what.prepositions;
    addAll(table, nounForms(noun), { ...cueOf('noun'), prepositions });
  }
  if (DESCRIBING.has(foldWord(past))) {
    // المتظاهرين المطالبين بكذا: only with the preposition; المطالبة بكذا may be the demand itself.
    const described = { ...cueOf('participle'), frames: THAT_ONLY, weak: false };
    addAll(table, definiteForms(participle), described);
    // للمطالبة بكذا; الدعوة إلى كذا is an invitation as well.
    if (past === 'طالب') addAll(table, [`ال${noun}`, `ل${noun}`], { ...described, form: 'noun' });
  }
  if (['obj', 'whom', 'to', 'of'].some((mark) => frames.has(mark))) {
    if (past !== '') add(withPronouns([past, `${past}ت`]), 'past', true);
    if (present !== '') add(withPronouns([present, `ت${present.slice(1)}`]), 'present', true);
  }
}

function addAll(table: Map<string, Cue>, forms: readonly string[], cue: Cue): void {
  for (const key of foldAll(forms)) {
    if (!HOMOGRAPHS.has(key) && !table.has(key)) table.set(key, cue);
  }
}

/** Participles that describe a definite noun: المطالبين, الداعية. */
function definiteForms(participle: string): readonly string[] {
  const stem = participle.endsWith('ي') ? participle.slice(0, -1) : participle;
  return [participle, `${participle}ة`, `${stem}ين`, `${stem}ون`].map((form) => `ال${form}`);
}

/** Verbal nouns count with a pronoun only: قوله, تأكيدها. */
function nounForms(noun: string): readonly string[] {
  const stem = noun.endsWith('ة') ? `${noun.slice(0, -1)}ت` : noun;
  return PRONOUNS.map((pronoun) => stem + pronoun);
}

function withPronouns(forms: readonly string[]): readonly string[] {
  const open = forms.map((form) => (/[ىي]$/u.test(form) ? `${form.slice(0, -1)}ا` : form));
  return open.flatMap((form) => PRONOUNS.map((pronoun) => form + pronoun));
}
