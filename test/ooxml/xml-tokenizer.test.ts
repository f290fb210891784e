import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { OoxmlError } from '../../src/ooxml/ooxml-error';
import { XmlByteScanner } from '../../src/ooxml/xml-byte-scanner';
import { XmlTokenizer } from '../../src/ooxml/xml-tokenizer';
import { refusalOf } from './refusal';

type Event =
  | readonly ['open', string, Readonly<Record<string, string>>]
  | readonly ['close', string]
  | readonly ['text', string];

/** Neighbouring texts joined, empty ones left out: where a text is cut is nobody's business. */
function joined(events: readonly Event[]): Event[] {
  const result: Event[] = [];
  for (const event of events) {
    const last = result.at(-1);
    if (event[0] === 'text' && last?.[0] === 'text')
      result[result.length - 1] = ['text', last[1] + event[1]];
    else result.push(event);
  }
  return result.filter((event) => event[0] !== 'text' || event[1] !== '');
}

function ourEvents(xml: string): Event[] | null {
  try {
    const events: Event[] = [];
    const tokens = new XmlTokenizer(xml, null);
    while (tokens.next() !== 'end') {
      if (tokens.token === 'text') events.push(['text', tokens.text]);
      else if (tokens.token === 'close') events.push(['close', tokens.name]);
      else
        events.push([
          'open',
          tokens.name,
          Object.fromEntries(tokens.attributes.map(({ name, value }) => [name, value])),
        ]);
    }
    return joined(events);
  } catch (error) {
    if (error instanceof OoxmlError) return null;
    throw error;
  }
}

function saxesEvents(xml: string): Event[] | null {
  const events: Event[] = [];
  const errors: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', ({ message }) => {
    errors.push(message);
  });
  parser.on('doctype', (text) => {
    errors.push(text);
  });
  parser.on('opentag', ({ name, attributes }) => {
    events.push(['open', name, { ...attributes }]);
  });
  parser.on('closetag', ({ name }) => {
    events.push(['close', name]);
  });
  let depth = 0;
  parser.on('opentagstart', () => {
    depth++;
  });
  parser.on('text', (text) => {
    if (depth > 0) events.push(['text', text]);
  });
  parser.on('cdata', (text) => {
    events.push(['text', text]);
  });
  parser.write(xml).close();
  return errors.length > 0 ? null : trimmedAfterRoot(joined(events));
}

function trimmedAfterRoot(events: Event[]): Event[] {
  return events.at(-1)?.[0] === 'text' ? events.slice(0, -1) : events;
}

function scannedEvents(xml: string, cuts: readonly number[]): Event[] | null {
  const bytes = new TextEncoder().encode(xml);
  const places = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort(
    (a, b) => a - b,
  );
  try {
    const events: Event[] = [];
    const scanner = new XmlByteScanner('part');
    const take = (): void => {
      for (;;) {
        const token = scanner.next();
        if (token === 'more' || token === 'end') return;
        if (token === 'text') events.push(['text', scanner.text()]);
        else if (token === 'close') events.push(['close', scanner.local]);
        else {
          const { local, selfClosing } = scanner;
          const attributes: Record<string, string> = {};
          while (scanner.nextAttribute())
            attributes[scanner.attributeName] = scanner.attributeValue();
          events.push(['open', local, attributes]);
          if (selfClosing) events.push(['close', local]);
        }
      }
    };
    let from = 0;
    for (const to of places) {
      scanner.feed(bytes.slice(from, to));
      from = to;
      take();
    }
    scanner.finish();
    take();
    return joined(events);
  } catch (error) {
    if (error instanceof OoxmlError) return null;
    throw error;
  }
}

const name = fc.constantFrom('c', 'row', 'x:c', 'v', 'is', 't', 'sheetData', '学校');
const text = fc
  .array(
    fc.constantFrom(
      'a',
      '7',
      ' ',
      '\n',
      '\r\n',
      '校',
      '𠮷',
      '&amp;',
      '&lt;',
      '&#65;',
      '&#x5B66;',
      '&apos;',
      '&quot;',
      '>',
      ']',
      '"',
      "'",
      '/',
      '_x000D_',
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(''));
const space = fc.constantFrom('', ' ', '\n\t', '  ');
const gap = fc.constantFrom(' ', '\n', '\r\n  ');
const attribute = fc
  .tuple(
    gap,
    fc.constantFrom('r', 's', 'xml:space', 'r:id', 'ref'),
    space,
    space,
    fc.boolean(),
    text,
  )
  .map(([before, key, a, b, single, value]) => {
    const quote = single ? "'" : '"';
    return { key, xml: `${before}${key}${a}=${b}${quote}${value.replaceAll(quote, '')}${quote}` };
  });
const attributes = fc
  .uniqueArray(attribute, { selector: ({ key }) => key, maxLength: 3 })
  .map((list) => list.map(({ xml }) => xml).join(''));
const misc = fc.constantFrom(
  '<!-- a > b -->',
  '<?pi some "thing?>',
  '<![CDATA[a<b>&amp;]]>',
  '<![CDATA[]]>',
  '<!---->',
);
/** Between tags `]]>` may not stand as it is, not even put together from neighbours. */
const content = text.map((piece) => piece.replaceAll('>', '&gt;'));
const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.tuple(name, attributes, space).map(([tag, list, after]) => `<${tag}${list}${after}/>`),
    fc
      .tuple(
        name,
        attributes,
        space,
        fc.array(fc.oneof(content, misc, tie('element')), { maxLength: 4 }),
      )
      .map(
        ([tag, list, after, inner]) => `<${tag}${list}${after}>${inner.join('')}</${tag}${after}>`,
      ),
  ),
}));
const document = fc
  .tuple(
    fc.constantFrom(
      '',
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<?xml version="1.0"?>\r\n<!-- c -->',
    ),
    element,
    fc.constantFrom('', '\n', '<!-- end -->', '<?p q?>'),
  )
  .map((pieces) => pieces.join(''));
const damage = fc.tuple(
  fc.nat(),
  fc.constantFrom('', '<', '>', '&', '"', '/', ' ', '</c>', '<!', '=', 'x', '\u0001'),
  fc.nat({ max: 3 }),
);

describe('the tokenizer', () => {
  it('finds in every well-formed text what an independent parser finds', () => {
    fc.assert(
      fc.property(document, (xml) => {
        const expected = saxesEvents(xml);
        expect(expected).not.toBeNull();
        expect(ourEvents(xml)).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  it('refuses what an independent parser refuses, and nothing else', () => {
    fc.assert(
      fc.property(document, damage, (xml, [place, insert, cut]) => {
        // What stands in the XML declaration is not looked at.
        const head = /^<\?xml.*?\?>/.exec(xml)?.[0] ?? '';
        const rest = Array.from(xml.slice(head.length));
        const at = place % rest.length;
        const broken = [head, ...rest.slice(0, at), insert, ...rest.slice(at + cut)].join('');
        // That a prefix needs a name on both sides of its colon is known to namespaces only.
        fc.pre(!/(?<![\w学校]):|:(?![\w学校])/.test(broken));
        expect(ourEvents(broken)).toEqual(saxesEvents(broken));
      }),
      { numRuns: 1500 },
    );
  });

  it('tells where every tag and attribute stands', () => {
    fc.assert(
      fc.property(document, (xml) => {
        const tokens = new XmlTokenizer(xml, null);
        const opened: string[] = [];
        while (tokens.next() !== 'end') {
          const piece = xml.slice(tokens.start, tokens.end);
          if (tokens.token === 'open') {
            expect(piece.startsWith(`<${tokens.name}`)).toBe(true);
            expect(piece.endsWith(tokens.selfClosing ? '/>' : '>')).toBe(true);
            opened.push(tokens.name);
            expect(tokens.depth).toBe(opened.length);
            for (const { name, start, end, valueStart, valueEnd } of tokens.attributes) {
              const quoted = xml.slice(valueStart - 1, valueEnd + 1);
              expect(quoted).toMatch(/^(["']).*\1$/s);
              expect(xml.slice(start, end).startsWith(name)).toBe(true);
              expect(xml.slice(start, end).endsWith(quoted)).toBe(true);
            }
          } else if (tokens.token === 'close') {
            expect(opened.pop()).toBe(tokens.name);
            if (tokens.start !== tokens.end)
              expect(piece.startsWith(`</${tokens.name}`)).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['a document type', '<!DOCTYPE a><a/>', 'bad-entity'],
    ['a declared entity', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'bad-entity'],
    ['an unknown entity', '<a>&nbsp;</a>', 'bad-entity'],
    ['an entity in an attribute', '<a b="&c;"/>', 'bad-entity'],
    ['a bare ampersand', '<a>a & b</a>', 'bad-entity'],
    ['a reference to no character', '<a>&#0;</a>', 'malformed-xml'],
    ['a reference beyond Unicode', '<a>&#x110000;</a>', 'malformed-xml'],
    ['a doubled attribute', '<a b="1" b="2"/>', 'malformed-xml'],
    ['tags that cross', '<a><b></a></b>', 'malformed-xml'],
    ['an open end', '<a><b>', 'malformed-xml'],
    ['nothing', '', 'malformed-xml'],
    ['two roots', '<a/><b/>', 'malformed-xml'],
    ['very deep nesting', '<a>'.repeat(100_000), 'malformed-xml'],
    [
      'a heap of attributes',
      `<a ${Array.from({ length: 5000 }, (_, index) => `b${index}=""`).join(' ')}/>`,
      'malformed-xml',
    ],
  ])('refuses %s', (_, xml, code) => {
    const read = (): void => {
      const tokens = new XmlTokenizer(xml, 'part.xml');
      while (tokens.next() !== 'end');
    };
    expect(refusalOf(read)).toBe(code);
  });

  it('gives attributes with and without prefix apart, and the text within an element', () => {
    const tokens = new XmlTokenizer('<s id="1" r:id="2"><t>a<b>&lt;</b></t><u/></s>', null);
    tokens.next();
    expect(tokens.attribute('id')).toBe('1');
    expect(tokens.prefixedAttribute('id')).toBe('2');
    expect(tokens.attribute('other')).toBeUndefined();
    tokens.next();
    expect(tokens.innerText()).toBe('a<');
    expect([tokens.token, tokens.name]).toEqual(['close', 't']);
    tokens.next();
    tokens.skip();
    expect(tokens.depth).toBe(1);
  });
});

describe('the scanner of chunks', () => {
  const withoutPrefix = (events: Event[] | null): Event[] | null =>
    events?.map((event) => {
      if (event[0] === 'text') return event;
      const local = event[1].replace(/^.*:/, '');
      return event[0] === 'open' ? ['open', local, event[2]] : ['close', local];
    }) ?? null;

  it('finds the same however the bytes are cut', () => {
    fc.assert(
      fc.property(document, fc.array(fc.nat(), { maxLength: 6 }), (xml, cuts) => {
        const normalised = scannedEvents(xml, cuts)?.map((event) =>
          // Space in attribute values is left as it is: no attribute of a sheet holds any.
          event[0] === 'open'
            ? [
                'open',
                event[1],
                mapValues(event[2], (value) => value.replace(/\r\n|[\n\r\t]/g, ' ')),
              ]
            : event,
        );
        const expected = withoutPrefix(ourEvents(xml))?.map((event) =>
          event[0] === 'open'
            ? ['open', event[1], mapValues(event[2], (value) => value.replace(/[\n\r\t]/g, ' '))]
            : event,
        );
        expect(normalised).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  it('ends on damaged bytes with a refusal or with tokens', () => {
    fc.assert(
      fc.property(
        document,
        damage,
        fc.array(fc.nat(), { maxLength: 4 }),
        (xml, [place, insert, cut], cuts) => {
          const at = place % xml.length;
          const broken = xml.slice(0, at) + insert + xml.slice(at + cut);
          const events = scannedEvents(broken, cuts);
          if (events !== null) expect(scannedEvents(broken, [])).toEqual(events);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('refuses a document type, an entity, and a token without end', () => {
    const scan =
      (...chunks: (string | Uint8Array)[]) =>
      () => {
        const scanner = new XmlByteScanner('part.xml');
        for (const chunk of chunks) {
          scanner.feed(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
          for (
            let token = scanner.next();
            token !== 'more' && token !== 'end';
            token = scanner.next()
          ) {
            if (token === 'text') scanner.text();
          }
        }
        scanner.finish();
        scanner.next();
      };
    expect(refusalOf(scan('<!DOCTYPE a><a/>'))).toBe('bad-entity');
    expect(refusalOf(scan('<a>&lol;</a>'))).toBe('bad-entity');
    expect(refusalOf(scan('<a>'.repeat(1000)))).toBe('malformed-xml');
    expect(refusalOf(scan('<a><b '))).toBe('malformed-xml');
    const megabytes = new Uint8Array(5_000_000).fill(0x61);
    expect(refusalOf(scan('<a>', megabytes, megabytes, megabytes))).toBe('too-large');
  });
});

function mapValues(
  record: Readonly<Record<string, string>>,
  map: (value: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
