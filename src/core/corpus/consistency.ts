import type { Annotation } from '../model/annotation';
import type { Issue } from '../model/issue';
import { isolate } from '../text/bidi';
import { fold } from '../text/normalize';
import { Tally } from './manifest';

interface Use {
  readonly label: string;
  readonly issueAt: Pick<Issue, 'file' | 'line' | 'column' | 'annotation'>;
}

/** So many uses under one label make it the rule for a name; below that both may be right. */
const RULE = 3;
/** Of each name so many uses are kept to be shown; counts go on. */
const KEPT = 50;

/**
 * Finds names that are labelled one way almost always and another way here and there. Names are compared
 * folded: without tashkeel, tatweel and variants of alef. Claims have no label to compare.
 */
export class Consistency {
  private readonly names = new Map<string, { labels: Tally; uses: Use[]; quote: string }>();

  add(annotation: Annotation, issueAt: Use['issueAt']): void {
    if (annotation.claim !== undefined) return;
    const key = fold(annotation.quote);
    const name = this.names.get(key) ?? { labels: new Tally(), uses: [], quote: annotation.quote };
    name.labels.add(annotation.label);
    if (name.uses.length < KEPT) name.uses.push({ label: annotation.label, issueAt });
    this.names.set(key, name);
  }

  issues(): Issue[] {
    return [...this.names.values()].flatMap(({ labels, uses, quote }) => {
      const counts = Object.entries(labels.toCounts()).sort((a, b) => b[1] - a[1]);
      const [rule, next] = counts;
      if (rule === undefined || next === undefined || rule[1] < RULE || rule[1] < 2 * next[1]) {
        return [];
      }
      const [usual, count] = rule;
      return uses
        .filter(({ label }) => label !== usual)
        .map(({ label, issueAt }): Issue => ({
          code: 'label-unusual',
          severity: 'warning',
          message: {
            en: `${isolate(quote)} is ${label} here and ${usual} ${count} times in the corpus`,
            ar: `${isolate(quote)} وُسم هنا ${label} ووُسم ${usual} في المدونة ${count} مرات`,
          },
          ...issueAt,
        }));
    });
  }
}
