/** Sound records → the data set: features become directed links, lists get their order, all is frozen. */
import type { Dataset } from '../model/dataset.ts';
import type { Highway, Link, RoadNode, Section } from '../model/road.ts';
import type { Scenario } from '../model/scenario.ts';
import { toDigest } from './digest.ts';
import { byCodeUnit, type Folder } from './folder.ts';
import { deepFreeze } from './freeze.ts';
import type { LinkFeature, NodeFeature } from './highways.ts';
import { listSound, type Rows } from './rows.ts';
import type { Tables } from './tables.ts';
import { toWater } from './water.ts';

/** The data set of a folder without problems; null where the header or the parameters are missing. */
export function buildDataset(tables: Tables, folder: Folder, scenarios: readonly Scenario[]): Dataset | null {
  const [header] = listValues(tables.header);
  const [parameters] = listValues(tables.parameters);
  if (header === undefined || parameters === undefined) return null;
  const sections = listSections(tables);
  const highwayOf = new Map(sections.map(({ id, highway }) => [id, highway]));
  return deepFreeze({
    header,
    highways: listHighways(tables, sections),
    sections,
    nodes: listValues(tables.nodes).map(toNode),
    links: listValues(tables.links)
      .flatMap((feature) => toLinks(feature, highwayOf.get(feature.properties.section) ?? ''))
      .toSorted((a, b) => byCodeUnit(a.id, b.id)),
    water: listValues(tables.water).map(toWater),
    zones: listValues(tables.zones),
    plants: listValues(tables.plants),
    suppliers: listValues(tables.suppliers),
    vehicleClasses: listValues(tables.vehicleClasses).map(withoutSchema),
    trafficStates: listValues(tables.trafficStates).map(withoutSchema),
    tariffs: listValues(tables.tariffs),
    parameters,
    profiles: listValues(tables.profiles).map(withoutSchema),
    bans: listValues(tables.bans),
    variability: listValues(tables.variability).map(withoutSchema)[0] ?? null,
    uncertainty: listValues(tables.uncertainty).map(withoutSchema)[0] ?? null,
    appraisal: listValues(tables.appraisal).map(withoutSchema)[0] ?? null,
    scenarios,
    claims: listValues(tables.claims),
    figures: listValues(tables.figures),
    flowcharts: listValues(tables.flowcharts).map(withoutSchema),
    sources: listValues(tables.sources),
    digest: toDigest(Object.values(folder).flatMap(({ files }) => files)),
  });
}

function listValues<T>(rows: Rows<T>): readonly T[] {
  return listSound(rows).map(({ value }) => value);
}

function listSections({ highways, sections }: Tables): readonly Section[] {
  const highwayOf = new Map(listSound(highways).map(({ spot, value }) => [spot.file, value.id]));
  return listSound(sections).map(({ spot, value }) => ({
    ...value,
    highway: highwayOf.get(spot.file) ?? '',
  }));
}

function listHighways({ highways }: Tables, sections: readonly Section[]): readonly Highway[] {
  return listValues(highways).map((head) => {
    return { ...head, sections: sections.filter(({ highway }) => highway === head.id) };
  });
}

/** The record without the one key that only a file has. */
function without<T extends object, K extends keyof T>(record: T, key: K): Omit<T, K> {
  return Object.fromEntries(Object.entries(record).filter(([own]) => own !== key)) as Omit<T, K>;
}

function withoutSchema<T extends { readonly schema: string }>(record: T): Omit<T, 'schema'> {
  return without(record, 'schema');
}

function toNode({ id, geometry, properties }: NodeFeature): RoadNode {
  return { id, at: geometry.coordinates, ...without(properties, 'kind') };
}

/** One link where the feature is directed, else two: as drawn, and backwards with `~r` behind the id. */
function toLinks({ id, geometry, properties }: LinkFeature, highway: string): readonly Link[] {
  const { coordinates } = geometry;
  const forward: Link = { id, featureId: id, highway, ...without(properties, 'kind'), geometry: coordinates };
  if (forward.directed) return [forward];
  const { from, to } = forward;
  return [forward, { ...forward, id: `${id}~r`, from: to, to: from, geometry: coordinates.toReversed() }];
}
