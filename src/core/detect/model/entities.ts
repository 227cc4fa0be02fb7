import type { Localized } from '../../model/issue';
import { startOf, type Analysis, type AnalysedToken } from '../analysis';
import type { DetectorInfo, EntitySuggestion } from '../detector';
import { words } from '../lexicon/entries';
import { PLACE_CLASSES } from '../lexicon/cities';
import { FACILITY_HEADS } from '../lexicon/facilities';
import { NAME_HEADS } from '../lexicon/organisationHeads';
import { PLACE_HEADS } from '../lexicon/places';
import { ADDRESS_WORDS, RANK_TITLES } from '../lexicon/titles';
import { foldWord } from '../folding';
import { foldedSet } from '../phrases';
import { isDefinite, isWord, type Vocabulary } from '../vocabulary';
import type { ModelSpan } from './entityModel';
import { personSpans, type CutSpan } from './personSpans';
import type { EntityClass } from './tags';

const ID = 'entities';
const WHY: Localized = {
  en: 'reads as a name here (trained model)',
  ar: 'يقرأ اسما هنا (نموذج مدرب)',
};
const WHY_BOTH: Localized = { en: 'the trained model agrees', ar: 'يوافقه النموذج المدرب' };

/** What is lost where the model is switched off, for people to read. */
export const WITHOUT_MODEL: Localized = {
  en: 'the trained model is off: names that no list knows are missed, persons above all; everything else stays',
  ar: 'النموذج المدرب متوقف: تفوت أسماء لا تعرفها القوائم، وأسماء الأشخاص خاصة، ويبقى ما سواها',
};

/** Id of the detector of listed names. */
const LISTED = 'names';
/** How sure the model must be of a name where the rules propose nothing. */
const NEW: Readonly<Record<EntityClass, number>> = { PERS: 0.45, ORG: 0.5, LOC: 0.5, MISC: 2 };
/** Classes of the labels on which the model has a say. */
const COARSE: Readonly<Record<string, EntityClass>> = {
  PERS: 'PERS',
  ORG: 'ORG',
  GPE: 'LOC',
  LOC: 'LOC',
  FAC: 'LOC',
};
/** Rules' proposals below this score need the model's consent. */
const WEAK = 0.66;
const SURE_END = 0.7;

const TITLES = foldedSet([...words(RANK_TITLES), ...words(ADDRESS_WORDS)]);
const BODIES = foldedSet(words(NAME_HEADS));
const FACILITIES = foldedSet(words(FACILITY_HEADS));
const FEATURES = foldedSet(words(PLACE_HEADS));
const CLASSES = foldedSet(words(PLACE_CLASSES));
/** Class words of places without a government of their own. */
const DISTRICTS = foldedSet(words('منطقة حي ضاحية'));
/** Class words that are part of official names. */
const OFFICIAL = foldedSet(words('إقليم جمهورية مملكة دولة'));

/** The detector as people meet it: what it is called and what it can propose. */
export const ENTITIES: DetectorInfo = {
  id: ID,
  name: { en: 'Names by trained model', ar: 'الأسماء بنموذج مدرب' },
  labels: ['PERS', 'ORG', 'GPE', 'LOC', 'FAC'],
};

interface Name {
  readonly label: string;
  readonly name: EntityClass;
  readonly start: number;
  readonly end: number;
  readonly probability: number;
}

/** Weighs the rules' flat entities against the names that the trained model reads, and adds to them. */
export function withNames(
  analysis: Analysis,
  rules: readonly EntitySuggestion[],
  spans: readonly ModelSpan[],
  vocabulary: Vocabulary,
): EntitySuggestion[] {
  const kept = new Set(rules);
  const added: EntitySuggestion[] = [];
  let at = 0;
  const confirmed = new Set<EntitySuggestion>();
  for (const span of personSpans(analysis, spans, vocabulary)) {
    if (span.name === 'MISC') continue;
    const name = nameOf(analysis, span, vocabulary);
    while (at < rules.length && (rules[at]?.end ?? 0) <= name.start) at++;
    const others: EntitySuggestion[] = [];
    for (let i = at; i < rules.length && (rules[i]?.start ?? name.end) < name.end; i++) {
      const rule = rules[i];
      if (rule !== undefined) others.push(rule);
    }
    for (const rule of others) if (COARSE[rule.label] === span.name) confirmed.add(rule);
    if (!wins(name, others) || isCommonNoun(analysis, name, vocabulary)) continue;
    for (const rule of others) kept.delete(rule);
    added.push(suggestion(analysis, name, others[0]));
  }
  const result = [...kept].filter(
    (rule) => rule.score >= WEAK || confirmed.has(rule) || COARSE[rule.label] === undefined,
  );
  return [...result.map((rule) => (confirmed.has(rule) ? agreed(rule) : rule)), ...added];
}

/** ريف, خام برنت: nouns that name nothing, whatever the model makes of them. */
function isCommonNoun({ text }: Analysis, { start, end }: Name, vocabulary: Vocabulary): boolean {
  const { commonNouns, givenNames } = vocabulary;
  return foldWord(text.slice(start, end))
    .split(' ')
    .every((word) => commonNouns.has(word) && !givenNames.has(word));
}

/** Whether the model's name takes the place of the rules' proposals that it shares characters with. */
function wins(name: Name, others: readonly EntitySuggestion[]): boolean {
  if (others.length === 0) return name.probability >= NEW[name.name];
  return others.every((rule) => {
    const own = COARSE[rule.label];
    if (own === undefined) return false;
    const covers = name.start <= rule.start && name.end >= rule.end;
    // A listed person stands against a part of the name: بان كي مون begins with no ب.
    if (rule.label === 'PERS' && rule.detector === LISTED && !covers && rule.quote.includes(' '))
      return false;
    const same = name.start === rule.start && name.end === rule.end;
    if (same && own === name.name) return false;
    if (own === name.name) {
      // Where a person's name ends the model knows better; bodies and places have heads that it leaves out.
      const free = own === 'PERS' && name.probability >= SURE_END;
      return free || (covers && name.probability >= 0.5);
    }
    if (!covers) return false;
    return name.probability >= (same ? 0.92 : 0.6);
  });
}

function agreed(rule: EntitySuggestion): EntitySuggestion {
  return {
    ...rule,
    score: Math.max(rule.score, 1 - (1 - rule.score) * 0.6),
    why: [...rule.why, WHY_BOTH],
  };
}

function suggestion(
  { text }: Analysis,
  { label, start, end, probability }: Name,
  replaced: EntitySuggestion | undefined,
): EntitySuggestion {
  const same = replaced?.label === label ? [...replaced.why] : [];
  return {
    kind: 'entity',
    label,
    start,
    end,
    quote: text.slice(start, end),
    score: Math.min(0.95, Math.max(0.3, probability)),
    detector: ID,
    why: [WHY, ...same],
  };
}

/** The span as the guidelines draw it: proclitics, titles and class words out, heads of names in. */
function nameOf({ tokens }: Analysis, span: CutSpan, vocabulary: Vocabulary): Name {
  let { from, to } = span;
  const folded = (at: number): string => stemFolded(tokens[at]);
  let label: string = span.name;
  if (span.name === 'PERS') {
    while (to - from > 1 && TITLES.has(folded(from))) from++;
  } else if (span.name === 'ORG') {
    const before = tokens[from - 1];
    if (isWord(before) && BODIES.has(folded(from - 1))) from--;
  } else if (span.name === 'LOC') {
    label = 'GPE';
    while (to - from > 1 && CLASSES.has(folded(from)) && !OFFICIAL.has(folded(from))) from++;
    const before = folded(from - 1);
    const head = folded(from);
    if (FACILITIES.has(before) || FEATURES.has(before)) {
      from--;
      label = FACILITIES.has(before) ? 'FAC' : 'LOC';
    } else if (FACILITIES.has(head)) label = 'FAC';
    else if (FEATURES.has(head) || DISTRICTS.has(before)) label = 'LOC';
  }
  while (span.name === 'ORG' && BODIES.has(folded(from)) && isNisba(tokens[to], vocabulary)) to++;
  const start = tokens[from];
  return {
    label,
    name: span.name,
    start:
      start === undefined
        ? 0
        : span.cut === undefined
          ? startOf(start, start.stem)
          : start.start + span.cut,
    end: tokens[to - 1]?.end ?? 0,
    probability: span.probability,
  };
}

function stemFolded(token: AnalysedToken | undefined): string {
  return token === undefined ? '' : token.stem.folded;
}

function isNisba(token: AnalysedToken | undefined, vocabulary: Vocabulary): boolean {
  if (!isWord(token) || !isDefinite(token.folded)) return false;
  if (vocabulary.nameStops.has(token.folded)) return false;
  return /(?:ي|يه)$/u.test(token.folded) && token.folded.length > 5;
}
