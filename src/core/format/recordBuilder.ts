import type { Annotation, ArticleRecord, Rejection, Status } from '../model/annotation';
import type { Issue, Localized, Severity } from '../model/issue';
import { compareAnnotations, compareRejections, ordered } from '../model/order';
import { OffsetUnits } from '../text/units';
import { mapAnnotation } from './codePoints';
import { statusOfImport } from './loss';
import { storable, storableOrphan } from './storable';

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
  add(given: Annotation, line?: number, stored?: Annotation): void {
    const annotation = this.adjusted(given, line);
    const { id } = annotation;
    const wrong = pieces(annotation).find(({ start, end }) => !this.inRange(start, end));
    const differs = pieces(annotation).find(
      ({ start, end, quote }) => this.text.slice(start, end) !== quote,
    );
    if (wrong === undefined && differs === undefined) {
      this.annotations.push(annotation);
      return;
    }
    const orphan = mapAnnotation(annotation, (s) => this.units.spanToCodePoints(s));
    const asStored =
      stored === undefined ? orphan : { ...orphan, ...placeOf(storable(stored).annotation) };
    this.orphans.push(storableOrphan(asStored));
    const where = `${asStored.start}–${asStored.end}`;
    this.report(
      wrong === undefined ? 'quote-mismatch' : 'offset-out-of-range',
      {
        en: `${annotation.label} at ${where} does not match the text; kept as an orphan`,
        ar: `${annotation.label} عند ${where} لا توافق النص؛ حُفظت بلا موضع`,
      },
      { line, annotation: id },
    );
  }

  /** Adds one that had no place before, offsets as stored. */
  addOrphan(given: Annotation): void {
    this.orphans.push(storableOrphan(this.adjusted(given, undefined)));
  }

  reject(rejection: Rejection): void {
    if (rejection.label === '' || !this.inRange(rejection.start, rejection.end)) return;
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

  /** With an id of its own and in a form that sidecars hold; what had to change is reported. */
  private adjusted(given: Annotation, line: number | undefined): Annotation {
    const { annotation, adjustments } = storable(given);
    const id = this.freeId(annotation.id);
    for (const { code, message } of adjustments)
      this.report(code, message, { line, annotation: id });
    return { ...annotation, id };
  }

  private inRange(start: number, end: number): boolean {
    return (
      Number.isInteger(start) &&
      Number.isInteger(end) &&
      0 <= start &&
      start <= end &&
      end <= this.text.length
    );
  }

  private freeId(wanted: string): string {
    const base = /^[A-Za-z][A-Za-z0-9_-]*$/.test(wanted) ? wanted : 'a1';
    let id = base;
    for (let n = 2; this.ids.has(id); n += 1) id = `${base}-${n}`;
    this.ids.add(id);
    return id;
  }
}

/** Where the foreign file puts the annotation's pieces. */
function placeOf({ start, end, parts, claim }: Annotation): Partial<Annotation> {
  return {
    start,
    end,
    ...(parts === undefined ? {} : { parts }),
    ...(claim === undefined ? {} : { claim }),
  };
}

function pieces(annotation: Annotation): readonly { start: number; end: number; quote: string }[] {
  const { claim } = annotation;
  const all = [annotation, ...(annotation.parts ?? [])];
  return [...all, claim?.cue, claim?.source].filter((piece) => piece !== undefined);
}
