import type { QuotedSpan } from '../../model/annotation';
import type { Localized } from '../../model/issue';
import type { Span } from '../../text/span';
import type { AnalysedToken, Analysis } from '../analysis';
import type { ClaimSuggestion, Detector, EntitySuggestion } from '../detector';
import { FoundIndex } from '../found';
import { words } from '../lexicon/entries';
import { ACCORDING, ACCORDING_WITH_L, IMPERSONAL, QUOTING } from '../lexicon/reporting';
import { foldedSet } from '../phrases';
import { isWord, type Vocabulary } from '../vocabulary';
import { accordingAt } from './according';
import { cueTable, type Cue } from './cues';
import { findFrame, type Frame } from './frames';
import { sourceBefore } from './sourceBefore';
import { sourceReader, type TokenRange } from './sources';
import { demands, isFuture, worthOf } from './worth';

const ID = 'claims';
const ACCORDINGS = foldedSet([...words(ACCORDING), ...words(ACCORDING_WITH_L), ...words(QUOTING)]);
const IMPERSONALS = foldedSet(words(IMPERSONAL));
const KINDS: ReadonlyMap<string, Localized> = new Map([
  ['statement', { en: 'word of saying', ar: 'لفظ قول' }],
  ['denial', { en: 'word of denial', ar: 'لفظ نفي' }],
  ['accusation', { en: 'word of accusation', ar: 'لفظ اتهام' }],
  ['condemnation', { en: 'word of condemnation', ar: 'لفظ إدانة' }],
  ['demand', { en: 'word of demand', ar: 'لفظ مطالبة' }],
  ['warning', { en: 'word of warning', ar: 'لفظ تحذير' }],
  ['prediction', { en: 'word of prediction', ar: 'لفظ توقع' }],
  ['promise', { en: 'word of promise or threat', ar: 'لفظ وعد أو وعيد' }],
  ['other', { en: 'word of opinion or stance', ar: 'لفظ رأي أو موقف' }],
]);

/** A claim found, as token ranges. */
export interface FoundClaim {
  readonly cueAt: number;
  readonly cueOffset: number;
  readonly source: TokenRange | null;
  readonly frame: Frame;
  readonly kind: string;
  readonly score: number;
}

/** Attributed claims: a reporting word, who says it, and what is said. */
export function claims(vocabulary: Vocabulary): Detector {
  const cues = cueTable();
  return {
    id: ID,
    name: { en: 'Attributed claims', ar: 'الادعاءات المنسوبة' },
    labels: ['CLAIM'],
    detect(analysis, found) {
      const entities = found.filter((s): s is EntitySuggestion => s.kind === 'entity');
      const index = new FoundIndex(entities);
      const { tokens } = analysis;
      const sources = sourceReader(tokens, index, vocabulary);
      const context = { analysis, tokens, sources, entities: index, vocabulary, cues };
      const all: FoundClaim[] = [];
      let last: FoundClaim | undefined;
      let settled = 0;
      for (let i = 0; i < tokens.length; i++) {
        if (!isWord(tokens[i])) continue;
        const claim = claimAt(context, i, i < settled, last);
        if (claim === undefined) continue;
        all.push(claim);
        last = claim;
        settled = Math.max(settled, claim.frame.to);
        // What is reported inside the content is not reported by the article itself.
        i = Math.max(i, Math.min(settled, claim.frame.to) - 1);
      }
      return all.map((claim) => toSuggestion(analysis, claim, entities));
    },
  };
}

export interface ClaimContext {
  readonly analysis: Analysis;
  readonly tokens: readonly AnalysedToken[];
  readonly sources: ReturnType<typeof sourceReader>;
  readonly entities: FoundIndex;
  readonly vocabulary: Vocabulary;
  readonly cues: ReadonlyMap<string, Cue>;
}

function claimAt(
  context: ClaimContext,
  at: number,
  inside: boolean,
  last: FoundClaim | undefined,
): FoundClaim | undefined {
  const token = context.tokens[at];
  if (token === undefined || inside) return undefined;
  for (const reading of token.readings) {
    if (reading.proclitics.length > 1) continue;
    const conjoined = reading.proclitics === '' || /^[وف]$/u.test(reading.proclitics);
    const attributes = ACCORDINGS.has(reading.folded) && reading.proclitics !== 'ل';
    if (attributes && (conjoined || reading.folded === 'حسب')) {
      // بحسب is one word; only a conjunction is cut from it.
      const offset = conjoined ? reading.start : token.start;
      const claim = accordingAt(context, at, offset);
      if (claim !== undefined) return claim;
    }
    const cue = context.cues.get(reading.folded);
    if (cue === undefined || (!conjoined && cue.form !== 'noun')) continue;
    const claim = reported(context, at, reading.start, cue, last);
    if (claim !== undefined) return claim;
  }
  return undefined;
}

function reported(
  context: ClaimContext,
  at: number,
  offset: number,
  cue: Cue,
  last: FoundClaim | undefined,
): FoundClaim | undefined {
  const found = findFrame(context, at, cue);
  if (found === undefined) return undefined;
  const { frame } = found;
  let source =
    found.source ??
    (cue.form === 'past' || cue.form === 'present' ? sourceBefore(context, at) : undefined);
  if (source === undefined && impersonal(context, at, cue)) return undefined;
  const sameSentence =
    last !== undefined && context.tokens[last.cueAt]?.sentence === context.tokens[at]?.sentence;
  if (source === undefined && cue.form === 'participle' && sameSentence)
    source = last?.source ?? undefined;
  if (source === undefined && needsSource(cue, frame)) return undefined;
  return {
    cueAt: at,
    cueOffset: offset,
    source: source ?? null,
    frame,
    kind: kindOf(context, cue, frame),
    score: source === undefined ? 0.7 : 0.85,
  };
}

/** A noun complement without a source is too often something else: يرفض العرض. */
function needsSource(cue: Cue, frame: Frame): boolean {
  if (cue.form === 'participle') return false;
  return (
    frame.type === 'obj' || frame.type === 'of' || (frame.type === 'prep' && cue.form !== 'past')
  );
}

/** يذكر أن, من المتوقع أن, يمكن أن: nobody says it. */
function impersonal(context: ClaimContext, at: number, cue: Cue): boolean {
  const token = context.tokens[at];
  if (token === undefined) return true;
  const before = context.tokens[at - 1]?.folded ?? '';
  if (before === 'ان' || before === 'لا' || before === 'لم' || before === 'ما' || before === 'التي')
    return true;
  if (cue.form !== 'present') return false;
  return token.readings.some(
    (reading) => IMPERSONALS.has(reading.folded) && reading.folded !== 'يعتقد',
  );
}

function kindOf(context: ClaimContext, cue: Cue, frame: Frame): string {
  const content = context.tokens.slice(frame.from, frame.to);
  if (cue.lemma === 'رفض' && content[0]?.folded.includes('اتهام') === true) return 'denial';
  if (cue.kind !== 'statement') return cue.kind;
  if (demands(content)) return 'demand';
  const soon = content.slice(0, 3).some((token) => isFuture(token.folded));
  if (!soon) return 'statement';
  return frame.pronoun && isFuture(content[0]?.folded ?? '') ? 'promise' : 'prediction';
}

function toSuggestion(
  analysis: Analysis,
  claim: FoundClaim,
  entities: readonly EntitySuggestion[],
): ClaimSuggestion {
  const { frame } = claim;
  const inside = entitiesIn(entities, frame.span);
  const worth = worthOf(claim.kind, analysis.tokens.slice(frame.from, frame.to), inside);
  const why = KINDS.get(claim.kind);
  const cueEnd = analysis.tokens[claim.cueAt]?.end ?? claim.cueOffset;
  return {
    kind: 'claim',
    label: 'CLAIM',
    ...quote(analysis.text, frame.span),
    score: claim.score,
    detector: ID,
    why: [...(why === undefined ? [] : [why]), ...worth.reasons],
    cue: quote(analysis.text, { start: claim.cueOffset, end: cueEnd }),
    source: claim.source === null ? null : sourceQuote(analysis, claim.source),
    claimKind: claim.kind,
    mode: frame.mode,
    checkworthy: worth.checkworthy,
  };
}

function entitiesIn(entities: readonly EntitySuggestion[], s: Span): readonly EntitySuggestion[] {
  let low = 0;
  let high = entities.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entities[middle]?.start ?? 0) < s.start) low = middle + 1;
    else high = middle;
  }
  const inside: EntitySuggestion[] = [];
  for (let i = low; i < entities.length; i++) {
    const entity = entities[i];
    if (entity === undefined || entity.start >= s.end) break;
    inside.push(entity);
  }
  return inside;
}

function sourceQuote(analysis: Analysis, source: TokenRange): QuotedSpan {
  const end = analysis.tokens[source.to - 1]?.end ?? source.offset;
  return quote(analysis.text, { start: source.offset, end });
}

function quote(text: string, s: Span): QuotedSpan {
  return { start: s.start, end: s.end, quote: text.slice(s.start, s.end) };
}
