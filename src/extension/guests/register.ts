import { Disposable, EventEmitter, window, workspace, type OutputChannel, type Uri } from 'vscode';
import type { HashiyaApi } from '../api';
import type { Corpora } from '../article/corpora';
import type { Sessions } from '../article/sessions';
import { articleView } from './articleView';
import { registerAskModel } from './askModel';
import type { Guests } from './guests';
import { registerHttpDetector } from './httpDetector';
import { registerTools } from './tools';

/** Ties detectors of others to the open articles. Answers what other extensions may use. */
export function registerGuests(
  sessions: Sessions,
  corpora: Corpora,
  guests: Guests,
  report: (line: string) => void,
): { readonly api: HashiyaApi; readonly disposable: Disposable } {
  const changed = new EventEmitter<Uri>();
  const api: HashiyaApi = {
    version: 1,
    registerDetector: (detector) => guests.register(detector),
    article: (uri) => {
      const session = sessions.byUri(uri);
      return session === undefined ? undefined : articleView(session);
    },
    onDidChangeArticle: changed.event,
  };
  const disposable = Disposable.from(
    changed,
    guests,
    sessions.onDidOpen((session) => guests.schedule(session, 0)),
    sessions.onDidChange(({ session, change }) => {
      if (change === 'text') guests.schedule(session);
      if (change !== 'sidecar') changed.fire(session.document.uri);
    }),
    sessions.onDidClose((session) => guests.forget(session)),
    workspace.onDidGrantWorkspaceTrust(() => {
      sessions.all.forEach((session) => guests.schedule(session, 0));
    }),
    registerHttpDetector(guests, report),
    registerAskModel(sessions, corpora, guests, report),
    ...registerTools(sessions, corpora, guests),
  );
  return { api, disposable };
}

/** Where what went wrong with detectors of others is told; the channel is made when there is something. */
export class GuestReport implements Disposable {
  private channel: OutputChannel | undefined;

  readonly line = (text: string): void => {
    this.channel ??= window.createOutputChannel('Hashiya');
    this.channel.appendLine(text);
  };

  dispose(): void {
    this.channel?.dispose();
  }
}
