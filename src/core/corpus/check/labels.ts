import { CLAIM, MODES, type Annotation } from '../../model/annotation';
import type { Issue, Localized } from '../../model/issue';
import { findClaimKind, findLabel, type LabelSet } from '../../model/labels';
import { isolate } from '../../text/bidi';
import type { CheckedArticle } from './checkedArticle';

/** Labels, claim kinds and modes that the label set does not have. */
export function labelIssues(article: CheckedArticle, labels: LabelSet): Issue[] {
  return article.record.annotations.flatMap((annotation) =>
    problems(annotation, labels).map(([code, message]) =>
      article.issue(annotation, { code, severity: 'error', message }),
    ),
  );
}

function problems({ label, claim }: Annotation, labels: LabelSet): [string, Localized][] {
  const found: [string, Localized][] = [];
  if ((label === CLAIM) !== (claim !== undefined)) {
    found.push([
      'claim-without-details',
      {
        en: `the label CLAIM and a claim's kind and mode belong together`,
        ar: `الوسم CLAIM ونوع الادعاء ونمطه لا يفترقان`,
      },
    ]);
  } else if (findLabel(labels, label) === undefined) {
    found.push([
      'label-unknown',
      {
        en: `the label ${isolate(label)} is not in the label set ${labels.name}`,
        ar: `الوسم ${isolate(label)} ليس في مجموعة الوسوم ${labels.name}`,
      },
    ]);
  }
  if (claim !== undefined && findClaimKind(labels, claim.kind) === undefined) {
    found.push([
      'claim-kind-unknown',
      {
        en: `the claim kind ${isolate(claim.kind)} is not in the label set`,
        ar: `نوع الادعاء ${isolate(claim.kind)} ليس في مجموعة الوسوم`,
      },
    ]);
  }
  if (claim !== undefined && !MODES.some((mode) => mode === claim.mode)) {
    found.push([
      'claim-mode-unknown',
      {
        en: `the claim mode ${isolate(claim.mode)} is none of ${MODES.join(', ')}`,
        ar: `نمط الادعاء ${isolate(claim.mode)} ليس من ${MODES.join('، ')}`,
      },
    ]);
  }
  return found;
}
