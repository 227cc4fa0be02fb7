import * as vscode from 'vscode';
import { looksArabic } from '../../core/text/recognise';
import { Choices, type Store } from './choices';
import { ARTICLE_LANGUAGE, isArticleLanguage } from './languages';
import {
  choiceOf,
  recogniseLanguage,
  type Membership,
  type RecogniseSetting,
} from './recogniseLanguage';

/** More than `looksArabic` looks at. */
const SAMPLE = 20_000;
const ARABIC = /\p{Script=Arabic}/u;
/** Documents in these schemes are files, or will be. */
const SCHEMES = new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'memfs']);

/**
 * Gives Arabic plain-text files the language of articles, when they are opened and when Arabic is first
 * written into an empty one, unless a person chose otherwise for that file.
 */
export class Recogniser implements vscode.Disposable {
  private readonly choices: Choices;
  /** Language of each document when last seen: a document that opens with another one was switched. */
  private readonly languages = new WeakMap<vscode.TextDocument, string>();
  /** Documents whose next language is of our own making. */
  private readonly switching = new WeakSet<vscode.TextDocument>();
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly membership: (document: vscode.TextDocument) => Thenable<Membership>,
    store: Store,
    /** Told of a document that is about to become an article, and waited for. */
    private readonly prepare: (document: vscode.TextDocument) => Promise<void> = () =>
      Promise.resolve(),
  ) {
    this.choices = new Choices(store);
    this.subscriptions = [
      vscode.workspace.onDidOpenTextDocument((document) => this.onOpen(document)),
      vscode.workspace.onDidChangeTextDocument((event) => this.onChange(event)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('hashiya.recognise')) this.refresh();
      }),
    ];
    this.refresh();
  }

  /** Looks at all open documents again: after a setting or a corpus changed. */
  refresh(): void {
    for (const document of vscode.workspace.textDocuments) {
      this.languages.set(document, document.languageId);
      void this.recognise(document);
    }
  }

  /** Treats a document as an article from now on, whatever it holds. */
  async treatAsArticle(document: vscode.TextDocument): Promise<void> {
    this.choices.set(document.uri.toString(), 'article');
    if (!isArticleLanguage(document.languageId)) await this.switch(document, ARTICLE_LANGUAGE);
  }

  /** Treats a document as plain text from now on. */
  async treatAsPlain(document: vscode.TextDocument): Promise<void> {
    this.choices.set(document.uri.toString(), 'plain');
    if (isArticleLanguage(document.languageId)) await this.switch(document, 'plaintext');
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private onOpen(document: vscode.TextDocument): void {
    const before = this.languages.get(document);
    this.languages.set(document, document.languageId);
    const ours = this.switching.delete(document);
    if (before !== undefined && before !== document.languageId && !ours) {
      const choice = choiceOf(
        isArticleLanguage(before),
        isArticleLanguage(document.languageId),
        document.languageId === 'plaintext',
      );
      if (choice !== undefined) this.choices.set(document.uri.toString(), choice);
    }
    void this.recognise(document);
  }

  private onChange({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (document.languageId !== 'plaintext') return;
    if (contentChanges.some(({ text }) => ARABIC.test(text))) void this.recognise(document);
  }

  private async recognise(document: vscode.TextDocument): Promise<void> {
    if (isArticleLanguage(document.languageId) || !SCHEMES.has(document.uri.scheme)) return;
    const choice = this.choices.get(document.uri.toString());
    const setting = vscode.workspace
      .getConfiguration('hashiya', document)
      .get<RecogniseSetting>('recognise', 'always');
    if (choice === 'plain' || (choice === undefined && setting === 'never')) return;
    const needed = setting === 'corpus' || document.languageId !== 'plaintext';
    const membership = needed && choice === undefined ? await this.membership(document) : 'none';
    const { languageId } = document;
    const verdict = recogniseLanguage({
      languageId,
      setting,
      choice,
      membership,
      looksArabic: () => looksArabic(beginningOf(document)),
    });
    if (verdict !== 'article') return;
    await this.prepare(document);
    // A person may have been faster.
    if (document.languageId === languageId) await this.switch(document, ARTICLE_LANGUAGE);
  }

  private async switch(document: vscode.TextDocument, languageId: string): Promise<void> {
    if (document.isClosed || document.languageId === languageId) return;
    this.switching.add(document);
    await vscode.languages.setTextDocumentLanguage(document, languageId);
  }
}

/** The active document, or the one that a menu was opened on. */
async function target(uri: vscode.Uri | undefined): Promise<vscode.TextDocument | undefined> {
  if (uri === undefined) return vscode.window.activeTextEditor?.document;
  return vscode.workspace.openTextDocument(uri);
}

/** Handler of `hashiya.treatAsArticle`, for a file, a folder, or the active editor. */
export async function treatAsArticle(recogniser: Recogniser, uri?: vscode.Uri): Promise<void> {
  if (uri !== undefined && (await isFolder(uri))) return associate(uri, ARTICLE_LANGUAGE);
  const document = await target(uri);
  if (document !== undefined) await recogniser.treatAsArticle(document);
}

/** Handler of `hashiya.treatAsPlain`; for a folder it takes back what `treatAsArticle` set. */
export async function treatAsPlain(recogniser: Recogniser, uri?: vscode.Uri): Promise<void> {
  if (uri !== undefined && (await isFolder(uri))) return associate(uri, undefined);
  const document = await target(uri);
  if (document !== undefined) await recogniser.treatAsPlain(document);
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  const { type } = await vscode.workspace.fs.stat(uri);
  return (type & vscode.FileType.Directory) !== 0;
}

/** The editor's own setting gives the text files below a folder their language, now and later. */
async function associate(folder: vscode.Uri, languageId: string | undefined): Promise<void> {
  const files = vscode.workspace.getConfiguration('files');
  const pattern = `${folder.path.replace(/\/$/, '')}/**/*.txt`;
  const known = files.inspect<Record<string, string>>('associations')?.workspaceValue ?? {};
  const wanted = new Map(Object.entries(known));
  if (languageId === undefined) wanted.delete(pattern);
  else wanted.set(pattern, languageId);
  await files.update(
    'associations',
    Object.fromEntries(wanted),
    vscode.ConfigurationTarget.Workspace,
  );
}

function beginningOf(document: vscode.TextDocument): string {
  const end = document.positionAt(SAMPLE);
  return document.getText(new vscode.Range(0, 0, end.line, end.character));
}
