/** The reading edition as a preview: the extension renders, the page shows and is scrolled. */
export interface ReadingContract {
  readonly asks: {
    readonly ready: { readonly body: null; readonly answer: null };
    /** The annotation that was clicked, by its id, or the line, counted from 0. */
    readonly show: {
      readonly body: { readonly id?: string; readonly line?: number };
      readonly answer: boolean;
    };
  };
  readonly tells: {
    /** The article and the style of its page, as HTML and CSS of our own renderer. */
    readonly page: { readonly article: string; readonly style: string };
    /** The editor shows this line at its top. */
    readonly scrollTo: { readonly line: number };
  };
}
