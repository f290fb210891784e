import { describe, expect, it } from '@jest/globals';
import { terminalWidth, textTable } from '../../src/cli/text-table';

describe('a table in the terminal', () => {
  it('counts a Chinese character as two cells', () => {
    expect(terminalWidth('差异系数 0.5')).toBe(12);
  });

  it('keeps Chinese and Latin columns aligned', () => {
    expect(
      textTable(
        [
          ['指标', '值'],
          ['L1', '0.500'],
        ],
        ['left', 'right'],
      ),
    ).toEqual(['指标     值', 'L1    0.500']);
  });
});
