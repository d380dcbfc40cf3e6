/** How the answer is looked at: view, selection, language, theme. No number depends on anything here. */
import { computed, signal } from '@preact/signals';
import type { ValueMeasure } from '../../src/index.ts';

export const VIEWS = ['times', 'reach', 'difference', 'fastest', 'locate', 'value', 'confidence'] as const;
export type ViewId = (typeof VIEWS)[number];
/** As the library names them; its own list would bring more of it along. */
export const MEASURES = ['minutes', 'passes', 'iOut', 'i2'] as const satisfies readonly ValueMeasure[];
export const LANGUAGES = ['en', 'zh', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];
export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
/** Which panel is open where the screen is too narrow for all; null = the map alone. */
export type Drawer = 'scenario' | 'answer' | 'flowchart' | null;

export interface Look {
  readonly view: ViewId;
  /** Scenario that the map shows when it is not swiped. */
  readonly shown: 'base' | 'build';
  readonly swipe: boolean;
  /** Part of the map's width left of the swipe line, 0 … 1. */
  readonly swipeAt: number;
  /** Selected supplier, zone, seat, plant or `lon,lat`. */
  readonly place: string | null;
  /** Highway that the map marks. */
  readonly road: string | null;
  /** Trip whose explanation is open: an origin and a group or plant. */
  readonly trip: { readonly origin: string; readonly destination: string } | null;
  /** Reach shows the number of groups everywhere, or the bands of the selected place. */
  readonly reach: 'overlap' | 'bands';
  /** Bands to a place (where suppliers may stand) or from it (what it reaches). */
  readonly direction: 'to' | 'from';
  /** Time that the Difference view compares: of a group, of the nearest (`best`) or of the farthest one (`worst`). */
  readonly changeOf: string;
  /** Maker whose reach the Confidence view shows, or `all`; null = the first of the data. */
  readonly maker: string | null;
  /** Scenarios side by side in the table; null = base, build and the user's own. */
  readonly columns: readonly string[] | null;
  /** What the Value view counts. */
  readonly measure: ValueMeasure;
  readonly chart: string;
  /** Flowchart node that is open. */
  readonly node: string | null;
  readonly language: Language;
  readonly theme: Theme;
  readonly drawer: Drawer;
  readonly camera: { readonly lon: number; readonly lat: number; readonly zoom: number } | null;
}

export const DEFAULT_LOOK: Look = {
  view: 'times',
  shown: 'build',
  swipe: false,
  swipeAt: 0.5,
  place: null,
  road: null,
  trip: null,
  reach: 'overlap',
  direction: 'to',
  changeOf: 'worst',
  maker: null,
  columns: null,
  measure: 'minutes',
  chart: 'automobile',
  node: null,
  language: 'en',
  theme: 'auto',
  drawer: null,
  camera: null,
};

export const look = signal<Look>(DEFAULT_LOOK);

/** Place whose trips are on the map: the selected one, or where the explained trip begins. */
export const drawnPlace = computed(() => {
  const { view, place, trip } = look.value;
  return place ?? (view === 'times' ? (trip?.origin ?? null) : null);
});

/** Both scenarios are on the map; the value of roads is that of the scenario with alone. */
export const swiped = computed(() => look.value.swipe && look.value.view !== 'value');
/** The one on the map where it is one. */
export const shownSide = computed(() => (look.value.view === 'value' ? 'build' : look.value.shown));

/** Takes in a change of what is looked at. */
export function show(part: Partial<Look>): void {
  look.value = { ...look.value, ...part };
}
