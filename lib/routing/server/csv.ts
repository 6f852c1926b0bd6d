/** Rows of comma-separated text (RFC 4180) by the names of the first row. Missing cells are empty; quotes may hold commas and lines. */
export function parseCsv(text: string): Map<string, string>[] {
  const rows: string[][] = [];
  let row: string[] = [];
  // One cell with what ends it: quoted with doubled quotes, or plain up to the next comma or line.
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n][^,\r\n]*)|)[^\S\r\n]*(,|\r?\n|\r|$)/y;
  const content = text.replace(/^\uFEFF/, '');
  while (cell.lastIndex < content.length) {
    const match = cell.exec(content);
    if (!match) throw new SyntaxError(`row ${rows.length + 1} has a quote where none can be`);
    row.push((match[1]?.replaceAll('""', '"') ?? match[2] ?? '').trim());
    if (match[3] === ',') {
      // A comma at the very end opens an empty last cell.
      if (cell.lastIndex === content.length) row.push('');
      continue;
    }
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  const [names = [], ...records] = rows;
  return records
    .filter((cells) => cells.length > 1 || cells[0] !== '')
    .map((cells) => new Map(names.map((name, index) => [name, cells[index] ?? ''])));
}
