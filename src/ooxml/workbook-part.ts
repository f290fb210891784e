import { OoxmlError } from './ooxml-error';
import { CONTENT_TYPES_PART } from './content-types';
import type { OoxmlPackage } from './package';
import { XmlTokenizer } from './xml-tokenizer';

/** A sheet as the workbook lists it. */
export interface WorkbookSheet {
  readonly name: string;
  /** The name of its part; '' when it has none, as modules of old macros that Excel lists as sheets. */
  readonly part: string;
  readonly kind: 'worksheet' | 'chartsheet' | 'other';
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly sheetId: string;
  readonly relationshipId: string;
}

/** A defined name. */
export interface DefinedName {
  readonly name: string;
  /** 0-based index of the sheet it belongs to, null when it is the workbook's. */
  readonly localSheetId: number | null;
  readonly hidden: boolean;
  /** The formula without `=`. */
  readonly text: string;
}

/** What the workbook part says, and where the parts are that its sheets need. */
export interface WorkbookPart {
  /** The name of the workbook's own part. */
  readonly part: string;
  /** In the order of the tabs. */
  readonly sheets: readonly WorkbookSheet[];
  readonly definedNames: readonly DefinedName[];
  /** Whether dates count from 1904. */
  readonly date1904: boolean;
  readonly sharedStringsPart: string | null;
  readonly stylesPart: string | null;
}

interface ListedSheet {
  readonly name: string;
  readonly sheetId: string;
  readonly relationshipId: string;
  readonly visibility: WorkbookSheet['visibility'];
}

interface WorkbookXml {
  readonly sheets: ListedSheet[];
  readonly definedNames: DefinedName[];
  date1904: boolean;
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

function visibilityOf(state: string | undefined): WorkbookSheet['visibility'] {
  return state === 'hidden' || state === 'veryHidden' ? state : 'visible';
}

function readListedSheet(tokens: XmlTokenizer, part: string): ListedSheet {
  const name = tokens.attribute('name');
  const relationshipId = tokens.prefixedAttribute('id');
  if (name === undefined || relationshipId === undefined) {
    throw new OoxmlError('malformed-xml', part, 'a sheet lacks its name or relationship');
  }
  return {
    name,
    relationshipId,
    sheetId: tokens.attribute('sheetId') ?? '',
    visibility: visibilityOf(tokens.attribute('state')),
  };
}

function readDefinedName(tokens: XmlTokenizer): DefinedName {
  const local = tokens.attribute('localSheetId');
  return {
    name: tokens.attribute('name') ?? '',
    localSheetId: local === undefined ? null : Number(local),
    hidden: isTrue(tokens.attribute('hidden')),
    text: tokens.innerText(),
  };
}

function parseWorkbook(text: string, part: string): WorkbookXml {
  const workbook: WorkbookXml = { sheets: [], definedNames: [], date1904: false };
  const tokens = new XmlTokenizer(text, part);
  let list = '';
  while (tokens.next() !== 'end') {
    if (tokens.token !== 'open') continue;
    if (tokens.depth === 1 && tokens.local !== 'workbook') {
      throw new OoxmlError('not-a-workbook', part, `the root is <${tokens.local}>`);
    }
    if (tokens.depth === 2) {
      list = tokens.local;
      if (list === 'workbookPr') workbook.date1904 = isTrue(tokens.attribute('date1904'));
    } else if (tokens.depth === 3) {
      if (list === 'sheets' && tokens.local === 'sheet') {
        workbook.sheets.push(readListedSheet(tokens, part));
      } else if (list === 'definedNames' && tokens.local === 'definedName') {
        workbook.definedNames.push(readDefinedName(tokens));
      }
    }
  }
  return workbook;
}

function findWorkbookPart(container: OoxmlPackage): string {
  const [main] = container
    .relationshipsOf('')
    .filter(({ kind, external }) => kind === 'officeDocument' && !external);
  if (main === undefined) throw new OoxmlError('not-a-workbook', null, 'no main document');
  const type = container.has(CONTENT_TYPES_PART) ? container.contentTypeOf(main.target) : null;
  if (type?.includes('sheet.binary') === true) {
    throw new OoxmlError('xlsb', main.target, 'a binary workbook');
  }
  if (!container.has(main.target)) {
    throw new OoxmlError('part-missing', main.target, 'the main document is not there');
  }
  if (type !== null && /wordprocessingml|presentationml|visio/.test(type)) {
    throw new OoxmlError('not-a-workbook', main.target, `its type is ${type}`);
  }
  return main.target;
}

function sheetKind(relationshipKind: string): WorkbookSheet['kind'] {
  if (relationshipKind === 'worksheet' || relationshipKind === 'chartsheet') {
    return relationshipKind;
  }
  return 'other';
}

/**
 * Finds the workbook of a package and what belongs to it, everything through relationships.
 *
 * @throws {OoxmlError} `not-a-workbook`, `xlsb`, `part-missing`, `malformed-xml` and whatever opening
 * a part throws
 */
export function readWorkbookPart(container: OoxmlPackage): WorkbookPart {
  const part = findWorkbookPart(container);
  const { sheets, definedNames, date1904 } = parseWorkbook(container.descriptiveText(part), part);
  if (sheets.length === 0) throw new OoxmlError('not-a-workbook', part, 'it has no sheets');
  const relationships = container.relationshipsOf(part);
  const byId = new Map(relationships.map((one) => [one.id, one]));
  const partOfKind = (kind: string): string | null => {
    const found = relationships.find((one) => one.kind === kind && !one.external);
    return found !== undefined && container.has(found.target) ? found.target : null;
  };
  return {
    part,
    sheets: sheets.map((sheet) => {
      if (sheet.relationshipId === '') return { ...sheet, part: '', kind: 'other' };
      const relationship = byId.get(sheet.relationshipId);
      if (relationship === undefined || relationship.external) {
        throw new OoxmlError('part-missing', part, `no part for sheet ${sheet.name}`);
      }
      if (!container.has(relationship.target)) {
        throw new OoxmlError('part-missing', relationship.target, `part of sheet ${sheet.name}`);
      }
      return { ...sheet, part: relationship.target, kind: sheetKind(relationship.kind) };
    }),
    definedNames,
    date1904,
    sharedStringsPart: partOfKind('sharedStrings'),
    stylesPart: partOfKind('styles'),
  };
}
