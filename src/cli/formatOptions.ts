import type { ExportFormat, Format } from '../core/format/format';
import { resolveOptions } from '../core/format/format';
import { FORMATS, IMPORT_FORMATS, findFormat } from '../core/format/registry';
import type { OptionValues } from '../core/corpus/exporter';
import type { Invocation, OptionSpec } from './command';
import { UsageError, requiredValue } from './command';

/** The options of all formats, as options of a command. */
export function formatOptionSpecs(
  formats: readonly ExportFormat[] = FORMATS,
): Record<string, OptionSpec> {
  const specs: Record<string, OptionSpec> = {
    format: {
      value: 'ID',
      description: {
        en: `one of ${formats.map(({ id }) => id).join(', ')}`,
        ar: `إحدى الصيغ: ${formats.map(({ id }) => id).join('، ')}`,
      },
    },
  };
  for (const { options } of formats) {
    for (const { id, values, description, default: preset } of options) {
      const format = formats
        .filter((one) => one.options.some((option) => option.id === id))
        .map((one) => one.id)
        .join(', ');
      specs[id] = {
        value: values?.join('|') ?? 'TEXT',
        description: {
          en: `${format}: ${description.en} (${preset})`,
          ar: `${format}: ${description.ar} (${preset})`,
        },
      };
    }
  }
  return specs;
}

/** The format that is asked for, and its options; throws a UsageError. */
export function chosenFormat(invocation: Invocation): {
  format: ExportFormat;
  options: OptionValues;
} {
  const id = requiredValue(invocation, 'format');
  const format = findFormat(id);
  if (format === undefined) {
    const known = FORMATS.map((one) => one.id).join(', ');
    throw new UsageError({
      en: `unknown format '${id}'; there are ${known}`,
      ar: `الصيغة '${id}' غير معروفة؛ المتاح: ${known}`,
    });
  }
  const all = new Set(FORMATS.flatMap(({ options }) => options.map((option) => option.id)));
  const given = Object.entries(invocation.values).filter(
    (entry): entry is [string, string] => all.has(entry[0]) && entry[1] !== undefined,
  );
  const { values, problems } = resolveOptions(format, Object.fromEntries(given));
  const [problem] = problems;
  if (problem !== undefined) throw new UsageError(problem);
  return { format, options: values };
}

/** The same for an import; a format that can only be written is wrong use. */
export function chosenImportFormat(invocation: Invocation): {
  format: Format;
  options: OptionValues;
} {
  const { format, options } = chosenFormat(invocation);
  const both = IMPORT_FORMATS.find(({ id }) => id === format.id);
  if (both === undefined) {
    const known = IMPORT_FORMATS.map(({ id }) => id).join(', ');
    throw new UsageError({
      en: `the format '${format.id}' can only be exported; an import takes ${known}`,
      ar: `الصيغة '${format.id}' للتصدير وحده؛ ويُستورد من ${known}`,
    });
  }
  return { format: both, options };
}
