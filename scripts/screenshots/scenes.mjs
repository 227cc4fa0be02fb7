// The pictures of the documentation, all of them. Each is made once for each of its themes, as
// docs/images/NAME-THEME.png.

/** @typedef {import('../lib/editor.mjs').Editor} Editor */
/** @typedef {import('../lib/settings.mjs').ThemeKind} ThemeKind */

/**
 * @typedef {object} Scene
 * @property {string} name of the picture, lower case with hyphens
 * @property {string} file of samples/ that is open
 * @property {readonly ThemeKind[]} themes
 * @property {number} width in CSS pixels; the picture has twice as many
 * @property {number} height
 * @property {boolean} [sideBar] shows the side bar
 * @property {import('../lib/settings.mjs').Settings} [settings]
 * @property {(editor: Editor) => Promise<unknown>} [steps] what is done before the picture is taken
 */

/** @type {readonly Scene[]} */
export const SCENES = [
  {
    name: 'article',
    file: 'politics-strikes.txt',
    themes: ['light', 'dark', 'hcDark', 'hcLight'],
    width: 1000,
    height: 640,
  },
];
