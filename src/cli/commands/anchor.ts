import type { LoadedArticle } from '../../core/corpus/load';
import { loadArticle } from '../../core/corpus/load';
import { joinPath } from '../../core/corpus/files';
import { changeRecord } from '../../core/corpus/changeRecord';
import { reanchored, type Reanchored } from '../../core/corpus/reanchor';
import type { Localized } from '../../core/model/issue';
import { isolate } from '../../core/text/bidi';
import { LineIndex } from '../../core/text/lineIndex';
import { OffsetUnits } from '../../core/text/units';
import type { Command, Invocation } from '../command';
import { EXIT, JSON_OPTION, onlyPath, printIssues, say } from '../command';
import { below, openPath } from '../corpusPath';
import { progressOf } from '../progress';

/** Told by this command in its own way. */
const OWN_CODES: ReadonlySet<string> = new Set(['anchor-moved', 'anchor-orphan']);

function linesOf(path: string, { text }: LoadedArticle, report: Reanchored): Localized[] {
  const units = new OffsetUnits(text);
  const lines = new LineIndex(text);
  const moved = report.moved.map(({ label, start, quote, was }): Localized => {
    const { line, character } = lines.positionAt(units.toUtf16(start));
    const changed = quote === was.quote ? '' : ` → ${isolate(quote)}`;
    const what = `${label} ${isolate(was.quote)}${changed}`;
    const place = `${path}:${line + 1}:${character + 1}`;
    return { en: `${place}: moved ${what}`, ar: `${place}: انتقل ${what}` };
  });
  const orphans = report.orphans.map(({ id, label, quote }): Localized => {
    const what = `${label} ${isolate(quote)} (${id})`;
    return { en: `${path}: orphan ${what}`, ar: `${path}: بلا موضع ${what}` };
  });
  return [...moved, ...orphans];
}

async function print(
  invocation: Invocation,
  path: string,
  article: LoadedArticle,
  saved: boolean,
): Promise<Reanchored> {
  const report = reanchored(article);
  if (report.moved.length + report.orphans.length === 0 && !saved) return report;
  if (invocation.switches.has('json')) {
    await invocation.io.stdout.write(`${JSON.stringify({ path, ...report, saved })}\n`);
  } else {
    for (const line of linesOf(path, article, report)) await say(invocation, line);
  }
  return report;
}

async function run(invocation: Invocation): Promise<number> {
  const { io, switches } = invocation;
  const corpus = await openPath(io.files, onlyPath(invocation));
  await printIssues(invocation, corpus.issues);
  const progress = progressOf(invocation);
  let unreadable = corpus.issues.some(({ severity }) => severity === 'error');
  const total = { moved: 0, orphans: 0, saved: 0 };
  for (const [at, entry] of corpus.entries.entries()) {
    if (entry.hasSidecar) {
      const load = switches.has('write')
        ? await changeRecord(io.files, corpus.root, entry.path, ({ record }) => record)
        : await loadArticle(io.files, corpus.root, entry);
      const issues = load.issues.filter(({ code }) => !OWN_CODES.has(code));
      await printIssues(
        invocation,
        issues.map((issue) => below(corpus.root, issue)),
      );
      if (load.ok) {
        const saved = 'wrote' in load && load.wrote === true;
        const path = joinPath(corpus.root, entry.path);
        const report = await print(invocation, path, load.article, saved);
        total.moved += report.moved.length;
        total.orphans += report.orphans.length;
        total.saved += saved ? 1 : 0;
      } else unreadable = true;
    }
    progress(at + 1, corpus.entries.length);
  }
  const { moved, orphans, saved } = total;
  if (!switches.has('json')) {
    await say(invocation, {
      en: `${moved} moved, ${orphans} orphans, ${saved} sidecars written`,
      ar: `انتقل ${moved}، بلا موضع ${orphans}، كُتب من الملفات الجانبية ${saved}`,
    });
  }
  if (unreadable) return EXIT.unreadable;
  const pending = orphans > 0 || (moved > 0 && !switches.has('write'));
  return pending ? EXIT.problems : EXIT.done;
}

export const anchorCommand: Command = {
  name: 'anchor',
  operands: 'PATH',
  summary: {
    en: 'Find annotations again after articles changed: lists what moved and what is orphaned (1 when there is any left to do).',
    ar: 'العثور على الحواشي بعد تغيّر المقالات: ما انتقل منها وما بقي بلا موضع.',
  },
  options: {
    write: {
      description: {
        en: 'save the new places; orphans stay in the sidecars as they are',
        ar: 'حفظ المواضع الجديدة، وتبقى الحواشي التي بلا موضع كما هي',
      },
    },
    json: JSON_OPTION,
  },
  run,
};
