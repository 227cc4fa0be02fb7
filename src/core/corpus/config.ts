import { isMap, isScalar, type Node, type YAMLSeq } from 'yaml';
import type { Scalar } from '../model/annotation';
import type { Issue } from '../model/issue';
import { BUILTIN_LABELS, type LabelSet } from '../model/labels';
import { MapView, type ViewContext } from '../sidecar/mapView';
import { Problems, shown, unknownKey, unknownValue, wrongType } from '../sidecar/problems';
import { kindOf, parseYaml, startOf } from '../sidecar/yamlSource';
import { readLabelSet } from './configLabels';
import type { GroupBy } from './splitGroup';
import { isUsable } from './glob';
import { isGroupBy } from './splitGroup';

export const RTL_MODES = ['auto', 'off'] as const;
export type RtlMode = (typeof RTL_MODES)[number];

export type DetectorOptions = Readonly<Record<string, Scalar>>;

export interface DetectorConfig {
  /** Ids of detectors that are switched off. */
  readonly off: readonly string[];
  readonly options: Readonly<Record<string, DetectorOptions>>;
}

/** `detectors: {entities: {model: off}}` leaves the rules alone; YAML reads some words for off as false. */
export function usesModel({ options }: DetectorConfig): boolean {
  const model = options['entities']?.['model'];
  return model !== 'off' && model !== false;
}

export interface SplitConfig {
  /** Shares of training, development and test (three), or of training and test (two); any unit. */
  readonly ratios: readonly number[];
  readonly seed: number;
  /** Which articles stay in one part; each by itself where it is not said. */
  readonly groupBy?: GroupBy;
}

export interface ExportTarget {
  /** Id of a format. */
  readonly format: string;
  /** Folder to write to, relative to the corpus. */
  readonly out?: string;
  /** Options of the format, as on the command line. */
  readonly options: Readonly<Record<string, string>>;
}

/** What a `hashiya.yaml` says, defaults where it says nothing. */
export interface CorpusConfig {
  readonly labels: LabelSet;
  /** Glob patterns, relative to the corpus. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Written into `by` of new annotations. */
  readonly annotator?: string;
  readonly detectors: DetectorConfig;
  readonly rtl: RtlMode;
  readonly split?: SplitConfig;
  readonly export: Readonly<Record<string, ExportTarget>>;
}

export const DEFAULT_CONFIG: CorpusConfig = {
  labels: BUILTIN_LABELS,
  include: ['**/*.txt', '**/*.md'],
  exclude: [],
  detectors: { off: [], options: {} },
  rtl: 'auto',
  export: {},
};

export const CONFIG_KEYS = [
  'labels',
  'claimKinds',
  'include',
  'exclude',
  'annotator',
  'detectors',
  'rtl',
  'split',
  'export',
] as const;

const MAX_SIZE = 1_000_000;

/**
 * Reads the text of a `hashiya.yaml`; `file` names it in issues. Always gives a configuration: an unknown
 * key is a warning, a wrong type an error, both at their line, and the default is used. An empty file is
 * a configuration that says nothing.
 */
export function readConfig(
  source: string,
  file: string,
): { readonly config: CorpusConfig; readonly issues: readonly Issue[] } {
  const problems = new Problems(source, file);
  const context: ViewContext = { problems, prefix: 'config' };
  const contents = parseYaml(source, { prefix: 'config', maxSize: MAX_SIZE }, problems)?.contents;
  if (
    contents === null ||
    contents === undefined ||
    (isScalar(contents) && contents.value === null)
  ) {
    return { config: DEFAULT_CONFIG, issues: problems.issues };
  }
  if (!isMap(contents)) {
    const message = wrongType(file, 'map', kindOf(contents));
    problems.error('config-wrong-type', startOf(contents), message);
    return { config: DEFAULT_CONFIG, issues: problems.issues };
  }
  return { config: readRoot(new MapView(contents, context)), issues: problems.issues };
}

function readRoot(root: MapView): CorpusConfig {
  warnOfOthers(root, CONFIG_KEYS);
  const annotator = root.text('annotator')?.trim();
  const split = readSplit(root.map('split'));
  return {
    labels: readLabelSet(root),
    include: readPatterns(root, 'include') ?? DEFAULT_CONFIG.include,
    exclude: readPatterns(root, 'exclude') ?? DEFAULT_CONFIG.exclude,
    ...(annotator ? { annotator } : {}),
    detectors: readDetectors(root.map('detectors')),
    rtl: readChoice(root, 'rtl', RTL_MODES) ?? DEFAULT_CONFIG.rtl,
    ...(split === undefined ? {} : { split }),
    export: readTargets(root.map('export')),
  };
}

export function warnOfOthers(view: MapView, known: readonly string[]): void {
  for (const key of view.keys()) {
    if (known.includes(key)) continue;
    view.context.problems.warning('config-unknown-key', view.offset(key), unknownKey(key));
  }
}

/** One of a few words. YAML 1.1 habits let people write `off` without quotes: it is a word here too. */
function readChoice<T extends string>(
  view: MapView,
  key: string,
  known: readonly T[],
): T | undefined {
  const written = view.text(key);
  const choice = known.find((name) => name === written);
  if (written !== undefined && choice === undefined) {
    const at = startOf(view.get(key));
    view.context.problems.error('config-unknown-value', at, unknownValue(key, written, known));
  }
  return choice;
}

/** A list of patterns, or one; not more of them than can be held against each path. */
function readPatterns(view: MapView, key: string): readonly string[] | undefined {
  const patterns = readPatternList(view, key);
  if (patterns === undefined || isUsable(patterns)) return patterns;
  view.context.problems.error('config-patterns-too-many', startOf(view.get(key)), {
    en: `The patterns of “${key}” stand for too many`,
    ar: `أنماط ${shown(key)} تدل على ما هو أكثر مما يُقبل`,
  });
  return undefined;
}

function readPatternList(view: MapView, key: string): readonly string[] | undefined {
  const node = view.get(key);
  if (isScalar(node)) {
    const one = view.text(key);
    return one === undefined ? undefined : [one];
  }
  const list = view.list(key);
  return list && readTexts(list, key, view);
}

function readTexts(list: YAMLSeq, key: string, view: MapView): string[] {
  const texts: string[] = [];
  for (const item of list.items) {
    if (isScalar(item) && typeof item.value === 'string') texts.push(item.value);
    else view.wrong(`${key}[]`, 'text', item as Node);
  }
  return texts;
}

/** `detectors: {dates: off, claims: {minimum: 0.6}}`: off, on, or options of a detector that is on. */
function readDetectors(view: MapView | undefined): DetectorConfig {
  const off: string[] = [];
  const options: [string, DetectorOptions][] = [];
  for (const id of view?.keys() ?? []) {
    const node = view?.get(id);
    const word = isScalar(node) ? node.value : undefined;
    if (word === false || word === 'off') off.push(id);
    else if (isMap(node) && view !== undefined) {
      const inner = new MapView(node, view.context);
      if (inner.get('enabled') !== undefined && inner.truth('enabled') === false) off.push(id);
      options.push([id, readScalars(inner)]);
    } else if (node !== undefined && word !== true && word !== 'on') view?.wrong(id, 'truth', node);
  }
  return { off, options: Object.fromEntries(options) };
}

function readScalars(view: MapView): DetectorOptions {
  const values: [string, Scalar][] = [];
  for (const key of view.keys()) {
    const node = view.get(key);
    if (node === undefined || key === '__proto__' || key === 'enabled') continue;
    const value = isScalar(node) ? node.value : undefined;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      values.push([key, value]);
    } else view.wrong(key, 'text', node);
  }
  return Object.fromEntries(values);
}

function readSplit(view: MapView | undefined): SplitConfig | undefined {
  if (view === undefined) return undefined;
  warnOfOthers(view, ['ratios', 'seed', 'groupBy']);
  const ratios = readRatios(view);
  const seed = view.offsetValue('seed') ?? 0;
  const groupBy = readGroupBy(view);
  if (ratios === undefined) return undefined;
  return { ratios, seed, ...(groupBy === undefined ? {} : { groupBy }) };
}

function readGroupBy(view: MapView): GroupBy | undefined {
  const written = view.text('groupBy');
  if (written === undefined || isGroupBy(written)) return written;
  view.context.problems.error('config-unknown-value', startOf(view.get('groupBy')), {
    en: `“groupBy” must be file, folder, or a pattern with one {group}, such as {group}-*.txt`,
    ar: `قيمة ${shown('groupBy')}: ${shown('file')} أو ${shown('folder')} أو نمط فيه ${shown('{group}')} مرة واحدة، مثل ${shown('{group}-*.txt')}`,
  });
  return undefined;
}

/** `80/10/10`, `[80, 10, 10]` or `{train: 80, dev: 10, test: 10}`. */
function readRatios(view: MapView): readonly number[] | undefined {
  const node = view.get('ratios');
  view.require('ratios');
  if (node === undefined) return undefined;
  const ratios = ratiosOf(view, node);
  const total = ratios?.reduce((sum, ratio) => sum + ratio, 0) ?? 0;
  const usable = ratios?.every((ratio) => ratio >= 0 && Number.isFinite(ratio)) ?? false;
  if (ratios !== undefined && usable && total > 0 && (ratios.length === 2 || ratios.length === 3)) {
    return ratios;
  }
  view.context.problems.error('config-split', startOf(node), {
    en: 'The ratios must be two or three numbers from 0 on, such as 80/10/10',
    ar: 'يجب أن تكون النسب عددين أو ثلاثة لا تقل عن صفر، مثل 80/10/10',
  });
  return undefined;
}

function ratiosOf(view: MapView, node: Node): readonly number[] | undefined {
  if (isScalar(node) && typeof node.value === 'string') {
    return node.value.split('/').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  }
  if (isMap(node)) {
    const map = new MapView(node, view.context);
    warnOfOthers(map, ['train', 'dev', 'test']);
    const [train, dev, test] = [map.number('train'), map.number('dev'), map.number('test')];
    return [train ?? 0, ...(dev === undefined ? [] : [dev]), test ?? 0];
  }
  if (isScalar(node)) return undefined;
  return view
    .list('ratios')
    ?.items.map((item) =>
      isScalar(item) && typeof item.value === 'number' ? item.value : Number.NaN,
    );
}

function readTargets(view: MapView | undefined): Readonly<Record<string, ExportTarget>> {
  const targets: [string, ExportTarget][] = [];
  for (const name of view?.keys() ?? []) {
    const target = name === '__proto__' ? undefined : view?.map(name);
    if (target === undefined) continue;
    target.require('format');
    const format = target.text('format');
    const out = target.text('out');
    const options = Object.entries(readScalars(target))
      .filter(([key]) => key !== 'format' && key !== 'out')
      .map(([key, value]) => [key, String(value)] as const);
    if (format === undefined) continue;
    targets.push([
      name,
      { format, ...(out === undefined ? {} : { out }), options: Object.fromEntries(options) },
    ]);
  }
  return Object.fromEntries(targets);
}
