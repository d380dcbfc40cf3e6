/** Answers as rows for CSV: one record a line, units in the column names, empty where unreachable or unknown. */
import type { AnswerClaim } from '../model/answer-claims.ts';
import type { AnswerCell, AnswerFlowchart, AnswerGroup, AnswerIndependence } from '../model/answer.ts';
import type { ReachDocument } from './answers/reach.ts';
import type { RouteDocument } from './answers/route.ts';
import type { ScenarioListDocument } from './answers/scenarios.ts';
import { toCsv } from './csv.ts';
import { roundNumber } from './json.ts';

/** What a row says of a place beside its id. */
interface Named {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
  readonly district?: string | null;
  readonly site?: string;
}

const round = (value: number | null): number | null => (value === null ? null : roundNumber(value));

/** Cells of a matrix or an analysis, with the names of their places. */
export function toCellsCsv(cells: readonly AnswerCell[], places: readonly Named[]): string {
  const names = new Map(places.map((place) => [place.id, place]));
  const titles =
    'scenario,origin,origin_name,origin_name_zh,origin_district,origin_site,destination,destination_name,time_s,low_s,high_s,length_m,toll_cny,estimated_share,town_chain_share,via_belt_m';
  const rows = cells.map((cell) => {
    const [from, to] = [names.get(cell.origin), names.get(cell.destination)];
    const origin = [from?.name ?? null, from?.nameZh ?? null, from?.district ?? null, from?.site ?? null];
    const numbers = [
      cell.timeS,
      cell.lowS,
      cell.highS,
      cell.lengthM,
      cell.tollCny,
      cell.estimatedShare,
      cell.townChainShare,
      cell.viaBeltM,
    ];
    return [cell.scenario, cell.origin, ...origin, cell.destination, to?.name ?? null, ...numbers.map(round)];
  });
  return toCsv(titles.split(','), rows);
}

/** Group verdicts of the one-hour condition. */
export function toGroupsCsv(groups: readonly AnswerGroup[], places: readonly Named[]): string {
  const names = new Map(places.map((place) => [place.id, place]));
  const titles = 'scenario,origin,origin_name,origin_site,group,plant,time_s,verdict,corners';
  const rows = groups.map(({ scenario, origin, group, plant, timeS, verdict, corners }) => {
    const from = names.get(origin);
    return [
      scenario,
      origin,
      from?.name ?? null,
      from?.site ?? null,
      group,
      plant,
      round(timeS),
      verdict,
      corners,
    ];
  });
  return toCsv(titles.split(','), rows);
}

/** Independence indices. */
export function toIndependenceCsv(rows: readonly AnswerIndependence[]): string {
  const titles =
    'scenario,cutoff_s,suppliers,sites,i_out,i_out_all,at_least_one,i2,i3,mean_groups,soft,robust_min';
  return toCsv(
    titles.split(','),
    rows.map((row) => [
      row.scenario,
      row.cutoffS,
      row.suppliers,
      row.sites,
      round(row.iOut),
      round(row.iOutAll),
      row.atLeastOne,
      round(row.i2),
      round(row.i3),
      round(row.meanGroups),
      round(row.soft),
      round(row.robustMin),
    ]),
  );
}

/** Nodes of flowcharts. */
export function toFlowchartCsv(flowcharts: readonly AnswerFlowchart[]): string {
  const titles =
    'scenario,chart,node,step,label,verdict,would_be,attribution,index,critical_level,bottleneck,why,evidence';
  const rows = flowcharts.flatMap(({ scenario, chart, bottleneck, nodes }) =>
    nodes.map((node) => [
      scenario,
      chart,
      node.id,
      node.step,
      node.label,
      node.verdict,
      node.wouldBe,
      node.attribution,
      round(node.index),
      round(node.criticalLevel),
      node.id === bottleneck,
      node.why,
      node.evidence.join(' '),
    ]),
  );
  return toCsv(titles.split(','), rows);
}

/** Claims with their verdicts. */
export function toClaimsCsv(claims: readonly AnswerClaim[]): string {
  const titles =
    'id,kind,from,to,claimed_s,scenario,computed_s,via_belt_s,origin,verdict,needed_kmh,text,why';
  return toCsv(
    titles.split(','),
    claims.map(
      ({
        id,
        kind,
        from,
        to,
        claimedS,
        scenario,
        computedS,
        viaBeltS,
        origin,
        verdict,
        neededKmh,
        text,
        why,
      }) => [
        ...[id, kind, from, to, claimedS, scenario, round(computedS), round(viaBeltS), origin, verdict],
        ...[round(neededKmh), text, why],
      ],
    ),
  );
}

/** Links of a route in order. */
export function toRouteCsv({ links }: RouteDocument): string {
  const titles =
    'order,link,highway,section,name_en,name_zh,ref,facility,from,to,from_share,to_share,time_s,length_m,toll_cny,length_basis,plaza,belt';
  const rows = links.map((link, i) => [
    ...[
      i + 1,
      link.id,
      link.highway,
      link.section,
      link.nameEn,
      link.nameZh,
      link.refNow,
      link.facility,
      link.from,
      link.to,
    ],
    ...[link.fromShare, link.toShare, link.timeS, link.lengthM, link.tollCny].map(round),
    ...[link.lengthBasis, link.plaza, link.belt],
  ]);
  return toCsv(titles.split(','), rows);
}

/** Places with their times in both scenarios, and the percentile of the trips where one is asked for. */
export function toReachCsv({ places, base, build, percentile }: ReachDocument): string {
  const titles =
    'place,name,name_zh,kind,group,base,base_s,within_base,build,build_s,within_build,percentile,base_least_s,base_most_s,build_least_s,build_most_s';
  const rows = places.map(({ id, name, nameZh, kind, group, baseS, buildS, within, percentileS }) => [
    ...[id, name, nameZh, kind, group],
    ...[base.id, round(baseS), within.base, build.id, round(buildS), within.build],
    percentile,
    ...[percentileS?.base, percentileS?.build].flatMap((range) => [
      round(range?.leastS ?? null),
      round(range?.mostS ?? null),
    ]),
  ]);
  return toCsv(titles.split(','), rows);
}

/** Scenarios. */
export function toScenariosCsv({ scenarios }: ScenarioListDocument): string {
  const rows = scenarios.map(({ id, title, titleZh, date, links, beltSections }) => [
    ...[id, title, titleZh, date, links, beltSections.join(' ')],
  ]);
  return toCsv(['id', 'title', 'title_zh', 'date', 'links', 'belt_sections'], rows);
}
