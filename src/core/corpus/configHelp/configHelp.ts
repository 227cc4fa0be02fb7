import { BUILTIN_LABELS, presetLabels } from '../../model/labels';
import type { Localized } from '../../model/issue';
import type { Span } from '../../text/span';
import { placeOfCaret, placeOfWord, type Place } from './place';
import { SchemaReader, type Path, type Schema, type Word } from './schema';

/** A key or a value that may stand at the caret. */
export interface Completion {
  readonly text: string;
  readonly isKey: boolean;
  /** What is written in place of `span`. */
  readonly insert: string;
  /** UTF-16. */
  readonly span: Span;
  readonly about?: Localized;
}

export interface KeyHelp {
  readonly span: Span;
  readonly about: Localized;
}

/** Tells what may stand in a `hashiya.yaml`, and what it means, by the JSON Schema that ships. */
export class ConfigHelp {
  private readonly schema: SchemaReader;

  constructor(schema: Schema) {
    this.schema = new SchemaReader(schema);
  }

  completions(source: string, offset: number): readonly Completion[] {
    const place = placeOfCaret(source, offset);
    if (place === undefined) return [];
    const { span, path } = place;
    const words = place.isKey ? [] : this.schema.values(path);
    const values = words.map((word) => ({
      ...{ text: word.text, isKey: false, span, insert: word.text },
      ...described(word, path),
    }));
    return [...values, ...this.keysAt(source, place)];
  }

  /** A map begins on a line of its own, in a list, or in braces; right behind a key stands a value. */
  private keysAt(source: string, { isKey, path, siblings, span }: Place): readonly Completion[] {
    const line = source.slice(source.lastIndexOf('\n', span.start - 1) + 1, span.start);
    if (!isKey && !/^[\s-]*$/.test(line)) return [];
    const colon = /^[^\S\n]*:/.test(source.slice(span.end)) ? '' : ': ';
    return this.schema
      .keys(path)
      .filter(({ text }) => !siblings.includes(text))
      .map((word) => ({
        ...{ text: word.text, isKey: true, span, insert: word.text + colon },
        ...described(word, [...path, word.text]),
      }));
  }

  hover(source: string, offset: number): KeyHelp | undefined {
    const place = placeOfWord(source, offset);
    if (place === undefined) return undefined;
    const { path, isKey, text, span } = place;
    const words = isKey ? this.schema.keys(path) : this.schema.values(path);
    const word = words.find((one) => one.text === text);
    const about = word && (described(word, path).about ?? this.ofKey(path));
    return about === undefined ? undefined : { span, about };
  }

  private ofKey(path: Path): Localized | undefined {
    const about = this.schema.about(path);
    return about && textOf(about);
  }
}

function described({ text, about }: Word, path: Path): { readonly about?: Localized } {
  const own = textOf(about) ?? labelNamed(text, path);
  return own === undefined ? {} : { about: own };
}

function textOf({ description, descriptionAr }: Schema): Localized | undefined {
  if (description === undefined) return undefined;
  return { en: description, ar: descriptionAr ?? description };
}

/** Labels and kinds are described by what they are called. */
function labelNamed(name: string, [key]: Path): Localized | undefined {
  const known =
    key === 'labels'
      ? [...BUILTIN_LABELS.entities, ...presetLabels('conll').entities]
      : key === 'claimKinds'
        ? BUILTIN_LABELS.claimKinds
        : [];
  const label = known.find((one) => one.name === name);
  return label && { en: label.en, ar: label.ar };
}
