import type { Annotation } from '../model/annotation';
import { CLAIM } from '../model/annotation';
import { defined } from './json';
import type { FoundSpan, GraphSpan } from './spanGraph';
import { CUE_LABEL, SOURCE_LABEL } from './spanGraph';

/** INCEpTION's and DKPro Core's own layer for entities. */
export const ENTITY_TYPE = 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity';
/** Custom layers: the spans of claims, and relations within the two layers. */
export const CLAIM_TYPE = 'webanno.custom.Claim';
export const ENTITY_LINK_TYPE = 'webanno.custom.EntityLink';
export const CLAIM_LINK_TYPE = 'webanno.custom.ClaimLink';
export const TOKEN_TYPE = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token';
export const SENTENCE_TYPE = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence';

export const ENTITY_FEATURES = ['identifier', 'value'] as const;
export const CLAIM_FEATURES = ['checkworthy', 'kind', 'mode', 'role'] as const;

export type Features = Readonly<Record<string, string | undefined>>;

/** The layer that a span goes to. */
export function typeOf({ annotation }: GraphSpan): string {
  return annotation.claim === undefined ? ENTITY_TYPE : CLAIM_TYPE;
}

export function linkTypeOf({ annotation }: GraphSpan): string {
  return annotation.claim === undefined ? ENTITY_LINK_TYPE : CLAIM_LINK_TYPE;
}

/** The features of a span in its layer; a cue and a source have a role only. */
export function featuresOf({ label, annotation, role }: GraphSpan): Features {
  const { claim, link } = annotation;
  if (claim === undefined)
    return { identifier: role === undefined ? link : undefined, value: label };
  if (role !== undefined) return { role };
  return {
    checkworthy: claim.checkworthy === undefined ? undefined : claim.checkworthy ? 'yes' : 'no',
    kind: claim.kind,
    mode: claim.mode,
    role: 'content',
  };
}

/** Whether the annotation says something for which the layers have no feature. */
export function hasFurtherDetails({
  claim,
  link,
  note,
  confidence,
  attributes,
}: Annotation): boolean {
  return (
    note !== undefined ||
    confidence !== undefined ||
    attributes !== undefined ||
    (claim !== undefined && link !== undefined)
  );
}

/** Type names end with a short name that people read. */
export function shortName(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1);
}

/** Features that say nothing by themselves. */
const NOT_LABELS = new Set(['id', 'identifier', 'order', 'begin', 'end', 'note', 'uiOrder']);

/**
 * A span of any layer as one of ours. In foreign layers the feature `value` is the label, else the first
 * feature with a value, else the name of the layer; the other features are attributes.
 */
export function foundSpan(
  type: string,
  features: Features,
  place: Pick<FoundSpan, 'start' | 'end'>,
): FoundSpan & { readonly named: boolean } {
  const filled = Object.entries(features).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
  );
  const of = new Map(filled);
  if (type === CLAIM_TYPE) return { ...place, ...claimSpan(of), named: true };
  const chosen = of.has('value') ? 'value' : filled.find(([name]) => !NOT_LABELS.has(name))?.[0];
  const label = chosen === undefined ? undefined : of.get(chosen);
  const isEntity = type === ENTITY_TYPE;
  const rest = filled.filter(([name]) => name !== chosen && !(isEntity && name === 'identifier'));
  const details = defined({
    link: isEntity ? of.get('identifier') : undefined,
    attributes: rest.length === 0 ? undefined : Object.fromEntries(rest),
  });
  return { ...place, label: label ?? shortName(type), details, named: label !== undefined };
}

function claimSpan(of: ReadonlyMap<string, string>): Pick<FoundSpan, 'label' | 'details'> {
  const role = of.get('role');
  if (role === 'cue') return { label: CUE_LABEL };
  if (role === 'source') return { label: SOURCE_LABEL };
  const checkworthy = of.get('checkworthy');
  return {
    label: CLAIM,
    details: defined({
      kind: of.get('kind'),
      mode: of.get('mode'),
      checkworthy: checkworthy === undefined ? undefined : /^(yes|true)$/i.test(checkworthy),
    }),
  };
}
