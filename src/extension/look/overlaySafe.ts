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

/** Declarations that may follow the value of a safe property: they move the box, and nothing else. */
const BOX_DECLARATION = /^(margin-top|height):[^:{}]+$/;

/**
 * Names of the properties that would cut lines, or whose value could: it goes into a style sheet as it
 * stands. Those for light and dark themes are named as `light.color`.
 */
export function unsafeProperties(options: object): string[] {
  return Object.entries(options).flatMap(([name, value]: [string, unknown]) => {
    if (value === undefined) return [];
    if ((name === 'light' || name === 'dark') && value !== null && typeof value === 'object') {
      return unsafeProperties(value).map((inner) => `${name}.${inner}`);
    }
    return SAFE.has(name) && isSafeValue(value) ? [] : [name];
  });
}

function isSafeValue(value: unknown): boolean {
  if (typeof value !== 'string') return true;
  const [own = '', ...declarations] = value.split(';').map((part) => part.trim());
  return (
    !/[{}]/.test(own) && declarations.every((declaration) => BOX_DECLARATION.test(declaration))
  );
}

/** Returns the options as they are; throws where they would cut lines. */
export function assertOverlaySafe<T extends object>(options: T): T {
  const unsafe = unsafeProperties(options);
  if (unsafe.length > 0) {
    throw new Error(`Decorations may not set ${unsafe.join(', ')}: it would break Arabic lines.`);
  }
  return options;
}
