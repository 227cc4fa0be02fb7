import type { Issue } from '../../model/issue';
import type { CheckedArticle } from './checkedArticle';

/** An article that is marked done and is not. `suggestions` is how many are undecided, where that is known. */
export function statusIssues(
  { path: file, record }: CheckedArticle,
  suggestions: number | undefined,
): Issue[] {
  const { status, orphans } = record;
  if (status !== 'done') return [];
  const issues: Issue[] = [];
  if (orphans.length > 0) {
    const message = {
      en: `the article is done, but ${orphans.length} of its annotations have lost their place`,
      ar: `المقال منجز لكن ${orphans.length} من حواشيه بلا موضع`,
    };
    issues.push({ code: 'done-with-orphans', severity: 'error', message, file });
  }
  if (suggestions !== undefined && suggestions > 0) {
    const message = {
      en: `the article is done, but ${suggestions} suggestions are undecided`,
      ar: `المقال منجز لكن ${suggestions} من الاقتراحات لم يُبتّ فيها`,
    };
    const title = { en: 'Mark it as in progress', ar: 'اجعل حالته: قيد العمل' };
    const fix = {
      title,
      operation: { type: 'status', status: 'in-progress' },
      safe: false,
    } as const;
    issues.push({ code: 'done-with-suggestions', severity: 'info', message, file, fixes: [fix] });
  }
  return issues;
}
