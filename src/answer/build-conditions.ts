/** Verdicts that sections may bring about, by id, and from which year of a programme they hold. */
import { isWithin } from '../access/origin-times.ts';
import { listGroupPairs, type GroupPair } from '../condition/group-pairs.ts';
import { judgeIndex } from '../flowchart/reading.ts';
import type { BuildCondition } from '../model/build-order.ts';
import type { FlowchartNode } from '../model/flowchart.ts';
import type { Problem } from '../problems.ts';
import { listPlayers } from '../value/game.ts';
import { measureReach, type GroupTimes } from '../value/measures.ts';
import { findNode } from './flowcharts.ts';
import type { SectionGame } from './section-game.ts';

/** What is known of a network with some sections open. */
interface Opened {
  readonly times: GroupTimes;
  readonly pairs: readonly GroupPair[];
}

export interface Condition {
  readonly id: string;
  readonly isTrue: (opened: Opened) => boolean;
}

function listPairConditions({ travel: { groups, cutoffS } }: SectionGame): readonly Condition[] {
  const nowhere = listGroupPairs(groups, () => Infinity);
  return nowhere.map(({ from, to }, i) => ({
    id: `pair:${from}-${to}`,
    isTrue: ({ pairs }) => isWithin(pairs[i]?.timeMs ?? Infinity, cutoffS),
  }));
}

function toBelt(
  { travel: { groups, cutoffS } }: SectionGame,
  node: FlowchartNode | null,
): readonly Condition[] {
  if (node === null || groups.length < 2) return [];
  const isTrue = ({ pairs }: Opened): boolean =>
    judgeIndex(node, pairs.filter(({ timeMs }) => isWithin(timeMs, cutoffS)).length) === 'yes';
  return [{ id: 'belt', isTrue }];
}

function toIndependence({ travel }: SectionGame, node: FlowchartNode | null): readonly Condition[] {
  if (node === null) return [];
  const isTrue = ({ times }: Opened): boolean =>
    judgeIndex(node, measureReach(travel, times, 'iOut')) === 'yes';
  return [{ id: 'independence', isTrue }];
}

/** A share times a number of pairs is a whole number but for rounding. */
const ROUNDING = 1e-9;

/** `share:0.8`: share of the pairs of an origin and a group within the cutoff; undefined where it is no share. */
function findShare({ travel }: SectionGame, id: string): Condition | undefined {
  const share = Number(/^share:(\d+(?:\.\d+)?)$/.exec(id)?.[1] ?? NaN);
  if (!(share <= 1)) return undefined;
  const least = share * travel.travellers.length * travel.groups.length - ROUNDING;
  return { id, isTrue: ({ times }) => (measureReach(travel, times, 'passes') ?? 0) >= least };
}

function listReachConditions({ travel }: SectionGame): readonly Condition[] {
  const { travellers, sites, groups, cutoffS } = travel;
  return travellers.flatMap(({ id, site }) =>
    groups.map(({ group }, k) => ({
      id: `reach:${id}-${group}`,
      isTrue: ({ times }: Opened) =>
        isWithin(times[sites.indexOf(site) * groups.length + k] as number, cutoffS),
    })),
  );
}

/** The flowchart's two verdicts that hang on times, and every directed pair of plants. */
function listDefaults(game: SectionGame): readonly Condition[] {
  return [
    ...toBelt(game, findNode(game.question, 'belt-linked-pairs')),
    ...toIndependence(game, findNode(game.question, 'independence-share')),
    ...listPairConditions(game),
  ];
}

const WORDS = 'share:X (X of the pairs within the cutoff, 0 to 1) or reach:ORIGIN-GROUP';

/** Conditions of the ids asked for, else those of every question; ids that mean nothing are problems. */
export function findConditions(
  game: SectionGame,
  asked: readonly string[] | undefined,
): { readonly conditions: readonly Condition[]; readonly problems: readonly Problem[] } {
  const defaults = listDefaults(game);
  if (asked === undefined) return { conditions: defaults, problems: [] };
  const known = new Map([...defaults, ...listReachConditions(game)].map((one) => [one.id, one]));
  const problems: Problem[] = [];
  const conditions = asked.flatMap((id): readonly Condition[] => {
    const found = known.get(id) ?? findShare(game, id);
    if (found !== undefined) return [found];
    const expected = `one of ${[...defaults.map((one) => one.id), WORDS].join(', ')}`;
    problems.push({
      ...{ file: 'request', path: 'conditions', expected, found: JSON.stringify(id), code: 'unknown-id' },
    });
    return [];
  });
  return { conditions, problems };
}

/** Sets open at the end of each year of a programme, from year 1 on. */
type Years = readonly number[];

function findYear(holds: readonly boolean[], years: Years | null): number | null {
  if (holds[0] === true) return 0;
  const at = (years ?? []).findIndex((set) => holds[set] === true);
  return at < 0 ? null : at + 1;
}

/**
 * The earliest year at whose end a condition can hold: that of the set that brings it about and is finished first. More
 * open sections never lengthen a trip, so what is built besides takes nothing away.
 */
export function toBuildCondition(
  { id }: Condition,
  holds: readonly boolean[],
  finish: (set: number) => number,
  programmes: { readonly best: Years; readonly real: Years | null },
  sections: readonly string[],
): BuildCondition {
  const sets = holds.flatMap((one, set) => (one ? [set] : []));
  const size = (set: number): number => listPlayers(set).length;
  const [first] = sets.toSorted((a, b) => finish(a) - finish(b) || size(a) - size(b) || a - b);
  return {
    id,
    earliest: first === undefined ? null : finish(first),
    sections: listPlayers(first ?? 0).map((i) => sections[i] ?? ''),
    best: findYear(holds, programmes.best),
    real: findYear(holds, programmes.real),
  };
}
