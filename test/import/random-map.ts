/** Seeded maps of a few streets with every rule that a graph must obey: one-way, bans, barriers, destinations. */
import { createRandom, type Random } from '../scene/random.ts';
import type { Elements, NodeInput, RelationInput, WayInput } from './pbf-file.ts';

const SIDE = 4;

function makeNodes(random: Random): readonly NodeInput[] {
  return Array.from({ length: SIDE * SIDE }, (_, i): NodeInput => {
    const [column, row] = [i % SIDE, Math.floor(i / SIDE)];
    const barrier = random.pick<Record<string, string> | null>([
      ...Array.from({ length: 12 }, () => null),
      { barrier: 'bollard' },
      { barrier: 'gate', hgv: 'no' },
    ]);
    const tags = barrier === null ? {} : { tags: barrier };
    const jitter = (): number => random.int(-2000, 2000) / 1e7;
    return { id: i + 1, lon: 113.3 + column * 0.004 + jitter(), lat: 23.1 + row * 0.004 + jitter(), ...tags };
  });
}

/** Streets of two to four nodes along the grid, so that ways bend, meet and cross. */
function makeWay(random: Random, id: number): WayInput {
  let at = random.int(0, SIDE * SIDE - 1);
  const nodes = [at + 1];
  for (let i = random.int(1, 3); i > 0; i -= 1) {
    const [column, row] = [at % SIDE, Math.floor(at / SIDE)];
    const steps = [
      ...(column > 0 ? [-1] : []),
      ...(column < SIDE - 1 ? [1] : []),
      ...(row > 0 ? [-SIDE] : []),
      ...(row < SIDE - 1 ? [SIDE] : []),
    ];
    at += random.pick(steps);
    nodes.push(at + 1);
  }
  return {
    id,
    nodes,
    tags: {
      highway: random.pick(['primary', 'residential', 'residential', 'service']),
      maxspeed: random.pick(['30', '30', '50']),
      ...random.pick([{}, {}, {}, { oneway: 'yes' }, { oneway: '-1' }]),
      ...random.pick([{}, {}, {}, {}, { access: 'destination' }, { hgv: 'no' }]),
    },
  };
}

function makeTurn(random: Random, id: number, ways: readonly WayInput[]): RelationInput | null {
  const from = random.pick(ways);
  const via = from.nodes.at(random.once(2) ? 0 : -1) as number;
  const meeting = ways.filter((way) => way.nodes[0] === via || way.nodes.at(-1) === via);
  const to = random.pick(meeting);
  const restriction = random.pick(['no_left_turn', 'no_right_turn', 'no_u_turn', 'only_straight_on']);
  const tags = { type: 'restriction', restriction, ...random.pick([{}, {}, { except: 'hgv' }]) };
  const onWay = random.once(3)
    ? ways.find((way) => way !== from && way.nodes.at(-1) !== via && way.nodes[0] === via)
    : undefined;
  if (onWay !== undefined) {
    const end = onWay.nodes.at(-1) as number;
    const next = random.pick([
      onWay,
      ...ways.filter((way) => way.nodes[0] === end || way.nodes.at(-1) === end),
    ]);
    return {
      id,
      members: [
        [1, from.id, 'from'],
        [1, onWay.id, 'via'],
        [1, next.id, 'to'],
      ],
      tags,
    };
  }
  return {
    id,
    members: [
      [1, from.id, 'from'],
      [0, via, 'via'],
      [1, to.id, 'to'],
    ],
    tags,
  };
}

/** The map of a seed. */
export function makeRandomMap(seed: number): Elements {
  const random = createRandom(seed);
  const ways = Array.from({ length: random.int(6, 16) }, (_, i) => makeWay(random, 101 + i));
  const turns = Array.from({ length: random.int(0, 3) }, (_, i) => makeTurn(random, 1001 + i, ways));
  return { nodes: makeNodes(random), ways, relations: turns.filter((turn) => turn !== null) };
}
