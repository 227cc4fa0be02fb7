import assert from 'node:assert/strict';
import { Choices } from '../../../src/extension/look/choices';
import {
  choiceOf,
  recogniseLanguage,
  type Candidate,
} from '../../../src/extension/look/recogniseLanguage';

const arabicText: Candidate = {
  languageId: 'plaintext',
  setting: 'always',
  choice: undefined,
  membership: 'none',
  looksArabic: () => true,
};

describe('recognising articles', () => {
  for (const [name, changes, expected] of [
    ['Arabic plain text', {}, 'article'],
    ['plain text in another language', { looksArabic: () => false }, 'leave'],
    ['Arabic Markdown', { languageId: 'markdown' }, 'leave'],
    ['Markdown of a corpus', { languageId: 'markdown', membership: 'corpus' }, 'leave'],
    ['Markdown that its corpus lists', { languageId: 'markdown', membership: 'listed' }, 'article'],
    [
      'English Markdown that its corpus lists',
      { languageId: 'markdown', membership: 'listed', looksArabic: () => false },
      'leave',
    ],
    ['text outside a corpus, corpora only', { setting: 'corpus' }, 'leave'],
    ['text of a corpus, corpora only', { setting: 'corpus', membership: 'corpus' }, 'article'],
    ['text of a corpus, never', { setting: 'never', membership: 'listed' }, 'leave'],
    ['what a person made plain', { choice: 'plain', membership: 'listed' }, 'leave'],
    [
      'what a person made an article',
      { choice: 'article', setting: 'never', looksArabic: () => false, languageId: 'markdown' },
      'article',
    ],
  ] as const) {
    it(`${expected === 'article' ? 'takes' : 'leaves'} ${name}`, () => {
      assert.equal(recogniseLanguage({ ...arabicText, ...changes }), expected);
    });
  }

  it('reads no text where that decides nothing', () => {
    const looksArabic = () => assert.fail('read the text');
    recogniseLanguage({ ...arabicText, setting: 'never', looksArabic });
    recogniseLanguage({ ...arabicText, setting: 'corpus', looksArabic });
    recogniseLanguage({ ...arabicText, languageId: 'python', looksArabic });
    recogniseLanguage({ ...arabicText, choice: 'plain', looksArabic });
  });
});

describe('choices of a person', () => {
  it('are read from changes of the language', () => {
    assert.equal(choiceOf(false, true, false), 'article');
    assert.equal(choiceOf(true, false, true), 'plain');
    assert.equal(choiceOf(true, false, false), 'plain');
    assert.equal(choiceOf(false, false, true), 'plain');
    assert.equal(choiceOf(false, false, false), undefined);
    assert.equal(choiceOf(true, true, false), undefined);
  });

  function memory(initial?: unknown) {
    const store = {
      value: initial,
      get: <T>() => store.value as T | undefined,
      update: (_key: string, value: unknown) => {
        store.value = JSON.parse(JSON.stringify(value));
        return Promise.resolve();
      },
    };
    return store;
  }

  it('outlive the window', () => {
    const store = memory();
    const first = new Choices(store);
    first.set('file:///a.txt', 'plain');
    first.set('file:///b.txt', 'article');
    first.set('file:///a.txt', 'article');
    const second = new Choices(store);
    assert.equal(second.get('file:///a.txt'), 'article');
    assert.equal(second.get('file:///b.txt'), 'article');
    assert.equal(second.get('file:///c.txt'), undefined);
  });

  it('are forgotten beyond 500, the oldest first', () => {
    const store = memory();
    const choices = new Choices(store);
    for (let i = 0; i <= 500; i++) choices.set(`file:///${i}.txt`, 'plain');
    assert.equal(choices.get('file:///0.txt'), undefined);
    assert.equal(choices.get('file:///1.txt'), 'plain');
    assert.equal((store.value as unknown[]).length, 500);
  });

  it('do not trip over what else may be stored', () => {
    for (const stored of [null, 'x', 7, {}, [1, ['a'], ['b', 'maybe'], ['c', 'plain']]]) {
      const choices = new Choices(memory(stored));
      assert.equal(choices.get('b'), undefined);
    }
  });
});
