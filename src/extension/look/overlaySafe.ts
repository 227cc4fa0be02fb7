/**
 * Properties of a decoration that the editor draws on a layer of their own, behind the text. Every other
 * one cuts the line's text into parts, which are laid out from left to right one by one: the words of an
 * Arabic sentence change places and its letters come apart (docs/adr/0004).
 */
const SAFE = new Set([
  'backgroundColor',
  'border',
  'borderColor',
  'borderRadius',
  'borderSpacing',
  'borderStyle',
  'borderWidth',
  'outline',
  'outlineColor',
  'outlineStyle',
  'outlineWidth',
  'overviewRulerColor',
  'overviewRulerLane',
  'rangeBehavior',
]);

/** Names of the properties that would cut lines, those for light and dark themes as `light.color`. */
export function unsafeProperties(options: object): string[] {
  return Object.entries(options).flatMap(([name, value]) => {
    if (name === 'light' || name === 'dark') {
      return unsafeProperties(Object(value) as object).map((inner) => `${name}.${inner}`);
    }
    return SAFE.has(name) || value === undefined ? [] : [name];
  });
}

/** Returns the options as they are; throws where they would cut lines. */
export function assertOverlaySafe<T extends object>(options: T): T {
  const unsafe = unsafeProperties(options);
  if (unsafe.length > 0) {
    throw new Error(`Decorations may not set ${unsafe.join(', ')}: it would break Arabic lines.`);
  }
  return options;
}
