import type { FormItem, ItemRule, QuotientRule } from '../standard/form-item';
import { COMPARED_DECIMALS } from './formula';
import { FAULT } from './school-slots';
import { UNTESTED } from './form-cell';

/** What a rule's formula may refer to: the working cells of its item. */
export interface RuleCells {
  readonly item: FormItem;
  /** The working cell of a blank. */
  readonly blank: (key: string) => string;
  /** The working cell of the sum over 学校数据 that a blank is; null where there is none. */
  readonly sum: (key: string) => string | null;
  /** Working cells that count the schools failing and those unknown; null without 学校数据. */
  readonly schools: { readonly failing: string; readonly unknown: string } | null;
  /** Whether schools are measured by the relaxed sizes of the 2019 规程. */
  readonly relaxed: boolean;
}

/**
 * Whether a rule holds, over the working cells of its item: 1, 0, or "" where it cannot be judged.
 * The same as the engine's judgement, differences compared to ten decimals.
 */
export function ruleFormula(rule: ItemRule, cells: RuleCells): string {
  switch (rule.kind) {
    case 'conclusion':
      return known(cells.blank(rule.blank));
    case 'quotient':
      return quotient(rule, cells);
    case 'percent': {
      const cell = cells.blank(rule.blank);
      return `IF(ISNUMBER(${cell}),IF(${cell}>100,"",${holds(reaches(cell, rule.atLeast))}),"")`;
    }
    case 'notBelow': {
      const [value, bound] = [cells.blank(rule.blank), cells.blank(rule.other)];
      return `IF(COUNT(${value},${bound})=2,${holds(`ROUND(${value}-${bound},${COMPARED_DECIMALS})>=0`)},"")`;
    }
    case 'smallSchools': {
      const concluded = known(cells.blank(rule.conclusion));
      const [pupils, funding, schools, quota] = [
        cells.blank(rule.pupils),
        cells.blank(rule.funding),
        cells.blank(rule.schools),
        cells.blank(rule.quota),
      ];
      const counted = `${schools}*${rule.pupilsCounted}`;
      const enough = `ROUND(${funding}-${counted}*${quota},${COMPARED_DECIMALS})>=0`;
      const judged = `IF(${pupils}>=${counted},"",${holds(`AND(${enough},${cells.blank(rule.conclusion)}<>0)`)})`;
      const counts = `COUNT(${[pupils, funding, schools, quota].join(',')})=4`;
      const none = `AND(ISNUMBER(${pupils}),${pupils}=0)`;
      return `IF(${none},IF(ISNUMBER(${cells.blank(rule.conclusion)}),${concluded},1),IF(${counts},${judged},${concluded}))`;
    }
    case 'monitoring':
      return monitoring(rule, cells);
    case 'artRooms':
    case 'trainingBudget': {
      const concluded = cells.blank(rule.blank);
      if (cells.schools === null) return known(concluded);
      const { failing, unknown } = cells.schools;
      const no = `OR(AND(ISNUMBER(${failing}),${failing}>0),AND(ISNUMBER(${concluded}),${concluded}=0))`;
      return `IF(${no},0,IF(${unknown}=0,1,${known(concluded)}))`;
    }
    case 'schoolSize':
      return none([rule.primary, rule.junior, rule.multiStage], cells, cells.relaxed);
    case 'classSize':
      return none([rule.primary, rule.junior], cells, false);
  }
}

function known(cell: string): string {
  return `IF(ISNUMBER(${cell}),${cell},"")`;
}

function holds(condition: string): string {
  return `IF(${condition},1,0)`;
}

function reaches(cell: string, bound: number): string {
  return `ROUND(${cell}-${bound},${COMPARED_DECIMALS})>=0`;
}

/** The cells of a quotient's terms, added up with their signs. */
function terms(all: QuotientRule['part'], cellOf: (key: string) => string): string {
  const signed = all.map(
    ({ blank, sign }, index) => `${sign < 0 ? '-' : index === 0 ? '' : '+'}${cellOf(blank)}`,
  );
  return signed.length === 1 ? signed.join('') : `(${signed.join('')})`;
}

/** The part and the whole of a quotient, and when both are there and possible. */
export function quotientTerms(
  { part, whole, multiplier }: QuotientRule,
  cellOf: (key: string) => string,
): {
  readonly part: string;
  readonly whole: string;
  readonly complete: string;
  readonly impossible: string;
} {
  const cells = [...part, ...whole].map(({ blank }) => cellOf(blank));
  const [top, bottom] = [terms(part, cellOf), terms(whole, cellOf)];
  const beyond = [
    ...(multiplier === 100 ? [`${top}>${bottom}`] : [`AND(${bottom}=0,${top}<>0)`]),
    `${top}<0`,
    `${bottom}<0`,
  ];
  return {
    part: top,
    whole: bottom,
    complete: `COUNT(${cells.join(',')})=${cells.length}`,
    impossible: `OR(${beyond.join(',')})`,
  };
}

function quotient(rule: QuotientRule, cells: RuleCells): string {
  const { part, whole, complete, impossible } = quotientTerms(rule, cells.blank);
  const bound = rule.atLeast;
  const stated = cells.blank(rule.stated);
  const beyond = rule.multiplier === 100 ? `${stated}>100` : 'FALSE';
  const faults = [...rule.part, ...rule.whole].map(
    ({ blank }) => `${cells.blank(blank)}="${FAULT}"`,
  );
  const usable = `AND(ISNUMBER(${stated}),NOT(OR(${faults.join(',')})))`;
  if (bound === null) {
    return `IF(${complete},IF(${impossible},"",1),IF(${usable},IF(${beyond},"",1),1))`;
  }
  const met = `ROUND(${part}*${rule.multiplier}-${bound}*${whole},${COMPARED_DECIMALS})>=0`;
  const alone = `IF(${usable},IF(${beyond},"",${holds(reaches(stated, bound))}),"")`;
  const sums = [...rule.part, ...rule.whole].map(({ blank }) => cells.sum(blank));
  const [top, bottom] = sums;
  // Where 学校数据 gives both sides, its quotient must hold too.
  const bySums =
    sums.length === 2 && top != null && bottom != null
      ? `,OR(COUNT(${top},${bottom})<2,${top}>${bottom},ROUND(${top}*${rule.multiplier}-${bound}*${bottom},${COMPARED_DECIMALS})>=0)`
      : '';
  const judged = bySums === '' ? met : `AND(${met}${bySums})`;
  return `IF(${complete},IF(${impossible},"",${holds(judged)}),${alone})`;
}

function monitoring(
  { subjects, levelAtLeast, ratioBelow }: Extract<ItemRule, { kind: 'monitoring' }>,
  cells: RuleCells,
): string {
  const pairs = subjects.map(({ level, ratio }) => [cells.blank(level), cells.blank(ratio)]);
  const failing = pairs.map(
    ([level, ratio]) =>
      `ISNUMBER(${level})*(N(${level})<${levelAtLeast})+ISNUMBER(${ratio})*(ROUND(N(${ratio})-${ratioBelow},${COMPARED_DECIMALS})>=0)`,
  );
  const untested = pairs.map(([level, ratio]) => `(${level}="${UNTESTED}")*(1-ISNUMBER(${ratio}))`);
  const unknown = pairs.map(
    ([level, ratio], index) =>
      `(1-${untested[index] ?? '0'})*(2-ISNUMBER(${level})-ISNUMBER(${ratio}))`,
  );
  return `IF(${failing.join('+')}>0,0,IF(OR(${untested.join('+')}=${pairs.length},${unknown.join('+')}>0),"",1))`;
}

/** An item that holds when nothing is counted in any of its blanks, and in no school. */
function none(blanks: readonly string[], cells: RuleCells, relaxed: boolean): string {
  const counts = blanks.map((key) => cells.blank(key));
  const list = counts.join(',');
  const any = `COUNT(${list})>0`;
  const typed = `AND(${any},SUM(${list})>0)`;
  const faulty = `OR(${counts.map((cell) => `${cell}="${FAULT}"`).join(',')})`;
  const all = `COUNT(${list})=${counts.length}`;
  if (cells.schools === null) return `IF(${typed},0,IF(AND(${all},NOT(${faulty})),1,""))`;
  const { failing, unknown } = cells.schools;
  const some = `AND(ISNUMBER(${failing}),${failing}>0)`;
  const clear = `${unknown}=0`;
  const stated = relaxed ? `AND(${typed},NOT(${clear}))` : typed;
  return `IF(OR(${some},${stated}),0,IF(${faulty},"",IF(OR(${all},${clear}),1,"")))`;
}
