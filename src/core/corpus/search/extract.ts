import { EMPTY_RECORD, type Annotation, type ArticleRecord } from '../../model/annotation';
import { isClaim } from '../../model/lookup';
import { isOfNewerVersion } from '../../sidecar/read';
import { covers, type Span } from '../../text/span';
import type { Load } from '../load';
import { rowOf, type IndexedClaim, type IndexedEntity } from './articleFacts';
import { FoldedText } from './foldedText';
import { NO_NAMES, SPEAKERS } from './labelRoles';
import { NameTable } from './names';
import { Vocabulary } from './vocabulary';

/** What an article and its sidecar say. */
export interface IndexSource {
  /** Relative to the corpus root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly record: ArticleRecord;
  readonly readable: boolean;
  /** Not readable because a newer version of the program wrote the sidecar. */
  readonly newer?: boolean;
}

/** What was read of the article at `path`, or that it could not be read. */
export function indexSource(path: string, load: Load): IndexSource {
  if (load.ok) return { ...load.article, readable: true };
  const newer = isOfNewerVersion(load.issues);
  return { path, text: '', record: EMPTY_RECORD, readable: false, newer };
}

/** The tables in which texts have numbers. */
export interface Tables {
  readonly vocabulary: Vocabulary;
  readonly names: NameTable;
  /** Claim kinds and modes. */
  readonly terms: NameTable;
}

export function emptyTables(): Tables {
  return { vocabulary: new Vocabulary(), names: new NameTable(), terms: new NameTable() };
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

/** What the index keeps of an article, with the numbers of these tables. */
export function rowOfSource(source: IndexSource, tables: Tables): number[] {
  const { text, record, readable, newer = false } = source;
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
  const annotators = new Set(annotations.flatMap(({ by }) => (by === undefined ? [] : [by]))).size;
  const words = wordsOf(text, folded, tables.vocabulary);
  const head = { readable, newer, status, orphans: orphans.length, annotators };
  return rowOf(head, words, entities, claims);
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
