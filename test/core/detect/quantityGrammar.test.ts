import assert from 'node:assert/strict';
import { easternDigits, numberWords, type Case } from '../../support/arabicNumbers';
import { random, rounds } from '../../support/random';
import { entitiesWith } from './support';

const LABELS = ['CARDINAL', 'ORDINAL', 'PERCENT', 'MONEY', 'QUANTITY', 'TIME', 'DATE'];
const ROUNDS = rounds(150);

type Chance = () => number;

function pick<T>(chance: Chance, list: readonly T[]): T {
  const picked = list[Math.floor(chance() * list.length)];
  if (picked === undefined) throw new Error('picked from an empty list');
  return picked;
}

function whole(chance: Chance, from: number, to: number): number {
  return from + Math.floor(chance() * (to - from + 1));
}

/** A number in either kind of digits or in words, small ones as likely as large ones. */
function amount(chance: Chance): string {
  const n = whole(chance, 3, 10 ** whole(chance, 1, 8));
  const value = pick<Case>(chance, ['nominative', 'oblique']);
  const scaled = `${whole(chance, 11, 99)} ${pick(chance, ['ألف', 'مليون', 'مليار'])}`;
  const figures = pick(chance, [String(n), n.toLocaleString('en'), `${n % 100}.5`, scaled]);
  return pick(chance, [figures, easternDigits(figures), numberWords(n, value)]);
}

const MONTHS = [
  'يناير',
  'كانون الثاني',
  'جانفي',
  'تشرين الأول/أكتوبر',
  'أغسطس (آب)',
  'دجنبر',
  'ربيع الآخر',
  'ذي الحجة',
];
const DAYS = ['الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'];
const PARTS = ['مساء', 'صباح', 'فجر', 'ظهر', 'ليل'];
const EDGES = ['نهاية', 'مطلع', 'أواخر', 'منتصف', 'أوائل'];

/** A date of the kinds that news has. */
function date(chance: Chance): string {
  const day = String(whole(chance, 1, 28));
  const year = String(whole(chance, 1900, 2030));
  const month = pick(chance, MONTHS);
  const weekday = pick(chance, DAYS);
  return pick(chance, [
    `${day} ${month} ${year}`,
    `${easternDigits(day)} ${month} ${easternDigits(year)}`,
    `${day} من ${month}`,
    `${weekday} ${day} ${month} ${year}`,
    `يوم ${weekday}`,
    `${pick(chance, PARTS)} ${weekday}`,
    `${pick(chance, PARTS)} أمس`,
    `${weekday} ${pick(chance, ['الماضي', 'المقبل'])}`,
    `عام ${year}`,
    `عامي ${year} و${year}`,
    `${pick(chance, EDGES)} عام ${year}`,
    `${pick(chance, EDGES)} ${year}`,
    `${pick(chance, EDGES)} ${pick(chance, ['العام', 'الشهر', 'القرن'])}`,
    `${pick(chance, ['الشهر', 'العام', 'الأسبوع', 'العقد'])} ${pick(chance, ['الماضي', 'الجاري', 'المقبل'])}`,
    `السنوات ${pick(chance, ['الثلاث', 'العشر', 'القليلة'])} الماضية`,
    `الربع ${pick(chance, ['الأول', 'الثالث'])} من عام ${year}`,
    `القرن ${pick(chance, ['السابع', 'التاسع عشر', 'الحادي والعشرين'])} الميلادي`,
    `${pick(chance, ['سبعينيات', 'تسعينات'])} القرن الماضي`,
    `${pick(chance, ['صيف', 'شتاء', 'خريف'])} ${year}`,
  ]);
}

function time(chance: Chance): string {
  const hour = whole(chance, 1, 12);
  const minutes = String(whole(chance, 10, 59));
  const part = pick(chance, ['صباحا', 'مساء', 'بعد الظهر']);
  const zone = pick(chance, ['', ' بتوقيت غرينتش', ' بالتوقيت المحلي']);
  return pick(chance, [
    `الساعة ${hour}:${minutes} ${part}${zone}`,
    `الساعة ${easternDigits(`${hour}:${minutes}`)}${zone}`,
    `الساعة ${pick(chance, ['الثامنة', 'الحادية عشرة', 'الثالثة والنصف', 'الخامسة إلا ربعا'])} ${part}${zone}`,
  ]);
}

/** Label → a sentence's words around the expression, and the expression. */
const GRAMMAR: Readonly<Record<string, (chance: Chance) => readonly [string, string, string]>> = {
  CARDINAL: (chance) => ['وأضاف أن المصنع أنتج ', amount(chance), ' سيارة هناك'],
  MONEY: (chance) => [
    'وبلغت قيمة العقد ',
    `${amount(chance)} ${pick(chance, ['دولار', 'دولار أمريكي', 'يورو', 'جنيه إسترليني', 'درهما', 'ليرة سورية'])}`,
    ' وفق الاتفاق',
  ],
  PERCENT: (chance) => [
    'وارتفعت الأسعار بنسبة ',
    `${amount(chance)}${pick(chance, ['%', ' %', ' في المئة', ' بالمئة', '٪'])}`,
    ' عما كانت',
  ],
  QUANTITY: (chance) => [
    'ويقع الحقل على مسافة ',
    `${amount(chance)} ${pick(chance, ['كيلومترا', 'كم', 'مترا مربعا', 'ميلا بحريا', 'ساعة', 'دقيقة', 'طنا'])}`,
    ' من هناك',
  ],
  DATE: (chance) => ['وافتتح المعرض في ', date(chance), '.'],
  TIME: (chance) => ['وبدأ البث عند ', time(chance), '.'],
};

describe('expressions made from a grammar', () => {
  for (const [label, make] of Object.entries(GRAMMAR)) {
    it(`finds ${label} whole and nothing beside it`, () => {
      for (let seed = 0; seed < ROUNDS; seed++) {
        const [before, expression, after] = make(random(seed));
        const found = entitiesWith(before + expression + after, ...LABELS);
        assert.deepEqual(found, [`${label}:${expression}`], `seed ${seed}`);
      }
    });
  }
});
