import type { Annotation } from './annotation';
import { groupBy } from './groupBy';
import { isClaim } from './lookup';

/** Labels, of our presets and of other label sets, of people and of organisations. */
export const PEOPLE: ReadonlySet<string> = new Set(['PERS', 'PER', 'PERSON']);
export const ORGANISATIONS: ReadonlySet<string> = new Set(['ORG', 'ORGANIZATION', 'ORGANISATION']);

/** Somebody, or some body, that the article names, with every place where it does. */
export interface Actor {
  readonly label: string;
  /** The fullest of its names in the article. */
  readonly name: string;
  /** In text order; never empty. */
  readonly mentions: readonly Annotation[];
}

/**
 * The people and organisations of an article, in the order in which they enter it. Mentions are one actor's
 * where they have the same label and the same words after `fold`, or where the words of a person's name
 * are part of just one longer one (السوداني of محمد شياع السوداني).
 */
export function actorsOf(
  annotations: readonly Annotation[],
  fold: (text: string) => string,
): readonly Actor[] {
  const named = annotations.filter(
    (one) => !isClaim(one) && (PEOPLE.has(one.label) || ORGANISATIONS.has(one.label)),
  );
  const groups = groupBy(named, ({ label, quote }) => `${label}\n${fold(quote)}`);
  for (const [part, whole] of partsOfNames([...groups.keys()])) {
    groups.get(whole)?.push(...(groups.get(part) ?? []));
    groups.delete(part);
  }
  return [...groups.values()].map(actorOf).sort((a, b) => firstOf(a) - firstOf(b));
}

/**
 * Of keys, label and name, those of people whose words stand in a row in just one longer name, with that
 * one. The shortest come first, so that a part of a part ends where it belongs.
 */
function partsOfNames(
  keys: readonly string[],
): readonly (readonly [part: string, whole: string])[] {
  const people = keys
    .map((key) => ({
      key,
      label: key.slice(0, key.indexOf('\n')),
      name: key.slice(key.indexOf('\n') + 1),
    }))
    .filter(({ label }) => PEOPLE.has(label));
  const byWord = new Map<string, typeof people>();
  for (const one of people) {
    for (const word of new Set(one.name.split(' '))) {
      const sharing = byWord.get(word);
      if (sharing === undefined) byWord.set(word, [one]);
      else sharing.push(one);
    }
  }
  return [...people]
    .sort((a, b) => a.name.length - b.name.length)
    .flatMap(({ key, label, name }) => {
      const sharing = byWord.get(name.split(' ')[0] ?? '') ?? [];
      const longer = sharing.filter(
        (other) =>
          other.key !== key && other.label === label && ` ${other.name} `.includes(` ${name} `),
      );
      const [only] = longer;
      return longer.length === 1 && only !== undefined ? [[key, only.key] as const] : [];
    });
}

function actorOf(found: readonly Annotation[]): Actor {
  const mentions = [...found].sort((a, b) => a.start - b.start);
  const name = mentions.reduce(
    (best, { quote }) => (quote.length > best.length ? quote : best),
    '',
  );
  return { label: mentions[0]?.label ?? '', name, mentions };
}

function firstOf({ mentions }: Actor): number {
  return mentions[0]?.start ?? 0;
}
