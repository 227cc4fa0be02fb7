import type { Annotation } from '../../model/annotation';
import type { Fix } from '../../model/fix';
import type { Issue } from '../../model/issue';
import { isolate } from '../../text/bidi';
import { fold } from '../../text/normalize';
import { segment } from '../../text/proclitics';
import { overlaps, type Span } from '../../text/span';
import { nameKey } from '../search/extract';
import { FoldedText } from '../search/foldedText';
import { NO_NAMES } from '../search/labelRoles';
import type { CheckedArticle } from './checkedArticle';

/** Shorter words are names and other words alike. */
const SHORTEST = 3;
/** Letters that may be proclitics. */
const MAY_CUT = /^[وفبكلس]/u;

interface Name {
  readonly words: readonly string[];
  readonly label: string;
}

export interface Mention extends Span {
  readonly label: string;
  readonly key: string;
}

/** Finds names in texts as whole words, with or without proclitics on the first, the longest name first. */
export class MentionFinder {
  private readonly byFirstWord = new Map<string, Name[]>();

  constructor(names: Iterable<readonly [key: string, label: string]>) {
    for (const [key, label] of names) {
      const words = key.split(' ');
      const [first = ''] = words;
      if (key.length < SHORTEST || NO_NAMES.has(label)) continue;
      const known = this.byFirstWord.get(first) ?? [];
      known.push({ words, label });
      this.byFirstWord.set(
        first,
        known.sort((a, b) => b.words.length - a.words.length),
      );
    }
  }

  find(folded: FoldedText): Mention[] {
    const mentions: Mention[] = [];
    for (let at = 0; at < folded.length;) {
      const mention = this.at(folded, at);
      if (mention !== undefined) mentions.push(mention.mention);
      at += mention?.count ?? 1;
    }
    return mentions;
  }

  private at(folded: FoldedText, at: number): { mention: Mention; count: number } | undefined {
    const word = folded.word(at);
    const whole = this.longest(folded, at, word);
    if (whole !== undefined) return mentionOf(folded, at, whole, 0);
    if (!MAY_CUT.test(word)) return undefined;
    const { start, end } = folded.place(at);
    const { stem, stemStart } = segment(folded.original.slice(start, end));
    const name = stemStart === 0 ? undefined : this.longest(folded, at, fold(stem));
    return name && mentionOf(folded, at, name, stemStart);
  }

  private longest(folded: FoldedText, at: number, first: string): Name | undefined {
    return this.byFirstWord
      .get(first)
      ?.find(({ words }) => words.every((word, i) => i === 0 || word === folded.word(at + i)));
  }
}

function mentionOf(folded: FoldedText, at: number, { words, label }: Name, cut: number) {
  const { start, end } = folded.place(at, words.length);
  const mention: Mention = { start: start + cut, end, label, key: words.join(' ') };
  return { mention, count: words.length };
}

/**
 * Mentions that are not tagged, of names that are tagged in the article itself, and then of those that
 * `known` finds. What was declined there is not asked for again.
 */
export function untaggedMentions(
  article: CheckedArticle,
  known: MentionFinder,
): { readonly own: readonly Mention[]; readonly others: readonly Mention[] } {
  const folded = new FoldedText(article.text);
  const names = article.entities.map(({ quote, label }) => [nameKey(quote), label] as const);
  const tagged = new Uint8Array(article.text.length);
  for (const { start, end } of article.entities) tagged.fill(1, start, end);
  const open = (mention: Mention): boolean =>
    !tagged.subarray(mention.start, mention.end).includes(1) &&
    !article.record.rejected.some((no) => no.label === mention.label && overlaps(no, mention));
  const own = new MentionFinder(new Map(names)).find(folded).filter(open);
  const others = known.find(folded).filter(open);
  return { own, others: others.filter((one) => !own.some((mine) => overlaps(mine, one))) };
}

export function mentionIssues(article: CheckedArticle, mentions: readonly Mention[]): Issue[] {
  const severity = article.record.status === 'done' ? 'warning' : 'info';
  return mentions.map((mention) => {
    const quote = article.slice(mention);
    const message = {
      en: `${isolate(quote)} is not tagged here; elsewhere it is ${mention.label}`,
      ar: `${isolate(quote)} غير موسوم هنا؛ وهو في غير هذا الموضع ${mention.label}`,
    };
    const same = mentions.filter(
      ({ key, label }) => key === mention.key && label === mention.label,
    );
    const fixes = [
      tagging(article, [mention]),
      ...(same.length > 1 ? [tagging(article, same)] : []),
    ];
    return article.issue(mention, { code: 'mention-untagged', severity, message, fixes });
  });
}

function tagging(article: CheckedArticle, mentions: readonly Mention[]): Fix {
  const [first] = mentions;
  const annotations = mentions.map(({ start, end, label }): Annotation => ({
    id: '',
    label,
    start,
    end,
    quote: article.text.slice(start, end),
  }));
  const operations = annotations.map((annotation) => ({ type: 'add', annotation }) as const);
  const name = isolate(first === undefined ? '' : article.slice(first));
  const many = mentions.length > 1;
  return {
    title: {
      en: many ? `Tag all ${mentions.length} as ${first?.label}` : `Tag ${name} as ${first?.label}`,
      ar: many
        ? `ضع الوسم ${first?.label} على المواضع كلها (${mentions.length})`
        : `ضع الوسم ${first?.label} على ${name}`,
    },
    operation: { type: 'batch', operations },
    safe: false,
  };
}
