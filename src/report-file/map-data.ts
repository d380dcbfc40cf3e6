/** What the maps of a report draw: the roads of base and build, and the places that the answer speaks of. */
import { findPlace } from '../answer/place.ts';
import type { Analysis } from '../model/answer.ts';
import type { Dataset } from '../model/dataset.ts';
import type { ReportMap, ReportPlace, ReportRoadKind, ReportRoads } from '../model/report-map.ts';
import type { Link } from '../model/road.ts';
import type { LonLat } from '../model/source.ts';
import { applyScenario, type RoadState } from '../scenario/apply.ts';
import { isInFrame, toFrame, type Frame } from './map-frame.ts';

/** Roads of the scenario without and with. */
interface Sides {
  readonly base: RoadState;
  readonly build: RoadState;
}

/** Drawn features by id: one of the two directions of a road stands for both. */
function listFeatures({ links }: RoadState): ReadonlyMap<string, Link> {
  return new Map(links.filter(({ id, featureId }) => id === featureId).map((link) => [link.featureId, link]));
}

/** What a change of signs, lanes or tolls changes. */
const toSigns = ({ postedKmh, lanesPerDirection, tariff, speedFactor }: Link): string =>
  JSON.stringify([postedKmh, lanesPerDirection, tariff, speedFactor]);

function toKind(dataset: Dataset, link: Link, other: Link | undefined): ReportRoadKind {
  const { sections } = dataset.header.belt;
  if (link.whatIf === true) return 'built';
  if (other !== undefined && toSigns(link) !== toSigns(other)) return 'changed';
  return sections.includes(link.section) && link.facility !== 'ramp' ? 'belt' : 'road';
}

type Drawn = Omit<ReportRoads, 'lines'> & { readonly line: readonly LonLat[] };

/** Every feature that is open in either scenario. */
function listDrawn(dataset: Dataset, { base, build }: Sides): readonly Drawn[] {
  const [before, after] = [listFeatures(base), listFeatures(build)];
  const ids = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return ids.flatMap((id): readonly Drawn[] => {
    const [without, with_] = [before.get(id), after.get(id)];
    const link = with_ ?? without;
    if (link === undefined) return [];
    const kind = toKind(dataset, link, with_ === undefined ? undefined : without);
    const name = kind === 'built' ? link.nameEn : null;
    const open = { base: without !== undefined, build: with_ !== undefined };
    return [{ kind, facility: link.facility, name, ...open, line: link.geometry }];
  });
}

/** Roads that are drawn alike together, quiet ones first. */
function gather(drawn: readonly Drawn[]): readonly ReportRoads[] {
  const order: readonly ReportRoadKind[] = ['road', 'changed', 'built', 'belt'];
  const byLook = new Map<string, ReportRoads>();
  for (const { line, ...look } of drawn) {
    const key = JSON.stringify(look);
    byLook.set(key, { ...look, lines: [...(byLook.get(key)?.lines ?? []), line] });
  }
  return [...byLook]
    .toSorted(
      ([a, one], [b, other]) =>
        order.indexOf(one.kind) - order.indexOf(other.kind) || (a < b ? -1 : Number(a > b)),
    )
    .map(([, roads]) => roads);
}

type Place = Pick<ReportPlace, 'id' | 'name' | 'kind' | 'group'>;

/** Sites that count (where no supplier does, the places asked about), vehicle plants of the groups, seats for names. */
function listPlaces(dataset: Dataset, { origins }: Analysis): readonly Place[] {
  const hasSuppliers = origins.some(({ kind }) => kind === 'supplier');
  const asked = origins.filter(({ kind }) => (hasSuppliers ? kind === 'supplier' : kind !== 'plant'));
  const sites = [...new Set(asked.map(({ site }) => site))].map((id): Place => {
    const { name } = findPlace(dataset, id).origin;
    return { id, name, kind: 'site', group: null };
  });
  const plants = dataset.plants
    .filter(({ kind, group }) => kind === 'vehicle' && group !== null)
    .map(({ id, name, group }): Place => ({ id, name, kind: 'plant', group }));
  const seats = dataset.zones
    .filter(({ id, kind }) => kind === 'seat' && !sites.some((site) => site.id === id))
    .map(({ id, name }): Place => ({ id, name, kind: 'seat', group: null }));
  return [...plants, ...sites, ...seats];
}

/** Where a place stands in both scenarios. */
function standIn(dataset: Dataset, { base, build }: Sides, place: Place): ReportPlace {
  const known = findPlace(dataset, place.id).place.at;
  const [before, after] = [base, build].map(({ absent, at }) =>
    absent.has(place.id) ? null : (at.get(place.id) ?? known),
  );
  return { ...place, base: before ?? null, build: after ?? null };
}

function listWater({ water }: Dataset, frame: Frame): ReportMap['water'] {
  return water.flatMap(({ widthM, lines }) =>
    lines.filter((line) => isInFrame(line, frame)).map((line) => ({ widthM, line })),
  );
}

/**
 * The maps of an analysis. `dataset` holds the scenarios and the places of the question. Throws DataError for a
 * scenario that it does not have.
 */
export function toReportMap(dataset: Dataset, analysis: Analysis, sides: Sides): ReportMap {
  const places = listPlaces(dataset, analysis).map((place) => standIn(dataset, sides, place));
  const drawn = listDrawn(dataset, sides);
  const loud = drawn.filter(({ kind }) => kind !== 'road').flatMap(({ line }) => line);
  const stands = places.flatMap(({ base, build }) => [base, build].filter((at) => at !== null));
  const frame = toFrame([...loud, ...stands], dataset.header.region);
  return {
    frame,
    water: listWater(dataset, frame),
    roads: gather(drawn.filter(({ line }) => isInFrame(line, frame))),
    places,
  };
}

/** The road states of base and build. */
export function toSides(
  dataset: Dataset,
  base: Parameters<typeof applyScenario>[1],
  build: typeof base,
): Sides {
  return { base: applyScenario(dataset, base), build: applyScenario(dataset, build) };
}
