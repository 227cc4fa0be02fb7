import { STATUSES, type Annotation, type QuotedSpan, type Rejection } from '../model/annotation';
import type { Span } from '../text/span';
import { annotationOfDraft, Draft, readField, takeRank } from './canonicalItem';
import { rejectionAt, spanAt, textAt } from './canonicalScalars';
import { isPlainHash } from './scalars';
import {
  SCHEMA_LINE,
  SIDECAR_VERSION,
  type ListLayout,
  type ScalarLayout,
  type Sidecar,
} from './sidecar';

/**
 * Reads a sidecar in exactly the form that we write, many times faster than a YAML parser does. Undefined
 * for every other text, valid or not: it never accepts what the `yaml` package reads differently, and
 * never what would give an issue.
 */
export function readCanonical(source: string): Sidecar | undefined {
  const eol = lineEnds(source);
  return eol === undefined ? undefined : new CanonicalReader(source, eol).read();
}

/** The one kind of line end of a text that also ends with it. */
function lineEnds(source: string): '\n' | '\r\n' | undefined {
  if (!source.includes('\r')) return source.endsWith('\n') ? '\n' : undefined;
  for (let at = source.indexOf('\r'); at !== -1; at = source.indexOf('\r', at + 1)) {
    if (source.charCodeAt(at + 1) !== 0x0a) return undefined;
  }
  for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) {
    if (source.charCodeAt(at - 1) !== 0x0d) return undefined;
  }
  return source.endsWith('\n') ? '\r\n' : undefined;
}

class CanonicalReader {
  /** The line at hand: `[from, to)`, without its line end; `from` is the text's length after the last. */
  private from = 0;
  private to = 0;

  constructor(
    private readonly source: string,
    private readonly eol: '\n' | '\r\n',
  ) {
    this.findEnd();
  }

  read(): Sidecar | undefined {
    this.take(SCHEMA_LINE);
    if (!this.take(`hashiya: ${SIDECAR_VERSION}`) || !this.take('article:')) return undefined;
    const file = this.value('  file: ', (text) => textAt(text, 0, text.length));

    const sha256 = this.value('  sha256: ', hashText);
    if (file === undefined || !this.take('  unit: codepoint')) return undefined;
    const hashAt = this.from;
    const status = this.value('status: ', (text) => STATUSES.find((name) => name === text));
    if (status === undefined) return undefined;
    const annotations = this.annotations();
    const rejected = annotations && this.rejected();
    if (annotations === undefined || rejected === undefined || this.from < this.source.length) {
      return undefined;
    }
    const scalars: Record<'file' | 'sha256' | 'status', ScalarLayout> = {
      file: { value: file.at },
      sha256: sha256 ? { value: sha256.at } : { insertAt: hashAt, indent: '  ' },
      status: { value: status.at },
    };
    return {
      source: this.source,
      data: {
        article: {
          file: file.value,
          ...(sha256 && { sha256: sha256.value }),
          unit: 'codepoint',
        },
        status: status.value,
        annotations: annotations.items,
        rejected: rejected.items,
      },
      layout: {
        eol: this.eol,
        head: scalars,
        annotations: annotations.layout,
        rejected: rejected.layout,
        end: this.source.length,
        indent: '',
      },
    };
  }

  private annotations(): { items: Annotation[]; layout: ListLayout } | undefined {
    const head = { start: this.from, end: this.to + this.eol.length };
    const items: Annotation[] = [];
    const places: Span[] = [];
    if (this.take('annotations: []')) {
      const emptyValue = { start: head.start + 'annotations:'.length, end: head.start + 15 };
      return { items, layout: { head, emptyValue, items: places, indent: '  ' } };
    }
    if (!this.take('annotations:')) return undefined;
    const ids = new Set<string>();
    while (this.startsWith('  - id: ')) {
      const start = this.from;
      const item = this.annotation();
      if (item === undefined || ids.has(item.id)) return undefined;
      ids.add(item.id);
      items.push(item);
      places.push({ start, end: this.from });
    }
    return items.length === 0
      ? undefined
      : { items, layout: { head, items: places, indent: '  ' } };
  }

  private annotation(): Annotation | undefined {
    const draft = new Draft();
    do {
      const colon = this.source.indexOf(':', this.from);
      if (colon === -1 || colon >= this.to) return undefined;
      const key = this.source.slice(this.from + 4, colon);
      if (colon === this.to - 1) {
        if (key !== 'parts' || !this.parts(draft)) return undefined;
        continue;
      }
      if (this.source.charCodeAt(colon + 1) !== 0x20) return undefined;
      if (!readField(draft, key, this.source, colon + 2, this.to)) return undefined;
      this.advance();
    } while (this.startsWith('    '));
    return annotationOfDraft(draft);
  }

  /** The line `parts:` and those of the parts. */
  private parts(draft: Draft): boolean {
    if (!takeRank(draft, 'parts')) return false;
    const parts: QuotedSpan[] = [];
    this.advance();
    while (this.startsWith('      - ')) {
      const part = spanAt(this.source, this.from + 8, this.to);
      if (part === undefined) return false;
      parts.push(part);
      this.advance();
    }
    draft.parts = parts;
    return parts.length > 0;
  }

  private rejected(): { items: Rejection[]; layout: ListLayout } | undefined {
    const items: Rejection[] = [];
    const places: Span[] = [];
    if (this.from === this.source.length) return { items, layout: { items: places, indent: '  ' } };
    const head = { start: this.from, end: this.to + this.eol.length };
    if (!this.take('rejected:')) return undefined;
    while (this.startsWith('  - ')) {
      const start = this.from;
      const item = rejectionAt(this.source, this.from + 4, this.to);
      if (item === undefined) return undefined;
      items.push(item);
      this.advance();
      places.push({ start, end: this.from });
    }
    return items.length === 0
      ? undefined
      : { items, layout: { head, items: places, indent: '  ' } };
  }

  /** The value after `lead` on this line, and its place; the line is then left behind. */
  private value<T>(
    lead: string,
    read: (text: string) => T | undefined,
  ): { value: T; at: Span } | undefined {
    if (!this.startsWith(lead)) return undefined;
    const at = { start: this.from + lead.length, end: this.to };
    const value = read(this.source.slice(at.start, at.end));
    if (value === undefined) return undefined;
    this.advance();
    return { value, at };
  }

  /** Whether the line is just this text; it is then left behind. */
  private take(text: string): boolean {
    if (this.to - this.from !== text.length || !this.startsWith(text)) return false;
    this.advance();
    return true;
  }

  private startsWith(text: string): boolean {
    return this.source.startsWith(text, this.from);
  }

  private advance(): void {
    this.from = Math.min(this.to + this.eol.length, this.source.length);
    this.findEnd();
  }

  private findEnd(): void {
    const end = this.source.indexOf(this.eol, this.from);
    this.to = end === -1 ? this.source.length : end;
  }
}

function hashText(text: string): string | undefined {
  return isPlainHash(text) ? text : textAt(text, 0, text.length);
}
