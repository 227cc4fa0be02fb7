import { languages, type Disposable, type DocumentSelector, type Uri } from 'vscode';
import type { Acts } from '../actions/acts';
import type { Corpora } from '../article/corpora';
import type { Engines } from '../article/engines';
import type { Histories } from '../article/histories';
import type { Sessions } from '../article/sessions';
import { CorpusTree } from '../views/corpusTree';
import { SearchTree } from '../views/searchTree';
import { BulkActs } from './bulkActs';
import { BulkEdit } from './bulkEdit';
import { Checks } from './checks';
import { registerConfigEditing } from './configEditing';
import { CorpusSearch } from './corpusSearch';
import { registerDashboard } from './dashboard';
import { Indexes } from './indexes';
import { registerInit } from './initCommand';
import { KeptActs } from './keptActs';
import { registerNextArticle } from './nextArticle';
import { SearchCommands } from './searchCommands';
import { Undecided } from './undecided';

export interface CorpusContext {
  readonly extensionUri: Uri;
  /** The extension's own storage, which all windows share. */
  readonly storage: Uri;
  readonly corpora: Corpora;
  readonly sessions: Sessions;
  readonly histories: Histories;
  readonly engines: Engines;
  readonly acts: Acts;
  /** What an article is, for providers. */
  readonly selector: DocumentSelector;
}

/** Everything that is about the corpus as a whole: its index, tree, search, checks, dashboard and start. */
export function registerCorpus(context: CorpusContext): {
  readonly indexes: Indexes;
  readonly search: CorpusSearch;
  readonly parts: readonly Disposable[];
} {
  const { corpora, sessions, histories, engines, acts, selector, extensionUri, storage } = context;
  const indexes = new Indexes(corpora, sessions);
  const search = new CorpusSearch(sessions);
  const tree = new CorpusTree(indexes, new Undecided(engines));
  const bulk = new BulkActs(new BulkEdit(sessions, corpora, histories), new KeptActs(storage));
  const checks = new Checks(sessions, corpora, indexes, acts);
  const parts = [
    indexes,
    search,
    tree,
    checks,
    new SearchTree(search),
    ...new SearchCommands(indexes, search, bulk).register(),
    registerNextArticle(indexes, tree),
    registerDashboard(extensionUri, indexes),
    registerInit(corpora),
    ...registerConfigEditing(extensionUri),
    languages.registerCodeActionsProvider(selector, checks, {
      providedCodeActionKinds: Checks.kinds,
    }),
  ];
  return { indexes, search, parts };
}
