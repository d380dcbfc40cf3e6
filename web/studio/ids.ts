/** Ids out of the titles that a user gives: letters, digits, hyphens, and no id that something else has. */

const MOST_CHARACTERS = 60;

function toStem(title: string, otherwise: string): string {
  const plain = title
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase();
  const stem = plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, MOST_CHARACTERS);
  // An id that begins like a date would be taken for a day.
  return /^[a-z]/.test(stem) ? stem : otherwise;
}

/** `name`, `name-2`, `name-3` …: the first that is free. */
export function toFreeId(name: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(name)) return name;
  const stem = name.replace(/-\d+$/, '');
  for (let count = 2; ; count += 1) if (!isTaken(`${stem}-${count}`)) return `${stem}-${count}`;
}

/** `road-1`, `road-2` …: the first id of a stem that is free, with its number. */
export function countFreeId(
  stem: string,
  isTaken: (id: string) => boolean,
): { readonly id: string; readonly count: number } {
  const id = toFreeId(`${stem}-1`, isTaken);
  return { id, count: Number(/\d+$/.exec(id)?.[0]) };
}

/**
 * An id for a title; `otherwise` where it has no letter an id may have.
 *
 * @example
 * toId('South ring, 2nd', 'road', () => false); // 'south-ring-2nd'
 */
export function toId(title: string, otherwise: string, isTaken: (id: string) => boolean): string {
  return toFreeId(toStem(title, otherwise), isTaken);
}
