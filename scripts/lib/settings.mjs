// Settings of the editor under test, the demo and the pictures.

/** Colour themes by the four kinds that VS Code knows. */
export const THEMES = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  hcDark: 'Default High Contrast',
  hcLight: 'Default High Contrast Light',
};

/** Class of the workbench in each of them. */
export const THEME_CLASSES = {
  light: 'vs',
  dark: 'vs-dark',
  hcDark: 'hc-black',
  hcLight: 'hc-light',
};

/** @typedef {keyof THEMES} ThemeKind */
/** @typedef {Record<string, unknown>} Settings */

/**
 * A quiet editor: nothing of the network, no welcome, no assistants, no motion, and no saving behind
 * one's back (the web build saves after a delay unless told otherwise).
 * @type {Settings}
 */
export const QUIET = {
  'chat.disableAIFeatures': true,
  'chat.agentHost.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.smoothScrolling': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'files.hotExit': 'off',
  'git.enabled': false,
  'npm.autoDetect': 'off',
  'remote.autoForwardPorts': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'window.commandCenter': false,
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * @param {ThemeKind} [theme]
 * @param {Settings} [more] win over ours
 * @returns {Settings}
 */
export const editorSettings = (theme = 'light', more = {}) => ({
  ...QUIET,
  'workbench.colorTheme': THEMES[theme],
  ...more,
});
