/** One trip to read: the roads in order, where the minutes go, and what else could be driven. */
import { SECONDS_PER_MINUTE, toMinutesText } from '../units.ts';
import type { RouteDocument, RouteEnd, RouteLink } from './answers/route.ts';
import { heading, paragraph, table, type Block, type Column, type TableRow } from './block.ts';
import {
  DASH,
  toChangeText,
  toClockText,
  toCnyText,
  toKmText,
  toShareText,
  toTimeOfDay,
  toTitleText,
  toTrafficText,
} from './format.ts';

const COLUMNS: readonly Column[] = [
  { title: 'road', align: 'left', least: 20 },
  { title: 'from → to', align: 'left', least: 16 },
  { title: 'km', align: 'right' },
  { title: 'min', align: 'right' },
  { title: 'toll CNY', align: 'right' },
];

/** Blocks of a route. */
export function toRouteBlocks(route: RouteDocument): readonly Block[] {
  const title = `${route.from.name} → ${route.to.name}`;
  const setting = `${route.scenario.title}. ${toTitleText(route.vehicleClass)}, ${route.clock === null ? toTrafficText(route.traffic) : toClockText(route.clock)}; one way, without loading.`;
  const head: readonly Block[] = [{ kind: 'title', text: title }, paragraph(setting, 'quiet')];
  if (route.timeS === null)
    return [...head, paragraph('Unreachable: no road of this scenario connects the two.')];
  return [
    ...head,
    paragraph(toSumText(route), 'strong'),
    ...toHourBlocks(route),
    { kind: 'table', columns: COLUMNS, rows: toRows(route) },
    heading('Minutes by facility'),
    toFacilityTable(route),
    heading('Beside it'),
    toBesideTable(route),
    ...toChangeBlocks(route),
  ];
}

/** When the trip leaves, what it waits for, and which bans it goes around. */
function toHourBlocks({ clock, departS, timeS, waits, avoids }: RouteDocument): readonly Block[] {
  if (clock === null || departS === null || timeS === null) return [];
  const items = [
    `Leaves at ${toTimeOfDay(departS)}, arrives at ${toTimeOfDay(departS + timeS)}.`,
    ...waits.map(
      ({ nameEn, waitS, untilS }) =>
        `Waits until ${toTimeOfDay(untilS)} before ${nameEn} (${toMinutesText(waitS)} min).`,
    ),
    ...(avoids.length === 0 ? [] : [`Avoids roads banned at the hour: ${avoids.join(', ')}.`]),
  ];
  return [{ kind: 'list', items }];
}

function toSumText({ timeS, lengthM, tollCny, estimatedShare, townChainShare }: RouteDocument): string {
  const sum = `${toMinutesText(timeS)} min, ${toKmText(lengthM)} km, ${toCnyText(tollCny)} CNY toll`;
  const chains = (townChainShare ?? 0) > 0 ? ` (${toShareText(townChainShare)} on chains of towns)` : '';
  return `${sum}; ${toShareText(estimatedShare)} of the time rests on estimated lengths${chains}.`;
}

/** Links of one road in a row, joined. */
interface Stretch {
  readonly first: RouteLink;
  readonly last: RouteLink;
  readonly links: readonly RouteLink[];
}

/**
 * Consecutive links of one road as stretches, in order; each ramp is a stretch of its own.
 *
 * @example
 * joinStretches([]); // → []
 */
export function joinStretches(links: readonly RouteLink[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const link of links) {
    const open = stretches.at(-1);
    if (open !== undefined && open.last.nameEn === link.nameEn && open.last.facility === link.facility) {
      stretches[stretches.length - 1] = { first: open.first, last: link, links: [...open.links, link] };
    } else stretches.push({ first: link, last: link, links: [link] });
  }
  return stretches;
}

function toRows({ access, egress, links }: RouteDocument): readonly TableRow[] {
  return [
    ...toEndRows(access, 'to the road'),
    ...joinStretches(links).map(toStretchRow),
    ...toEndRows(egress, 'to the site'),
  ];
}

function toEndRows(end: RouteEnd | null, words: string): readonly TableRow[] {
  if (end === null) return [];
  const cells = [`connector ${words}`, end.feature, toKmText(end.lengthM), toMinutesText(end.timeS), ''];
  return [{ cells }];
}

function toStretchRow({ first, last, links }: Stretch): TableRow {
  const sum = (pick: (link: RouteLink) => number): number =>
    links.reduce((total, link) => total + pick(link), 0);
  const ref = first.refNow === null ? '' : ` ${first.refNow}`;
  const name = first.nameZh === null ? first.nameEn : `${first.nameEn} ${first.nameZh}`;
  const tollCny = sum((link) => link.tollCny);
  return {
    cells: [
      `${first.belt ? '◆ ' : ''}${name}${ref}`,
      `${first.from} → ${last.to}`,
      toKmText(sum((link) => link.lengthM)),
      toMinutesText(sum((link) => link.timeS)),
      tollCny === 0 ? '' : toCnyText(tollCny),
    ],
  };
}

function toFacilityTable({ byFacilityS, timeS }: RouteDocument): Block {
  const rows = Object.entries(byFacilityS ?? {}).filter(([, seconds]) => seconds > 0);
  return table(
    ['facility', 'min', 'share'],
    rows.map(([facility, seconds]) => [
      facility,
      toMinutesText(seconds),
      toShareText(seconds / (timeS ?? 1)),
    ]),
  );
}

function toBesideTable({ timeS, lengthM, tollCny, secondBest, cheaper, base }: RouteDocument): Block {
  const toCells = (
    title: string,
    route: Pick<RouteDocument, 'timeS' | 'lengthM' | 'tollCny'>,
    note: string,
  ) => [title, toMinutesText(route.timeS), toKmText(route.lengthM), toCnyText(route.tollCny), note];
  const rows = [toCells('this route', { timeS, lengthM, tollCny }, '')];
  if (secondBest !== null) {
    rows.push(
      toCells('second best', secondBest, `shares ${toShareText(secondBest.sharedShare)} of the time`),
    );
  }
  if (cheaper !== null) rows.push(toCells('cheaper', cheaper, toBreakEvenText(cheaper)));
  if (base !== null)
    rows.push(toCells(`in ${base.scenario}`, base, `${toChangeText(base.timeS, timeS)} min with`));
  return table(['route', 'min', 'km', 'toll CNY', ''], rows);
}

function toBreakEvenText({
  savedCny,
  extraS,
  breakEvenCnyPerH,
}: NonNullable<RouteDocument['cheaper']>): string {
  const saved = `saves ${toCnyText(savedCny)} CNY for ${(extraS / SECONDS_PER_MINUTE).toFixed(1)} min`;
  const even = breakEvenCnyPerH === null ? DASH : breakEvenCnyPerH.toFixed(0);
  return `${saved}; even at ${even} CNY/h`;
}

function toChangeBlocks({ base, links }: RouteDocument): readonly Block[] {
  if (base === null || base.linksGained.length === 0) return [];
  const gained = new Set(base.linksGained);
  const names = joinStretches(links.filter(({ id }) => gained.has(id))).map(({ first }) => first.nameEn);
  const unique = [...new Set(names)].join(', ');
  return [paragraph(`Not on the route in ${base.scenario}: ${unique}. ◆ marks the belt.`, 'quiet')];
}
