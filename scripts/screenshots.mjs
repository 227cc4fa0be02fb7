// `npm run screenshots`: takes the pictures of docs/images/ and media/ from the real editor, and the
// animated demonstration.
// `npm run screenshots -- article`: only those whose name has "article".
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { inRoot } from './lib/paths.mjs';
import { SCENES } from './screenshots/scenes.mjs';

await ensureDependencies();
const { ensureArabicFonts } = await import('./lib/browser.mjs');
const { build } = await import('./lib/bundle.mjs');
const { closeEditors, openEditor, startEditors } = await import('./lib/editor.mjs');
const { takePicture } = await import('./screenshots/picture.mjs');
const { takeDemonstration } = await import('./screenshots/demonstration.mjs');

/**
 * @param {import('./screenshots/scenes.mjs').Scene} scene
 * @param {import('./lib/settings.mjs').ThemeKind} theme
 */
async function take({ name, folder = 'docs/images', ending = 'png', steps, ...scene }, theme) {
  const path = `${folder}/${name}-${theme}.${ending}`;
  mkdirSync(dirname(inRoot(path)), { recursive: true });
  const editor = await openEditor({ ...scene, theme });
  try {
    await steps?.(editor);
    // The pointer and the caret's line are no part of the picture.
    await editor.page.mouse.move(0, 0);
    await editor.idle(500);
    await takePicture(editor.page, inRoot(path));
    console.log(path);
  } finally {
    await editor.close();
  }
}

const wanted = process.argv.slice(2);
const scenes = SCENES.filter(
  ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
);
const demonstration = wanted.length === 0 || wanted.includes('demonstration');
if (scenes.length === 0 && !demonstration) {
  console.error(
    `No picture has such a name. There are: ${SCENES.map(({ name }) => name).join(', ')}, demonstration`,
  );
  process.exit(1);
}
await ensureArabicFonts();
await build({ only: 'extension', production: true });
await startEditors({ scale: 2 });
try {
  for (const scene of scenes) for (const theme of scene.themes) await take(scene, theme);
  if (demonstration) await takeDemonstration(openEditor, inRoot('docs/images/demonstration.gif'));
} finally {
  await closeEditors();
}
process.exit(0);
