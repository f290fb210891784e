import { eastAsianWidth } from 'get-east-asian-width';

/** How a column of a table is aligned. */
export type Alignment = 'left' | 'right';

/** Width of a text in terminal cells; a Chinese character takes two. */
export function terminalWidth(text: string): number {
  let width = 0;
  for (const character of text) width += eastAsianWidth(character.codePointAt(0) ?? 0);
  return width;
}

function padded(text: string, width: number, alignment: Alignment): string {
  const space = ' '.repeat(Math.max(0, width - terminalWidth(text)));
  return alignment === 'left' ? text + space : space + text;
}

/** Rows of text as lines, columns aligned and two spaces apart. */
export function textTable(
  rows: readonly (readonly string[])[],
  alignments: readonly Alignment[],
): string[] {
  const widths = alignments.map((_, column) =>
    Math.max(0, ...rows.map((row) => terminalWidth(row[column] ?? ''))),
  );
  return rows.map((row) =>
    alignments
      .map((alignment, column) => padded(row[column] ?? '', widths[column] ?? 0, alignment))
      .join('  ')
      .trimEnd(),
  );
}
