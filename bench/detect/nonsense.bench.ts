// Texts that no newspaper prints: none may crash or hang the engine, and little is to be found in them.
import { inRoot } from '../../scripts/lib/paths.mjs';
import { random } from '../../test/support/random';
import { loadEngine } from '../lib/loadedEngine';
import { News } from '../lib/news';
import type { Report } from '../lib/report.mjs';
import { timed } from '../lib/timing';

const MILLION = 1_000_000;
const LETTERS = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي';
const PERSIAN =
  'این گزارش درباره بازار میوه در روستای پدرم است و چند نفر از کشاورزان گفتند که باران امسال کم بود';
const URDU =
  'یہ خبر گاؤں کے ایک اسکول کے بارے میں ہے جہاں بچوں نے نئی کتابیں پڑھیں اور اساتذہ بہت خوش تھے';
const LATIN = 'The market opened late because the road along the river was closed after the rain';

export function run(report: Report): void {
  const engine = loadEngine(inRoot('models'));
  engine.suggest(new News(1).text(100_000));
  for (const [name, make] of TEXTS) {
    const text = make(random(5));
    let found = 0;
    const once = { times: 1, warm: 0 };
    const values = timed(
      () => (found = engine.suggest(text).length),
      () => undefined,
      once,
    );
    const reference = { name: 'split(/\\s+/u)', values: timed(split, () => text, once) };
    report.add({ what: `${name}: ${found} suggestions`, values, unit: 'ms', reference });
  }
}

const split = (text: string): unknown => text.split(/\s+/u);

type Next = () => number;

const TEXTS: readonly (readonly [string, (next: Next) => string])[] = [
  ['1 MB without a blank', (next) => repeat(MILLION / 2, () => oneOf(LETTERS, next))],
  ['10 MB without a blank', (next) => repeat(5 * MILLION, () => oneOf(LETTERS, next))],
  ['1 MB of Persian', (next) => sentences(PERSIAN, next, MILLION / 2)],
  ['1 MB of Urdu', (next) => sentences(URDU, next, MILLION / 2)],
  ['1 MB in Latin letters', (next) => sentences(LATIN, next, MILLION)],
  ['1 MB of digits', (next) => repeat(MILLION, () => oneOf('0123456789', next))],
  [
    '1 MB of Arabic digits and blanks',
    (next) => repeat(MILLION / 2, () => oneOf('٠١٢٣٤٥٦٧٨٩ ', next)),
  ],
  [
    '1 MB of tashkeel',
    (next) => repeat(MILLION / 2, () => oneOf('\u064b\u064c\u064e\u064f\u0650\u0651\u0652', next)),
  ],
  [
    '1 MB of lone surrogates',
    (next) => repeat(MILLION / 3, () => String.fromCharCode(0xd800 + Math.floor(next() * 0x800))),
  ],
  [
    '1 MB of quotation marks and cues',
    (next) => repeat(MILLION / 8, () => oneOf(['قال ', '« ', '» ', 'إن '], next)),
  ],
];

function repeat(count: number, make: () => string): string {
  return Array.from({ length: count }, make).join('');
}

/** The words of a sentence in ever new orders, twelve in a line. */
function sentences(source: string, next: Next, length: number): string {
  const words = source.split(' ');
  let text = '';
  for (let i = 0; text.length < length; i++)
    text += oneOf(words, next) + (i % 12 === 11 ? '.\n' : ' ');
  return text;
}

function oneOf(list: ArrayLike<string>, next: Next): string {
  return list[Math.floor(next() * list.length)] ?? '';
}
