import type { Suggestion } from '../../core/detect/detector';
import { actorsOf } from '../../core/model/actors';
import { CLAIM, type Annotation } from '../../core/model/annotation';
import { findClaimKind, findLabel, type LabelSet } from '../../core/model/labels';
import { isClaim, piecesOf } from '../../core/model/lookup';
import { evidenceLinks, evidenceText, verdictOf } from '../../core/model/verdict';
import { stripBidiControls } from '../../core/text/bidi';
import type { LineIndex } from '../../core/text/lineIndex';
import { fold } from '../../core/text/normalize';
import type { Span } from '../../core/text/span';
import type { MarginActor, MarginMention, MarginNote } from '../../webview/protocol/margin';
import { MESSAGES, type MessageKey } from '../l10n/messages';
import { numeral, phrase, type Voice } from '../l10n/phrase';

/** What the margin is made of. */
export interface MarginSource {
  readonly text: string;
  readonly lines: LineIndex;
  readonly annotations: readonly Annotation[];
  readonly suggestions: readonly Suggestion[];
  readonly labels: LabelSet;
  readonly voice: Voice;
}

/** What stands behind a key of the margin. */
export type Behind = Annotation | Suggestion;

export interface Margin {
  readonly notes: readonly MarginNote[];
  readonly actors: readonly MarginActor[];
  /** Whom each key of a note or a mention means. */
  readonly behind: ReadonlyMap<string, Behind>;
}

const CONTEXT_LETTERS = 28;

export function isSuggestion(behind: Behind): behind is Suggestion {
  return 'detector' in behind;
}

/** All that the margin shows of an article. Keys stay while the article is edited around their words. */
export function marginOf(source: MarginSource): Margin {
  const keys = new Keys();
  const say: Say = (key, ...args) => phrase(MESSAGES[key], source.voice, args);
  const claims: Behind[] = [
    ...source.annotations.filter(isClaim),
    ...source.suggestions.filter(({ label }) => label === CLAIM),
  ].sort((a, b) => a.start - b.start);
  const notes = claims.map((claim) => {
    const key = keys.of(claim);
    return { key, ...placeAndState(claim, source, say), ...saidOf(claim, source, say) };
  });
  return { notes, actors: actors(source, keys), behind: keys.behind };
}

type Say = (key: MessageKey, ...args: readonly (string | number)[]) => string;

/** Gives what is shown a key that does not depend on where in the text it stands. */
class Keys {
  readonly behind = new Map<string, Behind>();
  private readonly counts = new Map<string, number>();

  of(item: Behind): string {
    const key = isSuggestion(item) ? this.counted(`s ${item.label} ${item.quote}`) : item.id;
    this.behind.set(key, item);
    return key;
  }

  private counted(name: string): string {
    const count = (this.counts.get(name) ?? 0) + 1;
    this.counts.set(name, count);
    return `${name} ${count}`;
  }
}

function placeAndState(
  claim: Behind,
  { lines, voice }: MarginSource,
  say: Say,
): Pick<MarginNote, 'saved' | 'place' | 'state'> {
  const place = say('margin.place', numeral(lines.lineAt(claim.start) + 1, voice));
  if (isSuggestion(claim)) {
    const score = numeral(Math.round(claim.score * 100), voice);
    return { saved: false, place, state: say('margin.score', score) };
  }
  const { by } = claim;
  const state = by === undefined ? say('margin.saved') : say('margin.savedBy', clean(by));
  return { saved: true, place, state };
}

type Said = Omit<MarginNote, 'key' | 'saved' | 'place' | 'state'>;

function saidOf(claim: Behind, source: MarginSource, say: Say): Said {
  const nothing = { note: '', verdict: '', verdictShown: '', evidence: '', links: [] };
  if (isSuggestion(claim)) {
    if (claim.kind !== 'claim') throw new Error('not a claim');
    const { language } = source.voice;
    return {
      ...sourceOf(claim.source?.quote, claim.implicitSource?.quote, say),
      content: clean(claim.quote),
      ...kindOf(claim.claimKind, claim.mode, claim.checkworthy, source, say),
      why: claim.why.map((reason) => reason[language]).join(language === 'ar' ? '؛ ' : '; '),
      ...nothing,
    };
  }
  const { kind = '', mode = '', checkworthy, source: who } = claim.claim ?? {};
  const verdict = verdictOf(claim);
  return {
    ...sourceOf(who?.quote, undefined, say),
    content: piecesOf(claim)
      .map(({ start, end }) => clean(source.text.slice(start, end)))
      .join(' … '),
    ...kindOf(kind, mode, checkworthy, source, say),
    why: '',
    note: claim.note ?? '',
    verdict: verdict?.name ?? '',
    verdictShown: verdict?.[source.voice.language] ?? '',
    evidence: evidenceText(claim),
    links: evidenceLinks(claim),
  };
}

function sourceOf(
  named: string | undefined,
  implied: string | undefined,
  say: Say,
): Pick<Said, 'source' | 'named'> {
  if (named !== undefined) return { source: clean(named), named: true };
  return {
    source:
      implied === undefined ? say('claim.implicit') : say('margin.impliedSource', clean(implied)),
    named: false,
  };
}

const MODE_KEYS = {
  direct: 'mode.direct',
  indirect: 'mode.indirect',
  mixed: 'mode.mixed',
} as const;

function kindOf(
  kind: string,
  mode: string,
  worth: boolean | undefined,
  { labels, voice }: MarginSource,
  say: Say,
): Pick<Said, 'kind' | 'worth'> {
  const kindName = findClaimKind(labels, kind)?.[voice.language] ?? clean(kind);
  const modeName = Object.hasOwn(MODE_KEYS, mode)
    ? say(MODE_KEYS[mode as keyof typeof MODE_KEYS])
    : clean(mode);
  return {
    kind: `${kindName} · ${modeName}`,
    worth: worth === undefined ? '' : say(worth ? 'margin.worth' : 'margin.notWorth'),
  };
}

/** Saved and suggested names together: a suggestion is a mention like any other, but marked. */
function actors(
  { text, annotations, suggestions, labels, voice }: MarginSource,
  keys: Keys,
): MarginActor[] {
  const suggested = new Map<Annotation, Suggestion>();
  for (const one of suggestions) {
    if (one.kind === 'entity')
      suggested.set({ id: '', ...spanOf(one), label: one.label, quote: one.quote }, one);
  }
  const found = actorsOf([...annotations, ...suggested.keys()], fold);
  return found.map(({ label, name, mentions }) => {
    const def = findLabel(labels, label);
    return {
      key: `${label} ${fold(name)}`,
      name: clean(name),
      label: def?.[voice.language] ?? label,
      color: def?.color ?? '#808080',
      count: numeral(mentions.length, voice),
      mentions: mentions.map((one): MarginMention => {
        const behind = suggested.get(one) ?? one;
        return { key: keys.of(behind), saved: behind === one, ...contextOf(text, one) };
      }),
    };
  });
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

/** The words with some of their line on either side. */
function contextOf(text: string, { start, end }: Span): Omit<MarginMention, 'key' | 'saved'> {
  const before = text.slice(Math.max(0, start - CONTEXT_LETTERS), start);
  const after = text.slice(end, end + CONTEXT_LETTERS);
  return {
    before: clean(before.slice(before.lastIndexOf('\n') + 1)),
    quote: clean(text.slice(start, end)),
    after: clean(after.split('\n', 1)[0] ?? ''),
  };
}

/** Article text as it may stand in a page: without controls that change the order of what is around it. */
function clean(text: string): string {
  return stripBidiControls(text).replace(/\s+/gu, ' ');
}
