import type { ExportArticle } from '../corpus/exporter';
import type { Annotation, QuotedSpan } from '../model/annotation';
import type { Issue, Localized, Severity } from '../model/issue';

/** An issue about an article's annotation, or about the article as a whole. */
export function articleIssue(
  article: Pick<ExportArticle, 'path'>,
  code: string,
  message: Localized,
  annotation?: Annotation,
  severity: Severity = 'warning',
): Issue {
  const issue: Issue = { code, severity, message, file: article.path };
  if (annotation === undefined) return issue;
  const { id, start, end } = annotation;
  return { ...issue, annotation: id, span: { start, end } };
}

/** What a format has no place for beside the annotations themselves. */
export interface Uncarried {
  readonly status?: boolean;
  readonly rejected?: boolean;
  readonly orphans?: boolean;
}

/** Losses for the parts of a record that are not annotations, where there are any. */
export function recordLosses(article: ExportArticle, lost: Uncarried): Issue[] {
  const { status, rejected, orphans, annotations } = article.record;
  const issues: Issue[] = [];
  if (lost.status === true && status !== statusOfImport(annotations.length)) {
    issues.push(
      articleIssue(article, 'status-not-carried', {
        en: `the article's status '${status}' is not carried`,
        ar: `لا تنقل الصيغة حالة المقال '${status}'`,
      }),
    );
  }
  if (lost.rejected === true) {
    for (const rejection of rejected) {
      issues.push({
        ...articleIssue(article, 'rejection-not-carried', {
          en: `the rejection of ${rejection.label} is not carried`,
          ar: `لا تنقل الصيغة رفض اقتراح ${rejection.label}`,
        }),
        span: { start: rejection.start, end: rejection.end },
      });
    }
  }
  if (lost.orphans === true) {
    for (const orphan of orphans) {
      issues.push({
        ...articleIssue(article, 'orphan-not-carried', {
          en: `the orphan ${orphan.id} (${orphan.label}) has no place in the text and is not carried`,
          ar: `الحاشية ${orphan.id} (${orphan.label}) بلا موضع في النص ولا تُنقل`,
        }),
        annotation: orphan.id,
      });
    }
  }
  return issues;
}

/** The status that an import gives where the format has none. */
export function statusOfImport(annotations: number): 'todo' | 'in-progress' {
  return annotations > 0 ? 'in-progress' : 'todo';
}

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Half characters cannot be written as UTF-8: a text file gets U+FFFD for each. */
export function textLosses(article: ExportArticle): Issue[] {
  if (!LONE_SURROGATE.test(article.text)) return [];
  return [
    articleIssue(article, 'half-character-replaced', {
      en: 'the text holds half of a surrogate pair, which no UTF-8 file can carry; U+FFFD stands for it',
      ar: 'في النص نصف زوج بديل لا يحمله ملف UTF-8؛ حل محله U+FFFD',
    }),
  ];
}

/**
 * Content of a text file whose characters readers count from 0: text that itself starts with U+FEFF
 * gets a byte order mark before it, since readers take the first one away.
 */
export function textFile(text: string): string {
  return text.startsWith('\uFEFF') ? `\uFEFF${text}` : text;
}

/** All pieces of an annotation's span, in text order. */
export function piecesOf(annotation: Annotation): readonly QuotedSpan[] {
  const { start, end, quote, parts = [] } = annotation;
  return [{ start, end, quote }, ...parts];
}
