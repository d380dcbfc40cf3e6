/** The explained trip is the matrix cell and the route of the command line, and its parts add up to it. */
import { describe, expect, it } from 'vitest';
import {
  analyse,
  explainTrip,
  findPlace,
  findRoute,
  findScenario,
  makeCertificate,
  toRouteDocument,
  toSetting,
  type Analysis,
  type Dataset,
  type TripRoute,
  type TripSide,
} from '../../src/index.ts';
import { DataError } from '../../src/problems.ts';
import { cutOff, toMs } from './trip-data.ts';
import { SHIPPED, THREE_TOWNS as REGION } from '../data-sets.ts';
import { takeSome } from '../scene/random.ts';

const DATES = { base: '2006-07', build: '2010-12' };
const STATES = takeSome(['peak', 'free', 'off-peak'], 1);

function listSuppliers({ origins }: Analysis): readonly string[] {
  return origins.filter(({ kind }) => kind === 'supplier').map(({ id }) => id);
}

function getRoute({ route }: TripSide): TripRoute {
  if (route === null) throw new Error('no way');
  return route;
}

function expectCell(answer: Analysis, origin: string, side: TripSide, group: string): void {
  const isIt = (row: { readonly scenario: string; readonly origin: string }): boolean =>
    row.scenario === side.scenario.id && row.origin === origin;
  const row = answer.groups.find((one) => isIt(one) && one.group === group);
  const cell = answer.cells.find((one) => isIt(one) && one.destination === row?.plant);
  const route = getRoute(side);
  const { timeS, lowS, highS, lengthM, tollCny, estimatedShare, townChainShare, viaBeltM } = route;
  expect({ plant: side.to?.id, verdict: side.verdict, corners: side.corners, timeS }).toEqual({
    ...{ plant: row?.plant, verdict: row?.verdict, corners: row?.corners, timeS: row?.timeS },
  });
  const sums = { timeS, lowS, highS, lengthM, tollCny, estimatedShare, townChainShare, viaBeltM };
  expect(cell).toMatchObject(sums);
  const byFacilityS = Object.fromEntries(route.byFacility.map((part) => [part.facility, part.timeS]));
  const used = Object.entries(cell?.byFacilityS ?? {}).filter(([, seconds]) => seconds > 0);
  expect(byFacilityS).toEqual(Object.fromEntries(used));
}

describe.each(STATES)('every supplier to every group in %s traffic', (traffic) => {
  const answer = analyse(SHIPPED, { traffic });

  it('is the matrix cell and the verdict of the analysis, base and build', () => {
    const suppliers = listSuppliers(answer);
    expect(suppliers.length).toBeGreaterThan(30);
    for (const origin of suppliers) {
      for (const { id: group } of SHIPPED.header.groups) {
        const trip = explainTrip(SHIPPED, { traffic }, origin, group);
        for (const side of [trip.base, trip.build]) expectCell(answer, origin, side, group);
        const row = answer.attribution.find((one) => one.origin === origin && one.group === group);
        expect(trip.change).toMatchObject({ strict: row?.strict, tolerant: row?.tolerant });
      }
    }
  });

  it('is what `beltway route` says from every site', () => {
    const sites = new Set(listSuppliers(answer).map((id) => findPlace(SHIPPED, id).place.id));
    expect(sites.size).toBeGreaterThan(5);
    for (const site of sites) {
      for (const { id: group } of SHIPPED.header.groups) {
        const trip = explainTrip(SHIPPED, { traffic }, site, group);
        for (const side of [trip.base, trip.build]) expectRoute(SHIPPED, { traffic }, site, side);
      }
    }
  });
});

interface Choice {
  readonly vehicleClass?: string;
  readonly traffic?: string;
  readonly valueOfTimeCnyPerH?: number;
}

/** Holds one side against the route found with no other place in the network. */
function expectRoute(dataset: Dataset, choice: Choice, site: string, side: TripSide): void {
  const { vehicleClass = 'car', traffic = 'free', valueOfTimeCnyPerH } = choice;
  const setting = toSetting(dataset, { vehicleClass, trafficState: traffic, valueOfTimeCnyPerH });
  const [from, to] = [findPlace(dataset, site), findPlace(dataset, side.to?.id ?? '')];
  const scenario = findScenario(dataset, side.scenario.id);
  const answer = findRoute(dataset, scenario, setting, from.place, to.place);
  const document = toRouteDocument(dataset, { from, to, answer, base: null });
  const route = getRoute(side);
  const { timeS, lengthM, tollCny } = document;
  expect(route).toMatchObject({ timeS, lengthM, tollCny });
  expect(route.legs.flatMap(({ links }) => links)).toEqual(document.links.map(({ id }) => id));
  expect(toSums(route.secondBest)).toEqual(toSums(document.secondBest));
  expect(route.secondBest?.sharedShare).toBe(document.secondBest?.sharedShare);
  expect(toSums(route.cheaper)).toEqual(toSums(document.cheaper));
  expect(route.cheaper?.breakEvenCnyPerH).toBe(document.cheaper?.breakEvenCnyPerH);
  expect(route.plazas.map(({ link }) => link)).toEqual(
    document.links.filter(({ plaza }) => plaza !== null).map(({ id }) => id),
  );
  expectParts(route);
}

function toSums(
  route: {
    readonly timeS: number | null;
    readonly lengthM: number | null;
    readonly tollCny: number | null;
  } | null,
): readonly (number | null | undefined)[] {
  return [route?.timeS, route?.lengthM, route?.tollCny];
}

/** Legs, connectors and facilities add up to the trip, in ms, mm and fen. */
function expectParts(route: TripRoute): void {
  const { access, egress, legs, byFacility } = route;
  const parts = [access, ...legs, egress];
  const add = (values: readonly number[]): number => values.reduce((sum, value) => sum + toMs(value), 0);
  expect(add(parts.map(({ timeS }) => timeS))).toBe(toMs(route.timeS));
  expect(add(parts.map(({ lengthM }) => lengthM))).toBe(toMs(route.lengthM));
  expect(add(legs.map(({ tollCny }) => tollCny))).toBe(toMs(route.tollCny));
  expect(add(byFacility.map(({ timeS }) => timeS))).toBe(toMs(route.timeS));
  expect(add(byFacility.map(({ lengthM }) => lengthM))).toBe(toMs(route.lengthM));
  expect(route.line[0]).not.toEqual(route.line.at(-1));
}

describe('an explained trip', () => {
  const request = { traffic: 'peak', vehicleClass: 'heavy-truck', valueOfTimeCnyPerH: 30 };

  it('is the route with a truck, a value of time, a date and from a point', () => {
    for (const from of ['113.2,23.2', 'Z_ZS']) {
      for (const to of ['honda', 'GAC_MITSU', 'Z_NS_HG'].filter((id) => isKnown(id))) {
        const trip = explainTrip(SHIPPED, { ...request, build: '2009-06' }, from, to);
        for (const side of [trip.base, trip.build]) expectRoute(SHIPPED, request, from, side);
      }
    }
  });

  it('says the plant that decides in each scenario, and they may differ', () => {
    const trips = SHIPPED.zones.map(({ id }) => explainTrip(SHIPPED, {}, id, 'honda'));
    const differing = trips.filter(({ base, build }) => base.to?.id !== build.to?.id);
    expect(differing.length).toBeGreaterThan(0);
    const every = explainTrip(SHIPPED, { groupChoice: { honda: 'every' } }, 'Z_SS_LP', 'honda');
    const any = explainTrip(SHIPPED, {}, 'Z_SS_LP', 'honda');
    expect(getRoute(every.build).timeS).toBeGreaterThan(getRoute(any.build).timeS);
  });

  it('has the certificate’s slack', () => {
    for (const cutoffS of [3000, 3600, 4786.072, 4786.071]) {
      const { build } = explainTrip(SHIPPED, { cutoffS }, 'Z_SS_LP', 'TOYOTA_NS');
      const [origin, plant] = ['Z_SS_LP', 'TOYOTA_NS'].map((id) => findPlace(SHIPPED, id).place);
      if (origin === undefined || plant === undefined) throw new Error('two places');
      const { verdict, proof } = makeCertificate(SHIPPED, {
        ...{ scenario: '2010-with-belt', vehicleClass: 'car', traffic: 'free', origin, plants: [plant] },
        ...{ mode: 'any', cutoffMs: toMs(cutoffS) },
      });
      expect(verdict === 'within').toBe((build.slackS ?? NaN) >= 0);
      expect(verdict === 'within').toBe(build.verdict === 'strict');
      if (proof.kind === 'routes') expect(proof.routes[0]?.slackMs).toBe(toMs(build.slackS ?? NaN));
    }
  });

  it('names plazas with the delay of their parameter, and none by gantry', () => {
    const { parameters } = SHIPPED;
    const delays = {
      entry: parameters.plazaEntryS,
      exit: parameters.plazaExitS,
      barrier: parameters.plazaBarrierS,
    };
    const { plazas } = getRoute(explainTrip(SHIPPED, {}, 'Z_SS_LP', 'toyota').build);
    expect(plazas.length).toBeGreaterThan(1);
    for (const { plaza, delayS } of plazas)
      expect(Math.abs(delayS - delays[plaza].value)).toBeLessThan(0.0011);
    const later = getRoute(explainTrip(SHIPPED, { build: '2025-06' }, 'Z_SS_LP', 'toyota').build);
    for (const { delayS } of later.plazas) {
      expect(Math.abs(delayS - parameters.gantryPassS.value)).toBeLessThan(0.0011);
    }
  });

  it('tells what changed: roads only with, roads only without', () => {
    const { base, build, change } = explainTrip(SHIPPED, {}, 'Z_SS_LP', 'toyota');
    const [old, now] = [base, build].map((side) => getRoute(side).legs.map(({ nameEn }) => nameEn));
    expect(change.roadsGained.map(({ nameEn }) => nameEn)).toContain('Guangzhou West Second Ring Expressway');
    for (const { nameEn } of change.roadsGained)
      expect([now?.includes(nameEn), old?.includes(nameEn)]).toEqual([true, false]);
    for (const { nameEn } of change.roadsLeft)
      expect([now?.includes(nameEn), old?.includes(nameEn)]).toEqual([false, true]);
    expect(toMs(change.changeS ?? NaN)).toBe(toMs(getRoute(build).timeS) - toMs(getRoute(base).timeS));
    const same = explainTrip(SHIPPED, { base: '2010-with-belt' }, 'Z_SS_LP', 'toyota');
    expect(same.change).toMatchObject({ changeS: 0, roadsGained: [], roadsLeft: [] });
  });

  it('marks the belt’s legs and sums them', () => {
    const route = getRoute(explainTrip(SHIPPED, {}, 'Z_SS_LP', 'toyota').build);
    const belt = route.legs.filter((leg) => leg.belt).reduce((sum, leg) => sum + toMs(leg.lengthM), 0);
    expect(belt).toBe(toMs(route.viaBeltM));
    expect(route.viaBeltM).toBeGreaterThan(10_000);
  });

  it('says that there is no way, never 0', () => {
    const { base, build, change } = explainTrip(cutOff(SHIPPED), DATES, 'Z_HD_AUTO', 'toyota');
    for (const side of [base, build]) {
      expect(side).toMatchObject({
        to: null,
        verdict: 'unreachable',
        corners: 'none',
        slackS: null,
        route: null,
      });
    }
    expect(change).toMatchObject({ changeS: null, strict: 'no-in-both', roadsGained: [], roadsLeft: [] });
  });

  it('is plain data and leaves the data set alone', () => {
    const before = JSON.stringify(REGION);
    const trip = explainTrip(REGION, {}, 'F1', 'crane');
    expect(trip.asked).toEqual({ origin: 'F1', destination: 'crane' });
    expect(structuredClone(trip)).toEqual(trip);
    expect(JSON.stringify(explainTrip(REGION, {}, 'F1', 'crane'))).toBe(JSON.stringify(trip));
    expect(JSON.stringify(REGION)).toBe(before);
    for (const side of [trip.base, trip.build]) expectRoute(REGION, {}, 'F1', side);
  });
});

function isKnown(id: string): boolean {
  return [...SHIPPED.header.groups, ...SHIPPED.plants, ...SHIPPED.zones].some((one) => one.id === id);
}

describe('a question that cannot be asked', () => {
  it.each([
    [{}, 'Z_NOWHERE', 'toyota', ['place']],
    [{}, 'Z_SS_LP', '', ['place']],
    [{}, 'Z_SS_LP', '__proto__', ['place']],
    [{}, '23.2,113.2', 'toyota', ['place']],
    [
      { cutoffS: NaN, vehicleClass: 'tank', traffic: 'jam' },
      'Z_SS_LP',
      'x',
      ['cutoffS', 'vehicleClass', 'trafficState', 'place'],
    ],
    [{ groupChoice: { honda: 'TOYOTA_NS' } }, 'Z_SS_LP', 'honda', ['groupChoice.honda']],
    [{ base: '2010', build: '2010-13' }, 'Z_SS_LP', 'honda', ['', '']],
  ])('%j from %s to %s tells %j', (request, from, to, paths) => {
    const problems = (() => {
      try {
        explainTrip(SHIPPED, request, from, to);
        return [];
      } catch (error) {
        if (error instanceof DataError) return error.problems;
        throw error;
      }
    })();
    expect(problems.map(({ path }) => path).toSorted()).toEqual([...paths].toSorted());
  });
});
