import type { LabelSet } from '../model/labels';

/** Text or an attribute's value: nothing in it can be taken for markup. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[&<>"'`]/g, (char) => `&#${char.charCodeAt(0)};`)
    .replaceAll('\u0000', '\ufffd');
}

const STYLE = `
:root { color-scheme: light dark; }
body { font: 1.1rem/1.9 "Noto Naskh Arabic", "Amiri", "Geeza Pro", "Segoe UI", serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
article { border-top: 1px solid #8888; padding-top: 1rem; }
h1, h2, h3, nav, small { font-family: "Noto Kufi Arabic", "Segoe UI", sans-serif; line-height: 1.5; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
mark { color: inherit; --c: #808080; background: color-mix(in srgb, var(--c) 25%, transparent); border-bottom: 2px solid var(--c); border-radius: 2px; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
mark[data-l]::after { content: attr(data-l); font: 600 0.6em/1 "Segoe UI", sans-serif; unicode-bidi: isolate; margin-inline-start: 0.4em; vertical-align: super; opacity: 0.8; }
.claim { text-decoration: underline dotted; text-underline-offset: 0.35em; }
nav mark { margin-inline-end: 0.8em; padding: 0 0.4em; white-space: nowrap; }
@media print {
  body { margin: 0; max-width: none; color: #000; background: #fff; }
  mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  h2, h3, li { break-inside: avoid; break-after: avoid; }
  article { break-before: page; border: 0; }
  article:first-of-type { break-before: auto; }
}
`;

/** The page up to its first article: style, title, and a legend of the label set. */
export function pageHead(labels: LabelSet, language: 'ar' | 'en'): string {
  const legend = labels.entities.map(
    (def) => `<mark style="--c:${escapeHtml(def.color)}">${escapeHtml(def[language])}</mark>`,
  );
  const title = language === 'ar' ? 'مقالات محشّاة' : 'Annotated articles';
  const claim = language === 'ar' ? 'ادعاء' : 'Claim';
  return [
    '<!DOCTYPE html>',
    `<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    `<h1>${title}</h1>`,
    `<nav>${legend.join(' ')} <span class="claim">${claim}</span></nav>`,
    '',
  ].join('\n');
}

export function pageTail(): string {
  return '</body>\n</html>\n';
}
