import type { ArticleExport, ExportArticle, ExportContext } from '../corpus/exporter';
import { OffsetUnits } from '../text/units';
import { makeGrid } from './conllGrid';
import { textLosses } from './loss';
import { sideData } from './sideData';
import { detailsJson, toGraph } from './spanGraph';
import {
  CLAIM_FEATURES,
  CLAIM_LINK_TYPE,
  CLAIM_TYPE,
  ENTITY_FEATURES,
  ENTITY_LINK_TYPE,
  ENTITY_TYPE,
  SENTENCE_TYPE,
  TOKEN_TYPE,
  featuresOf,
  linkTypeOf,
  typeOf,
} from './uimaTypes';

export const SOFA_TYPE = 'uima.cas.Sofa';
export const VIEW = '_InitialView';
export const METADATA_TYPE = 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData';
/** What layers have no feature for, as JSON: of one annotation, and of the article. */
export const DETAILS_TYPE = 'hashiya.Details';
export const RECORD_TYPE = 'hashiya.Record';

/** A feature structure; `refs` are features that point to others by id. */
export interface CasFs {
  readonly id: number;
  readonly type: string;
  readonly features: Readonly<Record<string, string | number>>;
  readonly refs: Readonly<Record<string, number>>;
}

const STRING = 'uima.cas.String';
const ANNOTATION = 'uima.tcas.Annotation';

/** Our types beyond the built-in ones: name, supertype, features with their range. */
export const TYPES: readonly (readonly [
  name: string,
  supertype: string,
  features: readonly (readonly [name: string, range: string])[],
])[] = [
  [
    METADATA_TYPE,
    'uima.tcas.DocumentAnnotation',
    [
      ['documentTitle', STRING],
      ['documentId', STRING],
    ],
  ],
  [SENTENCE_TYPE, ANNOTATION, []],
  [TOKEN_TYPE, ANNOTATION, []],
  [ENTITY_TYPE, ANNOTATION, ENTITY_FEATURES.map((name) => [name, STRING] as const)],
  [CLAIM_TYPE, ANNOTATION, CLAIM_FEATURES.map((name) => [name, STRING] as const)],
  ...[[ENTITY_LINK_TYPE, ENTITY_TYPE] as const, [CLAIM_LINK_TYPE, CLAIM_TYPE] as const].map(
    ([name, base]) =>
      [
        name,
        ANNOTATION,
        [
          ['Governor', base],
          ['Dependent', base],
          ['role', STRING],
        ],
      ] as const,
  ),
  [
    DETAILS_TYPE,
    'uima.cas.TOP',
    [
      ['target', ANNOTATION],
      ['data', STRING],
    ],
  ],
  [RECORD_TYPE, 'uima.cas.TOP', [['data', STRING]]],
];

class CasBuilder {
  readonly structures: CasFs[] = [];

  add(type: string, features: CasFs['features'], refs: CasFs['refs'] = {}): number {
    const id = this.structures.length + 1;
    this.structures.push({ id, type, features, refs });
    return id;
  }
}

/** The article as feature structures: the sofa first, then metadata, sentences, tokens, annotations. */
export function casOf(exported: ExportArticle): readonly CasFs[] {
  const { text, path, record } = exported;
  const cas = new CasBuilder();
  const sofa = cas.add(SOFA_TYPE, {
    sofaNum: 1,
    sofaID: VIEW,
    mimeType: 'text',
    sofaString: text,
  });
  const span = (
    type: string,
    [begin, end]: readonly [number, number],
    features: CasFs['features'] = {},
    refs: CasFs['refs'] = {},
  ): number => cas.add(type, { begin, end, ...features }, { sofa, ...refs });
  span(METADATA_TYPE, [0, text.length], { language: 'ar', documentTitle: path, documentId: path });
  const { tokens, breaks } = makeGrid(text, false);
  for (const [at, first] of breaks.entries()) {
    const last = (breaks[at + 1] ?? tokens.length) - 1;
    span(SENTENCE_TYPE, [tokens[first]?.start ?? 0, tokens[last]?.end ?? 0]);
  }
  for (const { start, end } of tokens) span(TOKEN_TYPE, [start, end]);
  const graph = toGraph(record.annotations);
  const ids = graph.spans.map((one) => {
    const features = Object.entries(featuresOf(one)).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    return span(typeOf(one), [one.start, one.end], Object.fromEntries(features));
  });
  for (const { from, to, role } of graph.links) {
    const [source, target] = [graph.spans[from], graph.spans[to]];
    if (source === undefined || target === undefined) continue;
    const refs = { Governor: ids[from] ?? 0, Dependent: ids[to] ?? 0 };
    span(linkTypeOf(source), [target.start, target.end], { role }, refs);
  }
  for (const [at, { role, annotation }] of graph.spans.entries()) {
    if (role !== undefined) continue;
    const data = JSON.stringify(detailsJson(annotation));
    cas.add(DETAILS_TYPE, { data }, { target: ids[at] ?? 0 });
  }
  const units = new OffsetUnits(text);
  const { details: _, ...rest } = sideData(exported, { spans: [], links: [] }, units);
  cas.add(RECORD_TYPE, { data: JSON.stringify(rest) });
  return cas.structures;
}

/** One file for the article, below the folder of its part. */
export function casArticle(
  exported: ExportArticle,
  context: ExportContext,
  extension: string,
  content: string,
): ArticleExport {
  const { path } = exported;
  const below = context.split === undefined ? path : `${context.split}/${path}`;
  return {
    artefacts: [{ path: `${below}.${extension}`, content, mode: 'file' }],
    losses: textLosses(exported),
  };
}
