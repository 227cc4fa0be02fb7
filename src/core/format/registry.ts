import { brat } from './brat';
import { casJson } from './casJson';
import { casXmi } from './casXmi';
import { conll } from './conll';
import { doccano } from './doccano';
import type { ExportFormat, Format } from './format';
import { jsonl } from './jsonl';
import { labelStudio } from './labelStudio';
import { w3c } from './w3c';
import { webannoTsv3 } from './webannoTsv3';

/** Formats that go both ways, in the order in which they are offered. */
export const IMPORT_FORMATS: readonly Format[] = [
  jsonl,
  conll,
  brat,
  w3c,
  doccano,
  webannoTsv3,
  labelStudio,
  casJson,
  casXmi,
];

/** All formats: those that an export can write. */
export const FORMATS: readonly ExportFormat[] = [...IMPORT_FORMATS];

export function findFormat(id: string): ExportFormat | undefined {
  return FORMATS.find((format) => format.id === id);
}

export function findImportFormat(id: string): Format | undefined {
  return IMPORT_FORMATS.find((format) => format.id === id);
}
