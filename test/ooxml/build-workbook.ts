import { strToU8, zipSync, type Zippable } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export interface TestSheet {
  readonly name: string;
  /** The whole part; `sheetXml` makes one. */
  readonly xml: string | Uint8Array;
  readonly state?: string;
  /** Last step of the relationship type. */
  readonly kind?: string;
}

export interface TestWorkbook {
  readonly sheets: readonly TestSheet[];
  /** Content of `<sst>`. */
  readonly strings?: string;
  /** The whole part. */
  readonly styles?: string;
  /** Put into `<workbook>` before and after `<sheets>`. */
  readonly beforeSheets?: string;
  readonly afterSheets?: string;
  /** Base of the relationship types, to build strict packages. */
  readonly office?: string;
  readonly main?: string;
  /** The workbook's content type without its base. */
  readonly workbookType?: string;
  /** Parts to put in instead or in addition; null leaves one out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
}

/** A worksheet part around the rows, with what follows them. */
export function sheetXml(rows: string, after = '', before = ''): string {
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
    `<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`
  );
}

/** A styles part whose cell formats have the given number formats: built-in ids or codes. */
export function stylesXml(formats: readonly (number | string)[]): string {
  const custom = formats.map((format, index) =>
    typeof format === 'string'
      ? `<numFmt numFmtId="${200 + index}" formatCode="${format.replaceAll('"', '&quot;')}"/>`
      : '',
  );
  const xfs = formats.map(
    (format, index) => `<xf numFmtId="${typeof format === 'string' ? 200 + index : format}"/>`,
  );
  return (
    `<styleSheet xmlns="${MAIN}"><numFmts>${custom.join('')}</numFmts>` +
    `<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs.join('')}</cellXfs></styleSheet>`
  );
}

/** The parts of a small workbook, by name. */
export function workbookParts(workbook: TestWorkbook): Map<string, string | Uint8Array> {
  const office = workbook.office ?? OFFICE;
  const main = workbook.main ?? MAIN;
  const parts = new Map<string, string | Uint8Array>();
  const overrides = workbook.sheets.map(
    (_, index) =>
      `<Override PartName="/xl/worksheets/s${index + 1}.xml" ContentType="${TYPES}.worksheet+xml"/>`,
  );
  parts.set(
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types">` +
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>` +
      `<Override PartName="/xl/book.xml" ContentType="${TYPES}.${workbook.workbookType ?? 'sheet.main+xml'}"/>` +
      `${overrides.join('')}</Types>`,
  );
  parts.set(
    '_rels/.rels',
    `<Relationships xmlns="${PACKAGE}/relationships">` +
      `<Relationship Id="a" Type="${office}/officeDocument" Target="/xl/book.xml"/></Relationships>`,
  );
  const relationships = workbook.sheets.map(
    ({ kind = 'worksheet' }, index) =>
      `<Relationship Id="s${index + 1}" Type="${office}/${kind}" Target="worksheets/s${index + 1}.xml"/>`,
  );
  if (workbook.strings !== undefined) {
    relationships.push(
      `<Relationship Id="t" Type="${office}/sharedStrings" Target="./texts.xml"/>`,
    );
    parts.set('xl/texts.xml', `<sst xmlns="${main}">${workbook.strings}</sst>`);
  }
  if (workbook.styles !== undefined) {
    relationships.push(`<Relationship Id="f" Type="${office}/styles" Target="../xl/looks.xml"/>`);
    parts.set('xl/looks.xml', workbook.styles);
  }
  parts.set(
    'xl/_rels/book.xml.rels',
    `<Relationships xmlns="${PACKAGE}/relationships">${relationships.join('')}</Relationships>`,
  );
  const listed = workbook.sheets.map(
    ({ name, state }, index) =>
      // Some programs declare the prefix on the sheet itself, and under another name.
      `<sheet name="${name}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} ` +
      `xmlns:rel="${office}" rel:id="s${index + 1}"/>`,
  );
  parts.set(
    'xl/book.xml',
    `<workbook xmlns="${main}">${workbook.beforeSheets ?? ''}` +
      `<sheets>${listed.join('')}</sheets>${workbook.afterSheets ?? ''}</workbook>`,
  );
  workbook.sheets.forEach(({ xml }, index) => parts.set(`xl/worksheets/s${index + 1}.xml`, xml));
  for (const [name, content] of Object.entries(workbook.parts ?? {})) {
    if (content === null) parts.delete(name);
    else parts.set(name, content);
  }
  return parts;
}

/** Packs parts with a zip writer other than the one under test. */
export function zipParts(parts: Iterable<readonly [string, string | Uint8Array]>): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of parts) {
    files[name] = [
      typeof content === 'string' ? strToU8(content) : content,
      { mtime: new Date(2020, 1, 3, 4, 5, 6) },
    ];
  }
  return zipSync(files);
}

/** A small workbook as a file. Its parts have unusual names, found only through relationships. */
export function buildWorkbook(workbook: TestWorkbook): Uint8Array {
  return zipParts(workbookParts(workbook));
}
