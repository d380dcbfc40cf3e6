/** What both maps of cells begin with: one scenario, a setting, and the proved times of places in it. */
import type { Direction, GridTimes } from '../access/grid-times.ts';
import { timeGrid } from '../access/grid-times.ts';
import { findGrid, NO_ACCESS, type Grid } from '../access/grid.ts';
import { measureAreaKm2, traceOutline } from '../access/outline.ts';
import { keepLatest } from '../latest.ts';
import type { Dataset } from '../model/dataset.ts';
import type { CellArea } from '../model/grid-views.ts';
import type { Scenario } from '../model/scenario.ts';
import { toPlaceKey, type Place } from '../network/connectors.ts';
import { buildNetwork } from '../network/network.ts';
import type { Setting } from '../network/setting.ts';
import { applyScenario } from '../scenario/apply.ts';
import { findScenario } from '../scenario/find.ts';

/** One scenario in one setting. */
export interface GridCase {
  readonly dataset: Dataset;
  readonly scenario: Scenario;
  readonly setting: Setting;
}

/** A scenario by id or date, or one made up. */
export function toGridScenario(dataset: Dataset, scenario: string | Scenario): Scenario {
  return typeof scenario === 'string' ? findScenario(dataset, scenario) : scenario;
}

/** Times already proved, by grid; the longest unused are let go (about 1 MB each on the shipped region). */
const TIMES = new WeakMap<Grid, Map<string, GridTimes>>();
const KEPT_TIMES = 48;

function toKey({ scenario, setting }: GridCase, place: Place, direction: Direction): string {
  const { id, date, modifications } = scenario;
  const asked = [setting.vehicleClass.id, setting.trafficState.id, toPlaceKey(place), direction];
  return JSON.stringify([id, date, modifications, ...asked]);
}

/** The grid of a case, with the roads that its scenario builds. */
export function findCaseGrid({ dataset, scenario }: Pick<GridCase, 'dataset' | 'scenario'>): Grid {
  return findGrid(applyScenario(dataset, scenario).dataset);
}

/** Proved times of some places; those not kept are searched in one network. */
export function findGridTimes(
  asked: GridCase,
  places: readonly Place[],
  direction: Direction,
): readonly GridTimes[] {
  const { dataset, scenario, setting } = asked;
  const grid = findCaseGrid(asked);
  const kept = TIMES.get(grid) ?? new Map<string, GridTimes>();
  TIMES.set(grid, kept);
  const found = places.map((place) => kept.get(toKey(asked, place, direction)));
  const missing = places.filter((_, i) => found[i] === undefined);
  const network =
    missing.length === 0 ? null : buildNetwork(dataset, applyScenario(dataset, scenario), setting, missing);
  return places.map((place, i) => {
    const times = found[i] ?? (network === null ? undefined : timeGrid(grid, network, place.id, direction));
    if (times === undefined) throw new RangeError(`no times to ${place.id}`);
    return keepLatest(kept, toKey(asked, place, direction), KEPT_TIMES, () => times);
  });
}

/** The cells marked 1 as a part of the map. */
export function toCellArea({ lattice }: Grid, isIn: Uint8Array): CellArea {
  return { areaKm2: measureAreaKm2(lattice, isIn), geometry: traceOutline(lattice, isIn) };
}

const NOWHERE = new WeakMap<Grid, CellArea>();

/** Where no access is modelled: the same in every scenario. */
export function findNoAccess(grid: Grid): CellArea {
  const area =
    NOWHERE.get(grid) ??
    toCellArea(
      grid,
      grid.access.map((access) => Number(access === NO_ACCESS)),
    );
  NOWHERE.set(grid, area);
  return area;
}
