/** The layers from bottom to top: the one place that says what lies on what. */
import type { LayerSpecification } from 'maplibre-gl';
import { backdrop } from './backdrop.ts';
import { belt } from './belt.ts';
import type { LayerContext, LayerMaker } from './context.ts';
import { rivers } from './rivers.ts';
import { roads } from './roads.ts';
import { sites } from './sites.ts';

export const LAYER_ORDER: readonly LayerMaker[] = [backdrop, rivers, roads, belt, sites];

/** All layers in drawing order. */
export function listLayers(context: LayerContext): LayerSpecification[] {
  return LAYER_ORDER.flatMap((make) => make(context));
}
