import { cliTexts } from '../locales/cli-texts';
import { fill } from '../locales/fill';
import type { Language } from '../locales/language';
import { serialOfDay } from '../workbook/ledger-dates';
import type { Command, CommandName } from './command';
import { COMMANDS } from './command';
import { UsageError } from './usage-error';

const LANGUAGE_OF: Readonly<Record<string, Language>> = {
  zh: 'zh-CN',
  'zh-cn': 'zh-CN',
  en: 'en-US',
  'en-us': 'en-US',
};

const WITH_VALUE = new Set([
  '--standard',
  '--sheet',
  '--lang',
  '--output',
  '--report',
  '--date',
  '--last-year',
]);
const FLAGS = new Set([
  '--json',
  '--all',
  '--whole',
  '--replace',
  '--form',
  '--working-days',
  '--help',
]);
const SHORT: Readonly<Record<string, string>> = { '-o': '--output', '-h': '--help' };

/**
 * Understands the words after `junheng`. `help` when help was asked for.
 * @throws UsageError with a sentence for the person
 */
export function parseArguments(words: readonly string[]): Command | 'help' {
  const language = languageOf(words);
  const texts = cliTexts(language).faults;
  const values = new Map<string, string>();
  const flags = new Set<string>();
  const positional: string[] = [];

  let onlyFiles = false;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (onlyFiles || !word.startsWith('-') || word === '-') {
      positional.push(word);
      continue;
    }
    if (word === '--') {
      onlyFiles = true;
      continue;
    }
    const [typed, attached] = splitOnce(word);
    const option = SHORT[typed] ?? typed;
    if (FLAGS.has(option) && attached === undefined) {
      flags.add(option);
    } else if (WITH_VALUE.has(option)) {
      const value = attached ?? words[(index += 1)];
      if (value === undefined || value === '') {
        throw new UsageError(fill(texts.optionNeedsValue, { option: typed }));
      }
      values.set(option, value);
    } else {
      throw new UsageError(fill(texts.unknownOption, { option: word }));
    }
  }

  if (flags.has('--help')) return 'help';
  const [name, ...inputs] = positional;
  if (name === undefined) throw new UsageError(texts.noCommand);
  if (name === 'help') return 'help';
  if (!isCommand(name)) throw new UsageError(fill(texts.unknownCommand, { command: name }));
  if (name !== 'template' && inputs.length === 0) throw new UsageError(texts.noFiles);
  const output = values.get('--output') ?? null;
  if (name !== 'check' && output === null) throw new UsageError(texts.outputMissing);
  if (name !== 'check' && values.has('--report')) throw new UsageError(texts.reportOfCheck);
  if (name !== 'check' && name !== 'summarize' && values.has('--last-year')) {
    throw new UsageError(texts.lastYearOfCheck);
  }
  const date = values.get('--date') ?? null;
  if (date !== null && serialOfDay(date) === null) {
    throw new UsageError(fill(texts.badDate, { date }));
  }

  return {
    name,
    inputs,
    output,
    report: values.get('--report') ?? null,
    standard: values.get('--standard') ?? 'cn-2017',
    sheet: values.get('--sheet') ?? null,
    lastYear: values.get('--last-year') ?? null,
    json: flags.has('--json'),
    all: flags.has('--all'),
    whole: flags.has('--whole'),
    replace: flags.has('--replace'),
    date,
    workingDays: flags.has('--working-days'),
    form: flags.has('--form'),
    language,
  };
}

/** The language asked for, looked up first so that every complaint is in it. */
export function languageOf(words: readonly string[]): Language {
  let typed = 'zh';
  words.forEach((word, index) => {
    if (word === '--lang') typed = words[index + 1] ?? typed;
    else if (word.startsWith('--lang=')) typed = word.slice('--lang='.length);
  });
  const language = LANGUAGE_OF[typed.toLowerCase()];
  if (language === undefined) {
    throw new UsageError(fill(cliTexts('zh-CN').faults.unknownLanguage, { language: typed }));
  }
  return language;
}

function splitOnce(word: string): [string, string | undefined] {
  const equals = word.startsWith('--') ? word.indexOf('=') : -1;
  return equals < 0 ? [word, undefined] : [word.slice(0, equals), word.slice(equals + 1)];
}

function isCommand(word: string): word is CommandName {
  return COMMANDS.some((command) => command === word);
}
