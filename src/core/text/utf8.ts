/** Every host has them, though none of the libraries that the core is compiled with names them. */
declare class TextDecoder {
  constructor(label: 'utf-8', options: { readonly fatal: true; readonly ignoreBOM: true });
  decode(bytes: Uint8Array): string;
}
declare class TextEncoder {
  encode(text: string): Uint8Array;
}

/** How text becomes bytes and bytes become text. */
export interface Utf8 {
  /** Throws where the bytes are not UTF-8; a byte order mark stays. */
  decode(bytes: Uint8Array): string;
  /** Half of a surrogate pair becomes U+FFFD. The bytes fill their buffer or not, as they come. */
  encode(text: string): Uint8Array;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** What every host has. */
export const STANDARD_UTF8: Utf8 = {
  decode: (bytes) => decoder.decode(bytes),
  encode: (text) => encoder.encode(text),
};

let current = STANDARD_UTF8;

/** A host that has something faster says so once, before it reads anything. */
export function useUtf8(utf8: Utf8): void {
  current = utf8;
}

export function fromUtf8(bytes: Uint8Array): string {
  return current.decode(bytes);
}

export function toUtf8(text: string): Uint8Array {
  return current.encode(text);
}
