import { SSF } from '@e965/xlsx';
import { z } from 'zod';

// The package's types leave this door open, so what it gives is checked.
const ssf = z.object({
  format: z.function({ input: [z.string(), z.number()], output: z.string() }),
});

const { format } = ssf.parse(SSF);

/** A number as a cell of that number format shows it. */
export function formatNumber(value: number, numberFormat: string): string {
  return format(numberFormat, value);
}
