import { workspace, type CancellationToken, type Disposable } from 'vscode';
import type { GuestArticle, GuestDetector } from '../api';
import type { Guests } from './guests';
import { serviceProblem } from './serviceAddress';

const ID = 'http';
/** Larger answers are not read. */
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * Keeps the detector that asks a service at an address of the person's choosing; there is none unless the
 * setting names one, and only on this machine unless another setting allows others. Workspaces cannot set
 * either. The service gets `{"id", "text"}` and answers `{"suggestions": […]}`, as `hashiya detect --stdin`
 * does, offsets in code points.
 */
export function registerHttpDetector(guests: Guests, report: (line: string) => void): Disposable {
  let registered: Disposable | undefined;
  const refresh = (): void => {
    registered?.dispose();
    registered = undefined;
    const settings = workspace.getConfiguration('hashiya.detectors.http');
    const address = settings.get<string>('url', '').trim();
    if (address === '') return;
    const problem = serviceProblem(address, settings.get<boolean>('allowOtherHosts', false));
    if (problem !== undefined) return report(`${ID}: ${problem}`);
    const seconds = Math.min(Math.max(settings.get<number>('timeout', 10), 1), 30);
    registered = guests.register(httpDetector(address, seconds * 1000));
  };
  refresh();
  const listener = workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('hashiya.detectors.http')) refresh();
  });
  return {
    dispose: () => {
      listener.dispose();
      registered?.dispose();
    },
  };
}

function httpDetector(address: string, timeoutMs: number): GuestDetector {
  return {
    id: ID,
    unit: 'codepoint',
    async detect(article, token) {
      const stop = new AbortController();
      const listener = token.onCancellationRequested(() => stop.abort());
      const timer = setTimeout(() => stop.abort(new Error('no answer in time')), timeoutMs);
      try {
        return await ask(address, article, stop.signal, token);
      } finally {
        clearTimeout(timer);
        listener.dispose();
      }
    },
  };
}

async function ask(
  address: string,
  { uri, text }: GuestArticle,
  signal: AbortSignal,
  token: CancellationToken,
): Promise<readonly unknown[]> {
  if (token.isCancellationRequested) return [];
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: uri.path.slice(uri.path.lastIndexOf('/') + 1), text }),
    redirect: 'error',
    signal,
  });
  if (!response.ok) throw new Error(`the service answered ${response.status}`);
  const answer: unknown = JSON.parse(await boundedText(response));
  const suggestions =
    typeof answer === 'object' && answer !== null && 'suggestions' in answer
      ? answer.suggestions
      : undefined;
  if (!Array.isArray(suggestions)) throw new Error('the answer has no list "suggestions"');
  return suggestions as readonly unknown[];
}

async function boundedText(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > MAX_BYTES) {
      await reader.cancel();
      throw new Error(`the answer is larger than ${MAX_BYTES} bytes`);
    }
    text += decoder.decode(value, { stream: true });
  }
}
