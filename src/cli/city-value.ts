/** `value` where `--data` names an imported network: every link closed in turn, or the roads of a scenario. */
import {
  CITY_MEASURES,
  countClosingWorkers,
  joinFirms,
  listLinkIds,
  openLinkLines,
  planLinkClosings,
  shareClosings,
  toCityCriticalityBlocks,
  toCityCriticalityCsv,
  toCityCriticalityDocument,
  toCityCriticalityGeoJson,
  uniteLosses,
  type CityEnds,
  type CityMeasure,
  type CityLimits,
  type LinkLoss,
} from '../index.ts';
import { giveAnswer, toExitCode } from './answer.ts';
import { checkCityOptions } from './city.ts';
import {
  checkFirms,
  findBuildFile,
  NOT_OF_CITIES,
  openEnd,
  openSettledTrial,
  toCityLimits,
  type CityEnd,
} from './city-compare.ts';
import { runCitySections, type CityValueOptions } from './city-sections.ts';
import { EXIT, Failure, type ExitCode } from './exit.ts';
import { openNetworkFolder } from './network-folder.ts';
import { showProgress } from './terminal.ts';
import { chooseThreads, doTasks } from './threads/tasks.ts';

/** The measures that links are in order of. */
function findMeasure({ measure = 'minutes' }: CityValueOptions): CityMeasure {
  const known = CITY_MEASURES.find((one) => one === measure);
  if (known !== undefined) return known;
  throw new Failure(EXIT.usage, `value: --measure ${CITY_MEASURES.join(' or ')} on an imported network`);
}

/** Closings between two turns of the event loop. */
const CLOSINGS_A_STEP = 50;

/** Closes every link in turn, in so many threads. */
async function close(
  { city }: CityEnd,
  { suppliers, plants }: CityEnds,
  limits: CityLimits,
  asked: number | undefined,
): Promise<readonly LinkLoss[]> {
  const plan = planLinkClosings(city, suppliers, plants);
  const threads = chooseThreads(asked, (there) => countClosingWorkers(plan, there));
  const tasks = shareClosings(plan, threads, threads === 1 ? CLOSINGS_A_STEP : undefined);
  const job = { kind: 'closings', plan, limits } as const;
  return uniteLosses(await doTasks(job, tasks, { threads, words: 'Closing links' }));
}

/** `value` on an imported network. */
export async function runCityValue(options: CityValueOptions): Promise<ExitCode> {
  checkCityOptions(options, NOT_OF_CITIES);
  const { only, sections } = options;
  if (only === 'criticality' && sections !== undefined)
    throw new Failure(EXIT.usage, 'value: --only criticality closes every link: not with --sections');
  return only === 'sections' || sections !== undefined ? runCitySections(options) : closeAll(options);
}

/** Every link closed in turn. */
async function closeAll(options: CityValueOptions): Promise<ExitCode> {
  const measure = findMeasure(options);
  const vehicle = options.vehicle ?? 'car';
  showProgress('Reading the network …');
  const trial = openSettledTrial(openNetworkFolder(options.data), vehicle, options);
  const end = openEnd(trial, vehicle, findBuildFile(options, 'value'));
  checkFirms([end]);
  const { city, state } = end;
  const limits = toCityLimits(options);
  const ends = joinFirms(city, [...end.firms.values()]);
  const found = await close(end, ends, limits, options.threads);
  const linkIds = listLinkIds(city, state);
  const choice = { measure, top: options.top ?? null, ...limits };
  const answer = toCityCriticalityDocument(city, ends, linkIds, found, choice);
  giveAnswer(options, {
    text: () => toCityCriticalityBlocks(answer),
    json: () => answer,
    csv: () => toCityCriticalityCsv(answer),
    geojson: () => toCityCriticalityGeoJson(answer, openLinkLines(city, linkIds)),
  });
  return toExitCode(
    options,
    answer.links.every(({ cutOffPairs }) => cutOffPairs === 0),
  );
}
