import { closeEditors } from '../support/editor';

after('close the editors', async function () {
  this.timeout(20_000);
  await closeEditors();
});
