import assert from 'node:assert/strict';
import { highlightShape, type HighlightKind } from '../../../src/extension/look/highlightStyle';
import { assertOverlaySafe, unsafeProperties } from '../../../src/extension/look/overlaySafe';

describe('overlay-only decorations', () => {
  it('takes what is drawn behind the text', () => {
    const options = {
      backgroundColor: '#fff',
      borderWidth: '0 0 2px 0',
      borderStyle: 'solid',
      borderRadius: '4px; margin-top: 3px; height: calc(100% - 6px) !important',
      outline: '1px solid red',
      overviewRulerColor: { id: 'x' },
      rangeBehavior: 1,
      light: { borderColor: 'red' },
      dark: { backgroundColor: 'blue' },
      color: undefined,
    };
    assert.equal(assertOverlaySafe(options), options);
  });

  for (const name of [
    'color',
    'textDecoration',
    'fontWeight',
    'fontStyle',
    'opacity',
    'cursor',
    'letterSpacing',
    'before',
    'after',
    'isWholeLine',
    'gutterIconPath',
  ]) {
    it(`refuses ${name}, for one theme too`, () => {
      assert.deepEqual(unsafeProperties({ [name]: 'x' }), [name]);
      assert.deepEqual(unsafeProperties({ light: { [name]: 'x' } }), [`light.${name}`]);
      assert.throws(() => assertOverlaySafe({ dark: { [name]: 'x' } }), /would break Arabic lines/);
    });
  }

  it('refuses values that smuggle other declarations in', () => {
    for (const value of [
      '0; color: red',
      '0 } .view-line { display: none',
      '0; .a { color: red }',
    ]) {
      assert.deepEqual(unsafeProperties({ borderRadius: value }), ['borderRadius']);
    }
  });
});

describe('shapes of highlights', () => {
  const kinds: HighlightKind[] = ['entity', 'claim', 'cue', 'source'];

  it('differ between saved, suggested and orphaned without colour', () => {
    for (const kind of kinds) {
      const shapes = (['saved', 'suggested'] as const).map((state) =>
        JSON.stringify(highlightShape(kind, state)),
      );
      assert.equal(new Set(shapes).size, 2, kind);
    }
    for (const kind of ['entity', 'claim'] as const) {
      const styles = (['saved', 'suggested', 'orphan'] as const).map(
        (state) => highlightShape(kind, state).borderStyle,
      );
      assert.equal(new Set(styles).size, 3, kind);
    }
  });

  it('fill saved entities only', () => {
    for (const kind of kinds) {
      for (const state of ['saved', 'suggested', 'orphan'] as const) {
        assert.equal(highlightShape(kind, state).filled, kind === 'entity' && state === 'saved');
      }
    }
  });

  it('have no lines at the sides of what runs over several rows', () => {
    for (const kind of ['claim', 'cue', 'source'] as const) {
      for (const state of ['saved', 'suggested', 'orphan'] as const) {
        assert.match(highlightShape(kind, state).borderWidth, /^0 0 \dpx 0$/);
      }
    }
  });

  it('are drawn behind the text', () => {
    for (const kind of kinds) {
      for (const state of ['saved', 'suggested', 'orphan'] as const) {
        const { borderWidth, borderStyle, borderRadius } = highlightShape(kind, state);
        assertOverlaySafe({ borderWidth, borderStyle, borderRadius });
      }
    }
  });
});
