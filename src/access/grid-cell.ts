/**
 * What one cell of a grid has near it: for each feature that some point of the cell may join, samples of
 * distance and share (`cell-samples.ts`), and how far joining is proved. All bounds leave room for what the
 * plane of the cell's centre is off the plane of any of its points, and off the ellipsoid.
 */
import type { Water } from '../model/road.ts';
import type { LonLat } from '../model/source.ts';
import { createPlane, type LocalPlane } from '../network/local-plane.ts';
import { WGS84_A_M } from '../units.ts';
import { CellSamples, type Stretch } from './cell-samples.ts';
import { DRY, UNDECIDED, WaterJudge, WET, type Proved } from './cell-water.ts';
import { listNearby, measureToFeature, type GridRoads, type Nearby } from './grid-roads.ts';

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
function toSlackM({ plane, halfX, halfY }: Cell, mostM: number, lengthM: number): number {
  const bend = Math.max(1, Math.tan(Math.abs(plane.origin[1]) * RADIANS_PER_DEGREE)) / LEAST_RADIUS_M;
  const reachM = Math.hypot(halfX, halfY);
  return ROUNDING_M + bend * (2 * (mostM + lengthM + reachM) * reachM + (mostM * mostM) / 2);
}

interface Piece extends Stretch {
  readonly beforeM: number;
  readonly lengthM: number;
}

/** A square of cells, and what is near it: listed once for all of them. */
export interface Tile {
  /** No point of the tile is farther from its centre. */
  readonly radiusM: number;
  readonly nearby: Nearby;
  /** Pieces of water. */
  readonly water: Uint32Array;
}

/** Room for a tile's plane being off that of its cells: 0.4 % over some tens of kilometres at most. */
const TILE_ROOM = 1.05;

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

  /** What is near a tile around a point, within so many metres of it. */
  openTile(centre: LonLat, radiusM: number): Tile {
    const roomM = radiusM * TILE_ROOM;
    const reachM = (this.#limits.farM + 2 * roomM) * TILE_ROOM;
    const plane = createPlane(centre);
    const nearby = listNearby(this.#roads, plane, reachM);
    return { radiusM: roomM, nearby, water: this.#judge.listNear(plane, reachM) };
  }

  /**
   * Candidates of a cell among the features near its tile. Features farther than every connector from the
   * cell can reach are left out, as are those proved to lie across water.
   */
  list(cell: Cell, { nearby, water, radiusM: offsetM }: Tile): readonly Candidate[] {
    const { nearM, farM } = this.#limits;
    const { halfX, halfY, plane } = cell;
    const reachM = Math.hypot(halfX, halfY);
    const found: Candidate[] = [];
    let radiusM = farM;
    this.#judge.turnTo(plane, halfX, halfY, water);
    for (const [i, feature] of nearby.features.entries()) {
      const roomM = radiusM + reachM + toSlackM(cell, farM, this.#roads.longestM);
      if ((nearby.distanceM[i] as number) - offsetM > roomM) break;
      if (measureToFeature(this.#roads, feature, plane) > roomM) continue;
      const candidate = this.#survey(cell, feature, radiusM);
      if (candidate === null) continue;
      found.push(candidate);
      const steady = this.#roads.always[feature] === 1 && candidate.proved === DRY;
      if (steady) radiusM = Math.min(radiusM, Math.max(nearM, candidate.mostM));
    }
    return found;
  }

  /** Null where water is proved to lie between the cell and all of the feature that it may join. */
  #survey(cell: Cell, feature: number, radiusM: number): Candidate | null {
    const pieces = this.#listPieces(cell, feature);
    const samples = this.#samples;
    let [leastM, mostM, wholeM] = [Infinity, Infinity, 0];
    for (const piece of pieces) {
      samples.take(cell.halfX, cell.halfY, piece);
      leastM = Math.min(leastM, samples.leastM);
      mostM = Math.min(mostM, samples.mostM);
      wholeM += piece.lengthM;
    }
    const slackM = toSlackM(cell, mostM, wholeM);
    if (leastM - slackM > radiusM) return null;
    const [distancesM, shares]: [number[], number[]] = [[], []];
    let proved: Proved | null = null;
    for (const piece of pieces) {
      if (pieces.length > 1) samples.take(cell.halfX, cell.halfY, piece);
      if (samples.leastM > mostM + 2 * slackM) continue;
      const found = this.#judgePiece(piece, slackM);
      proved = proved === null || proved === found ? found : UNDECIDED;
      for (let i = 0; i < samples.count; i += 1) {
        distancesM.push(samples.distanceM[i] as number);
        shares.push(wholeM === 0 ? 0 : (piece.beforeM + (samples.alongM[i] as number)) / wholeM);
      }
    }
    if (proved === null || proved === WET) return null;
    return { feature, leastM: leastM - slackM, mostM: mostM + slackM, slackM, proved, distancesM, shares };
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
