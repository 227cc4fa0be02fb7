// WebAnno TSV, UIMA XMI and CAS JSON of other tools, from a folder beside the project.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { casJson } from '../../../src/core/format/casJson';
import { casXmi } from '../../../src/core/format/casXmi';
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

sharedSuite('UIMA CAS files', ['conformance', 'uima-cas'], (path) => {
  const reference = join(path, 'ser-ref');
  const names = readdirSync(reference);
  const json = (name: string) =>
    importAll(casJson, [
      { path: 'data.json', content: readFileSync(join(reference, name, 'data.json'), 'utf8') },
    ]);
  const xmi = (file: string) =>
    importAll(casXmi, [{ path: 'data.xmi', content: readFileSync(file, 'utf8') }]);

  it('in JSON: with a text they are read, without one this is said', () => {
    const found = names.map((name) => {
      const { articles, issues } = json(name);
      const spans = articles[0]?.record.annotations.length ?? 0;
      return `${name}: ${articles.length} ${spans} ${Object.keys(codes(issues)).join(' ')}`.trim();
    });
    assert.deepEqual(found.sort(), [
      'casExtendingDocumentAnnotation: 1 0',
      'casWithFloatingPointSpecialValues: 0 0 cas-no-text',
      'casWithSofaDataArray: 0 0 cas-no-text',
      'casWithSofaDataURI: 0 0 cas-no-text',
      'casWithText: 1 0',
      'casWithTextAndAnnotations: 1 4 cas-no-label',
      'casWithTraditionalChineseTextAndAnnotations: 1 4 cas-no-label',
      'casWithoutTextButWithAnnotations: 0 0 cas-no-text',
      'emptyCas: 0 0 cas-no-text',
    ]);
    const words = json('casWithTextAndAnnotations').articles[0]?.record.annotations;
    assert.deepEqual(
      words?.map(({ quote, label }) => `${label} ${quote}`),
      ['Annotation This', 'Annotation is', 'Annotation a', 'Annotation test'],
    );
  });

  it('in XMI: every span and its label, and what is left out is named', () => {
    const of = (name: string): string => {
      const { articles, issues } = xmi(join(path, 'xmi', name));
      const annotations = articles[0]?.record.annotations ?? [];
      const labels = annotations.map(({ label, quote }) => `${label}=${quote}`).join(', ');
      return `${labels} (${Object.keys(codes(issues)).join(' ')})`;
    };
    assert.equal(
      of('cas_with_inheritance.xmi'),
      'parent feature=parent, parent feature=child, GrandChild=child, GrandGrandChild=child, GrandGrandGrandChild=child (cas-no-label)',
    );
    assert.equal(
      of('cas_with_references.xmi'),
      'SemArg=Lorem, FooCategory=dolor, SemArg=ametr (cas-structure-not-carried cas-no-label)',
    );
    assert.equal(of('small_cas.xmi'), ' ()');
    assert.equal(of('empty_cas.xmi'), ' ()');
    assert.equal(of('cas_with_array_features.xmi'), ' (cas-no-text)');
    assert.match(of('cas_with_reserved_names.xmi'), /^2= \(\)$|^type= \(cas-no-label\)$/);
  });

  it('the XMI twins of the TSV suite come back the same after an export', () => {
    const suite = join(path, '..', 'webanno-tsv3');
    let seen = 0;
    for (const name of readdirSync(suite)) {
      const file = join(suite, name, 'reference.xmi');
      if (!existsSync(file)) continue;
      const [article] = xmi(file).articles;
      assert.ok(article !== undefined, name);
      const twin = twinOf(readFileSync(file, 'utf8'));
      assert.equal(article.text, twin.text);
      assert.equal(article.record.annotations.length, twin.spans.length, name);
      for (const format of [casXmi, casJson]) {
        const { files } = exportOne(format, { ...article, labels: BUILTIN_LABELS });
        const back = importAll(format, files);
        assert.deepEqual(back.issues, []);
        assert.deepEqual(back.articles[0], article);
      }
      seen += 1;
    }
    assert.ok(seen > 40);
  });
});
