import type { Localized } from '../../model/issue';
import type { AnalysedToken } from '../analysis';
import type { EntitySuggestion } from '../detector';
import { words } from '../lexicon/entries';
import { OWN_WORDS } from '../lexicon/claimClues';
import {
  ABILITY_WORDS,
  ADDRESSED_BODIES,
  DEMAND_WORDS,
  FEELING_WORDS,
  INFORMED_WORDS,
  OPINION_WORDS,
  POSSIBLE_WORDS,
  STANCE_WORDS,
  VIEW_VERBS,
} from '../lexicon/reporting';
import { BODY_HEADS } from '../lexicon/organisationHeads';
import { isFuture } from '../inflect';
import { foldedSet } from '../phrases';
import type { Vocabulary } from '../vocabulary';
import type { Cue } from './cues';
import { statesFact } from './matters';
import type { Frame } from './said';
import { startsWithConjunction, withoutArticle } from '../letters';

export interface Worth {
  readonly checkworthy: boolean;
  readonly reasons: readonly Localized[];
}

const OPINION = foldedSet(words(OPINION_WORDS));
/** Verbs that stress a matter, whether or not anything happened: أكد أهمية, شدد على ضرورة. */
const STRESSING = foldedSet(words('أكد شدد أصر جدد كرر نوه لفت'));
const POSSIBLE = foldedSet(words(POSSIBLE_WORDS));
const ABILITY = foldedSet(words(ABILITY_WORDS));
const INFORMED = foldedSet(words(INFORMED_WORDS));
const VIEWS = foldedSet(words(VIEW_VERBS));
const DEMAND = foldedSet(words(DEMAND_WORDS));
/** Those who are told what to do: على المجتمع الدولي التحرك. */
const CALLED = foldedSet([...words(ADDRESSED_BODIES), ...words(BODY_HEADS)]);
const FEELINGS = foldedSet(words(FEELING_WORDS));
const STANCES = foldedSet(words(STANCE_WORDS));
const FIRST_PERSON = /^[ناأ]/u;
/** Kinds that assert something about the world. */
const ASSERTIVE = new Set(['statement', 'denial', 'accusation', 'warning', 'prediction']);
const NAMED = new Set(['PERS', 'ORG', 'GPE', 'LOC', 'FAC', 'NORP', 'WEAPON', 'LAW', 'EVENT']);
const BODIES = new Set(['ORG', 'GPE', 'FAC', 'WEBSITE']);
const DATED = new Set(['DATE', 'TIME']);
/** Within so many tokens a word tells how the whole is meant. */
const OPENING = 8;
/** The same for words of ability, which may stand behind the subject. */
const CLAUSE = 14;
/** Sum of signals from which a content is worth checking. */
const WORTH_CHECKING = 0.75;
const COUNTED = new Set(['CARDINAL', 'MONEY', 'PERCENT', 'QUANTITY']);

const REASONS = {
  assertion: { en: 'asserts a fact', ar: 'تقرير لواقعة' },
  number: { en: 'gives a number', ar: 'فيه عدد' },
  named: { en: 'names who or where', ar: 'فيه اسم شخص أو جهة أو مكان' },
  dated: { en: 'says when', ar: 'فيه زمن محدد' },
  informed: {
    en: 'said by who studied or saw it, or by a document',
    ar: 'مصدره خبير أو شاهد أو وثيقة',
  },
  body: { en: 'said by an organisation', ar: 'مصدره جهة' },
  opinion: { en: 'words of opinion', ar: 'ألفاظ رأي' },
  demand: { en: 'a demand, not a fact', ar: 'مطالبة لا تقرير' },
  first: { en: 'speaks of oneself', ar: 'حديث عن النفس' },
  kind: { en: 'kind of claim that asserts no fact', ar: 'نوع من الادعاء لا يقرر واقعة' },
  future: { en: 'about the future', ar: 'عن المستقبل' },
  ability: { en: 'what can be done, or is for', ar: 'حديث عن قدرة أو غاية' },
  possible: { en: 'holds it possible only', ar: 'احتمال لا جزم' },
  stance: { en: 'where somebody stands', ar: 'بيان موقف' },
  spoken: { en: 'quoted words without a number', ar: 'كلام منقول لا عدد فيه' },
  topic: { en: 'names a matter, asserts little', ar: 'ذكر أمر دون تقرير واقعة' },
} satisfies Record<string, Localized>;

/** What is said, and how: all that check-worthiness is judged by. */
interface Said {
  readonly kind: string;
  readonly cue: Cue | undefined;
  readonly frame: Frame;
  readonly content: readonly AnalysedToken[];
  readonly entities: readonly EntitySuggestion[];
  readonly source: Sayer | undefined;
  readonly vocabulary: Vocabulary;
}

/** Who says it: the words, and the label of what they start with. */
interface Sayer {
  readonly words: readonly AnalysedToken[];
  readonly label: string | undefined;
}

interface Signal {
  readonly weight: number;
  readonly reason: Localized;
}

/** Whether a content is worth checking, by signals that a person can follow. */
export function worthOf(said: Said): Worth {
  if (!ASSERTIVE.has(said.kind)) return { checkworthy: false, reasons: [REASONS.kind] };
  const signals = [
    { weight: 1, reason: REASONS.assertion },
    ...factSignals(said),
    ...viewSignals(said),
  ];
  const total = signals.reduce((sum, { weight }) => sum + weight, 0);
  const checkworthy = total >= WORTH_CHECKING;
  const reasons = signals
    .filter(({ weight }) => weight > 0 === checkworthy)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .map(({ reason }) => reason);
  return { checkworthy, reasons };
}

/** What can be looked up: numbers, names, dates; and who says it. */
function factSignals(said: Said): Signal[] {
  const { cue, frame, content, entities } = said;
  const signals = sourceSignals(said);
  const known = signals.length > 0;
  const has = (labels: ReadonlySet<string>): boolean =>
    entities.some((entity) => labels.has(entity.label) && !/^واحدة?$/u.test(entity.quote));
  const [counted, dated] = [has(COUNTED), has(DATED)];
  if (counted) signals.push({ weight: 1, reason: REASONS.number });
  if (has(NAMED)) signals.push({ weight: 0.5, reason: REASONS.named });
  if (dated) signals.push({ weight: 0.25, reason: REASONS.dated });
  const spoken = frame.mode === 'direct' && !counted && !known;
  if (spoken) signals.push({ weight: -0.5, reason: REASONS.spoken });
  const nominal = frame.type === 'obj' || frame.type === 'prep';
  const topic = nominal && !counted && !dated && STRESSING.has(cue?.folded ?? '');
  if (topic && !statesFact(content[0])) signals.push({ weight: -0.5, reason: REASONS.topic });
  return signals;
}

/** Who studied or saw it, papers and organisations assert more often what can be looked up. */
function sourceSignals({ source, cue }: Said): Signal[] {
  // واعتبرت الحكومة: a body's view is a view.
  if (source === undefined || VIEWS.has(cue?.folded ?? '')) return [];
  const informed = source.words.some(({ readings }) =>
    readings.some(({ folded }) => INFORMED.has(folded.replace(/^ال|(?:ون|ين|ان|ات)$/gu, ''))),
  );
  if (informed) return [{ weight: 1.5, reason: REASONS.informed }];
  return BODIES.has(source.label ?? '') ? [{ weight: 1, reason: REASONS.body }] : [];
}

/** What cannot: views, wishes, demands, what may be or will be. */
function viewSignals({ cue, content, vocabulary }: Said): Signal[] {
  const signals: Signal[] = [];
  const count = (set: ReadonlySet<string>, within = content.length): number => {
    let found = 0;
    for (let i = 0; i < Math.min(within, content.length); i++) {
      const { folded } = content[i]!;
      const joined = startsWithConjunction(folded) && set.has(folded.slice(1));
      if ((joined || set.has(folded)) && !isAward(content[i - 1])) found++;
    }
    return found;
  };
  const first = content.some((token) => isFirstPerson(vocabulary, token));
  if (first) signals.push({ weight: -1, reason: REASONS.first });
  const felt = content.some(({ readings }) =>
    readings.some(({ folded }) => FEELINGS.has(withoutArticle(folded))),
  );
  const opinions = count(OPINION) + (felt ? 1 : 0) + (VIEWS.has(cue?.folded ?? '') ? 1 : 0);
  if (opinions > 0) signals.push({ weight: opinions > 1 ? -1.75 : -1.25, reason: REASONS.opinion });
  if (count(DEMAND) > 0) signals.push({ weight: -1.5, reason: REASONS.demand });
  if (count(POSSIBLE, OPENING) > 0) signals.push({ weight: -0.5, reason: REASONS.possible });
  if (count(ABILITY, CLAUSE) > 0) signals.push({ weight: -1, reason: REASONS.ability });
  if (count(STANCES, 3) > 0 || cue?.lemma === 'رفض')
    signals.push({ weight: -1, reason: REASONS.stance });
  if (content.slice(0, 3).some((token) => isFuture(token.folded))) {
    signals.push({ weight: -0.5, reason: REASONS.future });
  }
  return signals;
}

const OWN = foldedSet(words(OWN_WORDS));

/** نحن، معنا, سأغني, أردنا, يسمعني: by pronoun or by the letters of the first person. */
function isFirstPerson({ plain, verbs }: Vocabulary, { folded, text }: AnalysedToken): boolean {
  const word = folded.startsWith('و') ? folded.slice(1) : folded;
  const at = startsWithConjunction(text) ? 1 : 0;
  if (OWN.has(word) || (text.startsWith('سأ', at) && text.length > at + 3)) return true;
  if (folded.length < 5 || folded.startsWith('ال')) return false;
  if (!folded.endsWith('نا') && !/^[وف]?(?:س?[يت]|ا).{2,}ني$/u.test(folded)) return false;
  // تعاني, تبني: the nun is of the verb.
  if (folded.endsWith('ني') && verbs.has(folded)) return false;
  // بيانا, مخزنا: the nun is of the noun.
  return !plain.has(folded.slice(0, -1));
}

/** جائزة أفضل ممثل: the best by name. */
function isAward(before: AnalysedToken | undefined): boolean {
  return /^ب?(?:جاءزه|جائزه|جواءز|جوائز|لقب)$/u.test(before?.folded ?? '');
}

/** ننصح, ندعو anywhere, يجب or لابد at the start: the speaker asks for something. */
export function opensDemand(content: readonly AnalysedToken[]): boolean {
  const [first, second] = content;
  // إن على المجتمع الدولي التحرك, لا بد من وقف القتال
  const whom = second?.folded ?? '';
  if (first?.text === 'على' && (CALLED.has(whom) || /^ال...+[يو]ن$/u.test(whom))) return true;
  if (first?.folded === 'لا' && second?.folded === 'بد') return true;
  return content.some(
    (token, i) => DEMAND.has(token.folded) && (i < 2 || FIRST_PERSON.test(token.folded)),
  );
}
