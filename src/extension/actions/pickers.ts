import { window, type QuickPickItem } from 'vscode';
import { isolate, plainLetters } from '../../core/text/bidi';
import { adjustSpan, type Direction, type Edge, type Step } from '../../core/text/adjust';
import type { LabelDef } from '../../core/model/labels';
import type { Span } from '../../core/text/span';
import { numeral, t, uiLanguage } from '../l10n/l10n';
import type { MessageKey } from '../l10n/messages';
import type { ArticleSession } from '../article/session';

const LONGEST = 60;

/** Article text as it may stand in the interface: one line, no direction controls, not too long. */
export function shown(quote: string, longest = LONGEST): string {
  const line = plainLetters(quote).replace(/\s+/gu, ' ').trim();
  const letters = [...line];
  return letters.length <= longest ? line : `${letters.slice(0, longest - 1).join('')}…`;
}

/** A quotation of article text in the interface. */
export function quoteOf(quote: string, longest = LONGEST): string {
  return isolate(`«${shown(quote, longest)}»`);
}

export function labelName(label: LabelDef): string {
  return uiLanguage() === 'ar' ? label.ar : label.en;
}

export interface Choice<T> extends QuickPickItem {
  readonly value: T;
}

async function choose<T>(title: string, items: readonly Choice<T>[]): Promise<T | undefined> {
  const picked = await window.showQuickPick([...items], {
    title,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.value;
}

/** Asks for a label; the first is the likeliest. Both names and the key can be typed to filter. */
export function pickLabel(quote: string, labels: readonly LabelDef[]): Promise<string | undefined> {
  const items = labels.map((label) => ({
    label: label.name,
    description: isolate(labelName(label)),
    ...(label.key === undefined
      ? {}
      : { detail: `[${label.key}] ${shown(label.guideline ?? '', 300)}`.trim() }),
    value: label.name,
  }));
  return choose(t('pick.label', shown(quote)), items);
}

export function pickKind(kinds: readonly LabelDef[]): Promise<string | undefined> {
  const items = kinds.map((kind) => ({
    label: isolate(labelName(kind)),
    description: kind.name,
    value: kind.name,
  }));
  return choose(t('pick.kind'), items);
}

export function pickOne<T>(
  title: string,
  items: readonly { label: string; description?: string; value: T }[],
): Promise<T | undefined> {
  return choose(title, items);
}

/** A place as a choice: its words in their surroundings, and its line. */
export function around(session: ArticleSession, s: Span): Choice<Span> {
  const line = session.lines.lineAt(s.start);
  const from = Math.max(session.lines.startOf(line), s.start - 40);
  const to = Math.min(session.lines.endOf(line), s.end + 40);
  const before = session.text.slice(from, s.start);
  const middle = session.text.slice(s.start, s.end);
  const context = `${before}[${middle}]${session.text.slice(s.end, Math.max(s.end, to))}`;
  return { label: isolate(shown(context, 140)), description: numeral(line + 1), value: s };
}

/** Lists the places with their surroundings, all ticked. Undefined when the person turned away. */
export async function pickOccurrences(
  session: ArticleSession,
  spans: readonly Span[],
  label: string,
): Promise<readonly Span[] | undefined> {
  const items = spans.map((s) => ({ ...around(session, s), picked: true }));
  const title = t('pick.occurrences', label);
  const picked = await window.showQuickPick(items, { title, canPickMany: true });
  return picked?.map((item) => item.value);
}

const ADJUSTMENTS: readonly { key: MessageKey; edge: Edge; direction: Direction; step: Step }[] = [
  { key: 'adjust.endOut', edge: 'end', direction: 'later', step: 'word' },
  { key: 'adjust.endIn', edge: 'end', direction: 'earlier', step: 'word' },
  { key: 'adjust.startOut', edge: 'start', direction: 'earlier', step: 'word' },
  { key: 'adjust.startIn', edge: 'start', direction: 'later', step: 'word' },
  { key: 'adjust.endOutLetter', edge: 'end', direction: 'later', step: 'letter' },
  { key: 'adjust.endInLetter', edge: 'end', direction: 'earlier', step: 'letter' },
  { key: 'adjust.startOutLetter', edge: 'start', direction: 'earlier', step: 'letter' },
  { key: 'adjust.startInLetter', edge: 'start', direction: 'later', step: 'letter' },
];

/** Asks for the new boundaries, each choice shown with the words that it would give. */
export function pickBoundaries(session: ArticleSession, s: Span): Promise<Span | undefined> {
  const items = ADJUSTMENTS.map(({ key, edge, direction, step }) => {
    const value = adjustSpan(session.text, s, edge, direction, step);
    return {
      label: t(key),
      description: quoteOf(session.text.slice(value.start, value.end)),
      value,
    };
  }).filter(({ value }) => value.start !== s.start || value.end !== s.end);
  return choose(t('pick.adjust', shown(session.text.slice(s.start, s.end))), items);
}
