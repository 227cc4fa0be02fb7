/** Only what a person does right before counts as scrolling by a person. */
const BY_HAND_MS = 400;

/** Keeps the list beside the editor, and tells when a person scrolls it. */
export class ScrollFollower {
  private handUntil = 0;
  private told: string | undefined;
  private frame = 0;

  /** `tell` gets the key of the note that is the first in view. */
  constructor(private readonly tell: (key: string) => void) {}

  listen(): void {
    const byHand = (): void => {
      this.handUntil = performance.now() + BY_HAND_MS;
    };
    window.addEventListener('wheel', byHand, { passive: true });
    window.addEventListener('touchmove', byHand, { passive: true });
    window.addEventListener('scroll', () => this.scrolled(), { passive: true });
  }

  /** Scrolls as little as needed. */
  reveal(key: string): void {
    noteOf(key)?.scrollIntoView({ block: 'nearest' });
  }

  bringToTop(key: string): void {
    if (performance.now() > this.handUntil) noteOf(key)?.scrollIntoView({ block: 'start' });
  }

  private scrolled(): void {
    if (performance.now() > this.handUntil || this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      const notes = [...document.querySelectorAll<HTMLElement>('hashiya-note [data-key]')];
      const first = notes.find((note) => note.getBoundingClientRect().top >= 0)?.dataset['key'];
      if (first === undefined || first === this.told) return;
      this.told = first;
      this.tell(first);
    });
  }
}

function noteOf(key: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
}
