import assert from 'node:assert/strict';
import {
  Coincidences,
  Confusion,
  NOTHING,
  f1,
} from '../../../../src/core/corpus/agree/coefficients';

function near(actual: number | undefined, expected: number): void {
  assert.ok(actual !== undefined && Math.abs(actual - expected) < 0.0005, String(actual));
}

describe('coefficients of agreement', () => {
  it('F1 is twice what both have over what each has', () => {
    assert.equal(f1(2, 6), 2 / 3);
    assert.equal(f1(0, 3), 0);
    assert.equal(f1(0, 0), undefined);
  });

  describe('Cohen’s κ', () => {
    const cases: readonly (readonly [
      string,
      readonly (readonly [string, string, number])[],
      number,
    ])[] = [
      [
        'the table of 50 proposals',
        [
          ['y', 'y', 20],
          ['y', 'n', 5],
          ['n', 'y', 10],
          ['n', 'n', 15],
        ],
        0.4,
      ],
      [
        'full agreement',
        [
          ['a', 'a', 3],
          ['b', 'b', 1],
        ],
        1,
      ],
      [
        'no more than chance',
        [
          ['y', 'y', 1],
          ['y', 'n', 1],
          ['n', 'y', 1],
          ['n', 'n', 1],
        ],
        0,
      ],
      [
        'less than chance',
        [
          ['y', 'n', 1],
          ['n', 'y', 1],
        ],
        -1,
      ],
      [
        'three names',
        [
          ['a', 'a', 4],
          ['b', 'b', 3],
          ['c', 'c', 1],
          ['a', 'b', 2],
        ],
        0.6667,
      ],
    ];
    for (const [name, cells, expected] of cases) {
      it(`of ${name}`, () => {
        const confusion = new Confusion();
        for (const [a, b, times] of cells) confusion.add(a, b, times);
        near(confusion.kappa(), expected);
      });
    }

    it('is undefined where there is one answer, or none', () => {
      const confusion = new Confusion();
      assert.equal(confusion.kappa(), undefined);
      confusion.add('a', 'a', 5);
      assert.equal(confusion.kappa(), undefined);
      assert.equal(confusion.observed, 1);
    });

    it('counts items of which both said nothing as if they had been added', () => {
      const [added, told] = [new Confusion(), new Confusion()];
      for (const one of [added, told]) one.add('a', 'a', 2);
      for (const one of [added, told]) one.add('a', NOTHING);
      added.add(NOTHING, NOTHING, 7);
      assert.equal(told.kappa(7), added.kappa());
    });
  });

  describe('Krippendorff’s α', () => {
    it('of his own example: four observers, twelve units, values missing', () => {
      const observers = ['123321412...', '1233224125.3', '.3332342251.', '12332441251.'];
      const coincidences = new Coincidences();
      for (let unit = 0; unit < 12; unit += 1) {
        coincidences.add(observers.map((one) => one[unit] ?? '.').filter((value) => value !== '.'));
      }
      near(coincidences.alpha(), 0.743);
    });

    it('is 1 for full agreement and undefined where there is one answer', () => {
      const coincidences = new Coincidences();
      coincidences.add(['a', 'a']);
      assert.equal(coincidences.alpha(), undefined);
      coincidences.add(['b', 'b']);
      assert.equal(coincidences.alpha(), 1);
    });

    it('counts units of which all said nothing as if they had been added', () => {
      const [added, told] = [new Coincidences(), new Coincidences()];
      for (const one of [added, told]) one.add(['a', NOTHING, 'a']);
      for (let unit = 0; unit < 4; unit += 1) added.add([NOTHING, NOTHING, NOTHING]);
      assert.equal(told.alpha(12), added.alpha());
    });
  });
});
