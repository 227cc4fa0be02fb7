import { Uri, type Webview } from 'vscode';
import { HostChannel, type Answers, type Contract } from '../../webview/protocol/channel';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** What a view's page is made of. */
export interface PageOptions {
  readonly extensionUri: Uri;
  /** Name of the bundle: `dist/webview/NAME.js` and `dist/webview/NAME.css`. */
  readonly name: string;
  readonly language: 'ar' | 'en';
  /** Told to screen readers. Not from files: it is written into the page as it is. */
  readonly title: string;
  /** Whether the page draws charts, whose parts are styled by attributes. These can load and run nothing. */
  readonly charts?: boolean;
}

/**
 * Fills a webview with the page of one of our bundles and answers what it asks. Scripts and styles come
 * from `dist/webview/` only, nothing from the network, and nothing inline.
 */
export function openPage<C extends Contract>(
  webview: Webview,
  options: PageOptions,
  answers: Answers<C>,
): HostChannel<C> {
  const folder = Uri.joinPath(options.extensionUri, 'dist', 'webview');
  webview.options = { enableScripts: true, localResourceRoots: [folder] };
  const channel = new HostChannel<C>(
    {
      post: (message) => void webview.postMessage(message),
      listen: (listener) => void webview.onDidReceiveMessage(listener),
    },
    answers,
  );
  webview.html = pageHtml(webview, folder, options);
  return channel;
}

function pageHtml(webview: Webview, folder: Uri, options: PageOptions): string {
  const { name, language, title, charts } = options;
  const nonce = makeNonce();
  const file = (ending: string): string =>
    webview.asWebviewUri(Uri.joinPath(folder, `${name}.${ending}`)).toString();
  const policy = [
    `default-src 'none'`,
    // Components style their parts by script, which no policy hinders.
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
    ...(charts === true ? [`style-src-attr 'unsafe-inline'`] : []),
    `font-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return [
    '<!DOCTYPE html>',
    `<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<link rel="stylesheet" nonce="${nonce}" href="${file('css')}">`,
    '</head>',
    '<body>',
    `<script nonce="${nonce}" src="${file('js')}"></script>`,
    '</body>',
    '</html>',
  ].join('\n');
}

/** Nobody can guess it: whoever gets markup into the page still gets no script to run. */
function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return Array.from(bytes, (byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
}
