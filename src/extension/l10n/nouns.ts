/** A counted thing. Arabic nouns change with the number: one, two, three to ten, eleven and on. */
export interface Noun {
  readonly en: { readonly one: string; readonly other: string };
  readonly ar: {
    /** With its own word for one: مقال واحد. */
    readonly one: string;
    /** The dual as a subject, مقالان, and as an object or after a preposition, مقالين. */
    readonly two: string;
    readonly twoOblique: string;
    /** After 3 to 10: مقالات. */
    readonly few: string;
    /** After 11 to 99: مقالا. */
    readonly many: string;
    /** After hundreds, and after 0: مقال. */
    readonly other: string;
  };
}

function noun(
  en: Noun['en'],
  [one, two, twoOblique, few, many, other]: readonly [
    string,
    string,
    string,
    string,
    string,
    string,
  ],
): Noun {
  return { en, ar: { one, two, twoOblique, few, many, other } };
}

/** What the interface counts. A message names one as `{0:article}`, after a preposition `{0:article+}`. */
export const NOUNS = {
  article: noun({ one: 'article', other: 'articles' }, [
    'مقال واحد',
    'مقالان',
    'مقالين',
    'مقالات',
    'مقالا',
    'مقال',
  ]),
  annotation: noun({ one: 'annotation', other: 'annotations' }, [
    'تعليق واحد',
    'تعليقان',
    'تعليقين',
    'تعليقات',
    'تعليقا',
    'تعليق',
  ]),
  suggestion: noun({ one: 'suggestion', other: 'suggestions' }, [
    'اقتراح واحد',
    'اقتراحان',
    'اقتراحين',
    'اقتراحات',
    'اقتراحا',
    'اقتراح',
  ]),
  entity: noun({ one: 'entity', other: 'entities' }, [
    'كيان واحد',
    'كيانان',
    'كيانين',
    'كيانات',
    'كيانا',
    'كيان',
  ]),
  claim: noun({ one: 'claim', other: 'claims' }, [
    'ادعاء واحد',
    'ادعاءان',
    'ادعاءين',
    'ادعاءات',
    'ادعاء',
    'ادعاء',
  ]),
  orphan: noun({ one: 'orphan', other: 'orphans' }, [
    'تعليق واحد بلا موضع',
    'تعليقان بلا موضع',
    'تعليقين بلا موضع',
    'تعليقات بلا موضع',
    'تعليقا بلا موضع',
    'تعليق بلا موضع',
  ]),
  occurrence: noun({ one: 'occurrence', other: 'occurrences' }, [
    'موضع واحد',
    'موضعان',
    'موضعين',
    'مواضع',
    'موضعا',
    'موضع',
  ]),
  problem: noun({ one: 'problem', other: 'problems' }, [
    'مشكلة واحدة',
    'مشكلتان',
    'مشكلتين',
    'مشكلات',
    'مشكلة',
    'مشكلة',
  ]),
  hit: noun({ one: 'hit', other: 'hits' }, [
    'موضع واحد',
    'موضعان',
    'موضعين',
    'مواضع',
    'موضعا',
    'موضع',
  ]),
  thing: noun({ one: 'thing', other: 'things' }, [
    'شيء واحد',
    'شيئان',
    'شيئين',
    'أشياء',
    'شيئا',
    'شيء',
  ]),
} as const satisfies Record<string, Noun>;

export type NounName = keyof typeof NOUNS;
