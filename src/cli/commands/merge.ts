import { BusyError, brokenLock, busy, exclusively } from '../../core/corpus/exclusive';
import { decodeUtf8 } from '../../core/text/articleText';
import { readSidecar } from '../../core/sidecar/read';
import type { Sidecar } from '../../core/sidecar/sidecar';
import { mergeSidecars, type Merged } from '../../core/sidecar/merge';
import type { Issue } from '../../core/model/issue';
import { DELETED } from '../../core/model/conflicts';
import { isolate } from '../../core/text/bidi';
import type { Command, Invocation } from '../command';
import { EXIT, UsageError, printIssues } from '../command';
import { portPath } from '../corpusPath';
import { installDriver } from '../mergeDriver';

/** The sidecar; undefined where it cannot be read, which has been told. */
async function open(invocation: Invocation, path: string): Promise<Sidecar | undefined> {
  const { io } = invocation;
  let bytes: Uint8Array;
  try {
    bytes = await io.files.read(portPath(path));
  } catch (error) {
    await fail(invocation, path, error instanceof Error ? error.message : String(error));
    return undefined;
  }
  const { text, invalidAt } = decodeUtf8(bytes);
  if (invalidAt !== undefined) {
    await fail(invocation, path, `not UTF-8 (byte ${invalidAt})`);
    return undefined;
  }
  const read = readSidecar(text, path);
  if (read.ok) return read.value;
  await printIssues(invocation, read.issues);
  return undefined;
}

async function fail(invocation: Invocation, file: string, why: string): Promise<void> {
  const message = { en: `cannot be read: ${why}`, ar: `لا يمكن قراءته: ${why}` };
  await printIssues(invocation, [{ code: 'file-unreadable', severity: 'error', message, file }]);
}

/** Git gives an empty file where the two sides have nothing in common. */
async function isEmpty({ io }: Invocation, path: string): Promise<boolean> {
  try {
    return (await io.files.read(portPath(path))).length === 0;
  } catch {
    return false;
  }
}

function conflictIssues(file: string, { conflicts, data }: Merged): Issue[] {
  const byId = new Map(data.annotations.map((annotation) => [annotation.id, annotation]));
  return conflicts.map(({ id, other }) => {
    const { label = '', quote = '' } = byId.get(id) ?? {};
    const what = `${label} ${isolate(quote)} (${id})`;
    const message =
      other === DELETED
        ? {
            en: `${what} was changed on one side and removed on the other; it is kept`,
            ar: `${what}: عُدّل في جانب وحُذف في الآخر، وقد أُبقي`,
          }
        : {
            en: `${what} was changed on both sides; the other version is ${other}`,
            ar: `${what}: عُدّل في الجانبين، والنسخة الأخرى ${other}`,
          };
    return { code: 'merge-conflict', severity: 'warning', message, file, annotation: id };
  });
}

async function run(invocation: Invocation): Promise<number> {
  const { io, paths, switches, values } = invocation;
  if (switches.has('install')) {
    if (paths.length > 1) throw wrongUse(paths.length);
    return installDriver(invocation, paths[0] ?? '.');
  }
  const [base, ours, theirs, ...rest] = paths;
  if (base === undefined || ours === undefined || theirs === undefined || rest.length > 0) {
    throw wrongUse(paths.length);
  }
  const output = values['output'] ?? ours;
  const merge = (): Promise<number> => mergeInto(invocation, output, [base, ours, theirs]);
  if (output === '-') return merge();
  try {
    return await exclusively(io.files, portPath(output), async (brokeLock) => {
      if (brokeLock) await printIssues(invocation, [brokenLock(output)]);
      return merge();
    });
  } catch (error) {
    if (!(error instanceof BusyError)) throw error;
    await printIssues(invocation, [busy(output)]);
    return EXIT.unreadable;
  }
}

async function mergeInto(
  invocation: Invocation,
  output: string,
  [base, ours, theirs]: readonly [string, string, string],
): Promise<number> {
  const { io } = invocation;
  const old = (await isEmpty(invocation, base)) ? null : await open(invocation, base);
  const [our, their] = [await open(invocation, ours), await open(invocation, theirs)];
  if (old === undefined || our === undefined || their === undefined) return EXIT.unreadable;
  const merged = mergeSidecars(old ?? undefined, our, their);
  if (output === '-') await io.stdout.write(merged.source);
  else await io.files.write(portPath(output), merged.source);
  await printIssues(invocation, conflictIssues(output === '-' ? ours : output, merged));
  return merged.conflicts.length > 0 ? EXIT.problems : EXIT.done;
}

function wrongUse(count: number): UsageError {
  return new UsageError({
    en: `give three sidecars, BASE OURS THEIRS (or --install), not ${count}`,
    ar: `تلزم ثلاثة ملفات: الأصل ونسختنا ونسختهم (أو ‎--install) لا ${count}`,
  });
}

export const mergeCommand: Command = {
  name: 'merge',
  operands: 'BASE OURS THEIRS | --install [FOLDER]',
  summary: {
    en: 'Merge two versions of a sidecar into OURS, annotation by annotation; 1 when a person must choose, 3 and nothing written when one cannot be read.',
    ar: 'دمج نسختين من ملف جانبي في النسخة الثانية، حاشية بحاشية؛ 1 حين يلزم اختيار.',
  },
  options: {
    output: {
      value: 'FILE',
      short: 'o',
      description: {
        en: 'write here instead of OURS; - is standard output',
        ar: 'الكتابة هنا بدل النسخة الثانية، و - للمخرج القياسي',
      },
    },
    install: {
      description: {
        en: 'let Git merge the sidecars of the repository in this way',
        ar: 'جعل Git يدمج الملفات الجانبية في المستودع بهذه الطريقة',
      },
    },
  },
  run,
};
