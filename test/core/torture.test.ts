import { madeArticles } from '../../scripts/torture/articles';
import { editSteps } from '../../scripts/torture/edits';
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
});
