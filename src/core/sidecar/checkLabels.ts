import type { Annotation } from '../model/annotation';
import type { Issue, Localized } from '../model/issue';
import { findClaimKind, findLabel, type LabelSet } from '../model/labels';
import { LineIndex } from '../text/lineIndex';
import { shown } from './problems';
import type { Sidecar } from './sidecar';

/**
 * Labels and claim kinds of a sidecar that the label set does not have, each a warning at its annotation's
 * line; such annotations are kept and shown all the same. `file` names the sidecar.
 */
export function checkLabels(sidecar: Sidecar, labels: LabelSet, file: string): readonly Issue[] {
  const lines = new LineIndex(sidecar.source);
  const places = sidecar.layout?.annotations.items;
  return sidecar.data.annotations.flatMap((annotation, index): Issue[] => {
    const problem = problemOf(annotation, labels);
    if (problem === undefined) return [];
    const at = places?.[index]?.start;
    const place = at === undefined ? {} : { line: lines.lineAt(at) + 1, column: 1 };
    return [{ ...problem, severity: 'warning', file, ...place, annotation: annotation.id }];
  });
}

function problemOf(
  annotation: Annotation,
  labels: LabelSet,
): { readonly code: string; readonly message: Localized } | undefined {
  const { label, claim } = annotation;
  if (findLabel(labels, label) === undefined) {
    const message = {
      en: `The label “${label}” is not in the label set “${labels.name}”`,
      ar: `الوسم ${shown(label)} ليس في مجموعة الوسوم ${shown(labels.name)}`,
    };
    return { code: 'unknown-label', message };
  }
  if (claim !== undefined && findClaimKind(labels, claim.kind) === undefined) {
    const message = {
      en: `The claim kind “${claim.kind}” is not in the label set “${labels.name}”`,
      ar: `نوع الادعاء ${shown(claim.kind)} ليس في مجموعة الوسوم ${shown(labels.name)}`,
    };
    return { code: 'unknown-claim-kind', message };
  }
  return undefined;
}
