/** Rows of a part of a sweep. Each hangs on its own scenario or draw alone, never on those beside it. */
import {
  compareScenarios,
  createDrawer,
  createMemory,
  DataError,
  findScenario,
  listScenarioRows,
  roundNumber,
  SCENARIO_TITLES,
  type AnalysisRequest,
  type CsvValue,
  type Dataset,
  type Drawer,
  type Memory,
  type Scenario,
} from '../../index.ts';
import { openCityScenario } from '../city-scenario.ts';
import { findBeside, isScenarioFile, openScenario } from '../scenario-file.ts';
import { CITY_TEXTS, CITY_TITLES, createCityMeasure, type CitySweep } from './city.ts';
import { toPart, type NamedScenario, type SweepPlan, type SweepSource } from './plan.ts';
import type { Row } from './parts.ts';
import { toDoneRow, withStatus, type SweepColumn } from './status.ts';

const DRAW_TITLES = [
  ...['draw', 'pairs_share_reference', 'pairs_share', 'i_out_reference', 'i_out', 'i2_reference', 'i2'],
  'off_map',
];

/** Columns that hold words; all others hold numbers. */
const TEXTS: ReadonlySet<string> = new Set([
  ...['name', 'scenario', 'title', 'date', 'worst_supplier', 'worst_group', 'toll_estimated', 'off_map'],
]);

/** Columns of a sweep of scenarios, of an imported network, or of draws. */
export function listColumns({ draws, data }: Pick<SweepPlan, 'draws' | 'data'>): readonly SweepColumn[] {
  if (data.isCity === true)
    return withStatus(CITY_TITLES.map((name) => ({ name, isText: CITY_TEXTS.has(name) })));
  const titles = ['name', ...(draws === null ? SCENARIO_TITLES : DRAW_TITLES)];
  return withStatus(titles.map((name) => ({ name, isText: TEXTS.has(name) })));
}

/** A sweep over a data set. */
interface DatasetSweep {
  readonly dataset: Dataset;
  readonly request: AnalysisRequest;
  readonly reference: NamedScenario;
  readonly scenarios: readonly NamedScenario[];
  readonly draws: SweepPlan['draws'];
}

export type Sweep = DatasetSweep | CitySweep;

/** What the plan of a sweep has to know of its data. */
export function toSource(sweep: Sweep): SweepSource {
  if ('source' in sweep) return sweep.source;
  const { dataset } = sweep;
  return {
    data: { id: dataset.header.id, digest: dataset.digest },
    findBeside: (file, text) => findBeside(dataset, file, text),
    checkId: (id) => findScenario(dataset, id),
  };
}

/** What the library is asked for: an id or a day as it stands, a file as the scenario in it. */
interface Asked {
  readonly id: string;
  readonly own: readonly Scenario[];
}

function read(dataset: Dataset, { given }: NamedScenario): Asked {
  if (!isScenarioFile(given)) return { id: given, own: [] };
  const scenario = findScenario(openScenario(dataset, given), given);
  return { id: scenario.id, own: [scenario] };
}

/** Both scenarios of a row. Throws DataError where they cannot be told apart. */
function readBoth({ dataset, reference }: DatasetSweep, one: NamedScenario): readonly [Asked, Asked] {
  const [before, after] = [read(dataset, reference), read(dataset, one)];
  if (before.id === after.id && reference.given !== one.given)
    throw new DataError([
      {
        file: one.given,
        path: 'id',
        expected: 'an id that is not that of the reference',
        found: JSON.stringify(after.id),
        code: 'duplicate-id',
      },
    ]);
  return [before, after];
}

/** Throws where the question or the reference is wrong: no row could be made, and none is. */
export function checkQuestion(sweep: Sweep): void {
  const { reference } = sweep;
  if (!('dataset' in sweep)) {
    if (isScenarioFile(reference.given)) openCityScenario(sweep.trial, reference.given);
    return;
  }
  const { id, own } = read(sweep.dataset, reference);
  compareScenarios(sweep.dataset, { ...sweep.request, columns: [id], scenarios: own });
}

/** Throws where a scenario cannot be read. */
export function checkScenario(sweep: Sweep, one: NamedScenario): void {
  if ('dataset' in sweep) readBoth(sweep, one);
  else openCityScenario(sweep.trial, one.given);
}

function measureScenario(sweep: DatasetSweep, one: NamedScenario, memory: Memory): Row {
  const both = readBoth(sweep, one);
  const columns = [...new Set(both.map(({ id }) => id))];
  const scenarios = both.flatMap(({ own }) => own);
  const table = compareScenarios(sweep.dataset, { ...sweep.request, columns, scenarios }, memory);
  return [one.name, ...(listScenarioRows(table).at(-1) ?? [])];
}

const toShare = (share: number | null | undefined): CsvValue =>
  share === null || share === undefined ? null : roundNumber(share);

function drawRow(drawer: Drawer, name: string, i: number): Row {
  const sides = drawer.draw(i);
  const [reference, drawn] = [sides[0], sides.at(-1)];
  const shares = (['pairs', 'iOut', 'i2'] as const).flatMap((measure) =>
    [reference, drawn].map((side) => toShare(side?.shares[measure])),
  );
  return [name, i, ...shares, drawn?.offMap === true ? 'yes' : 'no'];
}

/** A scenario of a part, and what makes its rows there. */
interface Task {
  readonly one: NamedScenario;
  readonly make: () => readonly Row[];
  /** Whether a row says so where it fails: the draws of one scenario stand in many parts. */
  readonly isFirst: boolean;
}

/** Scenarios of a part, so that one that is wrong keeps no other from being computed. */
export interface Measurer {
  readonly listTasks: (part: number) => readonly Task[];
  /** Columns of a row. */
  readonly width: number;
}

/** Rows of parts of a sweep, the data and what was learnt of them kept between them. */
export function createMeasurer(sweep: Sweep): Measurer {
  const data = toSource(sweep).data;
  const listTasks = 'dataset' in sweep ? createDatasetTasks(sweep) : createCityTasks(sweep);
  return { listTasks, width: listColumns({ draws: sweep.draws, data }).length };
}

function createCityTasks(sweep: CitySweep): Measurer['listTasks'] {
  const measure = createCityMeasure(sweep);
  const { scenarios } = sweep;
  return (index) =>
    toPart(scenarios.length, null, index).scenarios.map((i) => {
      const one = scenarios[i] as NamedScenario;
      return { one, make: () => [toDoneRow(measure(one))], isFirst: true };
    });
}

function createDatasetTasks(sweep: DatasetSweep): Measurer['listTasks'] {
  const memory = createMemory();
  const { scenarios, draws } = sweep;
  const makeDrawer = (one: NamedScenario): Drawer => {
    const [before, after] = readBoth(sweep, one);
    const own = [...before.own, ...after.own];
    const request = { ...sweep.request, base: before.id, build: after.id, scenarios: own };
    return createDrawer(sweep.dataset, request, { draws: draws?.count ?? 0, seed: draws?.seed ?? 0 });
  };
  // The parts of one scenario follow each other, and its draws are the same in all of them.
  let last: { readonly of: NamedScenario; readonly drawer: Drawer } | null = null;
  const findDrawer = (one: NamedScenario): Drawer => {
    if (last?.of !== one) last = { of: one, drawer: makeDrawer(one) };
    return last.drawer;
  };
  return (index) => {
    const part = toPart(scenarios.length, draws, index);
    const [first, end] = part.draws ?? [0, 0];
    const make = (one: NamedScenario): readonly Row[] => {
      if (part.draws === null) return [measureScenario(sweep, one, memory)];
      const drawer = findDrawer(one);
      return Array.from({ length: end - first }, (_, i) => drawRow(drawer, one.name, first + i));
    };
    return part.scenarios
      .flatMap((i) => scenarios[i] ?? [])
      .map((one) => ({ one, make: () => make(one).map(toDoneRow), isFirst: first === 0 }));
  };
}
