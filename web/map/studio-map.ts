/** The studio on the map: drawing, clicks of its tools, its keys, and what it shows. */
import { effect, signal } from '@preact/signals';
import { findNearestOnRoads, type Link } from '../../src/index.ts';
import { dataset } from '../state/answers.ts';
import { edited, edit, selectedRow } from '../state/studio.ts';
import { putPlace, takeRoad } from '../state/studio-click.ts';
import {
  addPoint,
  draws,
  finish,
  giveUp,
  isDrawing,
  isOfRoads,
  movedPlant,
  roadsBefore,
  stepBack,
  take,
  tool,
} from '../state/studio-drawing.ts';
import { meetings, toggleMeeting } from '../state/studio-meetings.ts';
import { isPointing } from '../state/studio-open.ts';
import { listRowProblems } from '../state/studio-tried.ts';
import { removeRow } from '../studio/rows.ts';
import { findSnap } from '../studio/snap.ts';
import type { Drawing } from './drawing.ts';
import { taker, type Taker } from './map-state.ts';
import { toMetres } from './near.ts';
import { pick } from './pick.ts';
import { startStudioDrawing } from './studio-draw.ts';
import { toStudio } from './studio-data.ts';
import { studioDesk } from './studio-desk.ts';

const HIT_PX = 8;

/** Road under the pointer, while roads are clicked. */
const pointed = signal<Link | null>(null);

function findRoad({ map }: Drawing, at: { readonly lng: number; readonly lat: number }): Link | null {
  const { links } = roadsBefore.peek();
  const near = findNearestOnRoads(links, [at.lng, at.lat], toMetres(map, at));
  return links.find(({ featureId }) => featureId === near?.featureId) ?? null;
}

/** A click with a tool in hand; lines are drawn by their own listener. */
function act(drawn: Drawing, { lngLat, point }: Parameters<Taker>[0]): void {
  const now = tool.peek();
  if (draws.peek() !== null) return;
  if (isOfRoads(now)) {
    const road = findRoad(drawn, lngLat);
    if (road !== null) takeRoad(road);
    return;
  }
  if (now === 'move' && movedPlant.peek() === null) {
    const picked = pick(drawn.map, point, HIT_PX);
    const id = picked?.kind === 'site' ? picked.id : null;
    if (dataset.peek()?.plants.some((plant) => plant.id === id) === true) movedPlant.value = id;
    return;
  }
  putPlace([lngLat.lng, lngLat.lat]);
}

/** A built road under a pixel opens its row, a mark of a meeting changes its choice. */
function choose({ map }: Drawing, { x, y }: Parameters<Taker>[0]['point']): boolean {
  const box = [[x - HIT_PX, y - HIT_PX], [x + HIT_PX, y + HIT_PX]] as [[number, number], [number, number]]; // prettier-ignore
  const [mark] = map.queryRenderedFeatures(box, { layers: ['studio-meetings'] });
  if (mark !== undefined) {
    toggleMeeting(Number(mark.properties['index']));
    return true;
  }
  const [road] = map.queryRenderedFeatures(box, { layers: ['drawn-open', 'drawn-later'] });
  const at = edited
    .peek()
    ?.modifications.findIndex((row) => row.kind === 'build' && row.id === road?.properties['section']);
  if (road === undefined || at === undefined || at < 0) return false;
  selectedRow.value = at;
  return true;
}

/** A field has its own use of every key, a button of all but Escape. */
function isElsewhere({ target, key }: KeyboardEvent): boolean {
  const own = key === 'Escape' ? 'input, textarea, select' : 'input, textarea, select, button, summary, a';
  return target instanceof Element && target.closest(own) !== null;
}

/** A point in the middle of the map, as a click there would put it. */
export function pointInMiddle({ map }: Drawing): void {
  const { lng, lat } = map.getCenter();
  if (draws.peek() === null) {
    const { x, y } = map.project([lng, lat]);
    taker.peek()?.({ lngLat: { lng, lat }, point: { x, y } });
    return;
  }
  const snap =
    draws.peek() === 'line' ? findSnap(roadsBefore.peek(), [lng, lat], toMetres(map, { lng, lat })) : null;
  addPoint(snap?.at ?? [lng, lat]);
}

function removeOpenRow(): void {
  const [file, at] = [edited.peek(), selectedRow.peek()];
  if (file === null || at === null) return;
  edit(removeRow(file, at));
  selectedRow.value = null;
}

function onKey(drawn: Drawing, event: KeyboardEvent): void {
  if (isElsewhere(event) || event.ctrlKey || event.metaKey || event.altKey) return;
  const acts: Readonly<Record<string, () => void>> = {
    Escape: () => (isDrawing.peek() ? giveUp() : take('select')),
    Enter: () => isDrawing.peek() && finish(),
    ' ': () => tool.peek() !== 'select' && pointInMiddle(drawn),
    Backspace: () => isDrawing.peek() && stepBack(),
    Delete: () => (isDrawing.peek() ? stepBack() : removeOpenRow()),
  };
  const run = acts[event.key];
  if (run === undefined) return;
  event.preventDefault();
  run();
}

/** Brings the studio to a map; the function that comes back takes it off. */
export function startStudioMap(drawn: Drawing): () => void {
  const { map } = drawn;
  const drawing = startStudioDrawing(map, drawn.card, studioDesk);
  taker.value = (at) => {
    if (tool.peek() === 'select') return choose(drawn, at.point) || drawing.isAt(at.lngLat);
    act(drawn, at);
    return true;
  };
  const listen = (event: KeyboardEvent): void => onKey(drawn, event);
  document.addEventListener('keydown', listen);
  const follow = ({ lngLat }: { readonly lngLat: { readonly lng: number; readonly lat: number } }): void => {
    const isByRoad = isOfRoads(tool.peek()) && draws.peek() === null;
    pointed.value = isByRoad ? findRoad(drawn, lngLat) : null;
  };
  map.on('mousemove', follow);
  const stops = [
    effect(() => {
      isPointing.value = tool.value !== 'select';
      map.getCanvas().style.cursor = tool.value === 'select' ? '' : 'crosshair';
      if (tool.value === 'select') pointed.value = null;
    }),
    effect(() => {
      const file = edited.value;
      const problems = file === null ? [] : listRowProblems(file);
      const lines = pointed.value === null ? [] : [pointed.value.geometry];
      const isWrong = (row: number): boolean => (problems[row]?.length ?? 0) > 0;
      drawn.fill('studio', toStudio(file, isWrong, lines, meetings.value));
    }),
  ];
  return () => {
    stops.forEach((stop) => stop());
    map.off('mousemove', follow);
    document.removeEventListener('keydown', listen);
    taker.value = null;
    isPointing.value = false;
    drawing.stop();
    drawn.fill(
      'studio',
      toStudio(null, () => false, [], []),
    );
  };
}
