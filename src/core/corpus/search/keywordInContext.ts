import { LineIndex } from '../../text/lineIndex';
import { segment } from '../../text/proclitics';
import type { Span } from '../../text/span';
import { FoldedText } from './foldedText';
import type { QueryWord } from './query';
import type { ArticleHits } from './search';

/** A hit as it is shown; offsets in UTF-16, `line` and `column` from 1 on. */
export interface ContextLine extends Span {
  readonly line: number;
  readonly column: number;
  /** Text of the same line before and after the hit, cut at a word. */
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

/**
 * The hits of one article with their surroundings, `width` characters at most on either side. A
 * proclitic on the first word that the query did not name stays in `before`: the match is what would be
 * tagged. Hits that the text no longer holds are left out.
 */
export function contextLines(
  text: string,
  { hits, words }: Pick<ArticleHits, 'hits' | 'words'>,
  width: number,
): ContextLine[] {
  const folded = new FoldedText(text);
  const lines = new LineIndex(text);
  return hits.flatMap((first): ContextLine[] => {
    if (first + words.length > folded.length) return [];
    const place = folded.place(first, words.length);
    const start = place.start + uncut(folded, first, words[0]);
    const { line, character } = lines.positionAt(start);
    const [from, to] = [lines.startOf(line), lines.endOf(line)];
    const before = text.slice(Math.max(from, start - width), start);
    const after = text.slice(place.end, Math.min(to, place.end + width));
    return [
      {
        start,
        end: place.end,
        line: line + 1,
        column: character + 1,
        before: start - width > from ? before.replace(/^\S*\s/u, '') : before,
        match: text.slice(start, place.end),
        after: place.end + width < to ? after.replace(/\s\S*$/u, '') : after,
      },
    ];
  });
}

/** How much of the hit's first word is proclitics that the query's word does not have. */
function uncut(folded: FoldedText, at: number, word: QueryWord | undefined): number {
  const own = folded.word(at);
  if (word === undefined || own === word.word || word.prefix) return 0;
  const { start, end } = folded.place(at);
  return segment(folded.original.slice(start, end)).stemStart;
}
