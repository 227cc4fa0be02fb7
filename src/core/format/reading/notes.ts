import type { Annotation } from '../../model/annotation';
import { findClaimKind, findLabel, type LabelDef, type LabelSet } from '../../model/labels';
import { evidenceLinks, pageOf, verdictOf } from '../../model/verdict';
import { piecesOf } from '../loss';
import type { Noted } from './edition';
import { bdi, clipped, escapeHtml, linkOut } from './markup';
import { numeral, word, wordOr, type ReadingVoice } from './words';

/** As much of a claim as its note repeats: the whole of it stands beside the note. */
const CONTENT_LETTERS = 150;

export function nameOf(def: LabelDef | undefined, name: string, voice: ReadingVoice): string {
  return def?.[voice.language] ?? name;
}

/** The content of a claim, its pieces joined by dots. */
export function contentOf(annotation: Annotation, longest: number): string {
  const whole = piecesOf(annotation).map(({ quote }) => quote);
  return clipped(whole.join(' … '), longest);
}

/** The number in the text that leads to the note. */
export function refHtml(
  { number, annotation }: Noted,
  prefix: string,
  voice: ReadingVoice,
): string {
  const shown = numeral(number, voice);
  const what = word(annotation.claim === undefined ? 'note' : 'claim', voice);
  const id = `${prefix}-${number}`;
  return `<a class="ref" id="r-${id}" href="#n-${id}" aria-label="${what} ${shown}">${shown}</a>`;
}

/** The note that stands beside the text: phrasing content, since it is inside a paragraph. */
export function noteHtml(
  { number, annotation }: Noted,
  prefix: string,
  labels: LabelSet,
  voice: ReadingVoice,
): string {
  const shown = numeral(number, voice);
  const id = `${prefix}-${number}`;
  const head = annotation.claim === undefined ? entityHead : claimHead;
  return (
    `<span class="note" id="n-${id}" role="note" dir="rtl">` +
    `<a class="number" href="#r-${id}" aria-label="${word('backToText', voice)} ${shown}">${shown}</a> ` +
    `${head(annotation, labels, voice)}${checkHtml(annotation, voice)}</span>`
  );
}

/** Source, what the sentence says with it, and the content: one claim. */
function claimHead(annotation: Annotation, labels: LabelSet, voice: ReadingVoice): string {
  const { claim } = annotation;
  if (claim === undefined) return '';
  const source =
    claim.source === undefined
      ? `<i class="source">${word('implicit', voice)}</i>`
      : `<b class="source">${bdi(clipped(claim.source.quote, 80))}</b>`;
  const kind = nameOf(findClaimKind(labels, claim.kind), claim.kind, voice);
  const worth =
    claim.checkworthy === true ? ` · <em class="worth">${word('checkworthy', voice)}</em>` : '';
  return (
    `${source} <span class="arrow">←</span> ` +
    `<span class="content">${bdi(contentOf(annotation, CONTENT_LETTERS))}</span>` +
    `<small class="kind">${escapeHtml(kind)} · ${escapeHtml(wordOr(claim.mode, voice))}${worth}</small>`
  );
}

function entityHead(annotation: Annotation, labels: LabelSet, voice: ReadingVoice): string {
  const name = nameOf(findLabel(labels, annotation.label), annotation.label, voice);
  return `<b class="source">${bdi(clipped(annotation.quote, 80))}</b> <small>${escapeHtml(name)}</small>`;
}

/** What the annotator adds: the verdict, what it rests on, a note, a link. */
function checkHtml(annotation: Annotation, voice: ReadingVoice): string {
  const verdict = verdictOf(annotation);
  const evidence = evidenceLinks(annotation);
  const page = pageOf(annotation.link);
  const links = evidence.map((address) => linkOut(address, hostOf(address)));
  return [
    verdict === undefined
      ? ''
      : `<span class="verdict">${word('verdict', voice)}: <b>${bdi(verdict[voice.language])}</b></span>`,
    annotation.note === undefined ? '' : `<span class="words">${bdi(annotation.note)}</span>`,
    links.length === 0
      ? ''
      : `<span class="evidence">${word('evidence', voice)}: ${links.join(' · ')}</span>`,
    page === undefined
      ? ''
      : `<span class="evidence">${linkOut(page, annotation.link ?? page)}</span>`,
  ].join('');
}

/** What a link is called: the site it leads to. */
function hostOf(address: string): string {
  return address.replace(/^https?:\/\/(www\.)?/i, '').replace(/[/?#].*$/, '');
}
