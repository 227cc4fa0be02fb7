import type { Annotation } from '../../model/annotation';
import { piecesOf } from '../../model/lookup';
import { findLabel } from '../../model/labels';
import { goesOn, type Edition } from './edition';
import { classOf, escapeHtml } from './markup';
import { nameOf, noteHtml, refHtml } from './notes';
import { stretchesByLine, type Stretch } from './stretches';
import type { ReadingVoice } from './words';

/**
 * The lines of the article as HTML, each of them with the numbers and notes of what ends in it; empty for a
 * blank line. Letters stay joined where an annotation begins inside a word: what is put around words takes
 * no room in the line.
 */
export function linesHtml(edition: Edition, prefix: string, voice: ReadingVoice): string[] {
  const { text, record, labels } = edition.article;
  const places = [...edition.marks.keys(), ...edition.notes.keys()];
  const lines = stretchesByLine(text, record.annotations, places);
  return lines.map((stretches) =>
    stretches
      .map((stretch) => {
        const marks = edition.marks.get(stretch.end) ?? [];
        const notes = edition.notes.get(stretch.end) ?? [];
        return [
          stretchHtml(edition, stretch, voice),
          ...marks.map((noted) => refHtml(noted, prefix, voice)),
          ...(notes.length === 0
            ? []
            : [
                '<span class="notes">',
                ...notes.map((noted) => noteHtml(noted, prefix, labels, voice)),
                '</span>',
              ]),
        ].join('');
      })
      .join(''),
  );
}

function stretchHtml(edition: Edition, stretch: Stretch, voice: ReadingVoice): string {
  const { text } = edition.article;
  const { start, end, entities, claims } = stretch;
  let html = escapeHtml(text.slice(start, end));
  for (const entity of [...entities].reverse()) {
    html = `${markHtml(edition, entity, html, voice)}${glossHtml(edition, entity, end, voice)}`;
  }
  if (claims.length === 0) return html;
  const ids = claims.map(({ id }) => escapeHtml(id)).join(' ');
  return `<span class="claim" data-id="${ids}">${html}</span>`;
}

function markHtml(
  { article: { labels } }: Edition,
  { label, id }: Annotation,
  html: string,
  voice: ReadingVoice,
): string {
  const def = findLabel(labels, label);
  const name = escapeHtml(nameOf(def, label, voice));
  const own = def === undefined ? undefined : classOf('l', label);
  const classes = own === undefined ? '' : ` class="${own}"`;
  return `<mark${classes} title="${name}" data-id="${escapeHtml(id)}">${html}</mark>`;
}

/** The label in words after the first of each name; never inside a word, which it would cut. */
function glossHtml(
  { first, article: { labels, text } }: Edition,
  entity: Annotation,
  end: number,
  voice: ReadingVoice,
): string {
  const ends = piecesOf(entity).at(-1)?.end === end;
  if (!ends || !first.has(entity) || goesOn(text, end)) return '';
  const name = nameOf(findLabel(labels, entity.label), entity.label, voice);
  return `<small class="gloss">${escapeHtml(name)}</small>`;
}
