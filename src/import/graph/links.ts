/** From chains of segments to the columns of a network: lengths, lines, times. */
import { CLOSED, MAX_MS, type ImportedNetwork, type LinkTimes } from '../../model/imported-network.ts';
import type { RoadRules } from '../../model/road-rules.ts';
import { toDriveMs } from '../../network/driven-speed.ts';
import { MM_PER_M, roundHalfUp } from '../../units.ts';
import { ACCESS } from '../roads/access.ts';
import { toLengthMm } from '../link-length.ts';
import type { Traits } from '../roads/traits.ts';
import { toChainEnds, type Chains } from './contract.ts';
import { sumDelayMs, type Stop } from './delays.ts';
import { measureM } from './distance.ts';
import { createGrowing } from './growing.ts';
import type { Points } from './points.ts';
import type { RoadStore } from './road-store.ts';
import type { Segments } from './segments.ts';

export interface Cut {
  readonly roads: RoadStore;
  readonly points: Points;
  readonly segments: Segments;
  readonly chains: Chains;
}

/** Points of a link from its start to its end, and the way each stands on is drawn against it. */
interface LinkPoint {
  readonly point: number;
  readonly isReversed: boolean;
}

function listPoints({ points, segments, chains }: Cut, link: number): readonly LinkPoint[] {
  const line: LinkPoint[] = [];
  for (const step of chains.steps.subarray(chains.stepStart[link], chains.stepStart[link + 1])) {
    const [first, last] = [segments.refFrom[step >>> 1] as number, segments.refTo[step >>> 1] as number];
    const isReversed = (step & 1) === 1;
    for (let i = 0; i <= last - first; i += 1) {
      const point = points.ofRef[isReversed ? last - i : first + i] as number;
      if (line.at(-1)?.point !== point) line.push({ point, isReversed });
    }
  }
  return line;
}

function listStops({ points }: Cut, line: readonly LinkPoint[]): readonly Stop[] {
  const { lonE7, latE7, traits } = points;
  let atM = 0;
  return line.flatMap(({ point, isReversed }, i) => {
    const before = line[i - 1]?.point;
    if (before !== undefined) {
      atM += measureM(
        ...([lonE7[before], latE7[before], lonE7[point], latE7[point]] as [number, number, number, number]),
      );
    }
    const found = traits.get(point);
    return found === undefined ? [] : [{ atM, traits: found, isReversed, end: findEnd(i, line.length) }];
  });
}

function findEnd(i: number, count: number): Stop['end'] {
  if (i === 0) return 'start';
  return i === count - 1 ? 'end' : null;
}

/** Sums over the segments of a link. */
function sumSteps({ segments, chains }: Cut, link: number): { lengthM: number; givenMs: number | null } {
  let [lengthM, givenMs] = [0, 0];
  for (const step of chains.steps.subarray(chains.stepStart[link], chains.stepStart[link + 1])) {
    lengthM += segments.lengthM[step >>> 1] as number;
    givenMs += segments.givenMs[step >>> 1] as number;
  }
  return { lengthM, givenMs: givenMs < 0 ? null : givenMs };
}

/** Bits of a link's directions that only whoever has business there may use, by profile. */
function findLimited(
  traits: Traits,
  profile: number,
  ends: readonly (readonly number[] | undefined)[],
): number {
  const drive = traits.drives[profile];
  const isGate = ends.some((access) => access !== undefined && access[profile] === ACCESS.destination);
  const isLimited = (side: 'forward' | 'backward'): boolean =>
    isGate || drive?.[side].access === ACCESS.destination;
  return (isLimited('forward') ? 1 : 0) + (isLimited('backward') ? 2 : 0);
}

type LinkColumns = Pick<ImportedNetwork, 'links' | 'shape' | 'times'>;

/** Columns of all links; their ends are corners, their roads traits. Throws DataError for a link longer than any road. */
export function makeLinks(cut: Cut, rules: RoadRules, file: string): LinkColumns {
  const { roads, points, segments, chains } = cut;
  const whole = (): Uint32Array => new Uint32Array(chains.count);
  const links = {
    from: whole(),
    to: whole(),
    lengthMm: whole(),
    road: chains.traits,
    id: new Float64Array(chains.count),
    shapeStart: new Uint32Array(chains.count + 1),
  };
  const times = rules.profiles.map((): LinkTimes => {
    return { forward: whole(), backward: whole(), destinationOnly: new Uint8Array(chains.count) };
  });
  const shape = {
    lonE7: createGrowing((length) => new Int32Array(length)),
    latE7: createGrowing((length) => new Int32Array(length)),
  };
  for (let link = 0; link < chains.count; link += 1) {
    const line = listPoints(cut, link);
    const { lengthM, givenMs } = sumSteps(cut, link);
    [links.from[link], links.to[link]] = toChainEnds(chains, segments, link);
    links.id[link] = roads.wayId[
      segments.way[(chains.steps[chains.stepStart[link] as number] as number) >>> 1] as number
    ] as number;
    links.lengthMm[link] = toLengthMm(lengthM, file, `way ${links.id[link]}`);
    for (const { point } of line.slice(1, -1)) {
      shape.lonE7.push(points.lonE7[point] as number);
      shape.latE7.push(points.latE7[point] as number);
    }
    links.shapeStart[link + 1] = shape.lonE7.length();
    setTimes(cut, link, { line, lengthM, givenMs }, times, rules);
  }
  return { links, shape: { lonE7: shape.lonE7.finish(), latE7: shape.latE7.finish() }, times };
}

interface LinkMeasures {
  readonly line: readonly LinkPoint[];
  readonly lengthM: number;
  readonly givenMs: number | null;
}

function setTimes(
  cut: Cut,
  link: number,
  { line, lengthM, givenMs }: LinkMeasures,
  times: readonly LinkTimes[],
  rules: RoadRules,
): void {
  const traits = cut.roads.traits[cut.chains.traits[link] as number] as Traits;
  const stops = listStops(cut, line);
  const delayMs = {
    forward: sumDelayMs(stops, lengthM, true, rules),
    backward: sumDelayMs(stops, lengthM, false, rules),
  };
  const ends = [line[0], line.at(-1)].map((end) => cut.points.traits.get(end?.point ?? -1)?.access);
  for (const [profile, column] of times.entries()) {
    for (const side of ['forward', 'backward'] as const) {
      const speed = traits.drives[profile]?.[side].speed ?? 0;
      const ms = givenMs ?? toDriveMs(roundHalfUp(lengthM * MM_PER_M), speed);
      column[side][link] = speed === 0 ? CLOSED : Math.min(MAX_MS, ms + delayMs[side]);
    }
    column.destinationOnly[link] = findLimited(traits, profile, ends);
  }
}
