import * as assert from 'node:assert/strict';
import {
  AskError,
  HostChannel,
  ViewChannel,
  type Wire,
} from '../../../src/webview/protocol/channel';

interface Talk {
  readonly asks: {
    readonly double: { readonly body: number; readonly answer: number };
    readonly fail: { readonly body: null; readonly answer: never };
  };
  readonly tells: { readonly news: string };
}

/** Two ends of one wire: what one posts the other hears, as a copy. */
function wires(): [Wire, Wire] {
  const listeners: ((message: unknown) => void)[][] = [[], []];
  const end = (own: number): Wire => ({
    post: (message) => listeners[1 - own]?.forEach((hear) => hear(structuredClone(message))),
    listen: (listener) => listeners[own]?.push(listener),
  });
  return [end(0), end(1)];
}

const answers = {
  double: (body: unknown): number => {
    if (typeof body !== 'number') throw new Error('not a number');
    return body * 2;
  },
  fail: (): never => {
    throw new Error('no');
  },
};

describe('the channel of a view', () => {
  it('answers each question with its own answer', async () => {
    const [view, host] = wires();
    new HostChannel<Talk>(host, answers);
    const channel = new ViewChannel<Talk>(view, { news: () => undefined });
    assert.deepEqual(
      await Promise.all([channel.ask('double', 1), channel.ask('double', 21)]),
      [2, 42],
    );
  });

  it('rejects where the extension fails, where the body is not in shape, and unknown questions', async () => {
    const [view, host] = wires();
    new HostChannel<Talk>(host, answers);
    const channel = new ViewChannel<Talk>(view, { news: () => undefined });
    await assert.rejects(channel.ask('fail', null), new AskError('no'));
    await assert.rejects(channel.ask('double', 'x' as never), new AskError('not a number'));
    await assert.rejects(channel.ask('toString' as never, null as never), AskError);
  });

  it('hears what is told, and passes over what is no message', () => {
    const [view, host] = wires();
    const heard: string[] = [];
    new ViewChannel<Talk>(view, { news: (body) => heard.push(body) });
    for (const noise of [
      null,
      7,
      'x',
      [],
      { tell: 'other' },
      { tell: 'constructor' },
      { answer: 9 },
    ])
      host.post(noise);
    new HostChannel<Talk>(host, answers).tell('news', 'خبر');
    assert.deepEqual(heard, ['خبر']);
  });

  it('answers nothing that is not a question', () => {
    const [view, host] = wires();
    const heard: unknown[] = [];
    view.listen((message) => heard.push(message));
    new HostChannel<Talk>(host, answers);
    for (const noise of [null, {}, { ask: 'double' }, { id: 3 }]) view.post(noise);
    assert.deepEqual(heard, []);
  });
});
