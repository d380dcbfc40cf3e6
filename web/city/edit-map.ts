/** Changing the scenario on the map: clicks and keys of the tool in hand, and what is shown of it. */
import { computed, effect, type ReadonlySignal } from '@preact/signals';
import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource } from 'maplibre-gl';
import { findNearestOnRoads } from '../../src/index.ts';
import { PALETTES, type Theme } from '../flavor/colours.ts';
import { cardOf } from '../map/card.ts';
import type { LibraryMap } from '../map/library.ts';
import { REACH_PX, toMetres } from '../map/near.ts';
import { steady } from '../map/steady.ts';
import { toDraft, toStudio } from '../map/studio-data.ts';
import type { StudioDrawing } from '../map/studio-draw.ts';
import { clickComing, pointComing, pointedComing } from './coming-tools.ts';
import {
  addCorner,
  areaCorners,
  cornerBack,
  drawsArea,
  finishArea,
  giveUpArea,
  isDrawingArea,
  openArea,
} from './draw-area.ts';
import { addPoint, finish, giveUp, isDrawing, openRoad, removeOpen, stepBack } from './draw-road.ts';
import { putAt } from './place-tools.ts';
import { planned } from './plan-steps.ts';
import { isHeld } from './state.ts';
import { clickRoad, findRoadAt, isOfRoads, openRow, planTool, pointed, takeTool } from './plan-tools.ts';
import { meetings, toggleMeeting } from './road-meetings.ts';

interface Place {
  readonly lng: number;
  readonly lat: number;
}

/** What draws lines, once it has come. */
let drawing: StudioDrawing | null = null;

/** A mark of a meeting under a place of the map takes its other choice. */
function choose(map: LibraryMap, at: Place): boolean {
  const { x, y } = map.project([at.lng, at.lat]);
  const box = [[x - REACH_PX, y - REACH_PX], [x + REACH_PX, y + REACH_PX]] as [[number, number], [number, number]]; // prettier-ignore
  const [mark] = map.queryRenderedFeatures(box, { layers: ['studio-meetings'] });
  if (mark === undefined) return false;
  toggleMeeting(Number(mark.properties['index']));
  return true;
}

/** A drawn road under a place of the map is opened. */
function openAt(map: LibraryMap, at: Place): boolean {
  const rows = planned.peek()?.file.modifications ?? [];
  const roads = rows.flatMap((row, i) =>
    row.kind === 'build' ? [{ featureId: String(i), geometry: row.line }] : [],
  );
  const near = findNearestOnRoads(roads, [at.lng, at.lat], toMetres(map, at));
  if (near === null) return false;
  openRow.value = Number(near.featureId);
  return true;
}

/** A click on the map; whether it is taken by a tool, or by the road that is open. */
export function clickMap(map: LibraryMap, at: Place): boolean {
  const tool = planTool.peek();
  if (tool === 'place') return choose(map, at) || (drawing?.isAt(at) ?? false) || openAt(map, at);
  if (drawsArea.peek()) {
    if (drawing === null) addCorner([at.lng, at.lat]);
  } else if (isOfRoads(tool)) clickRoad([at.lng, at.lat], toMetres(map, at));
  else if (tool === 'plant' || tool === 'supplier') putAt(tool, [at.lng, at.lat]);
  else if (tool === 'open') clickComing([at.lng, at.lat], toMetres(map, at));
  else if (drawing === null) addPoint([at.lng, at.lat], toMetres(map, at));
  return true;
}

/** What a click in the middle of the map does: for those without a pointer. */
export function clickMiddle(map: LibraryMap): void {
  const { lng, lat } = map.getCenter();
  if (planTool.peek() === 'road') addPoint([lng, lat], toMetres(map, { lng, lat }));
  else if (drawsArea.peek()) addCorner([lng, lat]);
  else clickMap(map, { lng, lat });
}

/** A field has its own use of every key, a button of all but Escape. */
function isElsewhere({ target, key }: KeyboardEvent): boolean {
  const own = key === 'Escape' ? 'input, textarea, select' : 'input, textarea, select, button, summary, a';
  return target instanceof Element && target.closest(own) !== null;
}

/** What a key does; undefined for one that is not for the tools. */
function findAct(map: LibraryMap, key: string): (() => void) | undefined {
  if (planTool.peek() === 'place') return key === 'Delete' ? removeOpen : undefined;
  const line = isDrawing.peek()
    ? { Escape: giveUp, Enter: finish, Backspace: stepBack, Delete: stepBack }
    : {};
  const area = isDrawingArea.peek()
    ? { Escape: giveUpArea, Enter: () => void finishArea(), Backspace: cornerBack, Delete: cornerBack }
    : {};
  const acts: Readonly<Record<string, () => void>> = {
    Escape: () => takeTool('place'),
    ' ': () => clickMiddle(map),
    ...line,
    ...area,
  };
  return acts[key];
}

function onKey(map: LibraryMap, event: KeyboardEvent): void {
  if (isElsewhere(event) || event.ctrlKey || event.metaKey || event.altKey) return;
  const act = findAct(map, event.key);
  if (act === undefined) return;
  event.preventDefault();
  act();
}

/** Asks for the road under the pointer; where the pointer has gone on meanwhile nothing comes of it. */
async function point(map: LibraryMap, at: Place): Promise<void> {
  if (planTool.peek() === 'open') pointComing([at.lng, at.lat], toMetres(map, at));
  const isPicked = (): boolean => isOfRoads(planTool.peek()) && !drawsArea.peek();
  if (!isPicked()) return;
  try {
    const road = await findRoadAt([at.lng, at.lat], toMetres(map, at), 'pointed');
    pointed.value = isPicked() ? road : null;
  } catch {
    // Overtaken by the next place of the pointer.
  }
}

/** Follows the pointer while roads are clicked. */
function followPointer(map: LibraryMap): () => void {
  const follow = ({ lngLat }: { readonly lngLat: Place }): void => void point(map, lngLat);
  const leave = (): void => {
    pointed.value = null;
    pointedComing.value = null;
  };
  map.on('mousemove', follow);
  map.on('mouseout', leave);
  return () => {
    map.off('mousemove', follow);
    map.off('mouseout', leave);
  };
}

/** Draws lines once one is to be drawn, or can be taken by its points. */
function followTool(map: LibraryMap, theme: ReadonlySignal<Theme>): () => void {
  const colours = computed(() => PALETTES[theme.value]);
  let isGone = false;
  let isAsked = false;
  const begin = async (): Promise<void> => {
    const { startDrawing } = await import('./draw-map.ts');
    await cardOf(map).whenThere();
    if (!isGone) drawing = startDrawing(map, cardOf(map), colours);
  };
  const stop = effect(() => {
    const isNeeded = planTool.value === 'road' || drawsArea.value;
    if (isAsked || (!isNeeded && openRoad.value === null && openArea.value === null)) return;
    isAsked = true;
    void begin();
  });
  return () => {
    isGone = true;
    stop();
    drawing?.stop();
    drawing = null;
  };
}

/** What is shown of the scenario's rows and of the tool in hand: of most changes it is the same. */
const edited = steady((): FeatureCollection => {
  const road = pointed.value === null ? [] : [pointed.value.geometry];
  const lines = [...road, ...(pointedComing.value?.lines ?? [])];
  const shown = toStudio(planned.value?.file ?? null, () => false, lines, meetings.value);
  return { ...shown, features: [...shown.features, ...toDraft(areaCorners.value)] };
});

/** Brings the tools to a map; the function that comes back takes them off. */
export function startEditing(map: LibraryMap, theme: ReadonlySignal<Theme>): () => void {
  const listen = (event: KeyboardEvent): void => onKey(map, event);
  document.addEventListener('keydown', listen);
  const stops = [
    followPointer(map),
    followTool(map, theme),
    effect(() => {
      const shown = edited.value;
      // What is in the hand is drawn by what draws it.
      if (cardOf(map).isThere() && !isHeld.value) void map.getSource<GeoJSONSource>('studio')?.setData(shown);
    }),
    effect(() => {
      map.getCanvas().style.cursor = planTool.value === 'place' ? '' : 'crosshair';
      if (!isOfRoads(planTool.value) || drawsArea.value) pointed.value = null;
      if (planTool.value !== 'open') pointedComing.value = null;
    }),
  ];
  return () => {
    stops.forEach((stop) => stop());
    document.removeEventListener('keydown', listen);
  };
}
