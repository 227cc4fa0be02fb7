import type { Annotation } from '../../model/annotation';
import type { Issue } from '../../model/issue';
import { piecesOf } from '../../model/lookup';
import { overlaps } from '../../text/span';
import { removal, type CheckedArticle } from './checkedArticle';

/**
 * The same words under the same label twice, and claims that share content and cue. Where several people
 * annotate one article, the same span by each of them is no double.
 */
export function duplicateIssues(article: CheckedArticle): Issue[] {
  const seen = new Map<string, Annotation>();
  return article.record.annotations.flatMap((annotation): Issue[] => {
    const pieces = piecesOf(annotation).map(({ start, end }) => `${start}-${end}`);
    const key = [annotation.by ?? '', annotation.label, ...pieces].join(' ');
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, annotation);
      return [];
    }
    if (annotation.claim !== undefined && !sharesCue(first, annotation)) return [];
    const { label } = annotation;
    const same = first.note === annotation.note && first.link === annotation.link;
    const finding =
      annotation.claim === undefined
        ? {
            code: 'annotation-twice',
            message: {
              en: `${label} stands twice on the same words`,
              ar: `${label} مكرر على الكلمات نفسها`,
            },
          }
        : {
            code: 'claim-twice',
            message: {
              en: 'two claims share content and cue',
              ar: 'ادعاءان لهما المضمون واللفظ نفسهما',
            },
          };
    const fixes = [removal(annotation, same && annotation.claim === undefined)];
    return [article.issue(annotation, { ...finding, severity: 'warning', fixes })];
  });
}

function sharesCue({ claim: a }: Annotation, { claim: b }: Annotation): boolean {
  return a?.cue !== undefined && b?.cue !== undefined && overlaps(a.cue, b.cue);
}
