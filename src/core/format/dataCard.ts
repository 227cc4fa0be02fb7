import type { ExportContext, ExportUsage } from '../corpus/exporter';
import type { LabelDef } from '../model/labels';

/** Names of parts as data sets have them. */
export function partName(part: string | undefined): string {
  if (part === undefined) return 'train';
  return part === 'dev' ? 'validation' : part;
}

/** What a data set card tells readers of one configuration: where the files of a part are. */
export interface CardConfig {
  readonly name: string;
  /** Path or pattern of the files of a part, below the card. */
  path(part: string | undefined): string;
}

/** A name in a table of Markdown. */
function cell(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/[|\\`<>[\]*_]/g, (char) => `\\${char}`);
}

function table(defs: readonly LabelDef[], used: readonly string[]): string[] {
  const known = new Map(defs.map((def) => [def.name, def]));
  return [
    '| name | Arabic | English |',
    '|---|---|---|',
    ...used.map((name) => {
      const def = known.get(name);
      return `| ${cell(name)} | ${cell(def?.ar ?? '')} | ${cell(def?.en ?? '')} |`;
    }),
  ];
}

/** The data set card: a header that tells readers where the parts are, then `columns`, then the labels. */
export function dataCard(
  context: ExportContext,
  usage: ExportUsage,
  configs: readonly CardConfig[],
  columns: readonly string[],
): string {
  const labels = usage.labels.filter((name) => name !== 'CLAIM');
  const parts = context.splits.length === 0 ? [undefined] : context.splits;
  return [
    '---',
    'language:',
    '- ar',
    'task_categories:',
    '- token-classification',
    'configs:',
    ...configs.flatMap(({ name, path }) => [
      `- config_name: ${name}`,
      '  data_files:',
      ...parts.flatMap((part) => [`  - split: ${partName(part)}`, `    path: ${path(part)}`]),
    ]),
    '---',
    '',
    '# Annotated Arabic news',
    '',
    'Made with Hashiya. Fill in where the articles come from, who annotated them by which guidelines, and under which licence the data may be used.',
    '',
    ...columns,
    '',
    '## Labels',
    '',
    ...table(context.labels.entities, labels),
    '',
    '## Kinds of claims',
    '',
    ...table(context.labels.claimKinds, usage.claimKinds),
    '',
  ].join('\n');
}
