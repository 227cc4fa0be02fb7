import assert from 'node:assert/strict';
import { LineDirections, type LineChange } from '../../../src/extension/look/lineDirections';
import { random } from '../../support/random';

function directions(lines: string[]): LineDirections {
  return new LineDirections((line) => lines[line] ?? '', lines.length);
}

/** Runs as `0-2 4-4`. */
function runs(of: LineDirections): string {
  return of
    .runs()
    .map(({ first, last }) => `${first}-${last}`)
    .join(' ');
}

describe('line directions', () => {
  for (const [name, lines, expected] of [
    ['an Arabic article', ['عنوان', '', 'نص أول.', '', 'نص ثان.'], '0-4'],
    ['a line whose first letter is Latin', ['عنوان', 'Reuters - نص', 'نص'], '0-0 2-2'],
    ['Arabic after digits and signs', ['2026 عام', '« قال', '...', '١٢'], '0-3'],
    ['Latin after digits', ['12 points', 'نص'], '1-1'],
    ['nothing from right to left', ['one', 'two'], ''],
    ['an empty document', [''], '0-0'],
    ['Hebrew too', ['שלום', 'abc'], '0-0'],
  ] as const) {
    it(`finds the runs of ${name}`, () => assert.equal(runs(directions([...lines])), expected));
  }

  const change = (
    startLine: number,
    endLine: number,
    text: string,
    cutsStart = false,
  ): LineChange => ({
    startLine,
    endLine,
    text,
    cutsStart,
  });

  it('leaves ranges alone while one types inside a run', () => {
    const lines = ['عنوان', 'نص'];
    const tracked = directions(lines);
    lines[1] = 'نص ط';
    assert.equal(tracked.update([change(1, 1, ' ط')], 2), false);
    lines.push('');
    assert.equal(tracked.update([change(1, 1, '\n')], 3), false);
    lines[2] = 'م';
    assert.equal(tracked.update([change(2, 2, 'م')], 3), false);
    assert.equal(runs(tracked), '0-2');
  });

  it('tells when a line turns', () => {
    const lines = ['عنوان', 'نص'];
    const tracked = directions(lines);
    lines[1] = 'a نص';
    assert.equal(tracked.update([change(1, 1, 'a ')], 2), true);
    assert.equal(runs(tracked), '0-0');
  });

  it('tells when lines are joined or cut', () => {
    const tracked = directions(['نص ثان']);
    assert.equal(tracked.update([change(0, 0, '', true)], 1), true);
    const joined = directions(['نص']);
    assert.equal(joined.update([change(0, 1, '')], 1), true);
  });

  it('starts over when the count of lines is not what the changes make of it', () => {
    const lines = ['نص'];
    const tracked = directions(lines);
    lines.push('two', 'نص');
    assert.equal(tracked.update([change(0, 0, 'x')], 3), true);
    assert.equal(runs(tracked), '0-0 2-2');
  });

  it('agrees with a fresh look after any edits', () => {
    const next = random(7);
    const pick = (count: number) => Math.floor(next() * count);
    const pieces = ['نص', 'word', '', '12', '« قال »', 'ب b'];
    const piece = () => pieces[pick(pieces.length)] ?? '';
    for (let round = 0; round < 300; round++) {
      const lines = Array.from({ length: 1 + pick(8) }, piece);
      const tracked = directions(lines);
      for (let edit = 0; edit < 6; edit++) {
        // Up to two changes that do not touch, the lower one first, as editors report them.
        const changes: LineChange[] = [];
        let below = lines.length;
        for (let part = 0; part < 2 && below > 0; part++) {
          const endLine = pick(below);
          const startLine = endLine - pick(Math.min(3, endLine + 1));
          const fresh = Array.from({ length: 1 + pick(3) }, piece);
          lines.splice(startLine, endLine - startLine + 1, ...fresh);
          changes.push(change(startLine, endLine, fresh.join('\n'), next() < 0.5));
          below = startLine;
        }
        tracked.update(changes, lines.length);
        assert.equal(runs(tracked), runs(directions(lines)));
      }
    }
  });
});
