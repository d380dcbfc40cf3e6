/** The layers from bottom to top: the one place that says what lies on what. */
import type { LayerSpecification } from 'maplibre-gl';
import { areas } from './areas.ts';
import { backdrop, districtLines, placeNames } from './backdrop.ts';
import { belt } from './belt.ts';
import type { LayerContext, LayerMaker } from './context.ts';
import { drawn } from './drawn.ts';
import { fastest } from './fastest.ts';
import { rivers } from './rivers.ts';
import { roadLabels } from './road-labels.ts';
import { markedRoad, roads } from './roads.ts';
import { routeLabels, routes } from './routes.ts';
import { siteNames, sites } from './sites.ts';
import { studio } from './studio.ts';
import { value, valueWords } from './value.ts';

const LAYER_ORDER: readonly LayerMaker[] = [
  backdrop,
  areas,
  rivers,
  districtLines,
  roads,
  belt,
  drawn,
  markedRoad,
  fastest,
  value,
  routes,
  placeNames,
  roadLabels,
  siteNames,
  valueWords,
  sites,
  routeLabels,
  studio,
];

/** All layers in drawing order. */
export function listLayers(context: LayerContext): LayerSpecification[] {
  return LAYER_ORDER.flatMap((make) => make(context));
}
