import type { FindingDetails, Finding } from '../assessment/finding';
import { finding } from '../assessment/finding-codes';
import type { FindingCode } from '../assessment/finding-codes';
import type { CellReference } from '../assessment/school';
import { parseTextNumber, shownDecimal } from './cell-number';
import { cellText, dateText, isBlank } from './cell-text';
import { shiftDecimal, shiftToTenThousandYuan } from './money-unit';
import type { MoneyUnit } from './money-unit';
import { normaliseText } from './normalise-text';
import { CellDate, CellFault, UncalculatedFormula } from './source';
import type { CellContent } from './source';

/** What a number of an input sheet is, which decides how it is read. */
export interface NumberShape {
  readonly kind: 'count' | 'amount' | 'percent' | 'ratio';
  /** The name that findings give it. */
  readonly heading: string;
  /** The same in English, where it is no heading of the workbook's own. */
  readonly headingEn?: string;
  /** The unit of money that is kept, and the one that is written unless the cell names its own. */
  readonly money?: {
    readonly kept: MoneyUnit;
    readonly written: MoneyUnit;
    /** Whether a conversion is reported even where only `written` asks for it. */
    readonly announced: boolean;
  };
}

/** A number read; null where it is blank, or unusable and reported. */
export interface ReadNumber {
  readonly value: number | null;
  readonly usable: boolean;
}

const BLANK: ReadNumber = { value: null, usable: true };
const UNUSABLE: ReadNumber = { value: null, usable: false };
const PERCENT_BEHIND = /^(.*\d\.?)%$/;

/**
 * Reads one number of an input sheet. Percentages typed as 95, 0.95 or "95%" are all 95, and what was
 * understood is reported; money is moved to the unit that is kept; ratios above 1 are refused.
 */
export function readInputNumber(
  content: CellContent,
  shape: NumberShape,
  place: CellReference,
  findings: Finding[],
): ReadNumber {
  const refuse = (code: FindingCode, details: FindingDetails = {}): ReadNumber => {
    report(code, details);
    return UNUSABLE;
  };
  const report = (code: FindingCode, details: FindingDetails = {}): void => {
    findings.push(
      finding(code, {
        ...place,
        ...details,
        parameters: {
          heading: shape.heading,
          ...(shape.headingEn === undefined ? {} : { headingEn: shape.headingEn }),
          ...details.parameters,
        },
      }),
    );
  };
  if (isBlank(content)) return BLANK;
  if (content instanceof CellFault) return refuse('formula-error', { actual: content.error });
  if (content instanceof UncalculatedFormula) return refuse('formula-not-calculated');
  if (content instanceof CellDate) {
    return refuse('date-for-number', { actual: dateText(content.serial) });
  }
  if (typeof content === 'boolean') return refuse('not-a-number', { actual: cellText(content) });

  const text = cellText(content);
  const isShare = shape.kind === 'percent' || shape.kind === 'ratio';
  let value: number;
  let withSign = false;
  let unit = shape.money?.written ?? null;
  if (typeof content === 'number') {
    value = shownDecimal(content);
  } else {
    const behind = isShare ? PERCENT_BEHIND.exec(normaliseText(text))?.[1] : undefined;
    withSign = behind !== undefined;
    const read = parseTextNumber(behind ?? text);
    if (read === null) return refuse('not-a-number', { actual: text });
    value = read.value;
    if (!withSign) {
      if (read.clean) report('number-as-text', { actual: text });
      else report('full-width-number', { actual: text, parameters: { read: value } });
    }
    unit = read.unit ?? unit;
  }
  if (!Number.isFinite(value)) return refuse('not-a-number', { actual: text });
  if (value < 0) return refuse('negative-number', { actual: value });
  if (shape.kind === 'percent') {
    value = understoodPercent(value, withSign, text, report);
  } else if (shape.kind === 'ratio') {
    if (withSign) {
      value = shiftDecimal(value, -2);
      report('percent-understood', { actual: text, parameters: { read: value, sign: '' } });
    }
    if (value > 1) return refuse('ratio-above-one', { actual: value, required: 1 });
  } else if (shape.kind === 'count' && !Number.isInteger(value)) {
    return refuse('fraction-for-count', { actual: value });
  }
  if (shape.money !== undefined && unit !== null && unit !== shape.money.kept) {
    const moved = shiftDecimal(
      value,
      shiftToTenThousandYuan(unit) - shiftToTenThousandYuan(shape.money.kept),
    );
    if (shape.money.announced || unit !== shape.money.written) {
      report('unit-converted', {
        actual: value,
        parameters: {
          read: moved,
          written: value,
          kept: WRITTEN[shape.money.kept],
          from: WRITTEN[unit],
        },
      });
    }
    value = moved;
  }
  return { value, usable: true };
}

const WRITTEN: Readonly<Record<MoneyUnit, string>> = {
  yuan: '元',
  thousandYuan: '千元',
  tenThousandYuan: '万元',
  hundredMillionYuan: '亿元',
};

/** 95, "95%" and 0.95 are all 95; a bare 1 may mean 1% or 100%, is read as 100% and warned of. */
function understoodPercent(
  value: number,
  withSign: boolean,
  text: string,
  report: (code: FindingCode, details: FindingDetails) => void,
): number {
  if (withSign) {
    report('percent-understood', { actual: text, parameters: { read: value, sign: '%' } });
    return value;
  }
  if (value === 0 || value > 1) return value;
  const read = shiftDecimal(value, 2);
  const code = value === 1 ? 'percent-ambiguous' : 'percent-understood';
  report(code, { actual: text, parameters: { read, sign: '%' } });
  return read;
}
