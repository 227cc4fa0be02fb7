import type { ExportArticle } from '../corpus/exporter';
import { describe } from '../anchor/describe';
import type { Annotation, ClaimDetails, QuotedSpan } from '../model/annotation';
import { OffsetUnits } from '../text/units';
import type { JsonObject } from './json';
import { defined } from './json';
import { piecesOf } from './loss';
import { baseName } from './paths';

/** Our own terms in JSON-LD, under a prefix of their own. */
export const NAMESPACE = 'https://github.com/hashiya/hashiya/ns#';

export const CONTEXT = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    hashiya: NAMESPACE,
    wikidata: 'http://www.wikidata.org/entity/',
    // Attributes have names of the annotator's own: a JSON-LD processor would drop them one by one.
    'hashiya:attributes': { '@id': `${NAMESPACE}attributes`, '@type': '@json' },
  },
];

/** Writes the annotations of one article as an Annotation Page. */
export class PageWriter {
  private readonly units: OffsetUnits;
  private readonly source: string;

  constructor(
    private readonly article: ExportArticle,
    textPath: string,
  ) {
    this.units = new OffsetUnits(article.text);
    this.source = encodeURIComponent(baseName(textPath));
  }

  page(): JsonObject {
    const { record } = this.article;
    return {
      '@context': CONTEXT,
      id: `${this.source}.jsonld`,
      type: 'AnnotationPage',
      'hashiya:status': record.status,
      items: record.annotations.map((annotation) => this.annotation(annotation)),
    };
  }

  private annotation(annotation: Annotation): JsonObject {
    const { id, claim, by, at, confidence, attributes } = annotation;
    return defined({
      id: `#${id}`,
      type: 'Annotation',
      motivation: claim === undefined ? 'classifying' : 'describing',
      creator: by === undefined ? undefined : { type: 'Person', name: by },
      created: at,
      body: this.bodies(annotation),
      target: this.target(annotation),
      'hashiya:confidence': confidence,
      'hashiya:attributes': attributes,
    });
  }

  private bodies({ label, claim, link, note }: Annotation): JsonObject[] {
    const bodies: JsonObject[] = [{ type: 'TextualBody', purpose: 'classifying', value: label }];
    if (claim !== undefined) bodies.push(this.claim(claim));
    if (link !== undefined) {
      bodies.push({ type: 'SpecificResource', purpose: 'identifying', source: link });
    }
    if (note !== undefined)
      bodies.push({ type: 'TextualBody', purpose: 'commenting', value: note });
    return bodies;
  }

  private claim({ kind, mode, checkworthy, cue, source }: ClaimDetails): JsonObject {
    return defined({
      type: 'hashiya:Claim',
      purpose: 'describing',
      'hashiya:kind': kind,
      'hashiya:mode': mode,
      'hashiya:checkworthy': checkworthy,
      'hashiya:cue': cue && this.place(cue),
      'hashiya:source': source && this.place(source),
    });
  }

  /** Parts of one span are a Composite: several targets would each be annotated by themselves. */
  private target(annotation: Annotation): JsonObject {
    const pieces = piecesOf(annotation);
    if (pieces.length === 1) return this.place(annotation);
    return { type: 'Composite', items: pieces.map((piece) => this.place(piece)) };
  }

  private place(piece: QuotedSpan): JsonObject {
    const { quote, prefix, suffix } = describe(this.article.text, piece);
    const { start, end } = this.units.spanToCodePoints(piece);
    return {
      source: this.source,
      selector: [
        { type: 'TextQuoteSelector', exact: quote, prefix, suffix },
        { type: 'TextPositionSelector', start, end },
      ],
    };
  }
}
