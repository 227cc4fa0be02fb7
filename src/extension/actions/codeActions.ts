import {
  CodeAction,
  CodeActionKind,
  type CodeActionContext,
  type CodeActionProvider,
  type Range,
  type Selection,
  type TextDocument,
} from 'vscode';
import { CLAIM, type Annotation } from '../../core/model/annotation';
import { isClaim } from '../../core/model/lookup';
import type { LabelDef } from '../../core/model/labels';
import { rankLabels } from '../../core/model/rankLabels';
import type { Suggestion } from '../../core/detect/detector';
import { fold } from '../../core/text/normalize';
import { trimSpan } from '../../core/text/snap';
import { isEmpty, sameSpan, type Span } from '../../core/text/span';
import type { Corpora } from '../article/corpora';
import type { Sessions } from '../article/sessions';
import { t } from '../l10n/l10n';
import type { ActArgument } from './argument';
import { quoteOf } from './pickers';
import { claimContent, targetAt, type Target } from './target';

const ROOT = CodeActionKind.QuickFix.append('hashiya');
const MOST = 6;

/** Offers what can be done at the selection or caret. Answers as soon as the sidecar was read, and changes nothing. */
export class AnnotationActions implements CodeActionProvider {
  static readonly kinds = [ROOT];

  constructor(
    private readonly sessions: Sessions,
    private readonly corpora: Corpora,
  ) {}

  async provideCodeActions(
    document: TextDocument,
    range: Range | Selection,
    context: CodeActionContext,
  ): Promise<CodeAction[]> {
    const session = this.sessions.of(document);
    if (session === undefined) return [];
    // What can be done depends on what is saved, and must not hold up its reading.
    if (session.sidecar.kind === 'loading') await session.settled();
    const target = targetAt(session, range);
    const only = context.only?.value;
    if (only?.startsWith(`${ROOT.value}.tag.`) === true) {
      return this.tagWith(target, only.slice(`${ROOT.value}.tag.`.length));
    }
    const actions = [
      ...this.forSuggestions(target),
      ...this.forAnnotations(target),
      ...this.forWords(target),
      ...this.forClaims(target),
    ];
    // Someone who names a kind gets all of that kind; the lightbulb gets the best few.
    if (only !== undefined && only !== CodeActionKind.QuickFix.value) {
      return actions.filter((action) => context.only?.contains(action.kind ?? ROOT) === true);
    }
    const [first] = actions;
    if (first !== undefined) first.isPreferred = true;
    return actions.slice(0, MOST);
  }

  private forSuggestions(target: Target): CodeAction[] {
    const [best] = target.suggestions;
    if (best === undefined) return [];
    const { label } = best;
    return [
      make(
        'accept',
        acceptTitle(best),
        'hashiya.acceptSuggestion',
        this.pointing(target, best, label),
      ),
      make(
        'reject',
        t('action.reject', label, quoteOf(best.quote, 30)),
        'hashiya.rejectSuggestion',
        this.pointing(target, best, label),
      ),
    ];
  }

  private forAnnotations(target: Target): CodeAction[] {
    const [best] = target.annotations;
    if (best === undefined) return [];
    const argument = { ...this.pointing(target, best, best.label), id: best.id };
    const quote = quoteOf(best.quote, 30);
    const selectionDiffers = !isEmpty(target.selected) && !sameSpan(target.words, best);
    return [
      ...(selectionDiffers
        ? [
            make('setSpan', t('action.setSpan', quote), 'hashiya.setBoundaries', {
              ...argument,
              ...target.words,
            }),
          ]
        : []),
      isClaim(best)
        ? make('editClaim', t('action.editClaim', quote), 'hashiya.editClaim', argument)
        : make('retag', t('action.retag', best.label, quote), 'hashiya.retag', argument),
      make('remove', t('action.remove', best.label, quote), 'hashiya.removeAnnotation', argument),
      make('adjust', t('action.adjust', quote), 'hashiya.adjustBoundaries', argument),
      ...(isClaim(best) ? [] : this.tagAll(target, best, best.label)),
    ];
  }

  /** Tagging the words at hand, where they are not just what an annotation covers already. */
  private forWords(target: Target): CodeAction[] {
    const { words } = target;
    if (isEmpty(words)) return [];
    const suggested = target.suggestions.find((s) => s.kind === 'entity');
    const bare = isEmpty(target.selected);
    if (bare && target.annotations.some((a) => a.label !== CLAIM)) return [];
    const span: Span = bare && suggested !== undefined ? suggested : words;
    const labels = this.ranked(target, span).filter(
      (label) =>
        suggested === undefined || !sameSpan(suggested, span) || label.name !== suggested.label,
    );
    const count = suggested === undefined ? 3 : 1;
    const likeliest =
      suggested !== undefined && sameSpan(suggested, span) ? suggested.label : undefined;
    return [
      ...labels.slice(0, count).map((label) => this.tagAction(target, span, label.name)),
      ...this.exactly(target),
      ...this.tagAll(target, span, likeliest ?? labels[0]?.name ?? ''),
      make(
        'more',
        t('action.more', quoteOf(textOf(target, span), 30)),
        'hashiya.tag',
        this.pointing(target, span),
      ),
    ];
  }

  /** The selection to the letter, where it is not just the words that it would snap to. */
  private exactly(target: Target): CodeAction[] {
    const span = trimSpan(target.session.text, target.selected);
    if (isEmpty(span) || sameSpan(span, target.words)) return [];
    const title = t('action.tagExactly', quoteOf(textOf(target, span), 30));
    return [make('exact', title, 'hashiya.tag', this.pointing(target, span))];
  }

  private tagAction(target: Target, span: Span, label: string): CodeAction {
    const title = t('action.tag', label, quoteOf(textOf(target, span), 40));
    return make(`tag.${label}`, title, 'hashiya.tagAs', this.pointing(target, span, label));
  }

  private tagAll(target: Target, span: Span, label: string): CodeAction[] {
    const quote = textOf(target, span);
    const places = target.session.occurrences(quote);
    if (places.length < 2 || label === '') return [];
    const title = t('action.tagAll', places.length, label, quoteOf(quote, 30));
    return [make('tagAll', title, 'hashiya.tagAll', this.pointing(target, span, label))];
  }

  private forClaims(target: Target): CodeAction[] {
    const { claim, words } = target;
    const content = claimContent(target);
    const setters =
      claim === undefined || isEmpty(words) ? [] : this.partSetters(target, claim, words);
    const isWhole = claim !== undefined && sameSpan(claim, content);
    if (isEmpty(content) || isWhole) return setters;
    const title = t('action.tagClaim', quoteOf(textOf(target, content), 40));
    const tag = make('claim', title, 'hashiya.tagClaim', this.pointing(target, content));
    return isEmpty(target.selected) ? [...setters, tag] : [tag, ...setters];
  }

  private partSetters(target: Target, claim: Annotation, words: Span): CodeAction[] {
    const argument = { ...this.pointing(target, words), id: claim.id };
    const [part, whole] = [quoteOf(textOf(target, words), 30), quoteOf(claim.quote, 30)];
    return [
      make('setSource', t('action.setSource', part, whole), 'hashiya.setSource', argument),
      make('setCue', t('action.setCue', part, whole), 'hashiya.setCue', argument),
    ];
  }

  private tagWith(target: Target, label: string): CodeAction[] {
    const known = this.labels(target).some((l) => l.name === label);
    if (!known || isEmpty(target.words)) return [];
    return [this.tagAction(target, target.words, label)];
  }

  private labels(target: Target): readonly LabelDef[] {
    return this.corpora.configNow(target.session.document.uri).labels.entities;
  }

  private ranked(target: Target, span: Span): readonly LabelDef[] {
    const { labels } = this.corpora.configNow(target.session.document.uri);
    const proposed = target.suggestions.filter((s) => s.kind === 'entity').map((s) => s.label);
    return rankLabels(labels, target.session.record, textOf(target, span), proposed, fold);
  }

  private pointing(target: Target, span: Span, label?: string): ActArgument {
    const uri = target.session.document.uri.toString();
    const { start, end } = span;
    return { uri, start, end, ...(label === undefined ? {} : { label }) };
  }
}

function acceptTitle(suggestion: Suggestion): string {
  if (suggestion.kind === 'entity') {
    return t('action.accept', suggestion.label, quoteOf(suggestion.quote, 40));
  }
  const source = suggestion.source?.quote;
  return t(
    'action.acceptClaim',
    source === undefined ? t('claim.implicit') : quoteOf(source, 24),
    quoteOf(suggestion.quote, 40),
  );
}

function textOf(target: Target, span: Span): string {
  return target.session.text.slice(span.start, span.end);
}

function make(kind: string, title: string, command: string, argument: ActArgument): CodeAction {
  const action = new CodeAction(title, ROOT.append(kind));
  action.command = { command, title, arguments: [argument] };
  return action;
}
