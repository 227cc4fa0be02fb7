import type { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';

/** The code point at an offset in UTF-16; -1 at the end. Half of a surrogate pair counts as U+FFFD. */
function codeAt(text: string, offset: number): number {
  const code = text.codePointAt(offset) ?? -1;
  return code >= 0xd800 && code < 0xe000 ? 0xfffd : code;
}

function unitsOf(code: number): number {
  return code > 0xffff ? 2 : 1;
}

/** In the order of the bytes in UTF-8, which is that of the code points. */
export function compareText(a: string, b: string): number {
  for (let at = 0; ;) {
    const [one, other] = [codeAt(a, at), codeAt(b, at)];
    if (one !== other || one === -1) return one - other;
    at += unitsOf(one);
  }
}

/** The size in 32 bits, then the text in UTF-8. An encoder costs more than a short text here. */
export function writeText(bytes: ByteWriter, text: string): void {
  bytes.ensure(4 + 3 * text.length);
  const { view, index } = bytes;
  let at = index + 4;
  for (let offset = 0; offset < text.length;) {
    const code = codeAt(text, offset);
    offset += unitsOf(code);
    if (code < 0x80) {
      view.setUint8(at++, code);
      continue;
    }
    if (code < 0x800) view.setUint8(at++, 0xc0 | (code >> 6));
    else {
      if (code < 0x10000) view.setUint8(at++, 0xe0 | (code >> 12));
      else {
        view.setUint8(at++, 0xf0 | (code >> 18));
        view.setUint8(at++, 0x80 | ((code >> 12) & 0x3f));
      }
      view.setUint8(at++, 0x80 | ((code >> 6) & 0x3f));
    }
    view.setUint8(at++, 0x80 | (code & 0x3f));
  }
  view.setUint32(index, at - index - 4, true);
  bytes.offset += at - index;
  bytes.index = at;
}
