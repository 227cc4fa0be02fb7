// The mouse on words: where a click lands is what a reader of the editor trusts most.
import type { Editor } from './editor';
import type { WordBox } from './text';

/** Where the caret is, and the word that it touches. */
export interface Caret {
  readonly line: number;
  /** UTF-16 column from 0. */
  readonly character: number;
  /** Word around the caret, or an empty string. */
  readonly word: string;
}

/** Clicks into a word and gives the caret that the extension host then sees. */
export async function clickWord(editor: Editor, word: WordBox): Promise<Caret> {
  await editor.page.mouse.click(...middle(word));
  return caret(editor);
}

/** Drags from the middle of one word to the middle of another. */
export async function dragWords(editor: Editor, from: WordBox, to: WordBox): Promise<void> {
  await editor.page.mouse.move(...middle(from));
  await editor.page.mouse.down();
  await editor.page.mouse.move(...middle(to), { steps: 8 });
  await editor.page.mouse.up();
}

/** Selects a word by a double click and gives the text that is selected then. */
export async function doubleClickWord(editor: Editor, word: WordBox): Promise<string> {
  await editor.page.mouse.dblclick(...middle(word));
  return (await editor.selection()).text;
}

/** The caret as the extension host sees it. */
export async function caret(editor: Editor): Promise<Caret> {
  const { active, lineText } = await editor.selection();
  const words = [...lineText.matchAll(/[\p{L}\p{M}\p{N}\u0640]+/gu)];
  const around = words.find(
    ({ index, 0: text }) => index <= active.character && active.character <= index + text.length,
  );
  return { ...active, word: around?.[0] ?? '' };
}

const middle = ({ box }: WordBox): [x: number, y: number] => [
  (box.left + box.right) / 2,
  (box.top + box.bottom) / 2,
];
