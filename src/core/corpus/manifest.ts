import type { LabelSet } from '../model/labels';
import type { ExportUsage, OptionValues } from './exporter';
import { compareStrings } from './files';
import { RecordCounter } from './recordCounts';
import type { RecordCounts } from './recordCounts';
import type { SplitPlan } from './split';
import type { Counts } from './tally';
import { Tally } from './tally';
import { VERSION } from './version';

/** A file of the export. Size and checksum are of its bytes. */
export interface FileEntry {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What stands in the corpus, or in a part of it. */
export interface ManifestCounts {
  readonly articles: number;
  readonly characters: number;
  readonly entities: number;
  readonly claims: number;
  readonly byLabel: Counts;
  readonly byClaimKind: Counts;
  readonly byStatus: Counts;
}

/** What `manifest.json` says. No times and no machine names: the same corpus gives the same bytes. */
export interface Manifest {
  readonly tool: 'hashiya';
  readonly version: string;
  readonly format: string;
  readonly options: OptionValues;
  /** False while an export runs, and after one that was cancelled or failed. */
  readonly complete: boolean;
  readonly split: SplitPlan | null;
  readonly labels: {
    readonly name: string;
    readonly entities: readonly string[];
    readonly claimKinds: readonly string[];
  };
  readonly counts: ManifestCounts & { readonly bySplit: Readonly<Record<string, ManifestCounts>> };
  /** How often the format could not carry something, by the code of the issue. */
  readonly notCarried: Counts;
  readonly leftOut: { readonly withoutAnnotations: number; readonly unreadable: readonly string[] };
  readonly files: readonly FileEntry[];
}

/** Gathers over the batches what the manifest counts. */
export class ManifestBuilder {
  private readonly whole = new RecordCounter();
  private readonly parts = new Map<string, RecordCounter>();
  private readonly notCarried = new Tally();
  /** Paths of articles that could not be read. */
  readonly unreadable: string[] = [];
  private withoutAnnotations = 0;

  constructor(
    private readonly format: string,
    private readonly options: OptionValues,
    private readonly labelSet: LabelSet,
    private readonly plan: SplitPlan | undefined,
  ) {
    for (const name of plan?.names ?? []) this.parts.set(name, new RecordCounter());
  }

  /** Counts of articles that belong to `part`, or of a corpus that is not divided. */
  add(counts: RecordCounts, part: string | undefined): void {
    this.whole.addAll(counts);
    if (part !== undefined) this.parts.get(part)?.addAll(counts);
  }

  lose(counts: Counts): void {
    this.notCarried.addAll(counts);
  }

  leaveOut(withoutAnnotations: number, unreadable: readonly string[] = []): void {
    this.withoutAnnotations += withoutAnnotations;
    this.unreadable.push(...unreadable);
  }

  get usage(): ExportUsage {
    const { byLabel, byClaimKind, byMode } = this.whole.toCounts();
    return {
      labels: Object.keys(byLabel),
      claimKinds: Object.keys(byClaimKind),
      modes: Object.keys(byMode),
    };
  }

  get counts(): Manifest['counts'] {
    const parts = [...this.parts].map(([name, counter]) => [name, countsOf(counter)] as const);
    return { ...countsOf(this.whole), bySplit: Object.fromEntries(parts) };
  }

  build(complete: boolean, files: readonly FileEntry[]): Manifest {
    const { labelSet, plan } = this;
    return {
      tool: 'hashiya',
      version: VERSION,
      format: this.format,
      options: this.options,
      complete,
      split: plan ?? null,
      labels: {
        name: labelSet.name,
        entities: labelSet.entities.map(({ name }) => name),
        claimKinds: labelSet.claimKinds.map(({ name }) => name),
      },
      counts: this.counts,
      notCarried: this.notCarried.toCounts(),
      leftOut: { withoutAnnotations: this.withoutAnnotations, unreadable: this.unreadable },
      files: [...files].sort((a, b) => compareStrings(a.path, b.path)),
    };
  }
}

function countsOf(counter: RecordCounter): ManifestCounts {
  const { articles, characters, byLabel, byClaimKind, byStatus } = counter.toCounts();
  const { entities, claims } = counter;
  return { articles, characters, entities, claims, byLabel, byClaimKind, byStatus };
}

/** Characters of a piece of a manifest, roughly. */
const PIECE = 1 << 16;

/**
 * The manifest as JSON, in pieces: it may name a file or two for every article. In `lines` as its file holds
 * it, or in one `line` for programs.
 */
export function* manifestPieces(
  { files, ...rest }: Manifest,
  layout: 'lines' | 'line' = 'lines',
): Generator<string> {
  const inLines = layout === 'lines';
  const json = (value: object): string => JSON.stringify(value, undefined, inLines ? 2 : 0);
  const [before, behind] = inLines ? ['\n    ', '\n  '] : ['', ''];
  let piece = json(rest).replace(/\n?\}$/, inLines ? ',\n  "files": [' : ',"files":[');
  for (const [at, file] of files.entries()) {
    piece += `${at === 0 ? '' : ','}${before}${json(file).replaceAll('\n', '\n    ')}`;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}${files.length === 0 ? '' : behind}]${inLines ? '\n' : ''}}\n`;
}
