/** Changing the scenario on the map: clicks and keys of the tool in hand, and the road under the pointer. */
import { effect, signal } from '@preact/signals';
import type { GeoJSONSource } from 'maplibre-gl';
import type { CityRoad } from '../../src/index.ts';
import type { LibraryMap } from '../map/library.ts';
import { toMetres } from '../map/near.ts';
import { clickRoad, findRoadAt, followRows, planTool, takeTool } from './plan-tools.ts';

/** Road under the pointer, while roads are clicked. */
const pointed = signal<CityRoad | null>(null);

/** A field has its own use of every key, a button of all but Escape. */
function isElsewhere({ target, key }: KeyboardEvent): boolean {
  const own = key === 'Escape' ? 'input, textarea, select' : 'input, textarea, select, button, summary, a';
  return target instanceof Element && target.closest(own) !== null;
}

function onKey(map: LibraryMap, event: KeyboardEvent): void {
  if (planTool.peek() === 'place' || isElsewhere(event)) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') takeTool('place');
  else if (event.key === ' ' && event.target === map.getCanvas()) clickMap(map, map.getCenter());
  else return;
  event.preventDefault();
}

/** A click on the map; whether a tool took it. */
export function clickMap(map: LibraryMap, at: { readonly lng: number; readonly lat: number }): boolean {
  if (planTool.peek() === 'place') return false;
  clickRoad([at.lng, at.lat], toMetres(map, at));
  return true;
}

/** Asks for the road under the pointer; where the pointer has gone on meanwhile nothing comes of it. */
async function point(map: LibraryMap, at: { readonly lng: number; readonly lat: number }): Promise<void> {
  if (planTool.peek() === 'place') return;
  try {
    const road = await findRoadAt([at.lng, at.lat], toMetres(map, at), 'pointed');
    pointed.value = planTool.peek() === 'place' ? null : road;
  } catch {
    // Overtaken by the next place of the pointer.
  }
}

function fill(map: LibraryMap, road: CityRoad | null): void {
  const coordinates = (road?.geometry ?? []).map(([x, y]) => [x, y]);
  const geometry = { type: 'LineString' as const, coordinates };
  const features =
    road === null ? [] : [{ type: 'Feature' as const, properties: { kind: 'road' }, geometry }];
  void map.getSource<GeoJSONSource>('studio')?.setData({ type: 'FeatureCollection', features });
}

/** Brings the tools to a map; the function that comes back takes them off. */
export function startEditing(map: LibraryMap): () => void {
  const follow = ({ lngLat }: { readonly lngLat: { readonly lng: number; readonly lat: number } }): void =>
    void point(map, lngLat);
  const leave = (): void => void (pointed.value = null);
  const listen = (event: KeyboardEvent): void => onKey(map, event);
  map.on('mousemove', follow);
  map.on('mouseout', leave);
  document.addEventListener('keydown', listen);
  const stops = [
    followRows(),
    effect(() => fill(map, pointed.value)),
    effect(() => {
      map.getCanvas().style.cursor = planTool.value === 'place' ? '' : 'crosshair';
      if (planTool.value === 'place') pointed.value = null;
    }),
  ];
  return () => {
    stops.forEach((stop) => stop());
    map.off('mousemove', follow);
    map.off('mouseout', leave);
    document.removeEventListener('keydown', listen);
  };
}
