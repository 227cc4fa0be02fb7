// A page at twice its size: what a person sees who needs large letters.
import type { Page } from 'playwright-core';
import type { Frame } from './webviews';

/** Zooms the whole window as a browser does: half as many CSS pixels, each twice as large. */
export async function zoomToTwice(page: Page): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 800 };
  await page.setViewportSize({ width: width / 2, height: height / 2 });
}

/**
 * What a person cannot read without scrolling sideways: the page itself where it is wider than its view,
 * and elements whose own text is cut off. Tables may scroll in a region of their own.
 */
export function cutOff(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const root = document.documentElement;
    const wide = root.scrollWidth > root.clientWidth ? [`page ${root.scrollWidth}`] : [];
    const cut = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
      const { overflowX } = getComputedStyle(element);
      const isCut = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
      return isCut && element.closest('.hidden, .scroll, svg, .off-stage') === null;
    });
    return [...wide, ...cut.map((element) => `${element.tagName} ${element.className}`)];
  });
}
