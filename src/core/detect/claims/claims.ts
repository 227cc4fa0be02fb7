import type { QuotedSpan } from '../../model/annotation';
import type { Localized } from '../../model/issue';
import { firstStartingAt, type Span } from '../../text/span';
import { startOf, type AnalysedToken, type Analysis, type Reading } from '../analysis';
import { AskedOnce } from '../askedOnce';
import type { ClaimSuggestion, Detector, EntitySuggestion } from '../detector';
import { FoundIndex, tokenAfter } from '../found';
import { BEFORE_NOUN_WORDS, VIEWPOINTS } from '../lexicon/claimClues';
import { words } from '../lexicon/entries';
import { ACCORDING, ACCORDING_WITH_L, QUOTING } from '../lexicon/reporting';
import { foldedSet } from '../phrases';
import { isWord, type Vocabulary } from '../vocabulary';
import { accordingAt, isToTheLetter, viewpointAt } from './according';
import { blameAt } from './blame';
import { asNoun, cueTable, type Cue } from './cues';
import { IMPLIED } from './implicit';
import { reported } from './report';
import type { Frame } from './said';
import { SourceReader, type TokenRange } from './sources';
import { SpeechText } from './content';
import { agreementOf, Speakers, type Agreement } from './speakers';
import { worthOf } from './worth';

const ID = 'claims';
const VIEWS = foldedSet(words(VIEWPOINTS));
const CITING = new AskedOnce(
  foldedSet([ACCORDING, ACCORDING_WITH_L, QUOTING, VIEWPOINTS].flatMap(words)),
);
const CUES = new AskedOnce();
const BEFORE_NOUN = foldedSet(words(BEFORE_NOUN_WORDS));
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
  /** None where the whole sentence is attributed: بحسب, وفقا. */
  readonly cue: Cue | undefined;
  readonly source: TokenRange | null;
  /** Who spoke before and is taken to speak on, where the sentence names nobody. */
  readonly implied: TokenRange | undefined;
  readonly frame: Frame;
  readonly kind: string;
  readonly score: number;
}

/** Attributed claims: a reporting word, who says it, and what is said. */
export function claims(vocabulary: Vocabulary): Detector {
  let table: ReadonlyMap<string, Cue> | undefined;
  return {
    id: ID,
    name: { en: 'Attributed claims', ar: 'الادعاءات المنسوبة' },
    labels: ['CLAIM'],
    detect(analysis, found) {
      const cues = (table ??= cueTable());
      const entities = found.filter((s): s is EntitySuggestion => s.kind === 'entity');
      const index = new FoundIndex(entities);
      const { tokens } = analysis;
      const sources = new SourceReader(tokens, index, vocabulary);
      const speech = new SpeechText(analysis, cues, index, vocabulary);
      const context = { tokens, sources, speech, entities: index, vocabulary, cues };
      const all = new Reader(context).read().claims;
      return all.map((claim) => toSuggestion(context, analysis, claim, entities));
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
      const title = this.context.entities.at(token.start);
      if (title?.label === 'WORK') {
        // ديوان «قالت لي السمراء»: nobody says it.
        i = tokenAfter(tokens, title.end, i) - 1;
        continue;
      }
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
    if (isToTheLetter(context.tokens, at)) return this.toTheLetter(at);
    const blame = blameAt(context, at);
    if (blame !== undefined) return blame;
    const opens = CITING.hasAny(token) || CUES.hasAny(token, context.cues);
    return opens ? this.cuedAt(token, at) : undefined;
  }

  private cuedAt(token: AnalysedToken, at: number): FoundClaim | undefined {
    const { context } = this;
    for (const reading of token.readings) {
      if (reading.proclitics.length > 1) continue;
      const conjoined = reading.proclitics === '' || /^[وف]$/u.test(reading.proclitics);
      if (this.cites(reading, at) && (conjoined || reading.folded === 'حسب')) {
        // بحسب is one word; only a conjunction is cut from it.
        const claim = accordingAt(
          context,
          at,
          conjoined ? startOf(token, reading) : token.start,
          this.attributed,
          this.speakers.last(undefined),
        );
        if (claim !== undefined) {
          this.attributed = claim.source?.to ?? at;
          if (claim.source !== null) this.nameIfNone(at, claim.source);
          return claim;
        }
      }
      if (!CUES.has(reading, context.cues)) continue;
      const cue = cueOf(context, at, reading);
      if (cue === undefined || (!conjoined && cue.form !== 'noun')) continue;
      // حياة is life, حياه greeted him: no pronoun is written with a ة.
      if (cue.pronoun && token.text.endsWith('ة')) continue;
      // يدعى is called, يدعي claims.
      if (cue.lemma === 'ادعى' && /[يت]دعى$/u.test(token.text)) continue;
      // مضيفه is his host, مضيفة says more.
      const host = cue.form === 'participle' && reading.folded.endsWith('ه');
      if (host && !token.text.endsWith('ة')) continue;
      const { claim, source } = reported(context, at, reading, cue, this.speakers);
      if (source !== undefined) this.name(at, source, agreementOf(reading.folded, cue.form));
      if (claim !== undefined) return claim;
    }
    return undefined;
  }

  /** وفقا للوزارة; a noun of a view only in its phrase: من وجهة نظر الوزارة. */
  private cites(reading: Reading, at: number): boolean {
    if (!CITING.has(reading)) return false;
    return !VIEWS.has(reading.folded) || viewpointAt(this.context.tokens, at) > 0;
  }

  /** …، على حد قوله: the clause before is somebody's words, if nothing in its sentence is already. */
  private toTheLetter(at: number): FoundClaim | undefined {
    const { context } = this;
    const start = context.speech.sentenceStart(at);
    if ((this.claims.at(-1)?.frame.to ?? 0) > start) return undefined;
    const { start: offset } = context.tokens[at + 1] ?? { start: 0 };
    return accordingAt(context, at, offset, this.attributed, this.speakers.last(undefined));
  }

  /** واصفا …, حسب الوكالة: who is cited for the whole speaks on only where nobody spoke in the sentence. */
  private nameIfNone(at: number, source: TokenRange): void {
    const narration = this.context.speech.narrationOf(at);
    if (this.speakers.within(narration, undefined) === undefined) this.name(at, source, undefined);
  }

  private name(at: number, source: TokenRange, agreement: Agreement): void {
    const narration = this.context.speech.narrationOf(at);
    this.speakers.add({ narration, source, agreement });
  }
}

/** The reporting word; where a preposition stands before it (بعد نفي الوزير, برفضه) it is a noun. */
function cueOf(
  { tokens, cues }: ClaimContext,
  at: number,
  { proclitics, folded }: Reading,
): Cue | undefined {
  const before = tokens[at - 1]?.folded ?? '';
  const nominal = /[بل]$/u.test(proclitics) || (proclitics === '' && BEFORE_NOUN.has(before));
  return (nominal ? cues.get(asNoun(folded)) : undefined) ?? cues.get(folded);
}

function toSuggestion(
  { entities: index, vocabulary }: ClaimContext,
  analysis: Analysis,
  claim: FoundClaim,
  entities: readonly EntitySuggestion[],
): ClaimSuggestion {
  const { frame } = claim;
  const inside = entitiesIn(entities, frame.span);
  const content = analysis.tokens.slice(frame.from, frame.to);
  const source = claim.source ?? claim.implied;
  const sayer = source && {
    words: analysis.tokens.slice(source.from, source.to),
    label: index.at(source.offset)?.label,
  };
  const { kind, cue } = claim;
  const worth = worthOf({ kind, cue, frame, content, entities: inside, source: sayer, vocabulary });
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
  const inside: EntitySuggestion[] = [];
  for (let i = firstStartingAt(entities, s.start); i < entities.length; i++) {
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
