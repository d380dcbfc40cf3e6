/** Options that turn drive time into delivery time, and the table of it. The verdict stays drive time. */
import type { Command } from 'commander';
import {
  findPlace,
  findScenario,
  heading,
  listDeliveries,
  paragraph,
  skim,
  table,
  toMinutesText,
  toSetting,
  type Analysis,
  type Block,
  type Dataset,
  type DeliveryRow,
} from '../index.ts';
import { readHandlingMinutes, readMinutes } from './values.ts';

export interface DeliveryOptions {
  readonly loading?: number;
  readonly gate?: number;
  readonly unloading?: number;
  readonly headway?: number;
}

const MS = 1000;

/** `--loading`, `--gate`, `--unloading`, `--headway`. */
export function addDeliveryOptions(command: Command): Command {
  return command
    .option('--loading <min>', 'time at the supplier (default: of the data)', readHandlingMinutes)
    .option('--gate <min>', 'waiting and papers at the plant (default: of the data)', readHandlingMinutes)
    .option('--unloading <min>', 'time at the plant (default: of the data)', readHandlingMinutes)
    .option('--headway <min>', 'a truck every so many minutes: how many trucks that needs', readMinutes);
}

/** Delivery and cycle of every reached group where handling or a headway is given, else none. */
export function listDeliveryRows(
  dataset: Dataset,
  analysis: Analysis,
  options: DeliveryOptions,
): readonly DeliveryRow[] {
  const { loadingS, gateS, unloadingS } = dataset.parameters;
  const handling = {
    loadingS: options.loading ?? loadingS.value,
    gateS: options.gate ?? gateS.value,
    unloadingS: options.unloading ?? unloadingS.value,
  };
  const given = Object.values(handling).some((seconds) => seconds > 0) || options.headway !== undefined;
  if (!given) return [];
  const backS = timeBack(dataset, analysis);
  return listDeliveries(analysis.groups, handling, options.headway ?? null, backS);
}

/** Time from a plant back to an origin: one skim a scenario, made when it is first asked for. */
function timeBack(dataset: Dataset, analysis: Analysis) {
  const { vehicleClass, traffic, valueOfTimeCnyPerH } = analysis;
  const setting = toSetting(dataset, { vehicleClass, trafficState: traffic, valueOfTimeCnyPerH });
  const places = (ids: readonly string[]) => [...new Set(ids)].map((id) => findPlace(dataset, id).place);
  const plants = places(analysis.groups.flatMap(({ plant }) => plant ?? []));
  const sites = places(analysis.origins.map(({ site }) => site));
  const siteOf = new Map(analysis.origins.map(({ id, site }) => [id, site]));
  const skims = new Map(
    analysis.scenarios.map(({ id }) => [
      id,
      skim(dataset, findScenario(dataset, id), setting, plants, sites, { corners: false }),
    ]),
  );
  return (scenario: string, plant: string, origin: string): number => {
    const timeMs = skims.get(scenario)?.find(plant, siteOf.get(origin) ?? origin).timeMs ?? Infinity;
    return timeMs / MS;
  };
}

/** The table, where there is anything to show. */
export function toDeliveryBlocks(rows: readonly DeliveryRow[]): readonly Block[] {
  if (rows.length === 0) return [];
  const titles = ['origin', 'scenario', 'plant', 'out', 'back', 'delivery', 'cycle', 'trucks'];
  return [
    heading('Delivery: drive time with loading, gate and unloading, in minutes'),
    table(
      titles,
      rows.map((row) => [
        row.origin,
        row.scenario,
        row.plant,
        ...[row.outS, row.backS, row.deliveryS, row.cycleS].map(toMinutesText),
        row.trucks === null ? '' : String(row.trucks),
      ]),
    ),
    paragraph('The verdicts above are drive time alone.', 'quiet'),
  ];
}
