import type { Analysis, AnalysedToken } from '../analysis';
import type { EntitySuggestion } from '../detector';
import type { EntityModel, ModelSpan } from './entityModel';
import { hashText } from '../../text/hashing';
import type { Scorer } from './scorer';
import { ruleMarks } from './tokenFacts';
import { NAME_FLAGS, type WordFlags } from './wordFlags';

/** Letters of Persian, Urdu and their neighbours that Arabic does not write. */
const OTHER_LETTERS = /[\u067e\u0686\u0688\u0691\u0698\u06a9\u06af\u06ba\u06be\u06c1\u06cc\u06d2]/u;

/** Reads a paragraph in which the rules propose `rules`, which are flat and in text order. */
export type NameReader = (
  analysis: Analysis,
  rules: readonly EntitySuggestion[],
) => readonly ModelSpan[];

export function nameReader(model: EntityModel, flags: WordFlags): NameReader {
  let scorer: Scorer | undefined;
  return (analysis, rules) => {
    scorer ??= model.scorer(flags);
    return readNames(model, scorer, analysis, rules);
  };
}

/** The model's names in a paragraph, sentence by sentence. */
function readNames(
  model: EntityModel,
  scorer: Scorer,
  { text, tokens }: Analysis,
  rules: readonly EntitySuggestion[],
): ModelSpan[] {
  const marks = ruleMarks(tokens, rules);
  const spans: ModelSpan[] = [];
  const isMixed = OTHER_LETTERS.test(text);
  for (let from = 0; from < tokens.length;) {
    const sentence = tokens[from]?.sentence;
    let to = from;
    let foreign = 0;
    for (; to < tokens.length && tokens[to]?.sentence === sentence; to++) {
      if (isMixed && OTHER_LETTERS.test(tokens[to]?.text ?? '')) foreign++;
    }
    const sentenceStart = from;
    from = to;
    // Persian and Urdu: the model has learned nothing of them.
    if (foreign * 6 > to - sentenceStart) continue;
    for (const span of model.spans(scorer, tokens, sentenceStart, to, marks)) {
      spans.push(...apart(tokens, span));
    }
  }
  return spans;
}

/** بيروت ودمشق are two names, though no sign stands between them. */
function apart(tokens: readonly AnalysedToken[], span: ModelSpan): ModelSpan[] {
  if (span.name !== 'PERS' && span.name !== 'LOC') return [span];
  const parts: ModelSpan[] = [];
  let { from } = span;
  for (let i = from + 1; i < span.to; i++) {
    const token = tokens[i];
    if (token?.text.startsWith('و') !== true || token.stem.cut === 0) continue;
    parts.push({ ...span, from, to: i });
    from = i;
  }
  return [...parts, { ...span, from }];
}

/**
 * Whether the training text has a word often and no list has it as a name: it is too common to be known
 * again as one.
 */
export function commonWords(model: EntityModel, flags: WordFlags): (word: string) => boolean {
  return (word) => {
    const listed = flags.get(word) ?? 0;
    if ((listed & NAME_FLAGS) !== 0) return false;
    return listed !== 0 || model.familiarity(hashText(word)) > 0;
  };
}
