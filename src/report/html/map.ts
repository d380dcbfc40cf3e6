/**
 * The maps of a report: the network without and with, drawn alike. Roads are quiet; the belt, what a scenario builds,
 * closes or changes, and the number of makers each site reaches are loud.
 */
import type { ReportMap, ReportRoads } from '../../model/report-map.ts';
import { toCutoffText } from '../format.ts';
import type { View } from '../view.ts';
import { toDrawing, toScroll } from './drawing.ts';
import type { Named } from './labels.ts';
import { toLegend } from './map-legend.ts';
import { drawMarks, findReached, type Role } from './map-marks.ts';
import { container, element, type Markup } from './markup.ts';
import { toPathData, toProjection, toScaleBar, type Projection } from './projection.ts';
import { toPx } from './sizes.ts';

/** Both maps draw this: it stands in the first and is used by the second. */
const GROUND = 'map-ground';

function toLine({ facility, lines }: ReportRoads, name: string, projection: Projection): Markup {
  return element('path', { class: `${name} ${facility}`, d: toPathData(projection, lines) });
}

const isCommon = ({ kind, base, build }: ReportRoads): boolean => kind === 'road' && base && build;

function drawGround(map: ReportMap, projection: Projection): Markup {
  const water = map.water.map(({ widthM, line }) =>
    element('path', {
      class: 'water',
      d: toPathData(projection, [line]),
      'stroke-width': toPx(Math.max(1.5, widthM * projection.pxPerM)),
    }),
  );
  const roads = map.roads.filter(isCommon).map((layer) => toLine(layer, 'road', projection));
  return element('g', { id: GROUND }, ...water, ...roads);
}

/** How roads of a kind look in a scenario that has them, or that only the other one has. */
function drawRoads(layer: ReportRoads, role: Role, projection: Projection): readonly Markup[] {
  const isOpen = layer[role];
  const line = (name: string): Markup => toLine(layer, name, projection);
  switch (layer.kind) {
    case 'belt':
      return isOpen ? [line('casing'), line('belt')] : [line('belt shut')];
    case 'built':
      return isOpen ? [line('casing'), line('built')] : [];
    case 'changed':
      return role === 'build' ? [line('casing'), line('changed')] : [line('road')];
    case 'road':
      if (isOpen) return [line('road')];
      return role === 'build' ? [line('closed')] : [];
  }
}

/** Names of built roads at the middle of each. */
function listNames({ roads }: ReportMap, role: Role, { toXY }: Projection): readonly Named[] {
  return roads.flatMap((layer): readonly Named[] => {
    const line = layer.lines[0] ?? [];
    const at = line[Math.floor(line.length / 2)];
    if (layer.name === null || at === undefined || !layer[role]) return [];
    const [x, y] = toXY(at);
    return [{ text: layer.name, x, y, reach: 4, name: 'built' }];
  });
}

function drawScale(projection: Projection): Markup {
  const { km, px } = toScaleBar(projection);
  const y = projection.height - 12;
  return element(
    'g',
    { class: 'scale' },
    element('path', { d: `M12 ${toPx(y - 4)}v4h${toPx(px)}v-4` }),
    element('text', { x: toPx(18 + px), y: toPx(y) }, `${km} km`),
  );
}

function toWords(view: View, map: ReportMap, role: Role): string {
  const sites = map.places.filter((place) => place.kind === 'site' && place[role] !== null);
  const reached = sites.map(({ id, name }) => {
    const { groups, rough } = findReached(view, id, role);
    return `${name} ${rough ? 'about ' : ''}${groups}`;
  });
  return `Makers within ${toCutoffText(view.analysis.cutoffS)} minutes, by site: ${reached.join('; ')}.`;
}

function drawMap(view: View, map: ReportMap, role: Role, projection: Projection): Markup {
  const { width, height } = projection;
  const ground =
    role === 'base' || view.base.id === view.build.id
      ? drawGround(map, projection)
      : element('use', { href: `#${GROUND}` });
  const roads = map.roads.filter((layer) => !isCommon(layer));
  const title = view[role].title;
  return toDrawing({ id: `map-${role}`, title, description: toWords(view, map, role) }, projection, [
    element('rect', { class: 'land', width: toPx(width), height: toPx(height) }),
    ground,
    ...roads.flatMap((layer) => drawRoads(layer, role, projection)),
    ...drawMarks(view, map, role, projection, listNames(map, role, projection)),
    drawScale(projection),
  ]);
}

function toMapFigure(view: View, map: ReportMap, role: Role, projection: Projection): Markup {
  const { title } = view[role];
  return container('figure', {}, [
    element('figcaption', {}, title),
    toScroll(drawMap(view, map, role, projection), title),
  ]);
}

/** Both maps, or one where the scenarios are the same, and what their marks mean. */
export function drawMaps(view: View, map: ReportMap): readonly Markup[] {
  const projection = toProjection(map.frame);
  const roles: readonly Role[] = view.base.id === view.build.id ? ['build'] : ['base', 'build'];
  return [
    element('div', { class: 'maps' }, ...roles.map((role) => toMapFigure(view, map, role, projection))),
    toLegend(view, map),
  ];
}
