import { describe, expect, it } from '@jest/globals';
import { buildFunctionsMetadata } from '../../src/functions/function-metadata';
import { exampleFormula, signature } from '../../src/functions/function-text';
import { FUNCTIONS } from '../../src/functions/functions';
import { LANGUAGES } from '../../src/locales/language';

/** The functions of the workbook's contract: formulas in bureaus' files hold these names. */
const SIGNATURES = [
  'EDU.DIFFCOEF(values, students, [per_pupil])',
  'EDU.DIFFMEAN(values, students, [per_pupil])',
  'EDU.DIFFSHARE(values, students, [per_pupil])',
  'EDU.COMPOSITE(coefficients)',
  'EDU.THRESHOLD(indicator, stage, [standard])',
  'EDU.CVLIMIT(stage, [standard])',
  'EDU.ATTAIN(indicator, stage, value, [standard])',
  'EDU.SCHOOLCHECK(stage, values, [standard])',
  'EDU.SHORTFALL(indicator, stage, amount, students, [standard])',
  'EDU.SPLITSHARE(stage, primary, junior, [senior])',
  'EDU.GROWTHRATE(series)',
  'EDU.GROWTHCHECK(years, education, revenue, [others…])',
  'EDU.NEVERDROPS(series)',
  'EDU.RETENTION(graduates, transferred_in, transferred_out, enrolled, deaths)',
  'EDU.LEVELUP(amounts, students, threshold, limit, [whole])',
];

const EXAMPLES = FUNCTIONS.flatMap((declared) =>
  declared.examples.map((example) => ({
    formula: exampleFormula(declared, example),
    declared,
    example,
  })),
);

/** A result with its numbers to twelve digits, as a grid may round them. */
function rounded(result: unknown): unknown {
  if (Array.isArray(result)) return result.map(rounded);
  return typeof result === 'number' ? Number(result.toPrecision(12)) : result;
}

describe('the functions', () => {
  it('are those of the workbook contract', () => {
    expect(FUNCTIONS.map(signature)).toEqual(SIGNATURES);
  });

  it.each(EXAMPLES)('give what the example says: $formula', ({ declared, example }) => {
    expect(rounded(declared.call(example.arguments))).toEqual(rounded(example.result));
  });

  it('each have an example, and no more arguments in it than parameters', () => {
    for (const { examples, parameters } of FUNCTIONS) {
      expect(examples.length).toBeGreaterThan(0);
      for (const example of examples) {
        expect(example.arguments.length).toBeLessThanOrEqual(parameters.length);
      }
    }
  });

  it('write examples as formulas of constants', () => {
    expect(EXAMPLES[0]?.formula).toBe('=EDU.DIFFCOEF({279;137;935;160;402},{45;37;89;76;55})');
    expect(EXAMPLES.map(({ formula }) => formula)).toContain('=EDU.CVLIMIT("初中","cn-2012")');
    expect(EXAMPLES.map(({ formula }) => formula)).toContain('=EDU.DIFFCOEF({3;1},{50;50},TRUE)');
  });

  it('have optional parameters last, and at most one that repeats', () => {
    for (const { parameters } of FUNCTIONS) {
      const ranks = parameters.map(({ presence }) =>
        ['required', 'optional', 'repeating'].indexOf(presence),
      );
      expect(ranks).toEqual([...ranks].sort());
      expect(ranks.filter((rank) => rank === 2).length).toBeLessThanOrEqual(1);
    }
  });
});

describe('the metadata', () => {
  const [chinese, english] = [buildFunctionsMetadata('zh-CN'), buildFunctionsMetadata('en-US')];

  it('keeps to what Excel takes: ids, types, dimensions and lengths', () => {
    for (const { functions } of [chinese, english]) {
      for (const { id, name, description, parameters, result } of functions) {
        expect(id).toMatch(/^[A-Z][A-Z0-9_.]*$/);
        expect(name).toBe(id);
        expect(description.length).toBeLessThanOrEqual(250);
        expect(['number', 'string', 'boolean', 'any']).toContain(result.type);
        for (const parameter of parameters) {
          expect(parameter.name).toMatch(/^[a-z][a-z_]*$/);
          expect(['any', 'string', 'boolean', 'number']).toContain(parameter.type);
          expect(['scalar', 'matrix']).toContain(parameter.dimensionality);
          expect(parameter.repeating === true && parameter.optional === true).toBe(false);
        }
      }
    }
  });

  it('differs between the languages in descriptions only', () => {
    const bare = ({ functions }: typeof chinese): unknown =>
      functions.map(({ id, parameters, result }) => ({
        id,
        result,
        parameters: parameters.map((parameter) => ({ ...parameter, description: '' })),
      }));
    expect(bare(english)).toEqual(bare(chinese));
    for (const [index, { description }] of chinese.functions.entries()) {
      expect(description).toMatch(/[\u4e00-\u9fff]/);
      expect(english.functions[index]?.description).not.toBe(description);
    }
  });

  it('describes GROWTHCHECK with its repeating series and spilled result', () => {
    const found = english.functions.find(({ id }) => id === 'GROWTHCHECK');
    expect(found?.result).toEqual({ type: 'any', dimensionality: 'matrix' });
    expect(found?.parameters[3]).toMatchObject({
      name: 'others',
      type: 'any',
      dimensionality: 'matrix',
      repeating: true,
    });
  });

  it('has every text in every language', () => {
    for (const language of LANGUAGES) {
      for (const { description, parameters } of buildFunctionsMetadata(language).functions) {
        expect(description.trim()).not.toBe('');
        for (const parameter of parameters) expect(parameter.description.trim()).not.toBe('');
      }
    }
  });
});
