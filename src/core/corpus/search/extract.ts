import type { Annotation, ArticleRecord } from '../../model/annotation';
import { isClaim } from '../../model/lookup';
import { covers, type Span } from '../../text/span';
import { ArticleFacts, type IndexedClaim, type IndexedEntity } from './articleFacts';
import { FoldedText } from './foldedText';
import { NO_NAMES, SPEAKERS } from './labelRoles';
import type { NameTable } from './names';
import type { Vocabulary } from './vocabulary';

/** What an article and its sidecar say. */
export interface IndexSource {
  /** Relative to the corpus root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly record: ArticleRecord;
  readonly readable: boolean;
}

/** The tables in which texts have numbers. */
export interface Tables {
  readonly vocabulary: Vocabulary;
  readonly names: NameTable;
  /** Claim kinds and modes. */
  readonly terms: NameTable;
}

/** Label of names that stand for a source in which no name is annotated. */
export const SOURCE = '';
/** Labels of the claim terms. */
export const [KIND, MODE] = ['kind', 'mode'] as const;

/** An entity with the place that it has in the text. */
interface Placed extends Span {
  readonly label: string;
  readonly name: number;
}

/** @param room gives an array of so many zeros */
export function factsOf(
  source: IndexSource,
  tables: Tables,
  room: (length: number) => Uint32Array,
): ArticleFacts {
  const { path, text, record, readable } = source;
  const { status, orphans, annotations } = record;
  const folded = new FoldedText(text);
  const placed: Placed[] = [];
  const entities = annotations.flatMap((annotation): IndexedEntity[] => {
    if (isClaim(annotation)) return [];
    const { label, quote, start, end } = annotation;
    const name = tables.names.intern(label, nameKey(quote), quote);
    placed.push({ label, name, start, end });
    return [{ name, ...folded.wordsOf(annotation) }];
  });
  const claims = annotations.flatMap((annotation) => claimOf(annotation, placed, tables));
  const annotators = [...new Set(annotations.flatMap(({ by }) => (by === undefined ? [] : [by])))];
  const head = { path, readable, status, orphans: orphans.length, annotators };
  const words = wordsOf(text, folded, tables.vocabulary);
  return ArticleFacts.pack(head, words, entities, claims, room);
}

/** The folded words of a quote, by which the same name is known again. */
export function nameKey(quote: string): string {
  const folded = new FoldedText(quote);
  return folded.words(0, folded.length);
}

function wordsOf(text: string, folded: FoldedText, vocabulary: Vocabulary): number[] {
  return Array.from({ length: folded.length }, (_, at) =>
    vocabulary.intern(folded.word(at), () => {
      const { start, end } = folded.place(at);
      return text.slice(start, end);
    }),
  );
}

function claimOf(
  { claim, start, end }: Annotation,
  placed: readonly Placed[],
  { names, terms }: Tables,
): IndexedClaim[] {
  if (claim === undefined) return [];
  const { kind, mode, source, checkworthy } = claim;
  const topics = placed.filter((one) => covers({ start, end }, one) && !NO_NAMES.has(one.label));
  return [
    {
      kind: terms.intern(KIND, kind, kind),
      mode: terms.intern(MODE, mode, mode),
      checkworthy: checkworthy === true,
      speaker: source === undefined ? 0 : speakerOf(source, placed, names),
      about: [...new Set(topics.map(({ name }) => name))],
    },
  ];
}

/** The name in a source that speaks, else the source as it stands. */
function speakerOf(
  source: Span & { readonly quote: string },
  placed: readonly Placed[],
  names: NameTable,
): number {
  const inside = placed.filter((one) => covers(source, one));
  const [speaker] = SPEAKERS.flatMap((label) => inside.filter((one) => one.label === label));
  return speaker?.name ?? names.intern(SOURCE, nameKey(source.quote), source.quote);
}
