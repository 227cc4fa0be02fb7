import type { Format, ImportFile, ImportResult } from './format';
import type { JsonObject } from './json';
import { asList, field, isObject, numberField, parseJson, stringField } from './json';
import { eachJson } from './paths';
import type { FoundCas, FoundFs } from './casRead';
import { articleOfCas, casIssue } from './casRead';
import { SOFA_TYPE, TYPES, VIEW, casArticle, casOf } from './casWrite';

function typesJson(): JsonObject {
  const described = TYPES.map(([name, supertype, features]) => [
    name,
    {
      '%NAME': name,
      '%SUPER_TYPE': supertype,
      ...Object.fromEntries(
        features.map(([feature, range]) => [feature, { '%NAME': feature, '%RANGE': range }]),
      ),
    },
  ]);
  return Object.fromEntries(described) as JsonObject;
}

/** Features with `@` before their name are references, those with `%` describe the structure. */
function structureOf(value: JsonObject): FoundFs {
  const features: [string, string][] = [];
  const refs: [string, string][] = [];
  for (const [name, content] of Object.entries(value)) {
    const isScalar = ['string', 'number', 'boolean'].includes(typeof content);
    if (!isScalar || name.startsWith('%') || name === 'begin' || name === 'end') continue;
    if (name.startsWith('@')) refs.push([name.slice(1), String(content)]);
    else features.push([name.replace(/^#/, ''), String(content)]);
  }
  const [begin, end] = [numberField(value, 'begin'), numberField(value, 'end')];
  return {
    id: String(numberField(value, '%ID') ?? ''),
    type: stringField(value, '%TYPE') ?? '',
    ...(begin === undefined ? {} : { begin }),
    ...(end === undefined ? {} : { end }),
    features: Object.fromEntries(features),
    refs: Object.fromEntries(refs),
  };
}

function casIn(value: JsonObject): FoundCas {
  const structures = asList(field(value, '%FEATURE_STRUCTURES')).filter(isObject).map(structureOf);
  const sofas = structures
    .filter(({ type }) => type === SOFA_TYPE)
    .map(({ id, features }) => {
      const text = features['sofaString'];
      return { id, name: features['sofaID'] ?? '', ...(text === undefined ? {} : { text }) };
    });
  return { sofas, structures: structures.filter(({ type }) => type !== SOFA_TYPE) };
}

function readOne(file: ImportFile): ReturnType<typeof articleOfCas> {
  const value = parseJson(file.content)?.value;
  if (!isObject(value) || field(value, '%VIEWS') === undefined) {
    const issue = casIssue(
      file.path,
      'cas-unreadable',
      'not a CAS in JSON: there is no "%VIEWS"',
      'ليس CAS بصيغة JSON: لا "%VIEWS" فيه',
    );
    return { issues: [issue] };
  }
  return articleOfCas(file, /\.json$/i, casIn(value));
}

function read(files: readonly ImportFile[]): ImportResult {
  const results = files.map(readOne);
  return {
    articles: results.flatMap(({ article }) => (article === undefined ? [] : [article])),
    issues: results.flatMap(({ issues }) => issues),
  };
}

/** UIMA CAS in JSON, as INCEpTION and dkpro-cassis read and write it. */
export const casJson: Format = {
  id: 'cas-json',
  name: { en: 'UIMA CAS JSON 0.4', ar: 'يويما CAS JSON 0.4' },
  options: [],
  article: (exported, _options, context) => {
    const structures = casOf(exported);
    const cas = {
      '%TYPES': typesJson(),
      '%FEATURE_STRUCTURES': structures.map(({ id, type, features, refs }) => ({
        '%ID': id,
        '%TYPE': type,
        ...Object.fromEntries(Object.entries(refs).map(([name, to]) => [`@${name}`, to])),
        ...features,
      })),
      '%VIEWS': {
        [VIEW]: { '%SOFA': 1, '%MEMBERS': structures.slice(1).map(({ id }) => id) },
      },
    };
    const content = `${JSON.stringify(cas, undefined, 1)}\n`;
    const { artefacts } = casArticle(exported, context, 'json', content);
    return { artefacts, losses: [] };
  },
  group: eachJson,
  read,
};
