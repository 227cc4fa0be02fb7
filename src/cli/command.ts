import type { ParseArgsConfig } from 'node:util';
import { parseArgs } from 'node:util';
import type { Issue, Localized } from '../core/model/issue';
import { formatIssue } from '../core/model/issue';
import type { Io } from './io';

export type Language = 'en' | 'ar';

/** The exit codes of every command. */
export const EXIT = { done: 0, problems: 1, usage: 2, unreadable: 3 } as const;

export interface OptionSpec {
  /** What stands after the option in the help; a switch has none. */
  readonly value?: string;
  /** One letter that stands for it after a single dash. */
  readonly short?: string;
  readonly description: Localized;
}

/** What a command is given to run with. */
export interface Invocation {
  readonly io: Io;
  readonly language: Language;
  readonly paths: readonly string[];
  /** Text options by name. */
  readonly values: Readonly<Record<string, string | undefined>>;
  /** Names of the switches that are on. */
  readonly switches: ReadonlySet<string>;
}

export interface Command {
  readonly name: string;
  /** What stands after the name in the help. */
  readonly operands: string;
  readonly summary: Localized;
  readonly options: Readonly<Record<string, OptionSpec>>;
  run(invocation: Invocation): Promise<number>;
}

/** The command line cannot be understood; the message says why. */
export class UsageError extends Error {
  constructor(readonly text: Localized) {
    super(text.en);
  }
}

export const COMMON_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  help: { description: { en: 'show this help', ar: 'عرض هذه المساعدة' } },
  lang: {
    value: 'en|ar',
    description: { en: 'language of messages', ar: 'لغة الرسائل' },
  },
};

export const JSON_OPTION: OptionSpec = {
  description: { en: 'write JSON for programs', ar: 'إخراج JSON للبرامج' },
};

export const JOBS_OPTION: OptionSpec = {
  value: 'N',
  description: {
    en: 'threads that do the work (as many as the machine runs at once; 1: none besides the first)',
    ar: 'عدد الخيوط العاملة (بقدر ما تشغّله الآلة معا؛ 1: الخيط الأول وحده)',
  },
};

/** Arabic where it is asked for or the environment speaks it. */
export function languageOf(argv: readonly string[], io: Io): Language {
  const inline = argv.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length);
  const asked = inline ?? argv[argv.indexOf('--lang') + (argv.includes('--lang') ? 1 : 0)];
  if (argv.includes('--lang') || inline !== undefined) return asked === 'ar' ? 'ar' : 'en';
  const { LC_ALL, LC_MESSAGES, LANG } = io.env;
  const first = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '');
  return first?.startsWith('ar') === true ? 'ar' : 'en';
}

/** Reads the arguments of a command; throws a UsageError. */
export function parseCommand(
  command: Command,
  argv: readonly string[],
  io: Io,
  language: Language,
): Invocation {
  const specs = { ...command.options, ...COMMON_OPTIONS };
  const options: ParseArgsConfig['options'] = Object.fromEntries(
    Object.entries(specs).map(([name, { value, short }]) => [
      name,
      {
        type: value === undefined ? ('boolean' as const) : ('string' as const),
        ...(short === undefined ? {} : { short }),
      },
    ]),
  );
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new UsageError({ en: `${why}`, ar: `خيار غير صحيح: ${why}` });
  }
  const values: Record<string, string> = {};
  const switches = new Set<string>();
  for (const [name, value] of Object.entries(parsed.values)) {
    if (typeof value === 'string') values[name] = value;
    else if (value === true) switches.add(name);
  }
  return { io, language, paths: parsed.positionals, values, switches };
}

/** The one path that a command takes. */
export function onlyPath({ paths }: Invocation): string {
  const [path, ...rest] = paths;
  if (path === undefined || rest.length > 0) {
    throw new UsageError({
      en: `give one path, not ${paths.length}`,
      ar: `يلزم مسار واحد لا ${paths.length}`,
    });
  }
  return path;
}

export function requiredValue({ values }: Invocation, name: string): string {
  const value = values[name];
  if (value === undefined || value === '') {
    throw new UsageError({ en: `--${name} is missing`, ar: `الخيار ‎--${name} ناقص` });
  }
  return value;
}

/** An option that takes a number from 1 on; undefined where it is not given. */
export function wholeNumber({ values }: Invocation, name: string): number | undefined {
  const value = values[name];
  if (value === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value);
  throw new UsageError({
    en: `--${name} takes a whole number from 1 on`,
    ar: `‎--${name} عدد صحيح يبدأ من 1`,
  });
}

/** Issues on standard error, one a line. */
export async function printIssues(
  { io, language }: Invocation,
  issues: readonly Issue[],
): Promise<void> {
  for (const issue of issues) await io.stderr.write(`${formatIssue(issue, language)}\n`);
}

/** So many issues of one code are printed; a label that is missing from the label set gives thousands. */
const SHOWN = 50;

/** Issues on standard error, the first of each code and how many more there are. */
export async function printFirstIssues(
  invocation: Invocation,
  issues: readonly Issue[],
): Promise<void> {
  const counts = new Map<string, number>();
  const count = ({ code }: Issue): number => {
    const seen = (counts.get(code) ?? 0) + 1;
    counts.set(code, seen);
    return seen;
  };
  await printIssues(
    invocation,
    issues.filter((issue) => count(issue) <= SHOWN),
  );
  for (const [code, total] of counts) {
    if (total <= SHOWN) continue;
    const more = total - SHOWN;
    const text = { en: `and ${more} more [${code}]`, ar: `و${more} غيرها [${code}]` };
    await invocation.io.stderr.write(`${text[invocation.language]}\n`);
  }
}

/** A line on standard output in the language of the run. */
export async function say({ io, language }: Invocation, text: Localized): Promise<void> {
  await io.stdout.write(`${text[language]}\n`);
}

/** How many threads are to do the work: as asked for, or as many as the machine runs; 1 is this one alone. */
export function jobsOf(invocation: Invocation): number {
  const { threads } = invocation.io;
  const asked = wholeNumber(invocation, 'jobs');
  return threads === undefined ? 1 : Math.min(asked ?? threads.count, MOST_THREADS);
}

const MOST_THREADS = 64;
