import { describe, expect, it } from '@jest/globals';
import { parseArguments } from '../../src/cli/parse-arguments';
import { UsageError } from '../../src/cli/usage-error';

describe('the words after junheng', () => {
  it('are a command, files and options in any order', () => {
    expect(
      parseArguments(['check', '--json', 'a.xlsx', '--standard=cn-2012', 'b.xlsx', '--lang', 'en']),
    ).toEqual({
      name: 'check',
      inputs: ['a.xlsx', 'b.xlsx'],
      output: null,
      report: null,
      standard: 'cn-2012',
      sheet: null,
      lastYear: null,
      json: true,
      all: false,
      whole: false,
      replace: false,
      form: false,
      date: null,
      workingDays: false,
      language: 'en-US',
    });
  });

  it('give 整改台账 its day, and count its due dates in working days', () => {
    expect(
      parseArguments(['summarize', 'a.xlsx', '-o', 'b.xlsx', '--date', '2026-03-05']),
    ).toMatchObject({ date: '2026-03-05', workingDays: false });
    expect(parseArguments(['summarize', 'a.xlsx', '-o', 'b.xlsx', '--working-days'])).toMatchObject(
      { date: null, workingDays: true },
    );
  });

  it('mean the 2017 standard and Chinese when they do not say', () => {
    expect(parseArguments(['check', 'a.xlsx'])).toMatchObject({
      standard: 'cn-2017',
      language: 'zh-CN',
    });
  });

  it('may name last year’s workbook for check and summarize', () => {
    expect(parseArguments(['check', 'a.xlsx', '--last-year', 'b.xlsx'])).toMatchObject({
      lastYear: 'b.xlsx',
    });
    expect(parseArguments(['summarize', 'a.xlsx', '-o', 'c.xlsx', '--last-year=b'])).toMatchObject({
      lastYear: 'b',
    });
  });

  it('collect forms into one workbook, and make the form with template --form', () => {
    expect(parseArguments(['collect', '各校', '-o', '县.xlsx', '--replace'])).toMatchObject({
      name: 'collect',
      inputs: ['各校'],
      output: '县.xlsx',
      replace: true,
      form: false,
    });
    expect(() => parseArguments(['collect', '各校'])).toThrow(UsageError);
    expect(() => parseArguments(['collect', '-o', '县.xlsx'])).toThrow(UsageError);
    expect(parseArguments(['template', '--form', '-o', '表.xlsx'])).toMatchObject({ form: true });
  });

  it('take everything after -- as files', () => {
    expect(parseArguments(['check', '--', '--json'])).toMatchObject({
      inputs: ['--json'],
      json: false,
    });
  });

  it('ask for help with -h, --help or help', () => {
    expect(parseArguments(['-h'])).toBe('help');
    expect(parseArguments(['check', '--help'])).toBe('help');
    expect(parseArguments(['help'])).toBe('help');
  });

  const refused: readonly (readonly [string, readonly string[], string])[] = [
    ['no command', [], '没有指明要做什么。'],
    ['an unknown command', ['chekc', 'a.xlsx'], '没有“chekc”这个命令。'],
    ['an unknown option', ['check', 'a.xlsx', '--jsno'], '没有“--jsno”这个选项。'],
    ['a flag with a value', ['check', 'a.xlsx', '--json=yes'], '没有“--json=yes”这个选项。'],
    [
      'an option without its value',
      ['check', 'a.xlsx', '--sheet'],
      '选项“--sheet”后面要跟一个值。',
    ],
    [
      'a day that is none',
      ['summarize', 'a.xlsx', '-o', 'b.xlsx', '--date', '2026-02-30'],
      '“2026-02-30”不是日期，请写成 2026-03-05 的样子。',
    ],
    [
      'last year’s workbook for another command',
      ['annotate', 'a.xlsx', '-o', 'b.xlsx', '--last-year', 'c.xlsx'],
      '--last-year 只用于 check 和 summarize。',
    ],
    ['no file', ['check'], '没有指明文件。'],
    ['no output', ['summarize', 'a.xlsx'], '没有用 -o 指明输出到哪里。'],
    [
      'an unknown language',
      ['check', 'a.xlsx', '--lang', 'fr'],
      '没有“fr”这种语言，可用：zh、en。',
    ],
    ['a mistake in English', ['chekc', '--lang', 'en'], 'There is no command “chekc”.'],
  ];
  it.each(refused)('are refused with a sentence: %s', (_, words, sentence) => {
    expect(() => parseArguments(words)).toThrow(new UsageError(sentence));
  });
});
