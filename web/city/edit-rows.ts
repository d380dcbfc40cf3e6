/** What a tool does to the rows of the scenario over the network: values in, values out. */
import {
  isMonthOrDay,
  M_PER_KM,
  type Area,
  type AreaRoads,
  type Box,
  type BuildModification,
  type CityRoad,
  type Facility,
  type LonLat,
  type Modification,
  type RoadTargets,
  type ScenarioFile,
} from '../../src/index.ts';
import { toId } from '../studio/ids.ts';
import { DEFAULT_FACTOR, toggleTarget, type RoadChange, type TargetKey } from '../studio/new-rows.ts';
import { addRow, putRow, removeRow } from '../studio/rows.ts';
import { DEGREE_M } from '../studio/snap.ts';

/** A file, and its row whose form is open. */
export interface InHand {
  readonly file: ScenarioFile;
  readonly open: number | null;
}

/** A scenario that changes nothing, of a day `YYYY-MM-DD`; a title whose id is taken is counted on. */
export function startFile(name: string, day: string, isTaken: (id: string) => boolean): ScenarioFile {
  const id = toId(name, 'scenario', isTaken);
  const count = id === toId(name, 'scenario', () => false) ? null : /\d+$/.exec(id)?.[0];
  const title = count === null ? name : `${name} (${count})`;
  return { schema: 'beltway/scenario@2', id, title, base: day, modifications: [] };
}

/** The scenario on the roads of another day, `YYYY-MM-DD` or `YYYY-MM`; as it was where that is no day, or it stands on another. */
export function setDay(file: ScenarioFile, day: string): ScenarioFile {
  return isMonthOrDay(file.base) && isMonthOrDay(day) ? { ...file, base: day } : file;
}

/** Kind of a new road where nothing is said. */
export const DEFAULT_FACILITY: Facility = 'arterial';

/**
 * The road with a node of its own at each end that connects to nothing there is: a scenario over a city says of both ends
 * how they meet the network, and later roads may join them.
 */
export function withEnds(road: BuildModification): BuildModification {
  const last = road.line.length - 1;
  const missing = [0, last].filter((vertex) => !road.interchanges.some((one) => one.vertex === vertex));
  const own = missing.map((vertex) => ({ vertex, newNode: `${road.id}-${vertex === 0 ? 'start' : 'end'}` }));
  const interchanges = [...road.interchanges, ...own].toSorted((a, b) => a.vertex - b.vertex);
  return { ...road, interchanges };
}

/** Sign of a row that gives roads another one where nothing is known of them, in km/h. */
const USUAL_KMH = 50;

function newRow(kind: RoadChange, which: RoadTargets, road: CityRoad | null): Modification {
  if (kind === 'close') return { kind, ...which };
  if (kind === 'set-speed-factor') return { kind, ...which, factor: DEFAULT_FACTOR };
  return { kind, ...which, postedKmh: Math.round(road?.postedKmh ?? USUAL_KMH) };
}

/** Links of the kinds that are meant, none = all, and their kilometres. */
export function listMeant(
  { kinds }: AreaRoads,
  facilities: readonly Facility[],
): { readonly links: number; readonly km: number } {
  const meant = kinds.filter(
    ({ facility }) => facilities.length === 0 || (facility !== null && facilities.includes(facility)),
  );
  const sum = (key: 'links' | 'lengthM'): number => meant.reduce((all, one) => all + one[key], 0);
  return { links: sum('links'), km: sum('lengthM') / M_PER_KM };
}

/** A row more that changes roads of some kinds, none = all, in an area. */
export function addArea(
  { file }: InHand,
  kind: RoadChange,
  { ring, rule, facilities }: Area & { readonly facilities: readonly Facility[] },
): InHand {
  const which = { ...(facilities.length === 0 ? {} : { facilities }), area: { ring, rule } };
  return { file: addRow(file, newRow(kind, which, null)), open: file.modifications.length };
}

/** The open row, where a change of a kind adds to it; null where a row of its own begins. */
export function findOpen({ file, open }: InHand, kind: RoadChange): number | null {
  const row = open === null ? undefined : file.modifications[open];
  return row?.kind === kind && !('area' in row && row.area !== undefined) ? open : null;
}

/**
 * A road goes into the open row of a kind or out of it; without one a row begins. `road`: what is known of it, where it
 * was picked.
 */
export function toggleRoad(
  hand: InHand,
  kind: RoadChange,
  key: TargetKey,
  id: string,
  road: CityRoad | null = null,
): InHand {
  const { file } = hand;
  const open = findOpen(hand, kind);
  const row = open === null ? undefined : file.modifications[open];
  if (open === null || row === undefined)
    return { file: addRow(file, newRow(kind, { [key]: [id] }, road)), open: file.modifications.length };
  const changed = toggleTarget(row, key, id);
  return changed === null
    ? { file: removeRow(file, open), open: null }
    : { file: putRow(file, open, changed), open };
}

/** Beyond this part of the equator's a degree of longitude is not narrowed: nobody drives there. */
const LEAST_COS = 0.01;

/** A box that has everything within some metres of a point. */
export function boxAround([lon, lat]: LonLat, withinM: number): Box {
  const high = withinM / DEGREE_M;
  const wide = high / Math.max(LEAST_COS, Math.cos((lat * Math.PI) / 180));
  return [lon - wide, lat - high, lon + wide, lat + high];
}
