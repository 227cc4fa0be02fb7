import type { Annotation } from './annotation';
import type { Localized } from './issue';
import type { Operation } from './operations';

/** A way to mend an issue, as data: the host shows the title and does the operation. */
export interface Fix {
  readonly title: Localized;
  /** New annotations have the empty id: see `signed`. */
  readonly operation: Operation;
  /** Whether it can be done unasked: nothing that a person decided is changed. */
  readonly safe: boolean;
}

/** The operation with an author for all that it adds; what it replaces keeps its own. */
export function signed(
  operation: Operation,
  author: () => Pick<Annotation, 'id' | 'by' | 'at'>,
): Operation {
  if (operation.type === 'batch') {
    return { ...operation, operations: operation.operations.map((one) => signed(one, author)) };
  }
  if (operation.type !== 'add' || operation.annotation.id !== '') return operation;
  return { ...operation, annotation: { ...operation.annotation, ...author() } };
}
