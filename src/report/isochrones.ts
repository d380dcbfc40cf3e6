/** Isochrones to read, as CSV and as GeoJSON. */
import type { IsochroneDocument } from '../model/grid-views.ts';
import { paragraph, type Block } from './block.ts';
import { toCsv } from './csv.ts';
import { AREA_NOTE, toAreaChangeText, toAreaText, toCellFeature } from './cell-areas.ts';
import { toCutoffText, toTitleText, toTrafficText } from './format.ts';
import { toGeoJsonText } from './geojson.ts';
import { roundNumber } from './json.ts';

/** One row a cutoff: square kilometres without and with, what is gained, and what stays undecided. */
export function toIsochroneBlocks(answer: IsochroneDocument): readonly Block[] {
  const { base, build, place, direction, vehicleClass, traffic } = answer;
  const rows = build.bands.map(({ cutoffS, areaKm2 }, i) => {
    const before = base.bands[i]?.areaKm2 ?? 0;
    const open = [base, build].map((side) => toAreaText(side.boundary[i]?.areaKm2 ?? 0));
    const change = toAreaChangeText(before, areaKm2);
    const cells = [toCutoffText(cutoffS), toAreaText(before), toAreaText(areaKm2), change, ...open];
    return { cells };
  });
  const titles = ['min', 'without km²', 'with km²', 'change', 'undecided without', 'with'];
  return [
    { kind: 'title', text: `${direction === 'to' ? 'From where' : 'Where'} ${toReachText(answer)}` },
    paragraph(
      `${base.scenario.title} → ${build.scenario.title}. ${toTitleText(vehicleClass)}, ${toTrafficText(traffic)}; ${
        direction === 'to' ? `to ${place.name}` : `from ${place.name}`
      }, one way.`,
      'quiet',
    ),
    { kind: 'table', columns: titles.map((title) => ({ title, align: 'right' })), rows },
    paragraph(`No access modelled on ${toAreaText(build.noAccess.areaKm2)} km². ${AREA_NOTE}`, 'quiet'),
  ];
}

function toReachText({ place, direction }: IsochroneDocument): string {
  const name = place.nameZh === null ? place.name : `${place.name} ${place.nameZh}`;
  return direction === 'to' ? `${name} is reached in time` : `one gets in time from ${name}`;
}

/** One line a scenario and cutoff. */
export function toIsochronesCsv({ base, build, place, direction }: IsochroneDocument): string {
  const titles = ['scenario', 'place', 'direction', 'cutoff_s', 'within_km2', 'boundary_km2'];
  const rows = [base, build].flatMap(({ scenario, bands, boundary }) =>
    bands.map(({ cutoffS, areaKm2 }, i) => {
      const open = boundary[i]?.areaKm2 ?? 0;
      return [scenario.id, place.id, direction, cutoffS, roundNumber(areaKm2), roundNumber(open)];
    }),
  );
  return toCsv(titles, rows);
}

/** Bands and boundaries of both scenarios, and where no access is modelled. */
export function toIsochronesGeoJson(answer: IsochroneDocument): string {
  const { schema, data, vehicleClass, traffic, direction, place, base, build } = answer;
  const head = { schema, data, vehicleClass, traffic, direction, place: place.id };
  const features = [base, build].flatMap(({ scenario: { id: scenario }, bands, boundary }) => [
    ...bands.map((one) => {
      return toCellFeature({ kind: 'band', scenario, cutoffS: one.cutoffS }, one);
    }),
    ...boundary.map((one) => {
      return toCellFeature({ kind: 'boundary', scenario, cutoffS: one.cutoffS }, one);
    }),
  ]);
  return toGeoJsonText(head, [...features, toCellFeature({ kind: 'no-access' }, build.noAccess)]);
}
