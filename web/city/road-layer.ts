/**
 * Draws the roads of a network and what is reached of them: one block of stretches on the graphics card, and a table of
 * seconds for each place. A new place is a new table, a new cutoff is one number; nothing is cut into tiles.
 */
import type { CustomLayerInterface, Map as LibraryMap } from 'maplibre-gl';
import { toMercator, WORLD_PX, type Rank, type RoadColumns, type Run } from './road-columns.ts';
import { createKeptPicture, type KeptPicture } from './kept-picture.ts';
import { createProgram, type Program } from './road-program.ts';
import { RoadTimes, type TimesByView } from './road-times.ts';

type Colour = readonly [red: number, green: number, blue: number];

/** How roads look: quiet by rank, and what is reached in three colours. */
export interface RoadLook {
  readonly roads: Readonly<Record<Rank, Colour>>;
  /** By time from near to far; of two places: both, the first alone, the second alone. */
  readonly reached: readonly [Colour, Colour, Colour];
  readonly isTwo: boolean;
  /** Colours by class of change, where that is looked at, of a road as a whole; stripes are paler towards the land. */
  readonly changes: readonly Colour[] | null;
  readonly land: Colour;
  /** Which of the times that were taken. */
  readonly view: string;
  readonly cutoffS: number;
  /** Seconds where the first and the second colour end. */
  readonly shadesS: readonly [number, number];
}

/** Width in pixels at zoom 9, 12, 15 and 18. */
const WIDTHS: Readonly<Record<Rank, readonly [number, number, number, number]>> = {
  minor: [0.1, 0.25, 1, 4],
  local: [0.15, 0.5, 2, 8],
  ramp: [0.3, 0.8, 2.5, 8.5],
  arterial: [0.5, 1.2, 3.2, 10],
  urban: [0.9, 1.9, 4.2, 12],
  expressway: [1.2, 2.4, 5, 14],
};
const ZOOMS = [9, 12, 15, 18];
/** What is reached is drawn wider by so many pixels, and never thinner than this. */
const REACHED_MORE_PX = 0.5;
const REACHED_LEAST_PX = 0.75;

/** Width of a rank at a zoom. */
export function toWidth(rank: Rank, zoom: number): number {
  const widths = WIDTHS[rank];
  const at = Math.min(Math.max(zoom, ZOOMS[0] as number), ZOOMS.at(-1) as number);
  const i = Math.max(
    1,
    ZOOMS.findIndex((one) => one >= at),
  );
  const [low, high] = [ZOOMS[i - 1] as number, ZOOMS[i] as number];
  const [from, to] = [widths[i - 1] as number, widths[i] as number];
  // By the same factor a step of zoom, as roads themselves grow.
  return from * (to / from) ** ((at - low) / (high - low));
}

/** From x and y of the roads to clip space: scale, then offset. The map is never turned or tilted. */
type View = readonly [scaleX: number, scaleY: number, offsetX: number, offsetY: number];

function toView(map: LibraryMap, origin: RoadColumns['origin']): View {
  const { lng, lat } = map.getCenter();
  const { clientWidth, clientHeight } = map.getCanvas();
  const world = WORLD_PX * 2 ** map.getZoom();
  const [x, y] = toMercator(lng, lat);
  const [scaleX, scaleY] = [(2 * world) / clientWidth, (-2 * world) / clientHeight];
  return [scaleX, scaleY, (origin[0] - x) * scaleX, (origin[1] - y) * scaleY];
}

/** Room around the screen for the width of a road, in clip space. */
const ROOM = 0.05;

/** Whether anything of a run is on the screen: −1 … 1 in both directions. */
function isSeen({ box: [left, top, right, bottom] }: Run, [scaleX, scaleY, x, y]: View): boolean {
  const isOff = left * scaleX + x > 1 + ROOM || right * scaleX + x < -1 - ROOM;
  return !isOff && bottom * scaleY + y <= 1 + ROOM && top * scaleY + y >= -1 - ROOM;
}

/** The layer, and what it is told. */
export interface RoadLayer {
  readonly layer: CustomLayerInterface;
  readonly restyle: (look: RoadLook) => void;
  /** Draws other roads from now on; times of those of before are forgotten. */
  readonly setRoads: (columns: RoadColumns) => void;
  /**
   * Times of the first and the second place by view; a key without seconds is one that was shown before. Whether they
   * are others than those that are shown.
   */
  readonly take: (views: TimesByView) => boolean;
  /** Keys of times that need not come again. */
  readonly known: () => readonly string[];
}

/** Draws the runs that are seen: all roads, or what is reached of them. */
function drawRuns(
  program: Program,
  { levels }: RoadColumns,
  zoom: number,
  view: View,
  setRank: (rank: Rank) => void,
  isWanted: (run: Run) => boolean,
): void {
  let last: Rank | null = null;
  const level = levels.find(({ upTo }) => zoom < upTo) ?? levels.at(-1);
  for (const run of level?.runs ?? []) {
    if (!isSeen(run, view) || !isWanted(run)) continue;
    if (run.rank !== last) setRank(run.rank);
    last = run.rank;
    program.drawRoads(run.from, run.count);
  }
}

/** All roads, or what is reached of them. */
function drawPass(
  { program, columns, times }: Drawn,
  map: LibraryMap,
  look: RoadLook,
  reachedOnly: boolean,
): void {
  const view = toView(map, columns.origin);
  const zoom = map.getZoom();
  const { width: cardPx, clientWidth } = map.getCanvas();
  const setRank = (rank: Rank): void => {
    const width = toWidth(rank, zoom);
    const shown = reachedOnly ? Math.max(REACHED_LEAST_PX, width + REACHED_MORE_PX) : width;
    program.setRank(look.roads[rank], (shown * cardPx) / clientWidth);
  };
  const isWanted = (run: Run): boolean =>
    reachedOnly ? times.findNearest(look.view, run) <= look.cutoffS : !run.isNew;
  program.begin(view, look, times.listKeys(look.view));
  program.setPass(reachedOnly);
  drawRuns(program, columns, zoom, view, setRank, isWanted);
  if (reachedOnly && look.changes === null) {
    setRank('local');
    program.drawOwn(look.view);
  }
  program.end();
}

/** What there is on the card once the first picture was asked for. */
interface Drawn {
  readonly program: Program;
  /** The quiet roads of the view. */
  readonly quiet: KeptPicture;
  readonly columns: RoadColumns;
  readonly times: RoadTimes;
}

function remove(drawn: Drawn | null): void {
  drawn?.program.remove();
  drawn?.quiet.remove();
}

/** What there is on the card, or, of other roads, what there is from now on. */
function prepare(
  drawn: Drawn | null,
  gl: WebGL2RenderingContext,
  columns: RoadColumns,
  times: RoadTimes,
): Drawn {
  if (drawn?.columns === columns) return drawn;
  remove(drawn);
  const program = createProgram(gl, columns.stretches);
  return { columns, times, program, quiet: createKeptPicture(gl) };
}

function drawAll(drawn: Drawn, map: LibraryMap, look: RoadLook): void {
  const key = JSON.stringify([toView(map, drawn.columns.origin), look.roads]);
  drawn.quiet.show(key, () => drawPass(drawn, map, look, false));
  drawPass(drawn, map, look, true);
}

/** What is told of pictures: that one was drawn, or that this card cannot draw any. */
export interface Listener {
  readonly onDrawn: () => void;
  readonly onBroken: () => void;
}

/** Makes the layer of a network's roads. */
export function createRoadLayer(first: RoadColumns, start: RoadLook, listener: Listener): RoadLayer {
  let columns = first;
  let look = start;
  let map: LibraryMap | null = null;
  let drawn: Drawn | null = null;
  let isBroken = false;
  let times = new RoadTimes(columns);
  const layer: CustomLayerInterface = {
    id: 'city-roads',
    type: 'custom',
    onAdd: (to) => {
      map = to;
    },
    // A map that lost its card takes the layer off too, and is given it anew.
    onRemove: () => {
      remove(drawn);
      drawn = null;
      times.renew();
    },
    render: (gl) => {
      if (map === null || isBroken) return;
      try {
        // The card is touched while the map lets it be touched, and at no other time.
        drawn = prepare(drawn, gl, columns, times);
        times.upload(drawn.program);
        drawAll(drawn, map, look);
      } catch {
        if (gl.isContextLost()) return;
        isBroken = true;
        listener.onBroken();
        return;
      }
      listener.onDrawn();
    },
  };
  return {
    layer,
    known: () => times.keys(),
    restyle: (next) => {
      look = next;
      map?.triggerRepaint();
    },
    setRoads: (next) => {
      if (next === columns) return;
      columns = next;
      times = new RoadTimes(next);
      map?.triggerRepaint();
    },
    take: (views) => {
      const isOther = times.take(views);
      if (isOther) map?.triggerRepaint();
      return isOther;
    },
  };
}
