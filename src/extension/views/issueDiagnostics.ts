import { Diagnostic, DiagnosticSeverity, Range } from 'vscode';
import type { Issue, Severity } from '../../core/model/issue';
import { localized } from '../l10n/l10n';

export const SOURCE = 'hashiya';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** An issue of a file that is no article, at its line and column. */
export function byLine(issue: Issue): Diagnostic {
  const line = (issue.line ?? 1) - 1;
  const column = (issue.column ?? 1) - 1;
  const end = issue.column === undefined ? 1000 : column + 1;
  return diagnosticOf(new Range(line, column, line, end), issue);
}

export function diagnosticOf(range: Range, issue: Issue): Diagnostic {
  const diagnostic = new Diagnostic(range, localized(issue.message), SEVERITIES[issue.severity]);
  diagnostic.source = SOURCE;
  diagnostic.code = issue.code;
  return diagnostic;
}
