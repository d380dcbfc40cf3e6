/** `matrix` where `--data` names an imported network: times of all pairs, searched in threads where that pays. */
import {
  divideEvenly,
  openMatrix,
  toCityMatrixBlocks,
  toCityMatrixCsv,
  toCityMatrixDocument,
  type City,
  type Site,
} from '../index.ts';
import { giveAnswer, toExitCode } from './answer.ts';
import { joinText, openQuestion, type CityAsked } from './city.ts';
import { EXIT, Failure, type ExitCode } from './exit.ts';
import { openKernels } from './kernels.ts';
import { chooseThreads, doTasks } from './threads/tasks.ts';

interface CityMatrixOptions extends CityAsked {
  readonly origins?: readonly string[];
  readonly destinations?: readonly string[];
  readonly threads?: number;
}

/** Vertices that searches look at in a few tenths of a second, longer than a thread takes to start. */
const VERTICES_A_THREAD = 4_000_000;
/** Threads are ready at other times. */
const TASKS_A_THREAD = 3;

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
  const threads = chooseThreads(asked, searches * city.graph.graph.vertexCount, VERTICES_A_THREAD);
  const planned = threads > 1 ? plan() : null;
  if (planned === null) return toCells(search(undefined, openKernels()));
  const tasks = divideEvenly(searches, Math.ceil(searches / (TASKS_A_THREAD * threads)));
  const done = doTasks({ kind: 'matrix', plan: planned }, tasks, { threads, words: 'Searching' });
  return done.then((sums) => toCells(sums.flat()));
}

/** `matrix` on an imported network. */
export function runCityMatrix(options: CityMatrixOptions): ExitCode | Promise<ExitCode> {
  const { origins = [], destinations, threads } = options;
  if (origins.length === 0) throw new Failure(EXIT.usage, 'matrix: --origins LON,LAT,LON,LAT expected');
  const city = openQuestion(options);
  const join = (texts: readonly string[]): readonly Site[] => texts.map((text) => joinText(city, text));
  const from = join(origins);
  const to = destinations === undefined ? from : join(destinations);
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
  const cells = timeCells(city, from, to, threads);
  return cells instanceof Promise ? cells.then(give) : give(cells);
}
