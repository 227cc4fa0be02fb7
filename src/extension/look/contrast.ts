/** A colour as red, green and blue, 0 to 255 each. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Reads `#rrggbb`. */
export function parseHex(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1, 7), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** `#rrggbb`, or `#rrggbbaa` where `alpha` (0 to 1) is given. */
export function toHex(color: Rgb, alpha?: number): string {
  const parts = alpha === undefined ? color : [...color, alpha * 255];
  return '#' + parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('');
}

/** What one sees of `color` laid over `background` with an opacity of `alpha`. */
export function blend(color: Rgb, background: Rgb, alpha: number): Rgb {
  const mix = (a: number, b: number) => a * alpha + b * (1 - alpha);
  return [mix(color[0], background[0]), mix(color[1], background[1]), mix(color[2], background[2])];
}

/** Relative luminance as WCAG 2 defines it, 0 to 1. */
export function luminance(color: Rgb): number {
  const linear = (part: number) => {
    const share = part / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(color[0]) + 0.7152 * linear(color[1]) + 0.0722 * linear(color[2]);
}

/** Contrast ratio as WCAG 2 defines it, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}
