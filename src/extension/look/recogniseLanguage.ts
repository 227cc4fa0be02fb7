/** `hashiya.recognise`: which plain-text files become articles when their text is Arabic. */
export type RecogniseSetting = 'always' | 'corpus' | 'never';

/**
 * How a file belongs to a corpus: its folder has a `hashiya.yaml`, or that file even lists it in an
 * `include` of its own, which stands for files that are not plain text.
 */
export type Membership = 'none' | 'corpus' | 'listed';

/** What a person said about a file, by command or by setting its language. */
export type Choice = 'article' | 'plain';

/** All that the decision rests on. Functions are asked last, and only where it comes to that. */
export interface Candidate {
  readonly languageId: string;
  readonly setting: RecogniseSetting;
  readonly choice: Choice | undefined;
  readonly membership: Membership;
  readonly looksArabic: () => boolean;
}

/**
 * Whether a file that is no article yet is to become one. What a person chose for it comes first; files
 * in other languages than plain text are taken by choice or by their corpus only.
 */
export function recogniseLanguage(candidate: Candidate): 'article' | 'leave' {
  const { languageId, setting, choice, membership, looksArabic } = candidate;
  if (choice !== undefined) return choice === 'article' ? 'article' : 'leave';
  if (setting === 'never') return 'leave';
  if (languageId !== 'plaintext') {
    return membership === 'listed' && looksArabic() ? 'article' : 'leave';
  }
  if (setting === 'corpus' && membership === 'none') return 'leave';
  return looksArabic() ? 'article' : 'leave';
}

/**
 * What a change of a document's language says about the wish of a person who made it, or undefined where
 * it says nothing: `from` and `to` tell whether the language is one of articles.
 */
export function choiceOf(from: boolean, to: boolean, toPlainText: boolean): Choice | undefined {
  if (to) return from ? undefined : 'article';
  return from || toPlainText ? 'plain' : undefined;
}
