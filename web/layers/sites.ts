/**
 * Marks of places: plants are squares with the maker's initial, supplier sites circles coloured by the number of
 * groups they reach (with the digit from zoom 10), zones and seats small diamonds. Every mark has an outline.
 */
import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl';
import {
  byNumber,
  FONT,
  shownIn,
  STRONG_FONT,
  toName,
  type LayerContext,
  type LayerMaker,
} from './context.ts';

const KIND: ExpressionSpecification = ['get', 'kind'];
const isKind = (kind: string): ExpressionSpecification => ['==', KIND, kind];
/** Groups reached as the number in an image's name. */
const REACHED: ExpressionSpecification = ['to-string', ['max', 0, ['get', 'groups']]];

/** Image of a mark: its kind, and for places the number of groups. */
const IMAGE: ExpressionSpecification = [
  'match',
  KIND,
  'plant',
  ['case', ['get', 'counts'], 'plant', 'plant-other'],
  'suppliers',
  ['concat', 'suppliers-', REACHED],
  'zone',
  ['concat', 'zone-', REACHED],
  'point',
  'point',
  'seat',
];
/** The copy of each mark that is placed for the zoom of the tile; 13 is the last. */
const AT_ZOOM: ExpressionSpecification = ['==', ['get', 'step'], ['min', 13, ['floor', ['zoom']]]];
const all = (...parts: readonly ExpressionSpecification[]): FilterSpecification =>
  ['all', AT_ZOOM, ...parts] as FilterSpecification;
/** Marks are always drawn; names keep clear of them. */
const ALWAYS = {
  'icon-allow-overlap': true,
  'text-allow-overlap': true,
  'text-font': STRONG_FONT,
  'text-size': 12,
} as const;

/** Where places are ranked, compared or doubted their own marks take over; plants stay. */
function toPlainFilter(view: LayerContext['view']): FilterSpecification {
  if (view === 'confidence') return all(['!', ['has', 'doubt']]);
  return view === 'difference' || view === 'locate' ? all(['any', isKind('plant'), isKind('point')]) : all();
}

const marks: LayerMaker = ({ colours, view }) => [
  {
    id: 'site-chosen',
    type: 'symbol',
    source: 'sites',
    filter: all(['get', 'chosen']),
    layout: { 'icon-image': 'chosen', ...ALWAYS },
  },
  {
    id: 'sites',
    type: 'symbol',
    source: 'sites',
    filter: toPlainFilter(view),
    layout: {
      'icon-image': IMAGE,
      'symbol-sort-key': ['match', KIND, 'point', 4, 'plant', 3, 'suppliers', 2, 'zone', 1, 0],
      'text-field': ['case', ['all', isKind('plant'), ['get', 'counts']], ['get', 'initial'], ''],
      ...ALWAYS,
    },
    paint: { 'text-color': colours.plantInk },
  },
  {
    id: 'site-digits',
    type: 'symbol',
    source: 'sites',
    minzoom: 10,
    filter: all(isKind('suppliers'), ['>=', ['get', 'groups'], 0]),
    layout: {
      visibility: shownIn(view, 'times', 'reach', 'fastest', 'value'),
      'text-field': ['to-string', ['get', 'groups']],
      ...ALWAYS,
    },
    paint: { 'text-color': byNumber('groups', colours.groupsInk) },
  },
];

const changes: LayerMaker = ({ view }) => [
  {
    id: 'site-changes',
    type: 'symbol',
    source: 'sites',
    filter: all(['has', 'change']),
    layout: {
      visibility: shownIn(view, 'difference'),
      'icon-image': ['concat', 'change-', ['get', 'change'], ['case', ['get', 'flips'], '-flips', '']],
      'symbol-sort-key': ['get', 'weight'],
      ...ALWAYS,
    },
  },
];

const doubts: LayerMaker = ({ colours, view }) => [
  {
    id: 'site-doubts',
    type: 'symbol',
    source: 'sites',
    filter: all(['has', 'doubt']),
    layout: {
      visibility: shownIn(view, 'confidence'),
      'icon-image': ['concat', 'doubt-', ['get', 'doubt']],
      'text-field': ['case', ['==', ['get', 'doubt'], 'cannot-tell'], '?', ''],
      ...ALWAYS,
    },
    paint: { 'text-color': colours.groupsInk[1] ?? colours.text },
  },
];

const ranks: LayerMaker = ({ colours, view }) => [
  {
    id: 'site-ranks',
    type: 'symbol',
    source: 'sites',
    filter: all(['has', 'rank']),
    layout: {
      visibility: shownIn(view, 'locate'),
      'icon-image': ['concat', 'rank-', REACHED],
      'symbol-sort-key': ['-', 0, ['get', 'rank']],
      'text-field': ['to-string', ['get', 'rank']],
      ...ALWAYS,
    },
    paint: { 'text-color': byNumber('groups', colours.groupsInk) },
  },
];

/** Names and minutes beside the marks: below them in order, so that they keep clear of them. */
export const siteNames: LayerMaker = ({ colours, language, view }) => [
  {
    id: 'change-minutes',
    type: 'symbol',
    source: 'sites',
    filter: all(['has', 'change']),
    layout: {
      visibility: shownIn(view, 'difference'),
      'text-font': FONT,
      'text-size': 12,
      'text-field': ['get', 'changeText'],
      'text-variable-anchor': ['left', 'right', 'bottom', 'top'],
      'text-radial-offset': 1.5,
      'symbol-sort-key': ['-', 0, ['get', 'weight']],
    },
    paint: { 'text-color': colours.text, 'text-halo-color': colours.labelHalo, 'text-halo-width': 1.8 },
  },
  {
    id: 'site-names',
    type: 'symbol',
    source: 'sites',
    filter: all(['any', isKind('plant'), isKind('suppliers'), ['>=', ['zoom'], 9]]),
    layout: {
      'text-field': toName(language),
      'text-font': FONT,
      'text-size': 12,
      'text-variable-anchor': ['left', 'right', 'top', 'bottom', 'top-left', 'top-right', 'bottom-left'],
      'text-radial-offset': 1.25,
      'text-padding': 0,
      'text-justify': 'auto',
      'text-max-width': 9,
      'text-line-height': 1.1,
      'symbol-sort-key': ['match', KIND, 'plant', ['case', ['get', 'counts'], 0, 3], 'suppliers', 1, 4],
    },
    paint: { 'text-color': colours.text, 'text-halo-color': colours.labelHalo, 'text-halo-width': 1.8 },
  },
];

/** The marks of all views; each view shows its own. */
export const sites: LayerMaker = (context) => [
  ...marks(context),
  ...changes(context),
  ...doubts(context),
  ...ranks(context),
];
