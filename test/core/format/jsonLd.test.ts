// What a JSON-LD processor makes of the W3C export. Contexts come from here: nothing is fetched.
import assert from 'node:assert/strict';
import { w3c } from '../../../src/core/format/w3c';
import { ANNO_CONTEXT } from '../../support/anno';
import { randomArticle } from '../../support/annotated';
import { exportOne } from '../../support/exchange';
import { random } from '../../support/random';

const OA = 'http://www.w3.org/ns/oa#';
const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const RUNS = 15;

type Node = Readonly<Record<string, unknown>>;

/** All nodes of an expanded document that have the type. */
function ofType(document: unknown, type: string): Node[] {
  if (typeof document !== 'object' || document === null) return [];
  const own = document as { readonly '@type'?: unknown };
  const isIt = Array.isArray(own['@type']) && own['@type'].includes(type);
  return [
    ...(isIt ? [document as Node] : []),
    ...Object.values(document).flatMap((one) => ofType(one, type)),
  ];
}

function valueOf(node: Node | undefined, term: string): unknown {
  const [first] = (node?.[`${OA}${term}`] ?? []) as readonly { readonly '@value'?: unknown }[];
  return first?.['@value'];
}

async function expanded(content: string): Promise<unknown> {
  const { default: jsonld } = await import('jsonld');
  const documentLoader = (url: string) =>
    url === CONTEXT
      ? Promise.resolve({ contextUrl: null, documentUrl: url, document: ANNO_CONTEXT })
      : Promise.reject(new Error(`${url} is not here`));
  // `safe`: a key that no context explains is an error, not left out.
  const options = { base: 'file:///corpus/', documentLoader, safe: true };
  return jsonld.expand(JSON.parse(content), options);
}

describe('the W3C export in a JSON-LD processor', () => {
  it('is understood to the last key, with every annotation and selector', async () => {
    for (let seed = 1; seed <= RUNS; seed += 1) {
      const article = randomArticle(random(seed));
      const { files } = exportOne(w3c, article);
      const document = await expanded(files[1]?.content ?? '');
      const { annotations } = article.record;
      assert.equal(ofType(document, `${OA}Annotation`).length, annotations.length, `seed ${seed}`);
      const text = Array.from(article.text);
      const quotes = ofType(document, `${OA}TextQuoteSelector`);
      const places = ofType(document, `${OA}TextPositionSelector`);
      assert.ok(quotes.length === places.length && quotes.length >= annotations.length);
      for (const [at, place] of places.entries()) {
        const [start, end] = [valueOf(place, 'start'), valueOf(place, 'end')] as [number, number];
        assert.equal(text.slice(start, end).join(''), valueOf(quotes[at], 'exact'));
      }
    }
  });

  it('names labels as bodies that classify', async () => {
    const { files } = exportOne(w3c, randomArticle(random(3)));
    const bodies = ofType(await expanded(files[1]?.content ?? ''), `${OA}TextualBody`);
    const purposes = bodies.flatMap((body) => JSON.stringify(body[`${OA}hasPurpose`]));
    assert.ok(purposes.some((purpose) => purpose.includes(`${OA}classifying`)));
  });

  it('the processor would say so if a key were not explained', async () => {
    const page = { '@context': CONTEXT, id: 'x', type: 'Annotation', unheard: 1 };
    await assert.rejects(expanded(JSON.stringify(page)));
  });
});
