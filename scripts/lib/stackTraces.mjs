// Stack traces inside VS Code name the bundle, since the extension host makes them its own way: this
// puts the source files back.
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import { root } from './paths.mjs';

/**
 * @param {string} bundle absolute path of a file with its source map at its end
 * @returns {(text: string) => string} replaces places in the bundle by places in the sources
 */
export function mappedTo(bundle) {
  /** @type {SourceMap | undefined} */
  let map;
  const name = relative(root, bundle).replaceAll('\\', '/');
  const place = new RegExp(`[^\\s()]*${name.replaceAll('.', '\\.')}:(\\d+):(\\d+)`, 'g');
  return (text) =>
    text.replace(place, (whole, line, column) => {
      map ??= inlineMap(bundle);
      const entry = map.findEntry(Number(line) - 1, Number(column) - 1);
      if (!('originalSource' in entry)) return whole;
      const source = relative(root, resolve(dirname(bundle), entry.originalSource));
      return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
    });
}

/** @param {string} bundle */
function inlineMap(bundle) {
  const text = readFileSync(bundle, 'utf8');
  const encoded = text.slice(text.lastIndexOf('base64,') + 'base64,'.length).trim();
  return new SourceMap(JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')));
}
