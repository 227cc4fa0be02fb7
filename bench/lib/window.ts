// What the window shows and when, by the clock of its page.
import type { BrowserContext, Page } from 'playwright-core';
import { eventually } from '../../scripts/lib/editor.mjs';

/** What the active editor showed after one frame was painted. */
export interface Frame {
  /** Milliseconds on the page's clock, right after painting. */
  readonly time: number;
  /** Beginning of the topmost line. */
  readonly first: string;
  /** Face and size of the text: changes when the editor takes up the language of articles. */
  readonly font: string;
  /** Length of all text in view. */
  readonly size: number;
  /** Boxes of decorations in view with a solid edge, and with another one. */
  readonly solid: number;
  readonly broken: number;
  /** Changes whenever any box does. */
  readonly boxes: string;
}

export interface Watch {
  readonly frames: Frame[];
  /** Times of key presses, as the browser took them. */
  readonly keys: number[];
  /** Tasks over 50 ms. */
  readonly longTasks: { readonly start: number; readonly duration: number }[];
}

type Watched = typeof globalThis & { hashiyaWatch: Watch };

/** Lets all pages that are opened from now on keep a watch. */
export async function watchPages(context: BrowserContext): Promise<void> {
  await context.addInitScript(watchPage);
}

/** Runs inside the page. */
function watchPage(): void {
  if (window.top !== window) return;
  const watch: Watch = { frames: [], keys: [], longTasks: [] };
  (globalThis as Watched).hashiyaWatch = watch;
  window.addEventListener('keydown', (event) => watch.keys.push(event.timeStamp), true);
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      watch.longTasks.push({ start: startTime, duration });
  }).observe({ type: 'longtask' });

  const nextTask = (work: () => void): void => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = work;
    port2.postMessage(0);
  };
  // The task after a frame's callbacks comes after its painting.
  const request = window.requestAnimationFrame.bind(window);
  let inFrame = false;
  window.requestAnimationFrame = (callback) =>
    request((time) => {
      if (!inFrame) nextTask(() => (inFrame = false));
      inFrame = true;
      callback(time);
    });
  const look = (): void => {
    waiting = false;
    const editor = document.querySelector('.editor-instance');
    if (editor === null) return;
    const time = performance.now();
    const lines = editor.querySelector('.view-lines');
    const tops = [...(lines?.querySelectorAll<HTMLElement>('.view-line') ?? [])];
    const first = tops.find(({ style }) => parseFloat(style.top) <= 10)?.textContent ?? '';
    const boxes = [...editor.querySelectorAll<HTMLElement>('.view-overlays .cdr[class*="ced-"]')];
    const solid = boxes.filter((box) => getComputedStyle(box).borderBottomStyle === 'solid').length;
    watch.frames.push({
      time,
      font: lines === null ? '' : fontOf(lines),
      first: first.replaceAll('\u00a0', ' ').slice(0, 40),
      size: lines?.textContent?.length ?? 0,
      solid,
      broken: boxes.length - solid,
      boxes: boxes.map((box) => `${box.className} ${box.style.cssText}`).join(';'),
    });
  };
  const fontOf = (lines: Element): string => {
    const { fontFamily, fontSize } = getComputedStyle(lines);
    return `${fontSize} ${fontFamily}`;
  };
  let waiting = false;
  new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    if (inFrame) nextTask(look);
    else request(() => nextTask(look));
  }).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['style', 'class'],
  });
}

/** Everything since the last call, which is then forgotten. */
export function takeWatch(page: Page): Promise<Watch> {
  return page.evaluate(() => {
    const { frames, keys, longTasks } = (globalThis as Watched).hashiyaWatch;
    return {
      frames: frames.splice(0),
      keys: keys.splice(0),
      longTasks: longTasks.splice(0),
    };
  });
}

/** Waits until nothing has changed in the editor for so long, then takes what was seen. */
export async function watchUntilQuiet(
  page: Page,
  quiet: number,
  patience = 20_000,
): Promise<Watch> {
  await eventually(
    'the window is quiet',
    () =>
      page.evaluate((still) => {
        const { frames } = (globalThis as Watched).hashiyaWatch;
        const last = frames.at(-1)?.time ?? Infinity;
        return performance.now() - last > still;
      }, quiet),
    patience,
  );
  return takeWatch(page);
}

/** Milliseconds to add to a time of the page's clock to get one of ours. */
export async function clockOffset(page: Page): Promise<number> {
  let best = { trip: Infinity, offset: 0 };
  for (let round = 0; round < 20; round += 1) {
    const before = performance.now();
    const there = await page.evaluate(() => performance.now());
    const trip = performance.now() - before;
    if (trip < best.trip) best = { trip, offset: before + trip / 2 - there };
  }
  return best.offset;
}
