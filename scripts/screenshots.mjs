// `npm run screenshots`: takes the pictures of docs/images/ from the real editor.
// `npm run screenshots -- article`: only those whose name has "article".
import { mkdirSync } from 'node:fs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { inRoot } from './lib/paths.mjs';
import { SCENES } from './screenshots/scenes.mjs';

await ensureDependencies();
const { ensureArabicFonts } = await import('./lib/browser.mjs');
const { build } = await import('./lib/bundle.mjs');
const { closeEditors, openEditor, startEditors } = await import('./lib/editor.mjs');

/**
 * @param {import('./screenshots/scenes.mjs').Scene} scene
 * @param {import('./lib/settings.mjs').ThemeKind} theme
 */
async function take({ name, steps, ...scene }, theme) {
  const path = `docs/images/${name}-${theme}.png`;
  const editor = await openEditor({ ...scene, theme });
  try {
    await steps?.(editor);
    // The pointer and the caret's line are no part of the picture.
    await editor.page.mouse.move(0, 0);
    await editor.idle(500);
    await editor.page.screenshot({ path: inRoot(path) });
    console.log(path);
  } finally {
    await editor.close();
  }
}

const wanted = process.argv.slice(2);
const scenes = SCENES.filter(
  ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
);
if (scenes.length === 0) {
  console.error(
    `No picture has such a name. There are: ${SCENES.map(({ name }) => name).join(', ')}`,
  );
  process.exit(1);
}
await ensureArabicFonts();
await build({ only: 'extension', production: true });
mkdirSync(inRoot('docs/images'), { recursive: true });
await startEditors({ scale: 2 });
try {
  for (const scene of scenes) for (const theme of scene.themes) await take(scene, theme);
} finally {
  await closeEditors();
}
process.exit(0);
