/**
 * The overlap map: how many assembler groups are within the cutoff of each place. A cell counts so many groups
 * only when each of them is proved within the cutoff for all its points, and every other one proved beyond it.
 */
import type { GridTimes } from '../access/grid-times.ts';
import { NO_ACCESS } from '../access/grid.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Overlap, OverlapDocument } from '../model/grid-views.ts';
import type { Scenario } from '../model/scenario.ts';
import { MS_PER_SECOND } from '../units.ts';
import {
  findCaseGrid,
  findGridTimes,
  findNoAccess,
  toCellArea,
  toGridScenario,
  type GridCase,
} from './grid-question.ts';
import { findPlace } from './place.ts';
import { toQuestion, type Question } from './question.ts';
import type { AnalysisRequest } from './request.ts';
import { toTripScenario } from './trip-explanation.ts';

/** What both scenarios of a question share; left out = as in `AnalysisRequest`. */
type OverlapQuestion = Pick<AnalysisRequest, 'vehicleClass' | 'traffic' | 'cutoffS' | 'groupChoice' | 'asOf'>;

export interface OverlapRequest extends OverlapQuestion {
  /** Id, `YYYY-MM` or `YYYY-MM-DD`, or a scenario of the caller's own. */
  readonly scenario: string | Scenario;
}

export interface OverlapContrast extends OverlapQuestion {
  readonly base?: string | Scenario | undefined;
  readonly build?: string | Scenario | undefined;
}

/** Checks what is asked; scenarios are read apart, so that a made-up one may stand there. */
function readQuestion(dataset: Dataset, asked: OverlapQuestion): Question {
  const { vehicleClass, traffic, cutoffS, groupChoice, asOf } = asked;
  const nowhere = { origins: [], destinations: [], beside: null };
  return toQuestion(dataset, { vehicleClass, traffic, cutoffS, groupChoice, asOf, ...nowhere });
}

/** One time of several plants: the least, or for `every` the greatest, of both bounds. */
function combine(tables: readonly GridTimes[], cells: number, isEvery: boolean): GridTimes {
  const [first, ...others] = tables;
  if (first === undefined) {
    return { most: new Float32Array(cells).fill(Infinity), least: new Float32Array(cells).fill(Infinity) };
  }
  if (others.length === 0) return first;
  const [most, least] = [first.most.slice(), first.least.slice()];
  const pick = isEvery ? Math.max : Math.min;
  for (const table of others) {
    for (let cell = 0; cell < cells; cell += 1) {
      most[cell] = pick(most[cell] as number, table.most[cell] as number);
      least[cell] = pick(least[cell] as number, table.least[cell] as number);
    }
  }
  return { most, least };
}

/** Times to every group, in the order of the question. */
function timeGroups(asked: GridCase, { groups }: Question): readonly GridTimes[] {
  const { dataset } = asked;
  const cells = findCaseGrid(asked).access.length;
  const plants = [...new Set(groups.flatMap((one) => one.plants))];
  const places = plants.map((id) => findPlace(dataset, id).place);
  const tables = new Map(findGridTimes(asked, places, 'to').map((table, i) => [plants[i], table]));
  return groups.map((group) => {
    const own = group.plants.flatMap((id) => tables.get(id) ?? []);
    return combine(own, cells, group.choice === 'every');
  });
}

/** Neither so many groups nor any other number is proved. */
const OPEN = 255;

/** By cell: groups within the limit, OPEN where one is undecided or there is no access. */
function countGroups(access: Uint8Array, tables: readonly GridTimes[], limitMs: number): Uint8Array {
  return access.map((has, cell) => {
    if (has === NO_ACCESS) return OPEN;
    let count = 0;
    for (const { most, least } of tables) {
      if ((most[cell] as number) <= limitMs) count += 1;
      else if ((least[cell] as number) <= limitMs) return OPEN;
    }
    return count;
  });
}

function mapOverlap(question: Question, scenario: Scenario): Overlap {
  const { dataset, setting, cutoffS, groups } = question;
  const grid = findCaseGrid({ dataset, scenario });
  const tables = timeGroups({ dataset, scenario, setting }, question);
  const found = countGroups(grid.access, tables, cutoffS * MS_PER_SECOND);
  const counts = Array.from({ length: groups.length + 1 }, (_, count) => {
    return {
      groups: count,
      ...toCellArea(
        grid,
        found.map((one) => Number(one === count)),
      ),
    };
  });
  const isOpen = found.map((one, cell) => Number(one === OPEN && grid.access[cell] !== NO_ACCESS));
  return {
    scenario: toTripScenario(scenario),
    counts,
    boundary: toCellArea(grid, isOpen),
    noAccess: findNoAccess(grid),
  };
}

/**
 * The overlap map of one scenario. Throws DataError with everything that is wrong in the question, and for an
 * unknown scenario.
 */
export function toOverlap(dataset: Dataset, { scenario, ...asked }: OverlapRequest): Overlap {
  return mapOverlap(readQuestion(dataset, asked), toGridScenario(dataset, scenario));
}

/** The same for two scenarios, as the answer `beltway/overlap@1`. Throws as `toOverlap` does. */
export function toOverlapDocument(dataset: Dataset, contrast: OverlapContrast): OverlapDocument {
  const { header, digest } = dataset;
  const { base = header.defaults.base, build = header.defaults.build, ...asked } = contrast;
  const question = readQuestion(dataset, asked);
  return {
    schema: 'beltway/overlap@1',
    data: { id: header.id, title: header.title, digest },
    vehicleClass: question.setting.vehicleClass.id,
    traffic: question.setting.trafficState.id,
    cutoffS: question.cutoffS,
    groupChoice: Object.fromEntries(question.groups.map(({ group, choice }) => [group, choice])),
    plantDate: question.plantDate,
    base: mapOverlap(question, toGridScenario(dataset, base)),
    build: mapOverlap(question, toGridScenario(dataset, build)),
  };
}
