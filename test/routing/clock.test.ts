/** Searches by the clock against every path of small random networks, with times and bans by the moment. */
import { describe, expect, it } from 'vitest';
import { searchArrivals, type Travel } from '../../src/routing/arrivals.ts';
import { followDepartures, searchDepartures } from '../../src/routing/departures.ts';
import { buildGraph, type EdgeInput, type Graph } from '../../src/routing/graph.ts';
import { toPath } from '../../src/routing/path.ts';
import { searchTree } from '../../src/routing/tree.ts';
import { createRandom, toCount, type Random } from '../scene/random.ts';

/** Ticks of a made-up day. */
const DAY = 240;

interface Timed {
  readonly graph: Graph;
  /** By edge: least time, and how much more at each tick. */
  readonly travel: Travel;
}

/** Times that rise and fall by at most one a tick, with a closed stretch of the day on some edges. */
function drawTimes(random: Random): (at: number) => number {
  const least = random.int(0, 12);
  const extra: number[] = [0];
  for (let tick = 1; tick < DAY; tick += 1) {
    const step = random.int(-1, 2);
    extra.push(Math.max(0, Math.min(20, (extra.at(-1) ?? 0) + step)));
  }
  // Back to the beginning without falling by more than one a tick.
  for (let tick = DAY - 1, most = 1; tick > 0 && (extra[tick] ?? 0) > most; tick -= 1, most += 1)
    extra[tick] = most;
  const closed = random.once(4) ? [random.int(0, 200), random.int(5, 39)] : null;
  const [from = 0, length = 0] = closed ?? [];
  return (at) => {
    const tick = ((at % DAY) + DAY) % DAY;
    const wait = closed !== null && tick >= from && tick < from + length ? from + length - tick : 0;
    const entry = (tick + wait) % DAY;
    return wait + least + (extra[entry] ?? 0);
  };
}

function drawNetwork(seed: number): Timed {
  const random = createRandom(seed);
  const vertexCount = random.int(2, 6);
  const inputs = Array.from({ length: random.int(1, 11) }, (_, label): EdgeInput => {
    const [tail, head] = [random.int(0, vertexCount - 1), random.int(0, vertexCount - 1)];
    return { tail, head, cost: 1, length: random.int(1, 9), label };
  });
  const { graph, order } = buildGraph(vertexCount, inputs);
  const times = inputs.map(() => drawTimes(random));
  return { graph, travel: (edge, at) => times[order[edge] ?? -1]?.(at) ?? NaN };
}

/** Earliest arrival over every path without a repeated vertex, driven edge by edge. */
function driveAll(
  { graph, travel }: Timed,
  from: number,
  to: number,
  at: number,
  seen = new Set([from]),
): number {
  if (from === to) return at;
  let least = Infinity;
  for (let edge = graph.firstOut[from] ?? 0; edge < (graph.firstOut[from + 1] ?? 0); edge += 1) {
    const head = graph.head[edge] ?? -1;
    if (seen.has(head)) continue;
    const arrival = driveAll({ graph, travel }, head, to, at + travel(edge, at), new Set([...seen, head]));
    least = Math.min(least, arrival);
  }
  return least;
}

const NETWORKS = toCount(120, 2000);

describe('searches by the clock', () => {
  it('arrive as early as the best of all paths, by the path they name', () => {
    for (let seed = 1; seed <= NETWORKS; seed += 1) {
      const timed = drawNetwork(seed);
      for (const at of [0, 37, -90, 199]) {
        const tree = searchArrivals(timed.graph, 0, at, timed.travel);
        for (let to = 0; to < timed.graph.vertexCount; to += 1) {
          const best = driveAll(timed, 0, to, at);
          expect(at + (tree.cost[to] ?? NaN), `${seed}: 0 → ${to} at ${at}`).toBe(best);
          let moment = at;
          for (const edge of toPath(timed.graph, tree, to) ?? []) moment += timed.travel(edge, moment);
          if (best < Infinity) expect(moment).toBe(best);
        }
      }
    }
  });

  it('never arrive earlier by leaving later', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const { graph, travel } = drawNetwork(seed);
      let before = new Float64Array(graph.vertexCount).fill(-Infinity);
      for (let at = -20; at < DAY + 20; at += 1) {
        const arrivals = searchArrivals(graph, 0, at, travel).cost.map((cost) => at + cost);
        for (const [to, arrival] of arrivals.entries())
          expect(arrival).toBeGreaterThanOrEqual(before[to] ?? NaN);
        before = arrivals;
      }
    }
  });

  it('leave as late as one may: a tick later is too late', () => {
    for (let seed = 1; seed <= NETWORKS; seed += 1) {
      const timed = drawNetwork(seed);
      const { graph, travel } = timed;
      const latestEntry = (edge: number, by: number): number => {
        if (by === -Infinity) return by;
        for (let at = by; at > by - 2 * DAY; at -= 1) if (at + travel(edge, at) <= by) return at;
        return -Infinity;
      };
      const target = graph.vertexCount - 1;
      for (const by of [150, 20]) {
        const found = searchDepartures(graph, target, by, latestEntry);
        for (let from = 0; from < graph.vertexCount; from += 1) {
          const at = found.moment[from] ?? NaN;
          if (at === -Infinity) {
            expect(driveAll(timed, from, target, by - 400)).toBe(Infinity);
            continue;
          }
          expect(driveAll(timed, from, target, at)).toBeLessThanOrEqual(by);
          expect(driveAll(timed, from, target, at + 1)).toBeGreaterThan(by);
          let moment = at;
          for (const edge of followDepartures(graph, found, from) ?? []) moment += travel(edge, moment);
          expect(moment).toBeLessThanOrEqual(by);
        }
      }
    }
  });

  it('with times that never change give the tree of the search without a clock', () => {
    for (let seed = 1; seed <= NETWORKS; seed += 1) {
      const random = createRandom(seed);
      const vertexCount = random.int(2, 30);
      const inputs = Array.from({ length: random.int(1, 90) }, (_, label): EdgeInput => {
        const [tail, head] = [random.int(0, vertexCount - 1), random.int(0, vertexCount - 1)];
        return { tail, head, cost: random.int(0, 5), length: random.int(0, 3), label };
      });
      const { graph } = buildGraph(vertexCount, inputs);
      const constant: Travel = (edge) => graph.cost[edge] ?? NaN;
      expect(searchArrivals(graph, 0, random.int(-500, 500), constant)).toEqual(searchTree(graph, 0));
    }
  });

  it('refuse a vertex that is none', () => {
    const { graph, travel } = drawNetwork(1);
    expect(() => searchArrivals(graph, 99, 0, travel)).toThrow(RangeError);
    expect(() => searchDepartures(graph, -1, 0, () => 0)).toThrow(RangeError);
  });

  it('leave out edges that cannot be entered any more', () => {
    const { graph } = buildGraph(2, [{ tail: 0, head: 1, cost: 1, length: 1, label: 0 }]);
    expect(searchArrivals(graph, 0, 0, () => Infinity).cost[1]).toBe(Infinity);
    expect(
      followDepartures(
        graph,
        searchDepartures(graph, 1, 10, () => -Infinity),
        0,
      ),
    ).toBeNull();
  });
});
