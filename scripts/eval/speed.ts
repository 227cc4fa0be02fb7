// Tokens a second of the whole pipeline, over the texts that were scored, by the clock and by processor time.

import type { Engine } from '../../src/core/detect/suggest';
import { tokenize } from '../../src/core/text/tokens';

export function measureSpeed(engine: Engine, texts: readonly string[], repeat: number): void {
  const tokens = texts.reduce((sum, text) => sum + tokenize(text).length, 0);
  for (const text of texts) engine.suggest(text);
  const cpu = process.cpuUsage();
  const started = performance.now();
  for (let i = 0; i < repeat; i++) for (const text of texts) engine.suggest(text);
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const rate = (s: number) => Math.round((tokens * repeat) / s).toLocaleString('en');
  console.log(`\nspeed over ${tokens} tokens, ${repeat} times`);
  console.log(`  ${rate(seconds)} tokens a second by the clock`);
  console.log(`  ${rate((user + system) / 1e6)} tokens a second of processor time`);
}
