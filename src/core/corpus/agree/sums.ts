import { Coincidences, Confusion, NOTHING, f1, mean } from './coefficients';
import { pairExactly, pairOverlapping } from './marks';
import type { Sheet } from './sheet';

/** How far annotators agree. What cannot be computed is undefined: κ and α where there is one answer only. */
export interface Measures {
  /** Spans of all annotators in the articles that are compared. */
  readonly spans: number;
  /** F1 of spans with the same label and the same bounds, over all pairs of annotators. */
  readonly exact: number | undefined;
  /** The same for spans with the same label that share a character. */
  readonly overlapping: number | undefined;
  /** Cohen's κ on the words of the articles, the mean of all pairs of annotators. */
  readonly kappa: number | undefined;
  /** Krippendorff's α on the words, of all annotators at once. */
  readonly alpha: number | undefined;
}

/** All annotators on one label. */
export class LabelSums {
  private spans = 0;
  private readonly words = new Coincidences();

  constructor(private readonly label: string) {}

  /** What the annotators of an article made of it. */
  add(sheets: readonly Sheet[]): void {
    const answers = sheets.map((sheet) => sheet.said(this.label));
    for (const sheet of sheets) this.spans += sheet.marks(this.label).length;
    const touched = new Set(answers.flatMap((answer) => [...answer.keys()]));
    for (const word of touched) this.words.add(answers.map((said) => said.get(word) ?? NOTHING));
  }

  /** `judgements`: the words of all articles times their annotators. */
  measures(pairs: readonly PairSums[], judgements: number): Measures {
    const total = sum(pairs.map(({ spans }) => spans));
    return {
      spans: this.spans,
      exact: f1(sum(pairs.map(({ exact }) => exact)), total),
      overlapping: f1(sum(pairs.map(({ overlapping }) => overlapping)), total),
      kappa: mean(pairs.map((pair) => pair.kappa)),
      alpha: this.words.alpha(judgements - this.words.judgements),
    };
  }
}

/** Two annotators, and how much both annotated. */
export interface Couple {
  articles: number;
  words: number;
}

/** Two annotators on one label. */
export class PairSums {
  spans = 0;
  exact = 0;
  overlapping = 0;
  private readonly words = new Confusion();

  constructor(
    private readonly label: string,
    private readonly couple: Readonly<Couple>,
  ) {}

  add(a: Sheet, b: Sheet): void {
    const [ours, theirs] = [a.marks(this.label), b.marks(this.label)];
    this.spans += ours.length + theirs.length;
    this.exact += pairExactly(ours, theirs).length;
    this.overlapping += pairOverlapping(ours, theirs).length;
    const [said, saidToo] = [a.said(this.label), b.said(this.label)];
    for (const word of new Set([...said.keys(), ...saidToo.keys()])) {
      this.words.add(said.get(word) ?? NOTHING, saidToo.get(word) ?? NOTHING);
    }
  }

  get kappa(): number | undefined {
    return this.words.kappa(this.couple.words - this.words.items);
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
