/**
 * Seeded random scenes: a crooked grid of roads of all kinds with dates, plazas, tolls, signals, water and
 * sites. Parallel roads, one-way roads and dead ends occur.
 */
import type { Dataset } from '../../src/model/dataset.ts';
import type { Facility } from '../../src/model/road.ts';
import type { LonLat } from '../../src/model/source.ts';
import { findConnectors, type Place } from '../../src/network/connectors.ts';
import { DataError } from '../../src/problems.ts';
import { toDataset, type FeatureInput } from './dataset.ts';
import { createRandom, type Random } from './random.ts';
import { toParameter } from './values.ts';

export interface RandomScene {
  readonly dataset: Dataset;
  readonly places: readonly Place[];
  readonly sections: readonly string[];
}

export interface SceneShape {
  /** Every road two-way and alike in both directions. */
  readonly symmetric?: boolean;
}

const SECTIONS = ['S1', 'S2', 'S3', 'S4', 'S5'];
const FACILITY_CHOICE: readonly Facility[] = [
  'arterial',
  'arterial',
  'local',
  'expressway',
  'urban-expressway',
  'ramp',
];

/** Nodes about 3 km apart. */
function makeNodes(random: Random, columns: number, rows: number): ReadonlyMap<string, LonLat> {
  const nodes = new Map<string, LonLat>();
  for (let i = 0; i < columns * rows; i += 1) {
    const [column, row] = [i % columns, Math.floor(i / columns)];
    const jitter = (): number => random.int(-10_000, 10_000) / 1e6;
    nodes.set(`n${i}`, [113.2 + column * 0.03 + jitter(), 23 + row * 0.03 + jitter()]);
  }
  return nodes;
}

function makeFeature(random: Random, id: string, from: string, to: string, shape: SceneShape): FeatureInput {
  const facility = random.pick(FACILITY_CHOICE);
  const lengthM = random.int(2000, 6_000_000) / 1000 + 1500;
  const estimated = random.once(3);
  return {
    id,
    from,
    to,
    facility,
    lengthM,
    lengthBasis: estimated ? 'estimated' : 'published',
    lengthHow: estimated ? 'town chain' : 'drawn',
    lengthLowM: estimated ? lengthM * 0.9 : lengthM,
    lengthHighM: estimated ? lengthM * 1.2 : lengthM,
    directed: shape.symmetric !== true && random.once(5),
    section: random.pick(SECTIONS),
    postedKmh: random.pick([null, 40, 60, 80, 120]),
    designKmh: random.pick([null, 60, 100]),
    lanesPerDirection: random.pick([null, 1, 2]),
    centreLine: !random.once(6),
    urban: random.once(3),
    signals: random.pick([0, 0, 1, 2.5]),
    opened: random.pick([null, null, '2008', '2012-06']),
    closed: random.once(10) ? '2009-03-01' : null,
    ...random.pick([
      {},
      {},
      { tariff: 'per-km' },
      { tariff: 'bridge', plaza: random.pick(['entry', 'exit', 'barrier']) },
    ]),
  };
}

function makeFeatures(
  random: Random,
  columns: number,
  rows: number,
  shape: SceneShape,
): readonly FeatureInput[] {
  const features: FeatureInput[] = [];
  const add = (from: number, to: number): void => {
    if (random.once(8)) return;
    const ends = random.once(2) ? [from, to] : [to, from];
    const copies = random.once(6) ? 2 : 1;
    for (let i = 0; i < copies; i += 1) {
      features.push(makeFeature(random, `f${features.length}`, `n${ends[0]}`, `n${ends[1]}`, shape));
    }
  };
  for (let i = 0; i < columns * rows; i += 1) {
    if (i % columns < columns - 1) add(i, i + 1);
    if (i + columns < columns * rows) add(i, i + columns);
    if (i % columns < columns - 1 && i + columns < columns * rows && random.once(4)) add(i, i + columns + 1);
  }
  return features;
}

/** One road that is always there beside every scene, so that no site is off the map. */
const BASE_ROAD: FeatureInput = { id: 'base', from: 'n0', to: 'n1', section: 'BASE', lengthM: 3500 };

/** Water may cut a site off from every road. */
function isOnMap(dataset: Dataset, place: Place): boolean {
  try {
    return findConnectors(dataset, place).length > 0;
  } catch (error) {
    if (error instanceof DataError) return false;
    throw error;
  }
}

/** The scene of a seed: 20 nodes, some 40 roads, up to seven sites. */
export function makeRandomScene(seed: number, shape: SceneShape = {}): RandomScene {
  const random = createRandom(seed);
  const nodes = makeNodes(random, 5, 4);
  const features = [BASE_ROAD, ...makeFeatures(random, 5, 4, shape)];
  const makePoint = (): LonLat => [
    113.19 + random.int(0, 140_000) / 1e6,
    22.99 + random.int(0, 110_000) / 1e6,
  ];
  const dataset = toDataset({
    nodes,
    features,
    water: [[makePoint(), makePoint()]],
    belt: ['S1', 'S2'],
    parameters: { connectorRadiusM: toParameter(3000), connectorRadiusMaxM: toParameter(40_000) },
  });
  const drawn = Array.from({ length: 7 }, (_, i): Place => ({ id: `p${i}`, at: makePoint() }));
  const places = drawn.filter((place) => isOnMap(dataset, place));
  return { dataset, places, sections: dataset.sections.map(({ id }) => id) };
}
