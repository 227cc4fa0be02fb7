import type { LabelDef, LabelSet } from '../../model/labels';
import { classOf } from './markup';

/**
 * The page's own style. Colours come as variables, so that a page inside an editor can set them; what is
 * put around words has no width of its own, or joined letters would come apart.
 */
const STYLE = `
:root { color-scheme: light dark; --paper: #fdfcf9; --ink: #1f1d1a; --quiet: #5e5a52; --rule: #d8d3c8; --link: #0b5a8f; --claim: #a83206; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #1b1a18; --ink: #e9e5dd; --quiet: #aaa498; --rule: #45413a; --link: #7cc0ee; --claim: #f0936b; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.22rem/2 "Noto Naskh Arabic", "Amiri", "Scheherazade New", "Geeza Pro", "Sakkal Majalla", "Traditional Arabic", serif; font-kerning: normal; }
a { color: var(--link); text-underline-offset: 0.2em; }
article { display: flow-root; --aside: 16rem; --gap: 2.4rem; max-width: calc(41rem + var(--aside) + var(--gap)); margin: 0 auto; padding: 2.5rem 1.5rem 3rem; padding-left: calc(1.5rem + var(--aside) + var(--gap)); }
article + article { border-top: 1px solid var(--rule); }
h1, h2, .path, .kind, .gloss, .verdict, .evidence, section small { font-family: "Noto Kufi Arabic", "Noto Sans Arabic", "Segoe UI", "Geeza Pro", sans-serif; }
h1 { font-size: 1.55rem; line-height: 1.7; margin: 0; font-weight: 700; text-wrap: balance; }
h2 { font-size: 0.86rem; line-height: 1.8; margin: 0 0 0.4rem; color: var(--quiet); font-weight: 600; }
.path { font-size: 0.68rem; line-height: 1.8; color: var(--quiet); margin: 0.3rem 0 1.6rem; text-align: right; }
.text p { margin: 0 0 0.9rem; text-align: justify; overflow-wrap: break-word; hanging-punctuation: first allow-end; }
.text .sub { font: 700 1.02rem/1.8 "Noto Kufi Arabic", "Noto Sans Arabic", "Segoe UI", "Geeza Pro", sans-serif; margin: 1.5rem 0 0.4rem; text-align: start; break-after: avoid; }
mark { --c: #808080; color: inherit; --tint: color-mix(in srgb, var(--c) 20%, transparent); background: linear-gradient(transparent 20%, var(--tint) 20% 88%, transparent 88%); border-bottom: 1.5px solid color-mix(in srgb, var(--c) 80%, var(--ink)); -webkit-box-decoration-break: clone; box-decoration-break: clone; }
mark mark { border-bottom-width: 3px; }
.claim { text-decoration: underline dotted 1.5px var(--claim); text-underline-offset: 0.55em; text-decoration-skip-ink: none; }
.gloss { font-size: 0.47em; line-height: 0; vertical-align: 0.9em; color: var(--quiet); margin-inline-start: 0.3em; white-space: nowrap; user-select: none; -webkit-user-select: none; }
.gloss::before { content: "\\200c"; }
h1 .gloss, .sub .gloss { display: none; }
.ref { font-size: 0.62em; line-height: 0; vertical-align: 0.65em; font-weight: 700; text-decoration: none; padding-inline-start: 0.2em; color: var(--claim); user-select: none; -webkit-user-select: none; }
.notes { float: left; clear: left; width: var(--aside); margin: 0.45rem 0 0 calc(-1 * (var(--aside) + var(--gap))); }
.note { display: block; margin-bottom: 0.9rem; padding-inline-start: 0.8rem; border-inline-start: 2px solid var(--claim); font-size: 0.86rem; line-height: 1.75; text-align: start; font-weight: 400; }
.note .number { font-weight: 700; text-decoration: none; color: var(--claim); }
.note .arrow { color: var(--quiet); }
.note .kind, .note .verdict, .note .words, .note .evidence { display: block; }
.note small { font-size: 0.72rem; line-height: 1.9; color: var(--quiet); }
.note .worth { font-style: normal; font-weight: 700; color: var(--ink); white-space: nowrap; }
.note .verdict, .note .evidence { font-size: 0.74rem; line-height: 1.9; }
.note .evidence { overflow-wrap: anywhere; }
footer { border-top: 1px solid var(--rule); margin-top: 1.8rem; padding-top: 1.2rem; font-size: 0.95rem; line-height: 1.9; }
footer section { margin-bottom: 1.4rem; }
footer ul { list-style: none; margin: 0; padding: 0; }
footer ul ul { padding-inline-start: 1.2rem; }
section small { font-size: 0.7rem; color: var(--quiet); }
.actors > ul, .legend > ul { display: flex; flex-wrap: wrap; gap: 0.1rem 1.6rem; }
.legend { font-size: 0.85rem; }
:focus-visible, :target { outline: 2px solid var(--link); outline-offset: 2px; }
@media (max-width: 56rem) {
  article { padding-left: 1.5rem; max-width: 40rem; }
  .text p { text-align: start; }
  .notes { float: none; display: block; width: auto; margin: 0.3rem 1rem 0.8rem 0; }
}
@media (forced-colors: active) {
  mark { background: none; border-bottom-width: 2px; color: CanvasText; border-bottom-color: CanvasText; }
  .note { border-inline-start-color: CanvasText; }
}
@page { size: A4; margin: 18mm 16mm 20mm; @bottom-center { content: counter(page); font: 9pt serif; } }
@media print {
  :root { --paper: #fff; --ink: #000; --quiet: #444; --rule: #999; --link: #000; --claim: #8a2a05; }
  body { font-size: 12pt; line-height: 1.85; }
  article { --aside: 50mm; --gap: 7mm; max-width: none; padding: 0 0 0 calc(var(--aside) + var(--gap)); }
  article + article { break-before: page; border: 0; }
  .text p { text-align: justify; orphans: 2; widows: 2; }
  .notes { float: left; width: var(--aside); margin: 0.3rem 0 0 calc(-1 * (var(--aside) + var(--gap))); }
  .note { margin-bottom: 0.6rem; font-size: 9pt; line-height: 1.65; break-inside: avoid; }
  mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  footer li { break-inside: avoid; }
  h1, h2 { break-after: avoid; }
}
`;

/** Lines below entities of the built-in labels, by what kind of thing they name: shape beside colour. */
const SHAPES: readonly (readonly [style: string, labels: readonly string[]])[] = [
  ['3px double', ['ORG', 'NORP']],
  ['2px dotted', ['GPE', 'LOC', 'FAC']],
  ['1.5px dashed', ['DATE', 'TIME', 'MONEY', 'PERCENT', 'QUANTITY', 'CARDINAL', 'ORDINAL']],
];

/** The style of a page: its own, and a colour and a line for each label. */
export function pageStyle(labels: LabelSet): string {
  return `${STYLE}${labels.entities.map(labelStyle).join('')}`;
}

function labelStyle({ name, color }: LabelDef): string {
  const own = classOf('l', name);
  if (own === undefined || !/^#[0-9a-f]{6}$/i.test(color)) return '';
  const shape = SHAPES.find(([, names]) => names.includes(name))?.[0];
  const line =
    shape === undefined
      ? ''
      : ` border-bottom: ${shape} color-mix(in srgb, var(--c) 80%, var(--ink));`;
  return `.${own} { --c: ${color};${line} }\n`;
}
