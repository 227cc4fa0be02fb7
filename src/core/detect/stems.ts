import type { AnalysedToken, Reading } from './analysis';

/** The token without its proclitics. */
export function stemOf(token: AnalysedToken): Reading {
  return token.stem;
}
