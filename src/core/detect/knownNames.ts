import type { EntitySuggestion, Suggestion } from './detector';
import { foldWord } from './folding';
import { words } from './lexicon/entries';
import { JOINTS_WORDS } from './lexicon/contextClues';
import { NAME_HEADS } from './lexicon/organisationHeads';
import { foldedSet } from './phrases';

/** A name that the article has, under which it is known again. */
export interface KnownName {
  readonly label: string;
  /** The name in full: the longest form that the article has. */
  readonly full: string;
  /** Mentions that support it, as far as they make it surer. */
  readonly count: number;
}

/** What an article says of its names: by the folded words of a whole name, or of a part that stands for it. */
export interface DocumentFacts {
  readonly names: ReadonlyMap<string, KnownName>;
  /** The first words of all names, and perhaps of names that the article had before. */
  readonly openings: ReadonlySet<string>;
}

export const NO_FACTS: DocumentFacts = { names: new Map(), openings: new Set() };

/** One way in which a mention lets its name be known elsewhere. */
export interface Mention {
  /** Folded words, a blank between them. */
  readonly key: string;
  readonly label: string;
  readonly full: string;
}

/** Id of the detector that knows names again. */
export const AGAIN = 'again';
/** Longer names are not known again. */
export const MOST_WORDS = 5;

/** Where as many mentions speak for one label as for another, the earlier one here holds. */
const LABELS: readonly string[] = ['PERS', 'ORG', 'GPE', 'LOC', 'PRODUCT', 'WEBSITE'];
/** Parts that join names or end many of them, and stand for nobody alone. */
const JOINTS = foldedSet(words(JOINTS_WORDS));
const HEADS = foldedSet(words(NAME_HEADS));
/** More mentions than these make a name no surer, and need not be looked at again. */
const ENOUGH = 5;
/** How sure a mention must be for others to lean on it; a single word needs more. */
const SURE = 0.6;
const SURE_SINGLE = 0.7;

/** What the suggestions for a stretch of text say of the article's names. */
export function mentionsIn(suggestions: readonly Suggestion[]): readonly Mention[] {
  const mentions: Mention[] = [];
  for (const suggestion of suggestions) {
    if (suggestion.kind !== 'entity' || !LABELS.includes(suggestion.label)) continue;
    if (suggestion.detector === AGAIN || suggestion.score < SURE) continue;
    addMentions(suggestion, mentions);
  }
  return mentions;
}

function addMentions({ label, quote, score }: EntitySuggestion, mentions: Mention[]): void {
  const parts = foldWord(quote).split(' ');
  if (parts.length > MOST_WORDS || parts.some((part) => part === '')) return;
  const add = (key: string): void => void mentions.push({ key, label, full: quote });
  if (parts.length > 1 || score >= SURE_SINGLE) add(parts.join(' '));
  const last = parts.at(-1) ?? '';
  if (label === 'PERS' && parts.length > 1 && last.length > 3) {
    if (!JOINTS.has(last) && !JOINTS.has(parts.at(-2) ?? '')) add(last);
  }
  // شركة هوبان is هوبان later on.
  if (label === 'ORG' && parts.length === 2 && last.length > 3 && HEADS.has(parts[0] ?? '')) {
    if (!last.startsWith('ال')) add(last);
  }
}

/**
 * The names of an article, counted. Mentions come and go with the text; what is known depends on which
 * there are, not on the order in which they came.
 */
export class KnownNames implements DocumentFacts {
  /** By key, label and full form: how many mentions. */
  private readonly counts = new Map<string, Map<string, Map<string, number>>>();
  private readonly known = new Map<string, KnownName>();
  private readonly touched = new Set<string>();
  readonly openings = new Set<string>();

  get names(): ReadonlyMap<string, KnownName> {
    this.takeUp();
    return this.known;
  }

  /** Counts a mention `times` more, or less where negative. */
  count({ key, label, full }: Mention, times: number): void {
    const labels = entryOf(this.counts, key, () => new Map<string, Map<string, number>>());
    const forms = entryOf(labels, label, () => new Map<string, number>());
    const count = (forms.get(full) ?? 0) + times;
    if (count > 0) forms.set(full, count);
    else forms.delete(full);
    if (forms.size === 0) labels.delete(label);
    if (labels.size === 0) this.counts.delete(key);
    this.touched.add(key);
  }

  /** Takes up what was counted; answers the keys of which something else is known now. */
  takeUp(): readonly string[] {
    const changed: string[] = [];
    for (const key of this.touched) {
      const before = this.known.get(key);
      const now = bestOf(this.counts.get(key));
      if (
        before?.label === now?.label &&
        before?.full === now?.full &&
        before?.count === now?.count
      )
        continue;
      changed.push(key);
      if (now === undefined) this.known.delete(key);
      else {
        this.known.set(key, now);
        this.openings.add(key.split(' ', 1)[0] ?? '');
      }
    }
    this.touched.clear();
    return changed;
  }
}

function entryOf<V>(map: Map<string, V>, key: string, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

function bestOf(labels: ReadonlyMap<string, ReadonlyMap<string, number>> | undefined) {
  let best: KnownName | undefined;
  for (const label of LABELS) {
    const forms = labels?.get(label);
    if (forms === undefined) continue;
    let full = '';
    let count = 0;
    for (const [form, times] of forms) {
      count += times;
      const longer = form.length - full.length;
      if (longer > 0 || (longer === 0 && form < full)) full = form;
    }
    if (best === undefined || count > best.count) best = { label, full, count };
  }
  return best && { ...best, count: Math.min(best.count, ENOUGH) };
}

/** What the stretches of an article, each with its own suggestions, say together. */
export function facts(parts: Iterable<readonly Suggestion[]>): DocumentFacts {
  const names = new KnownNames();
  for (const suggestions of parts)
    for (const mention of mentionsIn(suggestions)) names.count(mention, 1);
  names.takeUp();
  return names;
}
