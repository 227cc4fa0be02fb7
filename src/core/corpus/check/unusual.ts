import type { Issue } from '../../model/issue';
import { isolate } from '../../text/bidi';
import { sameSpan } from '../../text/span';
import { nameKey } from '../search/extract';
import { retagging, type CheckedArticle } from './checkedArticle';
import type { NameBook } from './nameBook';

/** Names that are labelled one way almost always and another way here. */
export function unusualIssues(article: CheckedArticle, book: NameBook): Issue[] {
  return article.entities.flatMap((annotation): Issue[] => {
    const rule = book.rule(nameKey(annotation.quote));
    if (rule === undefined || rule.label === annotation.label) return [];
    const { label, quote } = annotation;
    const both = article.entities.some(
      (other) => other.label === rule.label && sameSpan(other, annotation),
    );
    if (both) return [];
    const message = {
      en: `${isolate(quote)} is ${label} here and ${rule.label} ${rule.count} times in the corpus`,
      ar: `${isolate(quote)} وُسم هنا ${label} ووُسم ${rule.label} في المدونة ${rule.count} مرات`,
    };
    const fixes = [retagging(annotation, rule.label)];
    return [
      article.issue(annotation, { code: 'label-unusual', severity: 'warning', message, fixes }),
    ];
  });
}

/** Names that have two labels in this article and no rule in the corpus: at each use but the first. */
export function mixedIssues(article: CheckedArticle, book: NameBook): Issue[] {
  const first = new Map<string, (typeof article.entities)[number]>();
  return article.entities.flatMap((annotation): Issue[] => {
    const key = nameKey(annotation.quote);
    const known = first.get(key);
    if (known === undefined) {
      if (key !== '') first.set(key, annotation);
      return [];
    }
    if (known.label === annotation.label || sameSpan(known, annotation)) return [];
    if (book.rule(key) !== undefined) return [];
    const message = {
      en: `${isolate(annotation.quote)} is ${annotation.label} here and ${known.label} above`,
      ar: `${isolate(annotation.quote)} وُسم هنا ${annotation.label} ووُسم فوقه ${known.label}`,
    };
    const fixes = [retagging(annotation, known.label), retagging(known, annotation.label)];
    return [article.issue(annotation, { code: 'label-mixed', severity: 'info', message, fixes })];
  });
}
