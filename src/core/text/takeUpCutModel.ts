import { loadCutModel } from './cutModel';
import { useCutModel } from './proclitics';

/** Cuts proclitics by these weights from now on. Where they are damaged the rules stand alone, and why is answered. */
export function takeUpCutModel(bytes: Uint8Array): string | undefined {
  const loaded = loadCutModel(bytes);
  if (!loaded.ok) return loaded.problem;
  useCutModel(loaded.model);
  return undefined;
}
