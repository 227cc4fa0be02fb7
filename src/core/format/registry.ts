import { brat } from './brat';
import { casJson } from './casJson';
import { casXmi } from './casXmi';
import { claimreview } from './claimreview';
import { conll } from './conll';
import { csv } from './csv';
import { doccano } from './doccano';
import type { ExportFormat, Format } from './format';
import { hf } from './hf';
import { html } from './html';
import { jsonl } from './jsonl';
import { labelStudio } from './labelStudio';
import { parquet } from './parquet';
import { prodigy } from './prodigy';
import { spacy } from './spacy';
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
  prodigy,
];

/** All formats: those that an export can write. */
export const FORMATS: readonly ExportFormat[] = [
  ...IMPORT_FORMATS,
  csv,
  spacy,
  hf,
  parquet,
  claimreview,
  html,
];

export function findFormat(id: string): ExportFormat | undefined {
  return FORMATS.find((format) => format.id === id);
}

export function findImportFormat(id: string): Format | undefined {
  return IMPORT_FORMATS.find((format) => format.id === id);
}
