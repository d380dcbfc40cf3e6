/**
 * A second opinion on trips between places of a city: a search over the columns of the network alone, step by step, that
 * remembers the last steps and holds every ban against them. It shares no graph, no states and no engine with the answer.
 */
import type { CityConnector } from '../../src/city/connectors.ts';
import { CLOSED, ROAD_STATUS, type ImportedNetwork } from '../../src/model/imported-network.ts';

/** Among its first roads for business there alone, on open ones, among its last such. */
type Phase = 0 | 1 | 2;

interface State {
  /** Milliseconds to the end of the last step. */
  readonly ms: number;
  readonly phase: Phase;
  readonly path: readonly number[];
}

interface Roads {
  readonly msOf: (step: number) => number;
  readonly isLimited: (step: number) => boolean;
  readonly next: (step: number) => readonly number[];
  /** Banned sequences by their last step. */
  readonly bans: ReadonlyMap<number, readonly (readonly number[])[]>;
  readonly memory: number;
}

/** The waiting states, least first: a heap in an array. */
class Waiting {
  readonly #heap: State[] = [];

  push(state: State): void {
    let at = this.#heap.push(state) - 1;
    for (let up = (at - 1) >> 1; at > 0 && this.#ms(up) > this.#ms(at); up = (at - 1) >> 1) {
      this.#swap(at, up);
      at = up;
    }
  }

  pop(): State | undefined {
    const [least] = this.#heap;
    const last = this.#heap.pop();
    if (least === undefined || last === undefined || this.#heap.length === 0) return least;
    this.#heap[0] = last;
    for (let at = 0; ;) {
      const down = this.#ms(2 * at + 2) < this.#ms(2 * at + 1) ? 2 * at + 2 : 2 * at + 1;
      if (this.#ms(down) >= this.#ms(at)) return least;
      this.#swap(at, down);
      at = down;
    }
  }

  #ms(i: number): number {
    return this.#heap[i]?.ms ?? Infinity;
  }

  #swap(a: number, b: number): void {
    [this.#heap[a], this.#heap[b]] = [this.#heap[b] as State, this.#heap[a] as State];
  }
}

function readRoads({ links, roads, times, bans }: ImportedNetwork, profile: number): Roads {
  const { forward, backward, destinationOnly } = times[profile] as ImportedNetwork['times'][number];
  const steps = Array.from({ length: 2 * links.from.length }, (_, step) => step);
  const isOpen = (link: number): boolean => roads.status[links.road[link] as number] === ROAD_STATUS.open;
  const msOf = (step: number): number => {
    const ms = (step % 2 === 0 ? forward : backward)[step >> 1] as number;
    return ms === CLOSED || !isOpen(step >> 1) ? Infinity : ms;
  };
  const tail = (step: number) => (step % 2 === 0 ? links.from : links.to)[step >> 1];
  const head = (step: number) => (step % 2 === 0 ? links.to : links.from)[step >> 1];
  const out = new Map<number | undefined, number[]>();
  for (const step of steps) {
    if (msOf(step) < Infinity) out.set(tail(step), [...(out.get(tail(step)) ?? []), step]);
  }
  const sequences = [...bans.profiles.keys()]
    .filter((i) => (((bans.profiles[i] as number) >> profile) & 1) === 1)
    .map((i) => [...bans.steps.subarray(bans.start[i], bans.start[i + 1])]);
  return {
    msOf,
    isLimited: (step) => (((destinationOnly[step >> 1] as number) >> (step % 2)) & 1) === 1,
    next: (step) => out.get(head(step)) ?? [],
    bans: groupByLast(sequences),
    memory: Math.max(1, ...sequences.map(({ length }) => length - 1)),
  };
}

function groupByLast(sequences: readonly (readonly number[])[]): Roads['bans'] {
  const groups = new Map<number, (readonly number[])[]>();
  for (const sequence of sequences) {
    const last = sequence.at(-1) as number;
    groups.set(last, [...(groups.get(last) ?? []), sequence]);
  }
  return groups;
}

function isBanned({ bans }: Roads, path: readonly number[]): boolean {
  return (bans.get(path.at(-1) as number) ?? []).some(
    (ban) => path.length >= ban.length && ban.every((step, i) => path.at(i - ban.length) === step),
  );
}

/** The state after one more step, its cost not yet counted; null where it may not be driven. */
function drive(roads: Roads, { ms, phase, path }: State, step: number): State | null {
  const longer = [...path, step];
  if (isBanned(roads, longer)) return null;
  const limited = roads.isLimited(step);
  if (phase === 2 && !limited) return null;
  return { ms, phase: limited ? (phase === 0 ? 0 : 2) : 1, path: longer.slice(-roads.memory) };
}

interface Meeting {
  readonly step: number;
  /** Of the step, before the place: two places of one millisecond may lie the one before the other. */
  readonly share: number;
  readonly beforeMs: number;
  readonly stepMs: number;
  readonly connectorMs: number;
}

function listMeetings({ msOf }: Roads, connectors: readonly CityConnector[]): readonly Meeting[] {
  return connectors.flatMap(({ link, share, timeMs }) =>
    [2 * link, 2 * link + 1].flatMap((step) => {
      const stepMs = msOf(step);
      if (stepMs === Infinity) return [];
      const before = step % 2 === 0 ? share : 1 - share;
      const beforeMs = Math.floor(before * stepMs + 0.5);
      return [{ step, share: before, beforeMs, stepMs, connectorMs: timeMs }];
    }),
  );
}

/** Least milliseconds from a place's connectors to another's; Infinity where there is no way. */
export function searchTripMs(
  network: ImportedNetwork,
  profile: number,
  from: readonly CityConnector[],
  to: readonly CityConnector[],
): number {
  const roads = readRoads(network, profile);
  const [starts, goals] = [listMeetings(roads, from), listMeetings(roads, to)];
  let best = Infinity;
  for (const a of starts)
    for (const b of goals)
      if (a.step === b.step && a.share <= b.share)
        best = Math.min(best, a.connectorMs + b.beforeMs - a.beforeMs + b.connectorMs);
  const open = new Waiting();
  for (const { step, beforeMs, stepMs, connectorMs } of starts) {
    const ms = connectorMs + stepMs - beforeMs;
    open.push({ ms, phase: roads.isLimited(step) ? 0 : 1, path: [step] });
  }
  const done = new Set<string>();
  for (let state = open.pop(); state !== undefined && state.ms < best; state = open.pop()) {
    const key = `${state.phase} ${state.path.join(',')}`;
    if (done.has(key)) continue;
    done.add(key);
    for (const step of roads.next(state.path.at(-1) as number)) {
      const after = drive(roads, state, step);
      if (after === null) continue;
      for (const goal of goals)
        if (goal.step === step) best = Math.min(best, state.ms + goal.beforeMs + goal.connectorMs);
      open.push({ ...after, ms: state.ms + roads.msOf(step) });
    }
  }
  return best;
}
