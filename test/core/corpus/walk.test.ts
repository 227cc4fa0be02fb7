import assert from 'node:assert/strict';
import { DEFAULT_WALK, walkArticles, walkCorpus } from '../../../src/core/corpus/walk';
import { MemoryFiles } from '../../support/memoryFiles';

describe('walkCorpus', () => {
  const paths = async (files: MemoryFiles, ...options: unknown[]) =>
    (await walkCorpus(files, 'c', ...(options as []))).articles.map(({ path }) => path);

  it('gives articles in one order on every machine, with their sidecars', async () => {
    const files = new MemoryFiles({
      'c/ب.txt': '',
      'c/B.txt': '',
      'c/a.md': '',
      'c/d/a.txt': '',
      'c/d/a.txt.ann.yaml': '',
      'c/a.html': '',
    });
    const walk = await walkCorpus(files, 'c');
    assert.deepEqual(walk.articles, [
      { path: 'B.txt', hasSidecar: false },
      { path: 'a.md', hasSidecar: false },
      { path: 'd/a.txt', hasSidecar: true },
      { path: 'ب.txt', hasSidecar: false },
    ]);
  });

  it('leaves out hidden folders, node_modules, exclusions, exports of ours and the folder to skip', async () => {
    const files = new MemoryFiles({
      'c/a.txt': '',
      'c/.git/a.txt': '',
      'c/node_modules/x/a.txt': '',
      'c/drafts/a.txt': '',
      'c/out/a.txt': '',
      'c/old/a.txt': '',
      'c/old/manifest.json': '{ "tool": "hashiya", "format": "brat" }',
      'c/site/manifest.json': '{ "name": "a site" }',
      'c/site/a.txt': '',
    });
    const options = { include: ['*.txt'], exclude: ['drafts'] };
    assert.deepEqual(await paths(files, options, 'out'), ['a.txt', 'site/a.txt']);
  });

  it('does not follow links, and says so', async () => {
    const files = new MemoryFiles({ 'c/a.txt': '' });
    files.links.add('c/b.txt');
    files.links.add('c/loop');
    const walk = await walkCorpus(files, 'c');
    assert.deepEqual(
      walk.articles.map(({ path }) => path),
      ['a.txt'],
    );
    assert.deepEqual(
      walk.issues.map(({ code, file }) => `${code} ${file ?? ''}`),
      ['link-skipped b.txt'],
    );
  });

  it('names sidecars without an article, and folders that cannot be read', async () => {
    const files = new MemoryFiles({ 'c/gone.txt.ann.yaml': '' });
    assert.deepEqual((await walkCorpus(files, 'c')).strays, ['gone.txt.ann.yaml']);
    const walk = await walkCorpus(files, 'nowhere');
    assert.deepEqual(
      walk.issues.map(({ code }) => code),
      ['folder-unreadable'],
    );
  });

  it('gives articles one by one, in the same order, and lists a folder when its turn comes', async () => {
    const files = new MemoryFiles({
      'c/a.txt': '',
      'c/b/c.txt': '',
      'c/b/d.txt': '',
      'c/e.txt': '',
    });
    const listed: string[] = [];
    const seen: string[] = [];
    const list = (dir: string) => {
      listed.push(dir);
      return files.list(dir);
    };
    const port = Object.assign(Object.create(files) as MemoryFiles, { list });
    for await (const { path } of walkArticles(port, 'c', DEFAULT_WALK)) {
      if (path === 'a.txt') assert.deepEqual(listed, ['c']);
      seen.push(path);
    }
    assert.deepEqual(seen, ['a.txt', 'b/c.txt', 'b/d.txt', 'e.txt']);
  });
});
