import assert from 'node:assert/strict';
import { XmlError, escapeXml, isXmlText, parseXml } from '../../../src/core/format/xml';

describe('parseXml', () => {
  it('reads elements, attributes, text, character references and CDATA', () => {
    const root = parseXml(
      '<?xml version="1.0"?><!-- c --><a x="1 &lt; 2" y=\'&#x1F54C;\'>t&amp;<b/><![CDATA[<&]]></a>\n',
    );
    assert.equal(root.name, 'a');
    assert.deepEqual(
      [...root.attributes],
      [
        ['x', '1 < 2'],
        ['y', '🕌'],
      ],
    );
    assert.equal(root.text, 't&<&');
    assert.deepEqual(
      root.children.map(({ name }) => name),
      ['b'],
    );
  });

  for (const [name, source] of [
    ['a document type', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
    ['an entity of its own', '<a>&x;</a>'],
    ['a bare ampersand', '<a>& b</a>'],
    ['an attribute twice', '<a x="1" x="2"/>'],
    ['a tag that is not closed', '<a><b></a>'],
    ['an open end', '<a>'],
    ['two roots', '<a/><b/>'],
    ['text outside', '<a/>x'],
    ['a surrogate by reference', '<a>&#xD800;</a>'],
    ['a comment without end', '<a><!-- </a>'],
    ['nesting without end', '<a>'.repeat(100_000)],
    ['nothing', ''],
  ] as const) {
    it(`refuses ${name}`, () => assert.throws(() => parseXml(source), XmlError));
  }
});

describe('escapeXml', () => {
  it('comes back through the parser as it was', () => {
    const text = '<"\'&>\t\n 🕌 \u2028 نص';
    assert.equal(parseXml(`<a x="${escapeXml(text)}"/>`).attributes.get('x'), text);
    assert.equal(parseXml(`<a>${escapeXml(text)}</a>`).text, text);
  });

  it('puts U+FFFD where XML has no way, without changing the length', () => {
    const text = 'أ\u0000\ud800ب\uffff';
    assert.equal(isXmlText(text), false);
    assert.equal(escapeXml(text), 'أ\ufffd\ufffdب\ufffd');
  });
});
