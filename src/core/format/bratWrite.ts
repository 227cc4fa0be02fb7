import type { ExportArticle } from '../corpus/exporter';
import type { Annotation, ClaimDetails } from '../model/annotation';
import type { Issue } from '../model/issue';
import type { Span } from '../text/span';
import { OffsetUnits } from '../text/units';
import { cutAtLines, joinFragments, samePieces } from './bratSpans';
import { encodeName } from './labelCode';
import { articleIssue, piecesOf } from './loss';

export const CONTENT = 'CLAIM_CONTENT';
export const SOURCE = 'CLAIM_SOURCE';
/** Type of the note that carries, as JSON, what brat has no line for. */
export const EXTRA_NOTE = 'Hashiya';
/** Links that fit brat's reference lines: a resource name, a colon, an identifier. */
export const REFERENCE = /^[A-Za-z][A-Za-z0-9_-]*:[^\s/:][^\s]*$/;

/** Writes the `.ann` lines of one article; ids count up by kind of line, in text order. */
export class AnnWriter {
  readonly losses: Issue[] = [];
  private readonly lines: string[] = [];
  private readonly counts = new Map<string, number>();
  private readonly units: OffsetUnits;

  constructor(private readonly article: ExportArticle) {
    this.units = new OffsetUnits(article.text);
  }

  toString(): string {
    return this.lines.map((line) => `${line}\n`).join('');
  }

  add(annotation: Annotation): void {
    const { claim } = annotation;
    const target =
      claim === undefined
        ? this.textBound(annotation.label, piecesOf(annotation), annotation)
        : this.claim(annotation, claim);
    if (target !== undefined) this.extras(target, annotation, claim === undefined);
  }

  /** A text-bound line over the pieces; undefined where nothing of them can stand in brat. */
  private textBound(
    label: string,
    pieces: readonly Span[],
    annotation: Annotation,
    role = 'span',
  ): string | undefined {
    const { text } = this.article;
    const fragments = cutAtLines(text, pieces);
    if (!samePieces(joinFragments(text, fragments), pieces)) this.lose(annotation, role, fragments);
    if (fragments.length === 0) return undefined;
    const id = this.next('T');
    const places = fragments.map((fragment) => {
      const { start, end } = this.units.spanToCodePoints(fragment);
      return `${start} ${end}`;
    });
    const words = fragments.map(({ start, end }) => text.slice(start, end)).join(' ');
    this.lines.push(`${id}\t${encodeName(label)} ${places.join(';')}\t${words}`);
    return id;
  }

  private lose(annotation: Annotation, role: string, fragments: readonly Span[]): void {
    const empty = fragments.length === 0;
    this.losses.push(
      articleIssue(
        this.article,
        empty ? 'brat-empty-span' : 'brat-span-changed',
        empty
          ? {
              en: `${annotation.label}: the ${role} covers no characters of a line and is not carried`,
              ar: `${annotation.label}: المدى (${role}) لا يغطي حروفًا من سطر فلا يُنقل`,
            }
          : {
              en: `${annotation.label}: line ends at the edges or between the parts of the ${role} are not carried`,
              ar: `${annotation.label}: لا تُنقل نهايات الأسطر عند أطراف المدى (${role}) أو بين أجزائه`,
            },
        annotation,
      ),
    );
  }

  /** The event of a claim. Without a cue the content is the trigger, and there is no Content argument. */
  private claim(annotation: Annotation, claim: ClaimDetails): string | undefined {
    const { cue, source } = claim;
    // Without a content there is no claim: neither may its cue be left behind alone.
    const fragments = cutAtLines(this.article.text, piecesOf(annotation));
    if (fragments.length === 0) {
      this.lose(annotation, 'span', fragments);
      return undefined;
    }
    const trigger = cue && this.textBound('CLAIM', [cue], annotation, 'cue');
    const label = trigger === undefined ? 'CLAIM' : CONTENT;
    const content = this.textBound(label, piecesOf(annotation), annotation);
    if (content === undefined) return undefined;
    const from = source && this.textBound(SOURCE, [source], annotation, 'source');
    const id = this.next('E');
    const roles = [`CLAIM:${trigger ?? content}`];
    if (trigger !== undefined) roles.push(`Content:${content}`);
    if (from !== undefined) roles.push(`Source:${from}`);
    this.lines.push(`${id}\t${roles.join(' ')}`);
    this.attribute('Kind', id, encodeName(claim.kind));
    this.attribute('Mode', id, encodeName(claim.mode));
    if (claim.checkworthy !== undefined) {
      this.attribute('Checkworthy', id, claim.checkworthy ? 'yes' : 'no');
    }
    return id;
  }

  private attribute(name: string, target: string, value: string): void {
    this.lines.push(`${this.next('A')}\t${name} ${target} ${value}`);
  }

  private extras(target: string, annotation: Annotation, textBound: boolean): void {
    const { id, by, at, confidence, attributes, link, note } = annotation;
    const plainNote =
      note !== undefined && note !== '' && !/[\t\n\r]/.test(note) && note === note.trim();
    const reference = textBound && link !== undefined && REFERENCE.test(link);
    if (reference)
      this.lines.push(`${this.next('N')}\tReference ${target} ${link}\t${this.words(annotation)}`);
    if (plainNote) this.lines.push(`${this.next('#')}\tAnnotatorNotes ${target}\t${note}`);
    // What is undefined is left out of JSON.
    const extra = {
      id,
      by,
      at,
      confidence,
      attributes,
      link: reference ? undefined : link,
      note: plainNote ? undefined : note,
      // A claim whose label is not CLAIM, or an entity that calls itself one, keeps its own name here.
      label: !textBound && annotation.label !== 'CLAIM' ? annotation.label : undefined,
    };
    this.lines.push(`${this.next('#')}\t${EXTRA_NOTE} ${target}\t${JSON.stringify(extra)}`);
  }

  private words(annotation: Annotation): string {
    return annotation.quote.replace(/\s+/g, ' ');
  }

  private next(kind: string): string {
    const count = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, count);
    return `${kind}${count}`;
  }
}
