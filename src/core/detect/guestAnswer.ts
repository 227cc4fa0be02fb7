import { CLAIM, MODES, type QuotedSpan } from '../model/annotation';
import type { Localized } from '../model/issue';
import { trimSpan } from '../text/snap';
import type { Span } from '../text/span';
import { OffsetUnits } from '../text/units';
import type { ClaimSuggestion, EntitySuggestion, Suggestion } from './detector';
import { byPlace } from './flatten';

/** What somebody else's program proposed, as far as it can be used, and what was wrong with the rest. */
export interface GuestAnswer {
  readonly suggestions: readonly Suggestion[];
  /** In English, for the program's author. */
  readonly problems: readonly string[];
}

export interface GuestOptions {
  /** Id that stands on the suggestions. */
  readonly detector: string;
  readonly unit: 'utf16' | 'codepoint';
}

/** More than a person can read; what comes after is left out. */
const MOST = 5000;
const MOST_PROBLEMS = 20;
const LONGEST_LABEL = 64;
const LONGEST_REASON = 300;
const LABEL = /^[\p{L}\p{N}_-]+$/u;

type Json = Readonly<Record<string, unknown>>;

class Refused extends Error {}

/**
 * Reads suggestions in the form that `hashiya detect` prints. Nothing in them is trusted: a span has to lie
 * inside the text and to hold its quote, if it brings one; instead of offsets it may be told by `quote` and
 * `occurrence` (from 0). Never throws.
 */
export function readGuestAnswer(text: string, answer: unknown, options: GuestOptions): GuestAnswer {
  if (!Array.isArray(answer)) return { suggestions: [], problems: ['the answer is not a list'] };
  const reader = new Reader(text, options);
  const suggestions: Suggestion[] = [];
  const problems: string[] = [];
  for (const [index, item] of answer.slice(0, MOST).entries()) {
    try {
      suggestions.push(reader.suggestion(item));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (problems.length < MOST_PROBLEMS) problems.push(`suggestion ${index}: ${error.message}`);
    }
  }
  if (answer.length > MOST) problems.push(`only the first ${MOST} suggestions are taken`);
  return { suggestions: suggestions.sort(byPlace), problems };
}

class Reader {
  private readonly units: OffsetUnits | undefined;

  constructor(
    private readonly text: string,
    private readonly options: GuestOptions,
  ) {
    this.units = options.unit === 'codepoint' ? new OffsetUnits(text) : undefined;
  }

  suggestion(item: unknown): Suggestion {
    const value = object(item, 'it');
    const kind = value['kind'] ?? 'entity';
    if (kind === 'entity') return this.entity(value);
    if (kind === 'claim') return this.claim(value);
    throw new Refused('its "kind" is neither "entity" nor "claim"');
  }

  private entity(value: Json): EntitySuggestion {
    const label = text(value['label'], 'label');
    if (label.length > LONGEST_LABEL || !LABEL.test(label) || label === CLAIM) {
      throw new Refused('its "label" is no label');
    }
    return { kind: 'entity', label, ...this.common(value), ...this.place(value, 'its span') };
  }

  private claim(value: Json): ClaimSuggestion {
    const source = value['source'] ?? null;
    const mode = MODES.find((known) => known === (value['mode'] ?? 'indirect'));
    if (mode === undefined) throw new Refused(`its "mode" is none of ${MODES.join(', ')}`);
    const claimKind = text(value['claimKind'] ?? 'statement', 'claimKind');
    if (claimKind.length > LONGEST_LABEL || !LABEL.test(claimKind)) {
      throw new Refused('its "claimKind" is no kind');
    }
    return {
      kind: 'claim',
      label: CLAIM,
      ...this.common(value),
      ...this.place(object(value['content'], 'its "content"'), 'its "content"'),
      cue: this.place(object(value['cue'], 'its "cue"'), 'its "cue"'),
      source: source === null ? null : this.place(object(source, 'its "source"'), 'its "source"'),
      claimKind,
      mode,
      checkworthy: value['checkworthy'] === true,
    };
  }

  private common(value: Json): { score: number; detector: string; why: readonly Localized[] } {
    const score = value['score'] ?? 0.5;
    if (typeof score !== 'number' || !(score >= 0 && score <= 1)) {
      throw new Refused('its "score" is not between 0 and 1');
    }
    return { score, detector: this.options.detector, why: reasons(value['why']) };
  }

  private place(value: Json, what: string): QuotedSpan {
    const found =
      value['start'] === undefined ? this.byQuote(value, what) : this.byOffsets(value, what);
    const span = trimSpan(this.text, found);
    if (span.start === span.end) throw new Refused(`${what} is empty`);
    return { ...span, quote: this.text.slice(span.start, span.end) };
  }

  private byOffsets(value: Json, what: string): Span {
    const { start, end, quote } = value;
    if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) {
      throw new Refused(`${what} has no whole numbers as "start" and "end"`);
    }
    const given = { start: Number(start), end: Number(end) };
    const span = this.units?.spanToUtf16(given) ?? given;
    if (given.start < 0 || given.end < given.start || span.end > this.text.length) {
      throw new Refused(`${what} does not lie inside the text`);
    }
    if (quote !== undefined && quote !== this.text.slice(span.start, span.end)) {
      throw new Refused(`${what} does not hold its "quote"`);
    }
    return span;
  }

  private byQuote(value: Json, what: string): Span {
    const quote = text(value['quote'], 'quote');
    const occurrence = value['occurrence'] ?? 0;
    if (quote === '' || !Number.isSafeInteger(occurrence)) {
      throw new Refused(`${what} has neither offsets nor a "quote" with its "occurrence"`);
    }
    let start = -1;
    for (let i = 0; i <= Math.min(Number(occurrence), MOST); i += 1) {
      start = this.text.indexOf(quote, start + 1);
      if (start === -1) throw new Refused(`${what} does not stand in the text`);
    }
    if (start === -1) throw new Refused(`${what} has a negative "occurrence"`);
    return { start, end: start + quote.length };
  }
}

function object(value: unknown, what: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refused(`${what} is not an object`);
  }
  return value as Json;
}

function text(value: unknown, key: string): string {
  if (typeof value !== 'string') throw new Refused(`its "${key}" is missing or no text`);
  return value;
}

/** Reasons are texts, in whatever language the guest speaks. */
function reasons(value: unknown): readonly Localized[] {
  const list = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list
    .filter((reason): reason is string => typeof reason === 'string')
    .slice(0, 5)
    .map((reason) => ({
      en: reason.slice(0, LONGEST_REASON),
      ar: reason.slice(0, LONGEST_REASON),
    }));
}
