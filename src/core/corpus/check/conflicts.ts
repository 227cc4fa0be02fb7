import type { Annotation } from '../../model/annotation';
import { conflictOf, DELETED } from '../../model/conflicts';
import type { Issue, Localized } from '../../model/issue';
import { isolate } from '../../text/bidi';
import type { CheckedArticle } from './checkedArticle';

/** What a merge left for a person to decide. */
export function conflictIssues(article: CheckedArticle): Issue[] {
  const { annotations, orphans } = article.record;
  const finding = (annotation: Annotation) =>
    ({ code: 'merge-conflict', severity: 'error', message: message(annotation) }) as const;
  const marked = (annotation: Annotation): boolean => conflictOf(annotation) !== undefined;
  return [
    ...annotations.filter(marked).map((one) => article.issue(one, finding(one))),
    ...orphans
      .filter(marked)
      .map((one): Issue => ({ ...finding(one), file: article.path, annotation: one.id })),
  ];
}

function message(annotation: Annotation): Localized {
  const what = `${annotation.label} ${isolate(annotation.quote)} (${annotation.id})`;
  const other = conflictOf(annotation);
  return other === DELETED
    ? {
        en: `${what} was removed on the other side of a merge: remove it, or the key “conflict”`,
        ar: `${what} حُذف في الجانب الآخر من الدمج: احذفه، أو احذف المفتاح conflict`,
      }
    : {
        en: `${what} was changed on both sides of a merge: choose between it and ${other}`,
        ar: `${what} عُدّل في جانبي الدمج: اختر بينه وبين ${other}`,
      };
}
