import type { Files } from '../core/corpus/files';
import { joinPath } from '../core/corpus/files';
import { readUtf8 } from '../core/corpus/load';
import { SIDECAR_SUFFIX } from '../core/corpus/walk';
import type { Invocation } from './command';
import { EXIT, say } from './command';
import { portPath } from './corpusPath';

const ATTRIBUTES = '.gitattributes';
const LINE = `*${SIDECAR_SUFFIX} merge=hashiya`;
/** Settings of the repository, not of its files: every clone needs them once. */
const SETTINGS: readonly (readonly [key: string, value: string])[] = [
  ['merge.hashiya.name', 'Hashiya sidecars'],
  ['merge.hashiya.driver', 'hashiya merge %O %A %B'],
];

/**
 * Registers `hashiya merge` as Git's merge driver for sidecars: a line in `.gitattributes`, which is to be
 * committed, and two settings. Where Git cannot be run, the commands to do so are printed.
 */
export async function installDriver(invocation: Invocation, folder: string): Promise<number> {
  const { io } = invocation;
  const root = await repositoryOf(io.files, portPath(folder));
  if (root === undefined) {
    const why = { en: `${folder} is in no Git repository`, ar: `${folder} ليس في مستودع Git` };
    await io.stderr.write(`hashiya: ${why[invocation.language]}\n`);
    return EXIT.problems;
  }
  const path = joinPath(root, ATTRIBUTES);
  const before = (await io.files.exists(path)) ? await readUtf8(io.files, path) : '';
  if (!before.split(/\r?\n/).includes(LINE)) {
    const gap = before === '' || before.endsWith('\n') ? '' : '\n';
    await io.files.write(path, `${before}${gap}${LINE}\n`);
    await say(invocation, { en: `${path}: added ${LINE}`, ar: `${path}: أُضيف ${LINE}` });
  }
  let done = true;
  for (const [key, value] of SETTINGS) {
    const set = (await io.git?.(['-C', root, 'config', key, value])) ?? false;
    if (!set) await io.stdout.write(`git config ${key} '${value}'\n`);
    done &&= set;
  }
  if (done) {
    await say(invocation, {
      en: 'Git now merges sidecars by annotation; each clone needs this once',
      ar: 'صار Git يدمج الملفات الجانبية حاشية بحاشية؛ وتحتاج كل نسخة من المستودع إلى هذا مرة',
    });
  }
  return EXIT.done;
}

/** The nearest folder upwards that has a `.git`, be it a folder or a file. */
async function repositoryOf(files: Files, folder: string): Promise<string | undefined> {
  for (let at = folder, depth = 0; depth < 64; depth++) {
    if (await files.exists(joinPath(at, '.git'))) return at;
    at = at.startsWith('/') ? at.slice(0, at.lastIndexOf('/')) || '/' : joinPath(at, '..');
    if (at === '/') return (await files.exists('/.git')) ? at : undefined;
  }
  return undefined;
}
