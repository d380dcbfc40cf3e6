/**
 * A second opinion on a map: a search over its raw ways, node by node, that remembers the last moves and asks every rule
 * in plain words. It shares nothing with the import: no links, no states, no layers.
 */
import type { Elements, RelationInput, WayInput } from './pbf-file.ts';

export type Vehicle = 'car' | 'truck';

/** One step of a path: a way driven from one of its nodes to the next or the one before. */
export interface Move {
  readonly way: WayInput;
  readonly from: number;
  readonly to: number;
  /** Place of the piece along the way, and whether it is driven as drawn. */
  readonly piece: number;
  readonly forward: boolean;
  readonly limited: boolean;
}

export interface Rules {
  readonly moves: readonly Move[];
  readonly bans: readonly Ban[];
  readonly closed: ReadonlySet<number>;
}

interface Ban {
  readonly kind: 'no' | 'only';
  readonly isUTurn: boolean;
  readonly from: number;
  readonly via: readonly number[];
  /** The way between, and nodes of the way that a ban over one leads to. */
  readonly over: WayInput | null;
  readonly goals: readonly number[];
  /** Node at which it decides, for one over a node. */
  readonly at: number | null;
  readonly to: number;
}

function listMoves({ ways = [] }: Elements, vehicle: Vehicle): readonly Move[] {
  return ways.flatMap((way) => {
    const { oneway, hgv, access } = way.tags ?? {};
    if (vehicle === 'truck' && hgv === 'no') return [];
    const limited = access === 'destination';
    return way.nodes.slice(1).flatMap((to, piece) => {
      const from = way.nodes[piece] as number;
      const there: Move = { way, from, to, piece, forward: true, limited };
      const back: Move = { way, from: to, to: from, piece, forward: false, limited };
      return [...(oneway === '-1' ? [] : [there]), ...(oneway === 'yes' ? [] : [back])];
    });
  });
}

function listClosed({ nodes = [] }: Elements, vehicle: Vehicle): ReadonlySet<number> {
  const isClosed = ({ barrier, hgv }: Readonly<Record<string, string>>): boolean =>
    barrier === 'bollard' || (barrier === 'gate' && hgv === 'no' && vehicle === 'truck');
  return new Set(nodes.filter(({ tags }) => isClosed(tags ?? {})).map(({ id }) => id));
}

function toBan(
  { members, tags = {} }: RelationInput,
  vehicle: Vehicle,
  ways: readonly WayInput[],
): Ban | null {
  if (vehicle === 'truck' && tags['except'] === 'hgv') return null;
  const find = (role: string) => members.filter((one) => one[2] === role);
  const via = find('via');
  const findWay = (id: number | undefined) => ways.find((way) => way.id === id) ?? null;
  const between = via.find(([kind]) => kind === 1)?.[1];
  return {
    over: findWay(between),
    goals: findWay(find('to')[0]?.[1])?.nodes ?? [],
    kind: tags['restriction']?.startsWith('only') === true ? 'only' : 'no',
    isUTurn: tags['restriction'] === 'no_u_turn',
    from: find('from')[0]?.[1] ?? NaN,
    to: find('to')[0]?.[1] ?? NaN,
    via: via.filter(([kind]) => kind === 1).map(([, id]) => id),
    at: via.find(([kind]) => kind === 0)?.[1] ?? null,
  };
}

/** Ways and relations that the import refuses to use are left out here too: the caller says which. */
export function readSlowly(elements: Elements, vehicle: Vehicle, unusable: ReadonlySet<number>): Rules {
  const { relations = [], ways = [] } = elements;
  const usable = relations.filter(({ id }) => !unusable.has(id));
  const bans = usable.flatMap((one) => toBan(one, vehicle, ways) ?? []);
  return { moves: listMoves(elements, vehicle), bans, closed: listClosed(elements, vehicle) };
}

const isBack = (a: Move, b: Move): boolean =>
  a.way === b.way && a.piece === b.piece && a.forward !== b.forward;

/** Whether the way the path came over the via ways is the one a ban speaks of, and it is at its end. */
function isAtTurn({ from, via, at }: Ban, path: readonly Move[]): boolean {
  const last = path.at(-1);
  if (last === undefined) return false;
  if (at !== null) return last.way.id === from && last.to === at;
  const [way] = via;
  let i = path.length;
  // Back over one whole via way, from one of its ends to the other.
  const pieces = last.way.nodes.length - 1;
  i -= pieces;
  const over = path.slice(Math.max(0, i));
  const isWhole =
    i >= 0 &&
    over.every((move) => move.way.id === way && move.forward === last.forward) &&
    new Set(over.map(({ piece }) => piece)).size === pieces;
  return isWhole && path[i - 1]?.way.id === from;
}

/** Whether a ban means turning round at a node that its road goes on past: then going on is allowed. */
function isRoundOnly({ isUTurn, from, to, at }: Ban, moves: readonly Move[]): boolean {
  const rounds = moves.filter(
    (move) => move.way.id === from && move.to === at && moves.some((other) => isBack(move, other)),
  );
  return isUTurn && from === to && rounds.length > 1;
}

/** Pieces of a way as they are driven from one of its ends, if that leads to one of the goals. */
function listFrom({ nodes }: WayInput, forward: boolean, goals: readonly number[]): readonly number[] {
  const pieces = [...nodes.slice(1).keys()];
  const end = nodes.at(forward ? -1 : 0);
  if (!goals.includes(end ?? NaN)) return [];
  return forward ? pieces : pieces.toReversed();
}

/** Whether a path that came from the road of a ban and is on the only way it may take goes on along it. */
function keepsTo({ kind, from, over, goals }: Ban, path: readonly Move[], next: Move): boolean {
  if (kind === 'no' || over === null) return true;
  return [true, false].every((forward) => {
    const pieces = listFrom(over, forward, goals);
    return pieces.every((piece, driven) => {
      const start = path.at(-1 - driven);
      const isThere =
        start?.way.id === from &&
        start.to === over.nodes.at(forward ? 0 : -1) &&
        path
          .slice(path.length - driven)
          .every((move, i) => move.way === over && move.forward === forward && move.piece === pieces[i]);
      return !isThere || (next.way === over && next.forward === forward && next.piece === piece);
    });
  });
}

function isAllowed({ bans, closed, moves }: Rules, path: readonly Move[], next: Move): boolean {
  const last = path.at(-1);
  if (last !== undefined && closed.has(next.from) && !isBack(last, next)) return false;
  return bans.every((ban) => {
    if (isAtTurn(ban, path) && isRoundOnly(ban, moves)) return last === undefined || !isBack(last, next);
    if (isAtTurn(ban, path)) return (next.way.id === ban.to) === (ban.kind === 'only');
    return keepsTo(ban, path, next);
  });
}

/** Where a trip stands: among its first limited roads, on open ones, among its last limited ones. */
type Phase = 0 | 1 | 2;

/** The phase after a move; null where it is forbidden: from the last limited roads nothing leads out. */
function toPhase(phase: Phase, { limited }: Move): Phase | null {
  if (limited) return phase === 0 ? 0 : 2;
  return phase === 2 ? null : 1;
}

interface State {
  readonly at: number;
  readonly ms: number;
  readonly phase: Phase;
  /** The last moves: rules look back no further. */
  readonly path: readonly Move[];
}

/** Moves that rules look back: the last one, and those over a via way and onto it. */
function toMemory({ bans, moves }: Rules): number {
  const pieces = bans.flatMap(({ via }) =>
    via.map((id) => Math.max(0, ...moves.filter((move) => move.way.id === id).map(({ piece }) => piece + 1))),
  );
  return 1 + Math.max(0, ...pieces);
}

/** Least milliseconds from a node to every other one, by phase and by the last moves driven. */
export function searchSlowly(
  rules: Rules,
  from: number,
  msOf: (move: Move) => number,
): ReadonlyMap<number, number> {
  const numbers = new Map(rules.moves.map((move, i) => [move, i]));
  const toKey = ({ at, phase, path }: State): string =>
    `${at} ${phase} ${path.map((move) => numbers.get(move)).join(',')}`;
  const memory = toMemory(rules);
  const done = new Set<string>();
  const best = new Map<number, number>();
  const open: State[] = [{ at: from, ms: 0, phase: 0, path: [] }];
  while (open.length > 0) {
    const least = open.reduce((a, b, i) => (b.ms < (open[a] as State).ms ? i : a), 0);
    const [state] = open.splice(least, 1) as [State];
    if (done.has(toKey(state))) continue;
    done.add(toKey(state));
    if (!best.has(state.at)) best.set(state.at, state.ms);
    for (const move of rules.moves) {
      if (move.from !== state.at || !isAllowed(rules, state.path, move)) continue;
      const phase = toPhase(state.phase, move);
      if (phase === null) continue;
      open.push({
        at: move.to,
        ms: state.ms + msOf(move),
        phase,
        path: [...state.path, move].slice(-memory),
      });
    }
  }
  return best;
}
