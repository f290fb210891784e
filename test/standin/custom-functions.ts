import {
  type Area,
  cellCount,
  formatArea,
  insideSheet,
  intersection,
  parseArea,
  quoteSheetName,
  splitAddress,
} from './a1';
import type { ExcelHost } from './excel-host';
import { HostError } from './host-error';
import {
  type CellModel,
  type CellValue,
  type SheetModel,
  cellKey,
  sheetNamed,
  without,
} from './workbook-model';
import { type WireValue, isRecord, isWireRecord, shownText, toWire } from './wire-value';

/** A parameter of a custom function, as the add-in's metadata declares it. */
export interface FunctionParameter {
  readonly name: string;
  readonly type?: string | undefined;
  readonly dimensionality?: string | undefined;
  readonly optional?: boolean | undefined;
  readonly repeating?: boolean | undefined;
}

/** A custom function, as the add-in's metadata declares it. */
export interface FunctionDeclaration {
  readonly id: string;
  readonly name: string;
  readonly parameters: readonly FunctionParameter[];
  readonly options?: { readonly requiresAddress?: boolean | undefined } | undefined;
}

type Argument =
  | { readonly kind: 'omitted' }
  | { readonly kind: 'value'; readonly value: CellValue }
  | { readonly kind: 'range'; readonly sheet: SheetModel; readonly area: Area };

interface Call {
  readonly declaration: FunctionDeclaration;
  readonly args: readonly Argument[];
}

/** An error that a cell shows instead of the function being called. */
class CellErrorValue extends Error {
  constructor(readonly value: string) {
    super(value);
  }
}

/** The library's numbers for errors, and what the cell shows. */
const ERROR_OF_CODE: Readonly<Record<number, string>> = {
  1: '#N/A',
  5: '#DIV/0!',
  6: '#NUM!',
  7: '#VALUE!',
  8: '#NULL!',
};

const ERROR_OF_NAME: Readonly<Record<string, string>> = {
  NotAvailable: '#N/A',
  DivisionByZero: '#DIV/0!',
  InvalidNumber: '#NUM!',
  InvalidValue: '#VALUE!',
  NullReference: '#NULL!',
  InvalidName: '#NAME?',
  InvalidReference: '#REF!',
};

/** Splits arguments at the commas of the outermost level. */
function splitArguments(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let part = '';
  for (const letter of text) {
    if (quote !== '') {
      if (letter === quote) quote = '';
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '(' || letter === '{') depth += 1;
    else if (letter === ')' || letter === '}') depth -= 1;
    if (letter === ',' && depth === 0 && quote === '') {
      parts.push(part.trim());
      part = '';
    } else part += letter;
  }
  if (parts.length > 0 || part.trim() !== '') parts.push(part.trim());
  return parts;
}

/**
 * Calls the add-in's custom functions from cells: converts arguments by the declared types, waits for
 * the result, spills it. A formula here is one call whose arguments are ranges and constants; anything
 * else is refused, because the stand-in computes no formulas of its own.
 */
export class CustomFunctionCells {
  /** How an empty cell reaches a function: editions of Excel differ. */
  blankCells: 'zero' | 'null' = 'zero';
  private declarations = new Map<string, FunctionDeclaration>();
  private readonly calls = new Map<
    string,
    { sheet: SheetModel; row: number; column: number; call: Call }
  >();
  private readonly waiting = new Map<number, { sheet: SheetModel; row: number; column: number }>();
  /** Cells whose results cover others, by sheet. */
  private readonly spilled = new WeakMap<SheetModel, Set<number>>();
  private nextInvocation = 1;
  private settledCallbacks: (() => void)[] = [];

  constructor(private readonly host: ExcelHost) {}

  /** Makes the functions of a namespace known, as the manifest does. */
  register(namespace: string, declarations: readonly FunctionDeclaration[]): void {
    for (const declaration of declarations) {
      const name = `${namespace}.${declaration.name}`.toUpperCase();
      this.declarations.set(name, declaration);
    }
  }

  /** How many results are waited for. */
  get pending(): number {
    return this.waiting.size;
  }

  /** Resolves when no function is being waited for. */
  settled(): Promise<void> {
    if (this.waiting.size === 0) return Promise.resolve();
    return new Promise((resolve) => this.settledCallbacks.push(resolve));
  }

  /** Calls the function of a cell's formula; false when the formula is no custom function's. */
  enter(sheet: SheetModel, row: number, column: number): boolean {
    const key = `${sheet.id}|${cellKey(row, column)}`;
    this.calls.delete(key);
    this.clearSpill(sheet, row, column);
    const formula = sheet.cells.get(cellKey(row, column))?.formula;
    const call = formula === undefined ? undefined : this.parse(sheet, formula);
    if (call === undefined) return false;
    this.calls.set(key, { sheet, row, column, call });
    this.invoke(sheet, row, column, call);
    return true;
  }

  /** Calls again every function whose arguments meet the area. */
  dependentsChanged(sheet: SheetModel, area: Area): void {
    for (const [key, cell] of this.calls) {
      const own = cell.sheet.cells.get(cellKey(cell.row, cell.column));
      if (own?.formula === undefined) {
        this.calls.delete(key);
        this.clearSpill(cell.sheet, cell.row, cell.column);
        continue;
      }
      const touched = cell.call.args.some(
        (argument) =>
          argument.kind === 'range' &&
          argument.sheet === sheet &&
          intersection(argument.area, area) !== undefined,
      );
      if (touched) this.invoke(cell.sheet, cell.row, cell.column, cell.call);
    }
  }

  private parse(sheet: SheetModel, formula: string): Call | undefined {
    const text = formula.replace(/^=/, '').trim();
    const names = [...text.toUpperCase().matchAll(/([A-Z_][A-Z0-9_]*\.[A-Z0-9_.]+)\s*\(/g)];
    const used = names.flatMap((match) => this.declarations.get(match[1] ?? '') ?? []);
    const [declaration] = used;
    if (declaration === undefined) return undefined;
    const call = /^[\w.]+\s*\((.*)\)$/s.exec(text);
    if (call === null || used.length > 1) {
      throw new HostError(
        'NotImplemented',
        `The stand-in computes only a single custom function: ${formula}`,
      );
    }
    const args = splitArguments(call[1] ?? '').map((argument) => this.argument(sheet, argument));
    return { declaration, args };
  }

  private argument(sheet: SheetModel, text: string): Argument {
    if (text === '') return { kind: 'omitted' };
    const quoted = /^"(.*)"$/s.exec(text)?.[1];
    if (quoted !== undefined) return { kind: 'value', value: quoted.replaceAll('""', '"') };
    if (/^(TRUE|FALSE)$/i.test(text)) {
      return { kind: 'value', value: text.toUpperCase() === 'TRUE' };
    }
    if (Number.isFinite(Number(text))) return { kind: 'value', value: Number(text) };
    const split = splitAddress(text);
    const target = split.sheet === undefined ? sheet : sheetNamed(this.host.workbook, split.sheet);
    const area = parseArea(split.area);
    if (target === undefined || area === undefined) {
      throw new HostError('NotImplemented', `The stand-in does not compute the argument ${text}`);
    }
    return { kind: 'range', sheet: target, area };
  }

  /** A cell's content as a parameter of the type takes it. */
  private convert(cell: { value: CellValue; isError?: boolean }, type: string): CellValue {
    const { value } = cell;
    if (cell.isError === true) throw new CellErrorValue(String(value));
    if (value === null) {
      if (this.blankCells === 'null') return null;
      return type === 'string' ? '' : type === 'boolean' ? false : 0;
    }
    if (type === 'number') {
      if (typeof value === 'number') return value;
      if (typeof value === 'boolean') return value ? 1 : 0;
      const number = Number(value);
      if (value.trim() === '' || !Number.isFinite(number)) throw new CellErrorValue('#VALUE!');
      return number;
    }
    if (type === 'string')
      return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
    if (type === 'boolean') {
      if (typeof value === 'boolean') return value;
      if (typeof value === 'number') return value !== 0;
      throw new CellErrorValue('#VALUE!');
    }
    return value;
  }

  private bound(argument: Argument, parameter: FunctionParameter): WireValue {
    const type = parameter.type ?? 'any';
    if (argument.kind === 'omitted') {
      if (parameter.optional !== true && parameter.repeating !== true) {
        return this.convert({ value: null }, type);
      }
      return null;
    }
    const matrix = parameter.dimensionality === 'matrix';
    if (argument.kind === 'value') {
      const value = this.convert({ value: argument.value }, type);
      return matrix ? [[value]] : value;
    }
    const { sheet, area } = argument;
    const at = (row: number, column: number): CellModel =>
      sheet.cells.get(cellKey(area.row + row, area.column + column)) ?? { value: null };
    if (!matrix) {
      if (cellCount(area) > 1) {
        throw new HostError(
          'NotImplemented',
          `The stand-in does not lift ${parameter.name} over a range`,
        );
      }
      return this.convert(at(0, 0), type);
    }
    const rowCount = Math.min(area.rowCount, 100_000);
    return Array.from({ length: rowCount }, (_, row) =>
      Array.from({ length: area.columnCount }, (__, column) => this.convert(at(row, column), type)),
    );
  }

  private boundArguments({ declaration, args }: Call): WireValue[] {
    const { parameters } = declaration;
    const last = parameters.at(-1);
    const fixed = last?.repeating === true ? parameters.slice(0, -1) : parameters;
    const required = fixed.filter(({ optional }) => optional !== true).length;
    if (args.length < required || (last?.repeating !== true && args.length > fixed.length)) {
      throw new HostError('InvalidArgument', `${declaration.name} takes other arguments`);
    }
    const bound = fixed.map((parameter, index) =>
      this.bound(args[index] ?? { kind: 'omitted' }, parameter),
    );
    if (last?.repeating === true) {
      bound.push(args.slice(fixed.length).map((argument) => this.bound(argument, last)));
    }
    return bound;
  }

  private invoke(sheet: SheetModel, row: number, column: number, call: Call): void {
    const cell = sheet.cells.get(cellKey(row, column));
    if (cell === undefined) return;
    let args: WireValue[];
    try {
      args = this.boundArguments(call);
    } catch (error) {
      if (!(error instanceof CellErrorValue)) throw error;
      this.show(sheet, row, column, error.value, true);
      return;
    }
    for (const [id, target] of this.waiting) {
      if (target.sheet === sheet && target.row === row && target.column === column) {
        this.waiting.delete(id);
      }
    }
    const id = this.nextInvocation;
    this.nextInvocation += 1;
    this.waiting.set(id, { sheet, row, column });
    this.show(sheet, row, column, '#BUSY!', true);
    const here = { row, column, rowCount: 1, columnCount: 1 };
    const wantsAddress = call.declaration.options?.requiresAddress === true;
    const address = wantsAddress ? `${quoteSheetName(sheet.name)}!${formatArea(here)}` : null;
    this.host.send({
      messageCategory: 1,
      messageType: 1000,
      targetId: '',
      message: JSON.stringify([id, call.declaration.id, args, address, 0, null]),
    });
  }

  /** Takes the results that the library sends back, as arrays or as objects. */
  receive(results: readonly unknown[]): void {
    for (const entry of results) {
      const parts: readonly unknown[] = Array.isArray(entry)
        ? entry
        : isRecord(entry)
          ? [entry['id'], entry['failed'] !== true, entry['value'], entry['errorCode']]
          : [];
      const [id, succeeded, value, errorCode] = parts;
      const target = typeof id === 'number' ? this.waiting.get(id) : undefined;
      if (target === undefined || typeof id !== 'number') continue;
      this.waiting.delete(id);
      this.finish(target, succeeded === true, value, errorCode);
    }
    if (this.waiting.size === 0) {
      for (const resolve of this.settledCallbacks.splice(0)) resolve();
    }
  }

  private finish(
    { sheet, row, column }: { sheet: SheetModel; row: number; column: number },
    succeeded: boolean,
    value: unknown,
    errorCode: unknown,
  ): void {
    this.clearSpill(sheet, row, column);
    if (!succeeded) {
      const code = typeof errorCode === 'number' ? ERROR_OF_CODE[errorCode] : undefined;
      const message = typeof value === 'string' && value !== '' ? value : undefined;
      this.show(sheet, row, column, code ?? '#VALUE!', true, message);
      return;
    }
    if (Array.isArray(value)) this.spill(sheet, row, column, value);
    else {
      const result = resultCell(value);
      this.show(sheet, row, column, result.value, result.isError === true, result.errorMessage);
    }
  }

  private show(
    sheet: SheetModel,
    row: number,
    column: number,
    value: CellValue,
    isError: boolean,
    errorMessage?: string,
  ): void {
    const key = cellKey(row, column);
    const old = without(sheet.cells.get(key) ?? { value: null }, 'isError', 'errorMessage');
    sheet.cells.set(key, {
      ...old,
      value,
      ...(isError ? { isError } : {}),
      ...(errorMessage === undefined ? {} : { errorMessage }),
    });
  }

  private spill(sheet: SheetModel, row: number, column: number, value: readonly unknown[]): void {
    const rows = value.map((cells) => (Array.isArray(cells) ? cells.map(resultCell) : undefined));
    const width = rows[0]?.length ?? 0;
    if (width === 0 || rows.some((cells) => cells?.length !== width)) {
      this.show(sheet, row, column, '#VALUE!', true);
      return;
    }
    const area = insideSheet({ row, column, rowCount: rows.length, columnCount: width }, 'spill');
    for (let down = 0; down < area.rowCount; down += 1) {
      for (let right = 0; right < width; right += 1) {
        if (down === 0 && right === 0) continue;
        const taken = sheet.cells.get(cellKey(row + down, column + right));
        if (taken !== undefined && (taken.value !== null || taken.formula !== undefined)) {
          this.show(sheet, row, column, '#SPILL!', true);
          return;
        }
      }
    }
    const anchor = cellKey(row, column);
    const spilled = this.spilled.get(sheet) ?? new Set();
    this.spilled.set(sheet, spilled.add(anchor));
    rows.forEach((cells, down) => {
      cells?.forEach((cell, right) => {
        if (down === 0 && right === 0) {
          this.show(sheet, row, column, cell.value, cell.isError === true, cell.errorMessage);
        } else
          sheet.cells.set(cellKey(row + down, column + right), { ...cell, spilledFrom: anchor });
      });
    });
  }

  private clearSpill(sheet: SheetModel, row: number, column: number): void {
    const anchor = cellKey(row, column);
    // Most formulas spill nothing: the sheet is not to be searched for each of them.
    if (this.spilled.get(sheet)?.delete(anchor) !== true) return;
    for (const [key, cell] of sheet.cells) if (cell.spilledFrom === anchor) sheet.cells.delete(key);
  }
}

/** One value of a result: a scalar, or an error object that a function returned. */
function resultCell(value: unknown): CellModel {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return { value };
  }
  if (isRecord(value)) {
    const code = value['code'] ?? value['errorCode'] ?? value['errorType'];
    const error =
      typeof code === 'string' ? (code.startsWith('#') ? code : ERROR_OF_NAME[code]) : undefined;
    const message = value['message'];
    return {
      value: error ?? '#VALUE!',
      isError: true,
      ...(typeof message === 'string' ? { errorMessage: message } : {}),
    };
  }
  return { value: 0 };
}

/** Reads the functions of an add-in's metadata (`functions.json`). */
export function functionDeclarations(metadata: unknown): FunctionDeclaration[] {
  const given = toWire(metadata);
  const list = isWireRecord(given) ? given['functions'] : undefined;
  const functions: readonly WireValue[] = Array.isArray(list) ? list : [];
  return functions.flatMap((entry) => {
    if (!isWireRecord(entry)) return [];
    const { id, name, parameters, options } = entry;
    const declared: readonly WireValue[] = Array.isArray(parameters) ? parameters : [];
    return [
      {
        id: shownText(id),
        name: shownText(name),
        parameters: declared.flatMap((parameter) =>
          isWireRecord(parameter)
            ? [
                {
                  name: shownText(parameter['name']),
                  type: typeof parameter['type'] === 'string' ? parameter['type'] : undefined,
                  dimensionality:
                    typeof parameter['dimensionality'] === 'string'
                      ? parameter['dimensionality']
                      : undefined,
                  optional: parameter['optional'] === true,
                  repeating: parameter['repeating'] === true,
                },
              ]
            : [],
        ),
        options: {
          requiresAddress: isWireRecord(options) && options['requiresAddress'] === true,
        },
      },
    ];
  });
}
