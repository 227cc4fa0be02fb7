/** Notes drawn in one idle moment: about two milliseconds. */
const AT_ONCE = 10;
/** Nothing waits longer than this for an idle moment, in milliseconds. */
const PATIENCE_MS = 500;

/**
 * Tells elements when to draw: at once in sight or a screen away from it, else when there is nothing else
 * to do. So an update costs what can be seen of it, however long the list is.
 */
export class DrawQueue {
  private readonly near = new Set<Element>();
  private readonly waiting = new Map<Element, () => void>();
  private idle: number | undefined;
  private readonly observer = new IntersectionObserver((entries) => this.moved(entries), {
    root: document,
    rootMargin: '100% 0px',
  });

  watch(element: Element): void {
    this.observer.observe(element);
  }

  unwatch(element: Element): void {
    this.observer.unobserve(element);
    this.near.delete(element);
    this.release(element);
  }

  /** When the element may draw; undefined for at once. */
  turnOf(element: Element): Promise<void> | undefined {
    if (this.near.has(element)) return undefined;
    return new Promise((resolve) => {
      this.waiting.set(element, resolve);
      this.startIdling();
    });
  }

  private moved(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) this.near.delete(target);
      else {
        this.near.add(target);
        this.release(target);
      }
    }
  }

  private release(element: Element): void {
    this.waiting.get(element)?.();
    this.waiting.delete(element);
  }

  private startIdling(): void {
    this.idle ??= requestIdleCallback(
      () => {
        this.idle = undefined;
        for (const element of [...this.waiting.keys()].slice(0, AT_ONCE)) this.release(element);
        if (this.waiting.size > 0) this.startIdling();
      },
      { timeout: PATIENCE_MS },
    );
  }
}
