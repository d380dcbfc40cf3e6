/** Where to locate: the ranking to read and as CSV. */
import type { LocationSide, Locations, RankedLocation } from '../model/locations.ts';
import { toMinutesText } from '../units.ts';
import { paragraph, type Block, type CellText, type Column } from './block.ts';
import { toCsv } from './csv.ts';
import { roundNumber } from './json.ts';
import { DASH, toCutoffText, toSign, toTitleText, toTrafficText } from './format.ts';

/** One row a place: rank, groups within the cutoff and minutes to each, base → build. */
export function toLocationBlocks(answer: Locations): readonly Block[] {
  const { base, build, cutoffS, toleranceS, vehicleClass, traffic, locations } = answer;
  const groups = locations[0]?.build.times.map(({ group }) => group) ?? [];
  const columns: readonly Column[] = [
    { title: 'rank', align: 'right' },
    { title: 'was', align: 'right' },
    { title: 'place', align: 'left', least: 14 },
    { title: 'makers', align: 'right' },
    ...groups.map((group): Column => ({ title: toTitleText(group), align: 'right' })),
  ];
  const [cutoff, about] = [cutoffS, cutoffS + toleranceS].map(toCutoffText);
  const all = locations.filter((one) => one.build.strict === groups.length).length;
  const before = locations.filter((one) => one.base.strict === groups.length).length;
  return [
    { kind: 'title', text: `Where most makers are within ${cutoff} min` },
    paragraph(
      `${base.title} → ${build.title}. ${toTitleText(vehicleClass)}, ${toTrafficText(traffic)}; one way, without loading.`,
      'quiet',
    ),
    paragraph(
      `${all} of ${locations.length} places reach every maker with the belt, ${before} without.`,
      'strong',
    ),
    { kind: 'table', columns, rows: locations.map((one) => ({ cells: toCells(one) })) },
    paragraph(
      `✓ within ${cutoff}, ~ within ${about}, ✗ beyond. More makers first, then the least time to the slowest of them; equal places share a rank. What the road allows: land, rent and labour are not in it.`,
      'quiet',
    ),
  ];
}

function toCells({ name, nameZh, base, build }: RankedLocation): readonly CellText[] {
  const place = nameZh === null ? name : `${name} ${nameZh}`;
  const counts = base.strict === build.strict ? `${build.strict}` : `${base.strict} → ${build.strict}`;
  return [String(build.rank), String(base.rank), place, counts, ...toTimes(base, build)];
}

function toTimes(base: LocationSide, build: LocationSide): readonly CellText[] {
  return build.times.map(({ timeS, verdict }, i) => {
    const { sign, tone } = toSign(verdict);
    const [before, after] = [toMinutesText(base.times[i]?.timeS ?? null), toMinutesText(timeS)];
    const minutes = before === after ? after : `${before} → ${after}`;
    return { text: `${minutes} ${timeS === null ? DASH : sign}`, tone };
  });
}

/** One line a place, scenario and group. */
export function toLocationsCsv({ base, build, locations }: Locations): string {
  const titles =
    'place,name,name_zh,kind,district,scenario,rank,makers_strict,makers_tolerant,worst_s,group,plant,time_s,verdict';
  const round = (value: number | null): number | null => (value === null ? null : roundNumber(value));
  const rows = locations.flatMap(({ id, name, nameZh, kind, district, ...sides }) =>
    (
      [
        ['base', base],
        ['build', build],
      ] as const
    ).flatMap(([role, scenario]) => {
      const { rank, strict, tolerant, worstS, times } = sides[role];
      return times.map(({ group, plant, timeS, verdict }) => [
        ...[id, name, nameZh, kind, district, scenario.id, rank, strict, tolerant, round(worstS)],
        ...[group, plant, round(timeS), verdict],
      ]);
    }),
  );
  return toCsv(titles.split(','), rows);
}
