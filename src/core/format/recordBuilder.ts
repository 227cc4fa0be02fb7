import type { Annotation, ArticleRecord, Rejection, Status } from '../model/annotation';
import type { Issue, Localized, Severity } from '../model/issue';
import { compareAnnotations, compareRejections, ordered } from '../model/order';
import { OffsetUnits } from '../text/units';
import { mapAnnotation } from './codePoints';
import { statusOfImport } from './loss';

/**
 * Gathers what an importer finds for one article. An annotation whose words are not where it says goes
 * to the orphans with an issue: kept, never guessed. Ids that are taken get a number behind them.
 */
export class RecordBuilder {
  readonly units: OffsetUnits;
  readonly issues: Issue[] = [];
  private readonly annotations: Annotation[] = [];
  private readonly orphans: Annotation[] = [];
  private readonly rejected: Rejection[] = [];
  private readonly ids = new Set<string>();

  constructor(
    readonly file: string,
    readonly text: string,
  ) {
    this.units = new OffsetUnits(text);
  }

  /**
   * Adds an annotation whose offsets are UTF-16 over the article's LF text. `stored` is how the foreign
   * file has it, in code points, and is what an orphan keeps.
   */
  add(annotation: Annotation, line?: number, stored?: Annotation): void {
    const id = this.freeId(annotation.id);
    const wrong = pieces(annotation).find(({ start, end }) => !this.inRange(start, end));
    const differs = pieces(annotation).find(
      ({ start, end, quote }) => this.text.slice(start, end) !== quote,
    );
    if (wrong === undefined && differs === undefined) {
      this.annotations.push({ ...annotation, id });
      return;
    }
    const orphan = stored ?? mapAnnotation(annotation, (s) => this.units.spanToCodePoints(s));
    this.orphans.push({ ...orphan, id });
    const where = `${orphan.start}–${orphan.end}`;
    this.report(
      wrong === undefined ? 'quote-mismatch' : 'offset-out-of-range',
      {
        en: `${annotation.label} at ${where} does not match the text; kept as an orphan`,
        ar: `${annotation.label} عند ${where} لا توافق النص؛ حُفظت بلا موضع`,
      },
      { line, annotation: id },
    );
  }

  addOrphan(orphan: Annotation): void {
    this.orphans.push({ ...orphan, id: this.freeId(orphan.id) });
  }

  reject(rejection: Rejection): void {
    this.rejected.push(rejection);
  }

  report(
    code: string,
    message: Localized,
    at: {
      readonly line?: number | undefined;
      readonly annotation?: string;
      readonly severity?: Severity;
    } = {},
  ): void {
    this.issues.push({
      code,
      message,
      severity: at.severity ?? 'warning',
      file: this.file,
      ...(at.line === undefined ? {} : { line: at.line }),
      ...(at.annotation === undefined ? {} : { annotation: at.annotation }),
    });
  }

  /** The record in text order. */
  build(status?: Status): ArticleRecord {
    return {
      status: status ?? statusOfImport(this.annotations.length),
      annotations: ordered(this.annotations, compareAnnotations),
      rejected: ordered(this.rejected, compareRejections),
      orphans: this.orphans,
    };
  }

  private inRange(start: number, end: number): boolean {
    return Number.isInteger(start) && 0 <= start && start <= end && end <= this.text.length;
  }

  private freeId(wanted: string): string {
    const base = /^[A-Za-z][A-Za-z0-9_-]*$/.test(wanted) ? wanted : 'a1';
    let id = base;
    for (let n = 2; this.ids.has(id); n += 1) id = `${base}-${n}`;
    this.ids.add(id);
    return id;
  }
}

function pieces(annotation: Annotation): readonly { start: number; end: number; quote: string }[] {
  const { claim } = annotation;
  const all = [annotation, ...(annotation.parts ?? [])];
  return [...all, claim?.cue, claim?.source].filter((piece) => piece !== undefined);
}
