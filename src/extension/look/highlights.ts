import * as vscode from 'vscode';
import {
  BUILTIN_LABELS,
  CLAIM_LABEL,
  findClaimKind,
  findLabel,
  type LabelDef,
  type LabelSet,
} from '../../core/model/labels';
import { highlightShape, type HighlightKind, type HighlightState } from './highlightStyle';
import { assertOverlaySafe } from './overlaySafe';
import { lines, tints, UNKNOWN_COLOR, type ThemedColor } from './palette';

export interface Highlight {
  readonly range: vscode.Range;
  /** An entity label, `CLAIM`, or a kind of claim. */
  readonly label: string;
  readonly kind: HighlightKind;
  readonly state: HighlightState;
}

/** What an editor was last given. */
interface Shown {
  readonly version: number;
  readonly ranges: ReadonlyMap<vscode.TextEditorDecorationType, readonly vscode.Range[]>;
}

type Groups = Partial<Record<HighlightState, Map<string, vscode.Range[]>>>;

/** Draws annotations and suggestions behind the text. One decoration type for each label and state. */
export class Highlights implements vscode.Disposable {
  private readonly types = new Map<string, vscode.TextEditorDecorationType>();
  private readonly shown = new WeakMap<vscode.TextEditor, Shown>();

  /** @param labels the label set in force, or that of each document */
  constructor(private readonly labels: LabelSet | ((document: vscode.TextDocument) => LabelSet)) {}

  /** Shows these highlights and no others; sets only those decorations that differ from the last ones. */
  show(editor: vscode.TextEditor, highlights: readonly Highlight[]): void {
    const before = this.shown.get(editor);
    const ranges = this.group(editor.document, highlights);
    // The editor moves its boxes along with edits; where they are then is not known here.
    const sure = before?.version === editor.document.version;
    for (const [type, wanted] of ranges) {
      if (!sure || !sameRanges(before?.ranges.get(type), wanted))
        editor.setDecorations(type, wanted);
    }
    for (const type of before?.ranges.keys() ?? []) {
      if (!ranges.has(type)) editor.setDecorations(type, []);
    }
    this.shown.set(editor, { version: editor.document.version, ranges });
  }

  /**
   * Takes some highlights away and adds others, where thousands stay. False, with nothing done, when it is
   * not known what the editor shows: after an edit, or when nothing was shown yet.
   * @param removed of those last shown, with the very same ranges
   */
  change(
    editor: vscode.TextEditor,
    removed: readonly Highlight[],
    added: readonly Highlight[],
  ): boolean {
    const before = this.shown.get(editor);
    if (before?.version !== editor.document.version) return false;
    const ranges = new Map(before.ranges);
    const goes = this.group(editor.document, removed);
    const comes = this.group(editor.document, added);
    for (const type of new Set([...goes.keys(), ...comes.keys()])) {
      const gone = new Set(goes.get(type));
      const kept = (ranges.get(type) ?? []).filter((range) => !gone.has(range));
      const wanted = [...kept, ...(comes.get(type) ?? [])];
      editor.setDecorations(type, wanted);
      ranges.set(type, wanted);
    }
    this.shown.set(editor, { version: before.version, ranges });
    return true;
  }

  clear(editor: vscode.TextEditor): void {
    for (const type of this.shown.get(editor)?.ranges.keys() ?? []) editor.setDecorations(type, []);
    this.shown.delete(editor);
  }

  dispose(): void {
    for (const type of this.types.values()) type.dispose();
    this.types.clear();
  }

  private group(
    document: vscode.TextDocument,
    highlights: readonly Highlight[],
  ): Map<vscode.TextEditorDecorationType, vscode.Range[]> {
    const labels = typeof this.labels === 'function' ? this.labels(document) : this.labels;
    // By kind, then state, then label: to make a key of the three for each of thousands is slow.
    const groups: Partial<Record<HighlightKind, Groups>> = {};
    const ranges = new Map<vscode.TextEditorDecorationType, vscode.Range[]>();
    for (const { label, kind, state, range } of highlights) {
      const byLabel = ((groups[kind] ??= {})[state] ??= new Map<string, vscode.Range[]>());
      let group = byLabel.get(label);
      if (group === undefined) {
        const type = this.type(kind, state, label, labels);
        // Labels that the set does not define look alike and share a type.
        group = ranges.get(type) ?? [];
        ranges.set(type, group);
        byLabel.set(label, group);
      }
      group.push(range);
    }
    return ranges;
  }

  private type(
    kind: HighlightKind,
    state: HighlightState,
    label: string,
    labels: LabelSet,
  ): vscode.TextEditorDecorationType {
    const colors = colorsOf(kind, label, labels);
    const key = `${kind} ${state} ${colors.key}`;
    let type = this.types.get(key);
    if (type === undefined) {
      type = vscode.window.createTextEditorDecorationType(options(kind, state, colors));
      this.types.set(key, type);
    }
    return type;
  }
}

/** A colour of a decoration: by name where themes can change it, else one each for light and dark. */
type Color = vscode.ThemeColor | ThemedColor;

interface Colors {
  readonly key: string;
  readonly fill: Color;
  readonly line: Color;
}

function colorsOf(kind: HighlightKind, label: string, labels: LabelSet): Colors {
  const entity = kind === 'entity';
  const wanted = entity
    ? findLabel(labels, label)
    : (findClaimKind(labels, label) ?? { ...CLAIM_LABEL, name: '' });
  const color = wanted?.color ?? UNKNOWN_COLOR;
  const builtIn = entity ? BUILTIN_LABELS.entities : BUILTIN_LABELS.claimKinds;
  if (wanted === undefined || wanted.name === '' || isOneOf(builtIn, wanted)) {
    const name = wanted?.name ?? 'unknown';
    const id = `hashiya.${entity ? 'entity' : 'claim'}${name === '' ? '' : `.${name}`}`;
    return {
      key: id,
      fill: new vscode.ThemeColor(`${id}.background`),
      line: new vscode.ThemeColor(`${id}.border`),
    };
  }
  return { key: color, fill: tints(color), line: lines(color) };
}

function isOneOf(labels: readonly LabelDef[], wanted: LabelDef): boolean {
  return labels.some(({ name, color }) => name === wanted.name && color === wanted.color);
}

function options(
  kind: HighlightKind,
  state: HighlightState,
  { fill, line }: Colors,
): vscode.DecorationRenderOptions {
  const { filled, ruler, ...border } = highlightShape(kind, state);
  const colors = (theme: 'light' | 'dark'): vscode.ThemableDecorationRenderOptions => ({
    borderColor: pick(line, theme),
    ...(filled ? { backgroundColor: pick(fill, theme) } : {}),
    ...(ruler ? { overviewRulerColor: pick(line, theme) } : {}),
  });
  const lane = kind === 'entity' ? vscode.OverviewRulerLane.Right : vscode.OverviewRulerLane.Center;
  return assertOverlaySafe({
    ...border,
    ...(ruler ? { overviewRulerLane: lane } : {}),
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    ...(line instanceof vscode.ThemeColor
      ? colors('light')
      : { light: colors('light'), dark: colors('dark') }),
  });
}

function pick(color: Color, theme: 'light' | 'dark'): string | vscode.ThemeColor {
  return color instanceof vscode.ThemeColor ? color : color[theme];
}

function sameRanges(a: readonly vscode.Range[] | undefined, b: readonly vscode.Range[]): boolean {
  return (
    a !== undefined &&
    a.length === b.length &&
    a.every((range, i) => range === b[i] || range.isEqual(b[i]!))
  );
}
