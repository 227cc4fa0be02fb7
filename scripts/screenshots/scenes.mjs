// The pictures of the documentation, all of them. Each is made once for each of its themes, as
// NAME-THEME.png, those of the walkthrough in media/walkthrough as NAME-THEME.webp.

/** @typedef {import('../lib/editor.mjs').Editor} Editor */
/** @typedef {import('../lib/settings.mjs').ThemeKind} ThemeKind */

/**
 * @typedef {object} Scene
 * @property {string} name of the picture, lower case with hyphens
 * @property {string} [folder] where the picture goes, docs/images unless said otherwise
 * @property {'png' | 'webp'} [ending] png unless said otherwise
 * @property {string} file of samples/ that is open
 * @property {readonly ThemeKind[]} themes
 * @property {number} width in CSS pixels; the picture has twice as many
 * @property {number} height
 * @property {boolean} [sideBar] shows the side bar
 * @property {import('../lib/settings.mjs').Settings} [settings]
 * @property {(editor: Editor) => Promise<unknown>} [steps] what is done before the picture is taken
 */

/**
 * Shows the Hashiya view, with its lists as a person would leave them.
 * @param {Editor} editor
 */
async function showTree(editor) {
  await editor.command('hashiya.article.focus');
  await editor.command('workbench.action.focusActiveEditorGroup');
  await editor.idle(500);
}

/**
 * Puts the caret inside the n-th occurrence of some words.
 * @param {Editor} editor
 * @param {string} words
 */
async function caretIn(editor, words) {
  await editor.host((vscode, quote) => {
    const shown = vscode.window.activeTextEditor;
    if (shown === undefined) throw new Error('No editor is active.');
    const at = shown.document.getText().indexOf(quote);
    if (at === -1) throw new Error(`«${quote}» does not stand in the article.`);
    const caret = shown.document.positionAt(at + 3);
    shown.selection = new vscode.Selection(caret, caret);
  }, words);
}

/**
 * Opens the lightbulb on suggested words.
 * @param {Editor} editor
 */
async function openQuickFixes(editor) {
  await showTree(editor);
  await caretIn(editor, SUGGESTED);
  await editor.command('editor.action.quickFix');
  await editor.page.locator('.action-widget').first().waitFor();
}

/** Words of the article without annotations that a detector suggests. */
const SUGGESTED = 'وزارة الصحة';

/**
 * Runs a command that asks something, and waits for its question only.
 * @param {Editor} editor
 * @param {string} command
 */
async function askIn(editor, command) {
  await editor.host((vscode, id) => void vscode.commands.executeCommand(id), command);
  await editor.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
}

/**
 * Waits until one of the views with a page of its own shows something.
 * @param {Editor} editor
 * @param {string} selector
 */
async function viewShows(editor, selector) {
  for (let tries = 0; tries < 300; tries += 1) {
    for (const frame of editor.page.frames().slice(1)) {
      const found = frame.locator(selector).first();
      if (await found.isVisible().catch(() => false)) return found;
    }
    await editor.page.waitForTimeout(100);
  }
  throw new Error(`No view shows ${selector}.`);
}

/**
 * Opens the margin, with the note of the second claim open.
 * @param {Editor} editor
 */
async function openMargin(editor) {
  await editor.command('hashiya.openMargin');
  await viewShows(editor, 'hashiya-note');
  await caretIn(editor, 'الإنتاج توقف');
  await viewShows(editor, '.note.open vscode-textarea');
}

/**
 * Opens the reading edition and gives it the whole width.
 * @param {Editor} editor
 */
async function openReading(editor) {
  await editor.command('hashiya.openReadingEdition');
  await viewShows(editor, 'article .line');
  await editor.command('workbench.action.focusNextGroup');
  await editor.command('workbench.action.joinAllGroups');
  await viewShows(editor, 'article .line');
}

/**
 * Opens the dashboard and waits for its charts.
 * @param {Editor} editor
 */
async function openDashboard(editor) {
  await editor.command('hashiya.dashboard');
  await viewShows(editor, '.chart svg');
  await editor.idle(1500);
}

/**
 * Shows the corpus and the hits of a search in it.
 * @param {Editor} editor
 */
async function searchCorpus(editor) {
  await editor.command('hashiya.corpus.focus');
  await editor.host((vscode) => void vscode.commands.executeCommand('hashiya.search', 'وزارة'));
  await editor.idle(3000);
}

/**
 * Lets a later version have written the article's sidecar, and tries to tag: the message says why not.
 * @param {Editor} editor
 */
async function tagInNewer(editor) {
  await editor.host(async ({ Uri, window, workspace }) => {
    const article = window.activeTextEditor?.document.uri;
    if (article === undefined) throw new Error('No editor is active.');
    const sidecar = Uri.file(`${article.fsPath}.ann.yaml`);
    const source = new TextDecoder().decode(await workspace.fs.readFile(sidecar));
    const newer = source.replace(/^hashiya: \d+/m, 'hashiya: 99');
    await workspace.fs.writeFile(sidecar, new TextEncoder().encode(newer));
  });
  await editor.command('hashiya.corpus.focus');
  await showTree(editor);
  await editor.page.locator('.statusbar-item .codicon-lock').first().waitFor();
  await caretIn(editor, 'الإنتاج توقف');
  await editor.host((vscode) => void vscode.commands.executeCommand('hashiya.tagAs', 'GPE'));
  const message = editor.page.locator('.notification-list-item-message').first();
  for (let tries = 0; tries < 50 && !(await message.isVisible()); tries += 1) {
    await editor.command('notifications.showList');
    await editor.page.waitForTimeout(100);
  }
  await message.waitFor();
}

/**
 * Opens the walkthrough alone.
 * @param {Editor} editor
 */
async function openWalkthrough(editor) {
  await editor.command('workbench.action.closeAllEditors');
  await editor.host(
    (vscode) =>
      void vscode.commands.executeCommand(
        'workbench.action.openWalkthrough',
        'hashiya.hashiya#start',
        false,
      ),
  );
  await editor.page.locator('.getting-started-step.expanded').first().waitFor();
  await editor.idle(1500);
}

/** What all pictures of the walkthrough have in common: small, and without anything around the text. */
const STEP = /** @type {const} */ ({
  folder: 'media/walkthrough',
  ending: 'webp',
  settings: { 'workbench.activityBar.location': 'hidden', 'breadcrumbs.enabled': false },
  file: 'weather-storm.txt',
  themes: ['light', 'dark'],
  width: 540,
  height: 340,
});

/** @type {readonly Scene[]} */
export const SCENES = [
  { ...STEP, name: 'suggestions' },
  {
    ...STEP,
    name: 'accept',
    steps: async (editor) => {
      await editor.select([2, 0]);
      await editor.command('hashiya.nextSuggestion');
      for (let i = 0; i < 4; i += 1) await editor.command('hashiya.acceptAndNext');
      await editor.idle(500);
    },
  },
  {
    ...STEP,
    name: 'tag',
    steps: async (editor) => {
      await caretIn(editor, 'السيول');
      await askIn(editor, 'hashiya.tag');
    },
  },
  {
    ...STEP,
    name: 'notes',
    file: 'politics-strikes.txt',
    width: 800,
    height: 500,
    steps: openMargin,
  },
  {
    ...STEP,
    name: 'export',
    steps: async (editor) => {
      await askIn(editor, 'hashiya.exportCorpus');
    },
  },
  {
    name: 'article',
    file: 'politics-strikes.txt',
    themes: ['light', 'dark', 'hcDark', 'hcLight'],
    width: 1240,
    height: 700,
    sideBar: true,
    steps: showTree,
  },
  {
    name: 'quick-fixes',
    file: 'health-vaccine.txt',
    themes: ['light', 'dark', 'hcDark'],
    width: 1240,
    height: 700,
    sideBar: true,
    steps: openQuickFixes,
  },
  {
    name: 'arabic-interface',
    file: 'health-vaccine.txt',
    themes: ['light', 'hcLight'],
    width: 1240,
    height: 700,
    sideBar: true,
    settings: { 'hashiya.uiLanguage': 'ar' },
    steps: openQuickFixes,
  },
  {
    name: 'dashboard',
    file: 'politics-strikes.txt',
    themes: ['light', 'dark', 'hcDark', 'hcLight'],
    width: 1280,
    height: 1000,
    steps: openDashboard,
  },
  {
    name: 'dashboard-arabic',
    file: 'politics-strikes.txt',
    themes: ['light', 'dark', 'hcLight'],
    width: 1280,
    height: 1000,
    settings: { 'hashiya.uiLanguage': 'ar' },
    steps: openDashboard,
  },
  {
    name: 'search',
    file: 'politics-strikes.txt',
    themes: ['light', 'dark', 'hcDark', 'hcLight'],
    width: 1240,
    height: 760,
    sideBar: true,
    steps: searchCorpus,
  },
  {
    name: 'search-arabic',
    file: 'politics-strikes.txt',
    themes: ['light', 'dark'],
    width: 1240,
    height: 760,
    sideBar: true,
    settings: { 'hashiya.uiLanguage': 'ar' },
    steps: searchCorpus,
  },
  {
    name: 'newer-sidecar',
    file: 'politics-strikes.txt',
    themes: ['light', 'dark', 'hcDark'],
    width: 1100,
    height: 660,
    sideBar: true,
    steps: tagInNewer,
  },
  {
    name: 'newer-sidecar-arabic',
    file: 'politics-strikes.txt',
    themes: ['light', 'hcLight'],
    width: 1100,
    height: 660,
    sideBar: true,
    settings: { 'hashiya.uiLanguage': 'ar' },
    steps: tagInNewer,
  },
  {
    name: 'walkthrough',
    file: 'weather-storm.txt',
    themes: ['light', 'dark', 'hcDark', 'hcLight'],
    width: 1240,
    height: 760,
    steps: openWalkthrough,
  },
  {
    name: 'hover',
    file: 'economy-budget.txt',
    themes: ['light', 'dark'],
    width: 1000,
    height: 640,
    steps: async (editor) => {
      await caretIn(editor, 'الحكومة التونسية');
      await editor.command('editor.action.showHover');
      await editor.page.locator('.monaco-hover:not(.hidden)').first().waitFor();
    },
  },
  {
    name: 'margin',
    file: 'politics-strikes.txt',
    themes: ['light', 'dark', 'hcDark', 'hcLight'],
    width: 1240,
    height: 700,
    steps: openMargin,
  },
  {
    name: 'margin-arabic',
    file: 'politics-strikes.txt',
    themes: ['light', 'dark'],
    width: 1240,
    height: 700,
    settings: { 'hashiya.uiLanguage': 'ar' },
    steps: openMargin,
  },
  {
    name: 'reading',
    file: 'politics-strikes.txt',
    themes: ['light', 'dark', 'hcDark', 'hcLight'],
    width: 1240,
    height: 800,
    steps: openReading,
  },
  {
    name: 'reading-arabic',
    file: 'politics-strikes.txt',
    themes: ['light', 'dark'],
    width: 1240,
    height: 800,
    settings: { 'hashiya.uiLanguage': 'ar', 'hashiya.digits': 'arabic-indic' },
    steps: openReading,
  },
  {
    name: 'off',
    file: 'technology-app.txt',
    themes: ['light'],
    width: 1000,
    height: 640,
    settings: { 'hashiya.rtl': 'off' },
  },
];
