/** `phase` where `--data` names an imported network: in which order the roads of a scenario file are best built. */
import { orderRoads, toCityBuildOrder, toCityBuildOrderBlocks, toCityBuildOrderCsv } from '../index.ts';
import { giveAnswer } from './answer.ts';
import { checkCityOptions } from './city.ts';
import { findBuildFile, NOT_OF_CITIES, toCityLimits } from './city-compare.ts';
import { searchGame, type CityValueOptions } from './city-sections.ts';
import { EXIT, Failure, type ExitCode } from './exit.ts';

interface CityPhaseOptions extends CityValueOptions {
  readonly perYear?: number;
  readonly budget?: number;
  readonly costPerKm?: Readonly<Record<string, number>>;
  readonly discount?: number;
  readonly condition?: readonly string[];
}

/** The scenario file and the rate. Throws Failure for what a city has no answer to, and for what it has no default of. */
function checkUsage(options: CityPhaseOptions): { readonly file: string; readonly rate: number } {
  checkCityOptions(options, NOT_OF_CITIES);
  const { budget, costPerKm, condition, discount, perYear } = options;
  if (budget !== undefined || costPerKm !== undefined || condition !== undefined)
    throw new Failure(
      EXIT.usage,
      'phase: --budget, --cost-per-km and --condition are of a data set: --per-year and --discount on an imported network',
    );
  if (perYear === 0) throw new Failure(EXIT.usage, 'phase: --per-year: a whole number from 1 expected');
  const file = findBuildFile(options, 'phase');
  if (file === undefined)
    throw new Failure(
      EXIT.usage,
      'phase: an imported network has the roads of a scenario to order: --build FILE.json expected',
    );
  if (discount === undefined)
    throw new Failure(
      EXIT.usage,
      'phase: --discount RATE expected: an imported network has none of its own (0: every year counts alike)',
    );
  return { file, rate: discount };
}

/** `phase` on an imported network. */
export async function runCityPhase(options: CityPhaseOptions): Promise<ExitCode> {
  const { file, rate } = checkUsage(options);
  const { perYear = 1, measure = 'minutes' } = options;
  const { game, city, times } = await searchGame(options, file);
  const [limits, pace] = [toCityLimits(options), { perYear, rate }];
  const order = orderRoads(game, times, limits, measure, pace);
  const answer = toCityBuildOrder(city, game, order, pace, limits);
  giveAnswer(options, {
    text: () => toCityBuildOrderBlocks(answer),
    json: () => answer,
    csv: () => toCityBuildOrderCsv(answer),
  });
  return EXIT.done;
}
