import type { Choice } from './recogniseLanguage';

/** Where choices outlive the window; the state of a workspace has this shape. */
export interface Store {
  get<T>(key: string): T | undefined;
  update(key: string, value: unknown): PromiseLike<void>;
}

const KEY = 'hashiya.languageChoices';
const LIMIT = 500;

/** What people chose for files, by URI; the oldest choices are forgotten beyond 500. */
export class Choices {
  private readonly choices: Map<string, Choice>;

  constructor(private readonly store: Store) {
    this.choices = new Map(readEntries(store.get<unknown>(KEY)));
  }

  get(uri: string): Choice | undefined {
    return this.choices.get(uri);
  }

  set(uri: string, choice: Choice): void {
    if (this.choices.get(uri) === choice) return;
    this.choices.delete(uri);
    this.choices.set(uri, choice);
    for (const oldest of this.choices.keys()) {
      if (this.choices.size <= LIMIT) break;
      this.choices.delete(oldest);
    }
    void this.store.update(KEY, [...this.choices]);
  }
}

function readEntries(stored: unknown): [string, Choice][] {
  if (!Array.isArray(stored)) return [];
  return stored.filter(
    (entry): entry is [string, Choice] =>
      Array.isArray(entry) &&
      typeof entry[0] === 'string' &&
      (entry[1] === 'article' || entry[1] === 'plain'),
  );
}
