import type { Annotation, ArticleRecord } from '../../model/annotation';
import type { Fix } from '../../model/fix';
import type { Issue, Localized, Severity } from '../../model/issue';
import { isClaim } from '../../model/lookup';
import type { Operation } from '../../model/operations';
import { isolate } from '../../text/bidi';
import { LineIndex } from '../../text/lineIndex';
import type { Span } from '../../text/span';

/** What is said of one place. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: Localized;
  readonly fixes?: readonly Fix[];
}

/** An article under inspection; issues name it by `path` and have line and column. */
export class CheckedArticle {
  readonly entities: readonly Annotation[];
  private lineIndex: LineIndex | undefined;

  constructor(
    readonly path: string,
    readonly text: string,
    readonly record: ArticleRecord,
  ) {
    this.entities = record.annotations.filter((annotation) => !isClaim(annotation));
  }

  /** An issue at an annotation, or at a place where there is none. */
  issue(at: Annotation | Span, finding: Finding): Issue {
    const { start, end } = at;
    this.lineIndex ??= new LineIndex(this.text);
    const { line, character } = this.lineIndex.positionAt(start);
    return {
      ...finding,
      file: this.path,
      line: line + 1,
      column: character + 1,
      span: { start, end },
      ...('id' in at ? { annotation: at.id } : {}),
    };
  }

  slice({ start, end }: Span): string {
    return this.text.slice(start, end);
  }

  /** The annotation with other boundaries. */
  respanned(annotation: Annotation, { start, end }: Span): Operation {
    const quote = this.text.slice(start, end);
    return { type: 'replace', annotation: { ...annotation, start, end, quote } };
  }
}

export function removal({ id, label, quote }: Annotation, safe: boolean): Fix {
  const title = {
    en: `Remove ${label} ${isolate(quote)}`,
    ar: `احذف ${label} ${isolate(quote)}`,
  };
  return { title, operation: { type: 'remove', id }, safe };
}

export function retagging(annotation: Annotation, label: string): Fix {
  const { quote } = annotation;
  const title = {
    en: `Change ${isolate(quote)} to ${label}`,
    ar: `غيّر وسم ${isolate(quote)} إلى ${label}`,
  };
  return {
    title,
    operation: { type: 'replace', annotation: { ...annotation, label } },
    safe: false,
  };
}
