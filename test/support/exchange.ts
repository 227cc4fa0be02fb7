import type { ExportArticle, ExportContext } from '../../src/core/corpus/exporter';
import type { Format, ImportFile, ImportResult } from '../../src/core/format/format';
import { resolveOptions } from '../../src/core/format/format';
import type { Issue } from '../../src/core/model/issue';

export interface Exported {
  readonly files: readonly ImportFile[];
  readonly losses: readonly Issue[];
}

/** One article through a format, as the export loop would do it. */
export function exportOne(
  format: Format,
  article: ExportArticle,
  given: Readonly<Record<string, string>> = {},
): Exported {
  const { values } = resolveOptions(format, given);
  const context: ExportContext = { labels: article.labels, splits: [] };
  const { artefacts, losses } = format.article(article, values, context);
  return {
    files: artefacts.map(({ path, content }) => ({ path, content: String(content) })),
    losses,
  };
}

/** What the importer makes of exported files. */
export function importAll(
  format: Format,
  files: readonly ImportFile[],
  given: Readonly<Record<string, string>> = {},
): ImportResult {
  const { values } = resolveOptions(format, given);
  const results = format.group(files.map(({ path }) => path)).map((group) =>
    format.read(
      files
        .filter(({ path }) => group.includes(path))
        // Readers of UTF-8 files take a byte order mark away.
        .map(({ path, content }) => ({ path, content: content.replace(/^\uFEFF/, '') })),
      values,
    ),
  );
  return {
    articles: results.flatMap(({ articles }) => articles),
    issues: results.flatMap(({ issues }) => issues),
  };
}

/** Codes of the issues with how often each occurs. */
export function codes(issues: readonly Issue[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { code } of issues) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}
