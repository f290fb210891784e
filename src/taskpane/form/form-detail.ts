import type { Finding } from '../../assessment/finding';
import { FormFacts } from '../../assessment/form-facts';
import type { ItemJudgement } from '../../assessment/form-judgement';
import { judgeItems } from '../../assessment/judge-items';
import type { FormPart } from '../../standard/form-item';
import { formItemsOf } from '../../standard/form-items';
import { VETO_ITEMS } from '../../standard/veto-items';
import { normaliseText } from '../../workbook/normalise-text';
import { INPUT_SHEETS } from '../../workbook/sheet-names';
import type { WorkbookCheck } from '../../workbook/workbook-check';

/** The parts that are filled in by hand. */
export type FilledPart = 'government' | 'quality' | 'recognition' | 'veto';

/** One item of 表Ⅳ or 表Ⅴ with everything that is known of it. */
export interface ItemDetail {
  readonly judgement: ItemJudgement;
  /** What was found about it, but for what is missing. */
  readonly findings: readonly Finding[];
  /** Keys of the blanks that the judgement still needs. */
  readonly missing: ReadonlySet<string>;
}

/** Everything about the four parts that is filled in by hand. */
export interface FormDetail {
  readonly facts: FormFacts | null;
  readonly items: Readonly<Record<FormPart, readonly ItemDetail[]>>;
  /** What was found about an input sheet, and about no item of it. */
  readonly sheetFindings: Readonly<Record<FilledPart, readonly Finding[]>>;
  /** Numbers of the items and matters that still need an answer. */
  readonly missing: Readonly<Record<FilledPart, readonly number[]>>;
}

/**
 * The items of a check with their evidence. Where nothing of a part is filled in, its items are
 * judged by 学校数据 alone, to show what is known already and what is left to fill in.
 */
export function formDetail(check: WorkbookCheck): FormDetail {
  const facts =
    check.reading === null ? null : new FormFacts(check.reading.schools, check.standard);
  const government = detailOf(check, 'government', facts);
  const quality = detailOf(check, 'quality', facts);
  const needing = (items: readonly ItemDetail[]): readonly number[] =>
    items.filter(({ missing }) => missing.size > 0).map(({ judgement }) => judgement.item.number);
  const surveyMissing = check.findings.some(
    ({ code, parameters }) => code === 'item-missing' && parameters['survey'] !== undefined,
  );
  const { veto, recognition } = check.form;
  return {
    facts,
    items: { government: government.items, quality: quality.items },
    sheetFindings: {
      government: government.others,
      quality: quality.others,
      recognition: ofSheet(check, 'recognition'),
      veto: ofSheet(check, 'veto'),
    },
    missing: {
      government: needing(government.items),
      quality: needing(quality.items),
      recognition: surveyMissing || recognition === null ? [1] : [],
      veto:
        veto === null
          ? VETO_ITEMS.map(({ number }) => number)
          : veto.filter(({ exists }) => exists === null).map(({ item }) => item.number),
    },
  };
}

/** The findings about a part's input sheet; those that only ask for an answer are left out. */
function ofSheet(check: WorkbookCheck, part: FilledPart): readonly Finding[] {
  return check.findings.filter(
    ({ sheet, code }) =>
      sheet !== null &&
      code !== 'item-missing' &&
      normaliseText(sheet) === normaliseText(INPUT_SHEETS[part]),
  );
}

function detailOf(
  check: WorkbookCheck,
  part: FormPart,
  facts: FormFacts | null,
): { readonly items: readonly ItemDetail[]; readonly others: readonly Finding[] } {
  const filled = check.form[part];
  const unfilled =
    filled === null
      ? judgeItems(
          formItemsOf(check.standard, part),
          { sheet: INPUT_SHEETS[part], values: new Map(), places: new Map() },
          facts,
          check.standard.switches,
        )
      : null;
  const judged = filled ?? unfilled?.detail ?? [];
  const known = unfilled?.findings ?? check.findings;
  const others = new Set(ofSheet(check, part));
  const items = judged.map((judgement): ItemDetail => {
    const { item, places } = judgement;
    const cells = new Set([...places.values()].map(({ cell }) => cell));
    const own = known.filter(
      (finding) =>
        (finding.parameters['form'] === part && finding.parameters['item'] === item.number) ||
        (others.has(finding) && finding.cell !== null && cells.has(finding.cell)),
    );
    for (const finding of own) others.delete(finding);
    const blanks = own.flatMap(({ code, parameters }) =>
      code === 'item-missing' && typeof parameters['blanks'] === 'string'
        ? parameters['blanks'].split(' ')
        : [],
    );
    return {
      judgement,
      findings: own.filter(({ code }) => code !== 'item-missing'),
      missing: new Set(blanks),
    };
  });
  return { items, others: [...others] };
}
