import { MONEY_UNITS } from './money-unit';
import type { MoneyUnit } from './money-unit';
import { normaliseText } from './normalise-text';

/** A stage that a heading names. */
export type HeadingStage = 'primary' | 'junior' | 'senior';

/** What one heading cell says, taken apart. */
export interface Heading {
  /** As written. */
  readonly written: string;
  /** What is compared: no spaces, signs, notes in brackets, units or stage words. */
  readonly key: string;
  /** 'several' when it names more than one stage. */
  readonly stage: HeadingStage | 'several' | null;
  readonly unit: MoneyUnit | null;
  /** Whether it says only "total", a stage or a unit, so that the heading above it is meant. */
  readonly transparent: boolean;
}

const STAGE_WORD = /(?:普通)?(小学|初级中学|初中|高级中学|高中)(?:学段|阶段|部)?/g;
const STAGE_IN_BRACKETS =
  /^(?:普通)?(小学|初级中学|初中|高级中学|高中)(?:学段|阶段|部|段)?(?:[:,;].*)?$/;
const STAGES: Readonly<Record<string, HeadingStage>> = {
  小学: 'primary',
  初中: 'junior',
  初级中学: 'junior',
  高中: 'senior',
  高级中学: 'senior',
};

const PLAIN_UNIT = /^(?:单位:?)?(?:人|名|位|个|间|所|班|台|套|册|本|平方米|平米|m2|m²|人数)$/;
const MONEY_UNIT = /^(?:单位:?)?(元|千元|万元|亿元)$/;
const TRAILING_AREA_UNIT = /(?<!万)(?:[/:,_-]|单位:?)?(?:平方米|平米|m2|m²)$/;
const TRAILING_MONEY_UNIT = /(?:[/:,_-]|单位:?)?(千元|万元|亿元|元)$/;

/** Notes in brackets that make another quantity of a heading; they stay part of its key. */
const NOTE_THAT_MATTERS =
  /其中|女|男|民族|上年|上一年|上学年|去年|亩|公顷|万平方米|万m2|万人|%|百分比|比例|生均|新增|减少|聘/;

const SIGNS = /[、/·_\-,;:。.#*※★"'“”‘’|&+]/g;
const TOTALS = new Set(['合计', '计', '小计', '总计', '总数', '数量', '合计数', '总量', '']);

/** Taking a heading cell apart: stage, unit and what remains to be compared. */
export function parseHeading(written: string): Heading {
  let stage: HeadingStage | 'several' | null = null;
  let unit: MoneyUnit | null = null;

  const meet = (found: HeadingStage | undefined): void => {
    if (found === undefined) return;
    stage = stage === null || stage === found ? found : 'several';
  };

  let text = normaliseText(written);
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(/\(([^()]*)\)/g, (_, note: string) => {
      const money = MONEY_UNIT.exec(note)?.[1];
      if (money !== undefined) {
        unit = moneyUnit(money);
        return '';
      }
      if (PLAIN_UNIT.test(note)) return '';
      const inBrackets = STAGE_IN_BRACKETS.exec(note)?.[1];
      if (inBrackets !== undefined) {
        meet(STAGES[inBrackets]);
        return '';
      }
      return NOTE_THAT_MATTERS.test(note) ? `〈${note}〉` : '';
    });
  }

  text = text.replace(/^(?:\d+[.、]|[*※★#]+|其中:?|L\d+[.、:]?)+/, '').replace(/L\d+$/, '');
  const money = TRAILING_MONEY_UNIT.exec(text);
  if (money?.[1] !== undefined) {
    unit = moneyUnit(money[1]);
    text = text.slice(0, money.index);
  } else if (PLAIN_UNIT.test(text)) {
    text = '';
  } else {
    text = text.replace(TRAILING_AREA_UNIT, '');
  }

  text = text.replace(STAGE_WORD, (_, word: string) => {
    meet(STAGES[word]);
    return '';
  });
  const key = text.replace(SIGNS, '');
  return {
    written,
    key,
    stage,
    unit,
    transparent: TOTALS.has(key),
  };
}

function moneyUnit(written: string): MoneyUnit | null {
  switch (written) {
    case '元':
    case '千元':
    case '万元':
    case '亿元':
      return MONEY_UNITS[written];
    default:
      return null;
  }
}
