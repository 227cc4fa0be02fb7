import type { ExportContext, ExportUsage } from '../corpus/exporter';
import { CLAIM } from '../model/annotation';
import { CLAIM_LABEL } from '../model/labels';
import { CUE_LABEL, ROLES, SOURCE_LABEL } from './spanGraph';
import { escapeXml } from './xml';

/** The labelling interface of a project that takes the export: labels with colours, right to left. */
export function labelConfig(context: ExportContext, usage: ExportUsage): string {
  const known = new Map(context.labels.entities.map(({ name, color }) => [name, color]));
  const roles = [CLAIM, CUE_LABEL, SOURCE_LABEL];
  const names = [...new Set([...known.keys(), ...usage.labels])].filter(
    (name) => !roles.includes(name),
  );
  const label = (name: string, color: string): string =>
    `    <Label value="${escapeXml(name)}" background="${escapeXml(color)}"/>`;
  return [
    '<View>',
    '  <Style>.htx-text { white-space: pre-wrap; direction: rtl; }</Style>',
    '  <Relations>',
    ...ROLES.map((role) => `    <Relation value="${role}"/>`),
    '  </Relations>',
    '  <Labels name="label" toName="text">',
    ...names.map((name) => label(name, known.get(name) ?? '#808080')),
    ...roles.map((name) => label(name, CLAIM_LABEL.color)),
    '  </Labels>',
    '  <Text name="text" value="$text"/>',
    '</View>',
    '',
  ].join('\n');
}
