// ESLint rule: data flows one way. A module may import only from its own layer and from those named
// for it here; nothing in the core touches `vscode`, Node or the DOM. See docs/adr/0006.
import { dirname, relative, resolve, sep } from 'node:path';

const core = ['text', 'model', 'anchor', 'detect', 'sidecar', 'corpus', 'format'];

/** Layer → layers that it may import from, besides itself. */
const ALLOWED = {
  text: [],
  model: ['text'],
  anchor: ['text', 'model'],
  detect: ['text', 'model'],
  sidecar: ['text', 'model', 'anchor', 'detect'],
  corpus: ['text', 'model', 'anchor', 'detect', 'sidecar'],
  format: core,
  node: core,
  cli: ['node', ...core],
  'webview-protocol': core,
  webview: ['webview-protocol', ...core],
  machine: ['node', ...core],
  extension: ['machine', 'webview-protocol', ...core],
};

/** Packages that a layer may import; `node:` and `vscode` count as packages. */
const PACKAGES = {
  text: [],
  model: ['@noble/hashes'],
  anchor: [],
  detect: [],
  sidecar: ['yaml', '@noble/hashes'],
  corpus: ['yaml', '@noble/hashes'],
  format: ['yaml', 'hyparquet-writer', '@noble/hashes'],
  node: ['node:'],
  cli: ['node:'],
  'webview-protocol': [],
  webview: ['lit', '@vscode-elements/elements', 'echarts'],
  machine: ['node:'],
  extension: ['vscode'],
};

/** The layer of a file below `src/`, or undefined. */
function layerOf(path) {
  const parts = relative(resolve('src'), path).split(sep);
  if (parts[0] === 'core') return parts.length > 2 ? parts[1] : undefined;
  if (parts[0] === 'extension' && parts[1] === 'machine') return 'machine';
  if (parts[0] === 'webview' && /^protocol(\.ts)?$/.test(parts[1] ?? '')) return 'webview-protocol';
  return parts[0] in ALLOWED ? parts[0] : undefined;
}

function verdict(from, fromFile, source) {
  if (!source.startsWith('.')) {
    const known = PACKAGES[from].some(
      (name) => source === name || source.startsWith(name.endsWith(':') ? name : `${name}/`),
    );
    return known ? undefined : `The ${from} layer may not import the package '${source}'.`;
  }
  const to = layerOf(resolve(dirname(fromFile), source));
  if (to === undefined || to === from || ALLOWED[from].includes(to)) return undefined;
  return `The ${from} layer may not import from ${to}: data flows one way.`;
}

export const boundaries = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const from = layerOf(context.filename);
    if (from === undefined) return {};
    const check = (node) => {
      if (node.source === null || node.source === undefined) return;
      const message = verdict(from, context.filename, String(node.source.value));
      if (message !== undefined) context.report({ node: node.source, message });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
};
