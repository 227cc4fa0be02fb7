/** An element with its attributes, its child elements and the text directly in it. */
export interface XmlElement {
  /** With its prefix, as written. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** Why a source is not taken. `at` is an offset in UTF-16. */
export class XmlError extends Error {
  constructor(
    readonly reason: string,
    readonly at: number,
  ) {
    super(reason);
  }
}

const NAME = /[\p{L}_:][\p{L}\p{N}\p{M}_:.·-]*/uy;
const ATTRIBUTE = /\s+([\p{L}_:][\p{L}\p{N}\p{M}_:.·-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy;
const TAG_END = /\s*(\/?)>/y;
const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};
const DEEPEST = 200;

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

/**
 * Reads XML strictly: one root, matching tags, the five entities of XML and character references only. A
 * document type is refused, and with it every entity that a file might define: nothing is ever expanded,
 * fetched or included. Namespaces are left to the caller. Throws `XmlError`.
 */
export function parseXml(source: string): XmlElement {
  return new XmlParser(source).parse();
}

class XmlParser {
  private at = 0;
  private readonly open: Open[] = [];
  private root: XmlElement | undefined;

  constructor(private readonly source: string) {}

  parse(): XmlElement {
    const { source } = this;
    while (this.at < source.length) {
      if (source.charAt(this.at) !== '<') this.readText();
      else if (source.startsWith('<!--', this.at)) this.skipPast('-->', 4);
      else if (source.startsWith('<![CDATA[', this.at)) this.readCdata();
      else if (source.startsWith('<?', this.at)) this.skipPast('?>', 2);
      else if (source.startsWith('<!', this.at)) this.fail('a document type is not allowed');
      else if (source.startsWith('</', this.at)) this.readEnd();
      else this.readStart();
    }
    if (this.open.length > 0) this.fail(`<${this.open.at(-1)?.name ?? ''}> is not closed`);
    if (this.root === undefined) return this.fail('there is no element');
    return this.root;
  }

  private fail(reason: string): never {
    throw new XmlError(reason, this.at);
  }

  private skipPast(end: string, from: number): string {
    const found = this.source.indexOf(end, this.at + from);
    if (found === -1) this.fail(`${end} is missing`);
    const inside = this.source.slice(this.at + from, found);
    this.at = found + end.length;
    return inside;
  }

  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.source);
    if (match === null) return undefined;
    this.at = pattern.lastIndex;
    return match;
  }

  private readText(): void {
    const next = this.source.indexOf('<', this.at);
    const end = next === -1 ? this.source.length : next;
    const raw = this.source.slice(this.at, end);
    const parent = this.open.at(-1);
    if (parent !== undefined) parent.text += this.decode(raw);
    else if (!/^[\s\uFEFF]*$/.test(raw)) this.fail('text outside the root element');
    this.at = end;
  }

  private readCdata(): void {
    const parent = this.open.at(-1);
    const text = this.skipPast(']]>', '<![CDATA['.length);
    if (parent === undefined) return this.fail('text outside the root element');
    parent.text += text;
  }

  private readStart(): void {
    this.at += 1;
    const name = this.match(NAME)?.[0];
    if (name === undefined) return this.fail('a tag has no name');
    if (this.open.length >= DEEPEST) this.fail('elements are nested too deep');
    const attributes = new Map<string, string>();
    for (let found = this.match(ATTRIBUTE); found !== undefined; found = this.match(ATTRIBUTE)) {
      const key = found[1] ?? '';
      if (attributes.has(key)) this.fail(`the attribute ${key} stands twice`);
      const written = found[2] ?? found[3] ?? '';
      attributes.set(key, this.decode(written.replace(/[\t\n\r]/g, ' ')));
    }
    const end = this.match(TAG_END);
    if (end === undefined) return this.fail(`the tag <${name}> is malformed`);
    if (this.open.length === 0 && this.root !== undefined) this.fail('there are two root elements');
    const element: Open = { name, attributes, children: [], text: '' };
    if (end[1] === '/') this.close(element);
    else this.open.push(element);
  }

  private readEnd(): void {
    this.at += 2;
    const name = this.match(NAME)?.[0];
    const end = this.match(TAG_END);
    const element = this.open.pop();
    if (element === undefined || end === undefined || end[1] === '/' || element.name !== name) {
      return this.fail(`</${name ?? ''}> closes nothing`);
    }
    this.close(element);
  }

  private close(element: XmlElement): void {
    const parent = this.open.at(-1);
    if (parent === undefined) this.root = element;
    else parent.children.push(element);
  }

  private decode(text: string): string {
    if (!text.includes('&')) return text;
    return text.replace(/&([^;&]{0,12});?/g, (whole, body: string) => {
      const decoded = whole.endsWith(';') ? entity(body) : undefined;
      return decoded ?? this.fail(`${whole} is no entity of XML`);
    });
  }
}

function entity(body: string): string | undefined {
  if (Object.hasOwn(ENTITIES, body)) return ENTITIES[body];
  const match = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(body);
  if (match === null) return undefined;
  const [, hex, decimal] = match;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : undefined;
}

const NOT_XML =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Whether XML 1.0 has a way to write every character. */
export function isXmlText(text: string): boolean {
  return text.search(NOT_XML) === -1;
}

/** A value between double quotes, or text; what XML cannot write becomes U+FFFD, of the same length. */
export function escapeXml(text: string): string {
  return text
    .replace(NOT_XML, '\ufffd')
    .replace(/[&<>"'\t\n\r\u0085\u2028]/g, (char) => `&#${char.charCodeAt(0)};`);
}
