/** What the map draws is what the library says: roads of a scenario, marks, changes, trips, areas. */
import { describe, expect, it } from 'vitest';
import { applyScenario, findScenario } from '../../src/index.ts';
import { listChanges, toStep } from '../../web/map/changes.ts';
import { toFastest } from '../../web/map/fastest-data.ts';
import { listGroupTimes } from '../../web/map/group-times.ts';
import { joinLines, toRoadNames } from '../../web/map/road-names-data.ts';
import { toRoads } from '../../web/map/roads-data.ts';
import { pointAlong, toMinutesText, toRoutes } from '../../web/map/routes-data.ts';
import {
  countGroups,
  listSites,
  placeMarks,
  SPREAD_ZOOMS,
  toLabel,
  toSites,
} from '../../web/map/sites-data.ts';
import { spreadMarks, toCoordinate, toPixels } from '../../web/map/spread.ts';
import { readLoss, toValueRoads } from '../../web/map/value-data.ts';
import { MEASURES } from '../../web/state/look.ts';
import { drawScene } from '../../web/engine/scene.ts';
import { ask, DATASET, WITH, WITHOUT } from './answer-fixture.ts';

const answer = ask();
const ROLES = { base: WITHOUT, build: WITH };
const NO_SAYS = {
  groups: new Map(),
  changes: new Map(),
  ranks: new Map(),
  doubts: new Map(),
  chosen: null,
} as const;

function countStatus(scenario: string, status: string): number {
  return toRoads(DATASET, scenario).features.filter(
    ({ properties }) => properties.belt === 'belt' && properties.status === status,
  ).length;
}

describe('roads', () => {
  it.each([WITHOUT, WITH, '2001-01', '2025-12'])('of %s are those of the library', (scenario) => {
    const { links } = applyScenario(DATASET, findScenario(DATASET, scenario));
    const open = toRoads(DATASET, scenario).features.filter(({ properties }) => properties.status === 'open');
    const ids = open.map(({ properties }) => properties.feature);
    expect(new Set(ids)).toEqual(new Set(links.map(({ featureId }) => featureId)));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('tell a belt that is taken out from one that is not yet open', () => {
    expect(countStatus(WITHOUT, 'open')).toBe(0);
    expect(countStatus(WITHOUT, 'closed')).toBeGreaterThan(0);
    expect(countStatus('2001-01', 'closed')).toBe(0);
    expect(countStatus('2001-01', 'later')).toBeGreaterThan(0);
    expect(countStatus(WITH, 'open')).toBeGreaterThan(0);
  });

  it('carry their names on long lines that lose no piece', () => {
    const [a, b, c] = [[[0, 0], [1, 0]], [[2, 0], [1, 0]], [[5, 5], [6, 6]]]; // prettier-ignore
    expect(joinLines([a, b, c] as number[][][])).toHaveLength(2);
    const roads = toRoads(DATASET, WITH);
    const pieces = roads.features.filter(({ properties }) => properties.facility !== 'ramp').length;
    const lines = toRoadNames(roads).features;
    expect(lines.length).toBeLessThan(pieces / 2);
    const count = (all: typeof lines): number =>
      all.reduce((sum, { geometry }) => sum + geometry.coordinates.length - 1, 0);
    const drawn = roads.features.filter(({ properties }) => properties.facility !== 'ramp');
    expect(count(lines)).toBe(count(drawn));
  });
});

describe('marks', () => {
  const sites = listSites(DATASET, answer);

  it('never cover one another from the first view on, and stand where they are from near', () => {
    for (const zoom of SPREAD_ZOOMS.slice(2, -1)) {
      const at = placeMarks(sites, zoom, 'times').map(([lon, lat]) => toPixels(lon, lat, zoom + 0.3));
      const closest = at.flatMap(([x, y], i) => at.slice(0, i).map(([a, b]) => Math.hypot(a - x, b - y)));
      // Two seats, the smallest marks, are 10 pixels wide.
      expect(Math.min(...closest), `zoom ${zoom}`).toBeGreaterThan(10);
    }
    expect(placeMarks(sites, 13, 'times')).toEqual(sites.map(({ at }) => at));
  });

  it('that touch nothing do not move; pixels and coordinates are inverse', () => {
    const far = [
      { lon: 113, lat: 23, radius: 9 },
      { lon: 114, lat: 23, radius: 9 },
    ];
    expect(spreadMarks(far, 9)).toEqual([
      [113, 23],
      [114, 23],
    ]);
    const [lon, lat] = toCoordinate(...toPixels(113.3, 23.1, 9), 9);
    expect(lon).toBeCloseTo(113.3, 9);
    expect(lat).toBeCloseTo(23.1, 9);
  });

  it('carry the number of groups that the answer gives each origin', () => {
    const groups = countGroups(answer.groups, WITH);
    const { features } = toSites(sites, 'times', { ...NO_SAYS, groups });
    for (const { properties } of features) {
      const site = sites.find(({ id }) => id === properties.id);
      const origin = site?.suppliers[0] ?? properties.id;
      const strict = answer.groups.filter(
        (one) => one.scenario === WITH && one.origin === origin && one.verdict === 'strict',
      );
      expect(properties.groups, properties.id).toBe(strict.length);
    }
    expect(features.some(({ properties }) => properties.groups === 3)).toBe(true);
  });

  it('stand once for all suppliers of a zone', () => {
    const marked = sites.flatMap(({ suppliers }) => suppliers);
    const asked = answer.origins.filter(({ kind }) => kind === 'supplier').map(({ id }) => id);
    expect(marked.toSorted()).toEqual(asked.toSorted());
    expect(sites.filter(({ kind }) => kind === 'suppliers')).toHaveLength(answer.population.sites);
  });

  it('have short names', () => {
    expect(toLabel('Guangzhou Honda (GAC Honda) Huangpu plant', 'Honda')).toBe('Honda Huangpu plant');
    expect(toLabel('花都汽车城/花都汽车产业基地', '')).toBe('花都汽车城');
    expect(toLabel('Yonghe (GETDD)', '')).toBe('Yonghe');
  });
});

describe('changes', () => {
  it('are the answer’s minutes, and flip where its verdict does', () => {
    for (const { group } of answer.groups.slice(0, 3)) {
      for (const { origin, baseS, buildS, flips } of listChanges(answer, ROLES, group)) {
        const find = (scenario: string) =>
          answer.groups.find(
            (one) => one.scenario === scenario && one.origin === origin && one.group === group,
          );
        expect([baseS, buildS]).toEqual([find(WITHOUT)?.timeS, find(WITH)?.timeS]);
        expect(flips).toBe((find(WITHOUT)?.verdict === 'strict') !== (find(WITH)?.verdict === 'strict'));
      }
    }
  });

  it('of the farthest maker are the greatest of a place’s times', () => {
    for (const { origin, buildS } of listChanges(answer, ROLES, 'worst')) {
      const times = listGroupTimes(answer, ROLES, origin).map((one) => one.buildS ?? Infinity);
      expect(buildS).toBe(Math.max(...times));
    }
  });

  it('fall on a scale that is symmetrical about none', () => {
    const seconds = [-1000, -600, -60, 0, 60, 600, 1000];
    expect(seconds.map(toStep)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(toStep(null)).toBeNull();
  });
});

describe('scenes', () => {
  const request = { base: WITHOUT, build: WITH };
  const input = { request, place: 'Z_SS_LP', reach: 'overlap', direction: 'to' } as const;

  it('of a place draw a line a group and scenario, with the minutes of the answer', () => {
    const scene = drawScene(DATASET, { ...input, view: 'times' });
    if (scene.view !== 'times' || scene.trips === null) throw new Error('no trips');
    const drawn = toRoutes(scene.trips, ['base', 'build'], { marks: [], zoom: 8 }, (id) => id);
    const sides = drawn.features.map(({ properties }) => properties.side);
    expect(sides.filter((side) => side === 'base')).toHaveLength(3);
    expect(sides.filter((side) => side === 'build')).toHaveLength(3);
    const said = listGroupTimes(answer, ROLES, 'Z_SS_LP');
    for (const trip of scene.trips.trips) {
      const own = said.find(({ group }) => group === trip.group);
      expect([trip.base.timeS, trip.build.timeS]).toEqual([own?.baseS, own?.buildS]);
    }
    expect(drawScene(DATASET, { ...input, view: 'times', place: null })).toEqual({
      view: 'times',
      place: null,
      trips: null,
    });
  });

  it('of fastest routes draw the pairs that are counted', () => {
    const scene = drawScene(DATASET, { ...input, view: 'fastest' });
    if (scene.view !== 'fastest') throw new Error('no routes');
    for (const side of ['base', 'build'] as const) {
      const drawn = toFastest(DATASET, scene.routes, side).features;
      const sum = scene.routes.roads.reduce((total, road) => total + (road[side]?.both ?? 0), 0);
      expect(drawn.reduce((total, { properties }) => total + properties.pairs, 0)).toBe(sum);
    }
    const closing = DATASET.header.belt.closing;
    const sections = new Set(
      scene.routes.roads.filter((road) => road.belt && road.base !== null).map((road) => road.section),
    );
    expect([...sections].every((section) => closing.includes(section))).toBe(true);
  });

  it.each(MEASURES)(
    'of values draw the roads that lose anything, the widest what loses most, by %s',
    (measure) => {
      const scene = drawScene(DATASET, {
        ...input,
        request: { ...request, traffic: 'peak' },
        view: 'value',
        measure,
      });
      if (scene.view !== 'value') throw new Error('no values');
      const { worth } = scene;
      const drawn = toValueRoads(DATASET, worth).features.map(({ properties }) => properties);
      const roads = drawn.filter((one) => 'width' in one).toSorted((a, b) => b.width - a.width);
      const losing = worth.criticality.links
        .filter((link) => readLoss(measure, link) > 0)
        .toSorted((a, b) => readLoss(measure, b) - readLoss(measure, a));
      expect(roads.map(({ feature }) => feature).toSorted()).toEqual(
        losing.map(({ feature }) => feature).toSorted(),
      );
      const toWidest = (feature: string | undefined) => roads.find((one) => one.feature === feature)?.width;
      expect(toWidest(losing[0]?.feature)).toBe(roads[0]?.width);
      expect(roads.every(({ step, cut }) => [0, 1, 2].includes(step) && !cut)).toBe(true);
      const labels = drawn.flatMap((one) => ('label' in one ? [one.label.replace(/:.*/, '')] : []));
      expect(labels.toSorted()).toEqual(worth.sections?.sections.map(({ id }) => id).toSorted());
      expect(worth.order?.measure).toBe(measure);
    },
  );

  it('of values draw a road without which there is no way, though it loses no time', () => {
    const scene = drawScene(DATASET, { ...input, view: 'value' });
    if (scene.view !== 'value') throw new Error('no values');
    const { criticality } = scene.worth;
    const idle = criticality.links.findIndex(({ lostS }) => lostS === 0);
    const links = criticality.links.map((link, i) => (i === idle ? { ...link, cutOffPairs: 1 } : link));
    const { features } = toValueRoads(DATASET, { ...scene.worth, criticality: { ...criticality, links } });
    const cut = features.flatMap(({ properties }) =>
      'cut' in properties && properties.cut ? [properties.feature] : [],
    );
    expect(cut).toEqual([links[idle]?.feature]);
  });

  it('of locations rank every zone and seat', () => {
    const scene = drawScene(DATASET, { ...input, view: 'locate' });
    if (scene.view !== 'locate') throw new Error('no locations');
    expect(scene.locations.locations).toHaveLength(DATASET.zones.length);
  });
});

describe('lines', () => {
  it('are measured along', () => {
    expect(pointAlong([[0, 0], [4, 0]], 0.25)).toEqual([1, 0]); // prettier-ignore
    expect(pointAlong([[0, 0], [1, 0], [1, 3]], 0.5)).toEqual([1, 1]); // prettier-ignore
    expect(pointAlong([], 0.5)).toBeNull();
  });

  it('say one number where both are the same', () => {
    expect(toMinutesText([2220, 1800])).toBe('37 → 30');
    expect(toMinutesText([1800, 1810])).toBe('30');
    expect(toMinutesText([null, 1800])).toBe('— → 30');
  });
});
