import type { Issue } from '../model/issue';
import type { ImportFile, ImportedArticle } from './format';
import { isObject, parseJson } from './json';
import type { JsonObject } from './json';
import { RawText } from './lineEnds';
import { articlePath } from './paths';
import { RecordBuilder } from './recordBuilder';
import { SideReader } from './sideData';
import type { FoundLink, FoundSpan } from './spanGraph';
import { addGraph } from './spanGraph';
import { CLAIM_LINK_TYPE, ENTITY_LINK_TYPE, foundSpan, shortName } from './uimaTypes';
import { DETAILS_TYPE, RECORD_TYPE, VIEW } from './casWrite';

/** A feature structure of any type, with the features that say something by themselves as text. */
export interface FoundFs {
  readonly id: string;
  readonly type: string;
  readonly begin?: number;
  readonly end?: number;
  readonly sofa?: string;
  readonly features: Readonly<Record<string, string>>;
  /** Features that may point to another structure, to its id. */
  readonly refs: Readonly<Record<string, string>>;
}

export interface FoundCas {
  readonly sofas: readonly { readonly id: string; readonly name: string; readonly text?: string }[];
  readonly structures: readonly FoundFs[];
}

/** Tokens and the like: they say how the text is cut, not what somebody marked in it. */
const CUTS = new Set([
  'Token',
  'Sentence',
  'Paragraph',
  'Div',
  'DocumentAnnotation',
  'DocumentMetaData',
]);

export function casIssue(file: string, code: string, en: string, ar: string): Issue {
  return { code, severity: 'error', message: { en, ar }, file };
}

class CasReader {
  private readonly spans: FoundSpan[] = [];
  private readonly byId = new Map<string, number>();
  private readonly details = new Map<string, JsonObject>();
  private readonly links: FoundLink[] = [];
  private foreign = 0;
  private unnamed = 0;
  private elsewhere = 0;
  private other = 0;

  constructor(
    private readonly builder: RecordBuilder,
    private readonly view: RawText,
    private readonly sofa: string,
  ) {}

  read(structures: readonly FoundFs[], side: SideReader): void {
    for (const { type, features, refs } of structures) {
      const data = type === DETAILS_TYPE ? parseJson(features['data'] ?? '')?.value : undefined;
      if (isObject(data)) this.details.set(refs['target'] ?? '', data);
    }
    for (const one of structures) this.structure(one);
    for (const one of structures) this.relation(one);
    this.foreign += addGraph(this.builder, this.spans, this.links);
    side.addRest(this.builder, this.view);
    this.report();
  }

  private structure(one: FoundFs): void {
    const { id, type, begin, end, refs, sofa } = one;
    if ([DETAILS_TYPE, RECORD_TYPE].includes(type) || isRelation(one)) return;
    if (CUTS.has(shortName(type))) return;
    if (begin === undefined || end === undefined) {
      if (!type.startsWith('uima.cas.')) this.other += 1;
      return;
    }
    if ((refs['sofa'] ?? sofa) !== this.sofa) {
      this.elsewhere += 1;
      return;
    }
    const place = this.view.utf16ToLf({ start: begin, end });
    const { named, details, ...span } = foundSpan(type, one.features, place);
    if (!named) this.unnamed += 1;
    const own = this.details.get(id);
    this.byId.set(id, this.spans.length);
    this.spans.push({ ...span, id: `u${id}`, details: { ...own, ...details } });
  }

  private relation(one: FoundFs): void {
    if (!isRelation(one)) return;
    const ours = one.type === CLAIM_LINK_TYPE || one.type === ENTITY_LINK_TYPE;
    const from = this.byId.get(one.refs['Governor'] ?? '');
    const to = this.byId.get(one.refs['Dependent'] ?? '');
    if (!ours || from === undefined || to === undefined) this.foreign += 1;
    else this.links.push({ from, to, type: one.features['role'] ?? '' });
  }

  private report(): void {
    const say = (count: number, code: string, en: string, ar: string): void => {
      if (count > 0) this.builder.report(code, { en: `${count} ${en}`, ar: `${ar} (${count})` });
    };
    say(
      this.foreign,
      'cas-relation-not-carried',
      'relations have no place here; left out',
      'علاقات لا مكان لها هنا؛ تُركت',
    );
    say(
      this.elsewhere,
      'cas-other-view',
      'annotations are about another view; left out',
      'حواش على عرض آخر للنص؛ تُركت',
    );
    say(
      this.other,
      'cas-structure-not-carried',
      'feature structures that are no spans have no place here; left out',
      'بنى ليست مديات ولا مكان لها هنا؛ تُركت',
    );
    say(
      this.unnamed,
      'cas-no-label',
      'spans have no feature that could be a label; labelled with the name of their type',
      'مديات بلا سمة تصلح وسمًا؛ وُسمت باسم نوعها',
    );
  }
}

function isRelation({ refs }: FoundFs): boolean {
  return refs['Governor'] !== undefined && refs['Dependent'] !== undefined;
}

/** One article from a CAS: its first view that has a text, `_InitialView` before others. */
export function articleOfCas(
  file: ImportFile,
  extension: RegExp,
  { sofas, structures }: FoundCas,
): { readonly article?: ImportedArticle; readonly issues: readonly Issue[] } {
  const withText = sofas.filter(({ text }) => text !== undefined);
  const sofa = withText.find(({ name }) => name === VIEW) ?? withText[0];
  if (sofa?.text === undefined) {
    const issue = casIssue(
      file.path,
      'cas-no-text',
      'no view of this CAS holds its text as a string',
      'ليس في هذا الملف نص محفوظ سلسلةً',
    );
    return { issues: [issue] };
  }
  const record = structures.find(({ type }) => type === RECORD_TYPE);
  const side = new SideReader(parseJson(record?.features['data'] ?? '')?.value);
  const path = articlePath(side.path ?? file.path.replace(extension, ''));
  if (path === undefined) {
    const issue = casIssue(
      file.path,
      'unsafe-path',
      'cannot be a file name here',
      'لا يصلح اسم ملف هنا',
    );
    return { issues: [issue] };
  }
  const view = new RawText(sofa.text);
  const builder = new RecordBuilder(file.path, view.lf);
  new CasReader(builder, view, sofa.id).read(structures, side);
  return {
    article: { path, text: view.lf, record: builder.build(side.status) },
    issues: builder.issues,
  };
}
