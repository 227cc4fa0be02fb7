import { startOf } from '../analysis';
import { tokenAfter } from '../found';
import { words } from '../lexicon/entries';
import { PLACE_CLASSES } from '../lexicon/cities';
import { CHIEF_OF, OFFICE_FIELDS } from '../lexicon/titles';
import { foldedSet } from '../phrases';
import { isDefinite, isWord } from '../vocabulary';
import {
  BARE,
  DEFINITE,
  HEADS,
  INDEFINITE,
  NAME_ONLY,
  PEOPLE,
  PLACES,
  type TitleContext,
} from './offices';

const CHIEFS = foldedSet(words(CHIEF_OF));
/** Words for a kind of place before its name: لمدينة نيويورك. */
const CLASSES = foldedSet([...words(PLACE_CLASSES), 'جهة', 'أمن']);
const FIELDS = foldedSet(words(OFFICE_FIELDS));

/** What an office is of: الدفاع, مجلس النواب, نائب وزير …, للوزراء. */
export function officeComplement(
  context: TitleContext,
  at: number,
  weak: boolean,
  depth = 0,
): number | undefined {
  const { tokens, reader } = context;
  const token = tokens[at];
  const quoted = reader.quoted(token?.text === 'ل' ? at + 1 : at);
  if (quoted !== undefined) return quoted;
  if (!isWord(token)) return undefined;
  const word = token.folded;
  // والي جهة الدار البيضاء
  const known =
    reader.known(at, PLACES) ?? (CLASSES.has(word) ? reader.known(at + 1, PLACES) : undefined);
  if (known !== undefined) return known;
  if (INDEFINITE.has(word) && depth < 3) return officeComplement(context, at + 1, weak, depth + 1);
  if (FIELDS.has(word)) return reader.coordination(reader.adjectives(at + 1));
  if ((HEADS.has(word) || CHIEFS.has(word)) && depth < 3) {
    const nested = officeComplement(context, at + 1, false, depth + 1);
    if (nested !== undefined) return nested;
  }
  if (DEFINITE.has(word)) return at + 1;
  const through = lamComplement(context, at);
  if (through !== undefined) return through;
  if (weak) return undefined;
  const purpose = word.startsWith('ل') ? reader.purpose(at) : at;
  if (purpose > at) return purpose;
  const idafa = reader.idafa(at) ?? looseIdafa(context, at);
  if (idafa === undefined || context.found.atToken(token, PEOPLE) !== undefined) return undefined;
  return reader.coordination(reader.adjectives(idafa));
}

/** رئيس وفد المعارضة, مستشارة أمراض الجلد: a noun of no list and the definite one that completes it. */
function looseIdafa(context: TitleContext, at: number): number | undefined {
  const { tokens, names, reader } = context;
  const [noun, definite] = [tokens[at], tokens[at + 1]];
  if (!isWord(noun) || !isWord(definite) || !isDefinite(definite.folded)) return undefined;
  const { functionWords, verbs, nameStops, givenNames } = names.vocabulary;
  const { folded } = noun;
  const other =
    noun.readings.some((r) => functionWords.has(r.folded)) ||
    verbs.has(folded) ||
    nameStops.has(definite.folded);
  if (
    other ||
    isDefinite(folded) ||
    folded === 'عبد' ||
    givenNames.has(folded) ||
    folded.length < 3
  )
    return undefined;
  if (context.found.atToken(definite, PEOPLE) !== undefined) return undefined;
  return reader.adjectives(at + 2);
}

/** للأمم المتحدة، لمجلس الوزراء، للرئيس: ل and a known name or a title. */
export function lamComplement(context: TitleContext, at: number): number | undefined {
  const { tokens, found, reader } = context;
  for (const reading of tokens[at]?.readings ?? []) {
    if (reading.proclitics !== 'ل') continue;
    const entity = found.at(startOf(tokens[at], reading));
    if (entity !== undefined && PLACES.has(entity.label)) return tokenAfter(tokens, entity.end, at);
    if (CLASSES.has(reading.folded)) {
      const named = reader.known(at + 1, PLACES);
      if (named !== undefined) return named;
    }
    if (FIELDS.has(reading.folded)) return reader.coordination(reader.adjectives(at + 1));
    if (BARE.has(reading.folded)) return at + 1;
    if (NAME_ONLY.has(reading.folded)) return at;
  }
  return undefined;
}
