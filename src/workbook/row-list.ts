/** Row numbers in ascending order as a short text: 3、5–9、12. */
export function rowList(rows: readonly number[]): string {
  const runs: string[] = [];
  for (let start = 0; start < rows.length;) {
    let end = start;
    while (end + 1 < rows.length && rows[end + 1] === (rows[end] ?? 0) + 1) end += 1;
    const first = rows[start] ?? 0;
    const last = rows[end] ?? 0;
    runs.push(first === last ? `${first}` : `${first}–${last}`);
    start = end + 1;
  }
  return runs.join('、');
}
