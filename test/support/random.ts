/** Replayable random numbers in `[0, 1)`: mulberry32. The seed belongs into the failure message. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** How often to repeat a random test: HASHIYA_ROUNDS=20 makes it twenty times as thorough. */
export function rounds(usual: number): number {
  return usual * Math.max(1, Number(process.env['HASHIYA_ROUNDS'] ?? 1));
}
