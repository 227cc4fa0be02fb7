import { connect } from '../lib/host';
import type { ReadingContract } from '../protocol/reading';

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [sheet];
const main = document.createElement('main');
document.body.append(main);

const channel = connect<ReadingContract>({
  page: ({ article, style }) => {
    const { scrollY } = window;
    sheet.replaceSync(style);
    // Made by the renderer of the HTML export, which escapes all that comes from files; and the page's
    // policy lets no markup run anything.
    main.innerHTML = article;
    window.scrollTo(0, scrollY);
  },
  scrollTo: ({ line }) => {
    const lines = [...main.querySelectorAll<HTMLElement>('[data-line]')];
    const first = lines.find((one) => Number(one.dataset['line']) >= line);
    if (first === undefined || first === lines[0]) window.scrollTo(0, 0);
    else first.scrollIntoView({ block: 'start' });
  },
});

main.addEventListener('click', ({ target }) => {
  // Someone who selects words to copy them goes nowhere.
  if (!(target instanceof Element) || target.closest('a') !== null) return;
  if (window.getSelection()?.isCollapsed === false) return;
  const ids = target.closest<HTMLElement>('[data-id]')?.dataset['id']?.split(' ') ?? [];
  const id = ids[0];
  const line = target.closest<HTMLElement>('[data-line]')?.dataset['line'];
  if (id !== undefined) void channel.ask('show', { id });
  else if (line !== undefined) void channel.ask('show', { line: Number(line) });
});

void channel.ask('ready', null);
