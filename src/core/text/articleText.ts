import { unitsToString } from './codeUnits';
import { decodeSingleByte } from './codePages';
import { fromUtf8 } from './utf8';

/** Something that was odd about the bytes of a text; `offset` is in bytes. Codes are stable. */
export interface TextProblem {
  readonly code:
    | 'invalid-utf-8'
    | 'decoded-as-windows-1256'
    | 'decoded-as-iso-8859-6'
    | 'decoded-as-utf-16'
    | 'truncated-utf-16'
    | 'nul-character';
  readonly offset?: number;
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1256' | 'iso-8859-6';

export interface DecodedArticle {
  /** LF line ends, no BOM. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly issues: readonly TextProblem[];
}

/** One leading BOM dropped; `\r\n` and lone `\r` become `\n`, as Python reads a text file. */
export function toLfText(raw: string): string {
  const text = raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw;
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/**
 * The text of an article's bytes; never throws. UTF-8 unless a BOM or the pattern of the bytes says UTF-16.
 * Bytes that are not UTF-8 and make Arabic words in an old Arabic code page are read so; otherwise each
 * invalid sequence becomes U+FFFD. Every decision other than clean UTF-8 is named in `issues`.
 */
export function decodeArticle(bytes: Uint8Array): DecodedArticle {
  const utf16 = utf16Order(bytes);
  if (utf16 !== undefined) return decodeUtf16(bytes, utf16);
  const utf8 = decodeUtf8(bytes);
  if (utf8.invalidAt !== undefined && utf8.invalid > utf8.multiByte) {
    const page = arabicCodePage(bytes);
    if (page !== undefined) {
      const issues = [{ code: `decoded-as-${page}` as const, offset: utf8.invalidAt }];
      return { text: toLfText(decodeSingleByte(bytes, page)), encoding: page, issues };
    }
  }
  const issues: TextProblem[] = [];
  if (utf8.invalidAt !== undefined) issues.push({ code: 'invalid-utf-8', offset: utf8.invalidAt });
  const nul = bytes.indexOf(0);
  if (nul !== -1) issues.push({ code: 'nul-character', offset: nul });
  return { text: toLfText(utf8.text), encoding: 'utf-8', issues };
}

type Utf16 = { readonly encoding: 'utf-16le' | 'utf-16be'; readonly bom: boolean };

function utf16Order(bytes: Uint8Array): Utf16 | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', bom: true };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', bom: true };
  // Without a BOM: every second byte is the high half of Latin (00) or Arabic (06).
  const sample = Math.min(bytes.length, 4096) & ~1;
  if (sample < 8) return undefined;
  const high = [0, 0];
  for (let i = 0; i < sample; i++) {
    if (bytes[i] === 0x00 || bytes[i] === 0x06) high[i & 1] = (high[i & 1] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = high;
  if (odd > sample * 0.4 && even < sample * 0.05) return { encoding: 'utf-16le', bom: false };
  if (even > sample * 0.4 && odd < sample * 0.05) return { encoding: 'utf-16be', bom: false };
  return undefined;
}

function decodeUtf16(bytes: Uint8Array, order: Utf16): DecodedArticle {
  const units = new Uint16Array(bytes.length >> 1);
  const low = order.encoding === 'utf-16le' ? 0 : 1;
  for (let i = 0; i < units.length; i++) {
    units[i] = (bytes[2 * i + low] ?? 0) | ((bytes[2 * i + 1 - low] ?? 0) << 8);
  }
  const issues: TextProblem[] = order.bom ? [] : [{ code: 'decoded-as-utf-16' }];
  if (bytes.length % 2 === 1) issues.push({ code: 'truncated-utf-16', offset: bytes.length - 1 });
  return { text: toLfText(unitsToString(units, units.length)), encoding: order.encoding, issues };
}

export interface DecodedUtf8 {
  readonly text: string;
  /** How many sequences of two bytes or more were right, and how many were wrong; 0 when none was wrong. */
  readonly multiByte: number;
  readonly invalid: number;
  readonly invalidAt?: number;
}

/** WHATWG decoding: a maximal part of a broken sequence gives one U+FFFD. */
export function decodeUtf8(bytes: Uint8Array): DecodedUtf8 {
  try {
    return { text: fromUtf8(bytes), multiByte: 0, invalid: 0 };
  } catch {
    // Not UTF-8, the only thing that it throws for: now it matters what is wrong, and where.
    return decodeBrokenUtf8(bytes);
  }
}

function decodeBrokenUtf8(bytes: Uint8Array): DecodedUtf8 {
  const units = new Uint16Array(bytes.length);
  let out = 0;
  let multiByte = 0;
  let invalid = 0;
  let invalidAt = -1;
  let i = 0;
  while (i < bytes.length) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) {
      units[out++] = lead;
      i++;
      continue;
    }
    const length = sequenceLength(bytes, i, lead);
    if (length <= 0) {
      if (invalidAt < 0) invalidAt = i;
      invalid++;
      units[out++] = 0xfffd;
      i += Math.max(1, -length);
      continue;
    }
    multiByte++;
    let code = lead & (0x7f >> length);
    for (let k = 1; k < length; k++) code = (code << 6) | ((bytes[i + k] ?? 0) & 0x3f);
    i += length;
    if (code < 0x10000) units[out++] = code;
    else {
      units[out++] = 0xd7c0 + (code >> 10);
      units[out++] = 0xdc00 | (code & 0x3ff);
    }
  }
  const text = unitsToString(units, out);
  return invalidAt < 0 ? { text, multiByte, invalid } : { text, multiByte, invalid, invalidAt };
}

/** Bytes of the sequence at `at`; 0 or less where it is wrong: minus the bytes of its maximal valid part. */
function sequenceLength(bytes: Uint8Array, at: number, lead: number): number {
  const length =
    lead >= 0xc2 && lead < 0xe0
      ? 2
      : lead >= 0xe0 && lead < 0xf0
        ? 3
        : lead >= 0xf0 && lead < 0xf5
          ? 4
          : 0;
  if (length === 0) return 0;
  for (let k = 1; k < length; k++) {
    const byte = bytes[at + k] ?? 0;
    if ((byte & 0xc0) !== 0x80 || (k === 1 && !secondByteFits(lead, byte))) return -k;
  }
  return length;
}

/** Overlong forms, surrogates and code points past U+10FFFF show in the second byte. */
function secondByteFits(lead: number, byte: number): boolean {
  if (lead === 0xe0) return byte >= 0xa0;
  if (lead === 0xed) return byte < 0xa0;
  if (lead === 0xf0) return byte >= 0x90;
  return lead !== 0xf4 || byte < 0x90;
}

/** The old code page in which most high bytes are Arabic letters and «ال» is frequent, if any. */
function arabicCodePage(bytes: Uint8Array): 'windows-1256' | 'iso-8859-6' | undefined {
  let high = 0;
  let letters = 0;
  let windows = 0;
  let iso = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) continue;
    high++;
    if (byte >= 0xc1) letters++;
    if (byte === 0xc7 && bytes[i + 1] === 0xe1) windows++;
    if (byte === 0xc7 && bytes[i + 1] === 0xe4) iso++;
  }
  if (letters < high * 0.7) return undefined;
  return iso > windows ? 'iso-8859-6' : 'windows-1256';
}
