import { Diagnostic, DiagnosticSeverity, Range } from 'vscode';
import type { Annotation } from '../../core/model/annotation';
import { conflictsOf, type Conflict } from '../../core/model/conflicts';
import { differencesOf, type Difference } from '../../core/model/differences';
import { isolate } from '../../core/text/bidi';
import type { Span } from '../../core/text/span';
import { wordAt } from '../../core/text/words';
import type { OrphanPlaces } from '../../core/sidecar/orphans';
import { quoteOf, shown } from '../actions/pickers';
import type { ArticleSession } from '../article/session';
import { toRange } from '../convert';
import { t } from '../l10n/l10n';
import { isMessage } from '../l10n/messages';

/** Codes of the diagnostics that stand for something a person has to decide. */
export const ORPHAN = 'orphan';
export const CONFLICT = 'merge-conflict';

/** More squiggles than this help nobody; the tree lists all. */
const MOST = 100;

/** Where an orphan is shown: at the likeliest place, else at the word where it stood. */
export function orphanSpan(session: ArticleSession, { candidates, stood }: OrphanPlaces): Span {
  const [best] = candidates;
  return best?.span ?? wordAt(session.text, stood) ?? { start: stood, end: stood };
}

export function orphanProblems(session: ArticleSession): Diagnostic[] {
  const places = session.orphanPlaces;
  const problems = places.slice(0, MOST).map((place) => {
    const { label, quote } = place.orphan;
    const key = place.candidates.length === 0 ? 'diagnostic.orphan' : 'diagnostic.orphanHere';
    const range = toRange(session.lines, orphanSpan(session, place));
    return warning(range, t(key, label, quoteOf(quote, 60)), ORPHAN);
  });
  if (places.length > MOST) {
    const message = t('diagnostic.orphans', places.length - MOST);
    problems.push(warning(new Range(0, 0, 0, 0), message, ORPHAN));
  }
  return problems;
}

export function conflictProblems(session: ArticleSession): Diagnostic[] {
  const orphans = new Set(session.record.orphans);
  return conflictsOf(session.record).flatMap((conflict) =>
    versionsOf(conflict)
      .filter((version) => !orphans.has(version))
      .map((version) => {
        const range = toRange(session.lines, version);
        return warning(range, conflictText(conflict, version), CONFLICT);
      }),
  );
}

export function versionsOf({ version, other }: Conflict): readonly Annotation[] {
  return other === undefined ? [version] : [version, other];
}

function conflictText({ version, other }: Conflict, here: Annotation): string {
  const name = [here.label, quoteOf(here.quote, 40)] as const;
  if (other === undefined) return t('diagnostic.conflictRemoved', ...name);
  const there = here === version ? other : version;
  return t('diagnostic.conflict', ...name, versionText(here, there), versionText(there, here));
}

/** What one version says that the other does not, and whose it is. */
export function versionText(version: Annotation, other: Annotation): string {
  const facts = differencesOf(version, other)
    .filter(({ name }) => name !== 'start')
    .map(factText);
  const what = facts.length === 0 ? quoteOf(version.quote, 30) : facts.join(' · ');
  return version.by === undefined ? what : `${what} (${isolate(shown(version.by, 30))})`;
}

function factText({ name, value }: Difference): string {
  const key = `field.${name}`;
  const field = isMessage(key) ? t(key) : isolate(shown(name, 40));
  if (value === undefined) return t('conflict.without', field);
  const words = isolate(shown(String(value), 40));
  return name === 'label' || name === 'quote' ? words : `${field}: ${words}`;
}

function warning(range: Range, message: string, code: string): Diagnostic {
  const diagnostic = new Diagnostic(range, message, DiagnosticSeverity.Warning);
  diagnostic.source = 'hashiya';
  diagnostic.code = code;
  return diagnostic;
}
