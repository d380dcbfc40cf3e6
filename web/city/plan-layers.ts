/**
 * Lines of roads that are to come, and of what a scenario does: its new roads look like the belt, solid where they are
 * driven and dashed where they are not; what it closes is grey, dashed and crossed. A flip changes opacities alone.
 */
import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { PALETTES, type Palette, type Theme } from '../flavor/colours.ts';
import { studio } from '../layers/studio.ts';
import type { View } from './protocol.ts';

const ROUND = { 'line-cap': 'round', 'line-join': 'round' } as const;

const widen = (...widths: readonly [number, number, number, number]): ExpressionSpecification => [
  'interpolate',
  ['exponential', 1.4],
  ['zoom'],
  ...[8, widths[0], 11, widths[1], 14, widths[2], 18, widths[3]],
];
const BELT = widen(2.5, 4, 8, 16);
const CASING = widen(5, 7, 12, 20);
const NARROW = widen(1.5, 2, 3, 5);

const isOne = (...kinds: readonly string[]): FilterSpecification => [
  'in',
  ['get', 'what'],
  ['literal', [...kinds]],
];
const NEW = isOne('built', 'opened');

/** Image of the crosses along a closed road. */
export const CROSS = 'cross';

/** Roads to come, beneath all others. */
export function listToComeLayers(theme: Theme): readonly LayerSpecification[] {
  const colours = PALETTES[theme];
  return [
    {
      id: 'to-come',
      type: 'line',
      source: 'to-come',
      paint: {
        'line-color': colours.roadExpressway,
        'line-width': widen(0.8, 1.2, 2, 4),
        'line-dasharray': [3, 2.5],
      },
    },
  ];
}

/** Whether what a scenario does is looked at: opacities of lines that are there without it, and with it. */
interface Shown {
  readonly off: 0 | 1;
  readonly on: 0 | 1;
}

function listClosedLayers({ beltClosed }: Palette, { on }: Shown): readonly LayerSpecification[] {
  return [
    {
      id: 'plan-closed',
      type: 'line',
      source: 'plan',
      filter: isOne('closed'),
      paint: {
        'line-color': beltClosed,
        'line-width': NARROW,
        'line-dasharray': [2, 3],
        'line-opacity': on,
      },
    },
    {
      id: 'plan-crosses',
      type: 'symbol',
      source: 'plan',
      filter: isOne('closed'),
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 34,
        'icon-image': CROSS,
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
      paint: { 'icon-opacity': on },
    },
  ];
}

function listNewLayers({ belt, beltCasing }: Palette, { off, on }: Shown): readonly LayerSpecification[] {
  const what = { type: 'line', source: 'plan', filter: NEW } as const;
  const later = { 'line-color': belt, 'line-width': 2, 'line-dasharray': [3, 2], 'line-opacity': off };
  const casing = { 'line-color': beltCasing, 'line-width': CASING, 'line-opacity': on };
  const open = { 'line-color': belt, 'line-width': BELT, 'line-opacity': on };
  return [
    { id: 'plan-later', ...what, paint: later },
    { id: 'plan-casing', ...what, layout: ROUND, paint: casing },
    { id: 'plan-open', ...what, layout: ROUND, paint: open },
  ];
}

/** What a scenario does, above all roads; the lowest is `plan-changed`. */
export function listPlanLayers(theme: Theme, view: View): readonly LayerSpecification[] {
  const colours = PALETTES[theme];
  const seen: Shown = view === 'without' ? { off: 1, on: 0 } : { off: 0, on: 1 };
  return [
    {
      id: 'plan-changed',
      type: 'line',
      source: 'plan',
      filter: isOne('changed'),
      layout: ROUND,
      paint: { 'line-color': colours.drawn, 'line-width': NARROW, 'line-opacity': seen.on },
    },
    ...listClosedLayers(colours, seen),
    ...listNewLayers(colours, seen),
  ];
}

/** What is edited: the road under the pointer, as in the studio of the shipped roads. */
export function listEditLayers(theme: Theme): readonly LayerSpecification[] {
  const context = { colours: PALETTES[theme], theme, language: 'en', view: 'times', road: null } as const;
  return studio(context);
}
