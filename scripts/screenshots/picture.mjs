// Pictures of a page as small files: what a person reads in them needs few colours.
import sharp from 'sharp';

/** @typedef {import('playwright-core').Page} Page */

/** Width of pictures that ship, in pixels: the walkthrough shows them at two thirds of that. */
const SHIPPED_WIDTH = 800;

/**
 * Takes the page: as a PNG with a palette, about a third of the usual size; or as a WebP of moderate size,
 * for pictures that ship with the extension.
 * @param {Page} page
 * @param {string} path absolute, ending in .png or .webp
 */
export async function takePicture(page, path) {
  const picture = sharp(await page.screenshot());
  await (
    path.endsWith('.webp')
      ? picture.resize({ width: SHIPPED_WIDTH }).webp({ quality: 66, effort: 6 })
      : picture.png({ palette: true, colours: 192, effort: 10 })
  ).toFile(path);
}

/**
 * @typedef {object} Frame
 * @property {Buffer} image PNG
 * @property {number} ms how long it stands
 */

/**
 * Writes frames of one size as an animation without end.
 * @param {readonly Frame[]} frames
 * @param {string} path absolute, ending in .gif or .webp
 * @param {number} width in pixels
 */
export async function writeAnimation(frames, path, width) {
  const images = await Promise.all(
    frames.map(({ image }) => sharp(image).resize({ width }).toBuffer()),
  );
  const delay = frames.map(({ ms }) => ms);
  const whole = sharp(images, { join: { animated: true } });
  await (
    path.endsWith('.gif')
      ? whole.gif({ delay, loop: 0, colours: 128, effort: 8, interFrameMaxError: 2 })
      : whole.webp({ delay, loop: 0, quality: 80 })
  ).toFile(path);
}
