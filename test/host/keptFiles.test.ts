// What is kept in a folder that all windows share: room is made there while others remove files.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { makeRoom, removeKept } from '../../src/extension/article/keptFiles';
import { VirtualFiles } from './virtualFiles';

const FOLDER = vscode.Uri.parse('kept-files:/');

/** Lists a file that is gone when one looks at it. */
class Vanishing extends VirtualFiles {
  override readDirectory(): [string, vscode.FileType][] {
    return [...super.readDirectory(), ['8.json', vscode.FileType.File]];
  }

  /** As most file systems do. */
  override delete(uri: vscode.Uri): void {
    this.stat(uri);
    super.delete(uri);
  }
}

describe('files that are kept', () => {
  let files: Vanishing;
  let registration: vscode.Disposable;
  beforeEach(() => {
    files = new Vanishing({ '/1.json': '[1]', '/2.json': '[2]', '/3.json': '[3]' });
    registration = vscode.workspace.registerFileSystemProvider('kept-files', files);
  });
  afterEach(() => registration.dispose());

  it('go from the oldest on where there are too many, beside a window that removes some', async () => {
    await makeRoom(FOLDER, { files: 2, bytes: Infinity });
    assert.deepEqual([...files.content.keys()], ['/2.json', '/3.json']);
  });

  it('go where they are too large together, the latest never', async () => {
    await makeRoom(FOLDER, { files: 9, bytes: 2 });
    assert.deepEqual([...files.content.keys()], ['/3.json']);
  });

  it('are removed once, whoever does it', async () => {
    const last = vscode.Uri.joinPath(FOLDER, '3.json');
    await removeKept(last);
    await removeKept(last);
    assert.deepEqual([...files.content.keys()], ['/1.json', '/2.json']);
  });
});
