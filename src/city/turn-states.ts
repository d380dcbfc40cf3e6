/**
 * Turn bans as states: after some steps a driver is on the way to a banned sequence, and what may follow depends on it.
 * An automaton that knows, for any steps driven, the longest beginning of a ban they end with. Only nodes that bans
 * pass have more than one state.
 */
import type { ImportedNetwork } from '../model/imported-network.ts';

/** No beginning of any ban. */
export const PLAIN = 0;
/** A step that may not be driven. */
export const FORBIDDEN = -1;

export interface TurnStates {
  /** States, the plain one included. */
  readonly count: number;
  /** Step that leads to a state; −1 for the plain one. */
  readonly stepOf: Int32Array;
  /** State after a step from a state, or FORBIDDEN. */
  readonly follow: (state: number, step: number) => number;
}

interface Prefix {
  readonly step: number;
  readonly parent: number;
  readonly next: Map<number, number>;
  isBanned: boolean;
  /** The longest proper end of this beginning that is itself one. */
  fallback: number;
}

const createPrefix = (step: number, parent: number): Prefix => ({
  ...{ step, parent, next: new Map(), isBanned: false, fallback: PLAIN },
});

/** Beginnings of all bans of a profile, each after its parent. */
function listPrefixes({ bans }: ImportedNetwork, profile: number): Prefix[] {
  const prefixes = [createPrefix(-1, PLAIN)];
  for (let ban = 0; ban + 1 < bans.start.length; ban += 1) {
    if ((((bans.profiles[ban] as number) >> profile) & 1) === 0) continue;
    let at = PLAIN;
    for (const step of bans.steps.subarray(bans.start[ban], bans.start[ban + 1])) {
      const prefix = prefixes[at] as Prefix;
      const known = prefix.next.get(step);
      if (known === undefined) {
        prefix.next.set(step, prefixes.length);
        prefixes.push(createPrefix(step, at));
      }
      at = known ?? prefixes.length - 1;
    }
    (prefixes[at] as Prefix).isBanned = true;
  }
  return prefixes;
}

/** Follows a step without regard to what is banned. */
function findNext(prefixes: readonly Prefix[], from: number, step: number): number {
  for (let at = from; ; at = (prefixes[at] as Prefix).fallback) {
    const next = (prefixes[at] as Prefix).next.get(step);
    if (next !== undefined) return next;
    if (at === PLAIN) return PLAIN;
  }
}

/** Fallbacks, level by level: that of a beginning is one of the fallback of its parent. */
function linkFallbacks(prefixes: readonly Prefix[]): void {
  let level = [...(prefixes[PLAIN] as Prefix).next.values()];
  while (level.length > 0) {
    for (const at of level) {
      const prefix = prefixes[at] as Prefix;
      if (prefix.parent !== PLAIN) {
        prefix.fallback = findNext(prefixes, (prefixes[prefix.parent] as Prefix).fallback, prefix.step);
      }
      if ((prefixes[prefix.fallback] as Prefix).isBanned) prefix.isBanned = true;
    }
    level = level.flatMap((at) => [...(prefixes[at] as Prefix).next.values()]);
  }
}

/** The states of a profile. */
export function createTurnStates(network: ImportedNetwork, profile: number): TurnStates {
  const prefixes = listPrefixes(network, profile);
  linkFallbacks(prefixes);
  // Beginnings that are already banned are never reached: they need no state.
  const stateOf = new Int32Array(prefixes.length).fill(FORBIDDEN);
  const kept: number[] = [];
  for (const [at, { isBanned }] of prefixes.entries()) {
    if (isBanned) continue;
    stateOf[at] = kept.length;
    kept.push(at);
  }
  const hasStart = new Uint8Array(2 * network.links.from.length);
  for (const step of (prefixes[PLAIN] as Prefix).next.keys()) hasStart[step] = 1;
  const follow: TurnStates['follow'] = (state, step) => {
    if (state === PLAIN && hasStart[step] === 0) return PLAIN;
    return stateOf[findNext(prefixes, kept[state] as number, step)] as number;
  };
  return {
    count: kept.length,
    stepOf: Int32Array.from(kept, (at) => (prefixes[at] as Prefix).step),
    follow,
  };
}
