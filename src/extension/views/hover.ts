import {
  Hover,
  MarkdownString,
  type HoverProvider,
  type Position,
  type TextDocument,
} from 'vscode';
import type { Annotation } from '../../core/model/annotation';
import { annotationsAt, isClaim } from '../../core/model/lookup';
import type { LabelSet } from '../../core/model/labels';
import type { Suggestion } from '../../core/detect/detector';
import { isolate } from '../../core/text/bidi';
import type { Corpora } from '../article/corpora';
import type { Sessions } from '../article/sessions';
import type { ArticleSession } from '../article/session';
import { toOffset, toRange } from '../convert';
import { localized, t, uiLanguage } from '../l10n/l10n';
import type { MessageKey } from '../l10n/messages';
import type { ActArgument } from '../actions/argument';
import { quoteOf, shown } from '../actions/pickers';
import { suggestionsAt } from '../actions/target';

/** Commands that links in our hovers may call, and no others. */
const LINKED = [
  'acceptSuggestion',
  'rejectSuggestion',
  'retag',
  'removeAnnotation',
  'adjustBoundaries',
  'editClaim',
  'tagAll',
].map((name) => `hashiya.${name}`);

/** At most this many annotations and suggestions are told of at one place. */
const MOST = 4;

/** Tells what is saved and what is suggested under the pointer, with links to act on it. */
export class AnnotationHover implements HoverProvider {
  constructor(
    private readonly sessions: Sessions,
    private readonly corpora: Corpora,
  ) {}

  provideHover(document: TextDocument, position: Position): Hover | undefined {
    const session = this.sessions.of(document);
    if (session === undefined) return undefined;
    const offset = toOffset(session.lines, position);
    const at = { start: offset, end: offset };
    const saved = annotationsAt(session.record, at).slice(0, MOST);
    const suggested = suggestionsAt(session, at).slice(0, MOST);
    const [first] = [...saved, ...suggested];
    if (first === undefined) return undefined;
    const { labels } = this.corpora.configNow(document.uri);
    const contents = [
      ...saved.map((annotation) => savedText(session, annotation, labels)),
      ...suggested.map((suggestion) => suggestedText(session, suggestion, labels)),
    ];
    return new Hover(contents, toRange(session.lines, first));
  }
}

function savedText(
  session: ArticleSession,
  annotation: Annotation,
  labels: LabelSet,
): MarkdownString {
  const { claim } = annotation;
  const argument = argumentFor(session, annotation, annotation.label, annotation.id);
  return build({
    head: headOf(annotation.label, claim?.kind, labels, t('hover.saved')),
    quote: annotation.quote,
    rows: [
      ...(claim === undefined
        ? []
        : claimRows(claim.source?.quote, claim.cue?.quote, claim.mode, claim.checkworthy)),
      ...(annotation.note === undefined ? [] : [t('hover.note', shown(annotation.note, 300))]),
      ...(annotation.link === undefined ? [] : [t('hover.link', shown(annotation.link, 120))]),
      ...Object.entries(annotation.attributes ?? {}).map(
        ([key, value]) => `${isolate(shown(key, 40))}: ${isolate(shown(String(value), 120))}`,
      ),
      ...(annotation.by === undefined
        ? []
        : [`${t('hover.by', shown(annotation.by, 40))} ${isolate(annotation.at ?? '')}`]),
    ],
    links: isClaim(annotation)
      ? [
          ['hover.edit', 'editClaim'],
          ['hover.adjust', 'adjustBoundaries'],
          ['hover.remove', 'removeAnnotation'],
        ]
      : [
          ['hover.retag', 'retag'],
          ['hover.tagAll', 'tagAll'],
          ['hover.adjust', 'adjustBoundaries'],
          ['hover.remove', 'removeAnnotation'],
        ],
    argument,
  });
}

function suggestedText(session: ArticleSession, s: Suggestion, labels: LabelSet): MarkdownString {
  return build({
    head: headOf(
      s.label,
      s.kind === 'claim' ? s.claimKind : undefined,
      labels,
      t('hover.suggested', Math.round(s.score * 100)),
    ),
    quote: s.quote,
    rows: [
      ...(s.kind === 'claim' ? claimRows(s.source?.quote, s.cue.quote, s.mode, s.checkworthy) : []),
      ...(s.why.length === 0 ? [] : [t('hover.why', s.why.map(localized).join('; '))]),
    ],
    links: [
      ['hover.accept', 'acceptSuggestion'],
      ['hover.reject', 'rejectSuggestion'],
    ],
    argument: argumentFor(session, s, s.label),
  });
}

function claimRows(
  source: string | undefined,
  cue: string | undefined,
  mode: string,
  checkworthy: boolean | undefined,
): string[] {
  return [
    t('hover.source', source === undefined ? t('claim.implicit') : quoteOf(source, 120)),
    ...(cue === undefined ? [] : [t('hover.cue', quoteOf(cue))]),
    t('claim.mode', isMode(mode) ? t(`mode.${mode}`) : shown(mode, 40)),
    ...(checkworthy === undefined ? [] : [t('claim.checkworthy', t(checkworthy ? 'yes' : 'no'))]),
  ];
}

function isMode(mode: string): mode is 'direct' | 'indirect' | 'mixed' {
  return mode === 'direct' || mode === 'indirect' || mode === 'mixed';
}

function headOf(label: string, kind: string | undefined, labels: LabelSet, state: string): string {
  const language = uiLanguage();
  const named = labels.entities.find((l) => l.name === label);
  const kindName = labels.claimKinds.find((l) => l.name === kind)?.[language] ?? kind;
  const parts = [label, named?.[language], kindName].filter((part) => part !== undefined);
  return `${parts.map((part) => isolate(shown(part, 60))).join(' · ')} (${state})`;
}

interface Content {
  readonly head: string;
  readonly quote: string;
  readonly rows: readonly string[];
  readonly links: readonly (readonly [MessageKey, string])[];
  readonly argument: ActArgument;
}

/** Builds the hover. Everything from files goes in as text, never as Markdown or HTML. */
function build({ head, quote, rows, links, argument }: Content): MarkdownString {
  const markdown = new MarkdownString();
  markdown.isTrusted = { enabledCommands: LINKED };
  markdown.supportHtml = false;
  markdown.appendMarkdown('**').appendText(head).appendMarkdown('**\n\n');
  markdown.appendText(quoteOf(quote, 200));
  for (const row of rows) markdown.appendMarkdown('\n\n').appendText(row);
  markdown.appendMarkdown('\n\n');
  // A bracket in a name of a file or a label would end the link.
  const encoded = encodeURIComponent(JSON.stringify([argument])).replace(
    /[()]/g,
    (bracket) => `%${bracket.charCodeAt(0).toString(16)}`,
  );
  const shownLinks = links.map(
    ([key, command]) => `[${t(key)}](command:hashiya.${command}?${encoded})`,
  );
  markdown.appendMarkdown(shownLinks.join(' · '));
  return markdown;
}

function argumentFor(
  session: ArticleSession,
  span: { start: number; end: number },
  label: string,
  id?: string,
): ActArgument {
  const uri = session.document.uri.toString();
  return { uri, start: span.start, end: span.end, label, ...(id === undefined ? {} : { id }) };
}
