import type { Localized } from '../../model/issue';
import { startOf, type AnalysedToken, type Analysis } from '../analysis';
import type { EntitySuggestion } from '../detector';
import { entity } from '../found';
import { isDefinite, looksNisba } from '../vocabulary';
import { DEFINITE, RANKS } from './offices';
import { TITLES } from './titles';

const WHY: Localized = { en: 'title before a name', ar: 'لقب قبل اسم' };

/**
 * Titles right before persons, a nationality between them or not, that only the whole reading has found:
 * الشاعر أدونيس, where no list tells that a name begins. `entities` in text order, and flat.
 */
export function titlesBefore(
  analysis: Analysis,
  entities: readonly EntitySuggestion[],
): EntitySuggestion[] {
  const { tokens } = analysis;
  const found: EntitySuggestion[] = [];
  let i = 0;
  let free = 0;
  let before: EntitySuggestion | undefined;
  for (const suggestion of entities) {
    const { label, start, end } = suggestion;
    while ((tokens[i]?.start ?? start) < start) i++;
    if (label === 'PERS' && tokens[i]?.start === start) {
      const title = titleEndingAt(tokens, i, before);
      if (title !== undefined && title >= free)
        found.push(entity(analysis, TITLES, 'OCC', title, i, 0.8, WHY));
    }
    before = suggestion;
    if (label !== 'NORP') free = end;
  }
  return found;
}

/** Offset at which the title before token `end` starts; a nationality may stand between: المغنية البريطانية أديل. */
function titleEndingAt(
  tokens: readonly AnalysedToken[],
  end: number,
  before: EntitySuggestion | undefined,
): number | undefined {
  const last = tokens[end - 1];
  const people = before?.label === 'NORP' && before.end === last?.end && isDefinite(last.folded);
  const at = people ? end - 2 : end - 1;
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  const { stem } = token;
  // المكتب السياسي is no politician.
  if (looksNisba(stem.folded) && isDefinite(tokens[at - 1]?.folded ?? '')) return undefined;
  return DEFINITE.has(stem.folded) || RANKS.has(stem.folded) ? startOf(token, stem) : undefined;
}
