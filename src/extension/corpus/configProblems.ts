import { languages, workspace, type Disposable, type TextDocument, type Uri } from 'vscode';
import { readConfig } from '../../core/corpus/config';
import { CONFIG_NAME } from '../../core/corpus/walk';
import type { Issue } from '../../core/model/issue';
import { toLfText } from '../../core/text/articleText';
import { fileName } from '../article/sidecarFile';
import { byLine } from '../views/issueDiagnostics';

const REST_MS = 200;

/** What is wrong with a `hashiya.yaml`: of one that is open as it stands in the editor, else as it was read. */
export class ConfigProblems implements Disposable {
  private readonly shown = languages.createDiagnosticCollection('hashiya-configs');
  private readonly stored = new Map<
    string,
    { readonly uri: Uri; readonly issues: readonly Issue[] }
  >();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly listeners: readonly Disposable[];

  constructor() {
    const look = (document: TextDocument): void => this.look(document);
    workspace.textDocuments.forEach(look);
    this.listeners = [
      this.shown,
      workspace.onDidOpenTextDocument(look),
      workspace.onDidChangeTextDocument(({ document }) => this.soon(document)),
      workspace.onDidCloseTextDocument((document) => this.close(document)),
    ];
  }

  /** What was wrong when the corpus was read. */
  tell(uri: Uri, issues: readonly Issue[]): void {
    this.stored.set(uri.toString(), { uri, issues });
    if (openAt(uri) === undefined) this.shown.set(uri, issues.map(byLine));
  }

  /** Corpora are read anew: what they said no longer holds. */
  forget(): void {
    for (const { uri } of this.stored.values()) {
      if (openAt(uri) === undefined) this.shown.delete(uri);
    }
    this.stored.clear();
  }

  private soon(document: TextDocument): void {
    if (!isConfig(document)) return;
    const key = document.uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => this.look(document), REST_MS),
    );
  }

  private look(document: TextDocument): void {
    if (!isConfig(document) || document.isClosed) return;
    const { issues } = readConfig(toLfText(document.getText()), CONFIG_NAME);
    this.shown.set(document.uri, issues.map(byLine));
  }

  private close({ uri }: TextDocument): void {
    const issues = this.stored.get(uri.toString())?.issues ?? [];
    if (fileName(uri) === CONFIG_NAME) this.shown.set(uri, issues.map(byLine));
  }

  dispose(): void {
    this.timers.forEach((timer) => clearTimeout(timer));
    this.listeners.forEach((listener) => listener.dispose());
  }
}

function isConfig({ uri }: TextDocument): boolean {
  return fileName(uri) === CONFIG_NAME && uri.scheme !== 'git';
}

function openAt(uri: Uri): TextDocument | undefined {
  return workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}
