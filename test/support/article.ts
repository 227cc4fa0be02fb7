import type { ExportArticle } from '../../src/core/corpus/exporter';
import type { Annotation, ArticleRecord, QuotedSpan } from '../../src/core/model/annotation';
import { EMPTY_RECORD } from '../../src/core/model/annotation';
import { BUILTIN_LABELS } from '../../src/core/model/labels';

/** The place of `quote` in `text`, counted from 0 where it occurs more than once. */
export function spanOf(text: string, quote: string, occurrence = 0): QuotedSpan {
  let start = text.indexOf(quote);
  for (let n = 0; n < occurrence; n += 1) start = text.indexOf(quote, start + 1);
  if (start === -1) throw new Error(`'${quote}' is not in the text`);
  return { start, end: start + quote.length, quote };
}

export function entity(text: string, label: string, quote: string, occurrence = 0): Annotation {
  return { id: `e${label.toLowerCase()}${occurrence}`, label, ...spanOf(text, quote, occurrence) };
}

export function articleOf(
  text: string,
  annotations: readonly Annotation[],
  record: Partial<ArticleRecord> = {},
): ExportArticle {
  return {
    path: 'خبر.txt',
    text,
    record: { ...EMPTY_RECORD, status: 'in-progress', annotations, ...record },
    labels: BUILTIN_LABELS,
  };
}
