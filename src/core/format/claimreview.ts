import type { ArticleExport, ExportArticle, ExportContext, OptionValues } from '../corpus/exporter';
import type { Annotation, ClaimDetails } from '../model/annotation';
import { ORGANISATIONS, PEOPLE } from '../model/actors';
import type { Issue } from '../model/issue';
import { evidenceLinks, verdictOf } from '../model/verdict';
import { overlaps } from '../text/span';
import type { ExportFormat } from './format';
import type { JsonObject } from './json';
import { defined } from './json';
import { articleIssue, piecesOf, recordLosses } from './loss';

/** Who speaks by an office is a person; a country or a building speaks for those in it. */
const isPerson = ({ label }: Annotation): boolean => PEOPLE.has(label) || label === 'OCC';
const isBody = ({ label }: Annotation): boolean =>
  ORGANISATIONS.has(label) || label === 'GPE' || label === 'FAC';

/** Who says it, as a person or an organisation where an entity in the source tells which. */
function authorOf(claim: ClaimDetails, entities: readonly Annotation[]): JsonObject | undefined {
  const { source } = claim;
  if (source === undefined) return undefined;
  const inside = entities.filter((entity) => overlaps(entity, source));
  const person = inside.find(isPerson);
  const body = inside.find(isBody);
  const type = person !== undefined ? 'Person' : body !== undefined ? 'Organization' : 'Thing';
  const link = (person ?? body)?.link;
  const item = link === undefined ? null : /^wikidata:(Q\d+)$/.exec(link);
  const sameAs = item === null ? link : `http://www.wikidata.org/entity/${item[1] ?? ''}`;
  return defined({ '@type': type, name: source.quote, sameAs });
}

/** The verdict: in words, and on the scale of five where it has a place there. */
function ratingOf(annotation: Annotation): JsonObject | undefined {
  const verdict = verdictOf(annotation);
  if (verdict === undefined) return undefined;
  const { rating } = verdict;
  const scale = rating === undefined ? {} : { ratingValue: rating, bestRating: 5, worstRating: 1 };
  return { '@type': 'Rating', alternateName: verdict.ar, ...scale };
}

function reviewOf(
  { path }: ExportArticle,
  annotation: Annotation,
  claim: ClaimDetails,
  entities: readonly Annotation[],
): JsonObject {
  const text = piecesOf(annotation)
    .map(({ quote }) => quote)
    .join(' … ');
  const evidence = evidenceLinks(annotation);
  return defined({
    '@type': 'ClaimReview',
    '@id': `#${annotation.id}`,
    claimReviewed: text,
    inLanguage: 'ar',
    keywords: [claim.kind, claim.mode],
    author: annotation.by === undefined ? undefined : { '@type': 'Person', name: annotation.by },
    dateCreated: annotation.at,
    sameAs: annotation.link,
    reviewRating: ratingOf(annotation),
    reviewBody: annotation.note,
    citation: evidence.length === 0 ? undefined : evidence,
    itemReviewed: defined({
      '@type': 'Claim',
      text,
      author: authorOf(claim, entities),
      appearance: { '@type': 'NewsArticle', name: path },
    }),
  });
}

function lose(exported: ExportArticle, annotation: Annotation, chosen: boolean): Issue[] {
  const { claim, label } = annotation;
  const issue = (code: string, en: string, ar: string): Issue =>
    articleIssue(exported, code, { en, ar }, annotation);
  if (claim === undefined) {
    return [
      issue(
        'claimreview-entity-not-carried',
        `${label}: only claims are carried`,
        `${label}: لا تُنقل إلا الادعاءات`,
      ),
    ];
  }
  if (!chosen) {
    return [
      issue(
        'claimreview-claim-left-out',
        'a claim that is not check-worthy is left out',
        'تُرك ادعاء لا يستحق التحقق',
      ),
    ];
  }
  return [
    issue(
      'claimreview-details-not-carried',
      'offsets, cue, check-worthiness, confidence and attributes other than verdict and evidence of the claim are not carried',
      'لا تُنقل مواضع الادعاء ولفظه الدال واستحقاقه التحقق وثقته، ولا خصائصه غير الحكم والأدلة',
    ),
  ];
}

function article(
  exported: ExportArticle,
  options: OptionValues,
  context: ExportContext,
): ArticleExport {
  const { record, path } = exported;
  const entities = record.annotations.filter(({ claim }) => claim === undefined);
  const worthyOnly = options['claims'] === 'checkworthy';
  const chosen = (claim: ClaimDetails | undefined): boolean =>
    claim !== undefined && (!worthyOnly || claim.checkworthy === true);
  const reviews = record.annotations.flatMap((annotation) =>
    annotation.claim !== undefined && chosen(annotation.claim)
      ? [reviewOf(exported, annotation, annotation.claim, entities)]
      : [],
  );
  const below = context.split === undefined ? path : `${context.split}/${path}`;
  const page = { '@context': 'https://schema.org', '@graph': reviews };
  return {
    artefacts:
      reviews.length === 0
        ? []
        : [
            {
              path: `${below}.jsonld`,
              content: `${JSON.stringify(page, undefined, 1)}\n`,
              mode: 'file',
            },
          ],
    losses: [
      ...record.annotations.flatMap((one) => lose(exported, one, chosen(one.claim))),
      ...recordLosses(exported, { status: true, rejected: true, orphans: true }),
    ],
  };
}

/** Claims as schema.org has them, for people who check them. */
export const claimreview: ExportFormat = {
  id: 'claimreview',
  name: { en: 'ClaimReview JSON-LD', ar: 'ادعاءات ClaimReview' },
  options: [
    {
      id: 'claims',
      values: ['all', 'checkworthy'],
      default: 'all',
      description: {
        en: 'all claims, or those marked check-worthy',
        ar: 'كل الادعاءات، أو ما يستحق التحقق منها',
      },
    },
  ],
  article,
};
