import type { Keyed, KeyedPatch } from './keyed';

/** A claim in the margin, as it is shown: every text is ready, in the interface language. */
export interface MarginNote extends Keyed {
  /** Saved, or only suggested. */
  readonly saved: boolean;
  /** The paragraph that it stands beside. */
  readonly place: string;
  /** Who says it; `named` is false where it is our words for nobody. */
  readonly source: string;
  readonly named: boolean;
  readonly content: string;
  /** Kind and mode. */
  readonly kind: string;
  /** Whether it is worth checking, and why; empty where that is not known. */
  readonly worth: string;
  readonly why: string;
  /** Saved by whom, or how sure the suggestion is. */
  readonly state: string;
  readonly note: string;
  /** As stored, and as shown; both empty where there is none. */
  readonly verdict: string;
  readonly verdictShown: string;
  readonly evidence: string;
  /** Addresses among the evidence that may be followed. */
  readonly links: readonly string[];
}

/** Where somebody is named. */
export interface MarginMention extends Keyed {
  readonly saved: boolean;
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

/** A person or an organisation. */
export interface MarginActor extends Keyed {
  readonly name: string;
  readonly label: string;
  /** Colour of the label, `#rrggbb`. */
  readonly color: string;
  readonly count: string;
  readonly mentions: readonly MarginMention[];
}

/** What the page itself says. */
export interface MarginWords {
  readonly language: 'ar' | 'en';
  readonly text: Readonly<Record<MarginWord, string>>;
  readonly verdicts: readonly { readonly name: string; readonly shown: string }[];
}

export const MARGIN_WORDS = [
  'margin.title',
  'margin.claims',
  'margin.actors',
  'margin.noArticle',
  'margin.noClaims',
  'margin.noActors',
  'margin.suggested',
  'margin.note',
  'margin.verdict',
  'margin.noVerdict',
  'margin.evidence',
  'margin.evidenceHint',
  'margin.accept',
  'margin.reject',
  'margin.edit',
  'margin.remove',
  'margin.show',
  'margin.keys',
] as const;
export type MarginWord = (typeof MARGIN_WORDS)[number];

/** What can be done to a note or a mention by its key. */
export const MARGIN_ACTS = ['accept', 'reject', 'edit', 'remove'] as const;
export type MarginAct = (typeof MARGIN_ACTS)[number];

/** What the annotator writes into a note. */
export const MARGIN_FIELDS = ['note', 'verdict', 'evidence'] as const;
export type MarginField = (typeof MARGIN_FIELDS)[number];

export interface MarginUpdate {
  /** Name of the article; undefined where none is open. */
  readonly article: string | undefined;
  readonly notes?: KeyedPatch<MarginNote>;
  readonly actors?: KeyedPatch<MarginActor>;
}

export interface MarginContract {
  readonly asks: {
    /** The page is there; what it shows is told. */
    readonly ready: { readonly body: null; readonly answer: null };
    /** Shows the words in the editor, which takes the focus where that is asked for. */
    readonly show: { readonly body: { key: string; focus: boolean }; readonly answer: boolean };
    readonly act: { readonly body: { key: string; act: MarginAct }; readonly answer: boolean };
    readonly write: {
      readonly body: { key: string; field: MarginField; value: string };
      readonly answer: boolean;
    };
    /** The person scrolled the page so that this note is its first. */
    readonly scrolled: { readonly body: { key: string }; readonly answer: boolean };
  };
  readonly tells: {
    readonly words: MarginWords;
    readonly update: MarginUpdate;
    /**
     * The caret stands in the words of this note, or in those of none; what is there is told to a screen
     * reader: label and words of the annotation or suggestion.
     */
    readonly current: { readonly key: string | undefined; readonly said: string };
    /** The editor was scrolled: this note is the first beside what it shows. */
    readonly scrollTo: { readonly key: string };
  };
}
