// The terms of the Web Annotation vocabulary that our exports use, as its context defines them.
const OA = 'http://www.w3.org/ns/oa#';
const link = (id: string) => ({ '@id': id, '@type': '@id' });
const number = (id: string) => ({
  '@id': id,
  '@type': 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger',
});

export const ANNO_CONTEXT = {
  '@context': {
    oa: OA,
    id: '@id',
    type: '@type',
    Annotation: `${OA}Annotation`,
    AnnotationPage: 'http://www.w3.org/ns/activitystreams#OrderedCollectionPage',
    TextualBody: `${OA}TextualBody`,
    TextQuoteSelector: `${OA}TextQuoteSelector`,
    TextPositionSelector: `${OA}TextPositionSelector`,
    SpecificResource: `${OA}SpecificResource`,
    Composite: `${OA}Composite`,
    Person: 'http://xmlns.com/foaf/0.1/Person',
    items: {
      '@id': 'http://www.w3.org/ns/activitystreams#items',
      '@type': '@id',
      '@container': '@list',
    },
    body: link(`${OA}hasBody`),
    target: link(`${OA}hasTarget`),
    source: link(`${OA}hasSource`),
    selector: link(`${OA}hasSelector`),
    purpose: { '@id': `${OA}hasPurpose`, '@type': '@vocab' },
    motivation: { '@id': `${OA}motivatedBy`, '@type': '@vocab' },
    classifying: `${OA}classifying`,
    commenting: `${OA}commenting`,
    describing: `${OA}describing`,
    identifying: `${OA}identifying`,
    linking: `${OA}linking`,
    tagging: `${OA}tagging`,
    exact: `${OA}exact`,
    prefix: `${OA}prefix`,
    suffix: `${OA}suffix`,
    start: number(`${OA}start`),
    end: number(`${OA}end`),
    value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
    creator: link('http://purl.org/dc/terms/creator'),
    created: {
      '@id': 'http://purl.org/dc/terms/created',
      '@type': 'http://www.w3.org/2001/XMLSchema#dateTime',
    },
    name: 'http://xmlns.com/foaf/0.1/name',
  },
} as const;
