import '@vscode-elements/elements/dist/vscode-button/index.js';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { MarginAct, MarginNote, MarginWords } from '../protocol/margin';
import { checkFields } from './checkFields';
import type { MarginPage } from './page';

/** One claim: its source and content, and, while it is the current one, what can be done about it. */
export class NoteElement extends LitElement {
  static override properties = {
    note: { attribute: false },
    words: { attribute: false },
    open: { attribute: false },
    inRow: { attribute: false },
    first: { attribute: false },
  };
  declare note: MarginNote;
  declare words: MarginWords;
  /** Whether its fields and buttons are shown. */
  declare open: boolean;
  /** Whether it is the one that Tab leads to. */
  declare inRow: boolean;
  /** Whether it is among the first of the list: in sight when the list is new. */
  declare first: boolean;
  page: MarginPage | undefined;

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.page?.drawing.watch(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.page?.drawing.unwatch(this);
  }

  /** Out of sight a note waits for its turn, unless it is about to be shown. */
  protected override async scheduleUpdate(): Promise<void> {
    const isDue = this.open || (this.first && !this.hasUpdated);
    if (!isDue) await this.page?.drawing.turnOf(this);
    super.scheduleUpdate();
  }

  protected override render(): TemplateResult {
    const { note, open } = this;
    const classes = `note ${note.saved ? 'saved' : 'suggested'}${open ? ' open' : ''}`;
    return html`<div
      class=${classes}
      role="group"
      aria-label=${this.summary()}
      aria-current=${open ? 'true' : 'false'}
      tabindex=${this.inRow ? 0 : -1}
      data-stop
      data-key=${note.key}
      @focus=${() => this.show(false)}
      @keydown=${this.onKey}
      @click=${this.onClick}
    >
      <p class="said" dir="rtl" lang="ar">
        <b class=${note.named ? 'source' : 'source unnamed'}>${note.source}</b>
        <span class="arrow" aria-hidden="true">←</span>
        <span class="content">${note.content}</span>
      </p>
      <p class="facts">${this.facts()}</p>
      ${note.why === '' ? nothing : html`<p class="why" dir="auto">${note.why}</p>`}
      ${open ? this.body() : this.written()}
    </div>`;
  }

  private summary(): string {
    const { place, source, content, state } = this.note;
    return [place, source, content, state].join('، ');
  }

  private facts(): TemplateResult {
    const { note } = this;
    return html`<span class="badge">${note.saved ? '' : '◌ '}<bdi>${note.state}</bdi></span>
      <bdi>${note.kind}</bdi>
      ${note.worth === '' ? nothing : html`<bdi class="worth">${note.worth}</bdi>`}
      ${
        note.verdictShown === ''
          ? nothing
          : html`<b class="verdict"><bdi>${note.verdictShown}</bdi></b>`
      }`;
  }

  /** What the annotator wrote, to read. */
  private written(): TemplateResult | typeof nothing {
    const { note, links } = this.note;
    if (note === '' && links.length === 0) return nothing;
    return html`<p class="written">
      <bdi>${note}</bdi>
      ${links.map((link) => html`<a href=${link} tabindex="-1">${hostOf(link)}</a>`)}
    </p>`;
  }

  private body(): TemplateResult {
    const { text } = this.words;
    const button = (act: MarginAct, secondary = true): TemplateResult =>
      html`<vscode-button dir="auto" ?secondary=${secondary} @click=${() => this.act(act)}
        >${text[`margin.${act}`]}</vscode-button
      >`;
    if (!this.note.saved) {
      return html`<div class="buttons">${button('accept', false)}${button('reject')}</div>`;
    }
    return html`${checkFields(this.note, this.words, (field, value) =>
        this.page?.ask('write', { key: this.note.key, field, value }),
      )}
      <div class="buttons">${button('edit')}${button('remove')}</div>`;
  }

  private act(act: MarginAct): void {
    this.querySelector<HTMLElement>('[data-stop]')?.focus();
    void this.page?.ask('act', { key: this.note.key, act });
  }

  private readonly onClick = (event: MouseEvent): void => {
    const { target } = event;
    if (target instanceof Element && target.closest('a, label, .field, vscode-button')) return;
    this.querySelector<HTMLElement>('[data-stop]')?.focus();
  };

  private show(focus: boolean): void {
    void this.page?.ask('show', { key: this.note.key, focus });
  }

  /** Keys of the note itself; what is typed into its fields stays there. */
  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const act = actOf(event, this.note.saved);
    if (act !== undefined) this.act(act);
    else if (event.key === 'Enter' || event.key === 'Escape') {
      this.show(true);
    } else if (event.key === 'F2') {
      this.querySelector<HTMLElement>('.field [data-field="note"]')?.focus();
    } else return;
    event.preventDefault();
  };
}

function actOf(event: KeyboardEvent, saved: boolean): MarginAct | undefined {
  if (event.key === 'Enter' && event.altKey) return saved ? 'edit' : 'accept';
  if (event.key === 'Delete') return saved ? 'remove' : 'reject';
  return undefined;
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : address;
}
