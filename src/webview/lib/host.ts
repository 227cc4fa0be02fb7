import { ViewChannel, type Contract } from '../protocol/channel';

declare function acquireVsCodeApi(): { postMessage(message: unknown): void };

/** The view's way to the extension. Can be made once in a page. */
export function connect<C extends Contract>(
  on: ConstructorParameters<typeof ViewChannel<C>>[1],
): ViewChannel<C> {
  const api = acquireVsCodeApi();
  return new ViewChannel<C>(
    {
      post: (message) => api.postMessage(message),
      listen: (listener) => window.addEventListener('message', ({ data }) => listener(data)),
    },
    on,
  );
}
