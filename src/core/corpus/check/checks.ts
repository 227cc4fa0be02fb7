import type { Issue } from '../../model/issue';
import type { LabelSet } from '../../model/labels';
import type { CheckedArticle } from './checkedArticle';
import { claimSourceIssues } from './claimSources';
import { conflictIssues } from './conflicts';
import { duplicateIssues } from './duplicates';
import { edgeIssues } from './edges';
import { labelIssues } from './labels';

/** All that can be said of an article by itself. */
export function articleIssues(article: CheckedArticle, labels: LabelSet): Issue[] {
  return [
    ...labelIssues(article, labels),
    ...edgeIssues(article),
    ...duplicateIssues(article),
    ...claimSourceIssues(article),
    ...conflictIssues(article),
  ];
}

/** Codes of the checks of consistency: what the editor shows beside what it shows anyway. */
export const CONSISTENCY_CODES: ReadonlySet<string> = new Set([
  'span-empty',
  'span-edge-space',
  'span-punctuation',
  'span-proclitic',
  'annotation-twice',
  'claim-twice',
  'claim-source-beside',
  'label-unusual',
  'label-mixed',
  'mention-untagged',
  'done-with-orphans',
  'done-with-suggestions',
]);
