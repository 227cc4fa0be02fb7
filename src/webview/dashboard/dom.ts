type Child = Node | string;

/** An element with attributes and children. Strings become text: nothing is read as markup. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** A table with a caption for screen readers; the first column names the row. */
export function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly Child[])[],
): HTMLTableElement {
  const header = head.map((text) => el('th', { scope: 'col' }, text));
  const body = rows.map(([first, ...cells]) =>
    el(
      'tr',
      {},
      el('th', { scope: 'row' }, el('bdi', {}, first ?? '')),
      ...cells.map((cell) => el('td', {}, el('bdi', {}, cell))),
    ),
  );
  return el(
    'table',
    {},
    el('caption', { class: 'hidden' }, caption),
    el('thead', {}, el('tr', {}, ...header)),
    el('tbody', {}, ...body),
  );
}
