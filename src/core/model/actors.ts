import type { Annotation } from './annotation';
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
  const groups = new Map<string, Annotation[]>();
  for (const annotation of annotations) {
    const { label, quote } = annotation;
    if (isClaim(annotation) || !(PEOPLE.has(label) || ORGANISATIONS.has(label))) continue;
    const key = `${label}\n${fold(quote)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [annotation]);
    else group.push(annotation);
  }
  for (const [key, mentions] of [...groups]) {
    const longer = [...groups.keys()].filter((other) => isPartOf(key, other));
    const [only] = longer;
    if (longer.length !== 1 || only === undefined) continue;
    groups.get(only)?.push(...mentions);
    groups.delete(key);
  }
  return [...groups.values()].map(actorOf).sort((a, b) => firstOf(a) - firstOf(b));
}

/** Whether the words of the one person's name stand in a row in the other's, longer one. */
function isPartOf(key: string, other: string): boolean {
  const label = key.slice(0, key.indexOf('\n'));
  if (!PEOPLE.has(label) || key === other || !other.startsWith(`${label}\n`)) return false;
  const words = (from: string): string => ` ${from.slice(label.length + 1)} `;
  return words(other).includes(words(key));
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
