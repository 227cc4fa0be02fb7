import { segment } from '../text/proclitics';
import type { AnalysedToken } from './analysis';

/** Offset of the token's first letter after its proclitics, and the folded rest. */
export function stemOf(token: AnalysedToken): { readonly start: number; readonly folded: string } {
  if (token.readings.length > 1) {
    const start = token.start + segment(token.text).stemStart;
    for (const reading of token.readings) if (reading.start === start) return reading;
  }
  return { start: token.start, folded: token.folded };
}
