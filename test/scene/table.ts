/** Reads a table drawn with `|`: one row a line, the first row the names of the columns. */

export type Row = Readonly<Record<string, string>>;

/** Cells of every line, trimmed. */
export function readCells(table: string): readonly (readonly string[])[] {
  const lines = table.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) =>
    line
      .trim()
      .replace(/^\|/, '')
      .replace(/\|$/, '')
      .split('|')
      .map((cell) => cell.trim()),
  );
}

/** Rows by column name; an empty cell is left out. */
export function readTable(table: string): readonly Row[] {
  const [names = [], ...rows] = readCells(table);
  return rows.map((cells) => {
    if (cells.length !== names.length)
      throw new Error(`${names.length} cells expected: ${cells.join(' | ')}`);
    const row: Record<string, string> = {};
    for (const [i, name] of names.entries()) if (cells[i] !== '') row[name] = cells[i] ?? '';
    return row;
  });
}
