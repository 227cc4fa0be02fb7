import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ViewChannel } from '../protocol/channel';
import type {
  MarginActor,
  MarginContract,
  MarginNote,
  MarginWord,
  MarginWords,
} from '../protocol/margin';
import { ActorElement } from './actorElement';
import { DrawQueue } from './drawQueue';
import { moveFocus } from './keyboard';
import { NoteElement } from './noteElement';
import { ScrollFollower } from './scrollFollower';

/** So many notes fill a screen. */
const SCREENFUL = 20;

type Tab = 'claims' | 'actors';

/** The whole page: two lists under two tabs, one of which is shown. */
export class MarginPage extends LitElement {
  static override properties = {
    words: { attribute: false },
    article: { attribute: false },
    notes: { attribute: false },
    actors: { attribute: false },
    tab: { state: true },
    current: { state: true },
    failure: { state: true },
    said: { state: true },
  };
  declare words: MarginWords | undefined;
  declare article: string | undefined;
  declare notes: readonly MarginNote[];
  declare actors: readonly MarginActor[];
  declare private tab: Tab;
  /** Key of the note that the caret is in, or that has the focus. */
  declare private current: string | undefined;
  declare private failure: string;
  /** What screen readers say of the place of the caret. */
  declare private said: string;
  channel: ViewChannel<MarginContract> | undefined;
  readonly drawing = new DrawQueue();
  private readonly scroller = new ScrollFollower((key) => this.ask('scrolled', { key }));

  constructor() {
    super();
    this.notes = [];
    this.actors = [];
    this.tab = 'claims';
    this.failure = '';
    this.said = '';
  }

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.scroller.listen();
  }

  /** Asks the extension, and says why where it did not do what was asked. */
  async ask<K extends keyof MarginContract['asks'] & string>(
    name: K,
    body: MarginContract['asks'][K]['body'],
  ): Promise<void> {
    this.failure = '';
    try {
      await this.channel?.ask(name, body);
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
    }
  }

  markCurrent(key: string | undefined, said: string): void {
    // Somebody who works here is not drawn away by where the caret stands.
    if (this.contains(document.activeElement) && document.hasFocus()) return;
    this.said = said;
    this.current = key;
    if (key !== undefined) void this.updateComplete.then(() => this.scroller.reveal(key));
  }

  scrollToNote(key: string): void {
    if (this.tab === 'claims' && !document.hasFocus()) this.scroller.bringToTop(key);
  }

  private say(word: MarginWord): string {
    return this.words?.text[word] ?? '';
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.words === undefined) return nothing;
    if (this.article === undefined)
      return html`<p class="empty">${this.say('margin.noArticle')}</p>`;
    return html`<main>
      <h1 class="hidden">${this.say('margin.title')}</h1>
      <div class="tabs" role="tablist" @keydown=${this.onTabKey}>
        ${this.tabButton('claims', this.say('margin.claims'), this.notes.length)}
        ${this.tabButton('actors', this.say('margin.actors'), this.actors.length)}
      </div>
      <p class="failure" role="alert">${this.failure}</p>
      <div
        id="panel"
        dir="rtl"
        role="tabpanel"
        aria-labelledby="tab-${this.tab}"
        aria-describedby="keys"
        @keydown=${(event: KeyboardEvent) => moveFocus(event, this)}
      >
        ${this.tab === 'claims' ? this.noteList() : this.actorList()}
      </div>
      <p class="hidden" aria-live="polite">${this.said}</p>
      <p id="keys" class="hidden">${this.say('margin.keys')}</p>
    </main>`;
  }

  private tabButton(tab: Tab, label: string, count: number): TemplateResult {
    const chosen = this.tab === tab;
    return html`<button
      id="tab-${tab}"
      role="tab"
      aria-selected=${chosen ? 'true' : 'false'}
      aria-controls="panel"
      tabindex=${chosen ? 0 : -1}
      @click=${() => this.choose(tab)}
    >
      ${label} <span class="count">${count}</span>
    </button>`;
  }

  private choose(tab: Tab): void {
    this.tab = tab;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(`#tab-${tab}`)?.focus());
  }

  private readonly onTabKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    this.choose(this.tab === 'claims' ? 'actors' : 'claims');
  };

  private noteList(): TemplateResult {
    const { notes, words } = this;
    if (notes.length === 0)
      return html`<p class="empty" dir="auto">${this.say('margin.noClaims')}</p>`;
    const active = notes.some(({ key }) => key === this.current) ? this.current : notes[0]?.key;
    return html`<ol class="notes" role="list">
      ${repeat(
        notes,
        ({ key }) => key,
        (note, at) =>
          html`<li>
            ${note.place === notes[at - 1]?.place ? nothing : html`<h2><bdi>${note.place}</bdi></h2>`}
            <hashiya-note
              .note=${note}
              .words=${words}
              .page=${this}
              .open=${note.key === this.current}
              .inRow=${note.key === active}
              .first=${at < SCREENFUL}
              @focusin=${() => (this.current = note.key)}
            ></hashiya-note>
          </li>`,
      )}
    </ol>`;
  }

  private actorList(): TemplateResult {
    if (this.actors.length === 0)
      return html`<p class="empty" dir="auto">${this.say('margin.noActors')}</p>`;
    return html`<ol class="actors" role="list">
      ${repeat(
        this.actors,
        ({ key }) => key,
        (actor, at) =>
          html`<li>
            <hashiya-actor .actor=${actor} .page=${this} .inRow=${at === 0}></hashiya-actor>
          </li>`,
      )}
    </ol>`;
  }
}

customElements.define('hashiya-note', NoteElement);
customElements.define('hashiya-actor', ActorElement);
customElements.define('hashiya-margin', MarginPage);
