import { resolve } from '../anchor/resolve';
import type { Annotation, ClaimDetails, QuotedSpan } from '../model/annotation';
import { sameSpan } from '../text/span';
import { quoted } from './codePoints';
import type { JsonObject } from './json';
import { asList, booleanField, defined, field, isObject, numberField, stringField } from './json';
import { readAnnotation } from './jsonlRecord';
import type { RecordBuilder } from './recordBuilder';

/**
 * The annotations in any W3C document: one, a list, a page, a collection with its pages inside. Without
 * recursion: a file may be nested as deep as its maker likes.
 */
export function annotationsIn(document: unknown): JsonObject[] {
  const found: JsonObject[] = [];
  const open: unknown[] = [document];
  while (open.length > 0) {
    const value = open.pop();
    if (Array.isArray(value)) {
      for (let at = value.length - 1; at >= 0; at -= 1) open.push(value[at]);
    } else if (isObject(value)) {
      if (field(value, 'target') !== undefined) found.push(value);
      else open.push(field(value, '@graph'), field(value, 'first'), field(value, 'items'));
    }
  }
  return found;
}

/** The first source that a target names: what the annotation is about. */
export function sourceOf(annotation: JsonObject): string | undefined {
  for (const place of placesOf(field(annotation, 'target'))) {
    if (typeof place === 'string') return place;
    const source = isObject(place) ? field(place, 'source') : undefined;
    if (typeof source === 'string') return source;
    const id = isObject(source) ? stringField(source, 'id') : undefined;
    if (id !== undefined) return id;
  }
  return undefined;
}

/** Targets, with Composites and Lists opened. */
function placesOf(target: unknown): readonly unknown[] {
  return asList(target).flatMap((place) => {
    const items = isObject(place) ? field(place, 'items') : undefined;
    return items === undefined ? [place] : asList(items);
  });
}

function selectorsOf(place: JsonObject): JsonObject[] {
  const selectors: JsonObject[] = [];
  for (let selector of asList(field(place, 'selector'))) {
    for (; isObject(selector); selector = field(selector, 'refinedBy')) selectors.push(selector);
  }
  return selectors;
}

function ofType(selectors: readonly JsonObject[], type: string): JsonObject | undefined {
  return selectors.find((selector) => field(selector, 'type') === type);
}

/** Reads annotations into the record of the article that they are about. */
export class PageReader {
  constructor(private readonly builder: RecordBuilder) {}

  add(value: JsonObject, number: number): void {
    const pieces = placesOf(field(value, 'target')).map((place) => this.place(place));
    const known = pieces.filter((piece) => piece !== undefined);
    const [first, ...rest] = known;
    if (first === undefined || known.length < pieces.length) {
      this.builder.report(
        'w3c-no-text-selector',
        {
          en: `annotation ${number} has no text quote or position selector; left out`,
          ar: `ليس للحاشية ${number} محدد نصي؛ تُركت`,
        },
        { severity: 'error' },
      );
      return;
    }
    const claim = this.claim(value);
    const label = this.label(value, number, claim !== undefined);
    this.builder.add(
      defined({
        id: stringField(value, 'id')?.replace(/^.*[#/:]/, '') ?? `w${number}`,
        label,
        ...first,
        parts: rest.length === 0 ? undefined : rest,
        claim,
        ...this.extras(value),
      }),
    );
  }

  private bodies(value: JsonObject): readonly unknown[] {
    return [...asList(field(value, 'body')), ...asList(field(value, 'bodyValue'))];
  }

  private body(value: JsonObject, ...purposes: string[]): JsonObject | undefined {
    return this.bodies(value)
      .filter(isObject)
      .find((body) => purposes.includes(stringField(body, 'purpose') ?? ''));
  }

  private label(value: JsonObject, number: number, claim: boolean): string {
    const stated = this.body(value, 'classifying', 'tagging');
    const label = stated && stringField(stated, 'value');
    if (label !== undefined && label !== '') return label;
    if (claim) return 'CLAIM';
    const motivation = asList(field(value, 'motivation')).find((one) => typeof one === 'string');
    const made = String(motivation ?? 'commenting').toUpperCase();
    this.builder.report('w3c-no-label', {
      en: `annotation ${number} has no classifying or tagging body; labelled ${made}`,
      ar: `ليس للحاشية ${number} وسم؛ وُسمت ${made}`,
    });
    return made;
  }

  private extras(value: JsonObject): Partial<Annotation> {
    const creator = field(value, 'creator');
    const by =
      typeof creator === 'string'
        ? creator
        : isObject(creator)
          ? (stringField(creator, 'name') ?? stringField(creator, 'id'))
          : undefined;
    const link = this.body(value, 'identifying', 'linking');
    const notes = this.bodies(value).flatMap((body) => {
      if (typeof body === 'string') return [body];
      if (!isObject(body)) return [];
      const purpose = stringField(body, 'purpose') ?? 'commenting';
      const text = stringField(body, 'value');
      const isNote = ['commenting', 'replying', 'describing'].includes(purpose);
      return isNote && text !== undefined ? [text] : [];
    });
    const attributes = field(value, 'hashiya:attributes');
    const read = readAnnotation({ label: 'X', start: 0, end: 0, attributes }, '', () => '');
    return defined({
      by,
      at: stringField(value, 'created'),
      link: link && (stringField(link, 'source') ?? stringField(link, 'value')),
      note: notes.length === 0 ? undefined : notes.join('\n'),
      confidence: numberField(value, 'hashiya:confidence'),
      attributes: read?.attributes,
    });
  }

  private claim(value: JsonObject): ClaimDetails | undefined {
    const body = this.bodies(value)
      .filter(isObject)
      .find((one) => field(one, 'type') === 'hashiya:Claim');
    if (body === undefined) return undefined;
    return defined({
      kind: stringField(body, 'hashiya:kind') ?? 'other',
      mode: stringField(body, 'hashiya:mode') ?? 'indirect',
      checkworthy: booleanField(body, 'hashiya:checkworthy'),
      cue: this.place(field(body, 'hashiya:cue')),
      source: this.place(field(body, 'hashiya:source')),
    });
  }

  /**
   * The span of a target, or undefined where it has no text selector. The position holds when the words
   * there are the quote's; else the quote is looked for, and where it is not found the two are given as
   * they stand, for the record to keep as an orphan.
   */
  private place(place: unknown): QuotedSpan | undefined {
    if (!isObject(place)) return undefined;
    const selectors = selectorsOf(place);
    const byQuote = ofType(selectors, 'TextQuoteSelector');
    const byPosition = ofType(selectors, 'TextPositionSelector');
    const start = byPosition && numberField(byPosition, 'start');
    const end = byPosition && numberField(byPosition, 'end');
    const { text, units } = this.builder;
    const position =
      start === undefined || end === undefined ? undefined : units.spanToUtf16({ start, end });
    const quote = byQuote && stringField(byQuote, 'exact');
    if (quote === undefined) return position && quoted(text, position);
    const stated = { ...(position ?? { start: 0, end: quote.length }), quote };
    if (position !== undefined && text.slice(position.start, position.end) === quote) return stated;
    if (quote === '') return stated;
    return this.search(stated, byQuote ?? {}, position !== undefined);
  }

  private search(stated: QuotedSpan, selector: JsonObject, positioned: boolean): QuotedSpan {
    const anchor = defined({
      ...stated,
      prefix: stringField(selector, 'prefix'),
      suffix: stringField(selector, 'suffix'),
    });
    const found = resolve(this.builder.text, anchor);
    if (found.status === 'orphan') return stated;
    if (positioned && !sameSpan(found.span, stated)) {
      this.builder.report(
        'w3c-moved',
        {
          en: `the position does not match the quote ${JSON.stringify(stated.quote)}; placed by the quote`,
          ar: `الموضع لا يوافق الاقتباس ${JSON.stringify(stated.quote)}؛ وُضعت بحسب الاقتباس`,
        },
        { severity: 'info' },
      );
    }
    return quoted(this.builder.text, found.span);
  }
}
