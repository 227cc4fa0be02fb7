import type { Localized } from '../../model/issue';
import type { Analysis } from '../analysis';
import type { EntitySuggestion } from '../detector';
import { entity } from '../found';
import { stemOf } from '../stems';
import { isDefinite, looksNisba } from '../vocabulary';
import { DEFINITE, RANKS } from './offices';
import { TITLES } from './titles';

const WHY: Localized = { en: 'title before a name', ar: 'لقب قبل اسم' };

/**
 * Titles right before persons that only the whole reading has found: الشاعر أدونيس, where no list tells that
 * a name begins. `entities` in text order, and flat.
 */
export function titlesBefore(
  analysis: Analysis,
  entities: readonly EntitySuggestion[],
): EntitySuggestion[] {
  const { tokens } = analysis;
  const found: EntitySuggestion[] = [];
  let i = 0;
  let free = 0;
  for (const { label, start, end } of entities) {
    while ((tokens[i]?.start ?? start) < start) i++;
    const token = label === 'PERS' && tokens[i]?.start === start ? tokens[i - 1] : undefined;
    if (token !== undefined && token.kind === 'word' && token.start >= free) {
      const stem = stemOf(token);
      // المكتب السياسي is no politician.
      const attribute = looksNisba(stem.folded) && isDefinite(tokens[i - 2]?.folded ?? '');
      if (!attribute && (DEFINITE.has(stem.folded) || RANKS.has(stem.folded))) {
        found.push(entity(analysis, TITLES, 'OCC', stem.start, i, 0.8, WHY));
      }
    }
    free = end;
  }
  return found;
}
