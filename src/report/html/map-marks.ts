/** Places on a report's map: what a site reaches in a scenario, plants, seats, and their names. */
import type { ReportMap, ReportPlace } from '../../model/report-map.ts';
import type { View } from '../view.ts';
import { LABEL_LINE, placeLabels, type Box, type Named } from './labels.ts';
import { element, type Markup } from './markup.ts';
import type { Projection } from './projection.ts';
import { toPx } from './sizes.ts';

export type Role = 'base' | 'build';

const SITE = 10;
const PLANT = 8;
const SEAT = 4;

/** Number of groups a site reaches within the cutoff; rough where the ranges of the parameters say otherwise. */
export interface Reached {
  readonly groups: number;
  readonly rough: boolean;
}

/** What the first origin of a site reaches: those that share a site share every time. */
export function findReached(view: View, site: string, role: Role): Reached {
  const origin = view.analysis.origins.find((one) => one.site === site)?.id ?? '';
  const rows = view.groups.flatMap((group) => view.findGroup(view[role].id, origin, group) ?? []);
  return {
    groups: rows.filter(({ verdict }) => verdict === 'strict').length,
    rough: rows.some(({ corners }) => corners === 'some'),
  };
}

/** A place where a scenario has it, in px. */
interface Spot extends Omit<ReportPlace, Role> {
  readonly x: number;
  readonly y: number;
}

function listSpots({ places }: ReportMap, role: Role, { toXY }: Projection): readonly Spot[] {
  return places.flatMap(({ base, build, ...rest }): readonly Spot[] => {
    const at = { base, build }[role];
    if (at === null) return [];
    const [x, y] = toXY(at);
    return [{ ...rest, x, y }];
  });
}

/** A plant that a site would hide, beside it: marks are larger than what their places are known to. */
function moveApart(spot: Spot, sites: readonly Spot[]): Spot {
  const least = SITE + PLANT + 1;
  const near = sites.find(({ x, y }) => Math.hypot(spot.x - x, spot.y - y) < least);
  if (spot.kind !== 'plant' || near === undefined) return spot;
  const [dx, dy] = [spot.x - near.x, spot.y - near.y];
  const away = Math.hypot(dx, dy);
  if (away === 0) return { ...spot, x: near.x + least };
  return { ...spot, x: near.x + (dx / away) * least, y: near.y + (dy / away) * least };
}

/** Steps of the scale: more than three groups are drawn like three. */
const toStep = (groups: number): number => Math.min(groups, 3);

function toSite(view: View, role: Role, { id, x, y }: Spot): readonly Markup[] {
  const { groups, rough } = findReached(view, id, role);
  const flips = role === 'build' && findReached(view, id, 'base').groups !== groups;
  const [cx, cy] = [toPx(x), toPx(y)];
  return [
    ...(flips ? [element('circle', { class: 'flipped', cx, cy, r: SITE + 5 })] : []),
    element('circle', { class: `site reach-${toStep(groups)}`, cx, cy, r: SITE }),
    element(
      'text',
      { class: `digit on-${toStep(groups)}`, x: cx, y: toPx(y + 4), 'text-anchor': 'middle' },
      `${rough ? '≈' : ''}${groups}`,
    ),
  ];
}

function toPlant({ group, x, y }: Spot): readonly Markup[] {
  const initial = (group ?? '').charAt(0).toUpperCase();
  const size = 2 * PLANT;
  return [
    element('rect', { class: 'plant', x: toPx(x - PLANT), y: toPx(y - PLANT), width: size, height: size }),
    element('text', { class: 'initial', x: toPx(x), y: toPx(y + 4), 'text-anchor': 'middle' }, initial),
  ];
}

function toSeat({ x, y }: Spot): Markup {
  const d = `M${toPx(x)} ${toPx(y - SEAT)}l${SEAT} ${SEAT}l-${SEAT} ${SEAT}l-${SEAT} -${SEAT}z`;
  return element('path', { class: 'seat', d });
}

const REACH = { plant: PLANT, site: SITE + 5, seat: SEAT } as const;

const toBox = ({ kind, x, y }: Spot): Box => {
  const reach = REACH[kind];
  return { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach };
};

/** A name without what stands in brackets: the tables have it whole. */
const toShortName = (name: string): string => name.replaceAll(/\s*\([^)]*\)/g, '');

function drawLabels(
  spots: readonly Spot[],
  more: readonly Named[],
  projection: Projection,
): readonly Markup[] {
  const order = ['site', 'plant', 'seat'] as const;
  const named = spots.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const labels = placeLabels(
    [
      ...more,
      ...named.map(({ kind, name, x, y }) => ({
        text: toShortName(name),
        x,
        y,
        reach: REACH[kind],
        name: kind,
      })),
    ],
    spots.map(toBox),
    projection,
  );
  return labels.flatMap(({ lines, x, y, anchor, name }) =>
    lines.map((line, i) =>
      element(
        'text',
        { class: `label of-${name}`, x: toPx(x), y: toPx(y + i * LABEL_LINE), 'text-anchor': anchor },
        line,
      ),
    ),
  );
}

/** Marks and names of a scenario; `more` are names of what is not a place. */
export function drawMarks(
  view: View,
  map: ReportMap,
  role: Role,
  projection: Projection,
  more: readonly Named[],
): readonly Markup[] {
  const places = listSpots(map, role, projection);
  const sites = places.filter(({ kind }) => kind === 'site');
  const spots = places.map((spot) => moveApart(spot, sites));
  const of = (kind: Spot['kind']): readonly Spot[] => spots.filter((spot) => spot.kind === kind);
  return [
    ...of('seat').map(toSeat),
    ...of('plant').flatMap(toPlant),
    ...of('site').flatMap((spot) => toSite(view, role, spot)),
    ...drawLabels(spots, more, projection),
  ];
}
