/** Brings the map of a network to life and keeps it in step with the question. */
import { computed, effect } from '@preact/signals';
import type { CustomLayerInterface, GeoJSONSource } from 'maplibre-gl';
import type { LonLat } from '../../src/index.ts';
import { cardOf, sayLost } from '../map/card.ts';
import { openMap, type LibraryMap } from '../map/library.ts';
import { makeImages, PIXEL_RATIO } from '../map/marks.ts';
import { steady } from '../map/steady.ts';
import { look as pageLook, type Language } from '../state/look.ts';
import { t } from '../words/index.ts';
import { roundPoint } from './home.ts';
import { toRoadLook } from './look.ts';
import { listNameLayers, toCityStyle, type Lines } from './map-style.ts';
import { CROSS, listEditLayers, listPlanLayers, listToComeLayers } from './plan-layers.ts';
import { liveMap } from './live-map.ts';
import { createPin, type Pin } from './pins.ts';
import { keepPlaces } from './place-marks.ts';
import { clickMap, clickMiddle, startEditing } from './edit-map.ts';
import type { CityLabel, ReachAnswers, View } from './protocol.ts';
import { joinColumns, type RoadColumns } from './road-columns.ts';
import type { TimesByView } from './road-times.ts';
import { createRoadLayer } from './road-layer.ts';
import { PALETTES } from '../flavor/colours.ts';
import type { Taker } from './ask.ts';
import { theme } from './theme.ts';
import {
  changeCity,
  cityChoice,
  isHeld,
  isWorthDrawn,
  plan,
  question,
  view,
  type CityChoice,
  type Plan,
} from './state.ts';

const FIT = { padding: 24, duration: 0 } as const;

async function createMap(
  container: HTMLElement,
  { bounds }: CityLabel,
  lines: Lines,
  language: Language,
): Promise<LibraryMap> {
  return openMap({
    container,
    style: toCityStyle(lines, language, theme.peek()),
    bounds: [...bounds],
    fitBoundsOptions: FIT,
    minZoom: 3,
    maxZoom: 18,
    renderWorldCopies: false,
  });
}

/** Keeps one pin where the question has its place; there is none where the question has none. */
function keepPin(map: LibraryMap, letter: 'A' | 'B', key: 'first' | 'second'): () => void {
  let pin: Pin | null = null;
  const move = (at: LonLat): void => changeCity({ [key]: at } satisfies Partial<CityChoice>);
  const stop = effect(() => {
    const at = cityChoice.value[key];
    if (at === null) {
      pin?.remove();
      pin = null;
      return;
    }
    if (pin === null) pin = createPin(map, letter, at, move);
    else pin.place(at);
    pin.name(t('city.pin', { letter, place: at.join(', ') }));
  });
  return () => {
    stop();
    pin?.remove();
  };
}

/** The map as the page uses it. */
export interface CityMap {
  readonly taker: Taker;
  readonly zoomBy: (step: number) => void;
  readonly goHome: () => void;
  /** What a click in the middle of the map does with the tool in hand. */
  readonly clickMiddle: () => void;
  readonly stop: () => void;
}

const NOTHING = { type: 'FeatureCollection', features: [] } as const;

/** What is on the map of the scenario; while a vertex of it is in the hand that is what was there before. */
let seen: Plan | null = null;
const shown = computed(() => {
  const now = plan.value;
  if (!isHeld.value) seen = now;
  return seen;
});
const changed = computed(() => shown.value?.changed ?? null);
const built = computed(() => shown.value?.roads ?? null);

/** Keeps the lines of what a scenario does in step with it, and with what is looked at. */
function keepPlan(map: LibraryMap): readonly (() => void)[] {
  return [
    effect(() => {
      const lines = changed.value ?? { ...NOTHING, features: [] };
      if (cardOf(map).isThere()) void map.getSource<GeoJSONSource>('plan')?.setData(lines);
    }),
    effect(() => {
      const cross = makeImages(PALETTES[theme.value]).get(CROSS);
      if (cross === undefined || !cardOf(map).isThere()) return;
      if (map.hasImage(CROSS)) map.updateImage(CROSS, cross);
      else map.addImage(CROSS, cross, { pixelRatio: PIXEL_RATIO });
    }),
    effect(() => {
      if (!cardOf(map).isThere()) return;
      for (const { id, paint = {} } of [
        ...listToComeLayers(theme.value),
        ...listPlanLayers(theme.value, view.value),
        ...listEditLayers(theme.value),
      ])
        for (const [name, value] of Object.entries(paint))
          if (/-(?:color|opacity)$/.test(name)) map.setPaintProperty(id, name as never, value as never);
    }),
  ];
}

/** Times of every view that may be looked at. */
function toViews({ without, with: under, change }: ReachAnswers): TimesByView {
  const views: [View, ReachAnswers['without']['sides']][] = [['without', without.sides]];
  if (under !== null) views.push(['with', under.sides]);
  if (change !== null) views.push(['difference', [change.side]]);
  return new Map(views);
}

/** Says under a name how long the newest change took to be on the map. */
function createMeter(name: string): { readonly note: (since: number) => void; readonly drawn: () => void } {
  let start: number | null = null;
  return {
    note: (since) => (start = since),
    drawn: () => {
      if (start === null) return;
      performance.measure(name, { start, end: performance.now() });
      start = null;
    },
  };
}

/** Keeps a layer before what a scenario does; a map that lost its card has none of ours any more. */
function keepLayer(map: LibraryMap, layer: CustomLayerInterface): () => void {
  return effect(() => {
    if (cardOf(map).isThere() && map.getLayer(layer.id) === undefined) map.addLayer(layer, 'plan-changed');
  });
}

/** Times wait while a vertex is in the hand: their roads are not on the map yet. Those of older roads are let go. */
function createHeldTaker(take: Taker['take']): { readonly take: Taker['take']; readonly stop: () => void } {
  let waiting: { readonly answers: ReachAnswers; readonly since: number } | null = null;
  const stop = effect(() => {
    if (isHeld.value || waiting === null) return;
    const { answers, since } = waiting;
    waiting = null;
    if (answers.plan === (plan.peek()?.number ?? null)) take(answers, since);
  });
  return {
    take: (answers, since) => {
      if (isHeld.peek()) waiting = { answers, since };
      else take(answers, since);
    },
    stop,
  };
}

/** Keeps the land and the names of roads in step with the theme and the language. */
function keepNames(map: LibraryMap): () => void {
  return effect(() => {
    if (!cardOf(map).isThere()) return;
    map.setPaintProperty('land', 'background-color', PALETTES[theme.value].land);
    for (const { id, layout, paint } of listNameLayers(pageLook.value.language, theme.value)) {
      map.setLayoutProperty(id, 'text-field', layout?.['text-field']);
      map.setPaintProperty(id, 'text-color', paint?.['text-color']);
      map.setPaintProperty(id, 'text-halo-color', paint?.['text-halo-color']);
    }
  });
}

/** Starts the map in an element. Throws where WebGL is missing; `onBroken` is told where it cannot draw the roads. */
export async function startCityMap(
  element: HTMLElement,
  label: CityLabel,
  columns: RoadColumns,
  lines: Lines,
  onBroken: () => void,
): Promise<CityMap> {
  const map = await createMap(element, label, lines, pageLook.peek().language);
  // A place that moves is no other look.
  const look = steady(() => toRoadLook(theme.value, isWorthDrawn.value ? null : question.value, view.value));
  const [meter, flips] = [createMeter('beltway:city'), createMeter('beltway:flip')];
  const onDrawn = (): void => {
    meter.drawn();
    flips.drawn();
  };
  const roads = createRoadLayer(columns, look.value, { onDrawn, onBroken });
  const joined = computed(() => (built.value === null ? columns : joinColumns(columns, built.value)));
  map.on('click', ({ lngLat }) => {
    if (!clickMap(map, lngLat)) changeCity({ first: roundPoint([lngLat.lng, lngLat.lat]) });
  });
  map.once('idle', () => (document.documentElement.dataset.map = 'drawn'));
  const stops = [
    keepLayer(map, roads.layer),
    sayLost(map, element),
    effect(() => roads.restyle(look.value)),
    view.subscribe(() => flips.note(performance.now())),
    effect(() => roads.setRoads(joined.value)),
    ...keepPlan(map),
    startEditing(map, theme),
    keepNames(map),
    effect(() => map.getCanvas().setAttribute('aria-label', t('city.canvas'))),
    keepPin(map, 'A', 'first'),
    keepPin(map, 'B', 'second'),
    keepPlaces(map),
  ];
  liveMap.value = { map, card: cardOf(map) };
  const take = (answers: ReachAnswers, since: number): void => {
    meter.note(since);
    // Before their times, whichever is told first.
    roads.setRoads(joined.peek());
    if (!roads.take(toViews(answers))) meter.drawn();
  };
  const taker = createHeldTaker(take);
  stops.push(taker.stop);
  return {
    taker: { known: roads.known, take: taker.take },
    zoomBy: (step) => void map.zoomTo(map.getZoom() + step, { duration: 0 }),
    clickMiddle: () => clickMiddle(map),
    goHome: () => void map.fitBounds([...label.bounds], FIT),
    stop: () => {
      liveMap.value = null;
      stops.forEach((stop) => stop());
      map.remove();
    },
  };
}
