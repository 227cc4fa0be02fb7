import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  blend,
  contrast,
  luminance,
  parseHex,
  type Rgb,
  toHex,
} from '../../../src/extension/look/contrast';
import {
  contributedColors,
  lines,
  THEME_KINDS,
  THEMES,
  tints,
} from '../../../src/extension/look/palette';
import { BUILTIN_LABELS, presetLabels } from '../../../src/core/model/labels';
import { random } from '../../support/random';

/** `#rrggbbaa` laid over a background. */
function seen(hex: string, background: string) {
  const alpha = hex.length === 9 ? Number.parseInt(hex.slice(7), 16) / 255 : 1;
  return blend(parseHex(hex), parseHex(background), alpha);
}

describe('contrast', () => {
  it('gives the ratios of the standard', () => {
    assert.equal(contrast([0, 0, 0], [255, 255, 255]), 21);
    assert.equal(contrast([7, 7, 7], [7, 7, 7]), 1);
    // The lightest grey that passes AA on white, and the one after it.
    assert.ok(contrast(parseHex('#767676'), [255, 255, 255]) >= 4.5);
    assert.ok(contrast(parseHex('#777777'), [255, 255, 255]) < 4.5);
  });

  it('reads and writes colours', () => {
    for (const hex of ['#000000', '#ffffff', '#0a3069', '#f47a7d']) {
      assert.equal(toHex(parseHex(hex)), hex);
    }
    assert.equal(toHex([1, 2, 3], 0.5), '#01020380');
    assert.equal(luminance([255, 255, 255]), 1);
  });
});

describe('palette', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
    contributes: { colors: { id: string; defaults: Record<string, string> }[] };
  };

  it('is what package.json contributes', () => {
    assert.deepEqual(
      manifest.contributes.colors,
      JSON.parse(JSON.stringify(contributedColors())),
      'Run `node scripts/colors.mjs`.',
    );
  });

  it('has a fill and a line for each built-in label', () => {
    const ids = new Set(manifest.contributes.colors.map(({ id }) => id));
    for (const { name } of BUILTIN_LABELS.entities) {
      assert.ok(ids.has(`hashiya.entity.${name}.background`), name);
      assert.ok(ids.has(`hashiya.entity.${name}.border`), name);
    }
    for (const { name } of BUILTIN_LABELS.claimKinds) {
      assert.ok(ids.has(`hashiya.claim.${name}.border`), name);
    }
    assert.ok(ids.has('hashiya.claim.border'));
  });

  const colors = [
    ...BUILTIN_LABELS.entities,
    ...presetLabels('conll').entities,
    ...BUILTIN_LABELS.claimKinds,
  ].map(({ color }) => color);
  const next = random(20);
  const anyColors = Array.from({ length: 200 }, () =>
    toHex([next() * 255, next() * 255, next() * 255]),
  );

  for (const kind of THEME_KINDS) {
    const { backgrounds, inks, text, line } = THEMES[kind];
    assert.ok(text >= 4.5);

    it(`keeps text legible on every tint (${kind})`, () => {
      for (const color of [...colors, ...anyColors]) {
        const fill = tints(color)[kind];
        for (const background of backgrounds) {
          for (const ink of inks) {
            const ratio = contrast(parseHex(ink), seen(fill, background));
            assert.ok(ratio >= text - 0.02, `${ink} on ${fill}: ${ratio.toFixed(2)}`);
          }
        }
      }
    });

    it(`keeps plain text legible where two tints lie on each other (${kind})`, () => {
      const plain = inks.slice(0, backgrounds.length);
      const over = (fill: string, below: Rgb) =>
        blend(parseHex(fill), below, Number.parseInt(fill.slice(7), 16) / 255);
      const fills = colors.map((color) => tints(color)[kind]);
      for (const background of backgrounds) {
        for (const outer of fills) {
          const below = over(outer, parseHex(background));
          for (const inner of fills) {
            for (const ink of plain) {
              const ratio = contrast(parseHex(ink), over(inner, below));
              assert.ok(ratio >= 4.5, `${ink} on ${inner} on ${outer}: ${ratio}`);
            }
          }
        }
      }
    });

    it(`tints so that it shows, and draws lines that stand out (${kind})`, () => {
      for (const color of colors) {
        const background = backgrounds[0] ?? '';
        const ratio = contrast(seen(tints(color)[kind], background), parseHex(background));
        assert.ok(ratio >= 1.07, `tint of ${color}: ${ratio.toFixed(3)}`);
        assert.ok(contrast(parseHex(lines(color)[kind]), parseHex(background)) >= line, color);
      }
    });
  }
});
