const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const CHARACTERS = `${LETTERS}0123456789`;
const LENGTH = 6;
const TRIES_PER_LENGTH = 20;

/**
 * A new id: six of `[a-z0-9]`, a letter first, so that YAML never reads a number (`1e5`), a date or a
 * truth value. Random, so that two branches that both add annotations do not collide. Grows longer when
 * the ids of this length are crowded. `random` gives numbers in `[0, 1)`.
 */
export function newId(random: () => number, taken: ReadonlySet<string>): string {
  for (let size = LENGTH; ; size += 1) {
    for (let attempt = 0; attempt < TRIES_PER_LENGTH; attempt += 1) {
      const id = draw(random, size);
      if (!taken.has(id)) return id;
    }
  }
}

function draw(random: () => number, size: number): string {
  let id = pick(random, LETTERS);
  while (id.length < size) id += pick(random, CHARACTERS);
  return id;
}

function pick(random: () => number, from: string): string {
  return from.charAt(Math.min(from.length - 1, Math.floor(random() * from.length)));
}
