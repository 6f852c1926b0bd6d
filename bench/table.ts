export type Row = Record<string, string | number>;

/** Rows as a Markdown table (first row names the columns), or as one JSON object a line with `--json`. */
export function printRows(rows: readonly Row[], asJson = process.argv.includes('--json')): void {
  if (asJson) {
    for (const row of rows) console.log(JSON.stringify(row));
    return;
  }
  const columns = Object.keys(rows[0] ?? {});
  const line = (cells: readonly (string | number | undefined)[]) =>
    `| ${cells.map((cell) => cell ?? '').join(' | ')} |`;
  console.log(line(columns));
  console.log(line(columns.map((column) => (typeof rows[0]?.[column] === 'number' ? '---:' : '---'))));
  for (const row of rows) console.log(line(columns.map((column) => row[column])));
}

/** The middle value; of an even number of values the upper of the two. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
