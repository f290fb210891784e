import type { Finding } from '../../assessment/finding';
import type { FormValue } from '../../assessment/form-entry';
import type { CellReference } from '../../assessment/school';
import type { FormBlank } from '../../standard/form-item';
import { readInputNumber } from '../../workbook/input-number';
import { readBlank } from '../../workbook/read-form-items';

/** Something typed into the pane for a blank, read as the check would read it. */
export interface DraftReading {
  /** What is written into the cell; null where it cannot be used. */
  readonly content: string | number | null;
  /** What the check makes of it. */
  readonly value: FormValue;
  /** What the check would say of it. */
  readonly findings: readonly Finding[];
}

/** A draft stands in no cell yet. */
const NOWHERE: CellReference = { sheet: '', cell: '' };

/** How a number is typed is no matter: it is written as a number. */
const OF_WRITING = new Set(['number-as-text', 'full-width-number']);

function worded(findings: readonly Finding[]): readonly Finding[] {
  return findings
    .filter(({ code }) => !OF_WRITING.has(code))
    .map((finding) => ({ ...finding, sheet: null, cell: null }));
}

/** Reads what was typed for a blank of 表Ⅳ or 表Ⅴ. */
export function readDraft(blank: FormBlank, typed: string): DraftReading {
  const findings: Finding[] = [];
  const value = readBlank(blank, typed.trim(), '', NOWHERE, findings);
  const isText = blank.kind === 'conclusion' || blank.kind === 'level' || value.untested;
  const content = !value.usable ? null : isText ? typed.trim() : value.number;
  return { content, value, findings: worded(findings) };
}

/** A whole number typed for the survey. */
export interface CountDraft {
  readonly content: number | null;
  readonly findings: readonly Finding[];
}

/** Reads what was typed for a number of the survey. */
export function readCount(heading: string, typed: string): CountDraft {
  const findings: Finding[] = [];
  const { value } = readInputNumber(typed.trim(), { kind: 'count', heading }, NOWHERE, findings);
  return { content: value, findings: worded(findings) };
}
