import { html, LitElement, type TemplateResult } from 'lit';
import type { MarginActor, MarginMention } from '../protocol/margin';
import type { MarginPage } from './page';

/** A person or an organisation with every place where the article names them. */
export class ActorElement extends LitElement {
  static override properties = { actor: { attribute: false }, inRow: { attribute: false } };
  declare actor: MarginActor;
  declare inRow: boolean;
  page: MarginPage | undefined;

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult {
    const { name, label, color, count, mentions } = this.actor;
    return html`<h2>
        <span class="swatch" .style=${`--c: ${color}`} aria-hidden="true"></span>
        <bdi lang="ar">${name}</bdi> <small><bdi>${label}</bdi> · ${count}</small>
      </h2>
      <ul role="list">
        ${mentions.map((mention, at) => this.mention(mention, this.inRow && at === 0))}
      </ul>`;
  }

  private mention(
    { key, saved, before, quote, after }: MarginMention,
    inRow: boolean,
  ): TemplateResult {
    const go = (focus: boolean): void => void this.page?.ask('show', { key, focus });
    const act = (act: 'accept' | 'reject' | 'remove'): void =>
      void this.page?.ask('act', { key, act });
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') go(true);
      else if (event.key === 'Enter' && event.altKey && !saved) act('accept');
      else if (event.key === 'Delete') act(saved ? 'remove' : 'reject');
      else return;
      event.preventDefault();
    };
    const mark = saved ? '' : (this.page?.words?.text['margin.suggested'] ?? '');
    return html`<li>
      <button
        class=${saved ? 'mention' : 'mention suggested'}
        data-stop
        data-key=${key}
        tabindex=${inRow ? 0 : -1}
        dir="rtl"
        lang="ar"
        @focus=${() => go(false)}
        @click=${() => go(true)}
        @keydown=${onKey}
      >
        …${before}<b>${quote}</b>${after}…
        ${saved ? '' : html`<small class="badge">◌ ${mark}</small>`}
      </button>
    </li>`;
  }
}
