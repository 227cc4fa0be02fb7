import { startOf, type AnalysedToken } from '../analysis';
import type { EntitySuggestion } from '../detector';
import { tokenAfter, type FoundIndex } from '../found';
import { words } from '../lexicon/entries';
import { SPEAKER_TITLES, THAT_WORDS } from '../lexicon/reporting';
import { foldedSet } from '../phrases';
import type { Vocabulary } from '../vocabulary';
import { isComma } from './marks';

interface Reading {
  readonly tokens: readonly AnalysedToken[];
  readonly entities: FoundIndex;
  readonly vocabulary: Vocabulary;
}

/** Words that a title set off behind a name starts with. */
const TITLE_HEADS = foldedSet(words(SPEAKER_TITLES));
const THAT = foldedSet(words(THAT_WORDS));
/** Longest title between commas, in tokens. */
const LONGEST_TITLE = 18;

export function opensTitle(folded: string): boolean {
  // الوزيران
  return TITLE_HEADS.has(folded) || TITLE_HEADS.has(folded.replace(/(?:ان|ون)$/u, ''));
}

/**
 * سمير كامل، رئيس الهيئة والأستاذ بجامعة دمشق: past titles that commas set off, and past a person set off from
 * a title. `label` is that of what ends right before token `at`.
 */
export function apposedEnd(reading: Reading, at: number, label: string | undefined): number {
  const { tokens } = reading;
  let end = at;
  let last = label;
  for (let round = 0; round < 3 && (isComma(tokens[end]) || round === 0); round++) {
    if (round === 0 && !isComma(tokens[end])) return dashedTitle(reading, end) ?? end;
    const entity = setOff(reading, end + 1);
    const joined = round === 0 || tokens[end + 1]?.folded.startsWith('و') === true;
    const close = joined && last !== undefined ? titleEnd(reading, end + 1) : undefined;
    if (close !== undefined) {
      last = 'OCC';
      end = close;
      continue;
    }
    const title = entity?.label === 'OCC' && (last === 'PERS' || last === 'OCC');
    if (
      entity === undefined ||
      !(title || (entity.label === 'PERS' && last === 'OCC' && label !== 'PERS'))
    )
      break;
    last = entity.label;
    end = tokenAfter(tokens, entity.end, end + 1);
  }
  return end;
}

/** سمير كامل - رئيس النادي -: past a title that dashes set off. */
function dashedTitle({ tokens, entities }: Reading, at: number): number | undefined {
  const [dash, title] = [tokens[at]?.text ?? '', entities.at(tokens[at + 1]?.start ?? -1)];
  if (!/^[-–—]$/u.test(dash) || title?.label !== 'OCC') return undefined;
  const past = tokenAfter(tokens, title.end, at + 1);
  return tokens[past]?.text === dash ? past : undefined;
}

/** Past a title of any words that two commas set off: ، المؤسس والرئيس التنفيذي لشركة سمر،. */
function titleEnd({ tokens, entities, vocabulary }: Reading, from: number): number | undefined {
  const head = (tokens[from]?.folded ?? '').replace(/^و/u, '');
  if (!TITLE_HEADS.has(head) && !TITLE_HEADS.has(`ال${head}`)) return undefined;
  for (let i = from + 1; i < from + LONGEST_TITLE; i++) {
    const token = tokens[i];
    if (token === undefined || token.sentence !== tokens[from]?.sentence) return undefined;
    if (isComma(token) || token.text === ':' || THAT.has(token.folded)) return i;
    const named = entities.at(token.start) !== undefined;
    if (!named && vocabulary.reporting.has(token.folded)) return undefined;
  }
  return undefined;
}

/** The entity that starts at the token, behind و at most. */
function setOff({ tokens, entities }: Reading, at: number): EntitySuggestion | undefined {
  for (const reading of tokens[at]?.readings ?? []) {
    const { proclitics } = reading;
    const start = startOf(tokens[at], reading);
    if (proclitics !== '' && proclitics !== 'و') continue;
    const entity = entities.at(start);
    if (entity !== undefined) return entity;
  }
  return undefined;
}
