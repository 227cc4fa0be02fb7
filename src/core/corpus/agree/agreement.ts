import { CLAIM, type Annotation } from '../../model/annotation';
import { wordSpans } from '../../text/words';
import { compareStrings } from '../files';
import { Tally } from '../tally';
import { Confusion, f1 } from './coefficients';
import { pairAnyLabel } from './marks';
import { ALL, Sheet } from './sheet';
import { LabelSums, PairSums, type Couple, type Measures } from './sums';

export interface LabelAgreement extends Measures {
  readonly label: string;
}

/** Two annotators on all entities. */
export interface PairAgreement extends Omit<Measures, 'alpha'> {
  readonly annotators: readonly [string, string];
  readonly articles: number;
}

/** What annotators say of claims whose contents overlap. */
export interface ChoiceAgreement {
  readonly claims: number;
  /** Share of the claims of which both say the same. */
  readonly observed: number | undefined;
  readonly kappa: number | undefined;
}

export interface AgreementReport {
  readonly annotators: readonly string[];
  /** Articles that two or more annotated. */
  readonly articles: number;
  readonly entities: Measures;
  /** In code-unit order; of claims the content (`CLAIM`), the cue and the source. */
  readonly labels: readonly LabelAgreement[];
  readonly claims: Readonly<Record<(typeof CHOICES)[number], ChoiceAgreement>>;
  readonly pairs: readonly PairAgreement[];
  /** Overlapping entities with different labels, the most frequent first. */
  readonly confused: readonly { readonly labels: readonly [string, string]; count: number }[];
}

/** What each annotator made of an article, by name. */
export type Annotators = ReadonlyMap<string, readonly Annotation[]>;

interface Pair extends Couple {
  readonly byLabel: Map<string, PairSums>;
}

const CHOICES = ['kind', 'mode', 'checkworthy'] as const;

/** Compares articles one at a time, in memory that does not grow with them. */
export class Agreement {
  private readonly annotators = new Set<string>();
  private readonly labels = new Map<string, LabelSums>();
  private readonly pairs = new Map<string, Pair>();
  private readonly confused = new Tally();
  private readonly choices = {
    kind: new Confusion(),
    mode: new Confusion(),
    checkworthy: new Confusion(),
  };
  private articles = 0;
  /** Words times annotators. */
  private judgements = 0;

  /** An article that fewer than two annotated says nothing about agreement and is not counted. */
  add(text: string, annotators: Annotators): void {
    if (annotators.size < 2) return;
    this.articles += 1;
    const words = wordSpans(text);
    const sheets = [...annotators.keys()]
      .sort(compareStrings)
      .map((name) => new Sheet(name, annotators.get(name) ?? [], words));
    this.judgements += words.length * sheets.length;
    for (const { name } of sheets) this.annotators.add(name);
    for (const label of labelsOf(sheets)) this.sumsOf(label).add(sheets);
    for (const [at, a] of sheets.entries()) {
      for (const b of sheets.slice(at + 1)) this.addPair(a, b, words.length);
    }
  }

  private sumsOf(label: string): LabelSums {
    const sums = this.labels.get(label) ?? new LabelSums(label);
    this.labels.set(label, sums);
    return sums;
  }

  private addPair(a: Sheet, b: Sheet, wordCount: number): void {
    const key = `${a.name}\n${b.name}`;
    const pair = this.pairs.get(key) ?? { articles: 0, words: 0, byLabel: new Map() };
    this.pairs.set(key, pair);
    pair.articles += 1;
    pair.words += wordCount;
    for (const label of labelsOf([a, b])) {
      const sums = pair.byLabel.get(label) ?? new PairSums(label, pair);
      pair.byLabel.set(label, sums);
      sums.add(a, b);
    }
    for (const [one, other] of pairAnyLabel(a.marks(ALL), b.marks(ALL))) {
      if (one.label === other.label) continue;
      this.confused.add([one.label, other.label].sort(compareStrings).join('\n'));
    }
    for (const [{ claim }, { claim: other }] of pairAnyLabel(a.marks(CLAIM), b.marks(CLAIM))) {
      for (const key of CHOICES) {
        this.choices[key].add(String(claim?.[key] ?? false), String(other?.[key] ?? false));
      }
    }
  }

  report(): AgreementReport {
    const labels = [...this.labels.keys()].filter((label) => label !== ALL).sort(compareStrings);
    const { kind, mode, checkworthy } = this.choices;
    return {
      annotators: [...this.annotators].sort(compareStrings),
      articles: this.articles,
      entities: this.measures(ALL),
      labels: labels.map((label) => ({ label, ...this.measures(label) })),
      claims: { kind: choice(kind), mode: choice(mode), checkworthy: choice(checkworthy) },
      pairs: [...this.pairs].sort((a, b) => compareStrings(a[0], b[0])).map(pairAgreement),
      confused: this.confused.names
        .map((key) => ({ labels: inTwo(key), count: this.confused.of(key) }))
        .sort((a, b) => b.count - a.count),
    };
  }

  private measures(label: string): Measures {
    const pairs = [...this.pairs.values()].flatMap(({ byLabel }) => byLabel.get(label) ?? []);
    return this.sumsOf(label).measures(pairs, this.judgements);
  }
}

function pairAgreement([key, pair]: readonly [string, Pair]): PairAgreement {
  const { spans, exact, overlapping, kappa } = pair.byLabel.get(ALL) ?? new PairSums(ALL, pair);
  return {
    annotators: inTwo(key),
    articles: pair.articles,
    spans,
    exact: f1(exact, spans),
    overlapping: f1(overlapping, spans),
    kappa,
  };
}

function choice(confusion: Confusion): ChoiceAgreement {
  const { items, observed } = confusion;
  return { claims: items, observed, kappa: confusion.kappa() };
}

function labelsOf(sheets: readonly Sheet[]): Set<string> {
  return new Set(sheets.flatMap(({ labels }) => labels));
}

function inTwo(key: string): [string, string] {
  const [first = '', second = ''] = key.split('\n');
  return [first, second];
}
