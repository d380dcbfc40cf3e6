/** `value` where `--data` names an imported network: every link closed in turn, or the roads of a scenario. */
import {
  CITY_MEASURES,
  divideClosings,
  joinPlace,
  listLinkIds,
  planLinkClosings,
  toCityCriticalityBlocks,
  toCityCriticalityCsv,
  toCityCriticalityDocument,
  toCityCriticalityGeoJson,
  toLinkLine,
  uniteLosses,
  type CityEnds,
  type CityFirm,
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

function toEnds({ city, firms }: CityEnd): CityEnds {
  const join = (kind: CityFirm['kind']) =>
    [...firms.values()].filter((one) => one.kind === kind).map(({ id, at }) => joinPlace(city, { id, at }));
  const titleOf = new Map([...firms.values()].map(({ id, title }) => [id, title]));
  return { suppliers: join('supplier'), plants: join('plant'), titleOf };
}

/** Closings between two turns of the event loop. */
const CLOSINGS_A_STEP = 50;
/** Closings that keep a thread busy for longer than it takes to start: tenths of a second in a city. */
const CLOSINGS_A_THREAD = 2000;
/** Threads are ready at other times: each has a few tasks, none of them long. */
const TASKS_A_THREAD = 3;
const MOST_CLOSINGS = 2000;

/** Closes every link in turn, in so many threads. */
async function close(
  { city }: CityEnd,
  { suppliers, plants }: CityEnds,
  limits: CityLimits,
  asked: number | undefined,
): Promise<readonly LinkLoss[]> {
  const plan = planLinkClosings(city, suppliers, plants);
  const closings = plan.used.length;
  const threads = chooseThreads(asked, closings, CLOSINGS_A_THREAD);
  const share = Math.ceil(closings / (TASKS_A_THREAD * threads));
  const most = threads === 1 ? CLOSINGS_A_STEP : Math.min(MOST_CLOSINGS, Math.max(1, share));
  const job = { kind: 'closings', plan, limits } as const;
  const sharing = { threads, words: 'Closing links' };
  return uniteLosses(await doTasks(job, divideClosings(plan, most), sharing));
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
  const ends = toEnds(end);
  const found = await close(end, ends, limits, options.threads);
  const linkIds = listLinkIds(city, state);
  const placeOf = new Map(linkIds.map((id, link) => [id, link]));
  const choice = { measure, top: options.top ?? null, ...limits };
  const answer = toCityCriticalityDocument(city, ends, linkIds, found, choice);
  giveAnswer(options, {
    text: () => toCityCriticalityBlocks(answer),
    json: () => answer,
    csv: () => toCityCriticalityCsv(answer),
    geojson: () =>
      toCityCriticalityGeoJson(answer, (link) => toLinkLine(city.network, placeOf.get(link) as number)),
  });
  return toExitCode(
    options,
    answer.links.every(({ cutOffPairs }) => cutOffPairs === 0),
  );
}
