import { tokenAfter } from '../found';
import { words } from '../lexicon/entries';
import { BODY_HEADS } from '../lexicon/organisationHeads';
import { foldedSet } from '../phrases';
import { isDefinite, isWord } from '../vocabulary';
import type { ClaimContext } from './claims';
import type { Cue } from './cues';
import type { TokenRange } from './sources';
import { isComma } from './marks';
import { withoutConjunction } from '../letters';

/** Gender and number as the reporting word shows them; undefined where it shows none. */
export type Agreement = 'm' | 'f' | 'p' | undefined;

/** A source that was named, in which of the narrator's sentences, and how its verb agreed with it. */
export interface Mention {
  readonly narration: number;
  readonly source: TokenRange;
  readonly agreement: Agreement;
}

/** Who spoke so far in a paragraph. */
export class Speakers {
  private readonly mentions: Mention[] = [];

  add(mention: Mention): void {
    this.mentions.push(mention);
  }

  /** The last source named in the narrator's sentence, if a reporting word of this form can speak of it. */
  within(narration: number, agreement: Agreement): TokenRange | undefined {
    for (let i = this.mentions.length - 1; i >= 0; i--) {
      const mention = this.mentions[i];
      if (mention?.narration !== narration) return undefined;
      if (agree(mention.agreement, agreement)) return mention.source;
    }
    return undefined;
  }

  /** The last source that a reporting word of this form can speak of. */
  last(agreement: Agreement): TokenRange | undefined {
    for (let i = this.mentions.length - 1; i >= Math.max(0, this.mentions.length - 8); i--) {
      const mention = this.mentions[i];
      if (mention !== undefined && agree(mention.agreement, agreement)) return mention.source;
    }
    return undefined;
  }
}

/** A verb before its plural subject is singular (قال مسؤولون), so a plural form (وأضافوا) goes with any. */
export function agree(speaker: Agreement, cue: Agreement): boolean {
  return speaker === undefined || cue === undefined || cue === 'p' || speaker === cue;
}

/** لفت, أثبت: the ت is of the root. */
const ROOT_TA = /^(?:[اأ]ثبت|لفت)$/u;

/** What a reporting word as it is written says of its subject: أضافت f, يقول m, مضيفة f, قولهم p. */
export function agreementOf(word: string, form: Cue['form']): Agreement {
  switch (form) {
    case 'past':
      if (ROOT_TA.test(word)) return 'm';
      return /وا$/u.test(word) ? 'p' : /تا?$|...ت(?:ه|ها|هما|نا)$/u.test(word) ? 'f' : 'm';
    case 'present':
      return /(?:ون|وا)$/u.test(word) ? 'p' : /^(?:س)?ت/u.test(word) ? 'f' : 'm';
    case 'participle':
      return /ين$/u.test(word) ? 'p' : /[ةه]$/u.test(word) ? 'f' : 'm';
    case 'noun':
      // المطالبة: of anybody.
      if (isDefinite(word)) return undefined;
      return /هم$/u.test(word) ? 'p' : /ها$/u.test(word) ? 'f' : 'm';
  }
}

const BODIES = foldedSet(words(BODY_HEADS));
const SUBJECTS = new Set(['PERS', 'ORG', 'OCC', 'GPE']);
const PERSONAL = new Set(['PERS', 'ORG', 'OCC']);
/** Furthest from the start of a sentence that its first verb is looked for, in tokens. */
const OPENING = 14;
const LONGEST = 160;

/**
 * Whom the narrator's sentence is about, for a report later in it: التقى الوزير الوفد وقال إن …. The named
 * subject of its first verb, or the name that it starts with.
 */
export function subjectOf(
  context: ClaimContext,
  at: number,
  agreement: Agreement,
): TokenRange | undefined {
  const { tokens, speech, vocabulary, entities, sources } = context;
  const narration = speech.narrationOf(at);
  let start = at;
  while (start > 0 && at - start < LONGEST && speech.narrationOf(start - 1) === narration) start--;
  for (let i = start; i < Math.min(start + OPENING, at); i++) {
    const token = tokens[i];
    if (!isWord(token)) continue;
    const entity = entities.atToken(token, SUBJECTS);
    if (entity !== undefined) {
      // A name that opens the sentence is what it is about; in a phrase of time or place it is not.
      const opens = i === start && PERSONAL.has(entity.label);
      const source = opens ? sources.at(i, entity.start) : undefined;
      if (source !== undefined && source.to < at) return source;
      i = tokenAfter(tokens, entity.end, i) - 1;
      continue;
    }
    const reading = token.readings.find(
      (r) =>
        (r.proclitics === '' || /^[وف]$/u.test(r.proclitics)) && vocabulary.verbs.has(r.folded),
    );
    const first = i === start || (i === start + 1 && tokens[start]?.text === '"');
    if (
      reading === undefined &&
      !(first ? opensVerb(context, token.folded) : looksPast(context, i))
    )
      continue;
    const subject = subjectAt(context, i + 1, at);
    if (subject === undefined) {
      if (reading !== undefined) return undefined;
      continue;
    }
    const verb = reading?.folded ?? token.folded;
    const form = /^[يت]/u.test(verb) ? 'present' : 'past';
    return reading === undefined || agree(agreementOf(verb, form), agreement) ? subject : undefined;
  }
  return undefined;
}

/** كما ألقى الرئيس كلمة أكد فيها: the named subject of the last verb before the word of reporting. */
export function issuerOf(
  context: ClaimContext,
  at: number,
  agreement: Agreement,
): TokenRange | undefined {
  const { tokens, speech, vocabulary } = context;
  for (let i = at - 2; i >= Math.max(speech.sentenceStart(at), at - OPENING); i--) {
    const verb = tokens[i]?.readings.find((r) => vocabulary.verbs.has(r.folded));
    if (verb === undefined) continue;
    const form = /^[يت]/u.test(verb.folded) ? 'present' : 'past';
    const subject = subjectAt(context, i + 1, at);
    if (subject !== undefined && agree(agreementOf(verb.folded, form), agreement)) return subject;
  }
  return undefined;
}

/** A word that no list of verbs has may be one at the start of its sentence, if it is no particle. */
function opensVerb({ vocabulary }: ClaimContext, folded: string): boolean {
  const bare = withoutConjunction(folded);
  return !vocabulary.functionWords.has(folded) && !vocabulary.functionWords.has(bare);
}

/** كما ألقى, وفي موسكو أصدرت, فلم يعط: a verb by its ending or by the particle before it. */
function looksPast({ tokens, entities }: ClaimContext, at: number): boolean {
  const word = tokens[at]?.folded ?? '';
  const before = tokens[at - 1]?.folded ?? '';
  if (/^[وف]?(?:كما|قد|لم|لن|حيث|فلم|لقد)$/u.test(before)) return true;
  if (!/[^اي]ت$/u.test(word) || word.startsWith('ال')) return false;
  const start = tokens[at - 1]?.start ?? -1;
  return isComma(tokens[at - 1]) || entities.at(start) !== undefined;
}

function subjectAt(context: ClaimContext, at: number, before: number): TokenRange | undefined {
  const { tokens, entities, sources } = context;
  const label = entities.at(tokens[at]?.start ?? -1)?.label;
  const plain = sources.opensTitle(at) || BODIES.has(tokens[at]?.folded ?? '');
  const speaks = label === undefined ? plain : SUBJECTS.has(label);
  if (!speaks) return undefined;
  const source = sources.at(at);
  return source !== undefined && source.to < before ? source : undefined;
}
