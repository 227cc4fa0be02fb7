import {
  EventEmitter,
  type Disposable,
  type TextDocument,
  type TextDocumentChangeEvent,
  type Uri,
} from 'vscode';
import { applyChange, differenceOf, followedBy, type TextChange } from '../../core/text/edits';
import { toLfText } from '../../core/text/articleText';
import { LineIndex } from '../../core/text/lineIndex';
import { occurrenceFinder } from '../../core/text/occurrences';
import { sameSpan, type Span } from '../../core/text/span';
import { EMPTY_RECORD, type Annotation, type ArticleRecord } from '../../core/model/annotation';
import { History, type Step } from '../../core/model/history';
import { Recall } from '../../core/model/recall';
import { apply, withProgress, type Operation } from '../../core/model/operations';
import type { Issue } from '../../core/model/issue';
import { followEdit } from '../../core/sidecar/follow';
import { orphanPlaces, type OrphanPlaces } from '../../core/sidecar/orphans';
import type { Suggestion } from '../../core/detect/detector';
import { withoutDecided } from '../../core/detect/decided';
import { followSuggestions } from '../../core/detect/shift';
import { toSpan } from '../convert';
import { SidecarSync, type SyncState } from './sidecarSync';

/** Changes that wait to be taken up; keys in a row are one change. */
const MOST_EDITS = 24;

/** What of a session changed, so that a view redraws only for what it shows. */
export type SessionChange = 'text' | 'record' | 'suggestions' | 'sidecar';

/**
 * One open article: its text as the core sees it, what is saved about it, what is suggested for it, and
 * the undo of annotation acts. Offsets are UTF-16 over the LF text.
 */
export class ArticleSession implements Disposable {
  private readonly changed = new EventEmitter<SessionChange>();
  readonly onDidChange = this.changed.event;
  /** The undo of acts; acts themselves go through `perform`, `undo` and `redo`. */
  readonly history = new History();
  private readonly sync: SidecarSync;
  private readonly recall = new Recall();
  private lfText: string;
  private lineIndex: LineIndex;
  private find: ((quote: string) => readonly Span[]) | undefined;
  private currentRecord: ArticleRecord = EMPTY_RECORD;
  /** What was typed since record and suggestions were last asked for, and the text before it. */
  private edits: readonly TextChange[] = [];
  private textBeforeEdits = '';
  private proposed: readonly Suggestion[] = [];
  private open: readonly Suggestion[] | undefined;
  private bindIssues: readonly Issue[] = [];
  private places:
    | {
        readonly of: readonly Annotation[];
        readonly in: string;
        readonly all: readonly OrphanPlaces[];
      }
    | undefined;

  /** @param stands is told what stands in the sidecar */
  constructor(
    private doc: TextDocument,
    stands: (sidecar: Uri, source: string) => void,
  ) {
    this.lfText = toLfText(doc.getText());
    this.lineIndex = new LineIndex(this.lfText);
    this.sync = new SidecarSync(doc.uri, {
      text: () => this.lfText,
      record: () => this.record,
      adopt: (record, issues) => this.adopt(record, issues),
      changed: () => this.changed.fire('sidecar'),
      stands: (source) => stands(this.sync.uri, source),
    });
  }

  /** Reads the sidecar for the first time. */
  load(): Promise<void> {
    return this.sync.load();
  }

  get document(): TextDocument {
    return this.doc;
  }

  /** The same file opened again, for example under another language id. */
  reopen(doc: TextDocument): void {
    this.doc = doc;
    this.refreshText();
  }

  get text(): string {
    return this.lfText;
  }

  get lines(): LineIndex {
    return this.lineIndex;
  }

  /** Where the words stand in the article: see `occurrences`. */
  occurrences(quote: string): readonly Span[] {
    this.find ??= occurrenceFinder(this.lfText);
    return this.find(quote);
  }

  get record(): ArticleRecord {
    this.takeUpEdits();
    return this.currentRecord;
  }

  get sidecar(): SyncState {
    return this.sync.state;
  }

  /** What was found when anchors were placed: moved annotations, orphans. */
  get issues(): readonly Issue[] {
    return this.bindIssues;
  }

  /** The orphans, with the places where each may belong. */
  get orphanPlaces(): readonly OrphanPlaces[] {
    const { orphans } = this.record;
    if (this.places?.of !== orphans || this.places.in !== this.lfText) {
      const all = orphanPlaces(this.lfText, orphans);
      this.places = { of: orphans, in: this.lfText, all };
    }
    return this.places.all;
  }

  /** Suggestions not yet decided, in text order. */
  get suggestions(): readonly Suggestion[] {
    this.takeUpEdits();
    this.open ??= withoutDecided(this.proposed, this.currentRecord);
    return this.open;
  }

  setProposed(suggestions: readonly Suggestion[]): void {
    this.takeUpEdits();
    this.proposed = suggestions;
    this.open = undefined;
    this.changed.fire('suggestions');
  }

  /**
   * Does an annotation act: in memory at once, on disk as soon as the file system can. Answers why not,
   * or undefined when it is on disk.
   */
  async perform(operation: Operation): Promise<string | undefined> {
    const refusal = await this.refusal();
    if (refusal !== undefined) return refusal;
    const whole = withProgress(this.record, operation);
    const { record, inverse } = apply(this.record, whole);
    this.history.push(inverse);
    return this.commit(record, whole);
  }

  /** Why nothing can be done now. What stood in the way may be gone, so the file is looked at again. */
  async refusal(): Promise<string | undefined> {
    if (this.sync.refusal() === undefined) return undefined;
    await this.sync.checkDisk();
    return this.sync.refusal();
  }

  /** The same as far as is known, without looking again. */
  get refusalNow(): string | undefined {
    return this.sync.refusal();
  }

  get canUndo(): boolean {
    return this.history.canUndo;
  }

  get canRedo(): boolean {
    return this.history.canRedo;
  }

  async undo(): Promise<string | undefined> {
    return this.travel((record) => this.history.undo(record));
  }

  async redo(): Promise<string | undefined> {
    return this.travel((record) => this.history.redo(record));
  }

  private async travel(
    step: (record: ArticleRecord) => Step | undefined,
  ): Promise<string | undefined> {
    const refusal = await this.refusal();
    if (refusal !== undefined) return refusal;
    const done = step(this.record);
    return done === undefined ? undefined : this.commit(done.record, done.operation);
  }

  private commit(record: ArticleRecord, operation: Operation): Promise<string | undefined> {
    this.recall.acted(this.currentRecord, record);
    const open = this.open && stillOpen(this.open, this.currentRecord, operation);
    this.setRecord(record, open);
    return this.sync.save(operation);
  }

  /** Takes up a record that came from disk. The undo of acts before it stays. */
  private adopt(record: ArticleRecord, issues: readonly Issue[]): void {
    this.bindIssues = issues;
    this.recall.forget();
    this.setRecord(record);
  }

  private setRecord(record: ArticleRecord, open?: readonly Suggestion[]): void {
    this.takeUpEdits();
    this.currentRecord = record;
    this.open = open;
    this.changed.fire('record');
  }

  /** Maps everything through the document's change; the changes come last place first. */
  textChanged(event: TextDocumentChangeEvent): readonly TextChange[] {
    const changes = event.contentChanges.map((change) => ({
      ...toSpan(this.lineIndex, change.range),
      text: toLfText(change.text),
    }));
    if (changes.length === 0) return changes;
    const isBack = event.reason !== undefined;
    this.replaceText(changes.reduce(applyChange, this.lfText), changes, isBack);
    return changes;
  }

  /** Makes sure that our text is the document's; a difference is mapped as one change. */
  refreshText(): void {
    const text = toLfText(this.doc.getText());
    if (text !== this.lfText) this.replaceText(text, [differenceOf(this.lfText, text)]);
  }

  /** @param isBack the text came back by undo or redo */
  private replaceText(text: string, changes: readonly TextChange[], isBack = false): void {
    if (changes.some(({ start, end }) => end > start)) {
      this.recall.remember(this.lfText, this.currentRecord, this.edits);
    }
    if (this.edits.length === 0) this.textBeforeEdits = this.lfText;
    this.edits = changes.reduce(followedBy, this.edits);
    this.lfText = text;
    this.lineIndex = new LineIndex(text);
    this.find = undefined;
    this.history.mapThrough(text, changes);
    this.sync.textChanged(text, changes);
    if (this.edits.length > MOST_EDITS || isBack) this.takeUpEdits();
    if (isBack) this.currentRecord = this.recall.recalled(text, this.currentRecord);
    this.changed.fire('text');
  }

  /**
   * Lets record and suggestions follow what was typed. Thousands of annotations take a while, which is
   * more than each single key should cost: it is done when somebody asks.
   */
  private takeUpEdits(): void {
    const { edits } = this;
    if (edits.length === 0) return;
    this.edits = [];
    this.currentRecord = followEdit(this.currentRecord, this.textBeforeEdits, this.lfText, edits);
    this.proposed = followSuggestions(this.proposed, edits);
    this.open = undefined;
  }

  /** The article was saved: its annotations' places, moved by the edit, are saved with it. */
  async articleSaved(): Promise<string | undefined> {
    this.refreshText();
    return this.sync.saveMoved();
  }

  /** The sidecar may have changed on disk or in its own editor. */
  checkDisk(): Promise<void> {
    return this.sync.checkDisk();
  }

  /** Resolves when all that was done is on disk. */
  settled(): Promise<void> {
    return this.sync.settled();
  }

  dispose(): void {
    this.changed.dispose();
  }
}

/**
 * What is left of the open suggestions after something was added or given another label; undefined after
 * any other operation: it may open suggestions again, or weigh on those elsewhere.
 */
function stillOpen(
  open: readonly Suggestion[],
  before: ArticleRecord,
  operation: Operation,
): readonly Suggestion[] | undefined {
  const annotations: Annotation[] = [];
  const isSimple = (part: Operation): boolean => {
    switch (part.type) {
      case 'batch':
        return part.operations.every(isSimple);
      case 'status':
        return true;
      case 'add':
        return annotations.push(part.annotation) > 0;
      case 'replace': {
        const { annotation } = part;
        const old = before.annotations.find(({ id }) => id === annotation.id);
        const onlyLabel = old !== undefined && sameSpan(old, annotation) && !old.parts;
        return onlyLabel && old.claim === undefined && annotation.claim === undefined;
      }
      default:
        return false;
    }
  };
  if (!isSimple(operation)) return undefined;
  if (annotations.length === 0) return open;
  return withoutDecided(open, { ...EMPTY_RECORD, annotations });
}
