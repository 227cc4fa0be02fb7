// A corpus of any size, the same for the same size: articles of a newspaper's length with 60 annotations.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { ArticleRecord } from '../../src/core/model/annotation';
import { random } from '../../test/support/random';
import { manyAnnotations, sampleTexts, sidecarOf } from '../lib/articles';

export const ANNOTATIONS = 60;
const CLAIMS = 12;
const LENGTH = 2600;
/** So many bodies are made; articles differ from each other in their last line. */
const BODIES = 500;
/** Articles in a folder. */
const FOLDER = 1000;

interface Body {
  readonly text: string;
  /** Of the article named `NAME` with the hash `HASH`. */
  readonly sidecar: string;
}

const NAME = 'article.txt';
const HASH = /^ {2}sha256: .*$/m;

/** Makes the corpus in `folder`, or leaves the one that is there; gives the sidecars' size in bytes. */
export function generateCorpus(folder: string, articles: number): number {
  const marker = join(folder, '.size');
  if (existsSync(marker)) return Number(readFileSync(marker, 'utf8'));
  rmSync(folder, { recursive: true, force: true });
  const bodies = makeBodies(Math.min(BODIES, articles));
  let size = 0;
  for (let at = 0; at < articles; at += 1) {
    const body = bodies[at % bodies.length];
    if (body === undefined) continue;
    const month = join(folder, `folder-${String(Math.floor(at / FOLDER)).padStart(3, '0')}`);
    if (at % FOLDER === 0) mkdirSync(month, { recursive: true });
    const name = `article-${String(at).padStart(6, '0')}.txt`;
    const text = `${body.text}\nالخبر رقم ${at}\n`;
    const hash = createHash('sha256').update(text).digest('hex');
    const sidecar = body.sidecar
      .replace(`file: ${NAME}`, `file: ${name}`)
      .replace(HASH, `  sha256: ${hash}`);
    writeFileSync(join(month, name), text);
    writeFileSync(join(month, `${name}.ann.yaml`), sidecar);
    size += Buffer.byteLength(sidecar);
  }
  writeFileSync(`${marker}.tmp`, String(size));
  renameSync(`${marker}.tmp`, marker);
  return size;
}

/** Reads every file once, since the system may have put it out of its cache. */
export function readIntoCache(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) readFileSync(join(entry.parentPath, entry.name));
  }
}

function makeBodies(count: number): Body[] {
  const paragraphs = sampleTexts().flatMap((text) => text.split('\n').filter((one) => one !== ''));
  return Array.from({ length: count }, (_, at) => {
    const text = bodyOf(paragraphs, at + 1);
    return { text, sidecar: sidecarOf(text, NAME, recordOf(text, at + 1)) };
  });
}

function bodyOf(paragraphs: readonly string[], seed: number): string {
  const next = random(seed);
  const lines: string[] = [];
  for (let size = 0; size < LENGTH;) {
    const line = paragraphs[Math.floor(next() * paragraphs.length)] ?? '';
    lines.push(line, '');
    size += line.length + 2;
  }
  return lines.join('\n');
}

function recordOf(text: string, seed: number): ArticleRecord {
  return manyAnnotations(text, seed, { annotations: ANNOTATIONS, claims: CLAIMS });
}
