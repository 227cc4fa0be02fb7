import type { Annotation, ClaimDetails, QuotedSpan, Scalar } from '../../src/core/model/annotation';
import type { Rejection } from '../../src/core/model/annotation';
import type { SidecarData } from '../../src/core/sidecar/sidecar';

/** Pieces that YAML, or one of its versions, might take for something else. */
export const TRICKY: readonly string[] = [
  'no',
  'Yes',
  'y',
  'null',
  '~',
  'true',
  '12:30',
  '2024-01-01',
  '2026-11-20T10:00:00Z',
  '1e5',
  '0x1F',
  '0o17',
  '1_000',
  '.5',
  '.inf',
  '- قائمة',
  'مفتاح: قيمة',
  'قول #وسم',
  '"اقتباس"',
  "'مفرد'",
  'سطر\nثان',
  'جدول\tهنا',
  '\\',
  '\u200fعلامة',
  '\u2067عزل\u2069',
  'كتا\u0640\u0640ب',
  'مُشَكَّل',
  '😀 وجه',
  '\ud83d',
  'ذيل \udc00',
  '\u0000',
  '\u007f\u0085',
  '\u2028',
  '\ufeff',
  '',
  ' ',
  ' حافة ',
  '---',
  '...',
  '{a: 1}',
  '[1, 2]',
  '&مرساة',
  '*إحالة',
  '!وسم',
  '%نسبة',
  '@من',
  '`شرطة`',
  '=',
  '<<',
  '?',
  '|',
  '>-',
  '،فاصلة',
  'wikidata:Q796',
  'https://example.org/a?b=c#d',
  'a:',
  ':a',
  'annotator-1',
];

const WORDS = ['وزارة', 'الخارجية', 'بغداد', 'قالت', 'إنّ', '«نعم»', '٣٫٥', 'F-16', 'رئيس'];

/** Random data in a sidecar's shape, from numbers in `[0, 1)`. */
export class DataMaker {
  constructor(private readonly random: () => number) {}

  int(below: number): number {
    return Math.floor(this.random() * below);
  }

  chance(share: number): boolean {
    return this.random() < share;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.int(items.length)];
    if (item === undefined) throw new Error('nothing to pick');
    return item;
  }

  text(): string {
    if (this.chance(0.3)) return this.pick(TRICKY);
    const words = Array.from({ length: 1 + this.int(5) }, () => this.pick(WORDS));
    return words.join(this.chance(0.1) ? '\n' : ' ');
  }

  name(): string {
    return this.text() || 'X';
  }

  span(): QuotedSpan {
    const start = this.int(300);
    return { start, end: start + 1 + this.int(40), quote: this.text() };
  }

  claim(): ClaimDetails {
    return {
      kind: this.pick(['statement', 'denial', 'other', 'no', 'خاص']),
      mode: this.pick(['direct', 'indirect', 'mixed']),
      ...(this.chance(0.7) ? { checkworthy: this.chance(0.5) } : {}),
      ...(this.chance(0.7) ? { cue: this.span() } : {}),
      ...(this.chance(0.5) ? { source: this.span() } : {}),
    };
  }

  scalar(): Scalar {
    if (this.chance(0.4)) return this.text();
    return this.pick<Scalar>([true, false, 0, 1, -1.5, 1e21, 5e-7, 12345678901234, 0.1]);
  }

  annotation(id: string): Annotation {
    const isClaim = this.chance(0.3);
    return {
      id,
      label: isClaim ? 'CLAIM' : this.pick(['PERS', 'ORG', 'GPE', 'no', 'y', 'شخص', '12']),
      ...this.span(),
      ...(this.chance(0.7) ? { prefix: this.text(), suffix: this.text() } : {}),
      ...(this.chance(0.1) ? { parts: [this.span(), this.span()] } : {}),
      ...(isClaim ? { claim: this.claim() } : {}),
      ...(this.chance(0.7) ? { by: this.text() } : {}),
      ...(this.chance(0.7) ? { at: '2026-11-20T10:00:00Z' } : {}),
      ...(this.chance(0.2) ? { link: this.pick(['wikidata:Q796', 'no', '12:30']) } : {}),
      ...(this.chance(0.2) ? { note: this.text() } : {}),
      ...(this.chance(0.2) ? { confidence: this.int(11) / 10 } : {}),
      ...(this.chance(0.2) ? { attributes: this.attributes() } : {}),
    };
  }

  attributes(): Record<string, Scalar> {
    const names = ['gender', 'no', 'سمة', 'a b', '12', 'x:y', '#', 'on', 'constructor'];
    const entries = Array.from({ length: 1 + this.int(3) }, () => [
      this.pick(names),
      this.scalar(),
    ]);
    return Object.fromEntries(entries) as Record<string, Scalar>;
  }

  rejection(): Rejection {
    return { label: this.pick(['ORG', 'no', 'شخص']), ...this.span() };
  }

  /** In the order in which it is written. */
  data(most: number = 8): SidecarData {
    const annotations = Array.from({ length: this.int(most) }, (_, index) =>
      this.annotation(this.chance(0.1) ? `${index}0` : `a${index}`),
    );
    const rejected = Array.from({ length: this.int(4) }, () => this.rejection());
    return {
      article: {
        file: this.pick(['embassy.txt', 'مقال 1.txt', '2024-01-01.txt', 'no', "it's.txt"]),
        ...(this.chance(0.8) ? { sha256: this.pick(['ab12'.repeat(16), '1'.repeat(64)]) } : {}),
        unit: 'codepoint',
      },
      status: this.pick(['todo', 'in-progress', 'done'] as const),
      annotations: annotations.sort(
        (a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1),
      ),
      rejected: rejected.sort(
        (a, b) =>
          a.start - b.start ||
          b.end - a.end ||
          compare(a.label, b.label) ||
          compare(a.quote, b.quote),
      ),
    };
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
