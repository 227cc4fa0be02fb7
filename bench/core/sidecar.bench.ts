// What happens between a sidecar on disk and the record in memory, with 5,000 annotations.
import { parse } from 'yaml';
import type { Annotation } from '../../src/core/model/annotation';
import { newId } from '../../src/core/model/ids';
import { apply } from '../../src/core/model/operations';
import { openSidecar, toSidecarData } from '../../src/core/sidecar/bind';
import { followEdit } from '../../src/core/sidecar/follow';
import { sha256 } from '../../src/core/sidecar/hash';
import { readSidecar } from '../../src/core/sidecar/read';
import { updateSidecar, writeSidecar } from '../../src/core/sidecar/write';
import type { Sidecar } from '../../src/core/sidecar/sidecar';
import { wordSpans } from '../../src/core/text/words';
import type { Report } from '../lib/report.mjs';
import { longArticle, manyAnnotations, sidecarOf } from '../lib/articles';
import { timed } from '../lib/timing';

const NAME = 'long.txt';

export function run(report: Report): void {
  const text = longArticle();
  const source = sidecarOf(text, NAME, manyAnnotations(text));
  const sidecar = read(source);
  report.note(`a sidecar of ${Math.round(source.length / 1000)},000 characters`);

  const json = JSON.stringify(sidecar.data);
  const parsed = timed(
    (input) => JSON.parse(input) as unknown,
    () => json,
  );
  const asJson = { name: 'JSON.parse of the same data', values: parsed };
  const cold = timed(
    (input) => read(input),
    () => copyOf(source),
    { times: 1, warm: 0 },
  );
  report.add({ what: 'read, first in the process', values: cold, unit: 'ms', reference: asJson });
  report.add({
    what: 'read',
    values: timed(
      (input) => read(input),
      () => copyOf(source),
    ),
    unit: 'ms',
    target: 30,
    reference: asJson,
  });
  const yaml = timed(
    (input) => parse(input) as unknown,
    () => source,
    { times: 2, warm: 0 },
  );
  report.add({ what: 'the same by yaml', values: yaml, unit: 'ms', reference: asJson });
  const bound = timed(
    () => openSidecar(text, sidecar),
    () => undefined,
  );
  report.add({ what: 'bind to the article', values: bound, unit: 'ms', reference: asJson });

  writing(report, text, sidecar);
  typing(report, text, sidecar);
  const before = process.memoryUsage().heapUsed;
  const kept = Array.from({ length: 5 }, () => openSidecar(text, read(copyOf(source))));
  const each = (process.memoryUsage().heapUsed - before) / kept.length / 1e6;
  if (globalThis.gc) report.note(`memory: about ${each.toFixed(1)} MB each`);
}

function writing(report: Report, text: string, sidecar: Sidecar): void {
  const { record } = openSidecar(text, sidecar);
  const words = wordSpans(text);
  const word = words[Math.floor(words.length / 2)] ?? { start: 0, end: 1 };
  const added: Annotation = {
    id: newId(() => 0.37, new Set()),
    label: 'PERS',
    ...word,
    quote: text.slice(word.start, word.end),
  };
  const next = apply(record, { type: 'add', annotation: added }).record;
  const hash = { name: 'sha256 of the article', values: timed(sha256, () => text) };
  const data = timed(
    () => toSidecarData(text, NAME, next, sidecar.data),
    () => undefined,
  );
  report.add({ what: 'record to data', values: data, unit: 'ms', reference: hash });
  const ready = toSidecarData(text, NAME, next, sidecar.data);
  const all = {
    name: 'writing all anew',
    values: timed(() => writeSidecar(undefined, ready), none),
  };
  const one = timed(() => updateSidecar(sidecar, ready), none);
  report.add({ what: 'write with one annotation more', values: one, unit: 'ms', reference: all });
}

function typing(report: Report, text: string, sidecar: Sidecar): void {
  const { record } = openSidecar(text, sidecar);
  const at = Math.floor(text.length / 3);
  const after = `${text.slice(0, at)}x${text.slice(at)}`;
  const changes = [{ start: at, end: at, text: 'x' }];
  const values = timed(() => followEdit(record, text, after, changes), none);
  report.add({ what: 'record follows a typed letter', values, unit: 'ms' });
}

function read(source: string): Sidecar {
  const result = readSidecar(source, `${NAME}.ann.yaml`);
  if (!result.ok) throw new Error(result.issues[0]?.message.en);
  return result.value;
}

/** A string as it comes from disk: flat, and never searched before. */
function copyOf(source: string): string {
  return Buffer.from(source).toString();
}

const none = (): undefined => undefined;
