// Logistic regression over hashed features, by stochastic gradient with a rate of its own for each weight.

export interface Decision {
  readonly features: Int32Array;
  readonly yes: boolean;
  /** How much the example counts. */
  readonly weight: number;
}

export interface Settings {
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
  readonly random: () => number;
}

export type Weights = ReadonlyMap<number, number>;

export function train(decisions: readonly Decision[], settings: Settings): Weights {
  const { epochs, rate, l2, random } = settings;
  const weights = new Map<number, number>();
  const squares = new Map<number, number>();
  const order = [...decisions];
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const { features, yes, weight } of order) {
      const score = scoreOf(weights, features);
      const slope = weight * ((yes ? 1 : 0) - 1 / (1 + Math.exp(-score)));
      if (Math.abs(slope) < 1e-4) continue;
      for (const feature of features) {
        const square = (squares.get(feature) ?? 0) + slope * slope;
        squares.set(feature, square);
        const value = weights.get(feature) ?? 0;
        weights.set(feature, value + (rate * (slope - l2 * value)) / Math.sqrt(square + 0.01));
      }
    }
  }
  return weights;
}

export function scoreOf(weights: Weights, features: Int32Array): number {
  let score = 0;
  for (const feature of features) score += weights.get(feature) ?? 0;
  return score;
}

function shuffle<T>(items: T[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const [a, b] = [items[i], items[j]];
    if (a === undefined || b === undefined) continue;
    items[i] = b;
    items[j] = a;
  }
}
