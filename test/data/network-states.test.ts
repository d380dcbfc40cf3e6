import { describe, expect, it } from 'vitest';

import { skim } from '../../src/matrix/skim.ts';
import type { Link } from '../../src/model/road.ts';
import { toSetting } from '../../src/network/setting.ts';
import { applyScenario } from '../../src/scenario/apply.ts';
import { findScenario } from '../../src/scenario/find.ts';
import { BELT, CLOSING, dataset, findCityPoints, listSites, STATES } from './network-data.ts';

/** Belt sections, and the one that closes the loop, open in each state. */
const OPEN: Readonly<Record<(typeof STATES)[number], readonly string[]>> = {
  '2001-01': [],
  '2006-07': ['N2R', 'HL_DC'],
  '2007-02': ['N2R', 'W2R_N', 'HL_DC'],
  '2007-12': ['N2R', 'W2R_N', 'W2R_S', 'HL_DC'],
  '2008-12': ['N2R', 'W2R_N', 'W2R_S', 'E2R', 'HL_DC'],
  '2010-12': [...BELT, CLOSING],
  '2025-12': [...BELT, CLOSING],
  '2010-without-belt': ['HL_DC'],
};
const DAYS: Readonly<Record<(typeof STATES)[number], string>> = {
  '2001-01': '2001-01-31',
  '2006-07': '2006-07-31',
  '2007-02': '2007-02-28',
  '2007-12': '2007-12-31',
  '2008-12': '2008-12-31',
  '2010-12': '2010-12-31',
  '2025-12': '2025-12-31',
  '2010-without-belt': '2010-12-31',
};

/** Compared as text: a date cut to the precision of the other is the same month or year. */
function isOpened(opened: string | null, day: string): boolean {
  if (opened === null) return true;
  if (opened.length === 10) return opened <= day;
  const cut = day.slice(0, opened.length);
  const lastDay = new Date(`${day}T00:00:00Z`);
  lastDay.setUTCDate(lastDay.getUTCDate() + 1);
  const isLast = lastDay.toISOString().slice(0, opened.length) !== cut;
  return opened < cut || (opened === cut && isLast);
}

/** Node ids reached from one, forwards or backwards. */
function listReached(links: readonly Link[], start: string, forwards: boolean): ReadonlySet<string> {
  const next = new Map<string, string[]>();
  for (const { from, to } of links) {
    const [a, b] = forwards ? [from, to] : [to, from];
    next.set(a, [...(next.get(a) ?? []), b]);
  }
  const reached = new Set([start]);
  for (const id of reached) for (const other of next.get(id) ?? []) reached.add(other);
  return reached;
}

const places = [...listSites(), ...(findCityPoints() ?? [])];
const setting = toSetting(dataset, { vehicleClass: 'car', trafficState: 'free' });

describe.each(STATES)('state %s', (id) => {
  const state = applyScenario(dataset, findScenario(dataset, id));

  it('holds exactly the belt sections open then', () => {
    const roads = state.links.filter(({ facility }) => facility !== 'ramp');
    const sections = new Set(roads.map(({ section }) => section));
    expect([...BELT, CLOSING].filter((section) => sections.has(section)).toSorted()).toEqual(
      OPEN[id].toSorted(),
    );
  });

  it('holds exactly the other sections open then', () => {
    const roads = state.links.filter(({ facility }) => facility !== 'ramp');
    const present = [...new Set(roads.map(({ section }) => section))].toSorted();
    const due = dataset.sections
      .filter(({ id: section, opened }) => {
        const closes = id === '2010-without-belt' && BELT.some((one) => one === section);
        return isOpened(opened, DAYS[id]) && !closes;
      })
      .map(({ id: section }) => section);
    expect(present).toEqual(due.toSorted());
  });

  it('connects every node with every other, both ways', () => {
    const nodes = new Set(state.links.flatMap(({ from, to }) => [from, to]));
    const start = [...nodes][0] ?? '';
    for (const forwards of [true, false]) {
      const reached = listReached(state.links, start, forwards);
      expect([...nodes].filter((node) => !reached.has(node))).toEqual([]);
    }
  });

  it('takes every site to every other', () => {
    const { cells } = skim(dataset, findScenario(dataset, id), setting, places, places, { corners: false });
    expect(cells.length).toBe(places.length ** 2);
    const lost = cells.filter(({ timeMs }) => !Number.isFinite(timeMs));
    expect(lost.map(({ origin, destination }) => `${origin} → ${destination}`)).toEqual([]);
  });
});
