/**
 * Whether what an address names exists in the data. What does not falls back to its default and is told; the state
 * that comes out can be asked of the engine without being refused.
 */
import { DataError, findPlace, listGroupChoices, toLastDay, type Dataset } from '../../src/index.ts';
import type { BadPart, Expected, Shared } from './address-fields.ts';
import {
  DEFAULT_CHOICE,
  FIRST_DAY,
  LAST_DAY,
  toClockText,
  type Choice,
  type NodeArrangement,
} from './choice.ts';
import { DEFAULT_LOOK, type Look } from './look.ts';
import { findOwnScenario, isAddedPlace } from './own-scenarios.ts';

interface Check {
  readonly dataset: Dataset;
  readonly bad: BadPart[];
}

const oneOf = (ids: readonly string[]): Expected => ({
  word: 'share.wantOneOf',
  values: { list: ids.join(', ') },
});

/** The value if it is one of the ids, else the default. */
function keepId(check: Check, key: string, value: string, ids: readonly string[], otherwise: string): string {
  if (ids.includes(value)) return value;
  check.bad.push({ key, expected: oneOf(ids), found: value });
  return ids.includes(otherwise) ? otherwise : (ids[0] ?? otherwise);
}

/** Last day of a month or a day itself; null where the text is neither, or out of the slider's range. */
function findDay(text: string): string | null {
  if (!/^\d{4}-\d{2}/.test(text)) return null;
  try {
    const day = toLastDay(text);
    return day >= FIRST_DAY && day <= LAST_DAY ? day : null;
  } catch (error) {
    if (error instanceof DataError) return null;
    throw error;
  }
}

/** A scenario by id, or a day; null, and told, where it is neither. */
function findScenarioId(check: Check, key: string, value: string): string | null {
  const ids = check.dataset.scenarios.map(({ id }) => id);
  if (ids.includes(value) || findOwnScenario(value) !== undefined) return value;
  const day = findDay(value);
  if (day !== null) return day;
  const values = { list: ids.join(', '), first: FIRST_DAY, last: LAST_DAY };
  check.bad.push({ key, expected: { word: 'share.wantScenario', values }, found: value });
  return null;
}

function keepScenario(check: Check, side: 'base' | 'build', value: string): string {
  const known = findScenarioId(check, side, value);
  if (known !== null) return known;
  const { scenarios, header } = check.dataset;
  const ids = scenarios.map(({ id }) => id);
  return ids.includes(DEFAULT_CHOICE[side]) ? DEFAULT_CHOICE[side] : header.defaults[side];
}

function keepPlants(check: Check, groupChoice: Choice['groupChoice']): Choice['groupChoice'] {
  const { header, plants } = check.dataset;
  const groups = header.groups.map(({ id }) => id);
  const kept = Object.entries(groupChoice).filter(([group, chosen]) => {
    const known = groups.includes(group);
    const valid = known ? listGroupChoices(plants, group) : groups.map((id) => `plant.${id}`);
    if (known && valid.includes(chosen)) return true;
    const found = known ? chosen : `plant.${group}`;
    check.bad.push({ key: `plant.${group}`, expected: oneOf(valid), found });
    return false;
  });
  return Object.fromEntries(kept);
}

function keepNodes(check: Check, key: string, nodes: readonly string[], ids: readonly string[]) {
  const wrong = nodes.find((id, i) => !ids.includes(id) || nodes.indexOf(id) < i);
  if (wrong === undefined) return nodes;
  check.bad.push({
    key,
    expected: { word: 'share.wantNodes', values: { list: ids.join(', ') } },
    found: wrong,
  });
  return [];
}

function keepArrangement(check: Check, arrangement: Choice['arrangement']): Choice['arrangement'] {
  const charts = check.dataset.flowcharts;
  const entries = Object.entries(arrangement).flatMap(([id, { order, leaveOut }]) => {
    const chart = charts.find((one) => one.id === id);
    if (chart === undefined) {
      check.bad.push({ key: `order.${id}`, expected: oneOf(charts.map((one) => one.id)), found: id });
      return [];
    }
    const ids = chart.nodes.map((node) => node.id);
    const kept: NodeArrangement = {
      order: keepNodes(check, `order.${id}`, order, ids),
      leaveOut: keepNodes(check, `without.${id}`, leaveOut, ids),
    };
    return kept.order.length + kept.leaveOut.length === 0 ? [] : [[id, kept] as const];
  });
  return Object.fromEntries(entries);
}

function checkChoice(check: Check, asked: Choice, hasOwnSites: boolean): Choice {
  const { vehicleClasses, trafficStates } = check.dataset;
  const [vehicles, states] = [vehicleClasses, trafficStates].map((list) => list.map(({ id }) => id));
  const { population } = asked;
  const noSites = population === 'own' && !hasOwnSites;
  if (noSites)
    check.bad.push({ key: 'suppliers', expected: { word: 'share.wantOwnSites' }, found: population });
  const isTwice = asked.departS !== null && asked.arriveByS !== null;
  if (isTwice)
    check.bad.push({
      key: 'arrive',
      expected: { word: 'share.wantOneMoment' },
      found: toClockText(asked.arriveByS ?? 0),
    });
  return {
    ...asked,
    arriveByS: isTwice ? null : asked.arriveByS,
    base: keepScenario(check, 'base', asked.base),
    build: keepScenario(check, 'build', asked.build),
    vehicleClass: keepId(check, 'v', asked.vehicleClass, vehicles ?? [], DEFAULT_CHOICE.vehicleClass),
    traffic: keepId(check, 'traffic', asked.traffic, states ?? [], DEFAULT_CHOICE.traffic),
    population: noSites ? DEFAULT_CHOICE.population : population,
    groupChoice: keepPlants(check, asked.groupChoice),
    arrangement: keepArrangement(check, asked.arrangement),
  };
}

/** Columns of the table, each once; none left is the default. */
function keepColumns(check: Check, columns: Look['columns']): Look['columns'] {
  const kept = (columns ?? []).flatMap((id) => findScenarioId(check, 'columns', id) ?? []);
  return kept.length === 0 ? null : [...new Set(kept)];
}

/** Whether trips can begin there: a placed supplier, a plant, a zone, a seat, a point of the region. */
function isPlace(dataset: Dataset, id: string): boolean {
  try {
    findPlace(dataset, id);
    return true;
  } catch (error) {
    if (error instanceof DataError) return false;
    throw error;
  }
}

function keepPlace(check: Check, key: string, id: string): boolean {
  if (isAddedPlace(id) || isPlace(check.dataset, id)) return true;
  const values = { region: check.dataset.header.region.join(', ') };
  check.bad.push({ key, expected: { word: 'share.wantPlace', values }, found: id });
  return false;
}

function keepTrip(check: Check, trip: Look['trip']): Look['trip'] {
  if (trip === null || !keepPlace(check, 'trip', trip.origin)) return null;
  if (check.dataset.header.groups.some(({ id }) => id === trip.destination)) return trip;
  return keepPlace(check, 'trip', trip.destination) ? trip : null;
}

function checkLook(check: Check, look: Look): Look {
  const { flowcharts, highways } = check.dataset;
  const charts = flowcharts.map(({ id }) => id);
  const chart = keepId(check, 'chart', look.chart, charts, DEFAULT_LOOK.chart);
  const nodes = flowcharts.find(({ id }) => id === chart)?.nodes.map(({ id }) => id) ?? [];
  const { place, road, node } = look;
  const keepOrNull = (key: string, value: string | null, ids: readonly string[]): string | null => {
    if (value === null || ids.includes(value)) return value;
    check.bad.push({ key, expected: oneOf(ids), found: value });
    return null;
  };
  const groups = check.dataset.header.groups.map((group) => group.id);
  return {
    ...look,
    chart,
    changeOf: keepId(check, 'change', look.changeOf, ['worst', 'best', ...groups], DEFAULT_LOOK.changeOf),
    columns: keepColumns(check, look.columns),
    maker: keepOrNull('maker', look.maker, ['all', ...groups]),
    place: place !== null && keepPlace(check, 'place', place) ? place : null,
    road: keepOrNull(
      'road',
      road,
      highways.map(({ id }) => id),
    ),
    node: keepOrNull('node', node, nodes),
    trip: keepTrip(check, look.trip),
  };
}

/** The state with everything unknown replaced by its default, and what that was. */
export function checkShared(
  dataset: Dataset,
  { choice, look }: Shared,
  hasOwnSites: boolean,
): { readonly shared: Shared; readonly bad: readonly BadPart[] } {
  const check: Check = { dataset, bad: [] };
  const shared = { choice: checkChoice(check, choice, hasOwnSites), look: checkLook(check, look) };
  return { shared, bad: check.bad };
}
