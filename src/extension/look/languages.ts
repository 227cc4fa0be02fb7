/** Language of articles: coloured by our grammar. */
export const ARTICLE_LANGUAGE = 'arabic-news';

/**
 * The same without a grammar. Where lines are laid out from left to right, every coloured token is laid
 * out by itself and the words of a sentence change places, so such articles are drawn in one colour.
 */
export const PLAIN_ARTICLE_LANGUAGE = 'arabic-news-plain';

export function isArticleLanguage(languageId: string): boolean {
  return languageId === ARTICLE_LANGUAGE || languageId === PLAIN_ARTICLE_LANGUAGE;
}
