/** `value --only sections` where `--data` names an imported network: what each road of a scenario file is worth. */
import {
  countNetworkWorkers,
  divideRoads,
  listChangedRoads,
  openCityState,
  openRoadGame,
  toCitySectionsBlocks,
  toCitySectionsCsv,
  toCitySectionsGeoJson,
  toCitySectionValues,
  type City,
  type CityTrial,
  type RoadGame,
} from '../index.ts';
import { giveAnswer, toExitCode } from './answer.ts';
import { openCityScenario } from './city-scenario.ts';
import { checkFirms, findBuildFile, openSettledTrial, toCityLimits } from './city-compare.ts';
import { EXIT, Failure, type ExitCode } from './exit.ts';
import { openNetworkFolder } from './network-folder.ts';
import { showProgress } from './terminal.ts';
import { chooseThreads, doTasks } from './threads/tasks.ts';
import type { ValueOptions } from './value-options.ts';

/** Options of `value` on an imported network. */
export interface CityValueOptions extends ValueOptions {
  readonly data: string;
  readonly only?: 'criticality' | 'sections';
  readonly top?: number;
  readonly threads?: number;
  readonly scenario?: string;
}

/** The scenario file whose roads are asked about. Throws Failure where there is none. */
function findFile(options: CityValueOptions): string {
  if (options.top !== undefined)
    throw new Failure(EXIT.usage, 'value: --top is of links: not with --only sections');
  const file = findBuildFile(options, 'value');
  if (file !== undefined) return file;
  throw new Failure(
    EXIT.usage,
    'value: --only sections of an imported network is of the roads of a scenario: --build FILE.json expected',
  );
}

/** Times the trips with every set that can be, in the order of the sets. */
function timeSets(
  trial: CityTrial,
  { sets, suppliers, plants, toScenario }: RoadGame,
  asked: number | undefined,
): Promise<readonly Float64Array[]> {
  const threads = chooseThreads(asked, (there) => countNetworkWorkers(sets.length, there));
  const job = { kind: 'scenarios', trial, travellers: { suppliers, plants } } as const;
  return doTasks(job, sets.map(toScenario), { threads, words: 'Opening roads' });
}

/** The roads of a scenario as a game, the city with all of them, and the times of every set. */
interface SearchedGame {
  readonly game: RoadGame;
  readonly city: City;
  readonly times: readonly Float64Array[];
}

/** Searches every set of the roads of a file. Throws Failure and DataError with everything wrong. */
export async function searchGame(
  options: Omit<CityValueOptions, 'only' | 'top'>,
  file: string,
): Promise<SearchedGame> {
  showProgress('Reading the network …');
  const trial = openSettledTrial(openNetworkFolder(options.data), options.vehicle ?? 'car', options);
  showProgress('Reading the scenario …');
  const game = openRoadGame(trial, openCityScenario(trial, file), options.sections);
  const city = openCityState(game.state);
  checkFirms([{ city, firms: game.state.firms }]);
  return { game, city, times: await timeSets(trial, game, options.threads) };
}

/** `value --only sections` on an imported network. */
export async function runCitySections(options: CityValueOptions): Promise<ExitCode> {
  const { game, city, times } = await searchGame(options, findFile(options));
  const limits = toCityLimits(options);
  const answer = toCitySectionValues(city, game, divideRoads(game, times, limits, options.measure), limits);
  const linksOf = new Map(game.players.map(({ id, links }) => [id, new Set(links.keys())]));
  giveAnswer(options, {
    text: () => toCitySectionsBlocks(answer),
    json: () => answer,
    csv: () => toCitySectionsCsv(answer),
    geojson: () =>
      toCitySectionsGeoJson(answer, listChangedRoads(game.state), (id) => linksOf.get(id) ?? new Set()),
  });
  return toExitCode(
    options,
    answer.measures.some(({ none, all }) => none !== all),
  );
}
