/** Text or an attribute's value: nothing in it can be taken for markup. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[&<>"'`]/g, (char) => `&#${char.charCodeAt(0)};`)
    .replaceAll('\u0000', '\ufffd');
}

/** Text of its own direction: a name from an article in a sentence of the page. */
export function bdi(text: string): string {
  return `<bdi>${escapeHtml(text)}</bdi>`;
}

/** A name as part of a class; undefined where it has other characters than names of labels have. */
export function classOf(prefix: string, name: string): string | undefined {
  return /^[\p{L}\p{N}_-]+$/u.test(name) ? `${prefix}-${name}` : undefined;
}

/** A link out of the page. The address was checked before: only `http` and `https` come here. */
export function linkOut(address: string, text: string): string {
  return `<a href="${escapeHtml(address)}" rel="noopener noreferrer">${escapeHtml(text)}</a>`;
}

/** The text up to about so many characters, cut between words. */
export function clipped(text: string, longest: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= longest) return line;
  const cut = line.lastIndexOf(' ', longest);
  return `${line.slice(0, cut > longest / 2 ? cut : longest)}…`;
}
