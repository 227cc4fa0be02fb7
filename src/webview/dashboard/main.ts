import { isolate } from '../../core/text/bidi';
import { connect } from '../lib/host';
import type { DashboardContract, DashboardState } from '../protocol/dashboard';
import { draw, picture, type Bars, type ChartStyle } from './charts';
import { el, table } from './dom';
import { sectionsOf, type Section } from './sections';
import { TEXTS, type TextKey } from './texts';

const host = connect<DashboardContract>({ state: (state) => show(state) });
let current: DashboardState | undefined;
let drawn: (() => void)[] = [];

/** Draws all anew, with the keyboard where it was. */
function show(state: DashboardState): void {
  current = state;
  const focused = document.activeElement?.id ?? '';
  const open = new Set(Array.from(document.querySelectorAll('details[open]'), ({ id }) => id));
  drawn.forEach((remove) => remove());
  drawn = [];
  const text = (key: TextKey): string => TEXTS[key][state.language];
  const style = styleOf(state);
  const main = el('main', {}, el('h1', {}, `${text('title')}: `, el('bdi', {}, state.corpus)));
  if (state.reading !== undefined) main.append(readingOf(state, text('reading')));
  main.append(facts(state, text, style));
  const sections = sectionsOf(state, text, style.format);
  if (sections.length < 2) main.append(el('p', {}, text('empty')));
  const charts: [HTMLElement, Bars][] = [];
  const grid = el('div', { class: 'grid' });
  for (const section of sections) {
    grid.append(sectionOf(section, state.corpus, text, style, charts));
  }
  main.append(grid);
  document.querySelector('main')?.remove();
  document.body.prepend(main);
  for (const [element, bars] of charts) drawn.push(draw(element, bars, style));
  for (const details of document.querySelectorAll('details')) details.open = open.has(details.id);
  if (focused !== '') document.getElementById(focused)?.focus();
}

function readingOf({ reading }: DashboardState, label: string): HTMLElement {
  const { done, total } = reading ?? { done: 0, total: 1 };
  const progress = el('progress', { max: String(Math.max(1, total)), 'aria-label': label });
  progress.value = Math.min(done, total);
  return el('p', { role: 'status' }, `${label} `, progress);
}

/** The numbers at the top. */
function facts(
  { overview }: DashboardState,
  text: (key: TextKey) => string,
  { format }: ChartStyle,
): HTMLElement {
  const keys = [
    'articles',
    'entities',
    'claims',
    'checkworthy',
    'withoutSource',
    'orphans',
    'unreadable',
  ] as const;
  const shown = keys.filter((key) => key === 'articles' || overview[key] > 0);
  const items = shown.map((key) =>
    el('div', {}, el('dt', {}, text(key)), el('dd', {}, format(overview[key]))),
  );
  return el('dl', { class: 'facts' }, ...items);
}

function sectionOf(
  section: Section,
  corpus: string,
  text: (key: TextKey) => string,
  style: ChartStyle,
  charts: [HTMLElement, Bars][],
): HTMLElement {
  const { id, title, head, rows, bars } = section;
  const numbers = table(
    title,
    head,
    rows.map((row) => row.map((cell) => cellOf(cell))),
  );
  const heading = el('h2', { id: `${id}-title` }, title);
  // Tables may be wider and longer than there is room for: they scroll by themselves, by key too.
  const scrolling = el(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-labelledby': `${id}-title` },
    numbers,
  );
  if (bars === undefined) {
    return el('section', { class: 'wide' }, heading, scrolling);
  }
  const chart = el('div', { class: 'chart', role: 'img', 'aria-label': summary(section) });
  charts.push([chart, bars]);
  const told = { text: title, subtext: `${text('title')}: ${isolate(corpus)}` };
  const save = (type: 'svg' | 'png'): HTMLElement => {
    const label = `${text('save')} ${type.toUpperCase()}`;
    const button = el(
      'button',
      { type: 'button', id: `${id}-${type}`, 'aria-label': `${title}: ${label}` },
      type.toUpperCase(),
    );
    button.addEventListener('click', () => {
      void host
        .ask('save', { name: id, type, content: picture(bars, style, told, type) })
        .catch(() => undefined);
    });
    return button;
  };
  return el(
    'section',
    { 'aria-labelledby': `${id}-title` },
    el('header', {}, heading, el('span', { class: 'save' }, save('svg'), save('png'))),
    chart,
    el('details', { id: `${id}-numbers` }, el('summary', {}, text('numbers')), scrolling),
  );
}

/** A name can be looked for in the corpus; the rest is text. */
function cellOf(cell: string | { readonly find: string }): Node | string {
  if (typeof cell === 'string') return cell;
  const button = el('button', { type: 'button', class: 'link', dir: 'auto' }, cell.find);
  button.addEventListener('click', () => {
    void host.ask('find', { words: cell.find }).catch(() => undefined);
  });
  return button;
}

function summary({ title, rows }: Section): string {
  const cells = rows
    .slice(0, 8)
    .map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell.find)).join(' '));
  return `${title}: ${cells.join('; ')}`;
}

function styleOf({ language, digits }: DashboardState): ChartStyle {
  const css = getComputedStyle(document.documentElement);
  const variable = (name: string, fallback: string): string =>
    css.getPropertyValue(`--vscode-${name}`).trim() || fallback;
  const locale = language === 'ar' && digits === 'arabic-indic' ? 'ar-u-nu-arab' : 'en';
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  return {
    rtl: language === 'ar',
    text: variable('foreground', '#888888'),
    muted: variable('descriptionForeground', '#888888'),
    background: variable('editor-background', '#ffffff'),
    font: getComputedStyle(document.body).fontFamily,
    format: (value) => numbers.format(value),
  };
}

new MutationObserver(() => current && show(current)).observe(document.body, {
  attributes: true,
  attributeFilter: ['class'],
});
void host.ask('ready', null);
