// A writable copy of the samples: neither tests nor the demo touch the repository's own files.
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { inRoot } from './paths.mjs';
import { atExit } from './process.mjs';

/**
 * A new temporary folder, removed when this process ends.
 * @param {string} purpose part of its name
 * @returns {string} absolute path
 */
export function temporaryFolder(purpose) {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), `hashiya-${purpose}-`));
  atExit(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Copies samples/ into a folder; files that are there already stay as they are.
 * @param {string} folder made when it is not there
 */
export function copySamples(folder) {
  mkdirSync(folder, { recursive: true });
  const filter = (/** @type {string} */ path) => basename(path) !== '.gitattributes';
  cpSync(inRoot('samples'), folder, { recursive: true, force: false, filter });
}

/** @returns {string} absolute path of a fresh copy of samples/ */
export function temporaryWorkspace() {
  const folder = join(temporaryFolder('workspace'), 'samples');
  copySamples(folder);
  return folder;
}
