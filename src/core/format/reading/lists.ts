import { findLabel, type LabelDef } from '../../model/labels';
import { isClaim } from '../../model/lookup';
import { pageOf } from '../../model/verdict';
import { fold } from '../../text/normalize';
import type { Edition, Noted } from './edition';
import { bdi, classOf, escapeHtml, linkOut } from './markup';
import { contentOf, nameOf } from './notes';
import { numeral, word, type ReadingVoice, type WordName } from './words';

const CONTENT_LETTERS = 90;

function section(name: WordName, items: readonly string[], voice: ReadingVoice): string {
  if (items.length === 0) return '';
  const rows = items.map((item) => `<li>${item}</li>`).join('\n');
  return `<section class="${name}">\n<h2>${word(name, voice)}</h2>\n<ul>\n${rows}\n</ul>\n</section>\n`;
}

/** The labels that the article uses, with how often, in the order of the label set. */
export function legendHtml({ article: { labels, record } }: Edition, voice: ReadingVoice): string {
  const counts = new Map<string, number>();
  for (const { label } of record.annotations) counts.set(label, (counts.get(label) ?? 0) + 1);
  const known = labels.entities.filter(({ name }) => counts.has(name));
  const sample = (def: LabelDef): string =>
    `<mark class="${classOf('l', def.name) ?? ''}">${escapeHtml(def[voice.language])}</mark> ${numeral(counts.get(def.name) ?? 0, voice)}`;
  const claims = record.annotations.filter(isClaim).length;
  const items = [
    ...known.map(sample),
    ...(claims === 0
      ? []
      : [`<span class="claim">${word('claim', voice)}</span> ${numeral(claims, voice)}`]),
  ];
  return section('legend', items, voice);
}

/** Who says what: each source once, with its claims; what is said without a source last. */
export function sourcesHtml({ noted }: Edition, prefix: string, voice: ReadingVoice): string {
  const groups = new Map<string, { readonly name: string | undefined; readonly claims: Noted[] }>();
  for (const one of noted) {
    const { claim } = one.annotation;
    if (claim === undefined) continue;
    const name = claim.source?.quote;
    const key = name === undefined ? '' : fold(name);
    const group = groups.get(key) ?? { name, claims: [] };
    group.claims.push(one);
    groups.set(key, group);
  }
  const ordered = [...groups.values()].sort(
    (a, b) => Number(a.name === undefined) - Number(b.name === undefined),
  );
  const items = ordered.map(({ name, claims }) => {
    const who = name === undefined ? `<i>${word('implicit', voice)}</i>` : `<b>${bdi(name)}</b>`;
    const said = claims.map(
      ({ number, annotation }) =>
        `<li><a href="#r-${prefix}-${number}">${numeral(number, voice)}</a> ${bdi(contentOf(annotation, CONTENT_LETTERS))}</li>`,
    );
    return `${who}\n<ul>\n${said.join('\n')}\n</ul>`;
  });
  return section('sources', items, voice);
}

/** People and organisations, with how often each is named and the page that it is linked to. */
export function actorsHtml(edition: Edition, voice: ReadingVoice): string {
  const { labels } = edition.article;
  const items = edition.actors.map(({ label, name, mentions }) => {
    const def = findLabel(labels, label);
    const own = (def && classOf('l', label)) ?? '';
    const link = mentions.find((one) => pageOf(one.link) !== undefined)?.link;
    const page = pageOf(link);
    const out = page === undefined ? '' : ` ${linkOut(page, link ?? page)}`;
    const what = escapeHtml(nameOf(def, label, voice));
    return `<mark class="${own}">${escapeHtml(name)}</mark> <small>${what} · ${numeral(mentions.length, voice)}</small>${out}`;
  });
  return section('actors', items, voice);
}
