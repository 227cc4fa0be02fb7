import type { LabelSet } from '../model/labels';
import { isOtherLanguage } from '../text/recognise';
import { Analyser } from './analysis';
import { ArticleReader, type Reading, type StretchReader } from './articleReader';
import { claims } from './claims/claims';
import { namedAgain, standsAlone } from './consistency';
import type { Detector, DetectorInfo, Suggestion } from './detector';
import { byPlace, flatten } from './flatten';
import { gazetteer } from './gazetteer';
import { organisations } from './heads/organisations';
import { things } from './heads/things';
import { places } from './heads/places';
import { AGAIN, NO_FACTS, type DocumentFacts } from './knownNames';
import { nameLists } from './people/nameParts';
import { ENTITIES, withNames } from './model/entities';
import type { EntityModel } from './model/entityModel';
import { commonWords, nameReader } from './model/nameReader';
import { followsNewsData, newsNames, rulesAsNews } from './model/newsNames';
import { createWordFlags } from './model/wordFlags';
import { persons } from './people/persons';
import { TITLES, titles } from './people/titles';
import { titlesBefore } from './people/titlesBefore';
import { dates } from './quantities/dates';
import { numbers } from './quantities/numbers';
import { createVocabulary, type Vocabulary } from './vocabulary';

export interface EngineOptions {
  /** Ids of detectors to leave out. */
  readonly off?: readonly string[];
  /** Trained weights for names; without them the rules stand alone. */
  readonly model?: EntityModel;
  /**
   * Label set in force: nothing else is proposed. One like `conll` (MISC, no GPE) draws names as news data
   * does, by the model alone; without it the built-in set and the guidelines hold.
   */
  readonly labels?: LabelSet;
}

/** The detectors, put together. Of the texts it has seen it keeps single words, to read them faster. */
export interface Engine extends StretchReader {
  readonly detectors: readonly DetectorInfo[];
  /**
   * Suggestions for one stretch of text, offsets in it. Without facts it stands for itself; with the facts
   * of its article, names that stand elsewhere are found in it as well.
   */
  paragraph(text: string, facts?: DocumentFacts): readonly Suggestion[];
  /** Suggestions for a whole LF article, offsets in the article, in text order. */
  suggest(text: string): readonly Suggestion[];
}

export function createEngine(options: EngineOptions = {}): Engine {
  const off = new Set(options.off ?? []);
  const on = (detector: DetectorInfo): boolean => !off.has(detector.id);
  const vocabulary = createVocabulary();
  const analyser = new Analyser();
  const entityDetectors = rulesFor(vocabulary).filter(on);
  const { model } = options;
  const flags = model === undefined ? new Map<string, number>() : createWordFlags(vocabulary);
  const names = model !== undefined && on(ENTITIES) ? nameReader(model, flags) : undefined;
  const { labels } = options;
  const known = labels === undefined ? undefined : new Set(labels.entities.map((l) => l.name));
  const asNews = labels !== undefined && followsNewsData(labels);
  const claimDetectors = [claims(vocabulary)].filter(on);

  const titled = !off.has(TITLES);
  const again = on(KNOWN_AGAIN);
  const isCommon = model === undefined ? undefined : commonWords(model, flags);
  const alone = standsAlone(vocabulary, isCommon);

  const read = (text: string): Reading | undefined => {
    if (!ARABIC_LETTER.test(text)) return undefined;
    if (isOtherLanguage(text)) return undefined;
    const analysis = analyser.analyse(text);
    const proposed: Suggestion[] = [];
    for (const detector of entityDetectors) proposed.push(...detector.detect(analysis, proposed));
    const rules = flatten(proposed);
    const spans = names?.(analysis, rules);
    const merged = spans && withNames(analysis, rules, spans, vocabulary);
    const flat = merged ? flatten(merged) : rules;
    const before = titled ? titlesBefore(analysis, flat) : [];
    const entities = before.length > 0 ? flatten([...flat, ...before]) : flat;
    if (!asNews) return { analysis, entities };
    const shown = spans === undefined ? rulesAsNews(rules) : newsNames(analysis, spans);
    return { analysis, entities: shown, evidence: entities };
  };

  const complete = (reading: Reading, facts: DocumentFacts): Suggestion[] => {
    const { analysis, entities } = reading;
    const all = again ? namedAgain(analysis, entities, facts, alone) : entities;
    const evidence = reading.evidence ?? all;
    const found = claimDetectors.flatMap((detector) => detector.detect(analysis, evidence));
    const shown = known === undefined ? all : all.filter(({ label }) => known.has(label));
    return [...shown, ...found].sort(byPlace);
  };

  return {
    detectors: [
      ...entityDetectors,
      ...(names ? [ENTITIES] : []),
      ...(again ? [KNOWN_AGAIN] : []),
      ...claimDetectors,
    ],
    analyse: (text) => analyser.analyse(text),
    read,
    complete,
    paragraph(text, facts = NO_FACTS) {
      const reading = read(text);
      return reading === undefined ? [] : complete(reading, facts);
    },
    suggest(text) {
      const reader = new ArticleReader(this);
      reader.update(text);
      for (const work = reader.work(); work.next().done !== true;);
      return reader.suggestions();
    },
  };
}

/** Digits and signs alone, without a word, say nothing. */
const ARABIC_LETTER = /[\u0620-\u064A\u066E-\u06D3\u0750-\u077F\uFB50-\uFEFC]/u;

/** What finds entities by lists and rules, in the order in which they build on each other. */
function rulesFor(vocabulary: Vocabulary): Detector[] {
  const lists = nameLists(vocabulary);
  return [
    gazetteer(vocabulary),
    numbers(),
    dates(),
    organisations(vocabulary),
    places(vocabulary),
    things(vocabulary),
    titles(vocabulary, lists),
    persons(lists),
  ];
}

const KNOWN_AGAIN: DetectorInfo = {
  id: AGAIN,
  name: { en: 'Names found elsewhere in the article', ar: 'أسماء وردت في المقال' },
  labels: ['PERS', 'ORG', 'GPE', 'LOC', 'PRODUCT', 'WEBSITE'],
};
