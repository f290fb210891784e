import { findIndicator, findStage } from '../standard/indicator-lookup';
import type { Stage } from '../standard/stage';
import { STAGES } from '../standard/stage';
import { STAGE_NAMES } from '../standard/stage-names';
import type { Indicator, Standard } from '../standard/standard';
import { DEFAULT_STANDARD, STANDARDS } from '../standard/standards';
import { FunctionFault } from './function-fault';
import { readText } from './read-scalar';

/**
 * Reads which standard is meant: its id (`cn-2017`), its year or its document number; omitted, the
 * 2017 standard.
 *
 * @throws {FunctionFault} `na` with the known ones
 */
export function readStandard(argument: unknown): Standard {
  const text = readText(argument, 'standard').trim().toLowerCase();
  if (text === '') return DEFAULT_STANDARD;
  const standard = STANDARDS.find(
    ({ id, document }) => text === id || text === id.slice(-4) || text === document,
  );
  if (standard !== undefined) return standard;
  const known = STANDARDS.map(({ id }) => id);
  throw new FunctionFault('na', {
    zh: `没有标准“${text}”，可用：${known.join('、')}`,
    en: `No standard “${text}”; known: ${known.join(', ')}`,
  });
}

/**
 * Reads which stage is meant: 小学 or 初中, primary or junior.
 *
 * @throws {FunctionFault} `na` with the known ones
 */
export function readStage(argument: unknown): Stage {
  const text = readText(argument, 'stage');
  const stage = findStage(text);
  if (stage !== null) return stage;
  throw new FunctionFault('na', {
    zh: `没有学段“${text}”，可用：${STAGES.map((known) => STAGE_NAMES[known].zh).join('、')}`,
    en: `No stage “${text}”; known: ${STAGES.map((known) => STAGE_NAMES[known].en).join(', ')}`,
  });
}

/**
 * Reads which indicator is meant: its id or its name.
 *
 * @throws {FunctionFault} `na` with the standard's indicators
 */
export function readIndicator(argument: unknown, standard: Standard): Indicator {
  const text = readText(argument, 'indicator');
  const indicator = findIndicator(standard, text);
  if (indicator !== null) return indicator;
  const { indicators } = standard;
  throw new FunctionFault('na', {
    zh: `标准 ${standard.id} 没有指标“${text}”，可用：${indicators.map(({ id, shortName }) => `${id} ${shortName.zh}`).join('、')}`,
    en: `Standard ${standard.id} has no indicator “${text}”; known: ${indicators.map(({ id, shortName }) => `${id} ${shortName.en}`).join(', ')}`,
  });
}

/** The fault of a rule that a standard does not have: the 2012 standard judges no single school. */
export function noSuchRule(standard: Standard, rule: { zh: string; en: string }): FunctionFault {
  return new FunctionFault('na', {
    zh: `标准 ${standard.id} 没有规定${rule.zh}`,
    en: `Standard ${standard.id} sets no ${rule.en}`,
  });
}
