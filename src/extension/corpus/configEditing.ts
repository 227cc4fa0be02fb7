import {
  CompletionItem,
  CompletionItemKind,
  extensions,
  Hover,
  languages,
  MarkdownString,
  Uri,
  workspace,
  type Disposable,
  type Position,
  type TextDocument,
} from 'vscode';
import { ConfigHelp, type Completion } from '../../core/corpus/configHelp/configHelp';
import type { Schema } from '../../core/corpus/configHelp/schema';
import type { Localized } from '../../core/model/issue';
import { isolate } from '../../core/text/bidi';
import { CONFIG_NAME } from '../../core/corpus/walk';
import { toLfText } from '../../core/text/articleText';
import { LineIndex } from '../../core/text/lineIndex';
import { toOffset, toRange } from '../convert';
import { localized } from '../l10n/l10n';

/** An extension that completes by the schema that we name in package.json. */
const YAML_EXTENSION = 'redhat.vscode-yaml';
const SELECTOR = { pattern: `**/${CONFIG_NAME}` };

/** Keys and values of a `hashiya.yaml`, and what they mean, in the language of the interface. */
export function registerConfigEditing(extensionUri: Uri): Disposable[] {
  let loading: Promise<ConfigHelp> | undefined;
  const help = (): Promise<ConfigHelp> => (loading ??= load(extensionUri));
  return [
    languages.registerCompletionItemProvider(
      SELECTOR,
      {
        provideCompletionItems: async (document, position) => {
          if (extensions.getExtension(YAML_EXTENSION) !== undefined) return [];
          const { text, lines, offset } = placeIn(document, position);
          const found = (await help()).completions(text, offset);
          return found.map((one, at) => itemOf(one, lines, at));
        },
      },
      ' ',
      ':',
    ),
    languages.registerHoverProvider(SELECTOR, {
      provideHover: async (document, position) => {
        const { text, lines, offset } = placeIn(document, position);
        const found = (await help()).hover(text, offset);
        if (found === undefined) return undefined;
        const about = new MarkdownString().appendText(explained(found.about));
        return new Hover(about, toRange(lines, found.span));
      },
    }),
  ];
}

async function load(extensionUri: Uri): Promise<ConfigHelp> {
  const path = Uri.joinPath(extensionUri, 'media', 'schema', 'hashiya-1.json');
  const bytes = await workspace.fs.readFile(path);
  return new ConfigHelp(JSON.parse(new TextDecoder().decode(bytes)) as Schema);
}

function placeIn(document: TextDocument, position: Position) {
  const text = toLfText(document.getText());
  const lines = new LineIndex(text);
  return { text, lines, offset: toOffset(lines, position) };
}

/** Laid out in its own direction: an Arabic sentence ends at its left, wherever it is shown. */
function explained(about: Localized): string {
  return isolate(localized(about));
}

/** In the schema's order, which is that of the documentation. */
function itemOf(completion: Completion, lines: LineIndex, at: number): CompletionItem {
  const { text, isKey, insert, span, about } = completion;
  const kind = isKey ? CompletionItemKind.Property : CompletionItemKind.Value;
  const item = new CompletionItem(text, kind);
  item.insertText = insert;
  item.range = toRange(lines, span);
  item.sortText = String(at).padStart(3, '0');
  if (about !== undefined) item.documentation = explained(about);
  return item;
}
