import type { Engine } from '../../core/detect/suggest';
import type { Invocation } from '../command';
import { EXIT } from '../command';
import { inputLines } from '../io';
import { suggestionsJson } from '../suggestionJson';

/**
 * The text with every line end as one line feed in the same place, and without a byte order mark, but of
 * the same length: the offsets that come back hold in the string that the caller sent.
 */
function sameLengthLf(text: string): string {
  return text
    .replace(/^\uFEFF/, ' ')
    .replaceAll('\r\n', ' \n')
    .replaceAll('\r', '\n');
}

function answer(source: string, line: number, engine: Engine, { language }: Invocation): object {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return { error: `line ${line}: not valid JSON` };
  }
  if (typeof value !== 'object' || value === null) {
    return { error: `line ${line}: not an object with "id" and "text"` };
  }
  const { id = null, text } = value as { id?: unknown; text?: unknown };
  if (typeof text !== 'string')
    return { id, error: `line ${line}: "text" is missing or no string` };
  const suggestions = engine.suggest(sameLengthLf(text));
  return { id, suggestions: suggestionsJson(text, suggestions, language) };
}

/** `{"id", "text"}` a line in, `{"id", "suggestions"}` a line out, in order, one line in memory at a time. */
export async function detectStdin(invocation: Invocation, engine: Engine): Promise<number> {
  const { io } = invocation;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 0;
  let failed = false;
  for await (const { bytes } of inputLines(io.stdin)) {
    line += 1;
    let result: object;
    try {
      const source = decoder.decode(bytes).trim();
      if (source === '') continue;
      result = answer(source, line, engine, invocation);
    } catch (error) {
      // Bytes that are no UTF-8, the only thing that throws here by design.
      if (!(error instanceof TypeError)) throw error;
      result = { error: `line ${line}: not UTF-8` };
    }
    if ('error' in result) failed = true;
    await io.stdout.write(`${JSON.stringify(result)}\n`);
  }
  return failed ? EXIT.unreadable : EXIT.done;
}
