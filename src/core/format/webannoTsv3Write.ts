import type { ExportArticle } from '../corpus/exporter';
import type { Issue } from '../model/issue';
import type { Span } from '../text/span';
import type { Grid } from './conllGrid';
import { makeGrid, tokensOf } from './conllGrid';
import { articleIssue } from './loss';
import type { GraphSpan, SpanGraph } from './spanGraph';
import { keptSpans, toGraph } from './spanGraph';
import {
  CLAIM_FEATURES,
  CLAIM_LINK_TYPE,
  CLAIM_TYPE,
  ENTITY_FEATURES,
  ENTITY_LINK_TYPE,
  ENTITY_TYPE,
  featuresOf,
  hasFurtherDetails,
  linkTypeOf,
  typeOf,
} from './uimaTypes';
import { escapeText, escapeValue } from './webannoTsv3Escape';

/** A line of the file: a token, or a place inside one. */
interface Unit extends Span {
  id: string;
  /** Indices of the spans that are written here, by layer. */
  readonly spans: Map<string, number[]>;
}

interface Layer {
  readonly type: string;
  readonly features: readonly string[];
  readonly links: string;
}

const LAYERS: readonly Layer[] = [
  { type: ENTITY_TYPE, features: ENTITY_FEATURES, links: ENTITY_LINK_TYPE },
  { type: CLAIM_TYPE, features: CLAIM_FEATURES, links: CLAIM_LINK_TYPE },
];

/** Writes one article as WebAnno TSV 3.3. Offsets are UTF-16, as UIMA counts. */
export class TsvWriter {
  readonly losses: Issue[] = [];
  private readonly graph: SpanGraph;
  private readonly grid: Grid;
  private readonly tokens: Unit[];
  /** Units inside tokens, by index of the token. */
  private readonly inside = new Map<number, Unit[]>();
  private readonly unitsOf = new Map<number, Unit[]>();
  private readonly numbers = new Map<number, number>();
  private readonly kept: ReadonlySet<number>;

  constructor(private readonly article: ExportArticle) {
    this.graph = toGraph(article.record.annotations);
    this.grid = makeGrid(article.text, false);
    this.tokens = this.grid.tokens.map(({ start, end }) => ({
      start,
      end,
      id: '',
      spans: new Map<string, number[]>(),
    }));
    this.kept = keptSpans(this.graph, (span) => this.hasToken(span));
    for (const [at, span] of this.graph.spans.entries()) {
      if (this.kept.has(at)) this.place(at, span);
      else this.lose(span, 'webanno-tsv3-no-token');
    }
    this.nameUnits();
    this.numberSpans();
    this.loseDetails();
  }

  toString(): string {
    const used = LAYERS.filter(({ type }) => this.isUsed(type));
    const columns = used.flatMap((layer) => this.columns(layer));
    const head = ['#FORMAT=WebAnno TSV 3.3', ...columns.map(({ header }) => header), '', ''];
    const { breaks, tokens } = this.grid;
    const body = breaks.flatMap((first, at) => {
      const last = breaks[at + 1] ?? tokens.length;
      const rows: string[] = [];
      for (let token = first; token < last; token += 1) {
        for (const unit of [this.tokens[token], ...(this.inside.get(token) ?? [])]) {
          if (unit === undefined) continue;
          const { start, end } = unit;
          const words = escapeText(this.article.text.slice(start, end));
          const cells = columns.flatMap(({ cells: of }) => of(unit));
          rows.push([unit.id, `${start}-${end}`, words, ...cells, ''].join('\t'));
        }
      }
      return [`#Text=${escapeText(this.sentence(at))}`, ...rows, ''];
    });
    return [...head, ...body].join('\n');
  }

  /** Whether the text can be put together again: the file has no place for what precedes the first token. */
  get textChanges(): boolean {
    const { text } = this.article;
    const first = this.grid.tokens[0];
    return first === undefined ? text !== '' : /[^ ]/.test(text.slice(0, first.start));
  }

  /**
   * The text of a sentence with the white space after it, but for a last line feed and the blanks behind
   * that: readers put those between sentences by themselves.
   */
  private sentence(at: number): string {
    const { breaks, tokens } = this.grid;
    const { text } = this.article;
    const start = tokens[breaks[at] ?? 0]?.start ?? 0;
    const nextBreak = breaks[at + 1];
    if (nextBreak === undefined) return text.slice(start);
    const words = text.slice(start, tokens[nextBreak]?.start);
    return words.replace(/\n *$/, '');
  }

  private hasToken(span: Span): boolean {
    if (this.tokens.length === 0) return false;
    if (span.start === span.end) return true;
    const { first, last } = tokensOf(this.grid, span);
    return first < last;
  }

  private place(at: number, span: GraphSpan): void {
    if (span.start === span.end) return this.placeEmpty(at, span);
    const { first, last } = tokensOf(this.grid, span);
    for (let token = first; token < last; token += 1) {
      const unit = this.tokens[token];
      if (unit === undefined) continue;
      const start = Math.max(span.start, unit.start);
      const end = Math.min(span.end, unit.end);
      const whole = start === unit.start && end === unit.end;
      this.write(at, span, whole ? unit : this.insideUnit(token, start, end));
    }
    const from = this.tokens[first]?.start ?? 0;
    const to = this.tokens[last - 1]?.end ?? 0;
    if (span.start < from || span.end > to) this.lose(span, 'webanno-tsv3-span-edge-space');
  }

  /** A span without characters stands in the first token that it touches, else at the end of the last one before. */
  private placeEmpty(at: number, span: GraphSpan): void {
    const next = this.tokens.findIndex(({ end }) => end >= span.start);
    const touching = this.tokens[next];
    if (touching !== undefined && touching.start <= span.start) {
      return this.write(at, span, this.insideUnit(next, span.start, span.start));
    }
    const before = (next === -1 ? this.tokens.length : next) - 1;
    const place = before === -1 ? (this.tokens[0]?.start ?? 0) : (this.tokens[before]?.end ?? 0);
    this.write(at, span, this.insideUnit(Math.max(before, 0), place, place));
    this.lose(span, 'webanno-tsv3-span-edge-space');
  }

  private insideUnit(token: number, start: number, end: number): Unit {
    const units = this.inside.get(token) ?? [];
    this.inside.set(token, units);
    const known = units.find((unit) => unit.start === start && unit.end === end);
    if (known !== undefined) return known;
    const unit = { start, end, id: '', spans: new Map<string, number[]>() };
    units.push(unit);
    return unit;
  }

  private write(at: number, span: GraphSpan, unit: Unit): void {
    const type = typeOf(span);
    unit.spans.set(type, [...(unit.spans.get(type) ?? []), at]);
    this.unitsOf.set(at, [...(this.unitsOf.get(at) ?? []), unit]);
  }

  private nameUnits(): void {
    let sentence = 0;
    let inSentence = 0;
    for (const [at, token] of this.tokens.entries()) {
      if (this.grid.breaks[sentence] === at) {
        sentence += 1;
        inSentence = 0;
      }
      inSentence += 1;
      token.id = `${sentence}-${inSentence}`;
      const units = this.inside.get(at) ?? [];
      units.sort((a, b) => a.start - b.start || a.end - b.end);
      for (const [number, unit] of units.entries()) unit.id = `${token.id}.${number + 1}`;
    }
  }

  /** A span over several units, or one that shares a unit with another of its layer, needs a number. */
  private numberSpans(): void {
    for (const [at, units] of this.unitsOf) {
      const span = this.graph.spans[at];
      if (span === undefined) continue;
      const shares = units.some((unit) => (unit.spans.get(typeOf(span))?.length ?? 0) > 1);
      if (shares || units.length > 1) this.numbers.set(at, this.numbers.size + 1);
    }
  }

  private isUsed(type: string): boolean {
    return [...this.unitsOf.keys()].some((at) => {
      const span = this.graph.spans[at];
      return span !== undefined && typeOf(span) === type;
    });
  }

  private columns({ type, features, links }: Layer): {
    header: string;
    cells: (unit: Unit) => string[];
  }[] {
    const spans = {
      header: `#T_SP=${type}|${features.join('|')}`,
      cells: (unit: Unit): string[] =>
        features.map((feature) => {
          const here = unit.spans.get(type) ?? [];
          return here.length === 0 ? '_' : here.map((at) => this.cell(at, feature)).join('|');
        }),
    };
    const hasLinks = this.graph.links.some(
      ({ from, to }) => this.kept.has(to) && this.kept.has(from) && this.isLinkOf(from, links),
    );
    if (!hasLinks) return [spans];
    const relations = {
      header: `#T_RL=${links}|role|BT_${type}`,
      cells: (unit: Unit): string[] => this.relationCells(unit, links),
    };
    return [spans, relations];
  }

  private isLinkOf(from: number, links: string): boolean {
    const span = this.graph.spans[from];
    return span !== undefined && linkTypeOf(span) === links;
  }

  private cell(at: number, feature: string): string {
    const span = this.graph.spans[at];
    const value = span === undefined ? undefined : featuresOf(span)[feature];
    const number = this.numbers.get(at);
    const mark = number === undefined ? '' : `[${number}]`;
    return (value === undefined || value === '' ? '*' : escapeValue(value)) + mark;
  }

  /** A relation stands where its target begins and names the unit that its source begins with. */
  private relationCells(unit: Unit, links: string): string[] {
    const here = this.graph.links.filter(
      ({ from, to }) =>
        this.isLinkOf(from, links) && this.kept.has(from) && this.unitsOf.get(to)?.[0] === unit,
    );
    if (here.length === 0) return ['_', '_'];
    const references = here.map(({ from, to }) => {
      const [source, target] = [this.numbers.get(from) ?? 0, this.numbers.get(to) ?? 0];
      const mark = source === 0 && target === 0 ? '' : `[${source}_${target}]`;
      return (this.unitsOf.get(from)?.[0]?.id ?? '') + mark;
    });
    return [here.map(({ role }) => role).join('|'), references.join('|')];
  }

  private lose(
    span: GraphSpan,
    code: 'webanno-tsv3-no-token' | 'webanno-tsv3-span-edge-space',
  ): void {
    const { annotation, role = 'span' } = span;
    const gone = code === 'webanno-tsv3-no-token';
    this.losses.push(
      articleIssue(
        this.article,
        code,
        gone
          ? {
              en: `${annotation.label}: the ${role} touches no token and is not carried`,
              ar: `${annotation.label}: المدى (${role}) لا يمس أي كلمة فلا يُنقل`,
            }
          : {
              en: `${annotation.label}: white space at the edges of the ${role} is in no token; the span ends at the tokens`,
              ar: `${annotation.label}: الفراغ عند أطراف المدى (${role}) ليس في كلمة؛ ينتهي المدى عند الكلمات`,
            },
        annotation,
      ),
    );
  }

  private loseDetails(): void {
    const { annotations } = this.article.record;
    for (const annotation of annotations) {
      if (!hasFurtherDetails(annotation)) continue;
      this.losses.push(
        articleIssue(
          this.article,
          'webanno-tsv3-details-not-carried',
          {
            en: `${annotation.label}: note, confidence, attributes or a claim's link are not carried`,
            ar: `${annotation.label}: لا تُنقل الملاحظة والثقة والخصائص ورابط الادعاء`,
          },
          annotation,
        ),
      );
    }
    if (annotations.some(({ by, at }) => by !== undefined || at !== undefined)) {
      this.losses.push(
        articleIssue(this.article, 'webanno-tsv3-provenance-not-carried', {
          en: 'who annotated, and when, is not carried',
          ar: 'لا يُنقل من وسم ومتى',
        }),
      );
    }
  }
}
