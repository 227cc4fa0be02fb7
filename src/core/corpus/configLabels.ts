import { isMap, isScalar, isSeq, type Node, type YAMLSeq } from 'yaml';
import { CLAIM } from '../model/annotation';
import {
  BUILTIN_LABELS,
  PRESETS,
  presetLabels,
  type LabelDef,
  type LabelSet,
} from '../model/labels';
import { MapView, type ViewContext } from '../sidecar/mapView';
import { shown, unknownKey, unknownValue } from '../sidecar/problems';
import { startOf } from '../sidecar/yamlSource';

const LABEL_KEYS = ['name', 'names', 'color', 'key', 'guideline'];
const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_-]*$/u;
const COLOR = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;

/** The label set of `labels` and `claimKinds`; a name that is built in keeps what is not said of it. */
export function readLabelSet(root: MapView): LabelSet {
  const base = readEntities(root);
  const kinds = root.list('claimKinds');
  if (kinds === undefined) return base;
  const claimKinds = readDefs(kinds, 'claimKinds', BUILTIN_LABELS.claimKinds, root.context);
  if (claimKinds.length === 0) return base;
  return { ...base, name: base.name === 'custom' ? 'custom' : `${base.name}-custom`, claimKinds };
}

function readEntities(root: MapView): LabelSet {
  const node = root.get('labels');
  if (isScalar(node)) {
    const written = root.text('labels');
    const preset = PRESETS.find((name) => name === written);
    if (written !== undefined && preset === undefined) {
      const message = unknownValue('labels', written, PRESETS);
      root.context.problems.error('config-unknown-value', startOf(node), message);
    }
    return presetLabels(preset ?? 'wojood');
  }
  const list = root.list('labels');
  const known = [...BUILTIN_LABELS.entities, ...presetLabels('conll').entities];
  const entities = list === undefined ? [] : readDefs(list, 'labels', known, root.context);
  if (entities.length === 0) return BUILTIN_LABELS;
  return { name: 'custom', entities, claimKinds: BUILTIN_LABELS.claimKinds };
}

function readDefs(
  list: YAMLSeq,
  key: string,
  known: readonly LabelDef[],
  context: ViewContext,
): LabelDef[] {
  const defs = new Map<string, LabelDef>();
  for (const [index, item] of list.items.entries()) {
    const def = readDef(item as Node, key, known, index, context);
    if (def === undefined) continue;
    if (defs.has(def.name)) {
      context.problems.error('config-duplicate-label', startOf(item), {
        en: `The name “${def.name}” stands twice`,
        ar: `الاسم ${shown(def.name)} مكرر`,
      });
    } else defs.set(def.name, def);
  }
  return [...defs.values()];
}

/** A name alone, or a map. */
function readDef(
  node: Node,
  key: string,
  known: readonly LabelDef[],
  index: number,
  context: ViewContext,
): LabelDef | undefined {
  if (isMap(node)) return readFullDef(new MapView(node, context), known, index);
  if (isScalar(node) && typeof node.value === 'string') {
    if (!checkName(node.value, startOf(node), context)) return undefined;
    return known.find((label) => label.name === node.value) ?? bareDef(node.value, index);
  }
  const parent = isSeq(node) ? KIND_LIST : KIND_OTHER;
  context.problems.error('config-wrong-type', startOf(node), {
    en: `Each entry of “${key}” must be a name or a map of keys${parent.en}`,
    ar: `كل بند في ${shown(key)} اسم أو مجموعة مفاتيح${parent.ar}`,
  });
  return undefined;
}

const KIND_LIST = { en: ', not a list', ar: '، لا قائمة' };
const KIND_OTHER = { en: '', ar: '' };

function readFullDef(
  view: MapView,
  known: readonly LabelDef[],
  index: number,
): LabelDef | undefined {
  for (const key of view.keys()) {
    if (LABEL_KEYS.includes(key)) continue;
    view.context.problems.warning('config-unknown-key', view.offset(key), unknownKey(key));
  }
  view.require('name');
  const name = view.text('name');
  if (name === undefined || !checkName(name, startOf(view.get('name')), view.context)) {
    return undefined;
  }
  const base = known.find((label) => label.name === name) ?? bareDef(name, index);
  const names = view.map('names');
  const [color, key, guideline] = [readColor(view), readKey(view), view.text('guideline')];
  return {
    ...base,
    ar: names?.text('ar') ?? base.ar,
    en: names?.text('en') ?? base.en,
    color: color ?? base.color,
    ...(key === undefined ? {} : { key }),
    ...(guideline === undefined ? {} : { guideline }),
  };
}

/** A label of which only the name is known: a colour by its place. */
function bareDef(name: string, index: number): LabelDef {
  const palette = BUILTIN_LABELS.entities;
  const color = palette[index % palette.length]?.color ?? '#006ec1';
  return { name, ar: name, en: name, color };
}

function checkName(name: string, at: number, context: ViewContext): boolean {
  if (NAME.test(name) && name !== CLAIM) return true;
  context.problems.error('config-label-name', at, {
    en:
      name === CLAIM
        ? `“${CLAIM}” is the name of claims and cannot be a label`
        : `“${name}” cannot be a label: a letter, then letters, digits, “_” and “-”`,
    ar:
      name === CLAIM
        ? `${shown(CLAIM)} اسم الادعاءات ولا يكون وسما`
        : `لا يصلح ${shown(name)} وسما: حرف ثم حروف وأرقام و_ و-`,
  });
  return false;
}

function readColor(view: MapView): string | undefined {
  const color = view.text('color')?.toLowerCase();
  if (color === undefined) return undefined;
  if (COLOR.test(color)) return color.length === 7 ? color : color.replace(/[0-9a-f]/g, '$&$&');
  view.context.problems.error('config-color', startOf(view.get('color')), {
    en: `“${color}” is not a colour such as "#1f77b4" (in quotes: # begins a comment)`,
    ar: `${shown(color)} ليس لونا مثل ${shown('"#1f77b4"')} (بين علامتي اقتباس)`,
  });
  return undefined;
}

function readKey(view: MapView): string | undefined {
  const node = view.get('key');
  const written = isScalar(node) && typeof node.value === 'number' ? String(node.value) : undefined;
  const key = written ?? view.text('key');
  if (key === undefined || [...key].length === 1) return key;
  view.context.problems.error('config-key', startOf(node), {
    en: `“${key}” is not a single character`,
    ar: `${shown(key)} ليس حرفا واحدا`,
  });
  return undefined;
}
