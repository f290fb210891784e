import { parseRange } from '../../src/ooxml/cell-range';
import { OoxmlPackage } from '../../src/ooxml/package';
import { sheetFormulas } from '../../src/ooxml/write/sheet-formulas';
import { attributeIn, cellsOf, findSheetData, rowsOf } from '../../src/ooxml/write/sheet-rows';
import {
  attributeOf,
  childOf,
  descendantsOf,
  outlineWorksheet,
  outlineXml,
} from '../../src/ooxml/write/xml-outline';
import { XlsxWorkbookSource } from '../../src/hosts/xlsx/xlsx-source';
import {
  CellDate,
  type CellContent,
  CellFault,
  UncalculatedFormula,
} from '../../src/workbook/source';
import type { Area } from './a1';
import {
  type CellModel,
  type WorkbookModel,
  addSheet,
  cellKey,
  childBag,
  emptyBag,
  emptyWorkbook,
  nextId,
} from './workbook-model';

/** Number formats that files name only by their id: those that tests meet. ECMA-376 1, 18.8.30. */
const BUILT_IN = new Map([
  [1, '0'],
  [2, '0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [14, 'yyyy/m/d'],
  [22, 'yyyy/m/d h:mm'],
  [31, 'yyyy"年"m"月"d"日"'],
  [49, '@'],
]);

const VISIBILITY = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;

/** The format code of each cell format. */
function formatCodes(file: OoxmlPackage, part: string | null): readonly string[] {
  if (part === null) return [];
  const root = outlineXml(file.text(part), part);
  const codes = new Map(
    (childOf(root, 'numFmts')?.children ?? []).map((format) => [
      Number(attributeOf(format, 'numFmtId')),
      attributeOf(format, 'formatCode') ?? 'General',
    ]),
  );
  return (childOf(root, 'cellXfs')?.children ?? []).map((format) => {
    const id = Number(attributeOf(format, 'numFmtId') ?? 0);
    return codes.get(id) ?? BUILT_IN.get(id) ?? 'General';
  });
}

function areaOf(range: string): Area {
  const area = parseRange(range.replaceAll('$', ''));
  if (area === null) throw new Error(`${range} is no range`);
  return {
    row: area.firstRow - 1,
    column: area.firstColumn,
    rowCount: area.lastRow - area.firstRow + 1,
    columnCount: area.lastColumn - area.firstColumn + 1,
  };
}

function cellOf(content: CellContent): CellModel | undefined {
  if (content === undefined || content === null) return undefined;
  if (content instanceof CellFault) return { value: content.error, isError: true };
  if (content instanceof CellDate) return { value: content.serial, numberFormat: 'yyyy/m/d' };
  // Excel calculates what a file holds without its result; nothing here can.
  if (content instanceof UncalculatedFormula) return { value: 0 };
  return { value: content };
}

/**
 * A workbook file as Excel would hold it after opening: contents, formulas with their results, number
 * formats, merged areas, hidden rows and sheets, names, formula rules and protection. Other formats,
 * charts and tables are left behind.
 */
export async function workbookFromXlsx(bytes: Uint8Array, name: string): Promise<WorkbookModel> {
  const source = XlsxWorkbookSource.open(bytes, name);
  const file = OoxmlPackage.open(bytes);
  const { sheets, definedNames, stylesPart } = source.workbook;
  const codes = formatCodes(file, stylesPart);
  const workbook = emptyWorkbook(name);
  for (const listed of sheets) {
    if (listed.kind !== 'worksheet') continue;
    const sheet = addSheet(workbook, listed.name);
    sheet.visibility = VISIBILITY[listed.visibility];
    for await (const rows of source.rows(listed.name)) {
      for (const row of rows) {
        row.cells.forEach((content, column) => {
          const cell = cellOf(content);
          if (cell !== undefined) sheet.cells.set(cellKey(row.number - 1, column), cell);
        });
      }
    }
    const xml = file.text(listed.part);
    const data = findSheetData(xml);
    for (const row of data === null ? [] : rowsOf(xml, data)) {
      if (attributeIn(row.attributes, 'hidden') === '1') sheet.hiddenRows.add(row.number - 1);
      for (const cell of cellsOf(xml, row, data?.prefix ?? '')) {
        const code = codes[Number(attributeIn(cell.attributes, 's') ?? 0)] ?? 'General';
        if (code === 'General') continue;
        const key = cellKey(row.number - 1, cell.column);
        sheet.cells.set(key, {
          ...(sheet.cells.get(key) ?? { value: null }),
          numberFormat: code,
        });
      }
    }
    for (const [address, formula] of sheetFormulas(xml)) {
      const { row, column } = areaOf(address);
      const key = cellKey(row, column);
      sheet.cells.set(key, {
        ...(sheet.cells.get(key) ?? { value: null }),
        formula: `=${formula}`,
      });
    }
    const root = outlineWorksheet(xml, listed.part);
    sheet.merges = (childOf(root, 'mergeCells')?.children ?? []).map((merge) =>
      areaOf(attributeOf(merge, 'ref') ?? ''),
    );
    sheet.protection.protected =
      attributeOf(childOf(root, 'sheetProtection') ?? root, 'sheet') === '1';
    const rules = root.children
      .filter(({ local }) => local === 'conditionalFormatting')
      .flatMap((block) =>
        descendantsOf(block, 'cfRule').map((rule) => ({
          areas: (attributeOf(block, 'sqref') ?? '').split(' ').map(areaOf),
          priority: Number(attributeOf(rule, 'priority')),
          stopIfTrue: attributeOf(rule, 'stopIfTrue') === '1',
          type: attributeOf(rule, 'type') ?? '',
          formula: childOf(rule, 'formula')?.text ?? '',
        })),
      )
      .sort((one, other) => one.priority - other.priority);
    for (const { areas, stopIfTrue, type, formula } of rules) {
      const content = emptyBag();
      childBag(content, 'rule').values['formula'] = formula;
      sheet.conditionalFormats.push({
        id: nextId(workbook),
        type: type === 'expression' ? 'Custom' : 'CellValue',
        areas,
        stopIfTrue,
        content,
      });
    }
  }
  for (const { name: defined, localSheetId, hidden, text } of definedNames) {
    const model = { name: defined, formula: `=${text}`, visible: !hidden, comment: '' };
    if (localSheetId === null) workbook.names.push(model);
    else {
      const owner = sheets[localSheetId]?.name;
      workbook.sheets.find((sheet) => sheet.name === owner)?.names.push(model);
    }
  }
  const front = workbook.sheets.find(({ visibility }) => visibility === 'Visible');
  if (front !== undefined) workbook.activeSheetId = front.id;
  return workbook;
}
