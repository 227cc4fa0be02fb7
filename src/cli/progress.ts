import type { Localized } from '../core/model/issue';
import type { Invocation } from './command';

/** So long in milliseconds until there is something to estimate from. */
const SETTLED = 2000;

/** What is counted: so many are one on the screen, named so. */
export interface ProgressUnit {
  readonly size: number;
  readonly name: Localized;
}

const ONE: ProgressUnit = { size: 1, name: { en: '', ar: '' } };
export const MEGABYTES: ProgressUnit = { size: 1e6, name: { en: ' MB', ar: ' م.ب' } };

/**
 * Progress on standard error, where that is a terminal: one line that is written over, ten times a
 * second, with how much is done, how fast, and how long the rest will take.
 */
export function progressOf(
  { io, language }: Invocation,
  unit = ONE,
): (done: number, total: number) => void {
  const began = io.now().getTime();
  let shown = 0;
  return (done, total) => {
    if (!io.stderr.isTerminal) return;
    const now = io.now().getTime();
    if (done < total && now - shown < 100) return;
    shown = now;
    const line =
      done < total ? `\r${progressLine(done, total, now - began, unit)[language]}` : '\r';
    // Whether anybody sees it is of no consequence for the work.
    void io.stderr.write(`${line}\u001b[K`).catch(() => undefined);
  };
}

/** `elapsed` in milliseconds. */
export function progressLine(
  done: number,
  total: number,
  elapsed: number,
  { size, name } = ONE,
): Localized {
  const share = `${Math.floor((100 * done) / Math.max(1, total))} %`;
  const shown = (value: number): string => (value / size).toFixed(size === 1 ? 0 : 1);
  const counts = `${shown(done)}/${shown(total)}`;
  const head = { en: `${counts}${name.en} · ${share}`, ar: `${counts}${name.ar} · ${share}` };
  if (elapsed < SETTLED || done === 0) return head;
  const speed = shown((1000 * done) / elapsed);
  const left = duration(((total - done) * elapsed) / done);
  return {
    en: `${head.en} · ${speed}${name.en} a second · about ${left} left`,
    ar: `${head.ar} · ${speed}${name.ar} في الثانية · بقي نحو ${left}`,
  };
}

/** `4:05` minutes and seconds, `1:04:05` with hours. */
function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const tail = two(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${tail}` : `${minutes}:${tail}`;
}
