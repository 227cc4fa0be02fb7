import {
  Composer,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Parser,
  visit,
  type CST,
  type Document,
  type Node,
  type ParsedNode,
} from 'yaml';
import type { Localized } from '../model/issue';
import { KINDS, shown, type Problems } from './problems';

/** Arabic for the parser's error codes; the English message comes from the parser. */
const ARABIC: Readonly<Record<string, string>> = {
  BAD_ALIAS: 'إحالة غير صحيحة',
  BAD_DQ_ESCAPE: 'رمز هروب غير صحيح في نص بين علامتي اقتباس',
  BAD_INDENT: 'المسافة البادئة غير صحيحة',
  BAD_SCALAR_START: 'لا تبدأ قيمة بهذا الحرف إلا بين علامتي اقتباس',
  BLOCK_AS_IMPLICIT_KEY: 'لا يكون هذا مفتاحا: لعل المسافة البادئة غير صحيحة أو ينقص القيمة اقتباس',
  BLOCK_IN_FLOW: 'لا تكون أسطر مستقلة داخل أقواس',
  MISSING_CHAR: 'حرف ناقص، مثل قوس أو علامة اقتباس أو نقطتين',
  MULTILINE_IMPLICIT_KEY: 'المفتاح ممتد على أكثر من سطر: لعل نقطتين أو علامة اقتباس ناقصة',
  TAB_AS_INDENT: 'لا يُستعمل حرف الجدولة (Tab) للمسافة البادئة: ضع مسافات',
  UNEXPECTED_TOKEN: 'شيء في غير موضعه',
};

/** Codes of issues under the prefix of the kind of file, for example `sidecar-yaml`. */
export interface YamlLimits {
  readonly prefix: 'sidecar' | 'config';
  /** In UTF-16 code units. */
  readonly maxSize: number;
}

const MAX_SCALAR = 1_000_000;
const MAX_ERRORS = 10;
/** The lines by which Git marks the two sides of a conflict. */
const OURS = /^<{7} /m;
const THEIRS = /^>{7} /m;
const MAX_DEPTH = 50;
/** A line so far to the right that the values before it may be nested too deeply for the parser. */
const DEEP_LINE = /^(?:[-?:]?[ \t]){200}/m;

const OPTIONS = {
  schema: 'core',
  keepSourceTokens: true,
  // Checked by the reader for the maps that matter; the parser's own check takes quadratic time.
  uniqueKeys: false,
  prettyErrors: false,
} as const;

/**
 * Parses one YAML 1.2 document and reports what is wrong with it as YAML. Undefined when it cannot be
 * used. Aliases are refused: they let a small file stand for a huge one, and an edit of one place would
 * change another. Key names are not made properties of any object here.
 */
export function parseYaml(
  source: string,
  limits: YamlLimits,
  problems: Problems,
): Document.Parsed | undefined {
  const { prefix } = limits;
  if (source.length > limits.maxSize) {
    problems.error(`${prefix}-too-large`, 0, {
      en: `The file is too large: ${source.length} characters, at most ${limits.maxSize}`,
      ar: `الملف أكبر مما يُقرأ: ${source.length} حرفا، والحد ${limits.maxSize}`,
    });
    return undefined;
  }
  const indented = source.search(DEEP_LINE);
  const tokens = indented === -1 ? [...new Parser().parse(source)] : [];
  const deep = indented === -1 ? tooDeep(tokens) : indented;
  if (deep !== undefined) {
    problems.error(`${prefix}-yaml`, deep, {
      en: 'Not valid here: the nesting is too deep',
      ar: 'لا يصلح هنا: التداخل أعمق مما يُقرأ',
    });
    return undefined;
  }
  const [document, second] = compose(tokens, source);
  if (document === undefined) return undefined;
  if (second !== undefined) {
    problems.error(`${prefix}-multiple-documents`, second.range[0], {
      en: 'A second document begins here: the file must hold one',
      ar: 'يبدأ هنا مستند ثان، ولا يكون في الملف إلا واحد',
    });
  }
  reportErrors(document, source, prefix, problems);
  if (document.errors.length > 0) return undefined;
  refuse(document, prefix, problems);
  return problems.hasErrors ? undefined : document;
}

/**
 * A document while somebody types it, as far as it can be read, whatever is wrong with it; undefined where
 * it is too large or too deep.
 */
export function parseDraft(source: string, maxSize: number): Document.Parsed | undefined {
  if (source.length > maxSize || DEEP_LINE.test(source)) return undefined;
  const tokens = [...new Parser().parse(source)];
  return tooDeep(tokens) === undefined ? compose(tokens, source)[0] : undefined;
}

function compose(tokens: readonly CST.Token[], source: string): Document.Parsed[] {
  return [...new Composer<ParsedNode, true>(OPTIONS).compose(tokens, true, source.length)];
}

/** The first few errors, one a place: what follows the first is mostly its consequence. */
function reportErrors(
  document: Document.Parsed,
  source: string,
  prefix: string,
  problems: Problems,
): void {
  const conflict = document.errors.length > 0 ? source.search(OURS) : -1;
  if (conflict !== -1 && THEIRS.test(source)) {
    problems.error(`${prefix}-merge-conflict`, conflict, {
      en: 'An unresolved merge conflict begins here',
      ar: 'يبدأ هنا تعارض دمج لم يُحلّ',
    });
    return;
  }
  const places = new Set<number>();
  for (const { code, message, pos } of document.errors) {
    const at = message.startsWith('Missing closing') ? openingQuote(document, pos[0]) : pos[0];
    if (places.has(at) || places.size === MAX_ERRORS) continue;
    places.add(at);
    problems.error(yamlCode(prefix, code), at, {
      en: `Not valid YAML: ${message}`,
      ar: `ليس YAML سليما: ${ARABIC[code] ?? 'خطأ في التركيب'}`,
    });
  }
}

/**
 * Where a value stands that is nested too deeply. The parser's second step recurses, and deep enough
 * nesting would end the whole process, not just throw; this one does not recurse.
 */
function tooDeep(tokens: readonly CST.Token[]): number | undefined {
  const stack: { readonly token: CST.Token; readonly depth: number }[] = [];
  for (const token of tokens) stack.push({ token, depth: 0 });
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const { token, depth } = entry;
    if (depth > MAX_DEPTH) return token.offset;
    const push = (inner: CST.Token | null | undefined): void => {
      if (inner) stack.push({ token: inner, depth: depth + 1 });
    };
    if (token.type === 'document') push(token.value);
    if ('items' in token) {
      for (const item of token.items) {
        push(item.key);
        push(item.value);
      }
    }
  }
  return undefined;
}

/** Where the quotation begins that nothing closes before `end`. */
function openingQuote(document: Document.Parsed, end: number): number {
  let opening = end;
  visit(document, {
    Scalar: (_key, node) => {
      const isQuoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
      const range = isQuoted ? node.range : undefined;
      if (range && range[0] < end && range[1] >= end) opening = range[0];
    },
  });
  return opening;
}

function yamlCode(prefix: string, code: string): string {
  if (code === 'TAB_AS_INDENT') return `${prefix}-tab`;
  return `${prefix}-yaml`;
}

function refuse(document: Document.Parsed, prefix: string, problems: Problems): void {
  visit(document, {
    Alias: (_key, node) => {
      problems.error(`${prefix}-alias`, startOf(node), {
        en: `The alias *${node.source} is not allowed here: write the value out`,
        ar: `الإحالة ${shown(`*${node.source}`)} غير مسموح بها هنا: اكتب القيمة نفسها`,
      });
    },
    Scalar: (_key, node) => {
      if (typeof node.value !== 'string' || node.value.length <= MAX_SCALAR) return;
      problems.error(`${prefix}-text-too-long`, startOf(node), {
        en: `A text of ${node.value.length} characters is too long`,
        ar: `نص من ${node.value.length} حرفا أطول مما يُقرأ`,
      });
    },
  });
}

export function startOf(node: unknown): number {
  return (isScalar(node) || isMap(node) || isSeq(node) || isAlias(node)) && node.range
    ? node.range[0]
    : 0;
}

/** What kind of value a node is, for messages. */
export function kindOf(node: Node | null | undefined): Localized {
  if (isMap(node)) return KINDS.map;
  if (isSeq(node)) return KINDS.list;
  if (!isScalar(node) || node.value === null) return KINDS.nothing;
  const { value } = node;
  if (typeof value === 'string')
    return { en: `the text “${short(value)}”`, ar: `نص: ${shown(value)}` };
  return { en: String(value), ar: shown(String(value)) };
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
