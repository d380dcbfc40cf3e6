/** `beltway start`, which `npm start` runs: the main answer, what to ask next, the map. `beltway map`: the map alone. */
import type { Command } from 'commander';
import {
  heading,
  padText,
  toJsonText,
  toWidth,
  type Analysis,
  type AnswerCell,
  type Block,
} from '../../index.ts';
import { refuseScenario } from '../city.ts';
import { listChain, openCityScenario, openFirstTrial } from '../city-scenario.ts';
import { EXIT, Failure, type ExitCode } from '../exit.ts';
import { addHelp } from '../help.ts';
import { isNetworkFolder } from '../network-folder.ts';
import { listLeftOut, toCityPart, toMapPart } from '../serve/address.ts';
import { addMapOptions, requirePage, serveMap, type MapOptions } from '../serve/map.ts';
import { addCityScenarioOption } from '../options.ts';
import { addCompareOptions, runCompare, type CompareOptions } from './compare.ts';

interface StartOptions extends CompareOptions, MapOptions {
  readonly map: boolean;
  /** Scenario file over an imported network. */
  readonly scenario?: string;
}

/** Adds `map`, and `start` which `npm start` runs. */
export function addStart(program: Command, end: (code: ExitCode) => void): void {
  const start = program.command('start', { hidden: true }).description('compare, what to ask next, the map');
  addMapOptions(
    addCityScenarioOption(addCompareOptions(start)).option('--no-map', 'print the answer and exit'),
  );
  addHelp(start, ['npm start', 'npm start -- --traffic peak', 'npm start -- --no-map']);
  start.action((options: StartOptions) => {
    if (options.data !== undefined && isNetworkFolder(options.data) && options.map) {
      // An imported network has no clusters to compare: its answer is the map.
      requirePage();
      keepServing(toServed(options, options), writeOut);
      end(EXIT.done);
      return;
    }
    refuseScenario(options);
    const { code, analysis } = runCompare(options, (answer) => toNextBlocks(answer, options));
    end(code);
    if (options.map) startMap(options, analysis);
  });

  const map = addMapOptions(program.command('map').description('serve the map on this machine until Ctrl-C'));
  map.option('--data <dir>', 'folder of an imported network to show (default: the data shipped)');
  addCityScenarioOption(map);
  addHelp(map, [
    'beltway map',
    'beltway map --port 8080 --no-open',
    'beltway map --data porto',
    'beltway map --data porto --scenario belt.json',
  ]);
  map.action((options: MapOptions & CityQuestion) => {
    requirePage();
    keepServing(toServed(options, options), writeOut);
    end(EXIT.done);
  });
}

/** An imported network to show, and a scenario file over it. */
interface CityQuestion {
  readonly data?: string;
  readonly scenario?: string;
}

/** Throws Failure for a scenario with anything wrong in it, and for a folder that is no imported network: the page has no other data than those shipped. */
function toServed(options: MapOptions, { data, scenario }: CityQuestion): MapOptions {
  if (data === undefined) {
    if (scenario === undefined) return options;
    throw new Failure(EXIT.usage, '--scenario: for an imported network (--data DIR)');
  }
  if (!isNetworkFolder(data))
    throw new Failure(
      EXIT.usage,
      `${data}: the map shows the data shipped, or a folder that beltway import wrote`,
    );
  if (scenario === undefined)
    return { ...options, city: { folder: data, scenario: null }, part: toCityPart(data) };
  // What is wrong with it is told before anything is served.
  openCityScenario(openFirstTrial(data), scenario);
  const toText = (): string => toJsonText(listChain(scenario));
  return { ...options, city: { folder: data, scenario: toText }, part: toCityPart(data, scenario) };
}

/** The map is that of the shipped data: beside an answer on other data it would show something else. */
function startMap(options: StartOptions, analysis: Analysis): void {
  const isText = options.format === 'text' && (options.out === undefined || options.out === '-');
  const say = isText ? writeOut : writeError;
  const other = (['data', 'sites'] as const).find((name) => options[name] !== undefined);
  const leftOut = listLeftOut(options);
  if (other === undefined) {
    if (leftOut.length > 0)
      say(`The map has no control for ${leftOut.join(', ')}: it shows the answer without.`);
    keepServing({ ...options, part: toMapPart(options, analysis) }, say);
  } else say(`The map shows the data shipped with Beltway, so it is not served beside --${other}.`);
}

/** The server keeps the program alive after the command has ended; what goes wrong then is told here. */
function keepServing(options: MapOptions, say: (line: string) => void): void {
  serveMap(options, say).catch((error: unknown) => {
    if (!(error instanceof Failure)) throw error;
    writeError(error.message);
    process.exitCode = error.code;
  });
}

function writeOut(line: string): void {
  process.stdout.write(`${line}\n`);
}

function writeError(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** What to ask next, on the same data: the trip whose time changes most is the first suggestion. */
function toNextBlocks(analysis: Analysis, { data, sites }: StartOptions): readonly Block[] {
  const where = [
    data === undefined ? '' : ` --data ${data}`,
    sites === undefined ? '' : ` --sites ${sites}`,
  ].join('');
  const trip = findMostChanged(analysis);
  const route = trip === null ? 'route FROM TO' : `route ${trip.origin} ${trip.destination}`;
  const chart = analysis.flowcharts[0]?.chart ?? '';
  const rows = [
    [route, 'one trip, link by link, and what the belt changes'],
    ['check --traffic peak', 'the one-hour condition in the peak'],
    ['independence', 'how independent of their keiretsu the road lets suppliers be'],
    [`flowchart ${chart}`.trimEnd(), 'bottleneck and who must act'],
    ['claims', 'the paper’s figures held against the model'],
    ['--help', 'everything else'],
  ] as const;
  const commands = rows.map(([command]) => `npx beltway ${command}${command === '--help' ? '' : where}`);
  const width = Math.max(...commands.map(toWidth));
  const lines = rows.map(([, words], i) => `${padText(commands[i] ?? '', width, 'left')}  ${words}`);
  return [heading('Next'), { kind: 'code', lines }];
}

/** The trip to a plant that decides a group which the build scenario shortens most; the first of equals. */
function findMostChanged({ cells, scenarios, origins, groups }: Analysis): AnswerCell | null {
  const [base, build] = ['base', 'build'].map((role) => scenarios.find((one) => one.role === role)?.id);
  const sites = new Map(origins.map(({ id, site }) => [id, site]));
  const before = new Map(
    cells.filter(({ scenario }) => scenario === base).map((cell) => [toPairKey(cell), cell.timeS]),
  );
  const saved = (cell: AnswerCell): number => (before.get(toPairKey(cell)) ?? 0) - (cell.timeS ?? Infinity);
  const plants = new Set(groups.map(({ plant }) => plant));
  const trips = cells.filter(
    ({ scenario, origin, destination }) =>
      scenario === build && sites.get(origin) === origin && plants.has(destination),
  );
  return trips.reduce<AnswerCell | null>(
    (best, cell) => (best === null || saved(cell) > saved(best) ? cell : best),
    null,
  );
}

function toPairKey({ origin, destination }: AnswerCell): string {
  return JSON.stringify([origin, destination]);
}
