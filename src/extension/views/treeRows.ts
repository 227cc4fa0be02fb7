import { ThemeColor, ThemeIcon } from 'vscode';
import type { Annotation } from '../../core/model/annotation';
import type { Conflict } from '../../core/model/conflicts';
import { isClaim } from '../../core/model/lookup';
import type { LabelSet } from '../../core/model/labels';
import type { Suggestion } from '../../core/detect/detector';
import type { OrphanPlaces } from '../../core/sidecar/orphans';
import { isolateRtl, isolate } from '../../core/text/bidi';
import { fold } from '../../core/text/normalize';
import type { Span } from '../../core/text/span';
import type { ActArgument } from '../actions/argument';
import { shown } from '../actions/pickers';
import { groupBy } from '../../core/model/groupBy';
import type { ArticleSession } from '../article/session';
import { numeral, t, uiLanguage } from '../l10n/l10n';
import { versionText } from './reviewProblems';

/** As many letters of a claim's source, and then of its content, as a narrow side bar shows. */
const SOURCE_LETTERS = 20;
const CONTENT_LETTERS = 26;

/** A row: how it is shown, what it is about, and its rows below, made when asked for. */
export interface Row {
  /** Kind of row, for context menus. */
  readonly kind:
    | 'section'
    | 'label'
    | 'name'
    | 'entity'
    | 'claim'
    | 'suggestion'
    | 'orphan'
    | 'conflict'
    | 'version'
    | 'removed'
    | 'message';
  readonly text: string;
  readonly description?: string;
  readonly tooltip?: string;
  /** For screen readers, where it is more than what is shown. */
  readonly told?: string;
  readonly icon?: ThemeIcon;
  readonly argument?: ActArgument;
  readonly open?: boolean;
  readonly children?: () => readonly Row[];
}

/** Makes the rows of one article. */
export class Rows {
  constructor(
    private readonly session: ArticleSession,
    private readonly labels: LabelSet,
  ) {}

  /** Label → name → mentions; a name with one mention is the mention itself. */
  byLabel(entities: readonly Annotation[]): Row[] {
    const groups = groupBy(entities, (a) => a.label);
    return [...groups].map(([label, members]) => ({
      kind: 'label',
      text: label,
      description: `${isolate(this.labelName(label))} ${numeral(members.length)}`,
      icon: labelIcon(label),
      open: groups.size <= 8,
      children: () => this.names(members),
    }));
  }

  private names(members: readonly Annotation[]): Row[] {
    return [...groupBy(members, (a) => fold(a.quote))].map(([, mentions]) => {
      const [first] = mentions;
      if (first === undefined || mentions.length === 1) return this.entity(first ?? members[0]!);
      return {
        kind: 'name',
        text: isolateRtl(shown(first.quote)),
        description: numeral(mentions.length),
        argument: this.argument(first, first.label),
        children: () => mentions.map((mention) => this.mention(mention)),
      };
    });
  }

  entity(a: Annotation): Row {
    return {
      kind: 'entity',
      text: isolateRtl(shown(a.quote)),
      description: this.place(a),
      icon: labelIcon(a.label),
      argument: this.argument(a, a.label, a.id),
      ...(a.note === undefined ? {} : { tooltip: isolate(shown(a.note, 300)) }),
    };
  }

  /** A mention of a name that stands above it is told apart by its surroundings. */
  private mention(a: Annotation): Row {
    const { text } = this.session;
    const before = text.slice(Math.max(0, a.start - 15), a.start);
    const context = `${before}${a.quote}${text.slice(a.end, a.end + 25)}`;
    return { ...this.entity(a), text: isolateRtl(shown(context)) };
  }

  claim(a: Annotation): Row {
    return {
      kind: 'claim',
      ...this.claimText(a.claim?.source?.quote, a.quote, a.claim?.kind ?? ''),
      icon: new ThemeIcon('comment', claimColor(a.claim?.kind ?? '')),
      argument: this.argument(a, a.label, a.id),
    };
  }

  suggestion(s: Suggestion): Row {
    const argument = this.argument(s, s.label);
    if (s.kind === 'claim') {
      const icon = new ThemeIcon('comment-draft', claimColor(s.claimKind));
      return {
        kind: 'suggestion',
        ...this.claimText(s.source?.quote, s.quote, s.claimKind),
        icon,
        argument,
      };
    }
    return {
      kind: 'suggestion',
      text: isolateRtl(shown(s.quote)),
      description: `${isolate(s.label)} ${this.place(s)}`,
      icon: new ThemeIcon('circle-outline', new ThemeColor(`hashiya.entity.${s.label}.border`)),
      argument,
    };
  }

  orphan({ orphan, candidates }: OrphanPlaces): Row {
    const lines = candidates.map(({ span }) => this.place(span)).join(', ');
    const hint = t('tree.orphanHint');
    return {
      kind: 'orphan',
      text: isolateRtl(shown(orphan.quote)),
      description: isolate(orphan.label),
      tooltip: lines === '' ? hint : `${hint}\n${t('tree.orphanPlaces', lines)}`,
      icon: new ThemeIcon('debug-disconnect'),
      argument: this.argument(orphan, orphan.label, orphan.id),
    };
  }

  conflict({ version, other }: Conflict): Row {
    const row = {
      text: isolateRtl(shown(version.quote)),
      icon: new ThemeIcon('git-merge', new ThemeColor('problemsWarningIcon.foreground')),
      argument: this.argument(version, version.label, version.id),
    };
    if (other === undefined) {
      const description = `${isolate(version.label)} ${t('tree.conflictRemoved')}`;
      return { ...row, kind: 'removed', description };
    }
    return {
      ...row,
      kind: 'conflict',
      description: this.place(version),
      open: true,
      children: () => [this.version(version, other), this.version(other, version)],
    };
  }

  private version(version: Annotation, other: Annotation): Row {
    return {
      kind: 'version',
      text: versionText(version, other),
      icon: isClaim(version) ? new ThemeIcon('comment') : labelIcon(version.label),
      argument: this.argument(version, version.label, version.id),
    };
  }

  /**
   * Rows are laid out left to right and cut at their right end, where an Arabic text begins. So the source
   * comes first, where nothing cuts it, and the beginning of the content after it, as short as a narrow
   * side bar; the whole is in the tooltip and told to screen readers.
   */
  private claimText(
    source: string | undefined,
    content: string,
    kind: string,
  ): Pick<Row, 'text' | 'description' | 'tooltip' | 'told'> {
    const name = source ?? t('claim.implicit');
    const kindName = this.labels.claimKinds.find((k) => k.name === kind)?.[uiLanguage()] ?? kind;
    // In a right-to-left run the arrow that leads on points left.
    const whole = isolateRtl(`${isolate(shown(name, 80))} ← ${shown(content, 400)}`);
    return {
      text: source === undefined ? isolate(name) : isolateRtl(shown(name, SOURCE_LETTERS)),
      description: isolateRtl(shown(content, CONTENT_LETTERS)),
      tooltip: `${isolate(kindName)}\n${whole}`,
      told: [kindName, shown(name, 80), shown(content, 400)]
        .map(isolate)
        .join(uiLanguage() === 'ar' ? '، ' : ', '),
    };
  }

  private labelName(label: string): string {
    return this.labels.entities.find((l) => l.name === label)?.[uiLanguage()] ?? '';
  }

  private place(span: Span): string {
    return numeral(this.session.lines.lineAt(span.start) + 1);
  }

  private argument(span: Span, label: string, id?: string): ActArgument {
    const uri = this.session.document.uri.toString();
    const { start, end } = span;
    return { uri, start, end, label, ...(id === undefined ? {} : { id }) };
  }
}

function labelIcon(label: string): ThemeIcon {
  return new ThemeIcon('circle-filled', new ThemeColor(`hashiya.entity.${label}.border`));
}

function claimColor(kind: string): ThemeColor {
  return new ThemeColor(`hashiya.claim.${kind}.border`);
}
