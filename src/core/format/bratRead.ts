import type { Annotation, QuotedSpan, Scalar } from '../model/annotation';
import type { Span } from '../text/span';
import { joinFragments, spanOfPieces } from './bratSpans';
import { EXTRA_NOTE } from './bratWrite';
import { defined, field, isObject, parseJson } from './json';
import { readAnnotation } from './jsonlRecord';
import { decodeName } from './labelCode';
import type { RawText } from './lineEnds';
import type { RecordBuilder } from './recordBuilder';

interface TextBound {
  readonly id: string;
  readonly type: string;
  /** Code points over the text as the file has it. */
  readonly fragments: readonly Span[];
  readonly words: string;
  readonly line: number;
}

interface BratEvent {
  readonly id: string;
  readonly type: string;
  readonly trigger: string;
  readonly roles: readonly (readonly [role: string, target: string])[];
  readonly line: number;
}

/** What the lines say of one T or E beyond its own line. */
interface Extras {
  readonly attributes: Record<string, Scalar>;
  readonly notes: string[];
  readonly links: string[];
  own?: unknown;
}

const TEXT_BOUND = /^(T\S*)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)(?:\t(.*))?$/;
const EVENT = /^(E\S*)\t(\S+):(\S+)((?: \S+:\S+)*)\s*$/;
const ATTRIBUTE = /^[AM]\S*\t(\S+) (\S+)(?: (\S+))?\s*$/;
const REFERENCE_LINE = /^N\S*\tReference (\S+) (\S+)(?:\t.*)?$/;
const NOTE = /^#\S*\t(\S+) (\S+)\t(.*)$/;
const RELATION = /^(?:R\S*|\*)\t/;

/** The lines of an `.ann` file by kind. Lines that are no standoff are reported. */
export class AnnFile {
  readonly textBounds = new Map<string, TextBound>();
  readonly events: BratEvent[] = [];
  private readonly extras = new Map<string, Extras>();

  constructor(
    source: string,
    private readonly builder: RecordBuilder,
  ) {
    for (const [at, raw] of source.split('\n').entries()) {
      const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
      if (line.trim() !== '' && !this.readLine(line, at + 1)) this.unread(line, at + 1);
    }
  }

  extrasOf(id: string): Extras {
    const known = this.extras.get(id);
    if (known !== undefined) return known;
    const fresh: Extras = { attributes: {}, notes: [], links: [] };
    this.extras.set(id, fresh);
    return fresh;
  }

  private readLine(source: string, line: number): boolean {
    const bound = TEXT_BOUND.exec(source);
    if (bound !== null) return this.readTextBound(bound, line);
    const event = EVENT.exec(source);
    if (event !== null) {
      const [, id = '', type = '', trigger = '', rest = ''] = event;
      const roles = rest
        .split(' ')
        .filter((role) => role !== '')
        .map((role): [string, string] => [
          role.slice(0, role.indexOf(':')),
          role.slice(role.indexOf(':') + 1),
        ]);
      this.events.push({ id, type: decodeName(type), trigger, roles, line });
      return true;
    }
    return this.readExtra(source);
  }

  private readTextBound(match: RegExpExecArray, line: number): boolean {
    const [, id = '', type = '', places = '', words = ''] = match;
    const fragments = places.split(';').map((place) => {
      const [start = 0, end = 0] = place.split(' ').map(Number);
      return { start, end };
    });
    this.textBounds.set(id, { id, type: decodeName(type), fragments, words, line });
    return true;
  }

  private readExtra(source: string): boolean {
    const attribute = ATTRIBUTE.exec(source);
    if (attribute !== null) {
      const [, name = '', target = '', value] = attribute;
      const own = this.extrasOf(target).attributes;
      Object.defineProperty(own, decodeName(name), {
        value: value === undefined ? true : decodeName(value),
        enumerable: true,
        configurable: true,
        writable: true,
      });
      return true;
    }
    const reference = REFERENCE_LINE.exec(source);
    if (reference !== null) {
      this.extrasOf(reference[1] ?? '').links.push(reference[2] ?? '');
      return true;
    }
    const note = NOTE.exec(source);
    if (note === null) return false;
    const [, type = '', target = '', text = ''] = note;
    if (type === EXTRA_NOTE) this.extrasOf(target).own = parseJson(text)?.value;
    else this.extrasOf(target).notes.push(text);
    return true;
  }

  private unread(source: string, line: number): void {
    const relation = RELATION.test(source);
    this.builder.report(
      relation ? 'brat-relation-not-carried' : 'brat-line-unreadable',
      relation
        ? {
            en: 'relations between spans have no place here; left out',
            ar: 'لا مكان هنا للعلاقات بين المديات؛ تُركت',
          }
        : { en: 'not a brat standoff line; left out', ar: 'ليس سطر brat صحيحًا؛ تُرك' },
      { line, severity: relation ? 'warning' : 'error' },
    );
  }
}

/** Turns the lines into annotations over the view's LF text. */
export class AnnReader {
  private readonly used = new Set<string>();

  constructor(
    private readonly ann: AnnFile,
    private readonly view: RawText,
    private readonly builder: RecordBuilder,
  ) {}

  read(): void {
    const claims = this.ann.events.filter(
      ({ type, trigger }) => type === 'CLAIM' && this.ann.textBounds.has(trigger),
    );
    for (const event of claims) this.claim(event);
    for (const event of this.ann.events) if (!claims.includes(event)) this.foreignEvent(event);
    for (const bound of this.ann.textBounds.values()) {
      if (!this.used.has(bound.id)) this.entity(bound);
    }
  }

  private entity(bound: TextBound): void {
    this.finish(bound.id, bound.line, { label: bound.type, ...this.spanOf(bound) });
  }

  private claim(event: BratEvent): void {
    const trigger = this.take(event.trigger);
    const content = this.role(event, 'Content') ?? trigger;
    const source = this.role(event, 'Source');
    if (trigger === undefined || content === undefined) return;
    const { Kind, Mode, Checkworthy, ...attributes } = this.ann.extrasOf(event.id).attributes;
    const extras = this.ann.extrasOf(event.id);
    for (const key of ['Kind', 'Mode', 'Checkworthy']) delete extras.attributes[key];
    Object.assign(extras.attributes, attributes);
    const claim = defined({
      kind: typeof Kind === 'string' ? Kind : 'other',
      mode: typeof Mode === 'string' ? Mode : 'indirect',
      checkworthy: Checkworthy === undefined ? undefined : Checkworthy !== 'no',
      cue: content === trigger ? undefined : this.quotedOf(trigger),
      source: source && this.quotedOf(source),
    });
    this.finish(event.id, event.line, { label: 'CLAIM', ...this.spanOf(content), claim });
  }

  /** Events of other schemes: the trigger stays as an entity, its arguments are reported. */
  private foreignEvent(event: BratEvent): void {
    const onEvent = this.ann.extrasOf(event.id);
    const onTrigger = this.ann.extrasOf(event.trigger);
    Object.assign(onTrigger.attributes, onEvent.attributes);
    onTrigger.notes.push(...onEvent.notes);
    this.builder.report(
      'brat-event-not-carried',
      {
        en: `event ${event.id} (${event.type}): its trigger is kept, its arguments have no place here`,
        ar: `الحدث ${event.id} (${event.type}): بقيت كلمته ولا مكان هنا لأطرافه`,
      },
      { line: event.line },
    );
  }

  private finish(target: string, line: number, annotation: Omit<Annotation, 'id'>): void {
    const { attributes, notes, links, own } = this.ann.extrasOf(target);
    const id = target.toLowerCase();
    const stored = isObject(own) ? readExtra(own) : {};
    const all = { ...attributes, ...stored.attributes };
    const link = links[0] ?? stored.link;
    if (links.length > 1) this.furtherLinks(target, line);
    const note = notes.length > 0 ? notes.join('\n') : stored.note;
    this.builder.add(
      defined({
        id,
        ...annotation,
        ...stored,
        attributes: Object.keys(all).length === 0 ? undefined : all,
        link,
        note,
      }),
      line,
    );
  }

  private furtherLinks(target: string, line: number): void {
    this.builder.report(
      'brat-further-reference',
      { en: `${target}: only its first reference is kept`, ar: `${target}: بقي مرجعه الأول وحده` },
      { line },
    );
  }

  private role(event: BratEvent, name: string): TextBound | undefined {
    const target = event.roles.find(([role]) => role === name)?.[1];
    return target === undefined ? undefined : this.take(target);
  }

  private take(id: string): TextBound | undefined {
    if (this.ann.textBounds.has(id)) this.used.add(id);
    return this.ann.textBounds.get(id);
  }

  /** The span over the LF text; words that differ from the text become the quote, which then tells. */
  private spanOf(bound: TextBound): Omit<Annotation, 'id' | 'label'> {
    const { lf } = this.view;
    const fragments = bound.fragments.map((fragment) => this.view.toLf(fragment));
    const found = spanOfPieces(lf, joinFragments(lf, fragments)) ?? { start: 0, end: 0, quote: '' };
    if (bound.words === '' || agrees(lf, fragments, bound.words)) return found;
    return { ...found, quote: bound.words };
  }

  private quotedOf(bound: TextBound): QuotedSpan {
    const { start, end, quote } = this.spanOf(bound);
    return { start, end, quote };
  }
}

/** Whether the words of the line are those of the text, however white space is written. */
function agrees(text: string, fragments: readonly Span[], words: string): boolean {
  const here = fragments.map(({ start, end }) => text.slice(start, end)).join(' ');
  return here === words || here.replace(/\s+/g, ' ').trim() === words.replace(/\s+/g, ' ').trim();
}

function readExtra(own: Readonly<Record<string, unknown>>): Partial<Annotation> {
  const label = field(own, 'label');
  const read = readAnnotation(
    { ...own, label: label ?? 'X', start: 0, end: 0, quote: '' },
    '',
    () => '',
  );
  if (read === undefined) return {};
  const { id, by, at, confidence, attributes, link, note } = read;
  return defined({
    id: id === '' ? undefined : id,
    label: typeof label === 'string' ? label : undefined,
    by,
    at,
    confidence,
    attributes,
    link,
    note,
  });
}
