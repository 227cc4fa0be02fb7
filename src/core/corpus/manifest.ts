import type { ArticleRecord } from '../model/annotation';
import type { LabelSet } from '../model/labels';
import { OffsetUnits } from '../text/units';
import type { ExportUsage, OptionValues } from './exporter';
import { compareStrings } from './files';
import type { SplitPlan } from './split';
import { VERSION } from './version';

export type Counts = Readonly<Record<string, number>>;

/** A file of the export. Size and checksum are of its bytes. */
export interface FileEntry {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
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
  readonly counts: {
    readonly articles: number;
    readonly characters: number;
    readonly entities: number;
    readonly claims: number;
    readonly byLabel: Counts;
    readonly byClaimKind: Counts;
    readonly byStatus: Counts;
    /** Articles in each part. */
    readonly bySplit: Counts;
  };
  /** How often the format could not carry something, by the code of the issue. */
  readonly notCarried: Counts;
  readonly leftOut: { readonly withoutAnnotations: number; readonly unreadable: readonly string[] };
  readonly files: readonly FileEntry[];
}

/** Counts by name, with the names in code-unit order. */
export class Tally {
  private readonly counts = new Map<string, number>();

  add(name: string, by = 1): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + by);
  }

  get names(): string[] {
    return [...this.counts.keys()].sort(compareStrings);
  }

  get total(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }

  toCounts(): Counts {
    return Object.fromEntries(this.names.map((name) => [name, this.counts.get(name) ?? 0]));
  }
}

/** Gathers over the articles what the manifest counts. */
export class ManifestBuilder {
  private readonly labels = new Tally();
  private readonly kinds = new Tally();
  private readonly modes = new Tally();
  private readonly statuses = new Tally();
  private readonly parts = new Tally();
  private readonly notCarried = new Tally();
  private readonly unreadable: string[] = [];
  private withoutAnnotations = 0;
  private articles = 0;
  private characters = 0;

  constructor(
    private readonly format: string,
    private readonly options: OptionValues,
    private readonly labelSet: LabelSet,
    private readonly plan: SplitPlan | undefined,
  ) {
    for (const name of plan?.names ?? []) this.parts.add(name, 0);
  }

  article(text: string, record: ArticleRecord, part: string | undefined): void {
    this.articles += 1;
    this.characters += new OffsetUnits(text).codePointLength;
    this.statuses.add(record.status);
    if (part !== undefined) this.parts.add(part);
    for (const { label, claim } of record.annotations) {
      if (claim === undefined) this.labels.add(label);
      else {
        this.kinds.add(claim.kind);
        this.modes.add(claim.mode);
      }
    }
  }

  lose(code: string): void {
    this.notCarried.add(code);
  }

  leaveOut(path: string | undefined): void {
    if (path === undefined) this.withoutAnnotations += 1;
    else this.unreadable.push(path);
  }

  get usage(): ExportUsage {
    return {
      labels: this.labels.names,
      claimKinds: this.kinds.names,
      modes: this.modes.names,
    };
  }

  get counts(): Manifest['counts'] {
    return {
      articles: this.articles,
      characters: this.characters,
      entities: this.labels.total,
      claims: this.kinds.total,
      byLabel: this.labels.toCounts(),
      byClaimKind: this.kinds.toCounts(),
      byStatus: this.statuses.toCounts(),
      bySplit: this.parts.toCounts(),
    };
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

export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
