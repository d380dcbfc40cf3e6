/** The rows of a scenario of the user's own. Each change gives another file; a row that is not there changes nothing. */
import type { Modification, ScenarioFile } from '../../src/index.ts';

function withRows(file: ScenarioFile, modifications: readonly Modification[]): ScenarioFile {
  return { ...file, modifications };
}

function changeRow(
  file: ScenarioFile,
  at: number,
  change: (row: Modification) => Modification,
): ScenarioFile {
  return withRows(
    file,
    file.modifications.map((row, i) => (i === at ? change(row) : row)),
  );
}

/** The row at the end of the list. */
export function addRow(file: ScenarioFile, row: Modification): ScenarioFile {
  return withRows(file, [...file.modifications, row]);
}

/** Another row in the place of one. */
export function putRow(file: ScenarioFile, at: number, row: Modification): ScenarioFile {
  return changeRow(file, at, () => row);
}

export function removeRow(file: ScenarioFile, at: number): ScenarioFile {
  return withRows(
    file,
    file.modifications.filter((_, i) => i !== at),
  );
}

/** The row so many places further down, or up where that is below 0; at the ends it stays. */
export function moveRow(file: ScenarioFile, at: number, by: number): ScenarioFile {
  const rows = [...file.modifications];
  const to = at + by;
  if (rows[at] === undefined || to < 0 || to >= rows.length) return file;
  const [row] = rows.splice(at, 1) as [Modification];
  rows.splice(to, 0, row);
  return withRows(file, rows);
}

/** Switched off a row stays in the list and does nothing. */
export function switchRow(file: ScenarioFile, at: number, on: boolean): ScenarioFile {
  return changeRow(file, at, (row): Modification => {
    const { off: _, ...rest } = row;
    return on ? rest : { ...rest, off: true };
  });
}

/** The user's name for a row; an empty one takes it away. */
export function renameRow(file: ScenarioFile, at: number, name: string): ScenarioFile {
  const label = name.trim();
  return changeRow(file, at, (row): Modification => {
    const { label: _, ...rest } = row;
    return label === '' ? rest : { ...rest, label };
  });
}

/** Title and note of the scenario; an empty title leaves the one there is, an empty note takes it away. */
export function describe(
  file: ScenarioFile,
  { title = file.title, note = file.note ?? '' }: { readonly title?: string; readonly note?: string },
): ScenarioFile {
  const { note: _, ...rest } = file;
  const named = { ...rest, title: title.trim() === '' ? file.title : title };
  return note.trim() === '' ? named : { ...named, note };
}
