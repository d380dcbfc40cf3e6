/**
 * Areas of the Reach view: bands of time, numbers of groups within the cutoff, what is not proved (hatched), and
 * where no access is modelled (stippled).
 */
import { AREA_OPACITY, type Palette } from '../flavor/colours.ts';
import { blend } from './blend.ts';
import { byNumber, shownIn, type LayerMaker } from './context.ts';

/** Where no group is reached the ground stays almost bare. */
const NONE_OPACITY = 0.22;

/** Colours of the number of groups as they lie on the land: the legend shows the same. */
export function toOverlapColours({ groups, land }: Palette): readonly string[] {
  return groups.map((colour, i) => blend(colour, land, i === 0 ? NONE_OPACITY : AREA_OPACITY));
}

/** Colours of the bands as they lie on the land. */
export function toBandColours({ bands, land }: Palette): readonly string[] {
  return bands.map((colour) => blend(colour, land, AREA_OPACITY));
}

export const areas: LayerMaker = ({ colours, view }) => {
  const layout = { visibility: shownIn(view, 'reach') };
  return [
    {
      id: 'area-none',
      type: 'fill',
      source: 'areas',
      filter: ['==', ['get', 'kind'], 'none'],
      layout,
      paint: { 'fill-pattern': 'no-access' },
    },
    {
      id: 'area-overlap',
      type: 'fill',
      source: 'areas',
      filter: ['==', ['get', 'kind'], 'overlap'],
      layout,
      paint: { 'fill-color': byNumber('groups', toOverlapColours(colours)), 'fill-antialias': false },
    },
    {
      id: 'area-bands',
      type: 'fill',
      source: 'areas',
      filter: ['==', ['get', 'kind'], 'band'],
      layout: { ...layout, 'fill-sort-key': ['-', 0, ['get', 'cutoffS']] },
      paint: { 'fill-color': byNumber('rank', toBandColours(colours)), 'fill-antialias': false },
    },
    {
      id: 'area-boundary',
      type: 'fill',
      source: 'areas',
      filter: ['==', ['get', 'kind'], 'boundary'],
      layout,
      paint: { 'fill-pattern': 'boundary' },
    },
    {
      id: 'area-cutoff',
      type: 'line',
      source: 'areas',
      filter: ['all', ['==', ['get', 'kind'], 'band'], ['==', ['get', 'own'], true]],
      layout: { ...layout, 'line-join': 'round' },
      paint: { 'line-color': colours.bandLine, 'line-width': 1.8 },
    },
  ];
};
