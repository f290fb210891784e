import { OoxmlError } from './ooxml-error';
import { resolveEntities } from './xml-tokenizer';

/**
 * What `next` has found. `more` means that the token does not end within the bytes fed so far.
 * A self-closing element is a single `open` with `selfClosing`.
 */
export type ScanToken = 'open' | 'close' | 'text' | 'more' | 'end';

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;
const AMPERSAND = 0x26;
const RETURN = 0x0d;
const COLON = 0x3a;
const EQUALS = 0x3d;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;

// A cell holds at most 32 767 characters; no token of a sound sheet comes near this.
const LONGEST_TOKEN = 8 * 1024 * 1024;
const DEEPEST = 512;
const LONGEST_PREFIX = 64;
const NAME_CACHE = 256;

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === RETURN || byte === 0x09;
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

const COMMENT = bytesOf('<!--');
const COMMENT_END = bytesOf('-->');
const CDATA = bytesOf('<![CDATA[');
const CDATA_END = bytesOf(']]>');
const INSTRUCTION_END = bytesOf('?>');

/**
 * A pull tokenizer over UTF-8 that arrives in chunks, for parts that are too large to be a string.
 * It checks that tags match and refuses document types; names are known by their local part.
 */
export class XmlByteScanner {
  /** The bytes at hand; only those from `at` up to `end` count. */
  buffer: Uint8Array = new Uint8Array(0);
  at = 0;
  end = 0;
  /** Of an `open` or `close`: without prefix. */
  local = '';
  selfClosing = false;
  /** Of the current attribute, see `nextAttribute`: the name with its prefix, and its value. */
  attributeName = '';
  valueStart = 0;
  valueEnd = 0;

  private readonly path: string[] = [];
  private readonly names: string[] = new Array<string>(NAME_CACHE).fill('');
  private readonly decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  private finished = false;
  private seenRoot = false;
  private tokenStart = 0;
  private tokenEnd = 0;
  private attributeAt = 0;
  private attributesEnd = 0;
  private isCdata = false;
  private needsResolving = false;

  /** @param part its name, for errors */
  constructor(readonly part: string) {}

  /** How many elements are open. */
  get depth(): number {
    return this.path.length;
  }

  /** Adds bytes. The chunk may be reused by its owner once all its tokens have been asked for. */
  feed(chunk: Uint8Array): void {
    const rest = this.end - this.at;
    if (rest === 0) {
      this.buffer = chunk;
    } else {
      if (rest > LONGEST_TOKEN) throw new OoxmlError('too-large', this.part, 'an endless token');
      const joined = new Uint8Array(rest + chunk.length);
      joined.set(this.buffer.subarray(this.at, this.end));
      joined.set(chunk, rest);
      this.buffer = joined;
    }
    this.at = 0;
    this.end = this.buffer.length;
  }

  /** Says that no more bytes will come. */
  finish(): void {
    this.finished = true;
  }

  malformed(detail: string): OoxmlError {
    return new OoxmlError('malformed-xml', this.part, detail);
  }

  /** Advances to the next token; comments and instructions are passed over. */
  next(): ScanToken {
    const { buffer, end } = this;
    for (;;) {
      const at = this.at;
      if (at >= end) return this.atEnd();
      if (buffer[at] !== LESS) {
        if (!this.readText()) return this.incomplete();
        if (this.path.length > 0) return 'text';
        continue;
      }
      if (at + 1 >= end) return this.incomplete();
      const second = buffer[at + 1];
      if (second === SLASH) return this.readClose();
      if (second === QUESTION) {
        const close = this.find(INSTRUCTION_END, at + 2);
        if (close < 0) return this.incomplete();
        this.at = close + INSTRUCTION_END.length;
      } else if (second === EXCLAMATION) {
        if (end - at < CDATA.length && !this.finished) return 'more';
        if (this.startsWith(COMMENT, at)) {
          const close = this.find(COMMENT_END, at + COMMENT.length);
          if (close < 0) return this.incomplete();
          this.at = close + COMMENT_END.length;
        } else if (this.startsWith(CDATA, at)) {
          const close = this.find(CDATA_END, at + CDATA.length);
          if (close < 0) return this.incomplete();
          this.tokenStart = at + CDATA.length;
          this.tokenEnd = close;
          this.isCdata = true;
          this.at = close + CDATA_END.length;
          return 'text';
        } else {
          throw new OoxmlError('bad-entity', this.part, 'a document type declaration');
        }
      } else {
        return this.readOpen();
      }
    }
  }

  /** The current text token, entities resolved. */
  text(): string {
    if (this.isCdata) return this.decode(this.tokenStart, this.tokenEnd).replace(/\r\n?/g, '\n');
    return this.resolved(this.tokenStart, this.tokenEnd, this.needsResolving);
  }

  /** Advances to the next attribute of the current `open`; false when there are no more. */
  nextAttribute(): boolean {
    const { buffer, attributesEnd } = this;
    let at = this.attributeAt;
    while (at < attributesEnd && isSpace(buffer[at])) at++;
    if (at >= attributesEnd) return false;
    if (at === this.attributeAt) throw this.malformed('no space between attributes');
    const nameStart = at;
    while (at < attributesEnd && buffer[at] !== EQUALS && !isSpace(buffer[at])) at++;
    this.attributeName = this.name(nameStart, at);
    while (at < attributesEnd && isSpace(buffer[at])) at++;
    if (buffer[at] !== EQUALS) throw this.malformed(`attribute ${this.attributeName} has no value`);
    at++;
    while (at < attributesEnd && isSpace(buffer[at])) at++;
    const quote = buffer[at];
    if (at >= attributesEnd || (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE)) {
      throw this.malformed(`attribute ${this.attributeName} is not quoted`);
    }
    this.valueStart = ++at;
    while (at < attributesEnd && buffer[at] !== quote) at++;
    if (at >= attributesEnd) throw this.malformed(`attribute ${this.attributeName} has no end`);
    this.valueEnd = at;
    this.attributeAt = at + 1;
    return true;
  }

  /** The value of the current attribute, entities resolved. */
  attributeValue(): string {
    return this.resolved(this.valueStart, this.valueEnd, true);
  }

  /** The value of the current attribute if it is a plain number of at most nine digits, else -1. */
  attributeInteger(): number {
    const { buffer, valueStart, valueEnd } = this;
    if (valueEnd === valueStart || valueEnd - valueStart > 9) return -1;
    let value = 0;
    for (let at = valueStart; at < valueEnd; at++) {
      const digit = (buffer[at] ?? 0) - 0x30;
      if (digit < 0 || digit > 9) return -1;
      value = value * 10 + digit;
    }
    return value;
  }

  /** Text of the bytes as they stand. */
  decode(start: number, end: number): string {
    try {
      return this.decoder.decode(this.buffer.subarray(start, end));
    } catch {
      throw this.malformed('not valid UTF-8');
    }
  }

  /** Goes back to a place within the buffer, where `depth` elements were open. */
  rewind(at: number, depth: number): void {
    this.at = at;
    this.path.length = depth;
  }

  /**
   * Passes over everything up to the closing tag of the innermost open element, which must have the
   * given local name, without looking at what is between. False when that is not at hand yet.
   */
  skipToClose(local: string): boolean {
    const { buffer, end } = this;
    const needle = bytesOf(local);
    const last = needle.length - 1;
    // Horspool's search: by the last byte compared, how far the next place to look at is.
    const steps = new Uint8Array(256).fill(needle.length);
    for (let index = 0; index < last; index++) steps[needle[index] ?? 0] = last - index;
    let at = this.at;
    while (at + last < end) {
      if (this.startsWith(needle, at)) {
        const start = this.closingTagBefore(at);
        if (start >= 0) {
          this.at = start;
          return true;
        }
      }
      at += steps[buffer[at + last] ?? 0] ?? 1;
    }
    // What could be the beginning of the tag is kept.
    this.at = Math.max(this.at, end - needle.length - LONGEST_PREFIX);
    if (this.finished) throw this.malformed(`<${local}> is not closed`);
    return false;
  }

  /** Where the `</` or `</prefix:` begins that stands just before a name, -1 when there is none. */
  private closingTagBefore(name: number): number {
    const { buffer } = this;
    const lowest = Math.max(this.at, name - LONGEST_PREFIX);
    let at = name - 1;
    if (buffer[at] === COLON) while (at > lowest && buffer[at] !== SLASH) at--;
    return at > lowest && buffer[at] === SLASH && buffer[at - 1] === LESS ? at - 1 : -1;
  }

  private atEnd(): ScanToken {
    if (!this.finished) return 'more';
    if (this.path.length > 0) throw this.malformed(`<${this.path.at(-1) ?? ''}> is not closed`);
    if (!this.seenRoot) throw this.malformed('no root element');
    return 'end';
  }

  private incomplete(): ScanToken {
    if (this.finished) throw this.malformed('ends within a tag');
    return 'more';
  }

  private startsWith(what: Uint8Array, at: number): boolean {
    for (let index = 0; index < what.length; index++) {
      if (this.buffer[at + index] !== what[index]) return false;
    }
    return true;
  }

  private find(what: Uint8Array, from: number): number {
    const { buffer, end } = this;
    const [first] = what;
    const last = end - what.length;
    for (let at = from; at <= last; at++) {
      if (buffer[at] === first && this.startsWith(what, at)) return at;
    }
    return -1;
  }

  private readText(): boolean {
    const { buffer, end } = this;
    let at = this.at;
    let special = false;
    let byte = buffer[at];
    while (at < end && byte !== LESS) {
      if (byte === AMPERSAND || byte === RETURN) special = true;
      if (this.path.length === 0 && !isSpace(byte)) throw this.malformed('text outside the root');
      byte = buffer[++at];
    }
    if (at >= end && !this.finished) return false;
    this.tokenStart = this.at;
    this.tokenEnd = at;
    this.isCdata = false;
    this.needsResolving = special;
    this.at = at;
    return true;
  }

  private readClose(): ScanToken {
    const { buffer, end } = this;
    const start = this.at + 2;
    let at = start;
    while (at < end && buffer[at] !== GREATER) at++;
    if (at >= end) return this.incomplete();
    this.at = at + 1;
    while (at > start && isSpace(buffer[at - 1])) at--;
    const name = this.name(start, at);
    if (this.path.pop() !== name) throw this.malformed(`</${name}> closes nothing`);
    this.local = this.localOf(start, at);
    return 'close';
  }

  private readOpen(): ScanToken {
    const { buffer, end } = this;
    const start = this.at + 1;
    let at = start;
    let quote = 0;
    let nameEnd = -1;
    for (; at < end; at++) {
      const byte = buffer[at] ?? 0;
      if (quote !== 0) {
        if (byte === quote) quote = 0;
        else if (byte === LESS) throw this.malformed('< within an attribute');
      } else if (byte === GREATER) {
        break;
      } else if (byte === LESS) {
        throw this.malformed('< within a tag');
      } else if (byte === DOUBLE_QUOTE || byte === SINGLE_QUOTE) {
        quote = byte;
      } else if (nameEnd < 0 && isSpace(byte)) {
        nameEnd = at;
      }
    }
    if (at >= end) return this.incomplete();
    this.selfClosing = buffer[at - 1] === SLASH && at - 1 >= start;
    const contentEnd = this.selfClosing ? at - 1 : at;
    if (nameEnd < 0) nameEnd = contentEnd;
    if (nameEnd <= start) throw this.malformed('a tag without a name');
    this.attributeAt = nameEnd;
    this.attributesEnd = contentEnd;
    this.at = at + 1;
    if (this.path.length === 0 && this.seenRoot) throw this.malformed('a second root');
    this.seenRoot = true;
    this.local = this.localOf(start, nameEnd);
    if (!this.selfClosing) {
      if (this.path.length >= DEEPEST) throw this.malformed('nested too deeply');
      this.path.push(this.name(start, nameEnd));
    }
    return 'open';
  }

  private localOf(start: number, end: number): string {
    const { buffer } = this;
    for (let at = start; at < end; at++) {
      if (buffer[at] === COLON) return this.name(at + 1, end);
    }
    return this.name(start, end);
  }

  /** The same names come again and again: each is decoded once. */
  private name(start: number, end: number): string {
    const { buffer } = this;
    let hash = 0;
    for (let at = start; at < end; at++) hash = (hash * 31 + (buffer[at] ?? 0)) | 0;
    const slot = hash & (NAME_CACHE - 1);
    const cached = this.names[slot] ?? '';
    if (cached.length === end - start) {
      let index = 0;
      while (index < cached.length && cached.charCodeAt(index) === buffer[start + index]) index++;
      if (index === cached.length) return cached;
    }
    const name = this.decode(start, end);
    this.names[slot] = name;
    return name;
  }

  private resolved(start: number, end: number, special: boolean): string {
    const text = this.decode(start, end);
    if (!special) return text;
    return resolveEntities(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text, this.part);
  }
}
