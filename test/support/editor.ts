// The editor for render tests and benchmarks. Everything comes from scripts/lib/editor.mjs, which the
// pictures use too; here it gets its hooks and the names that tests import.
export {
  closeEditors,
  Editor,
  eventually,
  openEditor,
  startEditors,
} from '../../scripts/lib/editor.mjs';
export { inRoot, root, sharedFolder } from '../../scripts/lib/paths.mjs';
export { THEMES } from '../../scripts/lib/settings.mjs';
export type { EditorOptions } from '../../scripts/lib/editor.mjs';
export type { Settings, ThemeKind } from '../../scripts/lib/settings.mjs';
