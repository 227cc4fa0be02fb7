import type { ArticleExport, ExportArticle, ExportContext, OptionValues } from '../corpus/exporter';
import { ORGANISATIONS, PEOPLE } from '../model/actors';
import type { Annotation } from '../model/annotation';
import type { Issue } from '../model/issue';
import { isClaim } from '../model/lookup';
import { CHECK_ATTRIBUTES, evidenceLinks, evidenceText, pageOf } from '../model/verdict';
import { sha256 } from '../sidecar/hash';
import type { ExportFormat } from './format';
import { pageHead, pageTail } from './htmlPage';
import { articleIssue, piecesOf, recordLosses, textLosses } from './loss';
import { articleHtml } from './reading/article';
import type { ReadingVoice } from './reading/words';
import { emptyParts, sharedFile } from './sharedFile';

/** Whether the page shows all that the annotation says beside its label and place. */
function isWhole(annotation: Annotation): boolean {
  const { link, note, confidence, attributes = {}, label } = annotation;
  const shown: readonly string[] =
    isClaim(annotation) || note !== undefined ? CHECK_ATTRIBUTES : [];
  const linkShown =
    pageOf(link) !== undefined &&
    (isClaim(annotation) || note !== undefined || PEOPLE.has(label) || ORGANISATIONS.has(label));
  const evidence = evidenceText(annotation).split(/\s+/).filter(Boolean);
  return (
    confidence === undefined &&
    (link === undefined || linkShown) &&
    evidence.length === evidenceLinks(annotation).length &&
    Object.keys(attributes).every((key) => shown.includes(key))
  );
}

function lossesOf(exported: ExportArticle): Issue[] {
  const { annotations } = exported.record;
  const issue = (code: string, en: string, ar: string, annotation?: Annotation): Issue =>
    articleIssue(exported, code, { en, ar }, annotation);
  const issues = annotations.flatMap((annotation) => {
    const { label } = annotation;
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
    if (!isWhole(annotation)) {
      found.push(
        issue(
          'html-details-not-carried',
          `${label}: confidence, further attributes, or a link that leads to no page are not shown`,
          `${label}: لا تظهر الثقة ولا الخصائص الأخرى ولا رابط لا يقود إلى صفحة`,
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
    ...recordLosses(exported, { rejected: true, orphans: true }),
  ];
}

function voiceOf(options: OptionValues): ReadingVoice {
  return {
    language: options['names'] === 'en' ? 'en' : 'ar',
    digits: options['digits'] === 'arabic-indic' ? 'arabic-indic' : 'western',
  };
}

/** Tells the anchors of one article from those of the others on its page. */
function anchorOf(path: string): string {
  return `a${sha256(path).slice(0, 8)}`;
}

function article(
  exported: ExportArticle,
  options: OptionValues,
  context: ExportContext,
): ArticleExport {
  const content = articleHtml(exported, anchorOf(exported.path), voiceOf(options));
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
    {
      id: 'digits',
      values: ['western', 'arabic-indic'],
      default: 'western',
      description: {
        en: 'digits of the numbers on an Arabic page',
        ar: 'أرقام الصفحة العربية: 123 أو ١٢٣',
      },
    },
  ],
  start: (options, context) =>
    emptyParts(context, 'html').map((file) => ({
      ...file,
      content: pageHead(context.labels, voiceOf(options)),
    })),
  article,
  finish: (_options, context) =>
    emptyParts(context, 'html').map((file) => ({ ...file, content: pageTail() })),
};
