import type { ExportContext, ExportUsage } from '../corpus/exporter';
import { CLAIM, MODES } from '../model/annotation';
import type { LabelDef } from '../model/labels';
import { CONTENT, SOURCE } from './bratWrite';
import { encodeName } from './labelCode';

/** Names of the label set, then those that are used without being in it. */
function namesOf(defs: readonly LabelDef[], used: readonly string[]): string[] {
  return [...new Set([...defs.map(({ name }) => name), ...used])];
}

/** `annotation.conf`: what brat lets annotators use, so that the export opens without complaints. */
export function annotationConf(context: ExportContext, usage: ExportUsage): string {
  const labels = namesOf(context.labels.entities, usage.labels).filter((name) => name !== CLAIM);
  const kinds = namesOf(context.labels.claimKinds, usage.claimKinds);
  const modes = [...new Set<string>([...MODES, ...usage.modes])];
  return [
    '[entities]',
    ...labels.map(encodeName),
    CONTENT,
    SOURCE,
    '',
    '[relations]',
    '<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>',
    '',
    '[events]',
    `CLAIM\tContent?:${CONTENT}, Source?:${SOURCE}`,
    '',
    '[attributes]',
    `Kind\tArg:CLAIM, Value:${kinds.map(encodeName).join('|')}`,
    `Mode\tArg:CLAIM, Value:${modes.map(encodeName).join('|')}`,
    'Checkworthy\tArg:CLAIM, Value:yes|no',
    '',
  ].join('\n');
}

/** A bar would end a name in this file. */
function plain(name: string): string {
  return name.replace(/[|\n\t]/g, ' ').trim();
}

/** `visual.conf`: names as people read them, and the colours of the label set. */
export function visualConf(context: ExportContext, language: 'ar' | 'en'): string {
  const defs = [...context.labels.entities, ...context.labels.claimKinds];
  return [
    '[labels]',
    ...defs.map((def) => `${encodeName(def.name)} | ${plain(def[language])} | ${plain(def.name)}`),
    `${CONTENT} | ${language === 'ar' ? 'مضمون الادعاء' : 'Claim content'}`,
    `${SOURCE} | ${language === 'ar' ? 'مصدر الادعاء' : 'Claim source'}`,
    `CLAIM | ${language === 'ar' ? 'ادعاء' : 'Claim'}`,
    '',
    '[drawing]',
    'SPAN_DEFAULT\tfgColor:black, bgColor:lightgreen, borderColor:darken',
    'ARC_DEFAULT\tcolor:black, arrowHead:triangle-5',
    ...context.labels.entities.map((def) => `${encodeName(def.name)}\tbgColor:${def.color}`),
    '',
  ].join('\n');
}
