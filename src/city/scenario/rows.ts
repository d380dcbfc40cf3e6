/**
 * The rows of a scenario over a city by the name they go by: what may be there or not. Rows of one name come and go
 * together; rows of places have none, since only roads are asked about.
 */
import type { BuildModification, Modification } from '../../model/scenario.ts';
import { PLACE_KINDS } from '../../scenario/modifications.ts';

/** A row that is not switched off. */
export interface NamedRow {
  readonly modification: Modification;
  /** Its place in the list of the scenario, from 0. */
  readonly place: number;
  /** Null for a row of places. */
  readonly name: string | null;
}

/** A section that is laid as several roads: `BELT_N`, `BELT_N-2`, `BELT_N-3` …, all of one title. */
const LAID_PART = /^(?<section>.+)-(?:[2-9]|[1-9]\d+)$/;

type FindRoad = (id: string) => BuildModification | undefined;

function toRoadName({ id, title, label }: BuildModification, findRoad: FindRoad): string {
  if (label !== undefined) return label;
  const section = LAID_PART.exec(id)?.groups?.['section'];
  const first = section === undefined ? undefined : findRoad(section);
  return first === undefined || first.title !== title ? id : toRoadName(first, findRoad);
}

function toName(modification: Modification, place: number, findRoad: FindRoad): string | null {
  if (PLACE_KINDS.has(modification.kind)) return null;
  if (modification.kind === 'build') return toRoadName(modification, findRoad);
  const [only, ...more] = modification.kind === 'set-dates' ? modification.sections : [];
  const section = more.length === 0 ? only : undefined;
  return modification.label ?? section ?? `row-${place + 1}`;
}

/** Roads to come that one row opens are as many things, unless the row has a name. */
function splitDates(modification: Modification): readonly Modification[] {
  if (modification.kind !== 'set-dates' || modification.label !== undefined) return [modification];
  return [...new Set(modification.sections)].map((section) => ({ ...modification, sections: [section] }));
}

/**
 * Rows with their names: the label that the user gave, else the id of a road that is built, the name of a road that is
 * dated, or `row-3` for the third of the list. With `isSplit` a row that dates several roads is one row each.
 */
export function nameRows(modifications: readonly Modification[], isSplit: boolean): readonly NamedRow[] {
  const roads = modifications.filter((one) => one.kind === 'build' && one.off !== true);
  const findRoad: FindRoad = (id) =>
    roads.find((one): one is BuildModification => 'id' in one && one.id === id);
  return modifications.flatMap((modification, place) => {
    if (modification.off === true) return [];
    const parts = isSplit ? splitDates(modification) : [modification];
    return parts.map((one) => ({ modification: one, place, name: toName(one, place, findRoad) }));
  });
}
