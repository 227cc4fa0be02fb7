const PLAIN = /^[A-Za-z0-9-]+$/;

/**
 * Names that a format allows only in ASCII letters, digits, `_` and `-`: every other character becomes
 * `_uXXXX_` (its code point in hexadecimal). Exactly reversible.
 */
export function encodeName(name: string): string {
  if (PLAIN.test(name)) return name;
  return Array.from(name, (char, at) => {
    if (/[A-Za-z0-9-]/.test(char)) return char;
    if (char === '_' && !/^_u[0-9A-F]{4,6}_/.test(Array.from(name).slice(at).join(''))) return '_';
    return `_u${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}_`;
  }).join('');
}

export function decodeName(encoded: string): string {
  return encoded.replace(/_u([0-9A-F]{4,6})_/g, (whole, hex: string) => {
    const code = Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
