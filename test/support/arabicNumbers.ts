/** Number words as news writes them, in the nominative or the oblique case. */

export type Case = 'nominative' | 'oblique';

const MASCULINE = [
  '',
  'واحد',
  '',
  'ثلاثة',
  'أربعة',
  'خمسة',
  'ستة',
  'سبعة',
  'ثمانية',
  'تسعة',
  'عشرة',
];
const TENS = ['', '', 'عشر', 'ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثمان', 'تسع'];
const HUNDREDS = ['', '', '', 'ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثمان', 'تسع'];

function two(value: Case): string {
  return value === 'nominative' ? 'اثنان' : 'اثنين';
}

function belowHundred(n: number, value: Case): string {
  if (n === 2) return two(value);
  if (n <= 10) return MASCULINE[n] ?? '';
  const unit = n % 10;
  if (n < 20) {
    if (unit === 1) return 'أحد عشر';
    if (unit === 2) return value === 'nominative' ? 'اثنا عشر' : 'اثني عشر';
    return `${MASCULINE[unit] ?? ''} عشر`;
  }
  const ten = `${TENS[Math.floor(n / 10)] ?? ''}${value === 'nominative' ? 'ون' : 'ين'}`;
  if (unit === 0) return ten;
  return `${unit === 2 ? two(value) : (MASCULINE[unit] ?? '')} و${ten}`;
}

function hundreds(n: number, value: Case): string {
  if (n === 1) return 'مئة';
  if (n === 2) return value === 'nominative' ? 'مئتان' : 'مئتين';
  return `${HUNDREDS[n] ?? ''}مئة`;
}

function belowThousand(n: number, value: Case): string {
  const [hundred, rest] = [Math.floor(n / 100), n % 100];
  const parts = [
    ...(hundred > 0 ? [hundreds(hundred, value)] : []),
    ...(rest > 0 ? [belowHundred(rest, value)] : []),
  ];
  return parts.join(' و');
}

interface Scale {
  readonly one: string;
  readonly two: readonly [nominative: string, oblique: string];
  readonly few: string;
  readonly many: string;
}

const THOUSAND: Scale = { one: 'ألف', two: ['ألفان', 'ألفين'], few: 'آلاف', many: 'ألف' };
const MILLION: Scale = { one: 'مليون', two: ['مليونان', 'مليونين'], few: 'ملايين', many: 'مليون' };

function scaled(n: number, scale: Scale, value: Case): string {
  if (n === 1) return scale.one;
  if (n === 2) return scale.two[value === 'nominative' ? 0 : 1];
  const few = n % 100 >= 3 && n % 100 <= 10;
  return `${belowThousand(n, value)} ${few ? scale.few : scale.many}`;
}

/** The words for a whole number from 3 to 999,999,999. */
export function numberWords(n: number, value: Case): string {
  const [millions, thousands, rest] = [Math.floor(n / 1e6), Math.floor(n / 1e3) % 1e3, n % 1e3];
  const parts = [
    ...(millions > 0 ? [scaled(millions, MILLION, value)] : []),
    ...(thousands > 0 ? [scaled(thousands, THOUSAND, value)] : []),
    ...(rest > 0 ? [belowThousand(rest, value)] : []),
  ];
  return parts.join(' و');
}

/** The same figures in Eastern Arabic digits. */
export function easternDigits(figures: string): string {
  return figures.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)));
}
