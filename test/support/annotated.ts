import type { ExportArticle } from '../../src/core/corpus/exporter';
import type { Annotation, ArticleRecord, QuotedSpan } from '../../src/core/model/annotation';
import { BUILTIN_LABELS } from '../../src/core/model/labels';
import { compareSpans } from '../../src/core/text/span';

const PIECES = [
  'وبالسفارة',
  'للمدرسة',
  'كَتَبَ',
  'العـــراق',
  'قالت',
  'إنّ',
  '“دون',
  'خسائر”',
  '🕌',
  '👨‍👩‍👧',
  '3.5',
  '٢٠٢٦',
  'F-16',
  'بغداد،',
  'الوزير؟',
  'انتهى.',
];
const GAPS = [' ', ' ', ' ', ' ', '  ', '\n', '\n\n', '\u00a0', '\t'];
const KINDS = ['statement', 'denial', 'نوع خاص'];
const MODES = ['direct', 'indirect', 'mixed'];
const LABELS = ['PERS', 'ORG', 'GPE', 'DATE', 'وسم', 'A_B-c', '_u0041_'];

type Random = () => number;

export function pick<T>(random: Random, from: readonly T[]): T {
  const value = from[Math.floor(random() * from.length)];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
}

export function randomText(random: Random): string {
  let text = '';
  const count = Math.floor(random() * 40);
  for (let n = 0; n < count; n += 1) text += pick(random, PIECES) + pick(random, GAPS);
  return text;
}

/** An offset between characters, never inside a surrogate pair. */
function offset(random: Random, text: string): number {
  const at = Math.floor(random() * (text.length + 1));
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at + 1 : at;
}

function randomSpan(random: Random, text: string): QuotedSpan {
  const a = offset(random, text);
  const near = Math.min(text.length, a + Math.floor(random() * 20));
  const b = random() < 0.1 ? a : /[\uDC00-\uDFFF]/.test(text.charAt(near)) ? near + 1 : near;
  return { start: a, end: b, quote: text.slice(a, b) };
}

function randomParts(random: Random, text: string, after: number): QuotedSpan[] {
  const parts: QuotedSpan[] = [];
  let from = after + 1;
  while (from < text.length && parts.length < 2) {
    const rest = randomSpan(random, text);
    if (rest.start >= from && rest.end > rest.start) parts.push(rest);
    from = Math.max(from, rest.end) + 1;
  }
  return parts;
}

function randomAnnotation(random: Random, text: string, id: string): Annotation {
  const span = randomSpan(random, text);
  const parts = random() < 0.2 ? randomParts(random, text, span.end) : [];
  const isClaim = random() < 0.25;
  return {
    id,
    label: isClaim ? 'CLAIM' : pick(random, LABELS),
    ...span,
    ...(parts.length > 0 ? { parts } : {}),
    ...(isClaim
      ? {
          claim: {
            kind: pick(random, KINDS),
            mode: pick(random, MODES),
            ...(random() < 0.7 ? { checkworthy: random() < 0.5 } : {}),
            ...(random() < 0.7 ? { cue: randomSpan(random, text) } : {}),
            ...(random() < 0.5 ? { source: randomSpan(random, text) } : {}),
          },
        }
      : {}),
    ...(random() < 0.3 ? { by: 'مراجع 1', at: '2026-11-23T10:00:00Z' } : {}),
    ...(random() < 0.3 ? { link: pick(random, ['wikidata:Q796', 'https://example.org/a b']) } : {}),
    ...(random() < 0.3 ? { note: pick(random, ['ملاحظة', 'سطر\nآخر', ' فراغ ']) } : {}),
    ...(random() < 0.2 ? { confidence: 0.5 } : {}),
    ...(random() < 0.2 ? { attributes: { gender: 'f', certain: true, rank: 2 } } : {}),
  };
}

/** A random article with everything that a record may hold: nested, overlapping, discontinuous, empty spans. */
export function randomArticle(random: Random): ExportArticle {
  const text = randomText(random);
  const count = Math.floor(random() * 8);
  const annotations = Array.from({ length: count }, (_, n) =>
    randomAnnotation(random, text, `r${n}x`),
  ).sort(compareSpans);
  const record: ArticleRecord = {
    status: pick(random, ['todo', 'in-progress', 'done'] as const),
    annotations,
    rejected: random() < 0.3 ? [{ label: 'ORG', ...randomSpan(random, text) }] : [],
    orphans:
      random() < 0.2 ? [{ id: 'orphan', label: 'GPE', start: 3, end: 9, quote: 'القاهرة' }] : [],
  };
  return { path: 'news/خبر 1.txt', text, record, labels: BUILTIN_LABELS };
}
