// Tokens a second of the whole pipeline, over the texts that were scored.

export function measureSpeed(engine, tokenize, texts, repeat) {
  const tokens = texts.reduce((sum, text) => sum + tokenize(text).length, 0);
  for (const text of texts) engine.suggest(text);
  const started = performance.now();
  for (let i = 0; i < repeat; i++) for (const text of texts) engine.suggest(text);
  const seconds = (performance.now() - started) / 1000;
  const rate = Math.round((tokens * repeat) / seconds);
  console.log(
    `\nspeed: ${rate.toLocaleString('en')} tokens a second (${tokens} tokens, ${repeat} times)`,
  );
}
