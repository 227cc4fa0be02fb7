import { CharClass, digitValue, isTashkeel, TATWEEL, unitClass } from './chars';
import { unitsToString } from './codeUnits';
import type { Span } from './span';

/** What a normalised view makes equal. All are on unless turned off. */
export interface NormalizeOptions {
  /** Drops the marks of the Arabic script; a hamza mark on waw or yeh makes the composed letter first. */
  readonly tashkeel?: boolean;
  readonly tatweel?: boolean;
  /** أ إ آ ٱ and their kin as ا. */
  readonly alef?: boolean;
  /** ى and Persian ی as ي. */
  readonly ya?: boolean;
  /** ة as ه. */
  readonly ta?: boolean;
  /** Arabic-Indic and Persian digits, and their separators, as Western. */
  readonly digits?: boolean;
  /** Presentation forms and ligatures as the letters they draw; Persian kaf and heh as Arabic. */
  readonly presentation?: boolean;
  /** All double quotation marks as `"`, single ones as `'`, long dashes as `-`. */
  readonly quotes?: boolean;
  /** A run of white space as one blank; invisible controls dropped. */
  readonly spaces?: boolean;
  /** Upper case as lower case. */
  readonly case?: boolean;
}

const FLAGS = [
  'tashkeel',
  'tatweel',
  'alef',
  'ya',
  'ta',
  'digits',
  'presentation',
  'quotes',
  'spaces',
  'case',
] as const;

/** Table values: the unit itself, another unit, or one of these. */
const DROP = 0;
const EXPAND = 1;
const BLANK = 0x20;

/**
 * A text made simpler for matching, with the way back: every answer is in offsets of the original. What is
 * dropped (tashkeel, tatweel) belongs to the character before it. NFKD is not used: it reorders marks.
 */
export class NormalizedView {
  /** `starts` holds the original offset of every unit of `text`, and the original length at its end. */
  constructor(
    readonly original: string,
    readonly text: string,
    private readonly starts: Int32Array | undefined,
  ) {}

  /** Original offset at which the normalised unit `n` begins; at the end, the original's length. */
  originalOffset(n: number): number {
    const clamped = Math.max(0, Math.min(n, this.text.length));
    return this.starts === undefined ? clamped : (this.starts[clamped] ?? this.original.length);
  }

  /** The original text that a normalised span stands for, without invisible controls at its end. */
  originalSpan(s: Span): Span {
    const start = this.originalOffset(s.start);
    if (s.end <= s.start) return { start, end: start };
    let end = this.originalOffset(s.end);
    // Several normalised units can come from one ligature: the span then takes it in whole.
    for (let n = s.end; end <= this.originalOffset(s.end - 1) && n < this.text.length;)
      end = this.originalOffset(++n);
    while (end > start + 1 && isInvisible(this.original.charCodeAt(end - 1))) end--;
    return { start, end };
  }

  /** The normalised unit that holds the original offset, or the first one after it. */
  normalizedOffset(offset: number): number {
    if (this.starts === undefined) return Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.text.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

export function normalizedView(
  text: string,
  options: NormalizeOptions = EVERYTHING,
): NormalizedView {
  const table = tableFor(options);
  const changed = firstChange(text, table, 0);
  if (changed === text.length) return new NormalizedView(text, text, undefined);
  const writer = new ViewWriter(text, table, options.spaces !== false);
  writer.run();
  return writer.view();
}

/** The text with everything folded that `NormalizeOptions` names; for comparing, never for showing. */
export function fold(text: string): string {
  return normalizedView(text).text;
}

/** Offset of the first unit that the table changes, or the text's length. */
function firstChange(text: string, table: FoldTable, from: number): number {
  let previousBlank = false;
  for (let i = from; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (table.get(unit) !== unit) return i;
    const blank = unit === BLANK;
    if (blank && previousBlank && table.get(0x0a) === BLANK) return i - 1;
    previousBlank = blank;
  }
  return text.length;
}

/** For short texts, words above all: to make an array of its own for a word takes longer than to fold it. */
const SHORT = new Uint16Array(64);
/** Room for what a few ligatures in a text expand to. */
const SPARE = 16;

class ViewWriter {
  private units: Uint16Array;
  /** Made when a unit first has another offset than in the original. */
  private starts: Int32Array | undefined;
  private length = 0;

  constructor(
    private readonly source: string,
    private readonly table: FoldTable,
    private readonly collapse: boolean,
  ) {
    const room = source.length + SPARE;
    this.units = room <= SHORT.length ? SHORT : new Uint16Array(room);
  }

  run(): void {
    for (let i = 0; i < this.source.length; i++) {
      const unit = this.source.charCodeAt(i);
      const mapped = this.table.get(unit);
      if (mapped > BLANK) this.push(mapped, i);
      else this.pushSpecial(unit, mapped, i);
    }
  }

  view(): NormalizedView {
    this.startAt(this.source.length);
    const text = unitsToString(this.units, this.length);
    return new NormalizedView(this.source, text, this.starts?.subarray(0, this.length + 1));
  }

  private pushSpecial(unit: number, mapped: number, at: number): void {
    if (mapped === BLANK) {
      if (!this.collapse || this.units[this.length - 1] !== BLANK || this.length === 0)
        this.push(BLANK, at);
    } else if (mapped === EXPAND && unit > EXPAND) this.expand(unit, at);
    else if (mapped === DROP && unit > 0) this.compose(unit);
    else this.push(unit, at);
  }

  /** A hamza mark makes waw and yeh the letters that are written composed as a rule. */
  private compose(mark: number): void {
    if (mark !== 0x0654 || this.length === 0) return;
    const last = this.units[this.length - 1];
    if (last === 0x0648) this.units[this.length - 1] = 0x0624;
    if (last === 0x064a || last === 0x0649) this.units[this.length - 1] = 0x0626;
  }

  private expand(unit: number, at: number): void {
    const letters = String.fromCharCode(unit)
      .normalize('NFKC')
      .replace(/^[ \u0640](?=[\u064B-\u0652])/, '');
    for (let i = 0; i < letters.length; i++) {
      const letter = letters.charCodeAt(i);
      const mapped = this.table.get(letter);
      if (mapped > BLANK) this.push(mapped, at);
      else if (mapped !== EXPAND) this.pushSpecial(letter, mapped, at);
      else this.push(letter, at);
    }
  }

  private push(unit: number, at: number): void {
    if (this.length + 1 >= this.units.length) this.grow();
    this.units[this.length] = unit;
    this.startAt(at);
    this.length++;
  }

  /** The next unit stands for what is at `at` in the original. */
  private startAt(at: number): void {
    if (this.starts === undefined) {
      if (at === this.length) return;
      this.starts = new Int32Array(this.units.length + 1);
      for (let i = 0; i < this.length; i++) this.starts[i] = i;
    }
    this.starts[this.length] = at;
  }

  private grow(): void {
    const units = new Uint16Array(this.units.length * 2);
    units.set(this.units);
    this.units = units;
    if (this.starts === undefined) return;
    const starts = new Int32Array(units.length + 1);
    starts.set(this.starts);
    this.starts = starts;
  }
}

function isInvisible(unit: number): boolean {
  const kind = unitClass(unit);
  return kind === CharClass.format || (kind === CharClass.joiner && unit !== 0x5f);
}

/** Not yet known. U+FFFF itself, which is no character, is looked up anew each time. */
const UNKNOWN = 0xffff;

/** What each code unit becomes under given options; filled as units are met. */
class FoldTable {
  private readonly units = new Uint16Array(0x10000).fill(UNKNOWN);

  constructor(private readonly options: NormalizeOptions) {}

  get(unit: number): number {
    const mapped = this.units[unit] ?? unit;
    return mapped === UNKNOWN ? this.fill(unit) : mapped;
  }

  private fill(unit: number): number {
    const mapped = mapUnit(unit, this.options);
    this.units[unit] = mapped;
    return mapped;
  }
}

const EVERYTHING: NormalizeOptions = {};
const TABLES = new Map<number, FoldTable>();
/** Callers pass the same constant again and again: by identity it costs one look-up. */
const TABLE_OF = new WeakMap<NormalizeOptions, FoldTable>();

function tableFor(options: NormalizeOptions): FoldTable {
  const known = TABLE_OF.get(options);
  if (known !== undefined) return known;
  const key = FLAGS.reduce(
    (bits, flag, i) => (options[flag] === false ? bits | (1 << i) : bits),
    0,
  );
  let table = TABLES.get(key);
  if (table === undefined) TABLES.set(key, (table = new FoldTable({ ...options })));
  TABLE_OF.set(options, table);
  return table;
}

/** One letter for several: each group lists what is read as its last character. */
const LETTERS: readonly (readonly [keyof NormalizeOptions, string, string])[] = [
  ['alef', 'أإآٱٲٳٵ', 'ا'],
  ['ya', 'ىیےۍې', 'ي'],
  ['ta', 'ةۃۀە', 'ه'],
  ['presentation', 'کڪ', 'ك'],
  ['presentation', 'ھہ', 'ه'],
  ['digits', '٫', '.'],
  ['digits', '٬', ','],
  ['digits', '٪', '%'],
  ['quotes', '“”„‟«»″〝〞＂', '"'],
  ['quotes', '‘’‚‛‹›′`´', "'"],
  ['quotes', '‐‑‒–—―−', '-'],
];

function mapUnit(unit: number, options: NormalizeOptions): number {
  const dropped = mapInvisible(unit, options);
  if (dropped !== undefined) return dropped;
  const char = String.fromCharCode(unit);
  for (const [option, from, to] of LETTERS) {
    if (options[option] !== false && from.includes(char)) return to.charCodeAt(0);
  }
  const digit = digitValue(unit);
  if (digit !== undefined && options.digits !== false) return 0x30 + digit;
  if (options.presentation !== false && isPresentationForm(unit)) return EXPAND;
  if (options.case === false) return unit;
  const lower = char.toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : unit;
}

function mapInvisible(unit: number, options: NormalizeOptions): number | undefined {
  if (unit === TATWEEL) return options.tatweel === false ? unit : DROP;
  if (isTashkeel(unit)) return options.tashkeel === false ? unit : DROP;
  if (unitClass(unit) === CharClass.space) return options.spaces === false ? unit : BLANK;
  if (isInvisible(unit)) return options.spaces === false ? unit : DROP;
  return undefined;
}

function isPresentationForm(unit: number): boolean {
  if (unit < 0xfb50 || unit > 0xfefc || (unit > 0xfdff && unit < 0xfe70)) return false;
  const char = String.fromCharCode(unit);
  return char.normalize('NFKC') !== char;
}
