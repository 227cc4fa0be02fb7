import type { Analysis, AnalysedToken } from '../analysis';
import { isDefinite, isPlainWord, type Vocabulary } from '../vocabulary';
import type { ModelSpan } from './entityModel';

/** A span of which a letter at its start, as written, belongs to no name. */
export interface CutSpan extends ModelSpan {
  /** UTF-16 units, where it is not for the segmenter to say. */
  readonly cut?: number;
}

/** The model's spans: persons that it reads as one parted, and without the verb, object or particle behind a name. */
export function personSpans(
  { tokens }: Analysis,
  spans: readonly ModelSpan[],
  vocabulary: Vocabulary,
): readonly CutSpan[] {
  return spans.flatMap((span) => {
    if (span.to - span.from < 2) return [span];
    if (span.name !== 'PERS') return [withoutParticle(tokens, span, vocabulary)];
    return parted(tokens, span, vocabulary).map((one) => trimmed(tokens, one, vocabulary));
  });
}

/** وكالة الأرصاد الجوية إن: no part of a name follows a definite word as a particle. */
function withoutParticle(
  tokens: readonly AnalysedToken[],
  span: ModelSpan,
  { functionWords }: Vocabulary,
): ModelSpan {
  const particle = functionWords.has(tokens[span.to - 1]?.folded ?? '');
  return particle && isDefinite(tokens[span.to - 2]?.folded ?? '')
    ? { ...span, to: span.to - 1 }
    : span;
}

/** جان كوم وبريان أكتون: a given name behind و begins another person. */
function parted(
  tokens: readonly AnalysedToken[],
  span: CutSpan,
  vocabulary: Vocabulary,
): readonly CutSpan[] {
  const { givenNames } = vocabulary;
  for (let i = span.from + 1; i < span.to; i++) {
    const folded = tokens[i]?.folded ?? '';
    const second = folded.startsWith('و') && folded.length > 3 && givenNames.has(folded.slice(1));
    if (!second || givenNames.has(folded)) continue;
    return [{ ...span, to: i }, ...parted(tokens, { ...span, from: i, cut: 1 }, vocabulary)];
  }
  return [span];
}

function trimmed(tokens: readonly AnalysedToken[], span: CutSpan, vocabulary: Vocabulary): CutSpan {
  let { to } = span;
  while (to - span.from > 1 && endsNoName(tokens[to - 1]?.folded ?? '', vocabulary)) to--;
  return { ...span, to };
}

/** يرزقان, اجتهد, حضورا: a verb in the dual or by its pattern, a noun in the accusative. */
function endsNoName(folded: string, vocabulary: Vocabulary): boolean {
  if (vocabulary.givenNames.has(folded)) return false;
  if (/^ي.{2,}[^يو]ان$/u.test(folded)) return true;
  if (/^ا[جحخدذرشعغفقكلمنه]ت[^اوي]{2}$/u.test(folded)) return true;
  return (
    (folded.endsWith('ا') && isPlainWord(vocabulary, folded.slice(0, -1))) ||
    /^[^اويم]{2}و[^اوي]ا$/u.test(folded)
  );
}
