import type { ArticleExport, ExportArticle, ExportContext, OptionValues } from '../corpus/exporter';
import type { Issue } from '../model/issue';
import { PROCLITICS_OPTION } from './proclitics';
import { emptyParts, sharedFile } from './sharedFile';
import { column, makeGrid, type Grid } from './conllGrid';
import type { Level } from './conllLevels';
import { levelsOf, runsOf } from './conllLevels';
import { CONLL_DOCUMENTS, readConll } from './conllRead';
import type { Format } from './format';
import { articleIssue, recordLosses, textLosses } from './loss';
import { eachAlone } from './paths';

/** The tags of one column, a token each. */
function tagsOf(level: Level, tokens: number, bioes: boolean): string[] {
  const tags = new Array<string>(tokens).fill('O');
  for (const { label, first, last } of level) {
    const name = column(label);
    for (let at = first; at < last; at += 1) tags[at] = `${at === first ? 'B' : 'I'}-${name}`;
    if (bioes) tags[last - 1] = `${last - first === 1 ? 'S' : 'E'}-${name}`;
  }
  return tags;
}

function allowedLevels(options: OptionValues): number {
  return options['levels'] === 'all' ? Infinity : Number(options['levels'] ?? 1);
}

function gridOf(exported: ExportArticle, options: OptionValues) {
  return makeGrid(exported.text, options['proclitics'] === 'cut');
}

function provenanceLosses(exported: ExportArticle): Issue[] {
  const { annotations } = exported.record;
  if (annotations.every(({ by, at }) => by === undefined && at === undefined)) return [];
  const message = {
    en: 'who annotated and when is not carried',
    ar: 'لا يُنقل من وضع الحواشي ومتى',
  };
  return [articleIssue(exported, 'conll-provenance-not-carried', message)];
}

/** A line for each token, a blank one before each sentence and at the end. */
function linesOf(text: string, { tokens, breaks }: Grid, columns: readonly string[][]): string {
  const untagged = ` -X- -X-${' O'.repeat(columns.length)}\n`;
  const parts: string[] = [];
  let next = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    if (breaks[next] === at) {
      parts.push('\n');
      next += 1;
    }
    const token = tokens[at];
    if (token === undefined) continue;
    parts.push(text.slice(token.start, token.end));
    const tags = columns.map((column) => column[at]);
    parts.push(tags.every((tag) => tag === 'O') ? untagged : ` -X- -X- ${tags.join(' ')}\n`);
  }
  parts.push('\n');
  return parts.join('');
}

/** Further columns of no tags at all; blank lines part sentences and stay as they are. */
function widen(content: string, from: number, to: number): string {
  return content.replace(/(?<=[^\n])\n/g, `${' O'.repeat(to - from)}\n`);
}

function article(
  exported: ExportArticle,
  options: OptionValues,
  context: ExportContext,
): ArticleExport {
  const grid = gridOf(exported, options);
  const { runs, losses } = runsOf(exported, grid);
  const levels = levelsOf(runs);
  const width = Math.max(1, Math.min(allowedLevels(options), levels.length));
  for (const { annotation, label } of levels.slice(width).flat()) {
    const message = {
      en: `${label}: nested deeper than the ${width} columns asked for; not carried`,
      ar: `${label}: متداخل أعمق من الأعمدة المطلوبة (${width})؛ لا يُنقل`,
    };
    losses.push(articleIssue(exported, 'conll-level-not-carried', message, annotation));
  }
  const columns = Array.from({ length: width }, (_, at) =>
    tagsOf(levels[at] ?? [], grid.tokens.length, options['scheme'] === 'bioes'),
  );
  const start = `-DOCSTART- ${column(exported.path)} -X- ${columns.map(() => 'O').join(' ')}\n`;
  return {
    width,
    artefacts: [
      {
        path: sharedFile(context, 'conll'),
        content: start + linesOf(exported.text, grid, columns),
        mode: 'append',
      },
    ],
    losses: [
      ...textLosses(exported),
      ...losses,
      ...provenanceLosses(exported),
      ...recordLosses(exported, { status: true, rejected: true, orphans: true }),
    ],
  };
}

/** CoNLL-2003 columns: token, two unused ones, then a column of tags for each level of nesting. */
export const conll: Format = {
  id: 'conll',
  name: { en: 'CoNLL-2003 columns', ar: 'أعمدة CoNLL-2003' },
  options: [
    {
      id: 'scheme',
      values: ['bio', 'bioes'],
      default: 'bio',
      description: { en: 'how spans are tagged', ar: 'طريقة وسم المديات' },
    },
    PROCLITICS_OPTION,
    {
      id: 'levels',
      values: ['all', '1', '2', '3', '4'],
      default: 'all',
      description: {
        en: 'columns for nested and overlapping spans',
        ar: 'عدد أعمدة المديات المتداخلة',
      },
    },
  ],
  widen,
  start: (_options, context) => emptyParts(context, 'conll'),
  article,
  group: (paths) => eachAlone(paths, /\.(conll|conll2003|bio|iob|iob2|bioes|txt)$/i),
  documents: CONLL_DOCUMENTS,
  read: readConll,
};
