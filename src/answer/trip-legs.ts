/** A route as people tell it: legs by road instead of links, the plazas passed, and where the connectors join. */
import type { Route, RouteConnector, RouteStep } from '../matrix/route.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Link, Plaza } from '../model/road.ts';
import type { TripConnector, TripFacility, TripLeg, TripNode, TripPlaza, TripRoad } from '../model/trip.ts';
import { linkImpedanceMs } from '../network/impedance.ts';
import type { Setting } from '../network/setting.ts';
import { FEN_PER_CNY, MM_PER_M, MS_PER_SECOND } from '../units.ts';

interface Names {
  readonly links: ReadonlyMap<string, Link>;
  readonly nodes: ReadonlyMap<string, TripNode>;
}

const NAMES = new WeakMap<Dataset, Names>();

/** Links and nodes by id: asked for with every trip. */
function findNames(dataset: Dataset): Names {
  const known = NAMES.get(dataset);
  if (known !== undefined) return known;
  const names = {
    links: new Map(dataset.links.map((link) => [link.id, link])),
    nodes: new Map(dataset.nodes.map(({ id, nameEn, nameZh }) => [id, { nameEn, nameZh }])),
  };
  NAMES.set(dataset, names);
  return names;
}

/** A node that has no record is named by its id. */
function toNode({ nodes }: Names, id: string): TripNode {
  return nodes.get(id) ?? { nameEn: id, nameZh: null };
}

const RAMP = 'ramp';

/** Consecutive ramps are one leg; else a leg ends where the road, its facility or the belt does. */
function isSameLeg(a: RouteStep, b: RouteStep): boolean {
  if (a.facility === RAMP || b.facility === RAMP) return a.facility === b.facility;
  return a.nameEn === b.nameEn && a.highway === b.highway && a.facility === b.facility && a.belt === b.belt;
}

/** Runs of neighbours that belong together. */
function group<T>(items: readonly T[], together: (a: T, b: T) => boolean): readonly (readonly [T, ...T[]])[] {
  const runs: [T, ...T[]][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && together(last, item)) run.push(item);
    else runs.push([item]);
  }
  return runs;
}

function sum(steps: readonly RouteStep[], pick: (step: RouteStep) => number): number {
  return steps.reduce((total, step) => total + pick(step), 0);
}

function toLeg(names: Names, steps: readonly [RouteStep, ...RouteStep[]]): TripLeg {
  const [first] = steps;
  const last = steps.at(-1) ?? first;
  const timeMs = sum(steps, (step) => step.timeMs);
  const estimatedMs = sum(steps, (step) => (step.lengthBasis === 'estimated' ? step.timeMs : 0));
  return {
    ...{ nameEn: first.nameEn, nameZh: first.nameZh, ref: first.refNow, facility: first.facility },
    sections: [...new Set(steps.map(({ section }) => section))],
    belt: steps.every(({ belt }) => belt),
    from: toNode(names, first.from),
    to: toNode(names, last.to),
    timeS: timeMs / MS_PER_SECOND,
    lengthM: sum(steps, (step) => step.lengthMm) / MM_PER_M,
    tollCny: sum(steps, (step) => step.tollFen) / FEN_PER_CNY,
    estimatedShare: timeMs === 0 ? 0 : estimatedMs / timeMs,
    links: steps.map(({ link }) => link),
  };
}

/** Legs of a route in order. Their seconds and those of the two connectors are the trip's. */
export function listLegs(dataset: Dataset, { steps }: Route): readonly TripLeg[] {
  return group(steps, isSameLeg).map((run) => toLeg(findNames(dataset), run));
}

/** Roads of a route in the order first driven, each once with all that is driven on it; ramps are no roads. */
export function listRoads({ steps }: Route): readonly TripRoad[] {
  const byRoad = new Map<string, RouteStep[]>();
  for (const step of steps.filter(({ facility }) => facility !== RAMP)) {
    const key = toRoadKey(step);
    byRoad.set(key, [...(byRoad.get(key) ?? []), step]);
  }
  return [...byRoad.values()].flatMap((run) => run.slice(0, 1).map((first) => toRoad(first, run)));
}

function toRoad({ nameEn, nameZh, refNow, belt }: RouteStep, steps: readonly RouteStep[]): TripRoad {
  const lengthM = sum(steps, (step) => step.lengthMm) / MM_PER_M;
  const timeS = sum(steps, (step) => step.timeMs) / MS_PER_SECOND;
  return { nameEn, nameZh, ref: refNow, belt, lengthM, timeS };
}

/** Tells roads apart by the name people know, and the belt's part of a road from the rest of it. */
export function toRoadKey({ nameEn, belt }: Pick<TripRoad, 'nameEn' | 'belt'>): string {
  return JSON.stringify([nameEn, belt]);
}

/** Milliseconds that a link costs more with its plaza. */
function measurePlazaMs(dataset: Dataset, link: Link, setting: Setting, day: string): number {
  const without = { ...link, plaza: null };
  return linkImpedanceMs(dataset, link, setting, day) - linkImpedanceMs(dataset, without, setting, day);
}

function toPlaza(dataset: Dataset, id: string, plaza: Plaza, setting: Setting, day: string): TripPlaza[] {
  const names = findNames(dataset);
  const link = names.links.get(id);
  if (link === undefined) return [];
  const delayS = measurePlazaMs(dataset, link, setting, day) / MS_PER_SECOND;
  return [{ link: id, plaza, delayS, from: toNode(names, link.from), to: toNode(names, link.to) }];
}

/** Plazas in force on a route on an ISO day, in order, with what each adds. */
export function listPlazas(
  dataset: Dataset,
  { plazas }: Route,
  setting: Setting,
  day: string,
): readonly TripPlaza[] {
  return plazas.flatMap(({ link, plaza }) => toPlaza(dataset, link, plaza, setting, day));
}

/** A connector with the road it joins and the point at which it does. */
export function toTripConnector(
  dataset: Dataset,
  connector: RouteConnector,
  leaving: boolean,
): TripConnector {
  const { featureId, timeMs, lengthMm, from, to } = connector;
  const road = findNames(dataset).links.get(featureId);
  return {
    timeS: timeMs / MS_PER_SECOND,
    lengthM: lengthMm / MM_PER_M,
    feature: featureId,
    ...{ nameEn: road?.nameEn ?? featureId, nameZh: road?.nameZh ?? null, ref: road?.refNow ?? null },
    at: leaving ? to : from,
  };
}

/** Seconds and metres by facility, those used, most seconds first. */
export function listFacilities(route: Route): readonly TripFacility[] {
  const { access, egress, steps, byFacilityMs } = route;
  const lengthMm = (facility: string): number =>
    facility === 'connector'
      ? access.lengthMm + egress.lengthMm
      : sum(steps, (step) => (step.facility === facility ? step.lengthMm : 0));
  return Object.entries(byFacilityMs)
    .filter(([, timeMs]) => timeMs > 0)
    .toSorted(([, a], [, b]) => b - a)
    .map(([facility, timeMs]) => ({
      ...{ facility, timeS: timeMs / MS_PER_SECOND, lengthM: lengthMm(facility) / MM_PER_M },
    }));
}
