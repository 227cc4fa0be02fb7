import { articleIssue } from './loss';
import type { Format, ImportFile, ImportResult } from './format';
import { eachAlone } from './paths';
import type { FoundCas, FoundFs } from './casRead';
import { articleOfCas, casIssue } from './casRead';
import type { CasFs } from './casWrite';
import { TYPES, casArticle, casOf } from './casWrite';
import { shortName } from './uimaTypes';
import type { XmlElement } from './xml';
import { XmlError, escapeXml, isXmlText, parseXml } from './xml';

const CAS_SPACE = 'http:///uima/cas.ecore';
const XMI_SPACE = 'http://www.omg.org/XMI';
/** References by the names that UIMA, DKPro Core and INCEpTION give them: XMI does not mark them. */
const REFERENCES = new Set([
  'sofa',
  'Governor',
  'Dependent',
  'target',
  'next',
  'first',
  'links',
  'parent',
]);

/** Features that are text whatever stands in them; in others, several numbers are references. */
const TEXTS = new Set(['value', 'identifier', 'kind', 'mode', 'role', 'data']);
const LIST = /^\d+(?: \d+)+$/;

function spaceOf(type: string): string {
  const dot = type.lastIndexOf('.');
  return dot === -1
    ? 'http:///uima/noNamespace.ecore'
    : `http:///${type.slice(0, dot).replaceAll('.', '/')}.ecore`;
}

/** A prefix for every namespace: the last part of the package, with a number where that is taken. */
function prefixesOf(structures: readonly CasFs[]): ReadonlyMap<string, string> {
  const prefixes = new Map([
    [CAS_SPACE, 'cas'],
    [XMI_SPACE, 'xmi'],
  ]);
  for (const { type } of structures) {
    const space = spaceOf(type);
    if (prefixes.has(space)) continue;
    const base = /([A-Za-z]\w*)\.ecore$/.exec(space)?.[1] ?? 'type';
    const taken = new Set(prefixes.values());
    let prefix = base;
    for (let n = 2; taken.has(prefix); n += 1) prefix = `${base}${n}`;
    prefixes.set(space, prefix);
  }
  return prefixes;
}

function xmiOf(structures: readonly CasFs[]): string {
  const prefixes = prefixesOf(structures);
  const spaces = [...prefixes].map(([space, prefix]) => `xmlns:${prefix}="${space}"`);
  const element = ({ id, type, features, refs }: CasFs): string => {
    const all = Object.entries({ 'xmi:id': id, ...refs, ...features });
    const attributes = all.map(([name, value]) => `${name}="${escapeXml(String(value))}"`);
    return `  <${prefixes.get(spaceOf(type)) ?? ''}:${shortName(type)} ${attributes.join(' ')}/>`;
  };
  const [sofa, ...rest] = structures;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xmi:XMI ${spaces.join(' ')} xmi:version="2.0">`,
    '  <cas:NULL xmi:id="0"/>',
    ...rest.map(element),
    ...(sofa === undefined ? [] : [element(sofa)]),
    `  <cas:View sofa="1" members="${rest.map(({ id }) => id).join(' ')}"/>`,
    '</xmi:XMI>',
    '',
  ].join('\n');
}

/** The types of the export, in the file that UIMA wants beside an XMI. */
function typeSystem(): string {
  const types = TYPES.map(([name, supertype, features]) =>
    [
      '    <typeDescription>',
      `      <name>${name}</name>`,
      '      <description/>',
      `      <supertypeName>${supertype}</supertypeName>`,
      '      <features>',
      ...features.map(
        ([feature, range]) =>
          `        <featureDescription><name>${feature}</name><description/><rangeTypeName>${range}</rangeTypeName></featureDescription>`,
      ),
      '      </features>',
      '    </typeDescription>',
    ].join('\n'),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">',
    '  <types>',
    ...types,
    '  </types>',
    '</typeSystemDescription>',
    '',
  ].join('\n');
}

function typeOfElement({ name }: XmlElement, spaces: ReadonlyMap<string, string>): string {
  const [prefix = '', local = ''] = name.includes(':') ? name.split(':') : ['', name];
  const space = spaces.get(prefix) ?? '';
  if (space === 'http:///uima/noNamespace.ecore') return local;
  const match = /^http:\/\/\/(.*)\.ecore$/.exec(space);
  return match === null ? local : `${(match[1] ?? '').replaceAll('/', '.')}.${local}`;
}

function structureOf(element: XmlElement, type: string): FoundFs {
  const features: [string, string][] = [];
  const refs: [string, string][] = [];
  for (const [name, value] of element.attributes) {
    if (name.includes(':') || name === 'begin' || name === 'end') continue;
    if (/^\d+$/.test(value)) refs.push([name, value]);
    if (!REFERENCES.has(name) && (TEXTS.has(name) || !LIST.test(value))) {
      features.push([name, value]);
    }
  }
  const number = (name: string): number | undefined => {
    const value = element.attributes.get(name);
    return value !== undefined && /^\d{1,12}$/.test(value) ? Number(value) : undefined;
  };
  const [begin, end] = [number('begin'), number('end')];
  return {
    id: element.attributes.get('xmi:id') ?? '',
    type,
    ...(begin === undefined ? {} : { begin }),
    ...(end === undefined ? {} : { end }),
    features: Object.fromEntries(features),
    refs: Object.fromEntries(refs),
  };
}

function casIn(root: XmlElement): FoundCas {
  const spaces = new Map(
    [...root.attributes]
      .filter(([name]) => name.startsWith('xmlns:'))
      .map(([name, space]) => [name.slice('xmlns:'.length), space]),
  );
  const sofas: { id: string; name: string; text?: string }[] = [];
  const structures: FoundFs[] = [];
  for (const element of root.children) {
    const type = typeOfElement(element, spaces);
    if (['uima.cas.NULL', 'uima.cas.View'].includes(type)) continue;
    if (type === 'uima.cas.Sofa') {
      const text = element.attributes.get('sofaString');
      sofas.push({
        id: element.attributes.get('xmi:id') ?? '',
        name: element.attributes.get('sofaID') ?? '',
        ...(text === undefined ? {} : { text }),
      });
    } else structures.push(structureOf(element, type));
  }
  return { sofas, structures };
}

function readOne(file: ImportFile): ReturnType<typeof articleOfCas> {
  try {
    const root = parseXml(file.content);
    if (/(^|:)XMI$/.test(root.name)) return articleOfCas(file, /\.xmi$/i, casIn(root));
    throw new XmlError('the root element is not XMI', 0);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    const line = file.content.slice(0, error.at).split('\n').length;
    const issue = casIssue(
      file.path,
      'cas-unreadable',
      `not an XMI file that can be read safely: ${error.reason}`,
      `ليس ملف XMI يُقرأ بأمان: ${error.reason}`,
    );
    return { issues: [{ ...issue, line }] };
  }
}

function read(files: readonly ImportFile[]): ImportResult {
  const results = files.map(readOne);
  return {
    articles: results.flatMap(({ article }) => (article === undefined ? [] : [article])),
    issues: results.flatMap(({ issues }) => issues),
  };
}

/** UIMA CAS in XMI, with its type system beside it. */
export const casXmi: Format = {
  id: 'cas-xmi',
  name: { en: 'UIMA CAS XMI', ar: 'يويما CAS XMI' },
  options: [],
  article: (exported, _options, context) => {
    const { artefacts, losses } = casArticle(exported, context, 'xmi', xmiOf(casOf(exported)));
    // A lone surrogate has a loss of its own already.
    if (losses.length > 0 || isXmlText(exported.text)) return { artefacts, losses };
    const loss = articleIssue(exported, 'cas-character-replaced', {
      en: 'the text holds control characters that XML cannot carry; U+FFFD stands for each',
      ar: 'في النص حروف تحكم لا يحملها XML؛ حل محل كل منها U+FFFD',
    });
    return { artefacts, losses: [loss] };
  },
  finish: () => [{ path: 'typesystem.xml', content: typeSystem(), mode: 'file' }],
  group: (paths) => eachAlone(paths, /\.xmi$/i),
  read,
};
