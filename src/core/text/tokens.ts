import { CharClass, classAt, unitClass } from './chars';
import type { Span } from './span';
import { startsWord, wordEnd } from './words';

export type TokenKind = 'word' | 'number' | 'punctuation' | 'symbol';

export interface Token extends Span {
  readonly kind: TokenKind;
  readonly text: string;
}

// Every repetition before a sign that must follow is bounded: a hostile run must not be read again and again.
const ADDRESS =
  /(?:[A-Za-z][A-Za-z0-9+.-]{0,30}:\/\/|www\.)[^\s<>"«»“”،؛؟\u200B\u200E\u200F\u2066-\u2069]+/y;
const EMAIL = /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}/y;
const DOMAIN =
  /[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,8}\.[A-Za-z]{2,24}(?![A-Za-z])(?:\/[^\s<>"«»“”،؛؟]*)?/y;
const ELEMENT =
  '\\p{Extended_Pictographic}(?:\\p{EMod}|\\uFE0F\\u20E3?|[\\u{E0020}-\\u{E007E}]+\\u{E007F})?';
const EMOJI = new RegExp(`\\p{RI}\\p{RI}|${ELEMENT}(?:\\u200D${ELEMENT})*`, 'uy');
const TRAILING = new Set('.,:;!?\'")]}…');

/**
 * Words, numbers, punctuation marks and symbols in text order. Every character that is drawn is in exactly
 * one token; white space and invisible controls that stand outside a word are in none. Tashkeel, tatweel
 * and zero-width joiners never split a word. Addresses, `@names` and `#tags` are one word each, a run of
 * dots and an emoji sequence one token each, any other mark one token by itself.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const at = new TokenCursor(text); at.next();) {
    const { start, end, kind } = at;
    tokens.push({ start, end, kind, text: text.slice(start, end) });
  }
  return tokens;
}

/** Goes over the tokens of a text, one at each `next`, and cuts none out. */
export class TokenCursor implements Span {
  start = 0;
  end = 0;
  kind: TokenKind = 'word';

  constructor(private readonly text: string) {}

  /** Goes to the next token; false where there is none. */
  next(): boolean {
    const { text } = this;
    for (let i = this.end; i < text.length; i++) {
      const kind = unitClass(text.charCodeAt(i));
      if (isGap(kind, text, i)) continue;
      this.start = i;
      this.read(kind === CharClass.high ? classAt(text, i) : kind);
      return true;
    }
    return false;
  }

  private read(kind: CharClass): void {
    const { text, start } = this;
    if (startsWord(kind)) {
      this.readWord(kind);
      return;
    }
    const unit = text.charCodeAt(start);
    if (unit === 0x40 || unit === 0x23) {
      const end = wordEnd(text, start + 1);
      if (end > start + 1) {
        this.set(end, 'word');
        return;
      }
    }
    if (unit === 0x2e) {
      let end = start + 1;
      while (text.charCodeAt(end) === 0x2e) end++;
      this.set(end, 'punctuation');
    } else if (kind === CharClass.punctuation || kind === CharClass.joiner) {
      this.set(start + 1, 'punctuation');
    } else this.set(symbolEnd(text, start), 'symbol');
  }

  private readWord(kind: CharClass): void {
    const { text, start } = this;
    const end = wordEnd(text, start);
    if (kind === CharClass.latin || kind === CharClass.digit) {
      const address = addressEnd(text, start, end);
      if (address > end) {
        this.set(address, 'word');
        return;
      }
    }
    const isNumber = kind === CharClass.digit || kind === CharClass.number;
    this.set(end, isNumber ? numberKind(text, start, end) : 'word');
  }

  private set(end: number, kind: TokenKind): void {
    this.end = end;
    this.kind = kind;
  }
}

function isGap(kind: CharClass, text: string, at: number): boolean {
  if (kind === CharClass.space || kind === CharClass.format) return true;
  return kind === CharClass.joiner && text.charCodeAt(at) !== 0x5f;
}

/** A digit with the enclosing keycap is an emoji; a number holds no letter. */
function numberKind(text: string, start: number, end: number): TokenKind {
  for (let i = start; i < end; i++) {
    const kind = unitClass(text.charCodeAt(i));
    if (kind === CharClass.letter || kind === CharClass.latin) return 'word';
    if (kind === CharClass.high && classAt(text, i) !== CharClass.digit) return 'word';
  }
  return text.charCodeAt(end - 1) === 0x20e3 ? 'symbol' : 'number';
}

/** End of the web or mail address that starts here, or `end` where the word is none. */
function addressEnd(text: string, start: number, end: number): number {
  const next = text.charCodeAt(end);
  let address: string | undefined;
  if (next === 0x3a || (next === 0x2e && end - start === 3)) address = match(ADDRESS, text, start);
  if (next === 0x40 || next === 0x2e || next === 0x2b || next === 0x25) {
    address ??= match(EMAIL, text, start);
  }
  if (next === 0x2e) address ??= match(DOMAIN, text, start);
  if (address === undefined) return end;
  let to = start + address.length;
  while (to > end && TRAILING.has(text.charAt(to - 1))) to--;
  return pastWord(text, end, to);
}

/** `to`, or the end of the word that runs across it. */
function pastWord(text: string, from: number, to: number): number {
  for (let i = from; i < to;) {
    const word = wordEnd(text, i);
    if (word > to) return word;
    i = Math.max(word, i + 1);
  }
  return to;
}

/** End of the emoji sequence or symbol at `start`, with the marks and joiners that hang on it. */
function symbolEnd(text: string, start: number): number {
  const emoji = match(EMOJI, text, start);
  let end = start + (emoji?.length ?? ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1));
  while (unitClass(text.charCodeAt(end)) === CharClass.mark) end++;
  return end;
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
