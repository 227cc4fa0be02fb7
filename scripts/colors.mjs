// Writes contributes.colors of package.json from src/extension/look/palette.ts: `node scripts/colors.mjs`.
import { readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const { outputFiles } = await build({
  entryPoints: ['src/extension/look/palette.ts'],
  bundle: true,
  format: 'esm',
  write: false,
});
const source = Buffer.from(outputFiles[0].contents).toString('base64');
const { contributedColors } = await import(`data:text/javascript;base64,${source}`);

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
manifest.contributes.colors = contributedColors();
writeFileSync('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
