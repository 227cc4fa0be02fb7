import type { ExportArticle } from '../../corpus/exporter';
import { editionOf, isHeading } from './edition';
import { actorsHtml, legendHtml, sourcesHtml } from './lists';
import { bdi } from './markup';
import { linesHtml } from './text';
import { word, type ReadingVoice } from './words';

const LONGEST_SUBHEAD = 60;

/**
 * One article of the reading edition: its text with entities tinted and numbered notes beside it, then who
 * says what, who is named, and what the colours mean. `prefix` tells its anchors from those of the page's
 * other articles: letters and digits.
 */
export function articleHtml(article: ExportArticle, prefix: string, voice: ReadingVoice): string {
  const edition = editionOf(article);
  const { headline } = edition;
  const lines = linesHtml(edition, prefix, voice);
  const title =
    headline === undefined
      ? `<h1>${bdi(article.path)}</h1>`
      : `<h1 class="line" dir="auto" lang="ar">${lines[headline] ?? ''}</h1>`;
  const plain = article.text.split('\n');
  const kindOf = (at: number): string =>
    isHeading(plain[at] ?? '', LONGEST_SUBHEAD) ? 'line sub' : 'line';
  const body = lines.flatMap((line, at) =>
    at === headline || line.trim() === ''
      ? []
      : [`<p class="${kindOf(at)}" dir="auto" data-line="${at}">${line}</p>`],
  );
  const state = word(article.record.status, voice);
  return [
    '<article>',
    `<header>\n${title}\n<p class="path">${bdi(article.path)} · ${state}</p>\n</header>`,
    `<div class="text" dir="rtl" lang="ar">\n${body.join('\n')}\n</div>`,
    `<footer>\n${sourcesHtml(edition, prefix, voice)}${actorsHtml(edition, voice)}${legendHtml(edition, voice)}</footer>`,
    '</article>\n',
  ].join('\n');
}
