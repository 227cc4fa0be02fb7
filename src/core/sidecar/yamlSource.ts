import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Document,
  type Node,
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
  RESOURCE_EXHAUSTION: 'التداخل أعمق مما يُقرأ',
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
  const document = parseDocument(source, {
    schema: 'core',
    keepSourceTokens: true,
    // Checked by the reader for the maps that matter; the parser's own check takes quadratic time.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  for (const error of document.errors) {
    problems.error(yamlCode(prefix, error.code), error.pos[0], {
      en: `Not valid YAML: ${error.message}`,
      ar: `ليس YAML سليما: ${ARABIC[error.code] ?? 'خطأ في التركيب'}`,
    });
  }
  if (document.errors.length > 0) return undefined;
  refuse(document, prefix, problems);
  return problems.hasErrors ? undefined : document;
}

function yamlCode(prefix: string, code: string): string {
  if (code === 'TAB_AS_INDENT') return `${prefix}-tab`;
  if (code === 'MULTIPLE_DOCS') return `${prefix}-multiple-documents`;
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
