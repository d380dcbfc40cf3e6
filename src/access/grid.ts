/**
 * The grid a data set is mapped on: for every cell the roads its points may join, with distances, shares and
 * water. It depends on no scenario, vehicle or hour and is made once; what a cell's times are is
 * `grid-times.ts`.
 */
import type { Dataset } from '../model/dataset.ts';
import { createPlane } from '../network/local-plane.ts';
import { findParts } from '../scenario/draft.ts';
import { DRY } from './cell-water.ts';
import { CellSurvey, type Candidate, type Cell, type Limits, type Tile } from './grid-cell.ts';
import { listGridRoads, type GridRoads } from './grid-roads.ts';
import { createLattice, type Lattice } from './lattice.ts';

/** No point of the cell has access; some may have; every one has. */
export const NO_ACCESS = 0;
const SOME_ACCESS = 1;
export const FULL_ACCESS = 2;

/** Every point of the cell joins the feature when it is open. */
export const JOINED = 1;
/** The feature may be the nearest of those always open, which a point joins at whatever distance. */
export const NEAREST = 2;

export interface Grid {
  readonly lattice: Lattice;
  readonly roads: GridRoads;
  /** By cell, rows from the south: NO_ACCESS, SOME_ACCESS or FULL_ACCESS. */
  readonly access: Uint8Array;
  /** Pairs of cell c and a feature are firstPair[c] … firstPair[c + 1] − 1: all that a point may join. */
  readonly firstPair: Uint32Array;
  /** By pair. */
  readonly feature: Uint32Array;
  /** JOINED and NEAREST, added. */
  readonly role: Uint8Array;
  readonly slackM: Float32Array;
  /** Samples of pair p are firstSample[p] … firstSample[p + 1] − 1. */
  readonly firstSample: Uint32Array;
  readonly distanceM: Float32Array;
  readonly share: Float32Array;
}

/**
 * Metres of a cell's side. The hatched boundary is about one cell wide, so smaller is better; 600 m makes
 * the shipped region's grid in about a second and times it for three assembler groups in well under a tenth.
 */
const CELL_M = 600;

/** Cells of a tile's side: roads near a tile are listed once for all its cells. */
const TILE = 16;

class GridBuilder {
  readonly #roads: GridRoads;
  readonly #limits: Limits;
  readonly #firstPair = [0];
  readonly #feature: number[] = [];
  readonly #role: number[] = [];
  readonly #slackM: number[] = [];
  readonly #firstSample = [0];
  readonly #distanceM: number[] = [];
  readonly #share: number[] = [];

  constructor(roads: GridRoads, limits: Limits) {
    this.#roads = roads;
    this.#limits = limits;
  }

  /** Takes the next cell's candidates and tells how much access it has. */
  add(candidates: readonly Candidate[]): number {
    const { nearM, farM } = this.#limits;
    const steady = candidates.filter(({ feature }) => this.#roads.always[feature] === 1);
    const dry = steady.filter(({ proved }) => proved === DRY);
    const dryM = dry.reduce((least, { mostM }) => Math.min(least, mostM), Infinity);
    const full = dryM <= farM;
    const some = steady.some(({ leastM }) => leastM <= farM);
    const radiusM = full ? Math.max(nearM, dryM) : farM;
    for (const candidate of some ? candidates : []) {
      if (candidate.leastM <= radiusM) this.#addPair(candidate, full ? dryM : -Infinity);
    }
    this.#firstPair.push(this.#feature.length);
    if (full) return FULL_ACCESS;
    return some ? SOME_ACCESS : NO_ACCESS;
  }

  #addPair(candidate: Candidate, dryM: number): void {
    const { feature, leastM, mostM, slackM, proved, distancesM, shares } = candidate;
    const joined = proved === DRY && mostM <= this.#limits.nearM ? JOINED : 0;
    const nearest = this.#roads.always[feature] === 1 && leastM <= dryM ? NEAREST : 0;
    this.#feature.push(feature);
    this.#role.push(joined + nearest);
    this.#slackM.push(slackM);
    for (const distanceM of distancesM) this.#distanceM.push(distanceM);
    for (const share of shares) this.#share.push(share);
    this.#firstSample.push(this.#distanceM.length);
  }

  build(lattice: Lattice, access: Uint8Array): Grid {
    return {
      ...{ lattice, access, roads: this.#roads },
      firstPair: Uint32Array.from(this.#firstPair),
      feature: Uint32Array.from(this.#feature),
      role: Uint8Array.from(this.#role),
      slackM: Float32Array.from(this.#slackM),
      firstSample: Uint32Array.from(this.#firstSample),
      distanceM: Float32Array.from(this.#distanceM),
      share: Float32Array.from(this.#share),
    };
  }
}

/** One row of tiles. */
function listTiles(survey: CellSurvey, lattice: Lattice, tileRow: number): readonly Tile[] {
  const { lons, lats, columns, rows } = lattice;
  const middle = (edges: Float64Array, from: number, count: number): number =>
    ((edges[from] as number) + (edges[Math.min(count, from + TILE)] as number)) / 2;
  const lat = middle(lats, tileRow * TILE, rows);
  return Array.from({ length: Math.ceil(columns / TILE) }, (_, tile) => {
    const lon = middle(lons, tile * TILE, columns);
    const { kx, ky } = createPlane([lon, lat]);
    const [toX, toY] = [(lons[tile * TILE] as number) - lon, (lats[tileRow * TILE] as number) - lat];
    return survey.openTile([lon, lat], Math.hypot(toX * kx, toY * ky));
  });
}

function toCell({ lons, lats }: Lattice, column: number, row: number): Cell {
  const [west, east] = [lons[column] as number, lons[column + 1] as number];
  const [south, north] = [lats[row] as number, lats[row + 1] as number];
  const plane = createPlane([(west + east) / 2, (south + north) / 2]);
  return { plane, halfX: ((east - west) / 2) * plane.kx, halfY: ((north - south) / 2) * plane.ky };
}

/** The grid of a data set at a cell size in metres. It is made anew on every call: ask `findGrid`. */
export function createGrid(dataset: Dataset, cellM: number): Grid {
  const { connectorRadiusM, connectorRadiusMaxM } = dataset.parameters;
  const limits = { nearM: connectorRadiusM.value, farM: connectorRadiusMaxM.value };
  const lattice = createLattice(dataset.header.region, cellM);
  const roads = listGridRoads(dataset);
  const survey = new CellSurvey(roads, dataset.water, limits);
  const builder = new GridBuilder(roads, limits);
  const access = new Uint8Array(lattice.columns * lattice.rows);
  let tiles: readonly Tile[] = [];
  for (let row = 0; row < lattice.rows; row += 1) {
    if (row % TILE === 0) tiles = listTiles(survey, lattice, row / TILE);
    for (let column = 0; column < lattice.columns; column += 1) {
      const tile = tiles[Math.floor(column / TILE)] as Tile;
      const candidates = survey.list(toCell(lattice, column, row), tile);
      access[row * lattice.columns + column] = builder.add(candidates);
    }
  }
  return builder.build(lattice, access);
}

/** Grids already made, by the links they rest on: data sets with more sites share them. */
const GRIDS = new WeakMap<Dataset['links'], { readonly dataset: Dataset; readonly grid: Grid }>();

/** What else a grid, and the times that are kept beside it, depend on is the same. */
function isAlike(a: Dataset, b: Dataset): boolean {
  return (
    a.water === b.water &&
    a.parameters === b.parameters &&
    a.scenarios === b.scenarios &&
    a.vehicleClasses === b.vehicleClasses &&
    a.trafficStates === b.trafficStates &&
    a.tariffs === b.tariffs &&
    a.header.region === b.header.region &&
    a.header.gantryFrom === b.header.gantryFrom
  );
}

/** The data set without roads that a scenario built and no place may join: a grid has none of them. */
function withoutUnjoined(dataset: Dataset): Dataset {
  const parts = findParts(dataset.links);
  if (parts === undefined || parts.built.some(({ accessible }) => accessible)) return dataset;
  return { ...dataset, links: parts.before };
}

/** The grid of a data set, made when it is first asked for. */
export function findGrid(asked: Dataset): Grid {
  const dataset = withoutUnjoined(asked);
  const known = GRIDS.get(dataset.links);
  if (known !== undefined && isAlike(known.dataset, dataset)) return known.grid;
  const grid = createGrid(dataset, CELL_M);
  GRIDS.set(dataset.links, { dataset, grid });
  return grid;
}
