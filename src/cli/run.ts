import type { Command, Language } from './command';
import { EXIT, UsageError, languageOf, parseCommand } from './command';
import { agreeCommand } from './commands/agree';
import { anchorCommand } from './commands/anchor';
import { detectCommand } from './commands/detect';
import { exportCommand } from './commands/export';
import { importCommand } from './commands/import';
import { initCommand } from './commands/init';
import { mergeCommand } from './commands/merge';
import { searchCommand } from './commands/search';
import { segmentCommand } from './commands/segment';
import { statsCommand } from './commands/stats';
import { validateCommand } from './commands/validate';
import { commandHelp, generalHelp } from './help';
import type { Io } from './io';
import { BrokenPipe } from './io';
import { takeUpProclitics } from './procliticWeights';
import { systemReason } from '../core/model/systemReason';
import { VERSION } from '../core/corpus/version';

export const COMMANDS: readonly Command[] = [
  initCommand,
  detectCommand,
  segmentCommand,
  exportCommand,
  importCommand,
  validateCommand,
  statsCommand,
  searchCommand,
  anchorCommand,
  mergeCommand,
  agreeCommand,
];

async function usage(io: Io, language: Language, error: UsageError, name: string): Promise<number> {
  const hint = { en: `see hashiya ${name}--help`, ar: `انظر hashiya ${name}--help` }[language];
  await io.stderr.write(`hashiya: ${error.text[language]}; ${hint}\n`);
  return EXIT.usage;
}

async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  const language = languageOf(argv, io);
  const [name, ...rest] = argv;
  if (name === undefined) {
    await io.stderr.write(generalHelp(COMMANDS, language));
    return EXIT.usage;
  }
  if (name === '--version') {
    await io.stdout.write(`hashiya ${VERSION}\n`);
    return EXIT.done;
  }
  if (['--help', '-h', 'help'].includes(name) || name.startsWith('--lang')) {
    const about = COMMANDS.find((command) => rest.includes(command.name));
    const text =
      about === undefined ? generalHelp(COMMANDS, language) : commandHelp(about, language);
    await io.stdout.write(text);
    return EXIT.done;
  }
  const command = COMMANDS.find((one) => one.name === name);
  if (command === undefined) {
    const error = new UsageError({
      en: `unknown command '${name}'`,
      ar: `أمر غير معروف '${name}'`,
    });
    return usage(io, language, error, '');
  }
  try {
    const invocation = parseCommand(command, rest, io, language);
    if (invocation.switches.has('help')) {
      await io.stdout.write(commandHelp(command, language));
      return EXIT.done;
    }
    await takeUpProclitics(io);
    return await command.run(invocation);
  } catch (error) {
    if (error instanceof UsageError) return usage(io, language, error, `${command.name} `);
    throw error;
  }
}

/**
 * Runs the command line `argv` (without the program's name) and gives the exit code. A reader that goes
 * away ends the run quietly; an error of the file system is told in one line.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    if (error instanceof BrokenPipe) return EXIT.done;
    if (!isSystemError(error)) throw error;
    await io.stderr.write(`hashiya: ${told(error, languageOf(argv, io))}\n`);
    return EXIT.problems;
  }
}

/** In one line: which file, what is wrong with it, what can be done. */
function told(error: SystemError, language: Language): string {
  const { code, path } = error;
  const known = systemReason(code);
  if (known === undefined) return error.message;
  const what = `${known.reason[language]} (${code})`;
  const then = { en: ';', ar: '؛' }[language];
  return `${path === undefined ? '' : `${path}: `}${what}${then} ${known.advice[language]}`;
}

interface SystemError extends Error {
  readonly code: string;
  readonly path?: string;
}

/** Errors of the operating system carry a code, such as ENOSPC or EACCES; all others are our own faults. */
function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
