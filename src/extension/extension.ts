import { commands, languages, window, workspace, type ExtensionContext, type Uri } from 'vscode';
import { Acts } from './actions/acts';
import { AnnotationActions } from './actions/codeActions';
import { registerActCommands } from './actions/commands';
import { registerMenu } from './actions/menu';
import { AnnotationMode } from './actions/mode';
import { registerNavigation } from './actions/navigate';
import { ReviewActions } from './actions/reviewActions';
import { registerRecover } from './actions/recover';
import { Backups } from './article/backups';
import { Corpora } from './article/corpora';
import { Engines, tellModelOff } from './article/engines';
import { Histories } from './article/histories';
import { offerToCopies } from './article/copies';
import { followRenames } from './article/renames';
import { Sessions } from './article/sessions';
import { sidecarUri } from './article/sidecarFile';
import { Suggester } from './article/suggester';
import { ConfigProblems } from './corpus/configProblems';
import type { CorpusSearch } from './corpus/corpusSearch';
import type { Indexes } from './corpus/indexes';
import { registerCorpus } from './corpus/register';
import { Guests } from './guests/guests';
import { GuestReport, registerGuests } from './guests/register';
import type { HashiyaApi } from './api';
import { registerExport } from './corpus/exportCommand';
import { t } from './l10n/l10n';
import { Highlights } from './look/highlights';
import { ARTICLE_LANGUAGE, PLAIN_ARTICLE_LANGUAGE } from './look/languages';
import { Recogniser, treatAsArticle, treatAsPlain } from './look/recognise';
import { RightToLeft } from './look/rtl';
import { registerSample } from './start/sample';
import { ArticleHighlights } from './views/articleHighlights';
import { BidiFixes, Diagnostics } from './views/diagnostics';
import { AnnotationHover } from './views/hover';
import { MarginView } from './views/marginView';
import { ReadingEdition } from './views/readingView';
import { StatusBar } from './views/statusBar';
import { ArticleTree } from './views/tree';

/** What other extensions may use, and for tests and benchmarks the open articles themselves. */
export interface Exports extends HashiyaApi {
  readonly sessions: Sessions;
  readonly indexes: Indexes;
  readonly search: CorpusSearch;
}

/** What an article is, for providers. */
const selector = [{ language: ARTICLE_LANGUAGE }, { language: PLAIN_ARTICLE_LANGUAGE }];

/** The composition root: makes the parts and ties them together. */
export function activate(context: ExtensionContext): Exports {
  const corpora = new Corpora();
  const { extensionUri, globalStorageUri: storage } = context;
  const failed = (reason: string): void => void window.showErrorMessage(reason);
  const backups = new Backups(context.storageUri ?? storage);
  const sessions = new Sessions(failed, (sidecar, source) => backups.keep(sidecar, source));
  const histories = new Histories(sessions, storage);
  const report = new GuestReport();
  const guests = new Guests(report.line);
  const engines = new Engines(corpora, extensionUri);
  const suggester = new Suggester(sessions, engines, guests);
  const acts = new Acts(corpora);
  const { indexes, search, parts } = registerCorpus({
    ...{ extensionUri, corpora, sessions, storage, histories, engines, acts, selector },
  });
  const configs = new ConfigProblems();
  const mode = new AnnotationMode();
  const highlights = new Highlights((document) => corpora.configNow(document.uri).labels);
  const drawn = new ArticleHighlights(sessions, highlights);
  const rightToLeft = new RightToLeft(
    (document) => sessions.holds(document),
    ({ uri }) => corpora.configNow(uri).rtl,
  );
  const recogniser = new Recogniser(
    ({ uri }) => corpora.membership(uri),
    context.workspaceState,
    async (document) => {
      await sessions.expect(document);
      rightToLeft.refresh(document);
    },
  );
  const { api, disposable } = registerGuests(sessions, corpora, guests, report.line);
  context.subscriptions.push(
    report,
    disposable,
    corpora,
    sessions,
    backups,
    histories,
    ...[followRenames, offerToCopies].map((follow) => follow(failed)),
    registerRecover(sessions, acts, backups),
    suggester,
    mode,
    highlights,
    rightToLeft,
    recogniser,
    drawn,
    ...parts,
    configs,
    new Diagnostics(sessions, corpora, configs),
    new StatusBar(sessions, mode),
    new ArticleTree(sessions, corpora),
    new MarginView(context.extensionUri, sessions, corpora, acts),
    new ReadingEdition(context.extensionUri, sessions, corpora),
    ...registerActCommands(sessions, corpora, acts),
    ...registerNavigation(sessions),
    ...registerSwitches(sessions, recogniser),
    registerMenu(),
    registerExport(corpora, sessions),
    registerSample(context),
    languages.registerHoverProvider(selector, new AnnotationHover(sessions, corpora)),
    languages.registerCodeActionsProvider(selector, new AnnotationActions(sessions, corpora), {
      providedCodeActionKinds: AnnotationActions.kinds,
    }),
    languages.registerCodeActionsProvider(selector, new BidiFixes(sessions)),
    languages.registerCodeActionsProvider(selector, new ReviewActions(sessions)),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('hashiya.detectors')) suggester.restart();
      tellModelOff(event);
    }),
    corpora.onDidChange(() => {
      recogniser.refresh();
      rightToLeft.refresh();
      drawn.repaint();
      suggester.restart();
    }),
  );
  sessions.start();
  return { ...api, sessions, indexes, search };
}

/** Commands that switch something, or show something, and decide nothing. */
function registerSwitches(sessions: Sessions, recogniser: Recogniser) {
  const settings = () => workspace.getConfiguration('hashiya');
  return [
    commands.registerCommand('hashiya.treatAsArticle', (uri?: Uri) =>
      treatAsArticle(recogniser, uri),
    ),
    commands.registerCommand('hashiya.treatAsPlain', (uri?: Uri) => treatAsPlain(recogniser, uri)),
    commands.registerCommand('hashiya.toggleSuggestions', () =>
      settings().update('suggestions.show', !settings().get('suggestions.show', true), true),
    ),
    commands.registerCommand('hashiya.toggleTreeOrder', () =>
      settings().update(
        'tree.order',
        settings().get('tree.order') === 'text' ? 'label' : 'text',
        true,
      ),
    ),
    commands.registerCommand('hashiya.openSidecar', async () => {
      const session = sessions.active()?.session;
      if (session === undefined) return window.setStatusBarMessage(t('nothing.article'), 4000);
      if (session.sidecar.kind === 'ready' && session.sidecar.sidecar === undefined) {
        return window.setStatusBarMessage(t('nothing.none'), 4000);
      }
      return commands.executeCommand('vscode.open', sidecarUri(session.document.uri));
    }),
  ];
}
