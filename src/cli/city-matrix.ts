/** `matrix` where `--data` names an imported network: times of all pairs, searched in threads where that pays. */
import {
  countSearchWorkers,
  joinPlace,
  openMatrix,
  shareSearches,
  toCityMatrixBlocks,
  toCityMatrixCsv,
  toCityMatrixDocument,
  type City,
  type CityFirm,
  type Site,
} from '../index.ts';
import { giveAnswer, toExitCode } from './answer.ts';
import { joinText, OF_ENDS, openQuestion, type CityAsked } from './city.ts';
import { checkPairs, openSettledTrial } from './city-compare.ts';
import { EXIT, Failure, type ExitCode } from './exit.ts';
import { openKernels } from './kernels.ts';
import { chooseThreads, doTasks } from './threads/tasks.ts';

/** A cell is a line of a table: so many are some 110 MB of JSON. */
const MOST_CELLS = 1_000_000;

interface CityMatrixOptions extends CityAsked {
  readonly sites?: string;
  readonly origins?: readonly string[];
  readonly destinations?: readonly string[];
  readonly threads?: number;
}

/** Milliseconds by origin and destination. */
type Cells = readonly Float64Array[];

/** Times of all pairs; a promise where threads search them. A hierarchy, where it pays, is as quick in this one. */
function timeCells(
  city: City,
  from: readonly Site[],
  to: readonly Site[],
  asked: number | undefined,
): Cells | Promise<Cells> {
  const { searches, plan, search, toCells } = openMatrix(city, from, to);
  const { vertexCount } = city.graph.graph;
  const threads = chooseThreads(asked, (there) => countSearchWorkers(searches, vertexCount, there));
  const planned = threads > 1 ? plan() : null;
  if (planned === null) return toCells(search(undefined, openKernels()));
  const tasks = shareSearches(searches, threads);
  const done = doTasks({ kind: 'matrix', plan: planned }, tasks, { threads, words: 'Searching' });
  return done.then((sums) => toCells(sums.flat()));
}

interface Ends {
  readonly from: readonly Site[];
  readonly to: readonly Site[];
}

/** Suppliers and plants of a table by their names, then the places of the command line; without a plant all to all. */
function listEnds(city: City, { format, sites, origins = [], destinations = [] }: CityMatrixOptions): Ends {
  const { firms = [] } =
    sites === undefined ? {} : openSettledTrial(city.base, city.vehicleClass, { format, sites });
  const list = (kind: CityFirm['kind']) => firms.filter((one) => one.kind === kind);
  const [suppliers, plants] = [list('supplier'), list('plant')];
  const [rows, columns] = [suppliers.length + origins.length, plants.length + destinations.length];
  if (rows === 0)
    throw new Failure(EXIT.usage, 'no supplier: a row of --sites FILE.csv or --origins LON,LAT expected');
  checkPairs(rows, columns === 0 ? rows : columns, MOST_CELLS);
  const join = (own: readonly CityFirm[], texts: readonly string[]): readonly Site[] => [
    ...own.map(({ title, at }) => joinPlace(city, { id: title, at })),
    ...texts.map((text) => joinText(city, text)),
  ];
  const [from, to] = [join(suppliers, origins), join(plants, destinations)];
  return { from, to: to.length === 0 ? from : to };
}

/** `matrix` on an imported network. */
export function runCityMatrix(options: CityMatrixOptions): ExitCode | Promise<ExitCode> {
  if (options.origins === undefined && options.sites === undefined)
    throw new Failure(EXIT.usage, 'matrix: --sites FILE.csv or --origins LON,LAT,LON,LAT expected');
  const city = openQuestion(options, OF_ENDS);
  const { from, to } = listEnds(city, options);
  const give = (cells: Cells): ExitCode => {
    const answer = toCityMatrixDocument(city, from, to, cells);
    giveAnswer(options, {
      text: () => toCityMatrixBlocks(answer),
      json: () => answer,
      csv: () => toCityMatrixCsv(answer),
    });
    return toExitCode(
      options,
      answer.cells.every(({ timeS }) => timeS !== null),
    );
  };
  const cells = timeCells(city, from, to, options.threads);
  return cells instanceof Promise ? cells.then(give) : give(cells);
}
