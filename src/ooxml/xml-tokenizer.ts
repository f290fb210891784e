import { OoxmlError } from './ooxml-error';

/** An attribute as it stands in the text. */
export interface XmlAttribute {
  /** With its prefix. */
  readonly name: string;
  /** Empty when there is none. */
  readonly prefix: string;
  readonly local: string;
  /** Entities resolved. */
  readonly value: string;
  /** From the first character of the name to behind the closing quote. */
  readonly start: number;
  readonly end: number;
  /** Between the quotes. */
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** What `next` has found. A self-closing element gives an `open` and then an empty `close`. */
export type XmlToken = 'open' | 'close' | 'text' | 'end';

const DEEPEST = 512;
const MOST_ATTRIBUTES = 1024;
const NAME_START =
  'A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF' +
  '\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uDFFF\\uF900-\\uFDCF\\uFDF0-\\uFFFD';
const NCNAME = `[${NAME_START}][${NAME_START}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040]*`;
const NAME = new RegExp(`(?:(${NCNAME}):)?(${NCNAME})`, 'y');
const INSTRUCTION = new RegExp(`${NCNAME}(?:[ \\t\\r\\n]|\\?>)`, 'y');
const SPACE = /[ \t\r\n]*/y;
const COLON = 0x3a;
/** What an ASCII character may be in a name: 1 part of it, 2 also its start. */
const ASCII_IN_NAME = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[A-Z_a-z]/.test(character) ? 2 : /[-.0-9]/.test(character) ? 1 : 0;
});
// Control characters and non-characters, which XML 1.0 does not allow.
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;
const ENTITY = /&(?:#(\d+)|#x([\dA-Fa-f]+)|(amp|lt|gt|quot|apos));|&/g;
const NAMED_ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function isXmlCharacter(code: number): boolean {
  return (
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  );
}

/**
 * Resolves numeric references and the five named entities.
 *
 * @throws {OoxmlError} `bad-entity` for any other
 */
export function resolveEntities(text: string, part: string | null = null): string {
  if (!text.includes('&')) return text;
  return text.replace(
    ENTITY,
    (
      _match: string,
      decimal: string | undefined,
      hexadecimal: string | undefined,
      named: string | undefined,
    ) => {
      if (named !== undefined) return NAMED_ENTITIES[named] ?? '';
      const digits = decimal ?? hexadecimal;
      if (digits === undefined) {
        throw new OoxmlError('bad-entity', part, 'an entity that is not one of the five');
      }
      const code = Number.parseInt(digits, decimal === undefined ? 16 : 10);
      if (!isXmlCharacter(code)) {
        throw new OoxmlError('malformed-xml', part, `character reference ${code}`);
      }
      return String.fromCodePoint(code);
    },
  );
}

/**
 * A pull tokenizer for the XML of a part. It checks that the text is well-formed, except that
 * prefixes need not be declared, and refuses document types and entities. Every token tells where in
 * the text it stands, so that a writer can splice.
 *
 * @example
 * const tokens = new XmlTokenizer('<a b="1">x</a>', null);
 * while (tokens.next() !== 'end') { if (tokens.token === 'open') console.log(tokens.local); }
 */
export class XmlTokenizer {
  token: XmlToken = 'end';
  /** Of the token, in UTF-16 units; `end` is exclusive. An empty `close` has both at the tag's end. */
  start = 0;
  end = 0;
  /** Of an `open` or `close`, as written. */
  name = '';
  prefix = '';
  local = '';
  selfClosing = false;
  attributes: readonly XmlAttribute[] = [];
  /** Of a `text`: entities and CDATA resolved, line ends as `\n`. */
  text = '';

  private at = 0;
  private readonly path: string[] = [];
  private pendingClose = false;
  private seenRoot = false;

  /**
   * @param source the whole text
   * @param part its name, for errors
   */
  constructor(
    private readonly source: string,
    private readonly part: string | null,
  ) {
    const forbidden = FORBIDDEN.exec(source);
    if (forbidden !== null) {
      throw this.malformed(`character not allowed in XML at ${forbidden.index}`);
    }
    if (source.startsWith('\uFEFF')) this.at = 1;
    if (/^<\?xml[ \t\r\n]/.test(source.slice(this.at, this.at + 6))) {
      this.at = this.find('?>', this.at) + 2;
    }
  }

  /** How many elements are open: after an `open` its own is counted, after its `close` it is not. */
  get depth(): number {
    return this.path.length;
  }

  /** Advances to the next token. Comments and processing instructions are passed over. */
  next(): XmlToken {
    if (this.pendingClose) {
      this.pendingClose = false;
      this.path.pop();
      this.start = this.end;
      this.attributes = [];
      return (this.token = 'close');
    }
    const { source } = this;
    while (this.at < source.length) {
      if (source.charCodeAt(this.at) !== 0x3c) {
        if (this.readText()) return (this.token = 'text');
        continue;
      }
      const second = source[this.at + 1];
      if (second === '/') return this.readClose();
      if (second === '?') {
        if (/^xml[ \t\r\n?]/i.test(source.slice(this.at + 2, this.at + 6))) {
          throw this.malformed('XML declaration not at the start');
        }
        if (this.match(INSTRUCTION, this.at + 2) === null) {
          throw this.malformed('a nameless instruction');
        }
        this.at = this.find('?>', this.at) + 2;
      } else if (source.startsWith('<!--', this.at)) {
        const end = this.find('--', this.at + 4);
        if (source[end + 2] !== '>') throw this.malformed('-- within a comment');
        this.at = end + 3;
      } else if (source.startsWith('<![CDATA[', this.at)) {
        if (this.path.length === 0) throw this.malformed('text outside the root');
        if (this.readText()) return (this.token = 'text');
      } else if (second === '!') {
        throw new OoxmlError('bad-entity', this.part, 'a document type declaration');
      } else {
        return this.readOpen();
      }
    }
    if (this.path.length > 0) throw this.malformed(`<${this.path.at(-1) ?? ''}> is not closed`);
    if (!this.seenRoot) throw this.malformed('no root element');
    this.start = this.end = source.length;
    return (this.token = 'end');
  }

  /** The value of an unprefixed attribute of the current element. */
  attribute(local: string): string | undefined {
    return this.attributes.find((one) => one.prefix === '' && one.local === local)?.value;
  }

  /** The value of an attribute with any prefix, such as `r:id`. */
  prefixedAttribute(local: string): string | undefined {
    return this.attributes.find((one) => one.prefix !== '' && one.local === local)?.value;
  }

  /** After an `open`: passes over everything up to and including the matching `close`. */
  skip(): void {
    const outer = this.path.length - 1;
    while (this.path.length > outer) this.next();
  }

  /** After an `open`: the text within it, child elements included; stands at its `close` then. */
  innerText(): string {
    const outer = this.path.length - 1;
    let text = '';
    while (this.path.length > outer) if (this.next() === 'text') text += this.text;
    return text;
  }

  private malformed(detail: string): OoxmlError {
    return new OoxmlError('malformed-xml', this.part, `${detail} (at ${this.at})`);
  }

  private find(what: string, from: number): number {
    const found = this.source.indexOf(what, from);
    if (found < 0) throw this.malformed(`no ${what}`);
    return found;
  }

  private match(pattern: RegExp, from: number): RegExpExecArray | null {
    pattern.lastIndex = from;
    return pattern.exec(this.source);
  }

  private skipSpace(from: number): number {
    if (this.source.charCodeAt(from) > 0x20) return from;
    return from + (this.match(SPACE, from)?.[0].length ?? 0);
  }

  /** Reads a run of text and CDATA; false when it is only space outside the root. */
  private readText(): boolean {
    const { source } = this;
    this.start = this.at;
    let text = '';
    while (this.at < source.length) {
      if (source.startsWith('<![CDATA[', this.at) && this.path.length > 0) {
        const end = this.find(']]>', this.at);
        text += source.slice(this.at + 9, end).replace(/\r\n?/g, '\n');
        this.at = end + 3;
      } else if (source.charCodeAt(this.at) === 0x3c) {
        break;
      } else {
        const found = source.indexOf('<', this.at);
        const end = found < 0 ? source.length : found;
        const run = source.slice(this.at, end);
        if (run.includes(']]>')) throw this.malformed(']]> in text');
        text += resolveEntities(run.includes('\r') ? run.replace(/\r\n?/g, '\n') : run, this.part);
        if (this.path.length === 0 && /[^ \t\r\n]/.test(run)) {
          throw this.malformed('text outside the root');
        }
        this.at = end;
      }
    }
    this.end = this.at;
    this.text = text;
    this.attributes = [];
    return this.path.length > 0;
  }

  private readName(from: number): number {
    const { source } = this;
    let at = from;
    let colon = -1;
    let code = source.charCodeAt(at);
    for (let least = 2; ; code = source.charCodeAt(++at)) {
      if (code === COLON && colon < 0 && least === 1) {
        colon = at;
        least = 2;
      } else if ((ASCII_IN_NAME[code] ?? 0) >= least) {
        least = 1;
      } else if (least === 2 || code >= ASCII_IN_NAME.length) {
        return this.readAnyName(from);
      } else {
        break;
      }
    }
    this.name = source.slice(from, at);
    this.prefix = colon < 0 ? '' : source.slice(from, colon);
    this.local = colon < 0 ? this.name : source.slice(colon + 1, at);
    return at;
  }

  /** A name that may hold other letters than those of English. */
  private readAnyName(from: number): number {
    const found = this.match(NAME, from);
    if (found === null) throw this.malformed('a tag without a name');
    [this.name] = found;
    this.prefix = found[1] ?? '';
    this.local = found[2] ?? '';
    return from + this.name.length;
  }

  private readClose(): XmlToken {
    this.start = this.at;
    const after = this.skipSpace(this.readName(this.at + 2));
    if (this.source[after] !== '>' || this.path.pop() !== this.name) {
      throw this.malformed(`</${this.name}> closes nothing`);
    }
    this.at = this.end = after + 1;
    this.attributes = [];
    this.selfClosing = false;
    return (this.token = 'close');
  }

  private readOpen(): XmlToken {
    const { source } = this;
    if (this.path.length === 0 && this.seenRoot) throw this.malformed('a second root');
    if (this.path.length >= DEEPEST) throw this.malformed('nested too deeply');
    this.seenRoot = true;
    this.start = this.at;
    let at = this.readName(this.at + 1);
    const { name, prefix, local } = this;
    const attributes: XmlAttribute[] = [];
    for (;;) {
      const next = this.skipSpace(at);
      const character = source[next];
      if (character === '>') {
        this.selfClosing = false;
        at = next + 1;
        break;
      }
      if (character === '/' && source[next + 1] === '>') {
        this.selfClosing = true;
        at = next + 2;
        break;
      }
      if (next === at) throw this.malformed(`<${name}> is not ended`);
      const attribute = this.readAttribute(next);
      if (attributes.some((other) => other.name === attribute.name)) {
        throw this.malformed(`attribute ${attribute.name} is doubled`);
      }
      if (attributes.length >= MOST_ATTRIBUTES) throw this.malformed('too many attributes');
      attributes.push(attribute);
      at = attribute.end;
    }
    this.name = name;
    this.prefix = prefix;
    this.local = local;
    this.attributes = attributes;
    this.at = this.end = at;
    this.path.push(name);
    this.pendingClose = this.selfClosing;
    return (this.token = 'open');
  }

  private readAttribute(start: number): XmlAttribute {
    const { source } = this;
    const equals = this.skipSpace(this.readName(start));
    const { name, prefix, local } = this;
    if (source[equals] !== '=') throw this.malformed(`attribute ${name} has no value`);
    const open = this.skipSpace(equals + 1);
    const quote = source[open];
    if (quote !== '"' && quote !== "'") throw this.malformed(`attribute ${name} is not quoted`);
    const close = this.find(quote, open + 1);
    const raw = source.slice(open + 1, close);
    if (raw.includes('<')) throw this.malformed(`< in attribute ${name}`);
    const spaced = /[\t\r\n]/.test(raw) ? raw.replace(/\r\n|[\t\r\n]/g, ' ') : raw;
    return {
      name,
      prefix,
      local,
      value: resolveEntities(spaced, this.part),
      start,
      end: close + 1,
      valueStart: open + 1,
      valueEnd: close,
    };
  }
}
