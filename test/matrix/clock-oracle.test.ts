/**
 * Trips by the clock on random roads against a second implementation that knows links, connectors and a day, but no
 * pieces, no queue and no search backwards; and that another place changes no trip.
 */
import { describe, expect, it } from 'vitest';
import { skim } from '../../src/matrix/skim.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type { Ban, HourlyFactors, Profile } from '../../src/model/day.ts';
import { FACILITIES, type Link } from '../../src/model/road.ts';
import { findConnectors, type Place } from '../../src/network/connectors.ts';
import { connectorTimeMs, getDesiredMPerS, getPlazaS, findPlaza } from '../../src/network/impedance.ts';
import { toSetting, type Setting } from '../../src/network/setting.ts';
import { applyScenario } from '../../src/scenario/apply.ts';
import { NOW } from '../scene/dataset.ts';
import { makeRandomScene } from '../scene/random-scene.ts';
import { createRandom, toCount, type Random } from '../scene/random.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const halfUp = (value: number): number => Math.floor(value + 0.5);

/** Factors that rise and fall by up to 3 an hour: no link of a scene takes the twenty minutes that were too steep for. */
function makeProfile(random: Random): Profile {
  const makeRow = (): HourlyFactors => {
    const value = Array.from({ length: 24 }, () => random.int(10, 40) / 10);
    return { value, low: value, high: value, unit: 'times', source: 'made-up', grade: 'assumed' };
  };
  const factors = Object.fromEntries(
    FACILITIES.map((facility) => [facility, makeRow()]),
  ) as Profile['factors'];
  return { id: 'drawn', name: 'drawn', nameZh: 'drawn', factors, byVehicleClass: {} };
}

/** One made-up ban on a section, from one full hour to another. */
function makeBan(random: Random, section: string): Ban {
  const from = random.int(6, 9);
  const pad = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
  return {
    ...{
      id: 'ban',
      nameEn: 'made up',
      nameZh: null,
      vehicleClasses: ['car'],
      highways: [],
      links: [],
      zone: null,
    },
    ...{ sections: [section], hours: [{ from: pad(from), to: pad(from + random.int(1, 4)) }] },
    ...{ from: null, to: null, sources: ['made-up'] },
  };
}

/** What the second implementation knows of a question. */
interface Asked {
  readonly dataset: Dataset;
  readonly setting: Setting;
  readonly profile: Profile;
}

/** Milliseconds of a whole link joined at a moment. */
function wholeMs({ dataset, setting, profile }: Asked, link: Link, at: number): number {
  const hour = (((at % DAY) + DAY) % DAY) / HOUR;
  const row = profile.factors[link.stateAs ?? link.facility].value;
  const [from, to] = [row[Math.floor(hour)] ?? NaN, row[(Math.floor(hour) + 1) % 24] ?? NaN];
  const factor = from + (to - from) * (hour - Math.floor(hour));
  const plaza = findPlaza(dataset, link, NOW.date);
  const stops =
    link.signals * dataset.parameters.signalDelayS.value +
    (plaza === null ? 0 : getPlazaS(dataset, plaza, 'mid', NOW.date));
  return halfUp(1000 * ((link.lengthM / getDesiredMPerS(dataset, link, setting)) * factor + stops));
}

/** Arrival at a share of a link that is joined at another, waiting before the ban's hours. */
function drive(asked: Asked, link: Link, [from, to]: readonly [number, number], at: number): number {
  const partMs = (moment: number, end: number): number => {
    const whole = wholeMs(asked, link, moment);
    return halfUp(end * whole) - halfUp(from * whole);
  };
  let joined = at;
  for (const ban of asked.dataset.bans.filter(({ sections }) => sections.includes(link.section)))
    for (const day of [-1, 0, 1, 2])
      for (const hours of ban.hours) {
        const [begin, end] = [hours.from, hours.to].map(
          (text) => Number(text.slice(0, 2)) * HOUR + day * DAY,
        );
        if (joined < (end ?? NaN) && joined + partMs(joined, 1) > (begin ?? NaN)) joined = end ?? NaN;
      }
  return joined + partMs(joined, to);
}

/** Earliest arrival at a place, by letting every link offer its end until nothing gets earlier. */
function arrive(asked: Asked, from: Place, to: Place, at: number): number {
  const { dataset, setting } = asked;
  const { links } = applyScenario(dataset, NOW);
  const shareOn = (link: Link, share: number): number => (link.id === link.featureId ? share : 1 - share);
  const list = (place: Place) =>
    findConnectors(dataset, place).flatMap((one) => {
      const own = links.filter(({ featureId }) => featureId === one.featureId);
      const connectorMs = connectorTimeMs(dataset, one.lengthMm, setting);
      return own.map((link) => ({ link, share: shareOn(link, one.share), connectorMs }));
    });
  const [starts, ends] = [list(from), list(to)];
  const nodes = new Map<string, number>();
  const offer = (node: string, moment: number): boolean => {
    if (moment >= (nodes.get(node) ?? Infinity)) return false;
    nodes.set(node, moment);
    return true;
  };
  // A point at the very end of a link has left it, and its ban, behind.
  const go = (link: Link, shares: readonly [number, number], moment: number): number =>
    shares[0] === shares[1] ? moment : drive(asked, link, shares, moment);
  for (const { link, share, connectorMs } of starts) offer(link.to, go(link, [share, 1], at + connectorMs));
  for (let again = true; again;) {
    again = false;
    for (const link of links) {
      const moment = nodes.get(link.from);
      if (moment !== undefined && offer(link.to, drive(asked, link, [0, 1], moment))) again = true;
    }
  }
  const direct = starts.flatMap((start) =>
    ends.flatMap((end) =>
      start.link === end.link && start.share <= end.share
        ? [go(start.link, [start.share, end.share], at + start.connectorMs) + end.connectorMs]
        : [],
    ),
  );
  const through = ends.map(({ link, share, connectorMs }) => {
    const moment = nodes.get(link.from);
    return moment === undefined ? Infinity : go(link, [0, share], moment) + connectorMs;
  });
  return Math.min(Infinity, ...direct, ...through);
}

interface Case extends Asked {
  readonly places: readonly Place[];
  readonly ask: (clock: { departMs: number } | { arriveByMs: number }) => Setting;
}

function makeCase(seed: number): Case {
  const random = createRandom(seed);
  const { dataset: drawn, places, sections } = makeRandomScene(seed);
  const bans = random.once(2) ? [makeBan(random, random.pick(sections))] : [];
  const profile = makeProfile(random);
  const dataset = { ...drawn, bans };
  const ask: Case['ask'] = (moment) =>
    toSetting(dataset, { vehicleClass: 'car', trafficState: 'free', clock: { profile, moment } });
  return { dataset, places, profile, setting: ask({ departMs: 0 }), ask };
}

const SEEDS = Array.from({ length: toCount(10, 300) }, (_, i) => i + 1);

describe('trips by the clock on random roads', () => {
  it('leaving at a moment arrive when a second implementation says', () => {
    let compared = 0;
    for (const seed of SEEDS) {
      const one = makeCase(seed);
      const { dataset, places } = one;
      const departMs = (6 * HOUR + seed * 977_003) % DAY;
      const { cells } = skim(dataset, NOW, one.ask({ departMs }), places, places, { corners: false });
      for (const { origin, destination, timeMs } of cells) {
        const [from, to] = [origin, destination].map(
          (id) => places.find((place) => place.id === id) as Place,
        );
        const arrival = arrive(one, from as Place, to as Place, departMs);
        expect(departMs + timeMs, `${seed}: ${origin} → ${destination}`).toBe(arrival);
        if (timeMs < Infinity) compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(5 * SEEDS.length);
  });

  it('arriving by a moment leave as late as they may', () => {
    for (const seed of SEEDS.slice(0, SEEDS.length / 2)) {
      const one = makeCase(seed);
      const { dataset, places } = one;
      const arriveByMs = (9 * HOUR + seed * 555_557) % DAY;
      const { cells } = skim(dataset, NOW, one.ask({ arriveByMs }), places, places, { corners: false });
      for (const { origin, destination, timeMs, departMs } of cells) {
        if (departMs === null) continue;
        const [from, to] = [origin, destination].map(
          (id) => places.find((place) => place.id === id) as Place,
        );
        const late = departMs + timeMs - arrive(one, from as Place, to as Place, departMs);
        expect(late).toBeGreaterThanOrEqual(0);
        // Between ways that are alike the one taken may round differently, by a millisecond or so.
        expect(late).toBeLessThanOrEqual(dataset.bans.length > 0 ? 0 : 5);
        expect(departMs + timeMs).toBeLessThanOrEqual(arriveByMs);
        expect(arrive(one, from as Place, to as Place, departMs + 1)).toBeGreaterThan(arriveByMs);
      }
    }
  });

  it('do not change for another place on the road', () => {
    for (const seed of SEEDS) {
      const { dataset, places, ask } = makeCase(seed);
      for (const moment of [{ departMs: 7 * HOUR + seed }, { arriveByMs: 10 * HOUR + seed }]) {
        const setting = ask(moment);
        const all = skim(dataset, NOW, setting, places, places);
        for (const [from, to] of [places.slice(0, 2), places.slice(1, 3)] as readonly Place[][]) {
          if (from === undefined || to === undefined) continue;
          expect(skim(dataset, NOW, setting, [from], [to]).cells).toEqual([all.find(from.id, to.id)]);
        }
      }
    }
  });
});
