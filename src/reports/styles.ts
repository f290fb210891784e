import type { CellStyle } from '../plans/sheet-plan';

/** Colours of the reports, RRGGBB: dark blue for structure, marks that colour-blind readers tell apart. */
export const COLORS = {
  ink: '1F2937',
  muted: '6B7280',
  heading: 'E3ECF7',
  block: 'F3F6FA',
  primary: '2F5D9B',
  junior: '4F8A8B',
  limit: 'C2410C',
  met: '3B78B5',
  near: 'F2B63C',
  below: 'C4412F',
  good: '14532D',
  bad: '9C1C12',
  link: '1D4ED8',
} as const;

const BASE = { fontSize: 10, fontColor: COLORS.ink, vertical: 'center' } satisfies CellStyle;
const FRAMED = { ...BASE, border: 'thin' } satisfies CellStyle;

/** How the cells of the summary sheets look. */
export const STYLES = {
  title: { ...BASE, fontSize: 16, bold: true, horizontal: 'center' },
  subtitle: { ...BASE, fontColor: COLORS.muted },
  section: { ...BASE, fontSize: 12, bold: true, fontColor: COLORS.primary },
  verdict: { ...BASE, fontSize: 12, bold: true, wrap: true, fill: COLORS.block },
  paragraph: { ...BASE, wrap: true, vertical: 'top' },
  signature: { ...BASE, vertical: 'bottom' },
  note: { ...BASE, fontSize: 9, fontColor: COLORS.muted, wrap: true, vertical: 'top' },
  heading: { ...FRAMED, bold: true, fill: COLORS.heading, horizontal: 'center', wrap: true },
  code: {
    ...FRAMED,
    fontSize: 9,
    fontColor: COLORS.muted,
    horizontal: 'center',
    fill: COLORS.heading,
  },
  block: { ...FRAMED, bold: true, fill: COLORS.block },
  blockNumber: { ...FRAMED, bold: true, fill: COLORS.block, horizontal: 'right' },
  text: { ...FRAMED, wrap: true },
  centered: { ...FRAMED, horizontal: 'center', wrap: true },
  link: { ...FRAMED, horizontal: 'center', fontColor: COLORS.link, underline: true, wrap: true },
  integer: { ...FRAMED, horizontal: 'right', numberFormat: 'integer' },
  decimal2: { ...FRAMED, horizontal: 'right', numberFormat: 'decimal2' },
  decimal3: { ...FRAMED, horizontal: 'right', numberFormat: 'decimal3' },
  percent: { ...FRAMED, horizontal: 'right', numberFormat: 'percent1' },
  general: { ...FRAMED, horizontal: 'right', numberFormat: 'general' },
  working: { ...BASE, fontSize: 9, fontColor: COLORS.muted },
} as const satisfies Record<string, CellStyle>;
