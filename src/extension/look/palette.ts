import { BUILTIN_LABELS, CLAIM_LABEL } from '../../core/model/labels';
import { blend, contrast, luminance, parseHex, toHex, type Rgb } from './contrast';

export const THEME_KINDS = ['light', 'dark', 'highContrast', 'highContrastLight'] as const;
export type ThemeKind = (typeof THEME_KINDS)[number];

/** A colour for each kind of theme, `#rrggbb` or `#rrggbbaa`. */
export type ThemedColor = Readonly<Record<ThemeKind, string>>;

interface Theme {
  /** Backgrounds of the editor in the themes of this kind that come with VS Code. */
  readonly backgrounds: readonly string[];
  /** Colours of text in them: plain text, and what our grammar's scopes are given. */
  readonly inks: readonly string[];
  /** How strong a tint may be at most. */
  readonly strongest: number;
  /** Contrast that text keeps on a tint: 4.5 (WCAG 2, AA) or more. */
  readonly text: number;
  /** Contrast of lines with the background. */
  readonly line: number;
}

export const THEMES: Readonly<Record<ThemeKind, Theme>> = {
  light: {
    backgrounds: ['#ffffff'],
    inks: ['#3b3b3b', '#202020', '#001080', '#a31515', '#0a3069', '#0550ae', '#800000'],
    strongest: 0.2,
    text: 4.5,
    line: 3,
  },
  dark: {
    backgrounds: ['#1f1f1f', '#121314'],
    inks: ['#cccccc', '#bbbebf', '#9cdcfe', '#ce9178', '#a5d6ff', '#79c0ff'],
    strongest: 0.34,
    text: 4.5,
    line: 3,
  },
  highContrast: {
    backgrounds: ['#000000'],
    inks: ['#ffffff', '#9cdcfe', '#ce9178', '#6796e6'],
    strongest: 0.32,
    text: 5.5,
    line: 4.5,
  },
  highContrastLight: {
    backgrounds: ['#ffffff'],
    inks: ['#292929', '#001080', '#0f4a85'],
    strongest: 0.2,
    text: 5.5,
    line: 4.5,
  },
};

/** The strongest tint of the colour on which all text of such themes can be read. */
function tint(color: Rgb, theme: Theme): string {
  for (let percent = Math.round(theme.strongest * 100); percent > 0; percent--) {
    const legible = theme.backgrounds.every((background) => {
      const seen = blend(color, parseHex(background), percent / 100);
      return theme.inks.every((ink) => contrast(parseHex(ink), seen) >= theme.text);
    });
    if (legible) return toHex(color, percent / 100);
  }
  return toHex(color, 0);
}

/** The colour, mixed with black or white until it stands out from the background as a line must. */
function line(color: Rgb, theme: Theme): string {
  const background = parseHex(theme.backgrounds[0] ?? '#ffffff');
  const ink: Rgb = luminance(background) > 0.5 ? [0, 0, 0] : [255, 255, 255];
  for (let percent = 0; percent < 100; percent += 2) {
    const mixed = toHex(blend(ink, color, percent / 100));
    if (contrast(parseHex(mixed), background) >= theme.line) return mixed;
  }
  return toHex(ink);
}

function themed(pick: (theme: Theme) => string): ThemedColor {
  return {
    light: pick(THEMES.light),
    dark: pick(THEMES.dark),
    highContrast: pick(THEMES.highContrast),
    highContrastLight: pick(THEMES.highContrastLight),
  };
}

/** Fill behind a saved span of this colour (`#rrggbb`). */
export function tints(color: string): ThemedColor {
  return themed((theme) => tint(parseHex(color), theme));
}

/** Line around or below a span of this colour (`#rrggbb`). */
export function lines(color: string): ThemedColor {
  return themed((theme) => line(parseHex(color), theme));
}

/** For labels that no label set defines. */
export const UNKNOWN_COLOR = '#7f7f7f';

/** A colour that themes and settings can change. */
export interface ContributedColor {
  readonly id: string;
  readonly description: string;
  readonly defaults: ThemedColor;
}

/** All colours that package.json contributes, in its order; a test compares the two. */
export function contributedColors(): ContributedColor[] {
  const entity = (name: string, en: string, color: string): ContributedColor[] => [
    {
      id: `hashiya.entity.${name}.background`,
      description: `Hashiya: fill of saved entities, ${en}.`,
      defaults: tints(color),
    },
    {
      id: `hashiya.entity.${name}.border`,
      description: `Hashiya: line around saved and suggested entities, ${en}.`,
      defaults: lines(color),
    },
  ];
  const claim = (id: string, en: string, color: string): ContributedColor => ({
    id,
    description: `Hashiya: line below claims, ${en}.`,
    defaults: lines(color),
  });
  return [
    ...BUILTIN_LABELS.entities.flatMap(({ name, en, color }) => entity(name, en, color)),
    ...entity('unknown', 'labels that no label set defines', UNKNOWN_COLOR),
    claim('hashiya.claim.border', 'of any kind', CLAIM_LABEL.color),
    ...BUILTIN_LABELS.claimKinds.map(({ name, en, color }) =>
      claim(`hashiya.claim.${name}.border`, en, color),
    ),
  ];
}
