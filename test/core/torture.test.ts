import assert from 'node:assert/strict';
import { madeArticles } from '../../scripts/torture/articles';
import { editSteps } from '../../scripts/torture/edits';
import { failEverywhere } from '../../scripts/torture/faults';
import { mutateOnce } from '../../scripts/torture/mutations';

// The short form; `npm run torture` is the long one.
describe('torture', () => {
  it('random edits keep every annotation on its own characters', () => {
    for (const [index, text] of madeArticles(2, 5).entries()) {
      editSteps(`😀 ${text.slice(0, 900)}`, 200, index + 1);
    }
  });

  it('mutated sidecars and configurations are read or refused, quickly', () => {
    for (let seed = 1; seed <= 80; seed += 1) mutateOnce(seed);
  });

  it('an error at any call that replaces a file leaves it whole', async () => {
    assert.ok((await failEverywhere()) > 20);
  });
});
