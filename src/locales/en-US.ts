import type { Texts } from './texts';

/** American English. */
export const enUS: Texts = {
  stages: { primary: 'primary', junior: 'junior' },
  severities: {
    error: 'data error',
    fail: 'below standard',
    near: 'near standard',
    warning: 'warning',
    info: 'note',
  },
  attainments: { met: 'met', near: 'near', below: 'below' },
  verdicts: { pass: 'meets the standard', fail: 'does not meet', unjudged: 'cannot be judged' },
  parts: {
    resources: 'Resource allocation',
    government: 'Government support',
    quality: 'Quality of education',
    recognition: 'Public recognition',
    veto: 'Veto',
  },
  overall: 'Overall',
  schoolTypes: {
    primary: 'primary school',
    teachingPoint: 'teaching point',
    junior: 'junior secondary school',
    nineYear: 'nine-year school',
    twelveYear: 'twelve-year school',
    completeSecondary: 'complete secondary school',
    special: 'special education school',
    vocational: 'vocational school',
    senior: 'senior secondary school',
    kindergarten: 'kindergarten',
  },
  localities: { urban: 'urban', town: 'town', rural: 'rural' },
  units: {
    person: ' people',
    squareMetre: ' ㎡',
    yuan: ' yuan',
    room: ' rooms',
    computer: ' computers',
    book: ' books',
    student: ' pupils',
    class: ' classes',
    ratio: '',
    perHundredPersons: ' per 100 pupils',
    perPupilSquareMetres: ' ㎡/pupil',
    perPupilYuan: ' yuan/pupil',
    perHundredRooms: ' rooms/100 pupils',
    perHundredComputers: ' computers/100 pupils',
    perPupilBooks: ' books/pupil',
  },
  measures: {
    mean: 'county mean',
    coefficient: 'coefficient',
    count: 'number of schools meeting the standard',
    ratio: 'share of schools meeting the standard (%)',
    schools: 'number of schools',
    students: 'pupils',
  },
  form: {
    tables: { government: 'Table Ⅳ', quality: 'Table Ⅴ' },
    item: '{table} item {number} “{name}”',
    survey: 'Public recognition ({name})',
    veto: 'Veto matter “{name}”',
    conclusion: 'Conclusion',
    everybody: 'all groups',
    perPupil: 'Education spending per pupil',
    expected: {
      conclusion: 'yes or no',
      level: 'Ⅰ, Ⅱ, Ⅲ or Ⅳ',
      yesNo: 'yes or no',
      year: '2024',
    },
    signs: { '%': '%', 元: ' yuan', 级: ' of 4' },
    moneyUnits: {
      元: 'yuan',
      千元: 'thousand yuan',
      万元: '10 000 yuan',
      亿元: '100 million yuan',
    },
    conclusions: { 达标: 'it holds', 不达标: 'it does not hold' },
    readings: { each: 'one of each kind', inAll: 'one in all' },
    bounds: {
      atLeast: '“{heading}” is {actual}{sign}, at least {required}{sign} is required',
      below: '“{heading}” is {actual}{sign}, less than {required}{sign} is required',
      atMost: '“{heading}” is {actual}, {required} is required',
      schools: 'by the school data it does not hold in {actual} schools',
      concluded: 'the conclusion filled in says so',
    },
  },
  years: {
    years: { now: 'this year', last: 'last year', both: 'both years' },
    trends: {
      improved: 'differences became smaller',
      worse: 'differences became larger',
      same: 'unchanged',
    },
    limits: {
      within: 'within the limit {limit} this year',
      over: 'over the limit {limit} this year',
      none: 'no limit is set',
    },
    composite: 'composite',
  },
  findings: {
    'file-unreadable': {
      title: 'File cannot be read',
      message: '{reason}',
      cause: 'The file is damaged, encrypted, of another format or too large; nothing was read.',
      mending: 'Follow the advice and check again; the original file is unchanged.',
    },
    'no-school-sheet': {
      title: 'No school data',
      message:
        'The workbook has no sheet 学校数据 and no recognisable 表Ⅱ-2 (sheets: {sheets}). Put the schools on a sheet named 学校数据, or name the sheet with --sheet.',
      cause: 'No sheet has the headings of the school data or of 表Ⅱ-2.',
      mending:
        'Make a blank template with “junheng template -o template.xlsx” and compare the headings, or name the sheet that holds the schools.',
    },
    'column-missing': {
      title: 'Required column missing',
      message:
        'Sheet “{sheet}” lacks the required column “{heading}”; nothing can be judged. Add the heading and its data.',
      cause: 'The judgement needs this column and no heading was recognised as it (order is free).',
      mending: 'Add the column; if it exists under another name, use the standard heading.',
    },
    'column-doubled': {
      title: 'Column appears twice',
      message:
        'Sheet “{sheet}” has “{heading}” twice ({cell} and {other}); delete or rename one of them.',
      cause: 'Two columns stand for the same quantity.',
      mending: 'Keep the right one; rename or delete the other.',
    },
    'no-schools': {
      title: 'No schools',
      message: 'Sheet “{sheet}” has no school below its headings.',
      cause: 'No row below the headings names a school.',
      mending: 'Fill in one school a row, from the row below the headings.',
    },
    'formula-error': {
      title: 'Formula error',
      message: '{place}“{heading}” shows {actual} and cannot be judged. Mend the formula.',
      cause: 'The formula returns an error such as #DIV/0! or #REF!.',
      mending: 'Check the cells it refers to, then check again.',
    },
    'formula-not-calculated': {
      title: 'Formula without a result',
      message:
        '{place}“{heading}” is a formula whose result was never saved. Open the file in Excel or WPS, save it, and check again.',
      cause: 'The program that made the file wrote formulas without calculating them.',
      mending: 'Open and save the file in Excel or WPS.',
    },
    'not-a-number': {
      title: 'Not a number',
      message: '{place}“{heading}” holds “{actual}”, which is not a number; it cannot be judged.',
      cause: 'Text stands where a number belongs.',
      mending: 'Enter a number; leave the cell blank if the school has no such stage.',
    },
    'date-for-number': {
      title: 'Date instead of a number',
      message: '{place}“{heading}” is a date ({actual}); a number belongs here.',
      cause: 'The entry was taken for a date, or the cell has a date format.',
      mending: 'Set the cell format to General, check the value and enter it again.',
    },
    'negative-number': {
      title: 'Negative number',
      message: '{place}“{heading}” is negative ({actual}) and cannot be judged.',
      cause: 'People, areas, money and rooms are never negative.',
      mending: 'Check the source and correct it.',
    },
    'fraction-for-count': {
      title: 'Whole number expected',
      message: '{place}“{heading}” is {actual}; a whole number belongs here.',
      cause: 'People, classes and rooms are counted whole.',
      mending: 'Check the source and correct it.',
    },
    'code-doubled': {
      title: 'School code appears twice',
      message: 'Code {code} stands on several rows ({rows}); “{school}” cannot be judged.',
      cause: 'A school has one row; a double one falsifies the county mean and the coefficient.',
      mending: 'Correct the code or delete a row; join campuses in one row or use 并入学校.',
    },
    'name-missing': {
      title: 'School name missing',
      message: '{place}this row holds data but no school name; it is counted as “{school}”.',
      cause: 'The row has a code or numbers, but the name is blank.',
      mending: 'Add the name, or clear the row if it is not a school.',
    },
    'number-as-text': {
      title: 'Number stored as text',
      message: '{place}“{heading}” stores {actual} as text; it was used as a number.',
      cause: 'Excel leaves such numbers out of sums and averages.',
      mending: 'Convert the cell to a number (one click in the pane).',
    },
    'full-width-number': {
      title: 'Stray characters in a number',
      message: '{place}“{heading}” reads “{actual}”; {read} was used.',
      cause: 'The number holds full-width characters, spaces, commas or a unit.',
      mending: 'Type plain digits (one click in the pane).',
    },
    'name-doubled': {
      title: 'School name appears twice',
      message: 'The name “{school}” stands on several rows ({rows}); is it one school?',
      cause: 'Rows of the same name may be one school entered twice.',
      mending: 'Delete one row, or complete the names of different schools.',
    },
    'code-malformed': {
      title: 'Malformed school code',
      message: '{place}the code “{actual}” is not 10 digits.',
      cause: 'A school code has 10 digits; a leading 0 is easily lost.',
      mending: 'Format the column as text and enter all 10 digits.',
    },
    'type-unknown': {
      title: 'Unknown school type',
      message: '{place}type “{actual}” is not a standard name; the school is judged by its pupils.',
      cause: 'The type is blank or not a name of the statistics.',
      mending:
        'Use 小学, 教学点, 初级中学, 九年一贯制学校, 十二年一贯制学校 or 完全中学, as the case may be.',
    },
    'ownership-unknown': {
      title: 'Unknown ownership',
      message: '{place}ownership “{actual}” was not recognised; the school counts as public.',
      cause: 'Ownership is a name or a code from 1 to 10.',
      mending: 'Enter a standard name or code, such as 7 or 10 (private).',
    },
    'locality-unknown': {
      title: 'Unknown locality',
      message: '{place}locality “{actual}” was not recognised; figures by locality leave it out.',
      cause: 'Locality is 城区, 镇区 or 乡村.',
      mending: 'Enter one of the three.',
    },
    'boarding-unknown': {
      title: 'Boarding not stated plainly',
      message: '{place}boarding reads “{actual}”; it must be yes or no.',
      cause: 'The column takes yes or no only.',
      mending: 'Enter 是 or 否.',
    },
    'rows-hidden': {
      title: 'Hidden rows',
      message: 'Sheet “{sheet}” hides {count} rows of schools (rows {rows}); they are counted.',
      cause: 'Hidden or filtered rows are still data.',
      mending: 'Unhide them and make sure that these schools belong.',
    },
    'sheet-hidden': {
      title: 'Hidden sheet',
      message: 'The data sheet “{sheet}” is hidden; it is counted.',
      cause: 'Hidden sheets are easily out of date.',
      mending: 'Unhide it and make sure that the data are current.',
    },
    'stage-sheets-disagree': {
      title: 'Two sheets disagree',
      message: '“{school}”: “{heading}” is {actual} on one sheet and {required} on the other.',
      cause: 'Shared assets of one school were entered on both sheets with different values.',
      mending: 'Make them equal; the first one was used.',
    },
    'sheet-assumed': {
      title: 'Sheet recognised by its headings',
      message: 'No sheet is named 学校数据; “{sheet}” has the headings and was taken.',
      cause: 'The sheet has another name.',
      mending: 'Name the right sheet if this is not it.',
    },
    'columns-unknown': {
      title: 'Columns not used',
      message: 'Sheet “{sheet}” has {count} columns that are not standard: {headings}.',
      cause: 'Extra columns do no harm.',
      mending: 'Rename the heading if one of them should be used.',
    },
    'rows-skipped': {
      title: 'Rows skipped',
      message: 'Total and note rows of “{sheet}” were not taken for schools: rows {rows}.',
      cause: 'A total counted as a school falsifies the coefficient.',
      mending: 'Correct the school name if one of them is a school.',
    },
    'students-missing': {
      title: 'Pupils missing',
      message: '“{school}” has no number of {stage} pupils; that stage cannot be judged.',
      cause: 'Its type or other cells say that it has this stage.',
      mending: 'Enter the pupils; enter 0 if there are none.',
    },
    'senior-students-missing': {
      title: 'Senior pupils missing',
      message:
        '“{school}” has senior grades but no number of senior pupils; shared assets cannot be split.',
      cause: 'Shared assets are split between stages by weighted pupils.',
      mending: 'Enter the senior pupils; enter 0 if there are none.',
    },
    'value-missing': {
      title: 'Data missing',
      message: '“{school}” lacks “{heading}”; {stage} {indicator} cannot be judged.',
      cause: 'The indicator needs this number; blank is not 0.',
      mending: 'Enter it; enter 0 if there is none.',
    },
    'stage-against-type': {
      title: 'Stage against type',
      message: '“{school}” is a {type} but has {actual} {stage} pupils; judged by its pupils.',
      cause: 'Attached classes, or a wrong column or type.',
      mending: 'Leave it for attached classes; else check type and pupils.',
    },
    'students-zero': {
      title: 'No pupils',
      message: '“{school}” has 0 {stage} pupils and is left out of that stage.',
      cause: 'Without pupils there is no value per pupil.',
      mending: 'Delete a closed school; enter the pupils if they were forgotten.',
    },
    'staff-without-students': {
      title: 'Staff without pupils',
      message: '“{school}” has no {stage} pupils, yet “{heading}” is {actual}.',
      cause: 'Pupils forgotten, or teachers in the wrong stage.',
      mending: 'Check pupils and teachers of that stage.',
    },
    'degree-exceeds-teachers': {
      title: 'More highly qualified teachers than teachers',
      message: '“{school}” {stage}: {actual} highly qualified among {required} teachers.',
      cause: 'The former are part of the latter.',
      mending: 'Check both columns.',
    },
    'backbone-exceeds-teachers': {
      title: 'More backbone teachers than teachers',
      message: '“{school}” {stage}: {actual} backbone teachers among {required} teachers.',
      cause: 'The former are part of the latter.',
      mending: 'Check both columns.',
    },
    'sports-arts-exceeds-teachers': {
      title: 'More sports and arts teachers than teachers',
      message: '“{school}” {stage}: {actual} sports and arts teachers among {required} teachers.',
      cause: 'The former are part of the latter.',
      mending: 'Check both columns.',
    },
    'indoor-sports-exceeds-area': {
      title: 'Indoor sports area exceeds teaching area',
      message: '“{school}”: indoor sports {actual} ㎡ exceeds teaching area {required} ㎡.',
      cause: 'Indoor sports rooms are part of the teaching area.',
      mending: 'Check both areas and their units.',
    },
    'students-without-classes': {
      title: 'Pupils without classes',
      message: '“{school}” has {actual} {stage} pupils but 0 classes.',
      cause: 'Classes forgotten or in the wrong column.',
      mending: 'Enter the number of classes.',
    },
    'class-mean-exceeds-largest': {
      title: 'Mean class size above the largest class',
      message: '“{school}” {stage}: mean class size {actual} exceeds the largest class {required}.',
      cause: 'Pupils, classes or the largest class is wrong.',
      mending: 'Check the three columns.',
    },
    'large-classes-exceed-classes': {
      title: 'More large classes than classes',
      message: '“{school}” {stage}: {actual} oversized classes among {required}.',
      cause: 'The former are part of the latter.',
      mending: 'Check both columns.',
    },
    'unit-slip': {
      title: 'Unit may be wrong',
      message:
        '“{school}”: “{heading}” is {actual}, about {factor} times the county’s middle value; used as entered.',
      cause: 'Yuan entered for 万元, or a misplaced decimal point.',
      mending: 'Equipment and budgets are in 万元 (10 000 yuan), areas in ㎡.',
    },
    'value-implausible': {
      title: 'Implausible value',
      message: '“{school}” {stage} {indicator} is {actual}{unit}; please check.',
      cause: 'Far beyond what a school can reach.',
      mending: 'Check the data and the pupils.',
    },
    'merge-target-unknown': {
      title: 'Target of the merger not found',
      message: '“{school}” is to be counted with “{target}”, which is not in the table.',
      cause: '并入学校 takes a code or full name found in the table.',
      mending: 'Correct it, or clear it; the school was judged on its own.',
    },
    'merge-circular': {
      title: 'Merger goes in a circle',
      message: 'The merger of “{school}” leads back to itself ({target}); judged on its own.',
      cause: 'Two schools name each other, or one names itself.',
      mending: 'Fill 并入学校 only on the side that is counted with the other.',
    },
    'inputs-rounded': {
      title: 'Judged from rounded values',
      message:
        'Only 表Ⅱ-2 is here, whose values have two decimals; provide the school data for an exact verdict.',
      cause: 'Two decimals misjudge what lies at a limit.',
      mending: 'Add a sheet 学校数据 and check again.',
    },
    'stated-mean-differs': {
      title: 'Stated county mean differs',
      message: '{place}{stage} {indicator} mean is stated as {actual}, recomputed {required}.',
      cause: 'The mean is the county total over all pupils, not the mean of school values.',
      mending: 'Correct it, or look for a missing school.',
    },
    'stated-coefficient-differs': {
      title: 'Stated coefficient differs',
      message:
        '{place}{stage} {indicator} coefficient is stated as {actual}, recomputed {required}.',
      cause:
        'Often: not weighted by pupils, sample STDEV, schools with 0 dropped, or a total row included.',
      mending: 'Correct it, or check that the data agree.',
    },
    'stated-count-differs': {
      title: 'Stated count differs',
      message: '{place}{stage} {indicator} {measure}: {actual} stated, {required} recomputed.',
      cause: 'Unrounded values decide; exactly at the standard is met.',
      mending: 'Correct it.',
    },
    'stated-value-differs': {
      title: 'Stated school value differs',
      message:
        '{place}“{school}” {stage} {indicator}{measure}: {actual} stated, {required} recomputed.',
      cause: 'The data changed after 表Ⅱ-2 was made, or its formula is wrong.',
      mending: 'Make 表Ⅱ-2 anew, or check the data.',
    },
    'stated-attainment-differs': {
      title: 'Stated attainment differs',
      message: '{place}“{school}” {stage}: stated “{actual}”, recomputed “{required}”.',
      cause: 'At least six of seven must be met and the other reach 85%.',
      mending: 'Correct it.',
    },
    'stated-total-differs': {
      title: 'Stated total differs',
      message: '{place}表Ⅰ “{heading}”: {actual} stated, {required} in the school data.',
      cause: 'Different definitions, or one of them is out of date.',
      mending: 'Make them agree.',
    },
    'item-missing': {
      title: 'Item not filled in',
      message: '{matter} still lacks “{blanks}”; this part and the overall verdict stay open.',
      cause: 'The item needs a number or a conclusion from the county; nothing is assumed.',
      mending:
        'Fill it in on its sheet; items that follow from 学校数据 can also be answered there.',
    },
    'entry-unclear': {
      title: 'Entry not understood',
      message: '{place}“{heading}” says “{actual}”, which is not understood; expected: {expected}.',
      cause: 'The cell holds none of the agreed wordings, and no meaning is guessed.',
      mending: 'Use one of them; put details in the column 说明.',
    },
    'entry-doubled': {
      title: 'One blank filled in twice',
      message: '{place}“{heading}” says “{actual}”, unlike {other}; the item cannot be judged.',
      cause: 'The same blank stands on two rows with different contents.',
      mending: 'Keep the right row and delete the other.',
    },
    'ratio-above-one': {
      title: 'Ratio between schools above 1',
      message:
        '{place}“{heading}” is {actual}; a ratio between schools is at most 1, so it was not used.',
      cause: 'Often 0.12 was typed as 12; or it is not the ratio at all.',
      mending: 'Enter the ratio that monitoring gave, such as 0.12.',
    },
    'part-exceeds-whole': {
      title: 'A part exceeds its whole',
      message:
        '{place}{matter}: “{heading}” is {actual}, more than {required}; the item cannot be judged.',
      cause: 'A part lies within its whole, and a share within 100%.',
      mending: 'Check both numbers and correct them.',
    },
    'entry-unknown': {
      title: 'Row not used',
      message:
        '{place}“{actual}” is no item or blank of this table; what was filled in was not used.',
      cause: 'The item’s number or the blank’s name differs from the official form.',
      mending: 'Correct it after the template.',
    },
    'percent-ambiguous': {
      title: 'A percentage of 1',
      message:
        '{place}“{heading}” is {actual}, understood as {read}%; write “1%” if one percent is meant.',
      cause: '1 may stand for all or for one in a hundred.',
      mending: 'Write it with a percent sign, such as “100%”.',
    },
    'stated-share-differs': {
      title: 'Stated figure differs',
      message:
        '{place}{matter}: “{heading}” is stated as {actual}; from the other numbers it is {required}.',
      cause: 'A share or total does not agree with the numbers beside it.',
      mending: 'Check the numbers and correct it.',
    },
    'stated-item-differs': {
      title: 'Differs from the school data',
      message:
        '{place}{matter}: “{heading}” is stated as {actual}; the school data give {required}.',
      cause: 'The two count differently, or one was not updated.',
      mending: 'Make them agree; where either falls short, the item fails.',
    },
    'largest-class-contradicts': {
      title: 'Largest class contradicts the count',
      message:
        '“{school}”: “{heading}” is {actual}, above {required}, but no class above the size is counted.',
      cause: 'At least one of the two columns is wrong.',
      mending: 'Check the largest class and the number of classes above the size.',
    },
    'percent-understood': {
      title: 'How a percentage was read',
      message: '{place}“{heading}” says “{actual}”, understood as {read}{sign}.',
      cause: 'Percentages may be written 95, 0.95 or 95%; this states what was used.',
      mending: 'If that is wrong, write the number with a percent sign.',
    },
    'unit-converted': {
      title: 'Money converted',
      message: '{place}“{heading}” is {written} in {from}, converted to {read} in {kept}.',
      cause: 'Another unit was written than the one the item is kept in.',
      mending: 'Nothing to do, unless the unit is wrong.',
    },
    'share-alone': {
      title: 'Share without counts',
      message:
        '{place}{matter}: only “{heading}” {actual}{sign} was filled in; it was judged as it stands.',
      cause: 'Shares are mostly rounded and may mislead close to the limit.',
      mending: 'Fill in the counts of the item.',
    },
    'art-room-readings': {
      title: 'The two readings of art rooms differ',
      message:
        '{matter}: {each} schools lack rooms when one of each kind is needed for 12 classes, {inAll} when one in all is; the reading used is “{reading}”.',
      cause: 'The text can be read either way; the stricter reading is the default.',
      mending:
        'Settle the reading with the authority above; a local standard sets it as switches.artRooms.',
    },
    'input-sheet-blank': {
      title: 'Sheet not filled in',
      message: 'Nothing was filled in on sheet “{sheet}”; this part is not judged.',
      cause: 'A blank sheet of the template does not touch the verdict on resources.',
      mending: 'Fill it in when the part is to be judged.',
    },
    'item-not-met': {
      title: 'Item not met',
      message: '{place}{matter} is not met: {judged}.',
      cause: 'Every item must hold for the part to pass.',
      mending: 'Mend the matter, or correct the data.',
    },
    'school-item-not-met': {
      title: 'A school falls short of an item',
      message: '“{school}”: “{heading}” is {actual}; {matter} requires {required}.',
      cause: 'The item must hold in every school.',
      mending: 'Make up the difference, or check the data.',
    },
    'veto-exists': {
      title: 'A veto matter exists',
      message: '{place}{matter} is reported to exist, which rules recognition out.',
      cause: 'Any one of these matters rules recognition out.',
      mending: 'Mend and verify it; correct the entry if it is wrong.',
    },
    'finance-year-doubled': {
      title: 'Year appears twice',
      message: '{place}the year {year} stands on two rows; growth around it cannot be judged.',
      cause: 'A year has one row.',
      mending: 'Keep the right one.',
    },
    'finance-level-missing': {
      title: 'Spending figure missing',
      message: '{place}“{heading}” of {year} is blank; growth around it cannot be judged.',
      cause: 'Growth needs every year; blank is not 0.',
      mending: 'Fill it in.',
    },
    'finance-level-not-positive': {
      title: 'Spending figure not above 0',
      message: '{place}“{heading}” of {year} is {actual}; growth cannot be computed.',
      cause: 'Growth is measured against last year’s level, which must be above 0.',
      mending: 'Check and correct it.',
    },
    'finance-growth-not-met': {
      title: 'Growth falls short',
      message: 'In {year} “{heading}” grew by {actual}%; it must grow by more than {required}%.',
      cause:
        'Education spending must outgrow regular revenue; spending and funds per pupil and wages must grow every year.',
      mending: 'Check the data, or explain and provide the money. The four parts are not affected.',
    },
    'finance-dropped': {
      title: 'A level that may never drop has dropped',
      message: 'In {year} “{heading}” is {actual}, below last year’s {required}.',
      cause: 'Education spending, in all and per pupil, may only rise.',
      mending: 'Check the data, or explain and provide the money. The four parts are not affected.',
    },
    'finance-unchanged': {
      title: 'Unchanged from last year',
      message:
        'In {year} “{heading}” is {actual}, the same as last year; it passes as not having dropped.',
      cause: 'Equal is no drop, but no rise either, and will be asked about.',
      mending: 'Check whether the figure was updated.',
    },
    'finance-years-unsorted': {
      title: 'Years out of order',
      message: '{place}the year {year} follows a later one; the years were put in order.',
      cause: 'Years out of order make growth easy to misread.',
      mending: 'Sort the rows from early to late.',
    },
    'finance-year-missing': {
      title: 'Years with a gap',
      message: '{place}{from} is followed by {to}; growth of {to} cannot be judged.',
      cause: 'Growth is between neighbouring years.',
      mending: 'Add the missing years.',
    },
    'finance-too-few-years': {
      title: 'Fewer than four years',
      message: 'Sheet “{sheet}” holds {actual} years; three years of growth need {required}.',
      cause: 'Three growth rates need four levels.',
      mending: 'Add earlier years.',
    },
    'finance-revenue-shrinks': {
      title: 'Regular revenue shrank',
      message:
        '{place}regular revenue changed by {actual}% in {year}; outgrowing it does not show that education got more.',
      cause: 'When revenue shrinks, even falling spending may outgrow it.',
      mending: 'Check revenue, and look at education spending itself.',
    },
    'finance-unit-jump': {
      title: 'Units look mixed',
      message:
        '{place}“{heading}” of {year} is {actual} after {required} the year before, some ten thousand times apart: 10 000 yuan and 100 million yuan (or yuan) look mixed.',
      cause: 'All years of a column are in one unit.',
      mending: 'Check the units.',
    },
    'year-unreadable': {
      title: 'Last year’s workbook cannot be read',
      message:
        'Last year’s workbook “{file}” cannot be read ({reason}); the years were not compared. This year’s verdict is not affected.',
      cause: 'Last year’s file is not there, cannot be opened, or is damaged.',
      mending: 'Check again with a file that opens, or without last year’s.',
    },
    'year-columns-missing': {
      title: 'Last year’s workbook lacks columns of this standard',
      message:
        'Last year’s workbook “{file}” lacks columns that this standard needs ({headings}); the years were not compared. This year’s verdict is not affected.',
      cause: 'Last year’s data were filled in for another standard or form and cannot be compared.',
      mending: 'Bring last year’s data into the form of this standard, or take another file.',
    },
    'year-no-schools': {
      title: 'Last year’s workbook has no school data',
      message:
        'Last year’s workbook “{file}” has no usable school data; the years were not compared. This year’s verdict is not affected.',
      cause: 'It has neither 学校数据 nor 表Ⅱ-2, or no school in them.',
      mending: 'Make sure it is the right file.',
    },
    'year-none-matched': {
      title: 'No school in common with last year',
      message:
        'No school of last year’s workbook “{file}” matches one of this year; is it this county’s file?',
      cause: 'Schools are matched by code, else by name; none is the same.',
      mending: 'Take last year’s workbook of this county, or fill in the school codes.',
    },
    'year-key-doubled': {
      title: 'Code or name on several rows, so not matched',
      message: '“{key}” stands on several rows of {years}; it matches no school.',
      cause: 'A doubled code or name does not tell which school is meant.',
      mending: 'Correct the doubled code or name and check again.',
    },
    'year-unchanged': {
      title: 'Both years hold the same data',
      message:
        'Last year’s workbook “{file}” holds exactly the numbers of this year; is it the right file?',
      cause: 'Most likely the same file was taken, or this year’s data were not updated.',
      mending: 'Take last year’s workbook, or update this year’s data.',
    },
    'year-unit-slip': {
      title: 'Some 10, 100 or 10 000 times last year’s value',
      message:
        '{place}“{school}”: “{heading}” went from {last} to {actual}, about {factor} times; a unit or decimal point may have slipped.',
      cause:
        'A number became about 10, 100, 1000 or 10 000 times (or that part of) last year’s, within a quarter: most likely a slip of unit or decimal point. People and classes below 50, areas below 200 ㎡ and money below 100 000 yuan are passed over.',
      mending: 'Check both years’ numbers and units, and correct the wrong one.',
    },
    'year-unit-slip-county': {
      title: 'The whole county some 10, 100 or 10 000 times last year’s values',
      message:
        'Sheet “{sheet}”: “{heading}” is about {factor} times last year’s in {actual} of {compared} schools; the two years seem to use different units.',
      cause: 'At least half of the schools, and four, changed by the same power of ten.',
      mending: 'Make the units of the two years agree.',
    },
    'year-pupils-jump': {
      title: 'Pupils changed implausibly',
      message:
        '{place}“{school}”: {stage} pupils went from {last} to {actual} ({change}%); please check.',
      cause: 'Pupils of a stage halved, or grew by more than half, and by at least 50.',
      mending: 'Check the pupils; note mergers in 并入学校 or the remarks.',
    },
    'year-area-jump': {
      title: 'An area changed implausibly',
      message:
        '{place}“{school}”: “{heading}” went from {last} ㎡ to {actual} ㎡ ({change}%); please check.',
      cause:
        'An area shrank by more than a fifth (at least 200 ㎡) or more than doubled (at least 500 ㎡).',
      mending: 'Check it; explain buildings that were put up or taken down.',
    },
    'year-change-outlying': {
      title: 'A change far out of line with other schools',
      message:
        '{place}“{school}” {stage} {indicator} went from {last}{unit} to {actual}{unit} ({change}%); schools of the stage usually changed by {usual}%. Please check.',
      cause:
        'The change is off by more than four robust standard deviations of the stage’s changes and by more than a half (or fell to 0). Fewer than 8 schools, changes of fewer than 5 people or rooms, 200 ㎡ or 100 000 yuan, and what another finding explains are passed over.',
      mending: 'Check both years’ data of this indicator.',
    },
    'year-compared': {
      title: 'Compared with last year',
      message:
        'Compared with last year’s workbook “{file}”: {actual} schools in both years ({named} of them by name), {opened} new, {closed} gone, {merged} merged into others.',
      cause: 'Schools are matched by code, else by name.',
      mending: 'Nothing to do.',
    },
    'year-school-new': {
      title: 'New school',
      message: '“{school}” was not there last year.',
      cause: 'Last year’s workbook has neither its code nor its name.',
      mending: 'If it was renamed or got another code, make the codes of both years agree.',
    },
    'year-school-closed': {
      title: 'School no longer there',
      message: '“{school}” of last year is no longer there.',
      cause: 'This year’s workbook has neither its code nor its name.',
      mending: 'Closed, or forgotten? If it was renamed, make the codes of both years agree.',
    },
    'year-school-merged': {
      title: 'Merged into another school',
      message: '“{school}” of last year is counted with “{target}” this year.',
      cause: 'This year’s column 并入学校 says so.',
      mending: 'Nothing to do.',
    },
    'year-coefficient-changed': {
      title: 'Coefficient compared with last year',
      message:
        'The county’s {stage} {indicator} coefficient went from {last} to {actual}: {trend}; {limit}.',
      cause: 'Both years were computed by one standard; smaller means smaller differences.',
      mending: 'Where it became larger, look first at the schools that changed most.',
    },
    'indicator-below': {
      title: 'Indicator below 85% of the standard',
      message:
        '“{school}” {stage} {indicator} is {actual}{unit}, below 85% of the standard {required}{unit}; {shortfall} short of it.',
      cause: 'Only one of the seven may be unmet, and it must reach 85%.',
      mending: 'Add what is short, or check the data.',
    },
    'indicator-near': {
      title: 'Indicator at 85–100% of the standard',
      message:
        '“{school}” {stage} {indicator} is {actual}{unit}, short of the standard {required}{unit} by {shortfall} (at least 85%).',
      cause: 'Each school may have at most one indicator at 85–100%.',
      mending: 'Add what is short; with a second unmet indicator, one of them must be met.',
    },
    'school-fails': {
      title: 'School fails overall',
      message: '“{school}” {stage} meets {met} of seven and fails overall; unmet: {missing}.',
      cause: 'At least six of seven must be met and the other reach 85%.',
      mending: 'Close the smallest gaps first, until six are met and the other reaches 85%.',
    },
    'coefficient-over-limit': {
      title: 'Coefficient over its limit',
      message:
        'The county’s {stage} {indicator} coefficient of variation is {actual}, over the limit {required}.',
      cause: 'Schools differ too much; each coefficient has the limit (primary 0.50, junior 0.45).',
      mending: 'Raise the schools with the lowest values first.',
    },
    'coefficient-undefined': {
      title: 'Coefficient undefined',
      message:
        'The county’s {stage} {indicator} mean is 0; the coefficient is undefined and fails.',
      cause: 'Every school has 0.',
      mending: 'Check whether the column was filled in.',
    },
    'composite-over-limit': {
      title: 'Composite coefficient over its limit',
      message: 'The county’s {stage} composite coefficient is {actual}, over the limit {required}.',
      cause: 'The mean of the coefficients is too large.',
      mending: 'Lower the largest coefficients first.',
    },
    'rounding-turns-judgement': {
      title: 'Rounding would turn the judgement',
      message:
        '{subject}{indicator} is exactly {actual}, limit {required}; at {places} decimals it would be judged the other way. Unrounded values decide.',
      cause: 'Rounding before comparing is a common mistake.',
      mending: 'Keep to the exact value and explain it when reporting.',
    },
    'out-of-scope-type': {
      title: 'Out of scope (type)',
      message: '“{school}” is a {type}, out of scope, and is not counted.',
      cause: 'Special, vocational and other such schools are not assessed.',
      mending: 'Correct the type if it is wrong.',
    },
    'out-of-scope-teaching-point': {
      title: 'Out of scope (teaching point)',
      message: 'Teaching point “{school}” has {actual} pupils, is out of scope and not counted.',
      cause: 'Teaching points below the minimum are not assessed (fewer than 50 in 2017).',
      mending: 'Fill 并入学校 to count it with its central school.',
    },
    'out-of-scope-private': {
      title: 'Out of scope (private)',
      message: '“{school}” is private, out of scope of the 2012 standard, and is not counted.',
      cause: 'The 2012 assessment covers public schools.',
      mending: 'Correct the ownership if it is wrong.',
    },
    'out-of-scope-no-stage': {
      title: 'No pupils of compulsory age',
      message: '“{school}” has no primary or junior pupils and is not counted.',
      cause: 'Both numbers of pupils are blank or 0.',
      mending: 'Enter the pupils if they were forgotten.',
    },
    'merged-into': {
      title: 'Counted with another school',
      message: '“{school}” is counted with “{target}”, as 并入学校 says.',
      cause: 'The analyst wrote this mapping.',
      mending: 'Clear 并入学校 to judge it on its own.',
    },
  },
  fileFaults: {
    'not-found': { message: 'File not found', mending: 'Check the path and the name.' },
    'not-readable': {
      message: 'The file cannot be opened ({detail})',
      mending: 'Check permissions, and that no other program holds it.',
    },
    'empty-file': { message: 'The file is empty (0 bytes)', mending: 'Export or copy it again.' },
    'not-a-zip': {
      message: 'Not an Excel workbook (.xlsx)',
      mending: 'Open it in Excel or WPS and save it as “Excel Workbook (*.xlsx)”.',
    },
    truncated: {
      message: 'The file is incomplete; a download or copy may have broken off',
      mending: 'Get the whole file again.',
    },
    'damaged-zip': {
      message: 'The file is damaged inside',
      mending: 'Get the file again, or open and repair it in Excel.',
    },
    'bad-path': {
      message: 'The file holds a suspicious path ({part}) and was not opened',
      mending: 'Save it again in Excel or WPS; do not open files you do not know.',
    },
    encrypted: {
      message: 'The file has a password to open',
      mending: 'Remove the password in Excel or WPS and save a copy.',
    },
    'legacy-xls': {
      message: 'The old Excel file (.xls) is damaged',
      mending: 'Open it in Excel or WPS and save it as “Excel Workbook (*.xlsx)”.',
    },
    xlsb: {
      message: 'A binary workbook (.xlsb) cannot be read',
      mending: 'Save it in Excel as “Excel Workbook (*.xlsx)”.',
    },
    zip64: {
      message: 'The file uses the huge zip format (zip64)',
      mending: 'Open it in Excel and save it as an ordinary .xlsx.',
    },
    'too-large': {
      message: 'The file is too large when unpacked ({detail}) and was not opened',
      mending: 'Remove other sheets or pictures and save; do not open files you do not know.',
    },
    'bad-entity': {
      message: 'The file defines XML entities, which is not allowed ({part})',
      mending: 'Save it again in Excel or WPS; do not open files you do not know.',
    },
    'part-missing': {
      message: 'The file lacks a necessary part ({part})',
      mending: 'Open and repair it in Excel, then save.',
    },
    'malformed-xml': {
      message: 'The file is damaged inside ({part})',
      mending: 'Open and repair it in Excel, then save.',
    },
    'not-a-workbook': {
      message: 'The archive is not an Excel workbook',
      mending: 'Choose an .xlsx file, not a document, a presentation or another archive.',
    },
    'unsupported-compression': {
      message: 'The file uses an unsupported compression ({part})',
      mending: 'Save it again in Excel or WPS as .xlsx.',
    },
    crc: {
      message: 'The file’s contents do not match their checksum ({part})',
      mending: 'Get the file again.',
    },
    unexpected: {
      message: 'Something unexpected happened with the file ({detail})',
      mending: 'The original is unchanged; save a copy in Excel and try again.',
    },
    'output-is-input': {
      message: 'Output and input are the same file; nothing was written',
      mending: 'Name another file with -o.',
    },
    'output-not-writable': {
      message: 'The output file cannot be written ({detail})',
      mending:
        'Check that the folder exists, may be written to, and the file is not open in Excel.',
    },
    'output-exists': {
      message: 'The file exists and was left alone',
      mending:
        'Take another name, or add --replace to bring it up to date (its other sheets and schools without a form are kept).',
    },
    'output-exists-foreign-sheets': {
      message: 'The workbook has sheets of the same name that are not ours ({sheets}); unchanged',
      mending: 'Rename or save those sheets first; add --replace to overwrite them.',
    },
    'output-ledger-differs': {
      message:
        'The output {output} holds a sheet “{sheet}” that differs from the input’s; writing would lose what it says; unchanged',
      mending:
        'Choose another output, or take the file with the log as input; add --replace to give it up.',
    },
    'legacy-xls-not-writable': {
      message: 'An old .xls can only be read, not marked or added to',
      mending: 'Save it in Excel or WPS as .xlsx and run again.',
    },
    'standard-unreadable': {
      message: 'The standard’s file cannot be read ({detail})',
      mending: 'Check the path and that it holds JSON.',
    },
    'standard-invalid': {
      message: 'The standard’s file is wrong at {path} ({detail})',
      mending: 'Correct that place; a local standard may only be stricter.',
    },
  },
  standardFaults: {
    'unknown-key': 'unknown item',
    missing: 'missing',
    'wrong-type': 'wrong type or out of range',
    'unknown-base': 'extends must be cn-2017 or cn-2012',
    'reserved-id': 'the id of a national standard is taken',
    'unknown-indicator': 'no such indicator',
    'no-such-rule': 'the national standard has no such rule',
    looser: 'looser than the national standard, which says {bound}',
  },
};
