import type { ImportFile } from './format';
import { RawText } from './lineEnds';
import { RecordBuilder } from './recordBuilder';
import type { FoundLink, FoundSpan } from './spanGraph';
import { addGraph } from './spanGraph';
import { CLAIM_LINK_TYPE, ENTITY_LINK_TYPE, foundSpan } from './uimaTypes';
import { splitEscaped, splitMark, unescape } from './webannoTsv3Escape';

type Kind = 'SP' | 'RL' | 'CH';

interface Layer {
  readonly kind: Kind;
  readonly type: string;
  /** Names of its columns; one empty name where the layer has no features. */
  readonly columns: readonly string[];
  /** Index of its first column among all. */
  readonly first: number;
}

interface Row {
  readonly unit: string;
  readonly start: number;
  readonly end: number;
  readonly cells: readonly string[];
  readonly line: number;
}

/** An annotation while its units are gathered; offsets UTF-16 over the raw text. */
interface Gathered {
  readonly type: string;
  start: number;
  end: number;
  readonly features: Record<string, string | undefined>;
  readonly line: number;
}

/** A gap between tokens that is wider than this is a damaged offset. */
const WIDEST_GAP = 100_000;
const isSlot = (column: string): boolean => column.startsWith('ROLE_') || column.includes('.');

/** Reads one file; `builder` is there after `text`. */
export class TsvReader {
  private readonly layers: Layer[] = [];
  private readonly rows: Row[] = [];
  private readonly gathered: Gathered[] = [];
  /** Annotations by layer and unit in the order of their stack, and by layer and mark. */
  private readonly inUnit = new Map<string, number[]>();
  private readonly byMark = new Map<string, number>();
  private readonly links: FoundLink[] = [];
  private readonly view: RawText;
  readonly builder: RecordBuilder;
  private foreign = 0;
  private slots = 0;
  private chained = 0;
  private misplaced = 0;

  constructor(file: ImportFile) {
    const problems: number[] = [];
    this.view = new RawText(this.readLines(file.content.split(/\r?\n/), problems));
    this.builder = new RecordBuilder(file.path, this.view.lf);
    for (const line of problems) {
      this.builder.report(
        'webanno-tsv3-line-unreadable',
        {
          en: 'not a token of WebAnno TSV 3: unit, offsets and columns are missing or wrong; left out',
          ar: 'ليس سطرًا من WebAnno TSV 3: الوحدة أو المواضع أو الأعمدة ناقصة أو خاطئة؛ تُرك',
        },
        { line, severity: 'error' },
      );
    }
  }

  read(): void {
    for (const row of this.rows) {
      this.checkWords(row);
      for (const layer of this.layers) if (layer.kind !== 'RL') this.readSpans(layer, row);
    }
    for (const row of this.rows) {
      for (const layer of this.layers) if (layer.kind === 'RL') this.readRelations(layer, row);
    }
    let unnamed = 0;
    const spans = this.gathered.map(({ type, features, start, end, line }): FoundSpan => {
      const { named, ...span } = foundSpan(type, features, this.view.utf16ToLf({ start, end }));
      if (!named) unnamed += 1;
      return { ...span, line };
    });
    this.foreign += addGraph(this.builder, spans, this.links);
    this.reportAll(unnamed);
  }

  /** Header, rows, and the text as INCEpTION puts it together: the answer. */
  private readLines(lines: readonly string[], problems: number[]): string {
    let text = '';
    let sentence: string | undefined;
    let columns = 0;
    for (const [at, line] of lines.entries()) {
      const head = /^#T_(SP|RL|CH)=(.*)$/.exec(line);
      if (line.startsWith('#Text=')) {
        sentence = `${sentence ?? ''}${unescape(line.slice('#Text='.length))}\n`;
      } else if (head !== null) columns = this.readHeader(head, columns);
      else if (line.trim() !== '' && !line.startsWith('#')) {
        const row = rowOf(line, columns, at + 1);
        const far = (row?.start ?? 0) > text.length + (sentence?.length ?? 0) + WIDEST_GAP;
        if (row === undefined || far) {
          problems.push(at + 1);
          continue;
        }
        if (sentence !== undefined) text = joined(text, sentence, row.start);
        sentence = undefined;
        this.rows.push(row);
      }
    }
    if (sentence !== undefined) text += sentence;
    return text.replace(/\n$/, '');
  }

  private readHeader([, kind = '', rest = '']: RegExpExecArray, first: number): number {
    const [type = '', ...columns] = rest.split('|');
    const named = columns.length === 0 ? [''] : columns;
    this.layers.push({ kind: kind as Kind, type, columns: named, first });
    return first + named.length;
  }

  private checkWords({ start, end, cells }: Row): void {
    if (unescape(cells[0] ?? '') !== this.view.raw.slice(start, end)) this.misplaced += 1;
  }

  private readSpans(layer: Layer, row: Row): void {
    const cells = layer.columns.map((_, at) => row.cells[layer.first + at + 1] ?? '_');
    if (cells.every((cell) => cell === '_')) return;
    const stacks = cells.map((cell) => splitEscaped(cell, '|'));
    const count = Math.max(...stacks.map((stack) => stack.length));
    for (let at = 0; at < count; at += 1) {
      const values = stacks.map((stack) => stack[at] ?? '_');
      this.readSpan(layer, row, values);
    }
  }

  private readSpan(layer: Layer, row: Row, values: readonly string[]): void {
    const features: Record<string, string | undefined> = {};
    let mark: string | undefined;
    for (const [at, column] of layer.columns.entries()) {
      const cell = values[at] ?? '_';
      if (isSlot(column)) {
        if (column.startsWith('ROLE_')) mark ??= splitMark(cell).mark;
        else if (cell !== '_' && cell !== '*') this.slots += 1;
        continue;
      }
      const part = splitMark(cell);
      mark ??= part.mark;
      if (part.value === '_' || part.value === '*' || column === '') continue;
      Object.defineProperty(features, column, {
        value: unescape(part.value),
        enumerable: true,
        configurable: true,
      });
    }
    const known = mark === undefined ? undefined : this.byMark.get(`${layer.type} ${mark}`);
    const annotation = known === undefined ? undefined : this.gathered[known];
    const index = known ?? this.gathered.length;
    const { start, end, line, unit } = row;
    if (annotation !== undefined) {
      annotation.start = Math.min(annotation.start, start);
      annotation.end = Math.max(annotation.end, end);
    } else {
      if (layer.kind === 'CH') this.chained += 1;
      this.gathered.push({ type: layer.type, start, end, features, line });
      if (mark !== undefined) this.byMark.set(`${layer.type} ${mark}`, index);
    }
    const place = `${layer.type} ${unit}`;
    this.inUnit.set(place, [...(this.inUnit.get(place) ?? []), index]);
  }

  private readRelations(layer: Layer, row: Row): void {
    const base = (layer.columns.at(-1) ?? '').replace(/^BT_/, '');
    const references = row.cells[layer.first + layer.columns.length] ?? '_';
    if (references === '_') return;
    const values = splitEscaped(row.cells[layer.first + 1] ?? '_', '|');
    for (const [at, reference] of splitEscaped(references, '|').entries()) {
      const [, unit = '', source = '0', target = '0'] =
        /^([\d.-]+)(?:\[(\d+)(?:_(\d+))?\])?$/.exec(reference) ?? [];
      const from = this.find(base, unit, source);
      const to = this.find(base, row.unit, target);
      const ours = layer.type === CLAIM_LINK_TYPE || layer.type === ENTITY_LINK_TYPE;
      if (!ours || from === undefined || to === undefined) this.foreign += 1;
      else this.links.push({ from, to, type: unescape(values[at] ?? '') });
    }
  }

  private find(type: string, unit: string, mark: string): number | undefined {
    if (mark !== '0') return this.byMark.get(`${type} ${mark}`);
    return this.inUnit.get(`${type} ${unit}`)?.[0];
  }

  private reportAll(unnamed: number): void {
    const say = (count: number, code: string, en: string, ar: string): void => {
      if (count > 0) this.builder.report(code, { en: `${count} ${en}`, ar: `${ar} (${count})` });
    };
    say(
      this.misplaced,
      'webanno-tsv3-token-mismatch',
      'tokens are not the words at their offsets; offsets must count UTF-16 units',
      'كلمات ليست عند مواضعها؛ يجب أن تعد المواضع وحدات UTF-16',
    );
    say(
      this.foreign,
      'webanno-tsv3-relation-not-carried',
      'relations have no place here; left out',
      'علاقات لا مكان لها هنا؛ تُركت',
    );
    say(
      this.slots,
      'webanno-tsv3-slot-not-carried',
      'slots of spans have no place here; left out',
      'خانات لا مكان لها هنا؛ تُركت',
    );
    say(
      this.chained,
      'webanno-tsv3-chain-not-carried',
      'spans of chains are kept, the chains have no place here',
      'بقيت مديات السلاسل ولا مكان هنا للسلاسل',
    );
    say(
      unnamed,
      'webanno-tsv3-no-label',
      'spans have no feature that could be a label; labelled with the name of their layer',
      'مديات بلا سمة تصلح وسمًا؛ وُسمت باسم طبقتها',
    );
  }
}

/** The text up to and with a sentence that begins at `start`, as readers of the format join them. */
function joined(text: string, sentence: string, start: number): string {
  const before = text.length === start + 1 ? text.replace(/\n$/, '') : text;
  return before.padEnd(start, ' ') + sentence;
}

function rowOf(line: string, columns: number, number: number): Row | undefined {
  const [unit = '', offsets = '', ...cells] = line.split('\t');
  const place = /^(\d+)-(\d+)$/.exec(offsets);
  if (place === null || !/^\d+-\d+(\.\d+)?$/.test(unit) || cells.length < columns + 1) {
    return undefined;
  }
  return { unit, start: Number(place[1]), end: Number(place[2]), cells, line: number };
}
