import { Uri } from 'vscode';
import type { Span } from '../../core/text/span';

/**
 * What a command is about, as plain data, so that quick fixes, tree rows and links in hovers can carry
 * it. Without one a command is about the active editor's selection.
 */
export interface ActArgument extends Span {
  readonly uri: string;
  readonly label?: string;
  /** Id of an annotation. */
  readonly id?: string;
}

/** Commands can be called by anything, links in text too: what is not in shape counts as absent. */
export function asArgument(value: unknown): (ActArgument & { readonly resource: Uri }) | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { uri, start, end, label, id } = value as Record<string, unknown>;
  if (typeof uri !== 'string' || !isOffset(start) || !isOffset(end) || end < start)
    return undefined;
  return {
    uri,
    resource: Uri.parse(uri),
    start,
    end,
    ...(typeof label === 'string' ? { label } : {}),
    ...(typeof id === 'string' ? { id } : {}),
  };
}

function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
