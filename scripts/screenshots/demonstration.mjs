// The animated demonstration of the README, played in the real editor: suggestions, accepting with a
// key, tagging a word, the tree that fills.
import { writeAnimation } from './picture.mjs';

/** @typedef {import('../lib/editor.mjs').Editor} Editor */
/** @typedef {import('./picture.mjs').Frame} Frame */

const SIZE = { width: 1000, height: 560 };

/**
 * @param {typeof import('../lib/editor.mjs').openEditor} openEditor
 * @param {string} path absolute, ending in .gif
 */
export async function takeDemonstration(openEditor, path) {
  const editor = await openEditor({ file: 'weather-storm.txt', sideBar: true, ...SIZE });
  try {
    const frames = await play(editor);
    await writeAnimation(frames, path, SIZE.width);
    console.log(path);
  } finally {
    await editor.close();
  }
}

/**
 * @param {Editor} editor
 * @returns {Promise<Frame[]>}
 */
async function play(editor) {
  /** @type {Frame[]} */
  const frames = [];
  /** @param {number} ms how long the frame stands */
  const shoot = async (ms) => {
    await editor.page.mouse.move(0, 0);
    frames.push({ image: await editor.page.screenshot(), ms });
  };
  await editor.command('hashiya.article.focus');
  await editor.command('workbench.action.focusActiveEditorGroup');
  await editor.select([0, 0]);
  await editor.idle(800);
  await shoot(1800);
  await editor.command('hashiya.nextSuggestion');
  await editor.idle(400);
  await shoot(900);
  for (let accepted = 0; accepted < 9; accepted += 1) {
    await editor.page.keyboard.press('Alt+Enter');
    await editor.idle(350);
    await shoot(450);
  }
  await editor.command('editor.action.quickFix');
  await editor.page.locator('.action-widget').first().waitFor();
  await editor.idle(300);
  await shoot(1600);
  await editor.page.keyboard.press('Enter');
  await editor.idle(500);
  await shoot(2200);
  return frames;
}
