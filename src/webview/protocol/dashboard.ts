import type { AgreementReport } from '../../core/corpus/agree/agreement';
import type { CorpusOverview } from '../../core/corpus/overview';
import type { LabelDef } from '../../core/model/labels';

/** All that the dashboard shows. Texts are in the language of the interface. */
export interface DashboardState {
  readonly language: 'en' | 'ar';
  readonly digits: 'western' | 'arabic-indic';
  readonly corpus: string;
  readonly overview: CorpusOverview;
  /** Absent while no article is annotated by two people. */
  readonly agreement?: AgreementReport;
  /** How far the corpus was read; absent when all of it was. */
  readonly reading?: { readonly done: number; readonly total: number };
  readonly labels: readonly LabelDef[];
  readonly kinds: readonly LabelDef[];
}

/** What the dashboard's page and the extension say to each other. */
export interface DashboardContract {
  readonly asks: {
    /** The page is there and wants to be told the state. */
    readonly ready: { readonly body: null; readonly answer: null };
    /** Saves a chart; the answer is the file's name, or null where the person turned away. */
    readonly save: {
      readonly body: {
        readonly name: string;
        readonly type: 'svg' | 'png';
        readonly content: string;
      };
      readonly answer: string | null;
    };
    /** Searches the corpus for a name. */
    readonly find: { readonly body: { readonly words: string }; readonly answer: null };
  };
  readonly tells: { readonly state: DashboardState };
}
