// WebAnno TSV, UIMA XMI and CAS JSON of other tools, from a folder beside the project.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { webannoTsv3 } from '../../../src/core/format/webannoTsv3';
import type { XmlElement } from '../../../src/core/format/xml';
import { parseXml } from '../../../src/core/format/xml';
import { BUILTIN_LABELS } from '../../../src/core/model/labels';
import { codes, exportOne, importAll } from '../../support/exchange';
import { sharedSuite } from '../../support/shared';

interface Twin {
  readonly text: string;
  /** `begin-end` of every span annotation, and its value where it has one. */
  readonly spans: readonly string[];
}

const STRUCTURE = /:(Token|Sentence|DocumentMetaData|DocumentAnnotation)$/;

/** Spans of an XMI file, read without our importer. */
function twinOf(source: string): Twin {
  const { children } = parseXml(source);
  const isSpan = ({ name, attributes }: XmlElement): boolean =>
    attributes.has('begin') && !STRUCTURE.test(name) && !attributes.has('Governor');
  const sofa = children.find(({ name }) => name === 'cas:Sofa');
  return {
    text: sofa?.attributes.get('sofaString') ?? '',
    spans: children
      .filter(isSpan)
      .map(({ attributes: of }) => {
        const value = of.get('value') ?? of.get('PosValue');
        return `${of.get('begin') ?? ''}-${of.get('end') ?? ''} ${value ?? '*'}`;
      })
      .sort(),
  };
}

/** What the TSV file itself does not hold, though its twin does: white space outside tokens. */
const NARROWED: Readonly<Record<string, string>> = {
  testAnnotationWithLeadingWhitespaceAtStart: '1-4 *',
  testAnnotationWithTrailingWhitespace: '0-3 *',
  testZeroWidthAnnotationBeforeFirstTokenIsMovedToBeginOfFirstToken: '2-2 *',
  testZeroWidthAnnotationBetweenTokenIsMovedToEndOfPreviousToken: '3-3 *',
};

/** How many relations, slots and chain links each file has that a record has no place for. */
function leftOut(name: string): RegExp {
  if (/Relation|Dependency/.test(name)) return /relation/;
  if (/Slot/i.test(name)) return /slot/;
  return /Chain/i.test(name) ? /chain/ : /never/;
}

sharedSuite('the WebAnno TSV 3 suite', ['conformance', 'webanno-tsv3'], (path) => {
  const cases = readdirSync(path).filter((name) => existsSync(join(path, name, 'reference.tsv')));
  const load = (name: string) => {
    const content = readFileSync(join(path, name, 'reference.tsv'), 'utf8');
    return importAll(webannoTsv3, [{ path: 'reference.tsv', content }]);
  };

  for (const name of cases) {
    it(name, () => {
      const { articles, issues } = load(name);
      const [article] = articles;
      assert.ok(article !== undefined);
      const allowed = leftOut(name);
      for (const { code } of issues) {
        assert.ok(code === 'webanno-tsv3-no-label' || allowed.test(code), code);
      }
      const { text, record } = article;
      assert.deepEqual(record.orphans, []);
      const twinPath = join(path, name, 'reference.xmi');
      if (!existsSync(twinPath)) return;
      const twin = twinOf(readFileSync(twinPath, 'utf8'));
      assert.equal(text, twin.text);
      const narrowed = NARROWED[name];
      const wanted = narrowed === undefined ? twin.spans : [narrowed];
      const values = new Set(twin.spans.map((span) => span.slice(span.indexOf(' ') + 1)));
      const found = record.annotations
        .map(({ start, end, label }) => `${start}-${end} ${values.has(label) ? label : '*'}`)
        .sort();
      assert.deepEqual(found, wanted);
    });
  }

  it('comes back the same after an export, where our two layers hold it', () => {
    let exact = 0;
    for (const name of cases) {
      const [article] = load(name).articles;
      assert.ok(article !== undefined);
      const { files, losses } = exportOne(webannoTsv3, { ...article, labels: BUILTIN_LABELS });
      const back = importAll(webannoTsv3, files);
      assert.deepEqual(back.issues, []);
      assert.equal(back.articles[0]?.text, article.text);
      const kinds = Object.keys(codes(losses));
      assert.ok(kinds.every((code) => code === 'webanno-tsv3-details-not-carried'));
      if (kinds.length > 0) continue;
      exact += 1;
      const bare = (record = article.record) =>
        record.annotations.map(({ id: _, ...rest }) => JSON.stringify(rest)).sort();
      assert.deepEqual(bare(back.articles[0]?.record), bare());
    }
    assert.ok(exact >= 40, `only ${exact} without a loss`);
  });
});
