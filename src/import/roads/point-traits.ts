/** What the tags of a node mean for whoever drives past it: barriers, signals, toll booths. */
import type { RoadProfile, RoadRules } from '../../model/road-rules.ts';
import type { Tags } from '../osm/element.ts';
import { ACCESS, readAccess, type Access } from './access.ts';
import { tallyConditions, tallyTimes } from './conditional.ts';
import { readFit } from './size-check.ts';
import type { Interpreter } from './traits.ts';

/** Bits: a signal for whoever drives along, or against, the way it stands on. */
export const SIGNAL = { none: 0, forward: 1, backward: 2, both: 3 } as const;

export interface PointTraits {
  /** By profile: who may pass. */
  readonly access: readonly Access[];
  readonly signal: number;
  readonly tollBooth: boolean;
}

/** Keys of what stands at a road and has users of its own. */
const THINGS = [
  'amenity',
  'building',
  'door',
  'entrance',
  'leisure',
  'office',
  'public_transport',
  'shop',
  'tourism',
];
const STOPS: ReadonlySet<string> = new Set(['bus_stop', 'elevator', 'platform', 'rest_area', 'services']);

/** A parking place's access and height are its own: of who drives past its entrance they say nothing. */
function isThing(tags: Tags): boolean {
  return THINGS.some((key) => tags.has(key)) || STOPS.has(tags.get('highway') ?? '');
}

/** What is said of a numbered exit is said of who may leave there, not of who drives on; the ramp has its own tags. */
function isExit(tags: Tags): boolean {
  return tags.get('highway') === 'motorway_junction';
}

/** The traits of a node; null where nothing about it concerns a driver. */
export function readPointTraits(tags: Tags, id: number, interpreter: Interpreter): PointTraits | null {
  if (tags.size === 0) return null;
  const barrier = tags.get('barrier');
  const isOfRoad = barrier !== undefined || !(isThing(tags) || isExit(tags));
  tallyConditions(tags, barrier !== undefined, interpreter.rules.profiles, interpreter.tally, id);
  if (barrier !== undefined) tallyTimes(tags, interpreter.tally, id);
  if (!isOfRoad && isExit(tags)) tallyExit(tags, id, interpreter);
  const access = interpreter.rules.profiles.map((profile) =>
    isOfRoad ? readPassage(tags, profile, id, interpreter) : ACCESS.open,
  );
  const signal = readSignal(tags);
  const tollBooth = barrier === 'toll_booth' || tags.get('highway') === 'toll_gantry';
  const isOpen = access.every((one) => one === ACCESS.open);
  return isOpen && signal === SIGNAL.none && !tollBooth ? null : { access, signal, tollBooth };
}

/** Who may pass: what fits through, of those who may. */
function readPassage(tags: Tags, profile: RoadProfile, id: number, interpreter: Interpreter): Access {
  const { words, tally } = interpreter;
  const fit = readFit(tags, profile, null, tally, id);
  if (fit === ACCESS.closed) return fit;
  const barrier = tags.get('barrier');
  const said = readAccess(tags, profile.access, null, { profile, words, tally }, null, id);
  const passes = said ?? (barrier === undefined ? ACCESS.open : toUsual(barrier, tags, id, interpreter));
  return fit < passes ? fit : passes;
}

function tallyExit(tags: Tags, id: number, { rules, words, tally }: Interpreter): void {
  for (const key of new Set(rules.profiles.flatMap(({ access }) => access))) {
    const text = tags.get(key);
    if (text === undefined || words.get(text) === ACCESS.open) continue;
    tally.add('access', `of an exit, ${key}=${text}`, id);
  }
}

/** Who may pass a barrier that says nothing of access. One of an unknown kind is taken for what it is called. */
function toUsual(barrier: string, tags: Tags, id: number, { rules, tally }: Interpreter): Access {
  if (tags.get('locked') === 'yes') return ACCESS.closed;
  if (barrier === 'bollard' && isOpenBollard(tags, rules)) return ACCESS.open;
  if (rules.barriers.open.includes(barrier)) return ACCESS.open;
  if (!rules.barriers.closed.includes(barrier)) tally.add('barrier', barrier, id);
  return ACCESS.closed;
}

function isOpenBollard(tags: Tags, { openBollards }: RoadRules): boolean {
  return openBollards.includes(tags.get('bollard') ?? '');
}

/** Signals of a crossing for people on foot alone are not counted: they are not tagged as traffic signals. */
function readSignal(tags: Tags): number {
  if (tags.get('highway') !== 'traffic_signals') return SIGNAL.none;
  const direction = tags.get('traffic_signals:direction') ?? tags.get('direction');
  if (direction === 'forward') return SIGNAL.forward;
  return direction === 'backward' ? SIGNAL.backward : SIGNAL.both;
}
