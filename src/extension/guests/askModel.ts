import {
  commands,
  LanguageModelChatMessage,
  lm,
  ProgressLocation,
  window,
  workspace,
  type CancellationToken,
  type Disposable,
  type LanguageModelChat,
} from 'vscode';
import type { Suggestion } from '../../core/detect/detector';
import { readGuestAnswer } from '../../core/detect/guestAnswer';
import { shiftSuggestion } from '../../core/detect/shift';
import type { LabelSet } from '../../core/model/labels';
import type { ArticleSession } from '../article/session';
import type { Corpora } from '../article/corpora';
import type { Sessions } from '../article/sessions';
import { reasonOf } from '../article/sidecarFile';
import { t } from '../l10n/l10n';
import type { Guests } from './guests';
import { answerOf, partsFor, promptFor } from './modelPrompt';

const ID = 'language-model';

/**
 * `Hashiya: Ask a Language Model for Suggestions`, with a model that the editor has. Off unless a setting
 * allows it, and nothing is sent before the person has agreed to it for this article.
 */
export function registerAskModel(
  sessions: Sessions,
  corpora: Corpora,
  guests: Guests,
  report: (line: string) => void,
): Disposable {
  return commands.registerCommand('hashiya.askLanguageModel', async () => {
    const session = sessions.active()?.session;
    if (session === undefined) return void window.showInformationMessage(t('nothing.article'));
    if (!workspace.isTrusted) return void window.showInformationMessage(t('model.restricted'));
    if (!workspace.getConfiguration('hashiya').get<boolean>('languageModel.enabled', false)) {
      return offerSetting();
    }
    const [model] = await lm.selectChatModels();
    if (model === undefined) return void window.showInformationMessage(t('model.none'));
    const send = t('model.send');
    const detail = t('model.consent', model.name, model.vendor);
    if ((await window.showWarningMessage(detail, { modal: true }, send)) !== send) return;
    const { labels } = corpora.configNow(session.document.uri);
    await window.withProgress(
      { location: ProgressLocation.Notification, title: t('model.asking'), cancellable: true },
      async (_, token) => {
        try {
          const found = await suggestionsOf(model, session, labels, token, report);
          if (token.isCancellationRequested) return;
          guests.offer(session, ID, found);
          window.setStatusBarMessage(t('model.done', found.length), 6000);
        } catch (error) {
          if (token.isCancellationRequested) return;
          void window.showErrorMessage(t('model.failed', reasonOf(error)));
        }
      },
    );
  });
}

async function offerSetting(): Promise<void> {
  const open = t('model.openSetting');
  if ((await window.showInformationMessage(t('model.off'), open)) !== open) return;
  await commands.executeCommand('workbench.action.openSettings', 'hashiya.languageModel.enabled');
}

/** Asks part by part; what a part's answer says is checked against that part's own text. */
async function suggestionsOf(
  model: LanguageModelChat,
  { text }: ArticleSession,
  labels: LabelSet,
  token: CancellationToken,
  report: (line: string) => void,
): Promise<Suggestion[]> {
  const found: Suggestion[] = [];
  for (const { start, end } of partsFor(text)) {
    const part = text.slice(start, end);
    if (token.isCancellationRequested) break;
    const prompt = LanguageModelChatMessage.User(promptFor(part, labels));
    const response = await model.sendRequest([prompt], {}, token);
    let answer = '';
    for await (const piece of response.text) answer += piece;
    const { suggestions, problems } = readGuestAnswer(part, answerOf(answer), {
      detector: ID,
      unit: 'utf16',
    });
    for (const problem of problems) report(`${ID}: ${problem}`);
    found.push(...suggestions.map((suggestion) => shiftSuggestion(suggestion, start)));
  }
  return found;
}
