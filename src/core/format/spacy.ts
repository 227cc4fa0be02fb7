import type { ArticleExport, ExportArticle, ExportContext, OptionValues } from '../corpus/exporter';
import type { Annotation } from '../model/annotation';
import type { Issue } from '../model/issue';
import type { Span } from '../text/span';
import { overlaps } from '../text/span';
import { OffsetUnits } from '../text/units';
import { makeGrid } from './conllGrid';
import type { ExportFormat } from './format';
import type { JsonObject } from './json';
import { defined } from './json';
import { articleIssue, recordLosses } from './loss';
import { PROCLITICS_OPTION } from './proclitics';
import { emptyParts, sharedFile } from './sharedFile';
import type { GraphSpan } from './spanGraph';
import { toGraph } from './spanGraph';

/** The tokens with white space as spaCy has it: one space belongs to the token before, more is a token. */
export function spacyTokens(text: string, tokens: readonly Span[]): Span[] {
  const all: Span[] = [];
  let end = 0;
  const fill = (to: number): void => {
    const start = all.length > 0 && text.charAt(end) === ' ' ? end + 1 : end;
    if (start < to) all.push({ start, end: to });
  };
  for (const token of tokens) {
    fill(token.start);
    all.push(token);
    end = token.end;
  }
  fill(text.length);
  return all;
}

function lose(article: ExportArticle, annotation: Annotation, inside: boolean): Issue {
  return articleIssue(
    article,
    inside ? 'spacy-span-inside-token' : 'spacy-details-not-carried',
    inside
      ? {
          en: `${annotation.label}: a span is not made of whole tokens and is not carried`,
          ar: `${annotation.label}: مدى لا يتألف من كلمات كاملة فلا يُنقل`,
        }
      : {
          en: `${annotation.label}: what ties its spans together, its claim details, note, confidence or attributes are not carried`,
          ar: `${annotation.label}: لا يُنقل ما يربط مدياته ولا تفاصيل الادعاء والملاحظة والثقة والخصائص`,
        },
    annotation,
  );
}

function hasDetails({ parts, claim, note, confidence, attributes }: Annotation): boolean {
  return [parts, claim, note, confidence, attributes].some((one) => one !== undefined);
}

function lossesOf(exported: ExportArticle, left: readonly GraphSpan[]): Issue[] {
  const { annotations } = exported.record;
  const issues = left.map(({ annotation }) => lose(exported, annotation, true));
  for (const annotation of annotations) {
    if (hasDetails(annotation)) issues.push(lose(exported, annotation, false));
  }
  if (annotations.some(({ by, at }) => by !== undefined || at !== undefined)) {
    issues.push(
      articleIssue(exported, 'spacy-provenance-not-carried', {
        en: 'who annotated, and when, is not carried',
        ar: 'لا يُنقل من وسم ومتى',
      }),
    );
  }
  return [...issues, ...recordLosses(exported, { rejected: true, orphans: true })];
}

function article(
  exported: ExportArticle,
  options: OptionValues,
  context: ExportContext,
): ArticleExport {
  const { text, record, path } = exported;
  const units = new OffsetUnits(text);
  const grid = makeGrid(text, options['proclitics'] === 'cut');
  const starts = new Set(grid.tokens.map(({ start }) => start));
  const ends = new Set(grid.tokens.map(({ end }) => end));
  const { spans } = toGraph(record.annotations);
  const fits = ({ start, end }: Span): boolean => start < end && starts.has(start) && ends.has(end);
  const kept = spans.filter(fits);
  const json = ({ label, start, end, annotation, role }: GraphSpan): JsonObject =>
    defined({
      ...units.spanToCodePoints({ start, end }),
      label,
      kb_id: role === undefined ? annotation.link : undefined,
    });
  const flat: GraphSpan[] = [];
  for (const span of kept) {
    const isEntity = span.annotation.claim === undefined;
    if (isEntity && !flat.some((one) => overlaps(one, span))) flat.push(span);
  }
  const doc = {
    text,
    ents: flat.map(json),
    spans: { sc: kept.map(json) },
    tokens: spacyTokens(text, grid.tokens).map((token, id) => ({
      id,
      ...units.spanToCodePoints(token),
    })),
    meta: { path, status: record.status },
  };
  return {
    artefacts: [
      {
        path: sharedFile(context, 'jsonl'),
        content: `${JSON.stringify(doc)}\n`,
        mode: 'append',
      },
    ],
    losses: lossesOf(
      exported,
      spans.filter((span) => !fits(span)),
    ),
  };
}

/** Documents for spaCy's `Doc.from_json`, one a line. */
export const spacy: ExportFormat = {
  id: 'spacy',
  name: { en: 'spaCy JSONL', ar: 'JSONL سبيسي' },
  options: [PROCLITICS_OPTION],
  start: (_options, context) => emptyParts(context, 'jsonl'),
  article,
};
