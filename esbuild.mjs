// Builds the shipped bundles into dist/: `--production` for packaging, `--watch` while developing.
import * as esbuild from 'esbuild';
import { build, shipped } from './scripts/lib/bundle.mjs';

const args = new Set(process.argv.slice(2));
const production = args.has('--production');

if (args.has('--watch')) {
  const targets = shipped({ production }).map((target) => ({
    ...target,
    logLevel: /** @type {const} */ ('info'),
  }));
  const contexts = await Promise.all(targets.map((target) => esbuild.context(target)));
  await Promise.all(contexts.map((context) => context.watch()));
} else {
  await build({ production });
}
