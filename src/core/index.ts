/**
 * The core as a library: `import { … } from 'hashiya'`. Spans in memory are in UTF-16 code units over
 * text with LF line ends; sidecars and exports are in code points.
 */
export { decodeArticle, toLfText, type DecodedArticle } from './text/articleText';
export { loadCutModel, type CutModel } from './text/cutModel';
export { segment, segmentLine, useCutModel, type Segmentation } from './text/proclitics';
export { sentenceSpans } from './text/sentences';
export { tokenize, type Token } from './text/tokens';
export { OffsetUnits } from './text/units';
export type { Span } from './text/span';
export { wordSpans } from './text/words';
export type {
  Annotation,
  ArticleRecord,
  ClaimDetails,
  QuotedSpan,
  Rejection,
  Status,
} from './model/annotation';
export { formatIssue, type Issue, type Localized, type Result } from './model/issue';
export { BUILTIN_LABELS, presetLabels, type LabelDef, type LabelSet } from './model/labels';
export { createEngine, type Engine } from './detect/suggest';
export type { Suggestion } from './detect/detector';
export { loadModel, type EntityModel } from './detect/model/entityModel';
export { openSidecar, toSidecarData, type OpenedSidecar } from './sidecar/bind';
export { readSidecar } from './sidecar/read';
export type { Sidecar, SidecarData } from './sidecar/sidecar';
export { updateSidecar, writeSidecar } from './sidecar/write';
export { exportCorpus, type ExportReport, type ExportRequest } from './corpus/exportCorpus';
export type { Files } from './corpus/files';
export { loadArticle, type Load, type LoadedArticle } from './corpus/load';
export { loadConfig } from './corpus/open';
export { walkCorpus, type ArticleEntry, type Walk } from './corpus/walk';
export { resolveOptions, type ExportFormat, type Format } from './format/format';
export { FORMATS, IMPORT_FORMATS, findFormat, findImportFormat } from './format/registry';
