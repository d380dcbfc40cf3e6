/** Roads with what closing each loses, by one measure, and on each section of the belt what it is worth. */
import type { Feature, FeatureCollection, LineString, Point } from 'geojson';
import type { ClosingLoss, CriticalLink, Dataset, LonLat, ValueMeasure } from '../../src/index.ts';
import type { Worth } from '../engine/protocol.ts';
import { amount } from '../words/amount.ts';
import { listDrawnLinks } from './roads-data.ts';
import { pointAlong } from './routes-data.ts';

export interface ValueProperties {
  readonly feature: string;
  readonly facility: string;
  readonly belt: boolean;
  /** Closed, it leaves a pair without any way. */
  readonly cut: boolean;
  /** 0: under a tenth of the most that a road loses; 1: under half; 2: the rest. */
  readonly step: number;
  readonly width: number;
  /** The amount in words. */
  readonly text: string;
}
/** Beside one of its roads: a section and its worth. */
export interface LabelProperties {
  readonly label: string;
  /** What is worth most is written first. */
  readonly rank: number;
}

/** What closing a road loses by a measure: seconds, pairs or shares. */
export function readLoss(measure: ValueMeasure, loss: ClosingLoss): number {
  switch (measure) {
    case 'minutes':
      return loss.lostS;
    case 'passes':
      return loss.verdicts;
    case 'iOut':
      return loss.iOut ?? 0;
    case 'i2':
      return loss.i2 ?? 0;
  }
}

const HALF = 0.5;
const TENTH = 0.1;

/** Where the steps of the scale begin. */
export function toSteps({ measure, criticality }: Worth): {
  readonly most: number;
  readonly half: number;
  readonly tenth: number;
} {
  const most = Math.max(0, ...criticality.links.map((link) => readLoss(measure, link)));
  return { most, half: HALF * most, tenth: TENTH * most };
}

/** Width in pixels: it grows with the square root, so that little is still seen beside much. */
const LEAST_PX = 1.6;
const MORE_PX = 8;

type Lines = ReadonlyMap<string, readonly LonLat[]>;

/** The labels of the sections, each on the middle of the longest of its roads. */
function listLabels(
  { measure, sections, criticality }: Worth,
  lines: Lines,
): Feature<Point, LabelProperties>[] {
  const shares = sections?.measures.find((one) => one.measure === measure)?.shares ?? [];
  return shares.flatMap(({ section, value }) => {
    const [longest] = criticality.links
      .filter((link) => link.section === section && link.facility !== 'ramp')
      .toSorted((a, b) => b.lengthM - a.lengthM);
    const middle = pointAlong(lines.get(longest?.feature ?? '') ?? [], HALF);
    if (middle === null) return [];
    const geometry = { type: 'Point' as const, coordinates: [...middle] };
    const properties = { label: `${section}: ${amount(measure, value)}`, rank: -value };
    return [{ type: 'Feature' as const, geometry, properties }];
  });
}

/** Features whose closing loses anything, and the labels of the sections. */
export function toValueRoads(
  dataset: Dataset,
  worth: Worth,
): FeatureCollection<LineString | Point, ValueProperties | LabelProperties> {
  const { measure, criticality } = worth;
  const lines: Lines = new Map(
    listDrawnLinks(dataset).map(({ featureId, geometry }) => [featureId, geometry]),
  );
  const { most, half, tenth } = toSteps(worth);
  const toProperties = (link: CriticalLink): ValueProperties => {
    const { feature, facility, belt, cutOffPairs } = link;
    const lost = readLoss(measure, link);
    return {
      ...{ feature, facility, belt, cut: cutOffPairs > 0 },
      step: lost === 0 || lost < tenth ? 0 : lost < half ? 1 : 2,
      width: LEAST_PX + (most === 0 ? 0 : MORE_PX * Math.sqrt(lost / most)),
      text: amount(measure, lost),
    };
  };
  const roads = criticality.links.flatMap((link) => {
    const line = lines.get(link.feature);
    if (line === undefined || (readLoss(measure, link) === 0 && link.cutOffPairs === 0)) return [];
    const geometry = { type: 'LineString' as const, coordinates: line.map(([lon, lat]) => [lon, lat]) };
    return [{ type: 'Feature' as const, geometry, properties: toProperties(link) }];
  });
  return { type: 'FeatureCollection', features: [...roads, ...listLabels(worth, lines)] };
}
