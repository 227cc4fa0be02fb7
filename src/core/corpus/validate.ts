import type { Annotation } from '../model/annotation';
import { CLAIM, MODES } from '../model/annotation';
import { conflictOf, DELETED } from '../model/conflicts';
import type { Issue, Localized } from '../model/issue';
import type { LabelSet } from '../model/labels';
import { findClaimKind, findLabel } from '../model/labels';
import { isolate } from '../text/bidi';
import { LineIndex } from '../text/lineIndex';
import { overlaps } from '../text/span';
import { Consistency } from './consistency';
import type { Files } from './files';
import type { LoadedArticle } from './load';
import { loadArticle } from './load';
import { saveAnchors } from './reanchor';
import type { ArticleEntry } from './walk';
import { SIDECAR_SUFFIX } from './walk';

export interface ValidateRequest {
  readonly files: Files;
  readonly root: string;
  readonly labels: LabelSet;
  readonly entries: readonly ArticleEntry[];
  readonly strays: readonly string[];
  /** Writes the sidecars of articles whose annotations were found at another place. */
  readonly fix: boolean;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface ValidateReport {
  /** Files named relative to the root; an article's issues with line and column. */
  readonly issues: readonly Issue[];
  readonly articles: number;
  readonly annotations: number;
  /** Paths of sidecars that `fix` wrote. */
  readonly fixed: readonly string[];
  /** Whether some file could not be read at all. */
  readonly unreadable: boolean;
}

/** Checks sidecars, anchors, the label set and consistency over the corpus. */
export async function validateCorpus(request: ValidateRequest): Promise<ValidateReport> {
  const { files, root, entries, strays, labels } = request;
  const issues: Issue[] = strays.map(strayIssue);
  const consistency = new Consistency();
  const fixed: string[] = [];
  let annotations = 0;
  let unreadable = false;
  for (const [at, entry] of entries.entries()) {
    const load = await loadArticle(files, root, entry);
    request.onProgress?.(at + 1, entries.length);
    if (!load.ok) {
      issues.push(...load.issues);
      unreadable = true;
      continue;
    }
    const { article } = load;
    const repaired =
      request.fix && article.moved.length > 0 && (await saveAnchors(files, root, article));
    if (repaired) fixed.push(entry.path + SIDECAR_SUFFIX);
    issues.push(...load.issues.filter(({ code }) => !repaired || code !== 'anchor-moved'));
    annotations += article.record.annotations.length;
    const checker = new ArticleChecker(article, labels);
    issues.push(...checker.issues());
    for (const annotation of article.record.annotations) {
      consistency.add(annotation, checker.place(annotation));
    }
  }
  issues.push(...consistency.issues());
  return { issues, articles: entries.length, annotations, fixed, unreadable };
}

function strayIssue(file: string): Issue {
  return {
    code: 'sidecar-without-article',
    severity: 'error',
    message: {
      en: 'the article of this sidecar is not there',
      ar: 'المقال صاحب هذا الملف الجانبي غير موجود',
    },
    file,
  };
}

class ArticleChecker {
  private readonly lines: LineIndex;

  constructor(
    private readonly article: LoadedArticle,
    private readonly labels: LabelSet,
  ) {
    this.lines = new LineIndex(article.text);
  }

  issues(): Issue[] {
    const { annotations, orphans, status } = this.article.record;
    const found = annotations.flatMap((annotation) => [
      ...this.names(annotation),
      ...this.edges(annotation),
    ]);
    found.push(...this.repeated(annotations), ...this.conflicts());
    if (status === 'done' && orphans.length > 0) {
      const message = {
        en: `the article is done, but ${orphans.length} of its annotations have lost their place`,
        ar: `المقال منجز لكن ${orphans.length} من حواشيه بلا موضع`,
      };
      found.push({
        code: 'done-with-orphans',
        severity: 'error',
        message,
        file: this.article.path,
      });
    }
    return found;
  }

  /** What a merge left for a person to decide. */
  private conflicts(): Issue[] {
    const { annotations, orphans } = this.article.record;
    const message = (annotation: Annotation): Localized => {
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
    };
    const marked = (annotation: Annotation): boolean => conflictOf(annotation) !== undefined;
    return [
      ...annotations
        .filter(marked)
        .map((one) => this.issue(one, 'merge-conflict', 'error', message(one))),
      ...orphans.filter(marked).map((one): Issue => {
        const { path: file } = this.article;
        const code = 'merge-conflict';
        return { code, severity: 'error', message: message(one), file, annotation: one.id };
      }),
    ];
  }

  place({ start, end, id }: Annotation) {
    const { line, character } = this.lines.positionAt(start);
    return {
      file: this.article.path,
      line: line + 1,
      column: character + 1,
      span: { start, end },
      annotation: id,
    };
  }

  private issue(
    annotation: Annotation,
    code: string,
    severity: Issue['severity'],
    message: Localized,
  ): Issue {
    return { code, severity, message, ...this.place(annotation) };
  }

  private names(annotation: Annotation): Issue[] {
    const { label, claim } = annotation;
    const found: Issue[] = [];
    if ((label === CLAIM) !== (claim !== undefined)) {
      found.push(
        this.issue(annotation, 'claim-without-details', 'error', {
          en: `the label CLAIM and a claim's kind and mode belong together`,
          ar: `الوسم CLAIM ونوع الادعاء ونمطه لا يفترقان`,
        }),
      );
    } else if (findLabel(this.labels, label) === undefined) {
      found.push(
        this.issue(annotation, 'label-unknown', 'error', {
          en: `the label ${isolate(label)} is not in the label set ${this.labels.name}`,
          ar: `الوسم ${isolate(label)} ليس في مجموعة الوسوم ${this.labels.name}`,
        }),
      );
    }
    if (claim !== undefined && findClaimKind(this.labels, claim.kind) === undefined) {
      found.push(
        this.issue(annotation, 'claim-kind-unknown', 'error', {
          en: `the claim kind ${isolate(claim.kind)} is not in the label set`,
          ar: `نوع الادعاء ${isolate(claim.kind)} ليس في مجموعة الوسوم`,
        }),
      );
    }
    if (claim !== undefined && !MODES.some((mode) => mode === claim.mode)) {
      found.push(
        this.issue(annotation, 'claim-mode-unknown', 'error', {
          en: `the claim mode ${isolate(claim.mode)} is none of ${MODES.join(', ')}`,
          ar: `نمط الادعاء ${isolate(claim.mode)} ليس من ${MODES.join('، ')}`,
        }),
      );
    }
    return found;
  }

  /** Spans that begin or end where no span should. */
  private edges(annotation: Annotation): Issue[] {
    const { quote, label } = annotation;
    if (quote === '') {
      const message = { en: `${label} covers nothing`, ar: `${label} لا يغطي شيئًا` };
      return [this.issue(annotation, 'span-empty', 'warning', message)];
    }
    if (quote.trim() === quote) return [];
    const message = {
      en: `${label} begins or ends with white space`,
      ar: `${label} يبدأ أو ينتهي بفراغ`,
    };
    return [this.issue(annotation, 'span-edge-space', 'warning', message)];
  }

  /** The same words under the same label twice, or claims that share a cue. */
  private repeated(annotations: readonly Annotation[]): Issue[] {
    const seen = new Set<string>();
    const cues: Annotation[] = [];
    const found: Issue[] = [];
    for (const annotation of annotations) {
      const parts = (annotation.parts ?? []).map(({ start, end }) => `${start}-${end}`).join(' ');
      const key = `${annotation.label} ${annotation.start} ${annotation.end} ${parts}`;
      if (seen.has(key)) {
        const message = {
          en: `${annotation.label} stands twice on the same words`,
          ar: `${annotation.label} مكرر على الكلمات نفسها`,
        };
        found.push(this.issue(annotation, 'annotation-twice', 'warning', message));
      }
      seen.add(key);
      const cue = annotation.claim?.cue;
      if (cue === undefined) continue;
      const rival = cues.find(({ claim }) => claim?.cue !== undefined && overlaps(claim.cue, cue));
      if (rival !== undefined && rival.start === annotation.start) {
        const message = {
          en: 'two claims share content and cue',
          ar: 'ادعاءان لهما المضمون واللفظ نفسهما',
        };
        found.push(this.issue(annotation, 'claim-twice', 'warning', message));
      }
      cues.push(annotation);
    }
    return found;
  }
}
