/** What takes the focus in the lists, in their order. */
const STOPS = '[data-stop]';

/**
 * Moves through a list by arrow keys, Home and End, one stop of the Tab key for the whole of it. Keys that
 * are typed into a field stay there; Escape leaves the field for its note.
 */
export function moveFocus(event: KeyboardEvent, page: HTMLElement): void {
  const stops = [...page.querySelectorAll<HTMLElement>(STOPS)];
  const from = event.target instanceof Element ? event.target.closest<HTMLElement>(STOPS) : null;
  const at = from === null ? -1 : stops.indexOf(from);
  if (at === -1 || event.defaultPrevented) return;
  if (event.target !== from) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    from?.focus();
    return;
  }
  const to = targetOf(event.key, at, stops.length);
  const next = to === undefined ? undefined : stops[to];
  if (next === undefined) return;
  event.preventDefault();
  for (const stop of stops) stop.tabIndex = stop === next ? 0 : -1;
  next.focus();
}

function targetOf(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
