import type { Annotation } from '../../model/annotation';
import type { Fix } from '../../model/fix';
import type { Issue } from '../../model/issue';
import { isClaim } from '../../model/lookup';
import { isolate } from '../../text/bidi';
import { segment } from '../../text/proclitics';
import { trimSpan } from '../../text/snap';
import type { Span } from '../../text/span';
import { wordEnd } from '../../text/words';
import type { CheckedArticle } from './checkedArticle';

/** Marks that no name and no claim begins or ends with. Percent signs and slashes of addresses may. */
const MARKS = '.,:;!?…،؛؟"\'“”‘’«»‹›()[]{}-–—';
/** Each half of a pair, and the other. */
const OTHER_HALF = new Map(
  ['()', '[]', '{}', '«»', '“”', '‘’', '‹›', '""'].flatMap(([open = '', close = '']) => [
    [open, close],
    [close, open],
  ]),
);

/** Spans that begin or end where no span should: at nothing, at blanks, at marks, at a proclitic. */
export function edgeIssues(article: CheckedArticle): Issue[] {
  return article.record.annotations.flatMap((annotation) => edgeIssue(article, annotation) ?? []);
}

function edgeIssue(article: CheckedArticle, annotation: Annotation): Issue | undefined {
  const { quote, label } = annotation;
  if (quote === '') {
    const message = { en: `${label} covers nothing`, ar: `${label} لا يغطي شيئًا` };
    return article.issue(annotation, { code: 'span-empty', severity: 'warning', message });
  }
  const bare = trimSpan(article.text, annotation);
  if (quote.trim() !== quote) {
    const message = {
      en: `${label} begins or ends with white space`,
      ar: `${label} يبدأ أو ينتهي بفراغ`,
    };
    const fixes = shrinking(article, annotation, withoutMarks(article.text, bare), true);
    return article.issue(annotation, {
      code: 'span-edge-space',
      severity: 'warning',
      message,
      fixes,
    });
  }
  const inner = withoutMarks(article.text, bare);
  if (inner.start !== annotation.start || inner.end !== annotation.end) {
    const message = {
      en: `${label} ${isolate(quote)} begins or ends with punctuation`,
      ar: `${label} ${isolate(quote)} يبدأ أو ينتهي بعلامة ترقيم`,
    };
    const fixes = shrinking(article, annotation, inner, true);
    return article.issue(annotation, {
      code: 'span-punctuation',
      severity: 'warning',
      message,
      fixes,
    });
  }
  return isClaim(annotation) ? undefined : procliticIssue(article, annotation);
}

/** A name that takes in the و, ب or ل written onto it. */
function procliticIssue(article: CheckedArticle, annotation: Annotation): Issue | undefined {
  const { start, end, label, quote } = annotation;
  const word = article.text.slice(start, wordEnd(article.text, start, end));
  const { proclitics, stem, stemStart } = segment(word);
  if (proclitics.length === 0 || stem.length < 2) return undefined;
  const message = {
    en: `${label} ${isolate(quote)} begins with the proclitic ${isolate(proclitics.join(''))}`,
    ar: `${label} ${isolate(quote)} يبدأ بما ليس منه: ${isolate(proclitics.join(''))}`,
  };
  const fixes = shrinking(article, annotation, { start: start + stemStart, end }, false);
  return article.issue(annotation, { code: 'span-proclitic', severity: 'warning', message, fixes });
}

function shrinking(
  article: CheckedArticle,
  annotation: Annotation,
  to: Span,
  safe: boolean,
): Fix[] {
  if (to.end <= to.start) return [];
  const words = isolate(article.slice(to));
  const title = { en: `Shrink to ${words}`, ar: `قلّصه إلى ${words}` };
  return [{ title, operation: article.respanned(annotation, to), safe }];
}

/**
 * The span without marks at its edges. A bracket or quotation mark stays where its other half is inside
 * the span, and so does the dot of a single letter.
 */
function withoutMarks(text: string, s: Span): Span {
  let { start, end } = s;
  while (end - start > 1) {
    const within = text.slice(start + 1, end - 1);
    const loose = (mark: string): boolean =>
      MARKS.includes(mark) && !within.includes(OTHER_HALF.get(mark) ?? '\0');
    if (loose(text.charAt(start))) start++;
    else if (loose(text.charAt(end - 1)) && !isAbbreviation(text, end)) end--;
    else return { start, end };
    ({ start, end } = trimSpan(text, { start, end }));
  }
  return MARKS.includes(text.charAt(start)) ? s : { start, end };
}

/** `أ.` and `U.S.`: a dot after a single letter belongs to it. */
function isAbbreviation(text: string, end: number): boolean {
  return /(?:^|[\s.])\p{L}\.$/u.test(text.slice(Math.max(0, end - 4), end));
}
