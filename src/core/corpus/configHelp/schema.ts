/** What is read of a JSON Schema; descriptions are in both languages. */
export interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly descriptionAr?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly examples?: readonly unknown[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/** Keys from the root of a document; places in lists are numbers. */
export type Path = readonly (string | number)[];

/** A word that may stand at a place, and the part of the schema that says so. */
export interface Word {
  readonly text: string;
  readonly about: Schema;
}

/** Answers what a schema says of a place in a document. */
export class SchemaReader {
  constructor(private readonly root: Schema) {}

  /** All that may stand at the path, alternatives resolved; none where the schema knows no such place. */
  at(path: Path): readonly Schema[] {
    let here = this.resolve(this.root);
    for (const step of path) here = here.flatMap((schema) => this.below(schema, step));
    return here;
  }

  /** Keys of a map at the path. */
  keys(path: Path): readonly Word[] {
    return this.at(path).flatMap(({ properties }) =>
      Object.entries(properties ?? {}).map(([text, about]) => ({ text, about })),
    );
  }

  /** Values at the path that can be named. */
  values(path: Path): readonly Word[] {
    const words = this.at(path).flatMap((about) =>
      valuesOf(about).map((value) => ({ text: String(value), about })),
    );
    return words.filter(({ text }, at) => words.findIndex((one) => one.text === text) === at);
  }

  /** What describes the place itself: the schema under its key, which need not be its alternatives. */
  about(path: Path): Schema | undefined {
    const key = path.at(-1);
    if (typeof key !== 'string') return undefined;
    return this.keys(path.slice(0, -1)).find(({ text }) => text === key)?.about;
  }

  private below(schema: Schema, step: string | number): readonly Schema[] {
    if (typeof step === 'number')
      return schema.items === undefined ? [] : this.resolve(schema.items);
    const { properties = {}, additionalProperties: others } = schema;
    if (Object.hasOwn(properties, step)) return this.resolve(properties[step] ?? {});
    return typeof others === 'object' ? this.resolve(others) : [];
  }

  /** The schema with its reference followed and its alternatives side by side. */
  private resolve(schema: Schema): readonly Schema[] {
    const { $ref, oneOf } = schema;
    const name = $ref?.replace('#/definitions/', '');
    const target = name === undefined ? undefined : this.root.definitions?.[name];
    const more = [...(oneOf ?? []), ...(target === undefined ? [] : [target])];
    return [schema, ...more.flatMap((one) => this.resolve(one))];
  }
}

function valuesOf({ const: only, enum: some, examples, type }: Schema): readonly unknown[] {
  const truths = type === 'boolean' ? [true, false] : [];
  const values = [
    ...(only === undefined ? [] : [only]),
    ...(some ?? []),
    ...(examples ?? []),
    ...truths,
  ];
  return values.filter((value) => typeof value !== 'object');
}
