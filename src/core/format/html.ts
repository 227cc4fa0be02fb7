import type { ArticleExport, ExportArticle, ExportContext, OptionValues } from '../corpus/exporter';
import type { Annotation } from '../model/annotation';
import type { Issue } from '../model/issue';
import type { LabelDef, LabelSet } from '../model/labels';
import { findClaimKind, findLabel } from '../model/labels';
import type { ExportFormat } from './format';
import { escapeHtml, pageHead, pageTail } from './htmlPage';
import { articleIssue, piecesOf, recordLosses, textLosses } from './loss';
import { emptyParts, sharedFile } from './sharedFile';

type Language = 'ar' | 'en';

/** A stretch of text under the same entities, and the entity that ends with it, if one does. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly entities: readonly Annotation[];
  readonly claims: readonly Annotation[];
}

function covers(annotation: Annotation, start: number, end: number): boolean {
  return piecesOf(annotation).some((piece) => piece.start <= start && end <= piece.end);
}

/** The text cut wherever an annotation begins or ends; annotations in text order, the outer ones first. */
function stretches(text: string, annotations: readonly Annotation[]): Stretch[] {
  const pieces = annotations.flatMap(piecesOf);
  const cuts = [...new Set([0, text.length, ...pieces.flatMap(({ start, end }) => [start, end])])];
  cuts.sort((a, b) => a - b);
  return cuts.slice(1).map((end, at) => {
    const start = cuts[at] ?? 0;
    const here = annotations.filter((one) => covers(one, start, end));
    return {
      start,
      end,
      entities: here.filter(({ claim }) => claim === undefined),
      claims: here.filter(({ claim }) => claim !== undefined),
    };
  });
}

function nameOf(def: LabelDef | undefined, name: string, language: Language): string {
  return def?.[language] ?? name;
}

function stretchHtml(text: string, stretch: Stretch, labels: LabelSet, language: Language): string {
  const { start, end, entities, claims } = stretch;
  let html = escapeHtml(text.slice(start, end));
  for (const entity of [...entities].reverse()) {
    const def = findLabel(labels, entity.label);
    const name = escapeHtml(nameOf(def, entity.label, language));
    const color = def === undefined ? '' : ` style="--c:${def.color}"`;
    const last = piecesOf(entity).at(-1)?.end === end ? ` data-l="${name}"` : '';
    html = `<mark title="${name}"${color}${last}>${html}</mark>`;
  }
  return claims.length === 0 ? html : `<span class="claim">${html}</span>`;
}

/** Source, what the sentence says with it, and the content: one claim. */
function claimHtml(
  { claim, ...annotation }: Annotation,
  labels: LabelSet,
  language: Language,
): string {
  if (claim === undefined) return '';
  const quote = (text: string): string => `<bdi>${escapeHtml(text)}</bdi>`;
  const source =
    claim.source === undefined
      ? `<i>${language === 'ar' ? 'مصدر غير مذكور' : 'source not named'}</i>`
      : quote(claim.source.quote);
  const content = piecesOf(annotation)
    .map((piece) => quote(piece.quote))
    .join(' … ');
  const kind = nameOf(findClaimKind(labels, claim.kind), claim.kind, language);
  const worth =
    claim.checkworthy === true
      ? ` <b>${language === 'ar' ? 'يستحق التحقق' : 'check-worthy'}</b>`
      : '';
  return `<li>${source} ← ${content} <small>${escapeHtml(kind)}${worth}</small></li>`;
}

function articleHtml({ path, text, record, labels }: ExportArticle, language: Language): string {
  const body = stretches(text, record.annotations)
    .map((stretch) => stretchHtml(text, stretch, labels, language))
    .join('');
  const claims = record.annotations.filter(({ claim }) => claim !== undefined);
  const list =
    claims.length === 0
      ? ''
      : `<h3>${language === 'ar' ? 'الادعاءات' : 'Claims'}</h3>\n<ul>\n${claims
          .map((one) => claimHtml(one, labels, language))
          .join('\n')}\n</ul>\n`;
  return `<article>\n<h2><bdi>${escapeHtml(path)}</bdi></h2>\n<div class="text" dir="rtl" lang="ar">${body}</div>\n${list}</article>\n`;
}

function lossesOf(exported: ExportArticle): Issue[] {
  const { annotations } = exported.record;
  const issue = (code: string, en: string, ar: string, annotation?: Annotation): Issue =>
    articleIssue(exported, code, { en, ar }, annotation);
  const issues = annotations.flatMap((annotation) => {
    const { note, link, confidence, attributes, label } = annotation;
    const found: Issue[] = [];
    if (piecesOf(annotation).some(({ start, end }) => start === end)) {
      found.push(
        issue(
          'html-empty-span',
          `${label}: a span without characters cannot be tinted`,
          `${label}: مدى بلا حروف لا يمكن تلوينه`,
          annotation,
        ),
      );
    }
    if ([note, link, confidence, attributes].some((one) => one !== undefined)) {
      found.push(
        issue(
          'html-details-not-carried',
          `${label}: note, link, confidence and attributes are not shown`,
          `${label}: لا تظهر الملاحظة والرابط والثقة والخصائص`,
          annotation,
        ),
      );
    }
    return found;
  });
  if (annotations.some(({ by, at }) => by !== undefined || at !== undefined)) {
    issues.push(
      issue(
        'html-provenance-not-carried',
        'who annotated, and when, is not shown',
        'لا يظهر من وسم ومتى',
      ),
    );
  }
  return [
    ...textLosses(exported),
    ...issues,
    ...recordLosses(exported, { status: true, rejected: true, orphans: true }),
  ];
}

function languageOf(options: OptionValues): Language {
  return options['names'] === 'en' ? 'en' : 'ar';
}

function article(
  exported: ExportArticle,
  options: OptionValues,
  context: ExportContext,
): ArticleExport {
  const content = articleHtml(exported, languageOf(options));
  return {
    artefacts: [{ path: sharedFile(context, 'html'), content, mode: 'append' }],
    losses: lossesOf(exported),
  };
}

/** The reading edition: a page to read and to print, without any script. */
export const html: ExportFormat = {
  id: 'html',
  name: { en: 'reading edition (HTML)', ar: 'طبعة للقراءة (HTML)' },
  options: [
    {
      id: 'names',
      values: ['ar', 'en'],
      default: 'ar',
      description: {
        en: 'language of the label names that people read',
        ar: 'لغة أسماء الوسوم التي يقرؤها الناس',
      },
    },
  ],
  start: (options, context) =>
    emptyParts(context, 'html').map((file) => ({
      ...file,
      content: pageHead(context.labels, languageOf(options)),
    })),
  article,
  finish: (_options, context) =>
    emptyParts(context, 'html').map((file) => ({ ...file, content: pageTail() })),
};
