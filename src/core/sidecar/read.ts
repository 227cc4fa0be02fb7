import { isMap, isSeq, type Document, type YAMLSeq } from 'yaml';
import { STATUSES, type Annotation, type Rejection, type Status } from '../model/annotation';
import type { Issue, Result } from '../model/issue';
import { readCanonical } from './canonical';
import { layoutOf } from './layout';
import { MapView, type ViewContext } from './mapView';
import { FORMAT, migrate, type Format } from './migrate';
import { Problems, shown, unknownKey, unknownValue } from './problems';
import { readAnnotation, readRejection } from './readItem';
import type { ArticleReference, Sidecar, SidecarData } from './sidecar';
import { kindOf, parseYaml, startOf } from './yamlSource';

/** 64 million characters: a hundred times what the longest articles need. */
const MAX_SIZE = 64_000_000;
const ROOT_KEYS: ReadonlySet<string> = new Set([
  'hashiya',
  'article',
  'status',
  'annotations',
  'rejected',
]);
const NEWER_VERSION = 'sidecar-newer-version';
const ARTICLE_KEYS: ReadonlySet<string> = new Set(['file', 'sha256', 'unit']);

/**
 * Reads the text of a sidecar; `file` names it in issues. Not ok as soon as anything in it cannot be
 * understood: such a file is not written, so nothing in it is lost. Warnings do not prevent reading; what
 * they speak of stays in the file as it is.
 */
export function readSidecar(source: string, file: string): Result<Sidecar> {
  const canonical = readCanonical(source);
  if (canonical !== undefined) return { ok: true, value: canonical, issues: [] };
  return judgeSidecar(source, file);
}

/** The same by the YAML parser alone: the judge of what is not in exactly our form. */
export function judgeSidecar(source: string, file: string, format = FORMAT): Result<Sidecar> {
  const problems = new Problems(source, file);
  const value = read(source, { problems, prefix: 'sidecar' }, format);
  return value === undefined || problems.hasErrors
    ? { ok: false, issues: problems.issues }
    : { ok: true, value, issues: problems.issues };
}

/** Whether what was wrong is that a newer version of this program wrote the sidecar. */
export function isOfNewerVersion(issues: readonly Issue[]): boolean {
  return issues.some(({ code }) => code === NEWER_VERSION);
}

/**
 * What can be understood of a sidecar of a version newer than this program, to be shown and never
 * written: what it says by rules that we do not know may be missing. Undefined for every other text.
 */
export function readNewer(source: string): SidecarData | undefined {
  const context: ViewContext = { problems: new Problems(source, ''), prefix: 'sidecar' };
  const document = parse(source, context);
  const root = document && rootView(document, context);
  const version = root?.number('hashiya');
  return root !== undefined && version !== undefined && version > FORMAT.version
    ? readData(root)
    : undefined;
}

function parse(source: string, { problems }: ViewContext): Document.Parsed | undefined {
  return parseYaml(source, { prefix: 'sidecar', maxSize: MAX_SIZE }, problems);
}

function read(source: string, context: ViewContext, format: Format): Sidecar | undefined {
  const document = parse(source, context);
  if (document === undefined) return undefined;
  const root = rootView(document, context);
  const version = root && readVersion(root);
  if (root === undefined || version === undefined) return undefined;
  if (version === format.version) {
    const data = readData(root);
    const layout = layoutOf(source, root);
    return data && { data, source, ...(layout === undefined ? {} : { layout }) };
  }
  if (!migrate(document, root.node, version, format)) {
    tellOfVersion(root, version, format);
    return undefined;
  }
  const data = readData(new MapView(root.node, context));
  return data && { data, source: document.toString({ lineWidth: 0 }) };
}

function readData(root: MapView): SidecarData | undefined {
  const { context } = root;
  root.require('article');
  const article = readArticle(root);
  const status = readStatus(root);
  const annotations = readAnnotations(root.list('annotations'), context);
  const rejected = readRejected(root.list('rejected'), context);
  warnOfUnknown(root, ROOT_KEYS);
  if (article === undefined || status === undefined) return undefined;
  return { article, status, annotations, rejected };
}

/** An empty file is not an absent one: something was there, or was meant to be, so it is not written. */
function rootView(document: Document.Parsed, context: ViewContext): MapView | undefined {
  const { contents } = document;
  if (isMap(contents)) return new MapView(contents, context);
  if (contents === null || kindOf(contents).en === 'nothing') {
    context.problems.error('sidecar-empty', 0, {
      en: 'The sidecar is empty: restore it, or delete the file to begin anew',
      ar: 'ملف الحواشي فارغ: استعده، أو احذف الملف لتبدأ من جديد',
    });
    return undefined;
  }
  const found = kindOf(contents);
  context.problems.error('sidecar-not-a-map', startOf(contents), {
    en: `A sidecar is a map of keys, but this is ${found.en}`,
    ar: `ملف الحواشي مجموعة مفاتيح، وهذا: ${found.ar}`,
  });
  return undefined;
}

function readVersion(root: MapView): number | undefined {
  root.require('hashiya');
  return root.number('hashiya');
}

function tellOfVersion(root: MapView, version: number, format: Format): void {
  const at = startOf(root.get('hashiya'));
  if (version > format.version) {
    root.context.problems.error(NEWER_VERSION, at, {
      en: `Version ${version} of the format is newer than this program, which knows ${format.version}: the file stays as it is and its annotations are read-only. Update Hashiya to change them`,
      ar: `النسخة ${version} من الصيغة أحدث من هذا البرنامج الذي يعرف ${format.version}: يبقى الملف كما هو وحواشيه للقراءة فقط. حدّث حاشية لتعدّلها`,
    });
  } else {
    root.context.problems.error('sidecar-version', at, {
      en: `There is no version ${version} of the format`,
      ar: `لا نسخة ${version} من هذه الصيغة`,
    });
  }
}

function readArticle(root: MapView): ArticleReference | undefined {
  const article = root.map('article');
  if (article === undefined) return undefined;
  article.require('file');
  article.require('unit');
  const file = article.text('file');
  const sha256 = article.text('sha256');
  const unit = article.text('unit');
  warnOfUnknown(article, ARTICLE_KEYS);
  if (unit !== undefined && unit !== 'codepoint') {
    article.context.problems.error('sidecar-unit', startOf(article.get('unit')), {
      en: `Offsets must be counted in “codepoint”, not in “${unit}”`,
      ar: `يجب أن تُعدّ المواضع بوحدة ${shown('codepoint')} لا ${shown(unit)}`,
    });
  }
  if (file === undefined || unit !== 'codepoint') return undefined;
  return { file, ...(sha256 === undefined ? {} : { sha256 }), unit };
}

function readStatus(root: MapView): Status | undefined {
  const written = root.text('status');
  if (written === undefined) return root.get('status') === undefined ? 'todo' : undefined;
  const status = STATUSES.find((name) => name === written);
  if (status === undefined) {
    const message = unknownValue('status', written, STATUSES);
    root.context.problems.error('sidecar-status', startOf(root.get('status')), message);
  }
  return status;
}

function readAnnotations(list: YAMLSeq | undefined, context: ViewContext): Annotation[] {
  const annotations: Annotation[] = [];
  const ids = new Set<string>();
  for (const item of list?.items ?? []) {
    const annotation = readAnnotation(item, context);
    if (annotation === undefined) continue;
    const { id } = annotation;
    if (ids.has(id)) {
      const at = isMap(item) ? startOf(item.get('id', true)) : 0;
      const message = { en: `The id “${id}” stands twice`, ar: `المعرّف ${shown(id)} مكرر` };
      context.problems.error('sidecar-duplicate-id', at, message, id);
    }
    ids.add(id);
    annotations.push(annotation);
  }
  return annotations;
}

function readRejected(list: YAMLSeq | undefined, context: ViewContext): Rejection[] {
  const items = isSeq(list) ? list.items : [];
  return items.map((item) => readRejection(item, context)).filter((item) => item !== undefined);
}

function warnOfUnknown(view: MapView, known: ReadonlySet<string>): void {
  for (const key of view.keys()) {
    if (known.has(key)) continue;
    view.context.problems.warning('sidecar-unknown-key', view.offset(key), unknownKey(key));
  }
}
