import { isMark, TATWEEL } from './chars';
import { segmentationCandidates } from './proclitics';
import { wordAt } from './words';

/** Whether no word runs across `end`; tashkeel and tatweel that follow do not count. */
export function endsWhole(text: string, end: number): boolean {
  const word = wordAt(text, end);
  if (word === undefined || word.start >= end) return true;
  let rest = end;
  while (rest < word.end && (isMark(text.charCodeAt(rest)) || text.charCodeAt(rest) === TATWEEL))
    rest++;
  return rest >= word.end;
}

/** Whether no word runs across `at`, or what stands before `at` in it can be its proclitics. */
export function startsWhole(text: string, at: number): boolean {
  const word = wordAt(text, at);
  if (word === undefined || word.start >= at || word.end <= at) return true;
  const stemStart = at - word.start;
  const letters = text.slice(word.start, word.end);
  return segmentationCandidates(letters).some((cut) => cut.stemStart === stemStart);
}
