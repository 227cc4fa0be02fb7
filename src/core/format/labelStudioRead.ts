import type { Span } from '../text/span';
import type { JsonObject } from './json';
import { asList, defined, field, isObject, numberField, stringField } from './json';
import type { OpenRow, RowFormat } from './jsonRows';
import { reportForeignLinks } from './jsonRows';
import { SIDE_KEY } from './sideData';
import type { FoundLink, FoundSpan } from './spanGraph';
import { addGraph } from './spanGraph';

/** A task's data; the short export (JSON_MIN) has it at the top. */
function dataOf(task: JsonObject): JsonObject {
  const data = field(task, 'data');
  return isObject(data) ? data : task;
}

/** The annotations that people made and did not skip. */
function annotationsOf(task: JsonObject): readonly JsonObject[] {
  const listed = field(task, 'annotations') ?? field(task, 'completions');
  return asList(listed)
    .filter(isObject)
    .filter((one) => field(one, 'was_cancelled') !== true);
}

/** In the short export, a list of regions stands under the name of the control. */
function shortRegions(task: JsonObject): JsonObject[] {
  if (field(task, 'data') !== undefined) return [];
  return Object.values(task)
    .flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : []))
    .filter(isObject)
    .filter((one) => Array.isArray(field(one, 'labels')) && numberField(one, 'start') !== undefined)
    .map((value) => ({ type: 'labels', value }));
}

function textOf(task: JsonObject): string | undefined {
  const data = dataOf(task);
  const named = stringField(data, 'text');
  if (named !== undefined) return named;
  const [first] = annotationsOf(task).flatMap((one) => asList(field(one, 'result')));
  const name = isObject(first) ? stringField(first, 'to_name') : undefined;
  return name === undefined ? undefined : stringField(data, name);
}

/** Offsets of a region in code points, and the words that it says are there. */
function placeOf(value: JsonObject): { place: Span; words: string | undefined } | undefined {
  const global = field(value, 'globalOffsets');
  const from = isObject(global) ? global : value;
  const start = numberField(from, 'start');
  const end = numberField(from, 'end');
  if (start === undefined || end === undefined) return undefined;
  if (!Number.isInteger(start) || !Number.isInteger(end)) return undefined;
  return { place: { start, end }, words: stringField(value, 'text') };
}

/** Who annotated, where the export says more than a number, and when, to the second. */
function provenance(annotation: JsonObject | undefined): JsonObject {
  if (annotation === undefined) return {};
  const person = field(annotation, 'completed_by');
  const by = isObject(person) ? stringField(person, 'email') : undefined;
  const at = stringField(annotation, 'created_at')?.replace(/\.\d+(?=Z$)/, '');
  return defined({ by, at: at !== undefined && /^\d{4}-[\dT:-]+Z$/.test(at) ? at : undefined });
}

class TaskReader {
  private readonly spans: FoundSpan[] = [];
  private readonly byId = new Map<string, number>();
  private other = 0;

  constructor(
    private readonly row: OpenRow,
    private readonly made: JsonObject,
  ) {}

  region(result: JsonObject): void {
    const value = field(result, 'value');
    const type = stringField(result, 'type') ?? '';
    const labels = isObject(value) ? asList(field(value, type)) : [];
    const found = isObject(value) ? placeOf(value) : undefined;
    const names = labels.filter((one): one is string => typeof one === 'string' && one !== '');
    if (!/^(hypertext)?labels$/.test(type) || found === undefined || names.length === 0) {
      this.other += 1;
      return;
    }
    const id = stringField(result, 'id');
    if (id !== undefined) this.byId.set(id, this.spans.length);
    const meta = field(result, 'meta');
    const notes = isObject(meta) ? asList(field(meta, 'text')) : [];
    const note = notes.filter((one) => typeof one === 'string').join('\n');
    for (const label of names) this.add(label, found, id, note);
  }

  private add(
    label: string,
    { place, words }: { place: Span; words: string | undefined },
    id: string | undefined,
    note: string,
  ): void {
    const { side, line } = this.row;
    const details = { ...(side.take(label, place) ?? this.made) };
    const at = this.inLf(place, words);
    this.spans.push({
      label,
      ...at,
      id: id ?? `a${this.spans.length + 1}`,
      details: note === '' ? details : { ...details, note },
      line,
    });
  }

  /** Code points; where only UTF-16 units fit the words, as old versions wrote them, those. */
  private inLf(place: Span, words: string | undefined): Span & { quote?: string } {
    const { view } = this.row;
    const at = view.toLf(place);
    if (words === undefined) return at;
    const fits = ({ start, end }: Span): boolean => same(view.lf.slice(start, end), words);
    if (fits(at)) return at;
    const units = view.utf16ToLf(place);
    return fits(units) ? units : { ...at, quote: words };
  }

  finish(results: readonly JsonObject[]): void {
    const { builder, line } = this.row;
    const links = results
      .filter((one) => stringField(one, 'type') === 'relation')
      .map((one): FoundLink => ({
        from: this.byId.get(stringField(one, 'from_id') ?? '') ?? -1,
        to: this.byId.get(stringField(one, 'to_id') ?? '') ?? -1,
        type: asList(field(one, 'labels')).find((label) => typeof label === 'string') ?? '',
      }));
    reportForeignLinks('label-studio', this.row, addGraph(builder, this.spans, links));
    if (this.other > 0) {
      builder.report(
        'label-studio-result-not-carried',
        {
          en: `${this.other} results are no labelled spans of text; left out`,
          ar: `نتائج ليست مديات موسومة في نص (${this.other})؛ تُركت`,
        },
        { line },
      );
    }
  }
}

/** Whether words are the same, however line ends are written: exports have `\n` as two characters at times. */
function same(here: string, words: string): boolean {
  if (here === words) return true;
  const flat = (text: string): string => text.replace(/\\n|\s+/g, ' ').trim();
  return here.trim() !== '' && flat(here) === flat(words);
}

function readOne(row: OpenRow): void {
  const { value: task, builder, line } = row;
  const [annotation, ...further] = annotationsOf(task);
  const listed = annotation === undefined ? [] : asList(field(annotation, 'result'));
  const results = [...listed.filter(isObject), ...shortRegions(task)];
  const reader = new TaskReader(row, provenance(annotation));
  for (const result of results) {
    if (stringField(result, 'type') !== 'relation') reader.region(result);
  }
  reader.finish(results);
  if (further.length > 0) {
    builder.report(
      'label-studio-further-annotations',
      {
        en: `the task has ${further.length + 1} annotations; the first is taken`,
        ar: `للمهمة ${further.length + 1} من التحشيات؛ أُخذت الأولى`,
      },
      { line },
    );
  }
  if (annotation === undefined && asList(field(task, 'predictions')).length > 0) {
    builder.report(
      'label-studio-predictions-not-carried',
      {
        en: 'the task has predictions only, which nobody has confirmed; left out',
        ar: 'ليس للمهمة إلا تنبؤات لم يؤكدها أحد؛ تُركت',
      },
      { line },
    );
  }
}

/** Tasks of Label Studio, from its full or its short JSON export. */
export const TASKS: RowFormat = {
  id: 'label-studio',
  text: textOf,
  read: readOne,
  side: (task) => field(dataOf(task), SIDE_KEY),
};
