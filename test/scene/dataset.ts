/** A data set in memory from nodes and road features, without files and without the loader. */
import type { Dataset, DatasetHeader } from '../../src/model/dataset.ts';
import type { Link, RoadNode, Section, Water } from '../../src/model/road.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import type { LonLat } from '../../src/model/source.ts';
import type { Parameters } from '../../src/model/travel.ts';
import { SCENE_PARAMETERS, SCENE_STATES, SCENE_TARIFFS, SCENE_VEHICLES } from './values.ts';

/** A road feature: what a link says, less what follows from its ends. */
export type FeatureInput = Pick<Link, 'id' | 'from' | 'to'> &
  Partial<Omit<Link, 'id' | 'from' | 'to' | 'featureId'>>;

export interface DatasetInput {
  readonly nodes: ReadonlyMap<string, LonLat>;
  readonly features: readonly FeatureInput[];
  readonly water?: readonly (readonly LonLat[])[];
  readonly belt?: readonly string[];
  readonly scenarios?: readonly Scenario[];
  readonly parameters?: Partial<Parameters>;
  readonly gantryFrom?: string | null;
}

const UNSAID: Omit<
  Link,
  'id' | 'featureId' | 'from' | 'to' | 'geometry' | 'accessible' | 'lengthLowM' | 'lengthHighM'
> = {
  highway: 'drawn',
  section: 'MAIN',
  directed: false,
  facility: 'arterial',
  lengthM: 1000,
  lengthBasis: 'published',
  lengthHow: 'drawn',
  lanesPerDirection: 2,
  designKmh: null,
  postedKmh: 60,
  bridge: false,
  urban: false,
  centreLine: true,
  signals: 0,
  plaza: null,
  tariff: null,
  opened: null,
  closed: null,
  nameEn: '',
  nameZh: null,
  refNow: null,
  refOld: null,
  stateAs: null,
  joint: null,
  conflict: null,
  sources: [],
  confidence: 'high',
};

/** The one or two directed links of a feature. */
function toLinks(nodes: ReadonlyMap<string, LonLat>, feature: FeatureInput): readonly Link[] {
  const ends = [nodes.get(feature.from), nodes.get(feature.to)] as [LonLat, LonLat];
  const { lengthM = UNSAID.lengthM, facility = UNSAID.facility } = feature;
  const accessible = facility === 'arterial' || facility === 'local';
  const lengths = { lengthLowM: lengthM, lengthHighM: lengthM };
  const whole = { ...UNSAID, featureId: feature.id, geometry: ends, accessible, ...lengths, ...feature };
  const forward: Link = whole;
  if (forward.directed) return [forward];
  const { from: to, to: from, geometry } = forward;
  return [forward, { ...forward, id: `${forward.id}~r`, from, to, geometry: geometry.toReversed() }];
}

function toSection(id: string): Section {
  return { id, highway: 'drawn', titleEn: id, titleZh: id, publishedKm: null, opened: null, sources: [] };
}

function toHeader(belt: readonly string[], gantryFrom: string | null): DatasetHeader {
  return {
    schema: 'beltway/dataset@1',
    id: 'scene',
    title: 'scene',
    note: '',
    coordinates: 'WGS84',
    region: [112, 22, 115, 25],
    districts: [],
    groups: [],
    contrasts: [],
    gantryFrom,
    population: null,
    belt: { name: 'belt', nameZh: 'belt', sections: belt, closing: [], publishedKm: null, sources: [] },
    defaults: { base: 'now', build: 'now', beside: null, plantDate: '2010-12-31' },
  };
}

/** The network of 2010 as it is drawn: what a scene is asked about unless it says otherwise. */
export const NOW: Scenario = {
  id: 'now',
  title: 'now',
  titleZh: 'now',
  date: '2010-06-30',
  modifications: [],
};

/** A frozen data set. */
export function toDataset(input: DatasetInput): Dataset {
  const links = input.features.flatMap((feature) => toLinks(input.nodes, feature));
  const sections = [...new Set(links.map(({ section }) => section))].map(toSection);
  const nodes = [...input.nodes].map(([id, at]): RoadNode => {
    return { id, at, nameEn: id, nameZh: null, grade: 'A', basis: 'drawn', sources: [] };
  });
  const water = (input.water ?? []).map((line, i): Water => {
    return { id: `water-${i}`, nameEn: '', nameZh: '', lines: [line], widthM: 100, sources: [] };
  });
  return deepFreeze({
    header: toHeader(input.belt ?? [], input.gantryFrom ?? null),
    highways: [],
    sections,
    nodes,
    water,
    links: links.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    zones: [],
    plants: [],
    suppliers: [],
    claims: [],
    figures: [],
    flowcharts: [],
    sources: [],
    vehicleClasses: SCENE_VEHICLES,
    trafficStates: SCENE_STATES,
    tariffs: SCENE_TARIFFS,
    parameters: { ...SCENE_PARAMETERS, ...input.parameters },
    profiles: [],
    bans: [],
    variability: null,
    uncertainty: null,
    appraisal: null,
    scenarios: input.scenarios ?? [NOW],
    digest: 'scene',
  });
}

/** Freezes a value and all it holds: a write to it then throws. */
function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) deepFreeze(part);
  return value;
}
