import {
  commands,
  Uri,
  ViewColumn,
  window,
  workspace,
  type Disposable,
  type WebviewPanel,
} from 'vscode';
import { summarise } from '../../core/corpus/overview';
import type { DashboardContract, DashboardState } from '../../webview/protocol/dashboard';
import type { HostChannel } from '../../webview/protocol/channel';
import { say } from '../actions/acts';
import { fileName } from '../article/sidecarFile';
import { t, uiVoice } from '../l10n/l10n';
import { openPage } from '../views/webviewPage';
import type { Indexes } from './indexes';
import type { LiveIndex } from './liveIndex';
import { SharedArticles } from './sharedArticles';
import { inSlices } from './slices';

/** The dashboard follows the corpus, but not each keystroke. */
const REST_MS = 700;

/** `Hashiya: Corpus Dashboard`: one page, beside the articles, that keeps up with the corpus. */
export function registerDashboard(extensionUri: Uri, indexes: Indexes): Disposable {
  let shown: Dashboard | undefined;
  return commands.registerCommand('hashiya.dashboard', async () => {
    if (shown !== undefined) return shown.reveal();
    if ((await indexes.current()) === undefined) return say(t('export.noFolder'));
    shown = new Dashboard(extensionUri, indexes, () => (shown = undefined));
    return undefined;
  });
}

class Dashboard {
  private readonly panel: WebviewPanel;
  private readonly channel: HostChannel<DashboardContract>;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private round = 0;
  private readonly shared = new SharedArticles();

  constructor(
    extensionUri: Uri,
    private readonly indexes: Indexes,
    onClosed: () => void,
  ) {
    const title = t('dashboard.title');
    this.panel = window.createWebviewPanel('hashiya.dashboard', title, ViewColumn.Active, {
      retainContextWhenHidden: true,
    });
    const { language } = uiVoice();
    this.channel = openPage<DashboardContract>(
      this.panel.webview,
      { extensionUri, name: 'dashboard', language, title, charts: true },
      {
        ready: () => {
          void this.tell();
          return null;
        },
        save: (body) => save(body),
        find: async (body) => {
          const words = field(body, 'words');
          await commands.executeCommand('hashiya.search', words);
          return null;
        },
      },
    );
    const listener = indexes.onDidChange(() => this.soon());
    this.panel.onDidDispose(() => {
      this.round += 1;
      clearTimeout(this.timer);
      listener.dispose();
      onClosed();
    });
  }

  reveal(): void {
    this.panel.reveal();
  }

  private soon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.tell();
    }, REST_MS);
  }

  private async tell(): Promise<void> {
    const round = ++this.round;
    const live = await this.indexes.current();
    const state = live && (await this.state(live, () => round === this.round));
    if (state !== undefined && round === this.round) this.channel.tell('state', state);
  }

  private async state(live: LiveIndex, wanted: () => boolean): Promise<DashboardState | undefined> {
    const overview = await inSlices(summarise(live.index), wanted);
    if (overview === undefined) return undefined;
    const agreement = await this.shared.agreement(live, overview.shared.paths, wanted);
    const { progress, config } = live;
    return {
      ...uiVoice(),
      corpus: fileName(live.root),
      overview,
      ...(agreement === undefined ? {} : { agreement }),
      ...(progress === undefined ? {} : { reading: progress }),
      labels: config.labels.entities,
      kinds: config.labels.claimKinds,
    };
  }
}

/** Saves a picture where the person says. What comes from the page is held to what it may be. */
async function save(body: unknown): Promise<string | null> {
  const [name, type, content] = ['name', 'type', 'content'].map((key) => field(body, key)) as [
    string,
    string,
    string,
  ];
  if (type !== 'svg' && type !== 'png') throw new Error(`no such picture: ${type}`);
  const folder = workspace.workspaceFolders?.[0]?.uri ?? Uri.file('/');
  const safe = name.replace(/[^a-z]/g, '');
  const target = await window.showSaveDialog({
    defaultUri: Uri.joinPath(folder, '..', `hashiya-${safe}.${type}`),
    filters: { [type.toUpperCase()]: [type] },
  });
  if (target === undefined) return null;
  const bytes =
    type === 'svg'
      ? new TextEncoder().encode(content)
      : Uint8Array.from(atob(content), (char) => char.charCodeAt(0));
  await workspace.fs.writeFile(target, bytes);
  say(t('dashboard.saved', fileName(target)));
  return fileName(target);
}

function field(body: unknown, key: string): string {
  const value =
    typeof body === 'object' && body !== null
      ? Object.entries(body).find(([name]) => name === key)?.[1]
      : undefined;
  if (typeof value !== 'string') throw new Error(`${key} is missing`);
  return value;
}
