import type { Language } from '../locales/language';
import type { BilingualText } from '../standard/standard';
import { NAMESPACE } from './custom-function';
import type { CustomFunction, ExampleArgument, FunctionExample } from './custom-function';

/** A text in one of the interface languages. */
export function inLanguage(text: BilingualText, language: Language): string {
  return language === 'zh-CN' ? text.zh : text.en;
}

/** How a function is written: `EDU.DIFFCOEF(values, students, [per_pupil])`. */
export function signature({ name, parameters }: CustomFunction): string {
  const names = parameters.map((parameter) => {
    if (parameter.presence === 'required') return parameter.name;
    return parameter.presence === 'optional' ? `[${parameter.name}]` : `[${parameter.name}…]`;
  });
  return `${NAMESPACE}.${name}(${names.join(', ')})`;
}

function constant(value: number | string | boolean): string {
  if (typeof value === 'string') return `"${value.replaceAll('"', '""')}"`;
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value);
}

function argumentText(argument: ExampleArgument): string {
  if (argument === null) return '';
  if (typeof argument !== 'object') return constant(argument);
  return `{${argument.map((row) => row.map(constant).join(',')).join(';')}}`;
}

/** An example as a formula that works in any cell: `=EDU.DIFFMEAN({279;137},{45;37})`. */
export function exampleFormula({ name }: CustomFunction, example: FunctionExample): string {
  const texts = example.arguments.map(argumentText);
  while (texts.at(-1) === '') texts.pop();
  return `=${NAMESPACE}.${name}(${texts.join(',')})`;
}
