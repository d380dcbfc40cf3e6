/** Rows as they begin: what a tool of the studio adds before anything is said of it. */
import {
  type BuildModification,
  type Dataset,
  type Facility,
  type LonLat,
  type Modification,
  type RoadTargets,
  type ScenarioFile,
  type SetDatesModification,
} from '../../src/index.ts';
import { countFreeId } from './ids.ts';
import { startRoad } from './road-kind.ts';

/** Sign of a road by its kind where nothing is said: the design speed that the model assumes. */
export function defaultKmh({ parameters }: Dataset, facility: Facility): number {
  switch (facility) {
    case 'expressway':
      return parameters.defaultExpresswayKmh.value;
    case 'urban-expressway':
      return parameters.defaultUrbanExpresswayKmh.value;
    case 'arterial':
      return parameters.defaultArterialKmh.value;
    case 'local':
      return parameters.defaultLocalKmh.value;
    case 'ramp':
      return parameters.defaultRampKmh.value;
  }
}

/** Kind of a road where nothing is said. */
export const DEFAULT_FACILITY: Facility = 'expressway';
/** What a road that is slowed keeps of its speed where nothing is said. */
export const DEFAULT_FACTOR = 0.5;

/** Ids that a road or place of a scenario may not have. */
function listTaken(dataset: Dataset, { modifications }: ScenarioFile): ReadonlySet<string> {
  const { highways, sections, nodes, zones, plants, suppliers } = dataset;
  const records = [highways, sections, nodes, zones, plants, suppliers];
  const own = modifications.flatMap((row) => ('id' in row ? [row.id] : []));
  return new Set([...records.flatMap((list) => list.map(({ id }) => id)), ...own]);
}

/** `road-1`, `plant-1` … : an id that nothing has, and its number. */
export function toNewId(
  dataset: Dataset,
  file: ScenarioFile,
  stem: 'road' | 'plant' | 'supplier' | 'node',
): { readonly id: string; readonly count: number } {
  const taken = listTaken(dataset, file);
  return countFreeId(stem, (one) => taken.has(one));
}

/** A road without a line yet. */
export function newRoad(dataset: Dataset, id: string, title: string): BuildModification {
  return startRoad(id, title, DEFAULT_FACILITY, (facility) => defaultKmh(dataset, facility));
}

/** Kinds of change that are made to roads there are. */
export type RoadChange = 'close' | 'change' | 'set-speed-factor';

type Which =
  | { readonly links: readonly string[] }
  | { readonly sections: readonly string[] }
  | { readonly area: { readonly ring: readonly LonLat[]; readonly rule: 'touching' } };

/** A change of roads; of signs that say what most roads of the kind say already it is for the user to change. */
export function newChange(dataset: Dataset, kind: RoadChange, which: Which): Modification {
  if (kind === 'close') return { kind, ...which };
  if (kind === 'set-speed-factor') return { kind, ...which, factor: DEFAULT_FACTOR };
  const link = dataset.links.find(
    ({ featureId, section }) =>
      ('links' in which && which.links[0] === featureId) ||
      ('sections' in which && which.sections[0] === section),
  );
  const facility = link?.facility ?? DEFAULT_FACILITY;
  return { kind, ...which, postedKmh: link?.postedKmh ?? link?.designKmh ?? defaultKmh(dataset, facility) };
}

/** Other dates for a section, to begin with those it has. */
export function newDates({ links, sections }: Dataset, section: string): SetDatesModification {
  const opened = sections.find(({ id }) => id === section)?.opened ?? null;
  const closed = links.find((one) => one.section === section)?.closed ?? null;
  return { kind: 'set-dates', sections: [section], opened, closed };
}

/** How roads are named one by one. */
export type TargetKey = 'highways' | 'links' | 'sections';

/** The row with one more stretch or section of road, or one less where it has it; null where none is left. */
export function toggleTarget<T extends Modification>(row: T, key: TargetKey, id: string): T | null {
  const known: readonly string[] = (row as RoadTargets)[key] ?? [];
  const left = known.includes(id) ? known.filter((one) => one !== id) : [...known, id];
  if (left.length > 0) return { ...row, [key]: left };
  const { [key]: _, ...others } = row as T & RoadTargets;
  const rest = ['highways', 'sections', 'links', 'facilities', 'area'].some((one) => one in others);
  return rest ? (others as unknown as T) : null;
}
