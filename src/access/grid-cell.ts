/**
 * What one cell of a grid has near it: for each feature that some point of the cell may join, samples of
 * distance and share (`cell-samples.ts`), and how far joining is proved. All bounds leave room for what the
 * plane of the cell's centre is off the plane of any of its points, and off the ellipsoid.
 */
import type { Water } from '../model/road.ts';
import type { LocalPlane } from '../network/local-plane.ts';
import { WGS84_A_M } from '../units.ts';
import { CellSamples } from './cell-samples.ts';
import { DRY, UNDECIDED, WaterJudge, WET, type Proved } from './cell-water.ts';
import { measureToFeature, type GridRoads, type Nearby } from './grid-roads.ts';

/** A feature near a cell. */
export interface Candidate {
  readonly feature: number;
  /** Bounds on the distance of any point of the cell, room left for. */
  readonly leastM: number;
  readonly mostM: number;
  readonly slackM: number;
  readonly proved: Proved;
  readonly distancesM: readonly number[];
  readonly shares: readonly number[];
}

/** A cell's plane and half sizes in metres. */
export interface Cell {
  readonly plane: LocalPlane;
  readonly halfX: number;
  readonly halfY: number;
}

/** How far connectors may reach: the usual radius, and the greatest there may be. */
export interface Limits {
  readonly nearM: number;
  readonly farM: number;
}

/** Room for rounding to millimetres and in floating point. */
const ROUNDING_M = 0.1;

/** Less than any radius of curvature of the ellipsoid. */
const LEAST_RADIUS_M = WGS84_A_M * 0.99;

const RADIANS_PER_DEGREE = Math.PI / 180;

/**
 * Metres that a distance or a place along a road, found in the cell's plane, may be off: metres of a degree
 * east change by the tangent of the latitude over the cell (first term) and along a connector (second).
 */
export function toSlackM({ plane, halfX, halfY }: Cell, mostM: number, lengthM: number): number {
  const bend = Math.max(1, Math.tan(Math.abs(plane.origin[1]) * RADIANS_PER_DEGREE)) / LEAST_RADIUS_M;
  const reachM = Math.hypot(halfX, halfY);
  return ROUNDING_M + bend * (2 * (mostM + lengthM + reachM) * reachM + (mostM * mostM) / 2);
}

interface Piece {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
  readonly beforeM: number;
  readonly lengthM: number;
}

export class CellSurvey {
  readonly #roads: GridRoads;
  readonly #limits: Limits;
  readonly #judge: WaterJudge;
  readonly #samples = new CellSamples();

  constructor(roads: GridRoads, water: readonly Water[], limits: Limits) {
    this.#roads = roads;
    this.#limits = limits;
    this.#judge = new WaterJudge(water);
  }

  /**
   * Candidates of a cell among the features near its tile, whose centre is `offsetM` away. Features farther
   * than every connector from the cell can reach are left out, as are those proved to lie across water.
   */
  list(cell: Cell, nearby: Nearby, offsetM: number): readonly Candidate[] {
    const { nearM, farM } = this.#limits;
    const { halfX, halfY, plane } = cell;
    const reachM = Math.hypot(halfX, halfY);
    const found: Candidate[] = [];
    let radiusM = farM;
    const [lon, lat] = plane.origin;
    const { kx, ky } = plane;
    this.#judge.turnTo({ lon, lat, kx, ky }, halfX, halfY, farM + 2 * reachM);
    for (const [i, feature] of nearby.features.entries()) {
      const roomM = radiusM + reachM + toSlackM(cell, farM, this.#roads.longestM);
      if ((nearby.distanceM[i] as number) - offsetM > roomM) break;
      if (measureToFeature(this.#roads, feature, plane) > roomM) continue;
      const candidate = this.#survey(cell, feature);
      if (candidate === null || candidate.leastM > radiusM) continue;
      found.push(candidate);
      const steady = this.#roads.always[feature] === 1 && candidate.proved === DRY;
      if (steady) radiusM = Math.min(radiusM, Math.max(nearM, candidate.mostM));
    }
    return found;
  }

  /** Null where water is proved to lie between the cell and all of the feature that it may join. */
  #survey(cell: Cell, feature: number): Candidate | null {
    const pieces = this.#listPieces(cell, feature);
    const samples = this.#samples;
    const bounds = pieces.map(({ ax, ay, bx, by }) => {
      samples.take(cell.halfX, cell.halfY, ax, ay, bx, by);
      return { leastM: samples.leastM, mostM: samples.mostM };
    });
    const mostM = Math.min(...bounds.map((one) => one.mostM));
    const last = pieces.at(-1);
    const wholeM = last === undefined ? 0 : last.beforeM + last.lengthM;
    const slackM = toSlackM(cell, mostM, wholeM);
    const near = pieces.filter((_, i) => (bounds[i]?.leastM ?? Infinity) <= mostM + 2 * slackM);
    const [distancesM, shares]: [number[], number[]] = [[], []];
    const proved = near.map((piece) => {
      const { ax, ay, bx, by, beforeM } = piece;
      if (pieces.length > 1) samples.take(cell.halfX, cell.halfY, ax, ay, bx, by);
      for (let i = 0; i < samples.count; i += 1) {
        distancesM.push(samples.distanceM[i] as number);
        shares.push(wholeM === 0 ? 0 : (beforeM + (samples.alongM[i] as number)) / wholeM);
      }
      return this.#judgePiece(piece, slackM);
    });
    const [first = UNDECIDED] = proved;
    const together = proved.every((one) => one === first) ? first : UNDECIDED;
    if (together === WET) return null;
    const leastM = Math.min(...bounds.map((one) => one.leastM)) - slackM;
    return { feature, leastM, mostM: mostM + slackM, slackM, proved: together, distancesM, shares };
  }

  #judgePiece({ ax, ay, bx, by, lengthM }: Piece, slackM: number): Proved {
    if (lengthM === 0) return this.#judge.judge(ax, ay, ax, ay);
    const from = Math.max(0, this.#samples.fromM - slackM) / lengthM;
    const to = Math.min(lengthM, this.#samples.toM + slackM) / lengthM;
    const [dx, dy] = [bx - ax, by - ay];
    return this.#judge.judge(ax + from * dx, ay + from * dy, ax + to * dx, ay + to * dy);
  }

  #listPieces({ plane }: Cell, feature: number): readonly Piece[] {
    const { firstPiece, ends } = this.#roads;
    const pieces: Piece[] = [];
    let beforeM = 0;
    for (let i = firstPiece[feature] as number; i < (firstPiece[feature + 1] as number); i += 1) {
      const ax = ((ends[4 * i] as number) - plane.origin[0]) * plane.kx;
      const ay = ((ends[4 * i + 1] as number) - plane.origin[1]) * plane.ky;
      const bx = ((ends[4 * i + 2] as number) - plane.origin[0]) * plane.kx;
      const by = ((ends[4 * i + 3] as number) - plane.origin[1]) * plane.ky;
      const lengthM = Math.hypot(bx - ax, by - ay);
      pieces.push({ ax, ay, bx, by, beforeM, lengthM });
      beforeM += lengthM;
    }
    return pieces;
  }
}
