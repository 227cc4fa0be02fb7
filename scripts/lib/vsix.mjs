// The package that ships: made by vsce, and its content held to what we mean to ship, whatever
// .vscodeignore says.
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './paths.mjs';
import { runNode } from './process.mjs';

/** What may be in the archive, by path. */
const ALLOWED = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/(package\.json|package\.nls(\.ar)?\.json|readme\.md|changelog\.md|LICENSE\.txt)$/,
  /^extension\/dist\/(web\/)?(extension|exporting)\.js$/,
  /^extension\/dist\/webview\/\w+\.(js|css)$/,
  /^extension\/syntaxes\/[\w.-]+\.json$/,
  /^extension\/media\/([\w.-]+\/)*[\w.-]+\.(svg|png|webp|json)$/,
  /^extension\/models\/([\w.-]+\/)*[\w.-]+$/,
  /^extension\/samples\/([\w.-]+\.(txt|yaml|md)|LICENSE)$/,
];

/** Largest size of the extension's code, without its words, in bytes. */
const CODE_LIMIT = 640_000;

/** Largest size of the package, in bytes. */
const ARCHIVE_LIMIT = 3_000_000;

/** What has to be there beside the files that package.json names. */
const NEEDED = ['extension/package.json', 'extension/readme.md', 'extension/LICENSE.txt'];

/** @typedef {{ path: string, size: number }} Entry size in bytes, unpacked */

/** @returns {string} absolute path of the package of the present version */
export const vsixPath = () => inRoot(`hashiya-${manifest().version}.vsix`);

/** @returns {{ version: string } & Record<string, unknown>} package.json */
const manifest = () => JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));

/**
 * Builds for production (by the script `vscode:prepublish`) and packages.
 * @returns {Promise<string>} absolute path of the package
 */
export async function makeVsix() {
  const out = vsixPath();
  const vsce = inRoot('node_modules/@vscode/vsce/vsce');
  // Everything is bundled: node_modules/ has nothing to ship.
  if ((await runNode([vsce, 'package', '--no-dependencies', '--out', out])) !== 0) {
    throw new Error('vsce could not make the package.');
  }
  return out;
}

/**
 * @param {readonly Entry[]} entries of the package
 * @param {{ archive: number, code: number }} sizes of the package, and of the extension's code, in bytes
 * @returns {string[]} what is wrong with them, in words; empty when nothing is
 */
export function problems(entries, { archive, code }) {
  const paths = new Set(entries.map(({ path }) => path));
  // What npm's package offers to programs and shells does not ship in the extension.
  const named = [
    ...JSON.stringify({ ...manifest(), exports: undefined, bin: undefined }).matchAll(
      /"\.\/([^"]+)"/g,
    ),
  ].map(([, path]) => `extension/${path}`);
  const missing = [...new Set([...NEEDED, ...named])].filter((path) => !paths.has(path));
  const strange = [...paths].filter((path) => !ALLOWED.some((pattern) => pattern.test(path)));
  return [
    ...missing.map((path) => `${path} is missing`),
    ...strange.map((path) => `${path} is not on the list of what ships`),
    ...(archive > ARCHIVE_LIMIT
      ? [`the archive has ${archive} bytes, more than ${ARCHIVE_LIMIT}`]
      : []),
    ...(code > CODE_LIMIT ? [`the code has ${code} bytes, more than ${CODE_LIMIT}`] : []),
  ];
}

/**
 * The files of a zip archive, by its central directory.
 * @param {string} file absolute path
 * @returns {Entry[]}
 */
export function entriesOf(file) {
  const zip = readFileSync(file);
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end === -1) throw new Error(`${file} is not a zip archive.`);
  /** @type {Entry[]} */
  const entries = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = zip.readUInt16LE(at + 28);
    const path = zip.toString('utf8', at + 46, at + 46 + nameLength);
    entries.push({ path, size: zip.readUInt32LE(at + 24) });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * Installs the extension without a package, as VS Code lays installed ones out: copies what
 * .vscodeignore lets through. Loading it from the repository instead, as under development, is a trap:
 * the editor takes the themes of the server below .runtime/ for the extension's own.
 * @param {string} extensions absolute path of an editor's folder of extensions
 * @returns {string} absolute path of the extension there
 */
export function installUnpacked(extensions) {
  const lines = readFileSync(inRoot('.vscodeignore'), 'utf8').split('\n');
  const kept = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1).trim());
  const folder = join(extensions, `hashiya.hashiya-${manifest().version}`);
  // Of a pattern the folder before its first star; what is in it beside the pattern does no harm.
  for (const path of new Set(kept.map((line) => line.replace(/\/\*\*.*$/, '')))) {
    if (existsSync(inRoot(path))) cpSync(inRoot(path), join(folder, path), { recursive: true });
  }
  return folder;
}
