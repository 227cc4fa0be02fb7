import {
  LanguageModelTextPart,
  LanguageModelToolResult,
  lm,
  Uri,
  workspace,
  type Disposable,
  type LanguageModelTool,
} from 'vscode';
import { articleIssues } from '../../core/corpus/check/checks';
import { CheckedArticle } from '../../core/corpus/check/checkedArticle';
import { readGuestAnswer } from '../../core/detect/guestAnswer';
import { formatIssue } from '../../core/model/issue';
import type { Corpora } from '../article/corpora';
import type { ArticleSession } from '../article/session';
import type { Sessions } from '../article/sessions';
import { t, uiLanguage } from '../l10n/l10n';
import { articleView } from './articleView';
import type { Guests } from './guests';

const ID = 'assistant';

/** All tools take the article by its path in the workspace; without one it is the article in view. */
interface Input {
  readonly path?: unknown;
}

interface ProposeInput extends Input {
  readonly suggestions?: unknown;
}

/**
 * What a language model in the editor may do: read annotations, check them, and propose. Nothing is saved
 * by a tool: what it proposes are suggestions, and the person is asked before they are shown.
 */
export function registerTools(sessions: Sessions, corpora: Corpora, guests: Guests): Disposable[] {
  const list: LanguageModelTool<Input> = {
    invoke: ({ input }) => {
      const session = articleOf(sessions, input);
      if (session === undefined) return answer({ error: NO_ARTICLE });
      const { uri, ...view } = articleView(session);
      return answer({ path: workspace.asRelativePath(uri), ...view });
    },
  };
  const validate: LanguageModelTool<Input> = {
    invoke: ({ input }) => {
      const session = articleOf(sessions, input);
      if (session === undefined) return answer({ error: NO_ARTICLE });
      const path = workspace.asRelativePath(session.document.uri);
      const { labels } = corpora.configNow(session.document.uri);
      const article = new CheckedArticle(path, session.text, session.record);
      const issues = [...session.issues, ...articleIssues(article, labels)];
      return answer({ path, issues: issues.map((issue) => formatIssue(issue, uiLanguage())) });
    },
  };
  const propose: LanguageModelTool<ProposeInput> = {
    prepareInvocation: ({ input }) => {
      const count = Array.isArray(input.suggestions) ? input.suggestions.length : 0;
      return {
        confirmationMessages: {
          title: t('tools.proposeTitle'),
          message: t('tools.proposeMessage', count),
        },
      };
    },
    invoke: ({ input }) => {
      const session = articleOf(sessions, input);
      if (session === undefined) return answer({ error: NO_ARTICLE });
      const options = { detector: ID, unit: 'utf16' } as const;
      const { suggestions, problems } = readGuestAnswer(session.text, input.suggestions, options);
      guests.offer(session, ID, [...guests.offered(session, ID), ...suggestions]);
      return answer({ taken: suggestions.length, problems });
    },
  };
  return [
    lm.registerTool('hashiya_list', list),
    lm.registerTool('hashiya_validate', validate),
    lm.registerTool('hashiya_propose', propose),
  ];
}

const NO_ARTICLE = 'No such article is open. Only open articles can be worked on.';

function articleOf(sessions: Sessions, { path }: Input): ArticleSession | undefined {
  if (typeof path !== 'string' || path === '') return sessions.active()?.session;
  return sessions.all.find(
    ({ document: { uri } }) =>
      workspace.asRelativePath(uri) === path || uri.toString() === Uri.file(path).toString(),
  );
}

function answer(value: object): LanguageModelToolResult {
  return new LanguageModelToolResult([new LanguageModelTextPart(JSON.stringify(value))]);
}
