import { random } from './random';

const PERSIAN = 'وزیر گفت که مردم شهر در بازار میوه و نان تازه را از دکان پدر خریدند';

/** The words of a sentence in other orders, ten in a line: in many lines few letters are of one language alone. */
function shuffledLines(sentence: string, lines: number): string {
  const words = sentence.split(' ');
  const next = random(9);
  const line = (): string =>
    Array.from({ length: 10 }, () => words[Math.floor(next() * words.length)]).join(' ');
  return Array.from({ length: lines }, line).join('.\n');
}

/** Texts that are no Arabic news: what each is, the text, and how many suggestions are few for it. */
export const NONSENSE: readonly (readonly [what: string, text: string, few: number])[] = [
  ['nothing', '', 0],
  ['Latin only', 'The minister said on 3 January 2020 that 14 people were hurt. '.repeat(2_000), 0],
  ['digits only', '0123456789 '.repeat(20_000), 0],
  ['Arabic digits only', '٠١٢٣٤٥٦٧٨٩'.repeat(20_000), 0],
  ['a table of Arabic digits', '٠١٢٣ ٤٥ ٦٧٨ ٩\n'.repeat(5_000), 0],
  ['a megabyte of one letter', 'ب'.repeat(1_000_000), 0],
  ['a megabyte without a space', 'قالالوزيرإنالحكومة'.repeat(55_000), 0],
  ['only tashkeel', '\u064e\u0651\u064f'.repeat(50_000), 0],
  ['only tatweel', 'ـ'.repeat(100_000), 0],
  ['lone surrogates', '\ud800\udc00\ud800'.repeat(20_000), 0],
  ['lone surrogates in Arabic', 'كلمة\udc00\ud800 '.repeat(5_000), 0],
  [
    'Persian',
    'وزیر باران را دید و گفت: «مدیر شرکت در تهران ۲۰ کتاب به مردم ایران داد». '.repeat(400),
    5,
  ],
  ['Persian words in any order', shuffledLines(PERSIAN, 400), 60],
  ['Urdu', 'صدر نے لاہور کے بارے میں کہا: «وزیر اعظم پاکستان ۵ جنوری کو آئیں گے»۔ '.repeat(400), 5],
  ['HTML', '<div class="a"><p dir="rtl">نص</p><br/></div>\n'.repeat(3_000), 0],
  ['base64', 'QWxsYWh1IGFrYmFyIGFiY2RlZmdoaWprbG1ub3A='.repeat(5_000), 0],
  ['quotation marks', '«»"“”'.repeat(20_000) + 'نص', 0],
  ['open quotation marks', '« '.repeat(50_000) + 'نص', 0],
  ['parentheses', '('.repeat(100_000) + 'نص' + ')'.repeat(100_000), 0],
  ['line feeds', '\n'.repeat(200_000) + 'نص', 0],
  ['bidi controls', '\u2067\u2069\u200f'.repeat(50_000) + 'نص', 0],
  ['the same word', 'كلمة '.repeat(50_000), 0],
];
