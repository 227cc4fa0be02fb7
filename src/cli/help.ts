import type { ExportFormat } from '../core/format/format';
import { FORMATS, IMPORT_FORMATS } from '../core/format/registry';
import type { Command, Language, OptionSpec } from './command';
import { COMMON_OPTIONS } from './command';

const CODES = {
  en: `Exit codes: 0 done, 1 problems found, 2 wrong use, 3 some input could not be read (the rest is done).`,
  ar: `رموز الخروج: 0 تم، 1 وُجدت مشكلات، 2 استعمال خاطئ، 3 تعذرت قراءة بعض المدخلات (وتم الباقي).`,
};

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}

function optionRows(options: Readonly<Record<string, OptionSpec>>, language: Language) {
  return Object.entries(options).map(([name, { value, short, description }]): [string, string] => [
    `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`,
    description[language],
  ]);
}

/** Help for the tool as a whole. */
export function generalHelp(commands: readonly Command[], language: Language): string {
  const rows = commands.map(({ name, operands, summary }): [string, string] => [
    `${name} ${operands}`,
    summary[language],
  ]);
  const use = { en: 'Usage: hashiya COMMAND …', ar: 'الاستعمال: hashiya أمر …' };
  const more = {
    en: 'hashiya COMMAND --help says more about a command.',
    ar: 'للمزيد عن أمر: hashiya أمر ‎--help',
  };
  return [use[language], '', table(rows), '', more[language], CODES[language], ''].join('\n');
}

export function commandHelp(command: Command, language: Language): string {
  const { name, operands, summary, options } = command;
  const use = { en: 'Usage', ar: 'الاستعمال' }[language];
  const parts = [
    `${use}: hashiya ${name} ${operands}`,
    '',
    summary[language],
    '',
    table(optionRows({ ...options, ...COMMON_OPTIONS }, language)),
  ];
  if ('format' in options)
    parts.push('', formatsHelp(name === 'import' ? IMPORT_FORMATS : FORMATS, language));
  return [...parts, '', CODES[language], ''].join('\n');
}

function formatsHelp(formats: readonly ExportFormat[], language: Language): string {
  const head = { en: 'Formats', ar: 'الصيغ' }[language];
  const rows = formats.map(({ id, name, options }): [string, string] => {
    const own = options.map((option) => `--${option.id}`).join(' ');
    return [id, own === '' ? name[language] : `${name[language]} (${own})`];
  });
  return `${head}:\n${table(rows)}`;
}
