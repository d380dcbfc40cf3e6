/** Random scenarios over random maps, told twice: as modifications, and as an outsider sees them who cuts no link. */
import { expect } from 'vitest';
import { joinPlace, openCity, openCityState, type City, type Site } from '../../src/city/city.ts';
import { measureLineM } from '../../src/geodesic.ts';
import { toByteSource } from '../../src/import/byte-source.ts';
import type { ImportedNetwork } from '../../src/model/imported-network.ts';
import type { Interchange, Modification } from '../../src/model/scenario.ts';
import type { LonLat } from '../../src/model/source.ts';
import { importWhole } from '../import/drawn-map.ts';
import { toPbf, type Elements } from '../import/pbf-file.ts';
import { makeRandomMap } from '../import/random-map.ts';
import { createRandom, type Random } from '../scene/random.ts';
import { applyPlan, listWrong, placeOf, toBuild, tryTo } from './plans.ts';
import type { SlowPlan, SlowRoad } from './slow-plan.ts';

export const importMap = (map: Elements): ImportedNetwork | null =>
  tryTo(() => importWhole(toByteSource(toPbf(map), 'random')));

export function joinRandom(city: City, random: Random): readonly Site[] {
  const places = Array.from({ length: 4 }, (_, i) => {
    const at: LonLat = [113.3 + random.int(-10, 130) / 10_000, 23.1 + random.int(-10, 130) / 10_000];
    return { id: `P${i}`, at };
  });
  return places.flatMap((place) => tryTo(() => joinPlace(city, place)) ?? []);
}

/** A network of which nothing is banned and nothing is for business there alone. */
function openAll(network: ImportedNetwork): ImportedNetwork {
  const none = { start: Uint32Array.of(0), steps: new Uint32Array(), profiles: new Uint8Array() };
  const times = network.times.map((one) => ({ ...one, destinationOnly: one.destinationOnly.map(() => 0) }));
  return { ...network, times, bans: none };
}

/** A place of an interchange: where it is, how the file says it, and how the outsider does. */
interface Meeting {
  readonly at: LonLat;
  readonly say: Omit<Interchange, 'vertex'>;
  readonly stop: string;
}

const SHARES = [0.1, 0.25, 1 / 3, 0.5, 0.5, 0.9];

function makeMeeting(network: ImportedNetwork, random: Random): Meeting {
  const { links, nodes } = network;
  const id = random.pick([...nodes.id]);
  if (random.once(3))
    return { at: placeOf(network, id), say: { node: String(id) }, stop: `n${nodes.id.indexOf(id)}` };
  // A straight one: the outsider measures to the point between its ends.
  const isStraight = (one: number): boolean => links.shapeStart[one] === links.shapeStart[one + 1];
  const straight = [...links.from.keys()].filter(isStraight);
  const link = random.pick(straight.length > 0 ? straight : [0]);
  const same = [...links.id.keys()].filter((other) => links.id[other] === links.id[link]);
  const name = same.length === 1 ? `${links.id[link]}` : `${links.id[link]}.${same.indexOf(link) + 1}`;
  const share = random.pick(SHARES);
  const [from, to] = [links.from[link] as number, links.to[link] as number].map((node) =>
    placeOf(network, nodes.id[node] as number),
  ) as [LonLat, LonLat];
  const at: LonLat = [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
  return { at, say: { link: name, share }, stop: `${link}@${share}` };
}

interface Drawn {
  readonly modifications: readonly Modification[];
  readonly plan: SlowPlan;
}

function makePlan(network: ImportedNetwork, random: Random): Drawn {
  const builds = Array.from({ length: random.int(1, 3) }, (_, i) => {
    const meetings = Array.from({ length: random.int(2, 4) }, () => makeMeeting(network, random));
    const interchanges = meetings.map(({ say }, vertex) => ({ vertex, ...say }));
    const line = meetings.map(({ at }) => at);
    return {
      meetings,
      build: toBuild(line, interchanges, { id: `B${i}`, postedKmh: random.pick([40, 100]) }),
    };
  });
  const sound = builds.filter(({ build }) => listWrong(network, [build]).length === 0);
  const state = applyPlan(
    network,
    sound.map(({ build }) => build),
  );
  const ids = new Set(random.once(2) ? [random.pick([...network.links.id])] : []);
  const closed = new Set(
    [...network.links.id.keys()].filter((link) => ids.has(network.links.id[link] as number)),
  );
  const roads = sound.map(({ meetings, build }): SlowRoad => {
    const line = state.network.names.findIndex(({ name }) => name === build.title);
    expect(line).toBeGreaterThanOrEqual(0);
    const lengths = meetings.slice(1).map(({ at }, i) => measureLineM([(meetings[i] as Meeting).at, at]));
    const ms = lengths.map((m) =>
      Math.floor((Math.floor(m * 1000 + 0.5) * 360) / (build.postedKmh * 100) + 0.5),
    );
    return { stops: meetings.map(({ stop }) => stop), ms };
  });
  const close = [...ids].map((id): Modification => ({ kind: 'close', links: [String(id)] }));
  return { modifications: [...sound.map(({ build }) => build), ...close], plan: { network, closed, roads } };
}

/** A random map with every road open, a plan over it, and both as cities; null where the map or the plan is none. */
export function openPlanned(seed: number) {
  const random = createRandom(seed);
  const whole = importMap(makeRandomMap(seed));
  if (whole === null) return null;
  const network = openAll(whole);
  const { modifications, plan } = makePlan(network, random);
  if (listWrong(network, modifications).length > 0) return null;
  const city = openCityState(applyPlan(network, modifications));
  const base = openCity(network, 'car');
  return { network, plan, city, base, sites: joinRandom(base, random) };
}
