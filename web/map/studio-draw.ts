/**
 * Drawing on the map by terra-draw: points of a line are clicked, snapped to nodes and roads; vertices of the open row
 * are dragged. The file is the truth: terra-draw holds the stretch from the last point to the pointer, or the line whose
 * vertices can be taken, and is set anew whenever the file says otherwise.
 */
import { effect, untracked } from '@preact/signals';
import type {
  TerraDraw,
  TerraDrawLineStringMode,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
} from 'terra-draw';
import type { LonLat } from '../../src/index.ts';
import { toFilePoint } from '../studio/snap.ts';
import type { DrawDesk } from './draw-desk.ts';
import type { Card } from './card.ts';
import type { LibraryMap } from './library.ts';
import { REACH_PX } from './near.ts';
import { OPEN_ID, toFeature, toPoints } from './studio-shape.ts';
import { toStyles } from './studio-styles.ts';
import { clickAt, createDraw, createLineMode } from './studio-terra.ts';

/** A drawing under way. */
interface Hand {
  readonly map: LibraryMap;
  readonly card: Card;
  readonly desk: DrawDesk;
  readonly draw: TerraDraw;
  readonly line: TerraDrawLineStringMode;
  /** What is done now is done here and not by the user: it is not listened to. */
  isOwn: boolean;
  /** One click is told more than once. */
  isHeard: boolean;
  isDragged: boolean;
}

function quietly(hand: Hand, act: () => void): void {
  hand.isOwn = true;
  act();
  hand.isOwn = false;
}

/** Points clicked since the stretch was set: the first of them is where it was set. */
function listClicked({ draw }: Hand): readonly [number, number][] {
  const drawn = draw.getSnapshot().find(({ properties }) => properties['currentlyDrawing'] === true);
  return drawn?.geometry.type === 'LineString'
    ? (drawn.geometry.coordinates.slice(0, -1) as [number, number][])
    : [];
}

function setStretch(hand: Hand, points: readonly LonLat[]): void {
  const { map, draw, line } = hand;
  quietly(hand, () => {
    draw.clear();
    draw.setMode('linestring');
    const last = points.at(-1);
    if (last !== undefined) line.onClick(clickAt(map, last));
  });
}

function setOpenRow(hand: Hand): void {
  const { draw } = hand;
  const shape = hand.desk.shape.peek();
  quietly(hand, () => {
    draw.clear();
    draw.setMode('select');
    if (shape === null) return;
    draw.addFeatures([toFeature(shape)]);
    draw.selectFeature(OPEN_ID);
  });
}

/** On the last point once more, or on an area's first: the line is done. */
function isEnd({ map, desk }: Hand, at: readonly [number, number]): boolean {
  const points = desk.points.peek();
  const ends = desk.draws.peek() === 'area' ? [points.at(-1), points[0]] : [points.at(-1)];
  const here = map.project([...at]);
  return ends.some((end) => end !== undefined && map.project([...end]).dist(here) <= REACH_PX);
}

/** A click on the map while a line is in hand. */
function hearClick(hand: Hand): void {
  const clicked = listClicked(hand);
  const known = hand.desk.points.peek();
  const isNew = known.length === 0 ? clicked.length === 1 : clicked.length === 2;
  const at = clicked.at(-1);
  if (!isNew || at === undefined || hand.isHeard) return;
  hand.isHeard = true;
  // Not within the click, since what is drawn is set anew by it; and before the next click.
  queueMicrotask(() => {
    hand.isHeard = false;
    if (isEnd(hand, at)) hand.desk.finish();
    else hand.desk.addPoint(at);
  });
}

/** A vertex of the open row moved, came or went. */
function hearVertex({ draw, desk }: Hand, done: boolean): void {
  const feature = draw.getSnapshotFeature(OPEN_ID);
  if (feature !== undefined) desk.reshape(toPoints(feature), done);
}

/** The point that the open road has here and not in the file. */
function findNewPoint({ draw, desk }: Hand): LonLat | undefined {
  const geometry = draw.getSnapshotFeature(OPEN_ID)?.geometry;
  const shape = desk.shape.peek();
  if (geometry?.type !== 'LineString' || shape === null) return undefined;
  const known = new Set(shape.points.map(String));
  return (geometry.coordinates as [number, number][])
    .map(toFilePoint)
    .find((point) => !known.has(String(point)));
}

/** A point between two was clicked where the mark of a meeting lies: the click is for that. */
function givesWay(hand: Hand): boolean {
  hand.desk.endPreview();
  const at = findNewPoint(hand);
  if (at === undefined) return false;
  const { x, y } = hand.map.project([...at]);
  const box = [[x - REACH_PX, y - REACH_PX], [x + REACH_PX, y + REACH_PX]] as [[number, number], [number, number]]; // prettier-ignore
  return hand.map.queryRenderedFeatures(box, { layers: ['studio-meetings'] }).length > 0;
}

function listen(hand: Hand): void {
  hand.draw.on('change', (ids, type) => {
    if (hand.isOwn) return;
    if (hand.desk.draws.peek() !== null) {
      if (type === 'create' || type === 'update') hearClick(hand);
    } else if (ids.includes(OPEN_ID) && type === 'update') {
      hand.isDragged = true;
      hearVertex(hand, false);
    }
  });
  hand.draw.on('finish', (_, { action }) => {
    if (hand.isOwn) return;
    if (action === 'draw') queueMicrotask(hand.desk.finish);
    else {
      const gives = action === 'insertMidpoint' && givesWay(hand);
      hand.isDragged = false;
      if (gives) setOpenRow(hand);
      else hearVertex(hand, true);
    }
  });
}

/** Keeps what terra-draw holds and how it looks in step with the file and the theme. */
function follow(hand: Hand): readonly (() => void)[] {
  const { draw, desk } = hand;
  return [
    effect(() => {
      const styled = toStyles(desk.colours.value);
      if (!hand.card.isThere()) return;
      draw.updateModeOptions<typeof TerraDrawLineStringMode>('linestring', { styles: styled.linestring });
      draw.updateModeOptions<typeof TerraDrawPolygonMode>('polygon', { styles: styled.polygon });
      draw.updateModeOptions<typeof TerraDrawSelectMode>('select', { styles: styled.select });
    }),
    effect(() => {
      if (desk.draws.value === null) return;
      const points = desk.points.value;
      if (!hand.card.isThere()) return;
      untracked(() => setStretch(hand, points));
    }),
    effect(() => {
      if (desk.draws.value !== null || !hand.card.isThere()) return;
      // Read, so that the line is set anew when the file or the row is another.
      if (desk.shape.value !== null && hand.isDragged) return;
      untracked(() => setOpenRow(hand));
    }),
  ];
}

export interface StudioDrawing {
  /** Whether there is something of the drawing under a pixel, so that a click there is not for the map. */
  readonly isAt: (lngLat: { readonly lng: number; readonly lat: number }) => boolean;
  readonly stop: () => void;
}

/** Begins to draw on a map; `stop` takes everything off it. */
export function startStudioDrawing(map: LibraryMap, card: Card, desk: DrawDesk): StudioDrawing {
  const line = createLineMode(map, desk);
  const draw = createDraw(map, line, desk);
  const hand: Hand = { map, card, desk, draw, line, isOwn: false, isHeard: false, isDragged: false };
  listen(hand);
  draw.start();
  quietly(hand, () => draw.setMode('select'));
  const stops = follow(hand);
  return {
    isAt: (lngLat) => draw.getFeaturesAtLngLat(lngLat, { pointerDistance: REACH_PX }).length > 0,
    stop: () => {
      stops.forEach((stop) => stop());
      desk.endPreview();
      const end = (): void => quietly(hand, () => draw.stop());
      // At once where that can be: another drawing may begin.
      if (card.isThere()) end();
      else void card.whenThere().then(end);
    },
  };
}
