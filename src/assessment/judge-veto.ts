import type { VetoItem } from '../standard/veto-items';
import type { Finding } from './finding';
import { finding } from './finding-codes';
import type { PartJudgement, VetoJudgement } from './form-judgement';
import type { CellReference } from './school';

/** What somebody answered to one veto matter. */
export interface VetoAnswer {
  /** Null: neither yes nor no; the reading has reported it. */
  readonly exists: boolean | null;
  readonly cell: CellReference;
}

/**
 * Judges 一票否决: one matter that exists fails the county; a matter that nobody answered leaves the
 * part unjudged and is asked for.
 *
 * @param answers by the number of the matter
 * @param places the cell to answer in, where a row for the matter is there
 */
export function judgeVeto(
  items: readonly VetoItem[],
  answers: ReadonlyMap<number, VetoAnswer>,
  places: ReadonlyMap<number, CellReference>,
  sheet: string,
): PartJudgement<readonly VetoJudgement[]> {
  const findings: Finding[] = [];
  const detail = items.map((item): VetoJudgement => {
    const answer = answers.get(item.number);
    const about = { sheet, citation: item.citation, parameters: { veto: item.number } };
    if (answer === undefined) {
      const place = places.get(item.number);
      findings.push(finding('item-missing', { ...about, cell: place?.cell ?? null }));
    } else if (answer.exists === true) {
      findings.push(finding('veto-exists', { ...about, ...answer.cell }));
    }
    const cell = answer?.cell ?? places.get(item.number) ?? null;
    return { item, exists: answer?.exists ?? null, cell };
  });
  const answered = detail.map(({ exists }) => exists);
  return {
    verdict: answered.includes(true) ? 'fail' : answered.includes(null) ? 'unjudged' : 'pass',
    detail,
    findings,
  };
}
