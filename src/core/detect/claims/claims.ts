import type { QuotedSpan } from '../../model/annotation';
import type { Localized } from '../../model/issue';
import type { Span } from '../../text/span';
import type { AnalysedToken, Analysis, Reading } from '../analysis';
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
import { SourceReader, type TokenRange } from './sources';
import { SpeechText } from './content';
import { kindOf } from './kinds';
import { agreementOf, Speakers, subjectOf, type Agreement } from './speakers';
import { worthOf } from './worth';

const ID = 'claims';
const ACCORDINGS = foldedSet([...words(ACCORDING), ...words(ACCORDING_WITH_L), ...words(QUOTING)]);
const IMPERSONALS = foldedSet(words(IMPERSONAL));
/** Before these a verb is denied, nested or relative: لأنها تتوقع, التي قالت. */
const NEVER_AFTER = foldedSet(
  words(
    'أن أنه أنها أنهم لا لم ما لن التي الذي الذين لأن لأنه لأنها كي لكي حتى بأن بأنه بأنها عن من في على إلى بعد قبل مع حول بسبب منذ خلال كل أي هذا هذه دون بدون رفض رفضت يرفض طلب طلبت عدم',
  ),
);
const SINCE = foldedSet(words('بعد منذ وبعد ومنذ'));
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

/** Said of a claim whose source is taken from a sentence before it. */
const IMPLIED: Localized = { en: 'speaker named before', ar: 'المتحدث مذكور قبله' };

/** A claim found, as token ranges. */
export interface FoundClaim {
  readonly cueAt: number;
  readonly cueOffset: number;
  readonly source: TokenRange | null;
  /** Who spoke before and is taken to speak on, where the sentence names nobody. */
  readonly implied: TokenRange | undefined;
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
      const sources = new SourceReader(tokens, index, vocabulary);
      const speech = new SpeechText(analysis, cues);
      const context = { tokens, sources, speech, entities: index, vocabulary, cues };
      const all = new Reader(context).read().claims;
      return all.map((claim) => toSuggestion(analysis, claim, entities));
    },
  };
}

export interface ClaimContext {
  readonly tokens: readonly AnalysedToken[];
  readonly sources: SourceReader;
  readonly speech: SpeechText;
  readonly entities: FoundIndex;
  readonly vocabulary: Vocabulary;
  readonly cues: ReadonlyMap<string, Cue>;
}

/** Reads one paragraph from its start, with what it has to remember on the way. */
class Reader {
  readonly claims: FoundClaim[] = [];
  private readonly speakers = new Speakers();
  /** Index of the token after the last attribution. */
  private attributed = 0;

  constructor(private readonly context: ClaimContext) {}

  read(): this {
    const { tokens } = this.context;
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i];
      if (!isWord(token)) continue;
      const claim = this.claimAt(token, i);
      if (claim === undefined) continue;
      this.claims.push(claim);
      // What is reported inside the content is not reported by the article itself.
      i = Math.max(i, claim.frame.to - 1);
    }
    return this;
  }

  private claimAt(token: AnalysedToken, at: number): FoundClaim | undefined {
    const { context } = this;
    for (const reading of token.readings) {
      if (reading.proclitics.length > 1) continue;
      const conjoined = reading.proclitics === '' || /^[وف]$/u.test(reading.proclitics);
      if (ACCORDINGS.has(reading.folded) && (conjoined || reading.folded === 'حسب')) {
        // بحسب is one word; only a conjunction is cut from it.
        const claim = accordingAt(
          context,
          at,
          conjoined ? reading.start : token.start,
          this.attributed,
        );
        if (claim !== undefined) {
          this.attributed = claim.source?.to ?? at;
          if (claim.source !== null) this.name(at, claim.source, undefined);
          return claim;
        }
      }
      const cue = context.cues.get(reading.folded);
      if (cue === undefined || (!conjoined && cue.form !== 'noun')) continue;
      // مضيفه is his host, مضيفة says more.
      const host = cue.form === 'participle' && reading.folded.endsWith('ه');
      if (host && !token.text.endsWith('ة')) continue;
      const { claim, source } = reported(context, at, reading, cue, this.speakers);
      if (source !== undefined) this.name(at, source, agreementOf(reading.folded, cue.form));
      if (claim !== undefined) return claim;
    }
    return undefined;
  }

  private name(at: number, source: TokenRange, agreement: Agreement): void {
    const narration = this.context.speech.narrationOf(at);
    this.speakers.add({ narration, source, agreement });
  }
}

function reported(
  context: ClaimContext,
  at: number,
  reading: Reading,
  cue: Cue,
  speakers: Speakers,
): { claim: FoundClaim | undefined; source: TokenRange | undefined } {
  const finite = cue.form === 'past' || cue.form === 'present';
  const sure = context.tokens[at - 1]?.folded === 'قد' ? sourceBefore(context, at) : undefined;
  const { frame, source: found } = findFrame(context, at, cue, sure);
  let source = found;
  if (frame === undefined) return { claim: undefined, source: finite ? source : undefined };
  if (source === undefined && finite) source = sourceBefore(context, at);
  const none = { claim: undefined, source: undefined };
  if (finite && !mayFollow(context, at, source)) return none;
  if (source === undefined && impersonal(context, at, cue)) return none;
  // وحثت على …, مؤكدا أن …: who spoke before in this sentence speaks on.
  const agreement = agreementOf(reading.folded, cue.form);
  source ??=
    speakers.within(context.speech.narrationOf(at)) ?? subjectOf(context, at, agreement);
  if (source === undefined && needsSource(cue, frame)) return none;
  if (cue.lemma === 'حمل' && !blames(context, frame)) return none;
  const kind = kindOf(context, at, cue, frame);
  const score = source === undefined ? 0.7 : 0.85;
  const implied = source === undefined ? speakers.last(agreement) : undefined;
  const cueOffset = reading.start;
  return {
    claim: { cueAt: at, cueOffset, source: source ?? null, implied, frame, kind, score },
    source,
  };
}

/** Not after لأنها and the like; بعد أن أعلن الوزير أن … reports all the same, if it says who. */
function mayFollow(context: ClaimContext, at: number, source: TokenRange | undefined): boolean {
  const before = context.tokens[at - 1]?.folded ?? '';
  if (!NEVER_AFTER.has(before)) return true;
  const since = SINCE.has(context.tokens[at - 2]?.folded ?? '');
  return before === 'ان' && since && source !== undefined;
}

/** حمل إسرائيل مسؤولية …; without that word حمل is to carry. */
function blames(context: ClaimContext, frame: Frame): boolean {
  const start = context.tokens.slice(frame.from, frame.from + 8);
  return start.some((token) => /مسؤولي/u.test(token.folded));
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
  if (cue.form !== 'present') return false;
  return token.readings.some(
    (reading) => IMPERSONALS.has(reading.folded) && reading.folded !== 'يعتقد',
  );
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
    why: [
      ...(why === undefined ? [] : [why]),
      ...(claim.implied === undefined ? [] : [IMPLIED]),
      ...worth.reasons,
    ],
    cue: quote(analysis.text, { start: claim.cueOffset, end: cueEnd }),
    source: claim.source === null ? null : sourceQuote(analysis, claim.source),
    ...(claim.implied === undefined
      ? {}
      : { implicitSource: sourceQuote(analysis, claim.implied) }),
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
