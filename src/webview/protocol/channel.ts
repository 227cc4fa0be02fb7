/**
 * What a view and the extension say to each other: the view asks and is always answered, the extension
 * tells. Everything in it is plain data that can be cloned.
 */
export interface Contract {
  /** Question → what it carries and what its answer is. */
  readonly asks: Readonly<Record<string, { readonly body: unknown; readonly answer: unknown }>>;
  /** Event → what it carries. */
  readonly tells: Readonly<Record<string, unknown>>;
}

type Asks<C extends Contract> = keyof C['asks'] & string;
type Tells<C extends Contract> = keyof C['tells'] & string;

/** One end of the wire; the other end is somebody else's and may send anything. */
export interface Wire {
  post(message: unknown): void;
  listen(listener: (message: unknown) => void): void;
}

/** Answers to all questions of a contract. What is thrown goes back as the reason of a failure. */
export type Answers<C extends Contract> = {
  readonly [K in Asks<C>]: (
    body: unknown,
  ) => Promise<C['asks'][K]['answer']> | C['asks'][K]['answer'];
};

/** Why a question was not answered, as the other side put it. */
export class AskError extends Error {}

interface Waiting {
  resolve(value: never): void;
  reject(reason: Error): void;
}

/** The view's end. Listeners are registered at birth, so that no event comes too early. */
export class ViewChannel<C extends Contract> {
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  constructor(
    private readonly wire: Wire,
    private readonly on: { readonly [K in Tells<C>]: (body: C['tells'][K]) => void },
  ) {
    wire.listen((message) => this.take(message));
  }

  /** Asks the extension. Rejects with an `AskError` where it fails or refuses. */
  ask<K extends Asks<C>>(name: K, body: C['asks'][K]['body']): Promise<C['asks'][K]['answer']> {
    this.last += 1;
    const id = this.last;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.wire.post({ ask: name, id, body });
    });
  }

  private take(message: unknown): void {
    const { tell, answer, body, failure } = fields(message);
    if (typeof tell === 'string' && Object.hasOwn(this.on, tell)) {
      // The extension is trusted to keep to the contract: both are built from it.
      this.on[tell as Tells<C>](body as never);
    }
    if (typeof answer !== 'number') return;
    const waiting = this.waiting.get(answer);
    this.waiting.delete(answer);
    if (typeof failure === 'string') waiting?.reject(new AskError(failure));
    else waiting?.resolve(body as never);
  }
}

/** The extension's end: answers each question once, and refuses those that the contract does not have. */
export class HostChannel<C extends Contract> {
  constructor(
    private readonly wire: Wire,
    answers: Answers<C>,
  ) {
    wire.listen((message) => void this.take(message, answers));
  }

  tell<K extends Tells<C>>(name: K, body: C['tells'][K]): void {
    this.wire.post({ tell: name, body });
  }

  private async take(message: unknown, answers: Answers<C>): Promise<void> {
    const { ask, id, body } = fields(message);
    if (typeof ask !== 'string' || typeof id !== 'number') return;
    try {
      if (!Object.hasOwn(answers, ask)) throw new AskError(`unknown question: ${ask}`);
      const value = await answers[ask as Asks<C>](body);
      this.wire.post({ answer: id, body: value });
    } catch (error) {
      this.wire.post({
        answer: id,
        failure: error instanceof Error ? error.message : String(error),
      });
    }
  }
}

function fields(message: unknown): Readonly<Record<string, unknown>> {
  return typeof message === 'object' && message !== null ? { ...message } : {};
}
