/** A day by the hour, to read and as CSV: a strip a trip, its best, typical and worst hour, and when the cutoff is kept. */
import type { DayDocument, DayHour, DayPair } from '../model/day-answer.ts';
import { toMinutesText } from '../units.ts';
import { heading, paragraph, table, type Block, type CellText, type TableRow } from './block.ts';
import { toCsv } from './csv.ts';
import { DASH, toCutoffText, toTitleText } from './format.ts';

/** Heights of the strip, from the fastest to the slowest hour of all that are shown beside each other. */
const HEIGHTS = '▁▂▃▄▅▆▇█';

/** A sign an hour, by its time between the least and the greatest of the strip's page; a cross where there is no way. */
function toStrip(hours: readonly DayHour[], [least, most]: readonly [number, number]): string {
  const last = HEIGHTS.length - 1;
  return hours
    .map(({ timeS }) => {
      if (timeS === null) return '×';
      const part = most === least ? 0 : (timeS - least) / (most - least);
      return HEIGHTS[Math.round(part * last)] ?? '';
    })
    .join('');
}

function toRange(pairs: readonly DayPair[]): readonly [number, number] {
  const times = pairs.flatMap(({ hours }) => hours.flatMap(({ timeS }) => (timeS === null ? [] : [timeS])));
  return [Math.min(...times), Math.max(...times)];
}

/** Hours in a row as ranges, e.g. `0–6, 9–16, 19–23`. */
function toHourRanges(hours: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const hour of hours) {
    const last = ranges.at(-1);
    if (last?.[1] === hour - 1) last[1] = hour;
    else ranges.push([hour, hour]);
  }
  if (ranges.length === 0) return 'never';
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}

const toMoment = (moment: DayPair['best']): string =>
  moment === null ? DASH : `${toMinutesText(moment.timeS)} (${moment.hour} h)`;

function toCells(pair: DayPair, site: string, range: readonly [number, number]): readonly CellText[] {
  const { destination, hours, best, worst, typicalS, holdsAt } = pair;
  return [
    `${site} → ${toTitleText(destination)}`,
    toStrip(hours, range),
    toMoment(best),
    toMinutesText(typicalS),
    toMoment(worst),
    { text: toHourRanges(holdsAt), tone: holdsAt.length === 0 ? 'bad' : 'plain' },
  ];
}

/** Suppliers of one site share their day: the first stands for all, and they are named below. */
function toRows(
  { pairs, origins }: DayDocument,
  scenario: string,
  range: readonly [number, number],
): readonly TableRow[] {
  const sites = [...new Set(origins.map(({ site }) => site))];
  return sites.flatMap((site) => {
    const here = origins.filter((one) => one.site === site);
    const own = pairs.filter((one) => one.scenario === scenario && one.origin === here[0]?.id);
    const others = here.filter(({ id }) => id !== site);
    const names = others.map(({ id, name }) => `${id} ${name}`).join(', ');
    return own.map((pair, i): TableRow => {
      const cells = toCells(pair, site, range);
      return i === own.length - 1 && names !== '' ? { cells, under: names } : { cells };
    });
  });
}

const STRIP_TITLE = '0     6     12    18    ';

function toStripTable(answer: DayDocument, scenario: string, range: readonly [number, number]): Block {
  const titles = ['best min', 'typical', 'worst min', `within ${toCutoffText(answer.cutoffS)}`];
  return {
    kind: 'table',
    columns: [
      { title: 'trip', align: 'left', least: 12 },
      ...[STRIP_TITLE, ...titles].map((title) => ({ title, align: 'right' }) as const),
    ],
    rows: toRows(answer, scenario, range),
  };
}

function toHourBlocks(pairs: readonly DayPair[]): readonly Block[] {
  const rows = Array.from({ length: 24 }, (_, hour) => [
    `${hour}:00`,
    ...pairs.flatMap(({ hours }) => {
      const one = hours[hour];
      const range = one === undefined ? DASH : `${toMinutesText(one.lowS)} – ${toMinutesText(one.highS)}`;
      return [toMinutesText(one?.timeS ?? null), range];
    }),
  ]);
  const titles = pairs.flatMap(({ scenario }) => [scenario, 'range']);
  return [heading('Minutes by hour of departure'), table(['leaving', ...titles], rows)];
}

function toBanText({ bans, vehicleClass }: DayDocument): string {
  if (bans.length > 0) return `Bans in force: ${bans.join(', ')}.`;
  return vehicleClass === 'car' ? '' : 'No truck ban by hour is sourced, so none is applied.';
}

/** A table a scenario; of one pair its hours one by one too. */
export function toDayBlocks(answer: DayDocument): readonly Block[] {
  const { profile, vehicleClass, cutoffS, scenarios, pairs, sentence, command } = answer;
  const range = toRange(pairs);
  const isPair = pairs.length <= scenarios.length;
  const bans = toBanText(answer);
  const cutoff = toCutoffText(cutoffS);
  return [
    { kind: 'title', text: `A day by the hour: ${profile.name}` },
    paragraph(
      `${toTitleText(vehicleClass)}, cutoff ${cutoff} min, inclusive. ${profile.note ?? ''}`.trim(),
      'quiet',
    ),
    ...(sentence === '' ? [] : [paragraph(sentence, 'strong')]),
    ...scenarios.flatMap(({ id, title }): readonly Block[] => [
      heading(title),
      toStripTable(answer, id, range),
    ]),
    ...(isPair ? toHourBlocks(pairs) : []),
    ...(bans === '' ? [] : [paragraph(bans)]),
    paragraph(
      'A sign an hour of departure, low for fast and high for slow, on one scale. Typical: half of the hours are no slower. Within: hours of departure at which the cutoff is kept. Range: every parameter and factor at its favourable and unfavourable end.',
      'quiet',
    ),
    paragraph(`Again: ${command}`, 'quiet'),
  ];
}

/** One line a scenario, trip and hour. */
export function toDayCsv({ pairs, profile, cutoffS }: DayDocument): string {
  const titles = [
    'scenario',
    'origin',
    'destination',
    'profile',
    'cutoff_s',
    'hour',
    'time_s',
    'low_s',
    'high_s',
    'wait_s',
    'plant',
  ];
  const rows = pairs.flatMap(({ scenario, origin, destination, hours }) =>
    hours.map(({ hour, timeS, lowS, highS, waitS, plant }) => [
      ...[scenario, origin, destination, profile.id, cutoffS, hour],
      ...[timeS, lowS, highS, waitS, plant],
    ]),
  );
  return toCsv(titles, rows);
}
