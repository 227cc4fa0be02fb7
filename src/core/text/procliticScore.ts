import { fold } from './normalize';

/** How likely a cut is; the highest of a word's candidates wins. */
export function scoreSegmentation(
  word: string,
  cut: { readonly proclitics: readonly string[]; readonly stem: string },
): number {
  if (cut.proclitics.length === 0) return 0;
  const stem = fold(cut.stem);
  const last = cut.proclitics.at(-1)?.charAt(0);
  if (stem.startsWith('ال') && stem.length > 3) return 2 + cut.proclitics.length;
  if (last === 'ل' && stem.startsWith('ل') && stem.length > 3) return 1 + cut.proclitics.length;
  return word.length === 0 ? 0 : -1;
}
