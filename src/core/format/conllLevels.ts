import type { ExportArticle } from '../corpus/exporter';
import type { Annotation } from '../model/annotation';
import type { Issue } from '../model/issue';
import type { Grid } from './conllGrid';
import { tokensOf } from './conllGrid';
import { articleIssue } from './loss';

/** A label over tokens `[first, last)`. */
interface Run {
  readonly label: string;
  readonly first: number;
  readonly last: number;
  readonly annotation: Annotation;
}

/** One column of tags: runs that do not overlap, in order. */
export type Level = readonly Run[];

function notCarried(article: ExportArticle, annotation: Annotation): Issue | undefined {
  const { label } = annotation;
  if (annotation.claim !== undefined) {
    return articleIssue(
      article,
      'conll-claim-not-carried',
      { en: 'claims have no place in CoNLL columns', ar: 'لا مكان للادعاءات في أعمدة CoNLL' },
      annotation,
    );
  }
  if (annotation.parts !== undefined && annotation.parts.length > 0) {
    return articleIssue(
      article,
      'conll-discontinuous-not-carried',
      {
        en: `${label}: a span of several parts is not carried`,
        ar: `${label}: المدى المتقطع لا يُنقل`,
      },
      annotation,
    );
  }
  return undefined;
}

function rounding(article: ExportArticle, grid: Grid, run: Run): Issue | undefined {
  const { annotation, label } = run;
  const start = grid.tokens[run.first]?.start;
  const end = grid.tokens[run.last - 1]?.end;
  if (start === annotation.start && end === annotation.end) return undefined;
  const inside = (start ?? 0) < annotation.start || (end ?? 0) > annotation.end;
  return articleIssue(
    article,
    inside ? 'conll-span-inside-token' : 'conll-span-edge-space',
    inside
      ? {
          en: `${label}: begins or ends inside a token; the whole token is tagged`,
          ar: `${label}: يبدأ أو ينتهي داخل كلمة؛ وُسمت الكلمة كلها`,
        }
      : {
          en: `${label}: white space at its edges is not carried`,
          ar: `${label}: لا يُنقل الفراغ عند طرفيه`,
        },
    annotation,
  );
}

function attributesLost(article: ExportArticle, annotation: Annotation): Issue[] {
  const { link, note, confidence, attributes } = annotation;
  const lost = Object.entries({ link, note, confidence, attributes })
    .filter(([, value]) => value !== undefined)
    .map(([key]) => key);
  if (lost.length === 0) return [];
  const names = lost.join(', ');
  return [
    articleIssue(
      article,
      'conll-attributes-not-carried',
      { en: `not carried: ${names}`, ar: `لا يُنقل: ${names}` },
      annotation,
    ),
  ];
}

/** A run cut where sentences begin, since no tag may go on over a blank line. */
function cutAtBreaks(grid: Grid, run: Run): Run[] {
  const inner = grid.breaks.filter((at) => run.first < at && at < run.last);
  if (inner.length === 0) return [run];
  const edges = [run.first, ...inner, run.last];
  return edges.slice(1).map((last, at) => ({ ...run, first: edges[at] ?? 0, last }));
}

/** All runs of an article in text order, the longer first, with what is lost on the way. */
export function runsOf(article: ExportArticle, grid: Grid): { runs: Run[]; losses: Issue[] } {
  const runs: Run[] = [];
  const losses: Issue[] = [];
  for (const annotation of article.record.annotations) {
    const refused = notCarried(article, annotation);
    if (refused !== undefined) {
      losses.push(refused);
      continue;
    }
    const { label } = annotation;
    const { first, last } = tokensOf(grid, annotation);
    if (first === last || annotation.start === annotation.end) {
      const message = {
        en: `${label}: covers no token and is not carried`,
        ar: `${label}: لا يغطي أي كلمة فلا يُنقل`,
      };
      losses.push(articleIssue(article, 'conll-no-token', message, annotation));
      continue;
    }
    const run = { label, first, last, annotation };
    const rounded = rounding(article, grid, run);
    if (rounded !== undefined) losses.push(rounded);
    losses.push(...attributesLost(article, annotation));
    const cut = cutAtBreaks(grid, run);
    if (cut.length > 1) {
      const message = {
        en: `${label}: goes on over a sentence end; tagged anew in each sentence`,
        ar: `${label}: يمتد بعد نهاية الجملة؛ وُسم من جديد في كل جملة`,
      };
      losses.push(articleIssue(article, 'conll-crosses-sentence', message, annotation));
    }
    runs.push(...cut);
  }
  runs.sort((a, b) => a.first - b.first || b.last - a.last);
  return { runs, losses };
}

/** Puts every run into the first column where it overlaps nothing: outer spans before inner ones. */
export function levelsOf(runs: readonly Run[]): Level[] {
  const levels: Run[][] = [];
  for (const run of runs) {
    const free = levels.find((level) => (level.at(-1)?.last ?? 0) <= run.first);
    if (free === undefined) levels.push([run]);
    else free.push(run);
  }
  return levels;
}
