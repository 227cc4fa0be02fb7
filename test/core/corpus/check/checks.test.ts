import assert from 'node:assert/strict';
import { CheckedArticle } from '../../../../src/core/corpus/check/checkedArticle';
import { articleIssues } from '../../../../src/core/corpus/check/checks';
import {
  MentionFinder,
  mentionIssues,
  untaggedMentions,
} from '../../../../src/core/corpus/check/mentions';
import { NameBook } from '../../../../src/core/corpus/check/nameBook';
import { statusIssues } from '../../../../src/core/corpus/check/status';
import { mixedIssues, unusualIssues } from '../../../../src/core/corpus/check/unusual';
import { nameKey } from '../../../../src/core/corpus/search/extract';
import {
  CLAIM,
  EMPTY_RECORD,
  type Annotation,
  type ArticleRecord,
} from '../../../../src/core/model/annotation';
import { signed } from '../../../../src/core/model/fix';
import type { Issue } from '../../../../src/core/model/issue';
import { BUILTIN_LABELS } from '../../../../src/core/model/labels';
import { apply } from '../../../../src/core/model/operations';
import { entity, spanOf } from '../../../support/article';

const article = (
  text: string,
  annotations: readonly Annotation[],
  more: Partial<ArticleRecord> = {},
) => new CheckedArticle('a.txt', text, { ...EMPTY_RECORD, annotations, ...more });

/** Quotes of all annotations after an issue's first fix. */
function mended(checked: CheckedArticle, issue: Issue | undefined): string[] {
  const fix = issue?.fixes?.[0];
  assert.ok(fix);
  let id = 0;
  const operation = signed(fix.operation, () => ({ id: `n${(id += 1)}` }));
  const { record } = apply(checked.record, operation);
  return record.annotations.map(({ quote, claim }) =>
    [quote, claim?.source?.quote ?? ''].join('|'),
  );
}

describe('checks of an article', () => {
  const edges: readonly [
    name: string,
    text: string,
    quote: string,
    code: string | undefined,
    fixed?: string,
  ][] = [
    ['a name', 'زار بغداد أمس', 'بغداد', undefined],
    ['a comma at the end', 'زار بغداد، ثم عاد', 'بغداد،', 'span-punctuation', 'بغداد'],
    ['quotation marks around', 'قرأ «الأيام» أمس', '«الأيام»', 'span-punctuation', 'الأيام'],
    ['one half of a pair', 'قرأ «الأيام» أمس', '«الأيام', 'span-punctuation', 'الأيام'],
    ['brackets that belong to it', 'حركة (حماس) قالت', 'حركة (حماس)', undefined],
    ['an abbreviation', 'التقى د. سعيد', 'د.', undefined],
    ['a percentage', 'نمو 5% أمس', '5%', undefined],
    ['an Arabic percentage', 'نمو ٥٪ أمس', '٥٪', undefined],
    ['several marks', 'زار بغداد... ثم', 'بغداد...', 'span-punctuation', 'بغداد'],
    ['a blank', 'زار بغداد أمس', ' بغداد', 'span-edge-space', 'بغداد'],
    ['nothing but a mark', 'زار - بغداد', '-', undefined],
    ['a conjunction', 'زار وبغداد أمس', 'وبغداد', 'span-proclitic', 'بغداد'],
    ['two proclitics', 'عاد وبالسفارة', 'وبالسفارة', 'span-proclitic', 'السفارة'],
    ['lam on the article', 'تابع للسفارة', 'للسفارة', 'span-proclitic', 'لسفارة'],
    ['a root letter', 'التقى وزير الصحة', 'وزير الصحة', undefined],
    ['a name with ba', 'في بغداد', 'بغداد', undefined],
  ];
  for (const [name, text, quote, code, fixed] of edges) {
    it(`looks at the edges of ${name}`, () => {
      const checked = article(text, [entity(text, 'ORG', quote)]);
      const [issue, ...others] = articleIssues(checked, BUILTIN_LABELS);
      assert.deepEqual([issue?.code, others.length], [code, 0]);
      if (fixed !== undefined) assert.deepEqual(mended(checked, issue), [`${fixed}|`]);
    });
  }

  it('takes the same span by two people for no double', () => {
    const text = 'زار بغداد';
    const twice = (a?: string, b?: string) =>
      articleIssues(
        article(text, [
          { ...entity(text, 'GPE', 'بغداد'), id: 'a', ...(a === undefined ? {} : { by: a }) },
          { ...entity(text, 'GPE', 'بغداد'), id: 'b', ...(b === undefined ? {} : { by: b }) },
        ]),
        BUILTIN_LABELS,
      ).map(({ code }) => code);
    assert.deepEqual(
      [twice(), twice('x', 'x'), twice('x', 'y')],
      [['annotation-twice'], ['annotation-twice'], []],
    );
  });

  const sources: readonly [
    name: string,
    text: string,
    speakers: readonly (readonly [string, string])[],
    source?: string,
  ][] = [
    ['after the cue', 'قال الوزير إن الأمر جيد', [['OCC', 'الوزير']], 'الوزير'],
    [
      'of two names',
      'قال وزير الصحة سعيد علي إن الأمر جيد',
      [
        ['OCC', 'وزير الصحة'],
        ['PERS', 'سعيد علي'],
      ],
      'وزير الصحة سعيد علي',
    ],
    ['before the cue', 'سعيد قال إن الأمر جيد', [['PERS', 'سعيد']], 'سعيد'],
    ['further off', 'قال في بغداد سعيد إن الأمر جيد', [['PERS', 'سعيد']]],
    ['in another sentence', 'زار سعيد. قال إن الأمر جيد', [['PERS', 'سعيد']]],
    ['that is no speaker', 'قال أمس إن الأمر جيد', [['DATE', 'أمس']]],
  ];
  for (const [name, text, speakers, source] of sources) {
    it(`sees a source ${name}`, () => {
      const claim = { kind: 'statement', mode: 'indirect', cue: spanOf(text, 'قال') };
      const checked = article(text, [
        ...speakers.map(([label, quote], at) => ({ ...entity(text, label, quote), id: `s${at}` })),
        { id: 'c', label: CLAIM, ...spanOf(text, 'الأمر جيد'), claim },
      ]);
      const [issue] = articleIssues(checked, BUILTIN_LABELS);
      assert.equal(issue?.code, source === undefined ? undefined : 'claim-source-beside');
      if (source !== undefined) assert.ok(mended(checked, issue).includes(`الأمر جيد|${source}`));
    });
  }
});

describe('checks of names', () => {
  const NONE = new MentionFinder([]);
  const untagged = (
    text: string,
    annotations: readonly Annotation[],
    more: Partial<ArticleRecord> = {},
    known = NONE,
  ) => {
    const checked = article(text, annotations, more);
    const { own, others } = untaggedMentions(checked, known);
    return [...own, ...others].map((mention) => `${mention.label}:${checked.slice(mention)}`);
  };

  it('finds mentions that were passed over, proclitics left out', () => {
    const text = 'زار بغداد ثم عاد إلى بغداد وببغداد، لا البغدادي.';
    assert.deepEqual(untagged(text, [entity(text, 'GPE', 'بغداد')]), ['GPE:بغداد', 'GPE:بغداد']);
  });

  it('prefers the longer name, and what is tagged otherwise', () => {
    const text = 'سعيد علي هنا. سعيد علي وسعيد غادرا.';
    const tagged = [entity(text, 'PERS', 'سعيد علي')];
    assert.deepEqual(untagged(text, tagged, {}, new MentionFinder([['سعيد', 'PERS']])), [
      'PERS:سعيد علي',
      'PERS:سعيد',
    ]);
    const inside = [...tagged, { ...entity(text, 'ORG', 'سعيد علي وسعيد'), id: 'o' }];
    assert.deepEqual(untagged(text, inside), []);
  });

  it('does not ask for what was declined, for amounts or for short words', () => {
    const text = 'بغداد بغداد أمس أمس';
    const rejected = [{ label: 'GPE', ...spanOf(text, 'بغداد', 1) }];
    const tagged = [entity(text, 'GPE', 'بغداد'), entity(text, 'DATE', 'أمس')];
    assert.deepEqual(untagged(text, tagged, { rejected }), []);
    assert.deepEqual(untagged('في في', [entity('في في', 'ORG', 'في')]), []);
  });

  it('tags one mention or all of the name', () => {
    const text = 'بغداد وبغداد وبغداد';
    const checked = article(text, [entity(text, 'GPE', 'بغداد')]);
    const [issue] = mentionIssues(checked, untaggedMentions(checked, NONE).own);
    assert.equal(issue?.severity, 'info');
    assert.equal(mended(checked, issue).length, 2);
    const all = signed(issue?.fixes?.[1]?.operation ?? { type: 'remove', id: '' }, () => ({
      id: String(Math.random()),
    }));
    assert.equal(apply(checked.record, all).record.annotations.length, 3);
  });

  const text = 'بغداد ثم بغداد';
  const pair = article(text, [
    entity(text, 'GPE', 'بغداد'),
    { ...entity(text, 'LOC', 'بغداد', 1), id: 'l' },
  ]);

  it('holds a name to the label that it mostly has', () => {
    const book = new NameBook();
    book.add(nameKey('بغداد'), 'GPE', 6);
    book.add(nameKey('بَغداد'), 'LOC', 3);
    const [issue, ...others] = unusualIssues(pair, book);
    assert.deepEqual(
      [issue?.annotation, others.length, mixedIssues(pair, book).length],
      ['l', 0, 0],
    );
    book.add(nameKey('بغداد'), 'LOC');
    assert.deepEqual(unusualIssues(pair, book), []);
  });

  it('offers both labels where there is no rule', () => {
    const [issue] = mixedIssues(pair, new NameBook());
    assert.deepEqual(
      issue?.fixes?.map(({ operation }) => operation.type),
      ['replace', 'replace'],
    );
  });

  it('asks whether an article that is done is done', () => {
    const done = article(text, [], { status: 'done' });
    assert.deepEqual(
      statusIssues(done, 3).map(({ code }) => code),
      ['done-with-suggestions'],
    );
    assert.deepEqual(
      [statusIssues(done, 0), statusIssues(done, undefined), statusIssues(pair, 3)],
      [[], [], []],
    );
  });
});
