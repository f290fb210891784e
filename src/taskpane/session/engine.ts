/*
 * What judges, marks and writes. It is a script of its own, which the pane does not need to show
 * itself; the session loads it as soon as it has started.
 */
export { planHighlights } from '../../reports/highlight';
export { planSummary } from '../../reports/summary';
export { planTemplate } from '../../reports/template-plan';
export { writeAnswers } from './write-answers';
export { checkWorkbook } from '../../workbook/check-workbook';
export { localDay } from '../../workbook/ledger-dates';
export { readLedger } from '../../workbook/read-ledger';
export { acceptFindings, explanationOf } from '../../workbook/explanations';
export { explanationTime, writeExplanation } from './acceptance';
