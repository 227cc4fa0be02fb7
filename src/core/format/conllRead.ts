import type { Annotation } from '../model/annotation';
import { readColumn, splitColumns } from './conllGrid';
import type { DocumentLines, FileFacts, ImportFile, ImportResult, ImportedArticle } from './format';
import { articlePath, baseName, withoutExtension } from './paths';
import { RecordBuilder } from './recordBuilder';

interface Row {
  readonly columns: readonly string[];
  readonly line: number;
}

interface Document {
  readonly name: string | undefined;
  /** Sentences of rows. */
  readonly sentences: Row[][];
}

const TAG = /^(?:O|[BIESLU]-\S+)$/;
const CLOSING = /^[.,;:!?،؛؟…)\]}»”’]$/;
const OPENING = /^[([{«“‘]$/;
const PROCLITIC = /^[وفبكلس][\u064b-\u065f\u0670]*$/;

const START = '-DOCSTART-';

/** What must be known of a file to read one of its documents. */
class Survey implements FileFacts {
  documents = 0;
  private isOpen = false;
  private narrowest = Infinity;
  private secondIsTag = true;

  add(line: string): void {
    this.take(splitColumns(line));
  }

  take(columns: readonly string[]): void {
    if (columns.length === 0) return;
    if (columns[0] === START) this.isOpen = false;
    else {
      if (!this.isOpen) this.documents += 1;
      this.isOpen = true;
      this.narrowest = Math.min(this.narrowest, columns.length);
      this.secondIsTag &&= TAG.test(columns[1] ?? '');
    }
  }

  /**
   * The second column where all its values are tags (two columns, or nested tags from there on), the
   * fourth in CoNLL-2003's four and more, else the last.
   */
  get tagColumn(): number {
    if (this.secondIsTag) return 1;
    return this.narrowest >= 4 ? 3 : Math.max(1, this.narrowest - 1);
  }
}

function documentsOf(content: string, linesBefore: number, survey: Survey): Document[] {
  const documents: Document[] = [];
  let sentence: Row[] = [];
  const current = (): Document => {
    const last = documents.at(-1);
    if (last !== undefined) return last;
    const fresh = { name: undefined, sentences: [] };
    documents.push(fresh);
    return fresh;
  };
  const close = (): void => {
    if (sentence.length > 0) current().sentences.push(sentence);
    sentence = [];
  };
  for (const [at, source] of content.split('\n').entries()) {
    const columns = splitColumns(source);
    survey.take(columns);
    if (columns.length === 0) close();
    else if (columns[0] === START) {
      close();
      const name = columns[1];
      documents.push({
        name: name === undefined || isFiller(name) ? undefined : readColumn(name),
        sentences: [],
      });
    } else sentence.push({ columns, line: linesBefore + at + 1 });
  }
  close();
  return documents;
}

function isFiller(column: string): boolean {
  return /^(?:-X-|-|_|O)$/.test(column);
}

export const CONLL_DOCUMENTS: DocumentLines = {
  begins: (line) => line.startsWith(START) && splitColumns(line)[0] === START,
  survey: () => new Survey(),
};

function mustJoin(left: string | undefined, right: string, joinProclitics: boolean): boolean {
  if (left === undefined) return true;
  if (joinProclitics && PROCLITIC.test(left) && /^[\u0621-\u064a\u0671]/.test(right)) return true;
  const quiet = (token: string): boolean => CLOSING.test(token) || OPENING.test(token);
  return (CLOSING.test(right) && !quiet(left)) || (OPENING.test(left) && !quiet(right));
}

/** The text of the rows with each row's span: tokens by spaces, sentences by line feeds. */
function layOut(sentences: readonly (readonly Row[])[], joinProclitics: boolean) {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const sentence of sentences) {
    let left: string | undefined;
    for (const { columns } of sentence) {
      const token = columns[0] ?? '';
      if (!mustJoin(left, token, joinProclitics)) text += ' ';
      starts.push(text.length);
      text += token;
      ends.push(text.length);
      left = token;
    }
    text += '\n';
  }
  return { text, starts, ends };
}

interface Open {
  readonly label: string;
  readonly first: number;
  readonly line: number;
}

/** Entities of one column; an I or E without a beginning opens one, as in the older IOB form. */
function readLevel(
  sentences: readonly (readonly Row[])[],
  column: number,
  close: (open: Open, last: number) => void,
): void {
  let index = 0;
  for (const sentence of sentences) {
    let open: Open | undefined;
    for (const { columns, line } of sentence) {
      const [, prefix, label] = /^([BIESLU])-(\S+)$/.exec(columns[column] ?? '') ?? [];
      const goesOn = open !== undefined && label === open.label && /^[IEL]$/.test(prefix ?? '');
      if (open !== undefined && !goesOn) {
        close(open, index);
        open = undefined;
      }
      if (label !== undefined) open ??= { label, first: index, line };
      index += 1;
      if (open !== undefined && /^[ESLU]$/.test(prefix ?? '')) {
        close(open, index);
        open = undefined;
      }
    }
    if (open !== undefined) close(open, index);
  }
}

function readDocument(
  document: Document,
  path: string,
  file: string,
  firstColumn: number,
  joinProclitics: boolean,
): { article: ImportedArticle; builder: RecordBuilder } {
  const rows = document.sentences.flat();
  const { text, starts, ends } = layOut(document.sentences, joinProclitics);
  const builder = new RecordBuilder(file, text);
  const widest = rows.reduce((most, { columns }) => Math.max(most, columns.length), 0);
  const found: { annotation: Omit<Annotation, 'id'>; line: number }[] = [];
  for (let column = firstColumn; column < widest; column += 1) {
    readLevel(document.sentences, column, ({ label, first, line }, last) => {
      const start = starts[first] ?? 0;
      const end = ends[last - 1] ?? start;
      const annotation = { label: readColumn(label), start, end, quote: text.slice(start, end) };
      found.push({ annotation, line });
    });
  }
  found.sort(
    (a, b) => a.annotation.start - b.annotation.start || b.annotation.end - a.annotation.end,
  );
  for (const [at, { annotation, line }] of found.entries()) {
    builder.add({ id: `t${at + 1}`, ...annotation }, line);
  }
  for (const { columns, line } of rows) {
    const tag = columns[firstColumn];
    if (tag !== undefined && TAG.test(tag)) continue;
    builder.report(
      'conll-line-unreadable',
      {
        en: tag === undefined ? 'a token without a tag' : `'${tag}' is not a BIO or BIOES tag`,
        ar: tag === undefined ? 'كلمة بلا وسم' : `'${tag}' ليس وسم BIO أو BIOES`,
      },
      { line, severity: 'error' },
    );
  }
  return { article: { path, text, record: builder.build() }, builder };
}

export function readConll(
  files: readonly ImportFile[],
  options: Readonly<Record<string, string>>,
): ImportResult {
  const articles: ImportedArticle[] = [];
  const issues: ImportResult['issues'][number][] = [];
  for (const { path: file, content, linesBefore = 0, within } of files) {
    const survey = new Survey();
    const all = documentsOf(content, linesBefore, survey);
    const { before, whole } = within ?? { before: 0, whole: survey };
    const documents = all.filter(({ sentences }) => sentences.length > 0);
    const stem = withoutExtension(baseName(file));
    for (const [at, document] of documents.entries()) {
      const number = String(before + at + 1).padStart(4, '0');
      const fallback = whole.documents === 1 ? `${stem}.txt` : `${stem}-${number}.txt`;
      const path = articlePath(document.name ?? fallback);
      if (path === undefined) {
        const name = JSON.stringify(document.name ?? fallback);
        issues.push({
          code: 'unsafe-path',
          severity: 'error',
          message: { en: `${name} cannot be a file name here`, ar: `${name} لا يصلح اسم ملف هنا` },
          file,
        });
        continue;
      }
      const join = options['proclitics'] === 'cut';
      const { article, builder } = readDocument(document, path, file, whole.tagColumn, join);
      articles.push(article);
      issues.push(...builder.issues);
    }
  }
  return { articles, issues };
}
