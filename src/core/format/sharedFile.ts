import type { Artefact, ExportContext } from '../corpus/exporter';

/** Name of the file that articles of a part, or of an unsplit corpus, share. */
export function sharedFile(context: ExportContext, extension: string): string {
  return `${context.split ?? 'corpus'}.${extension}`;
}

/** An empty file for every part, so that a part without articles is there and empty. */
export function emptyParts(context: ExportContext, extension: string): readonly Artefact[] {
  const names = context.splits.length === 0 ? ['corpus'] : context.splits;
  return names.map((name) => ({
    path: `${name}.${extension}`,
    content: '',
    mode: 'append',
  }));
}
