/** Made by scripts/lib/bundle.mjs: all files of the suite, no list kept by hand. */
declare module 'hashiya:tests' {
  /** Imports the test files, one after the other, in the order of their names. */
  export const tests: () => Promise<void>;
  /** The same one by one: path below the root, and how to import it. */
  export const modules: readonly (readonly [path: string, load: () => Promise<unknown>])[];
}

/** The one function of the JSON-LD processor that the tests use; the package brings no types. */
declare module 'jsonld' {
  interface RemoteDocument {
    readonly contextUrl: null;
    readonly documentUrl: string;
    readonly document: unknown;
  }
  const jsonld: {
    expand(
      document: unknown,
      options: {
        readonly base: string;
        readonly safe: boolean;
        readonly documentLoader: (url: string) => Promise<RemoteDocument>;
      },
    ): Promise<unknown>;
  };
  export = jsonld;
}
