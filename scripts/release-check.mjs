// `node scripts/release-check.mjs v1.2.3`: whether the tag, package.json and the changelog agree on the
// version, before anything is published under it.
import { readFileSync } from 'node:fs';
import { inRoot } from './lib/paths.mjs';

const tag = process.argv[2] ?? '';
const { version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
const changelog = readFileSync(inRoot('CHANGELOG.md'), 'utf8');
const [, released, date] = changelog.match(/^## (\S+)(?: \((.+)\))?$/m) ?? [];

const problems = [
  ...(tag === `v${version}` ? [] : [`the tag is ${tag}, and package.json has ${version}`]),
  ...(released === version ? [] : [`the changelog begins with ${released}, not ${version}`]),
  ...(/^\d{4}-\d\d-\d\d$/.test(date ?? '') ? [] : [`the changelog has no date for ${version}`]),
];
for (const problem of problems) console.error(`release: ${problem}`);
process.exit(problems.length === 0 ? 0 : 1);
