import type { Annotation } from '../../model/annotation';
import type { Span } from '../../text/span';
import { compareStrings } from '../files';
import { isOfClaim, labelsByWord, marksOf, type Mark } from './marks';

/** Stands for all entities together where labels are told apart; no label has this name. */
export const ALL = '';

/** What one annotator made of an article. */
export class Sheet {
  /** Names of the labels that are used, and `ALL`. */
  readonly labels: readonly string[];
  private readonly byLabel = new Map<string, readonly Mark[]>();
  /** What is said of the words that a label stands on; under `ALL`, the labels of all their entities. */
  private readonly words = new Map<string, Map<number, string>>();

  constructor(
    readonly name: string,
    annotations: readonly Annotation[],
    words: readonly Span[],
  ) {
    const marks = marksOf(annotations);
    const labels = new Set(marks.map(({ label }) => label));
    for (const label of labels) {
      const own = marks.filter((mark) => mark.label === label);
      this.byLabel.set(label, own);
      this.words.set(label, said(own, words));
    }
    const entities = marks.filter((mark) => !isOfClaim(mark));
    this.byLabel.set(ALL, entities);
    this.words.set(ALL, said(entities, words));
    this.labels = [...this.byLabel.keys()];
  }

  marks(label: string): readonly Mark[] {
    return this.byLabel.get(label) ?? [];
  }

  /** By the number of the word; words of which nothing is said are absent. */
  said(label: string): ReadonlyMap<number, string> {
    return this.words.get(label) ?? new Map<number, string>();
  }
}

function said(marks: readonly Mark[], words: readonly Span[]): Map<number, string> {
  const labels = Array.from(labelsByWord(marks, words));
  return new Map(labels.map(([word, set]) => [word, [...set].sort(compareStrings).join(' ')]));
}
