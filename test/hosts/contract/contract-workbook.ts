import {
  bookOf,
  contentTypes,
  relationships,
  USER_FORMATS,
  worksheet,
} from '../../ooxml/write/book';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Formats: general, date, text. */
const STYLES =
  `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>' +
  '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/></cellXfs>' +
  '<dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font></dxf></dxfs></styleSheet>';

function text(cell: string, value: string, style = 0): string {
  return `<c r="${cell}" s="${style}" t="inlineStr"><is><t>${value}</t></is></c>`;
}

const SCHOOLS = worksheet(
  `<sheetData><row r="1">${text('A1', '学校名称')}${text('B1', '教师')}${text('C1', '面积')}</row>` +
    [2, 3, 4, 5]
      .map(
        (row) =>
          `<row r="${row}">${text(`A${row}`, `第${row}小学`)}<c r="B${row}"><v>${row}</v></c><c r="C${row}"><v>${row * 10}</v></c></row>`,
      )
      .join('') +
    `</sheetData><mergeCells count="1"><mergeCell ref="E1:F2"/></mergeCells>${USER_FORMATS}`,
);

/** Begins at C5; row 7 is hidden, row 8 blank. */
const MIXED = worksheet(
  '<sheetData>' +
    `<row r="5">${text('C5', '种类')}${text('D5', '内容')}</row>` +
    `<row r="6">${text('C6', '日期')}<c r="D6" s="1"><v>45536</v></c></row>` +
    `<row r="7" hidden="1">${text('C7', '错误')}<c r="D7" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>` +
    `<row r="9">${text('C9', '逻辑')}<c r="D9" t="b"><v>1</v></c></row>` +
    `<row r="10">${text('C10', '公式样的文字')}${text('D10', '=1+1')}</row>` +
    `<row r="11">${text('C11', '数字样的文字')}${text('D11', '0012')}</row>` +
    `<row r="12">${text('C12', '文本格式')}${text('D12', '85', 2)}</row>` +
    `<row r="13">${text('C13', '公式')}<c r="D13"><f>D6+1</f><v>45537</v></c></row>` +
    `<row r="14">${text('C14', '错误常量')}<c r="D14" t="e"><v>#N/A</v></c></row>` +
    '</sheetData>',
);

const PROTECTED = worksheet(
  `<sheetData><row r="1">${text('A1', '锁定')}</row></sheetData><sheetProtection sheet="1" objects="1" scenarios="1"/>`,
);

const HIDDEN = worksheet(`<sheetData><row r="1">${text('A1', '藏着')}</row></sheetData>`);

/**
 * A small workbook: 学校数据 with conditional formats of the person's own, 杂项 with every kind of cell,
 * 保护的 under protection, 隐藏的, and 空的 without a cell.
 */
export function contractWorkbook(): Uint8Array {
  const sheets = [SCHOOLS, MIXED, PROTECTED, HIDDEN, worksheet('<sheetData/>')];
  const types = Object.fromEntries(
    sheets.map((_, index) => [
      `xl/worksheets/sheet${index + 1}.xml`,
      `${SPREADSHEET}.worksheet+xml`,
    ]),
  );
  return bookOf({
    '[Content_Types].xml': contentTypes({
      'xl/workbook.xml': `${SPREADSHEET}.sheet.main+xml`,
      'xl/styles.xml': `${SPREADSHEET}.styles+xml`,
      ...types,
    }),
    '_rels/.rels': relationships(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml':
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
      '<sheet name="学校数据" sheetId="1" r:id="rId1"/><sheet name="杂项" sheetId="2" r:id="rId2"/>' +
      '<sheet name="保护的" sheetId="3" r:id="rId3"/><sheet name="隐藏的" sheetId="4" state="hidden" r:id="rId4"/>' +
      '<sheet name="空的" sheetId="5" r:id="rId5"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relationships(
      ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ),
    'xl/styles.xml': STYLES,
    ...Object.fromEntries(
      sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheet]),
    ),
  });
}
