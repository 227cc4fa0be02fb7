import type { Issue, Localized, Severity } from '../model/issue';
import { isolate } from '../text/bidi';
import { LineIndex } from '../text/lineIndex';

/** After so many, further problems of one file are not reported. */
const LIMIT = 100;

/** Collects what is wrong in one YAML file; offsets are UTF-16 over its source, BOM and CR included. */
export class Problems {
  private readonly found: Issue[] = [];
  private readonly lines: LineIndex;

  constructor(
    source: string,
    private readonly file: string,
  ) {
    this.lines = new LineIndex(source);
  }

  get issues(): readonly Issue[] {
    return [...this.found].sort(
      (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
    );
  }

  get hasErrors(): boolean {
    return this.found.some((issue) => issue.severity === 'error');
  }

  add(severity: Severity, code: string, offset: number, message: Localized, id?: string): void {
    if (this.found.length >= LIMIT && severity !== 'error') return;
    if (this.found.length >= 2 * LIMIT) return;
    const { line, character } = this.lines.positionAt(offset);
    this.found.push({
      code,
      severity,
      message,
      file: this.file,
      line: line + 1,
      column: character + 1,
      ...(id === undefined ? {} : { annotation: id }),
    });
  }

  error(code: string, offset: number, message: Localized, id?: string): void {
    this.add('error', code, offset, message, id);
  }

  warning(code: string, offset: number, message: Localized, id?: string): void {
    this.add('warning', code, offset, message, id);
  }
}

/** A name or value inside a message: set apart, so that Latin and Arabic do not mix; cut when long. */
export function shown(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  return isolate(short.replace(/\s+/g, ' '));
}

/** Names of the kinds of value, for messages. */
export const KINDS = {
  text: { en: 'text', ar: 'نص' },
  number: { en: 'a number', ar: 'عدد' },
  offset: { en: 'a whole number from 0 on', ar: 'عدد صحيح لا يقل عن صفر' },
  truth: { en: 'true or false', ar: 'true أو false' },
  list: { en: 'a list', ar: 'قائمة' },
  map: { en: 'a map of keys', ar: 'مجموعة مفاتيح' },
  nothing: { en: 'nothing', ar: 'فراغ' },
} as const satisfies Record<string, Localized>;
export type Kind = keyof typeof KINDS;

export function wrongType(key: string, expected: Kind, found: Localized): Localized {
  return {
    en: `“${key}” must be ${KINDS[expected].en}, but it is ${found.en}`,
    ar: `يجب أن تكون قيمة ${shown(key)}: ${KINDS[expected].ar}، لكنها: ${found.ar}`,
  };
}

export function missingKey(key: string): Localized {
  return { en: `The key “${key}” is missing`, ar: `المفتاح ${shown(key)} ناقص` };
}

export function unknownKey(key: string): Localized {
  return {
    en: `Unknown key “${key}”: it is kept and has no effect`,
    ar: `المفتاح ${shown(key)} غير معروف: يبقى كما هو ولا أثر له`,
  };
}

export function unknownValue(key: string, value: string, known: readonly string[]): Localized {
  return {
    en: `“${value}” is not a value of “${key}”, which is one of: ${known.join(', ')}`,
    ar: `لا يقبل المفتاح ${shown(key)} القيمة ${shown(value)}، والمقبول: ${known.map(shown).join('، ')}`,
  };
}
