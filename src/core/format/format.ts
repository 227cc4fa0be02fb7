import type { ArticleRecord } from '../model/annotation';
import type { Issue, Localized } from '../model/issue';
import type { ArticleExporter, Exporter, OptionValues } from '../corpus/exporter';

/** A choice that a format offers; on the command line `--<id>`. */
export interface FormatOption {
  readonly id: string;
  readonly description: Localized;
  readonly default: string;
  /** The values it may take; absent where any text will do. */
  readonly values?: readonly string[];
}

/** A file of another tool, decoded. Path relative to what is imported, with `/`. */
export interface ImportFile {
  readonly path: string;
  readonly content: string;
  /** Where `content` is a piece of whole lines: how many lines of the file come before it. */
  readonly linesBefore?: number;
  /** Where `content` is a piece of whole documents: its place among them. */
  readonly within?: PlaceInFile;
}

/** What the lines of a file of documents say together; plain data. */
export interface FileFacts {
  /** How many documents it has that are not empty. */
  readonly documents: number;
  /** Index of the first column of tags. */
  readonly tagColumn: number;
}

/** How many documents that are not empty come before a piece of a file, and what the whole of it says. */
export interface PlaceInFile {
  readonly before: number;
  readonly whole: FileFacts;
}

/** Files of many documents, of many lines each. */
export interface DocumentLines {
  /** Whether a document begins with this line. */
  begins(line: string): boolean;
  /** Says what the lines say together that were added so far. */
  survey(): FileFacts & { add(line: string): void };
}

export interface ImportedArticle {
  /** Where the article goes, relative to the new corpus: safe, with `/`. */
  readonly path: string;
  /** LF line ends, no BOM. */
  readonly text: string;
  /** Spans in UTF-16 over `text`. */
  readonly record: ArticleRecord;
}

export interface ImportResult {
  readonly articles: readonly ImportedArticle[];
  readonly issues: readonly Issue[];
}

interface Described {
  readonly name: Localized;
  readonly options: readonly FormatOption[];
}

/** A format that annotated corpora are exported in. */
export type ExportFormat = Exporter & Described;

/** A format that annotated corpora are exchanged in: export and import side by side, both pure. */
export interface Format extends ArticleExporter, Described {
  /**
   * Picks the files that concern this format and puts those together that must be read together, so
   * that an import holds one group at a time. In path order.
   */
  group(paths: readonly string[]): readonly (readonly string[])[];
  /**
   * Whether a file that begins with this line, blank ones left aside, has an article a line, so that `read` takes
   * pieces of it. Absent where no file has.
   */
  hasLines?(first: string): boolean;
  /** How large files are taken apart, so that `read` takes pieces of them. Absent where they are not. */
  readonly documents?: DocumentLines;
  /** Reads one group. Never throws: what cannot be read is an issue with file and line. */
  read(files: readonly ImportFile[], options: OptionValues): ImportResult;
}

/** The options with defaults filled in, or what is wrong with the ones given. */
export function resolveOptions(
  format: Pick<ExportFormat, 'id' | 'options'>,
  given: Readonly<Record<string, string>>,
): { readonly values: OptionValues; readonly problems: readonly Localized[] } {
  const values: Record<string, string> = {};
  const problems: Localized[] = [];
  for (const option of format.options) {
    const value = given[option.id] ?? option.default;
    values[option.id] = value;
    if (option.values !== undefined && !option.values.includes(value)) {
      const allowed = option.values.join(', ');
      problems.push({
        en: `${option.id}: '${value}' is not one of ${allowed}`,
        ar: `${option.id}: القيمة '${value}' ليست من ${allowed}`,
      });
    }
  }
  const known = new Set(format.options.map((option) => option.id));
  for (const id of Object.keys(given)) {
    if (known.has(id)) continue;
    problems.push({
      en: `the format ${format.id} has no option '${id}'`,
      ar: `ليس للصيغة ${format.id} خيار '${id}'`,
    });
  }
  return { values, problems };
}
