/** The overlap map to read, as CSV and as GeoJSON. */
import type { OverlapDocument } from '../model/grid-views.ts';
import { paragraph, table, type Block } from './block.ts';
import { AREA_NOTE, toAreaChangeText, toAreaText, toCellFeature } from './cell-areas.ts';
import { toCsv } from './csv.ts';
import { toCutoffText, toTitleText, toTrafficText } from './format.ts';
import { toGeoJsonText } from './geojson.ts';
import { roundNumber } from './json.ts';

/** One row a number of groups: square kilometres without and with, and what is gained. */
export function toOverlapBlocks(answer: OverlapDocument): readonly Block[] {
  const { base, build, cutoffS, groupChoice, plantDate, vehicleClass, traffic } = answer;
  const row = (title: string, before: number, after: number): readonly string[] => [
    ...[title, toAreaText(before), toAreaText(after), toAreaChangeText(before, after)],
  ];
  const rows = build.counts
    .map(({ groups, areaKm2 }, i) => row(String(groups), base.counts[i]?.areaKm2 ?? 0, areaKm2))
    .toReversed();
  const choices = Object.entries(groupChoice).map(([group, choice]) => `${toTitleText(group)}: ${choice}`);
  return [
    { kind: 'title', text: `Makers within ${toCutoffText(cutoffS)} min of each place` },
    paragraph(
      `${base.scenario.title} → ${build.scenario.title}. ${toTitleText(vehicleClass)}, ${toTrafficText(traffic)}; one way. Plants of ${plantDate}; ${choices.join(', ')}.`,
      'quiet',
    ),
    table(
      ['makers', 'without km²', 'with km²', 'change'],
      [
        ...rows,
        row('undecided', base.boundary.areaKm2, build.boundary.areaKm2),
        row('no access modelled', base.noAccess.areaKm2, build.noAccess.areaKm2),
      ],
    ),
    paragraph(AREA_NOTE, 'quiet'),
  ];
}

/** One line a scenario and part: so many groups, the boundary, no access. */
export function toOverlapCsv({ base, build, cutoffS }: OverlapDocument): string {
  const rows = [base, build].flatMap(({ scenario, counts, boundary, noAccess }) => {
    const parts = [
      ...counts.map(({ groups, areaKm2 }) => ['count', groups, areaKm2] as const),
      ['boundary', null, boundary.areaKm2] as const,
      ['no-access', null, noAccess.areaKm2] as const,
    ];
    return parts.map(([kind, groups, areaKm2]) => [
      ...[scenario.id, cutoffS, kind, groups, roundNumber(areaKm2)],
    ]);
  });
  return toCsv(['scenario', 'cutoff_s', 'kind', 'groups', 'area_km2'], rows);
}

/** Counts and boundaries of both scenarios, and where no access is modelled. */
export function toOverlapGeoJson(answer: OverlapDocument): string {
  const { schema, data, vehicleClass, traffic, cutoffS, groupChoice, plantDate, base, build } = answer;
  const head = { schema, data, vehicleClass, traffic, cutoffS, groupChoice, plantDate };
  const features = [base, build].flatMap(({ scenario: { id: scenario }, counts, boundary }) => [
    ...counts.map((one) => toCellFeature({ kind: 'count', scenario, groups: one.groups }, one)),
    toCellFeature({ kind: 'boundary', scenario }, boundary),
  ]);
  return toGeoJsonText(head, [...features, toCellFeature({ kind: 'no-access' }, build.noAccess)]);
}
