import * as z from 'zod/mini';
import { QUANTITIES } from '../standard/quantities';
import type { Quantity } from '../standard/quantities';
import type { DueDays } from '../workbook/ledger-dates';
import { CellDate } from '../workbook/source';
import type { CellContent } from '../workbook/source';

/** The fields of a line that are written by the program, unless a person has overtyped them. */
const WRITTEN_FIELDS = [
  'number',
  'problem',
  'school',
  'due',
  'progress',
  'settled',
  'level',
  'found',
  'assignBy',
  'replyBy',
  'settledOn',
  'state',
] as const;

/** A field that the program writes. */
export type WrittenField = (typeof WRITTEN_FIELDS)[number];

/** A plain value as it stands in a cell; dates are serial numbers. */
export type WrittenValue = string | number | null;

/**
 * What the program wrote into a line, kept in a hidden column of it: a cell that holds something
 * else now was changed by a person and stays as it is.
 */
export interface LedgerBaseline {
  readonly id: string;
  readonly dueDays: DueDays;
  /** `open` until the check finds the problem mended. */
  readonly status: 'open' | 'mended';
  /** Whether it has been noted that somebody struck off a problem that is still there. */
  readonly contested: boolean;
  readonly quantities: readonly Quantity[];
  readonly written: Readonly<Record<WrittenField, WrittenValue>>;
}

const value = z.nullable(z.union([z.string(), z.number()]));

const schema = z.object({
  id: z.string(),
  days: z.enum(['calendar', 'working']),
  status: z.enum(['open', 'mended']),
  contested: z.optional(z.boolean()),
  cells: z.optional(z.array(z.enum(QUANTITIES))),
  written: z.array(value).check(z.length(WRITTEN_FIELDS.length)),
});

/** A baseline as the text of its cell. */
export function baselineText(baseline: LedgerBaseline): string {
  const { id, dueDays, status, contested, quantities, written } = baseline;
  return JSON.stringify({
    id,
    days: dueDays,
    status,
    ...(contested ? { contested } : {}),
    ...(quantities.length === 0 ? {} : { cells: [...quantities] }),
    written: WRITTEN_FIELDS.map((field) => written[field]),
  } satisfies z.infer<typeof schema>);
}

/** Reads a baseline; null for a cell that holds none. */
export function readBaseline(content: CellContent): LedgerBaseline | null {
  if (typeof content !== 'string' || !content.startsWith('{')) return null;
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch {
    return null;
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) return null;
  const { data } = parsed;
  const at = (field: WrittenField): WrittenValue =>
    data.written[WRITTEN_FIELDS.indexOf(field)] ?? null;
  return {
    id: data.id,
    dueDays: data.days,
    status: data.status,
    contested: data.contested ?? false,
    quantities: data.cells ?? [],
    written: {
      number: at('number'),
      problem: at('problem'),
      school: at('school'),
      due: at('due'),
      progress: at('progress'),
      settled: at('settled'),
      level: at('level'),
      found: at('found'),
      assignBy: at('assignBy'),
      replyBy: at('replyBy'),
      settledOn: at('settledOn'),
      state: at('state'),
    },
  };
}

/** Whether a cell still holds what was written into it. */
export function isAsWritten(content: CellContent, written: WrittenValue): boolean {
  const now = content instanceof CellDate ? content.serial : (content ?? null);
  if (now === null || now === '') return written === null || written === '';
  if (typeof now === 'string' && typeof written === 'string') {
    return plainLines(now) === plainLines(written);
  }
  return now === written;
}

/** Programs end lines within a cell in different ways. */
function plainLines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
