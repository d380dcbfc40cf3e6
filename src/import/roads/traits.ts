/** What the tags of a way mean for each vehicle: the one place where all tag rules come together. */
import { ROAD_FLAGS, ROAD_STATUS, type ImportNoteKind } from '../../model/imported-network.ts';
import type { Facility } from '../../model/road.ts';
import type { RoadProfile, RoadRules } from '../../model/road-rules.ts';
import type { VehicleClass } from '../../model/travel.ts';
import { SPEED_UNITS, toDrivenSpeed } from '../../network/driven-speed.ts';
import type { Tags } from '../osm/element.ts';
import {
  ACCESS,
  readAccess,
  toAccessWords,
  type Access,
  type AccessWords,
  type Direction,
} from './access.ts';
import { readCarpool } from './carpool.ts';
import { tallyConditions, tallyTimes } from './conditional.ts';
import { readDurationS } from './duration.ts';
import { isSpoken, readUsualCarriage } from './ferry.ts';
import { findLimit, isMotorroad, type Limit } from './limit.ts';
import { readNames, type Names } from './names.ts';
import { isCircle, readDirections } from './oneway.ts';
import { findRoadClass, isVessel, toClassTable, type ClassTable, type FoundClass } from './road-class.ts';
import { readFit } from './size-check.ts';
import type { Tally } from './tally.ts';

/** What one vehicle may do along one direction. */
interface Drive {
  readonly access: Access;
  /** What it drives, in units of 0.01 km/h; 0 where it may not. */
  readonly speed: number;
}

/** A way as it is driven. */
export interface Traits {
  readonly classIndex: number;
  readonly status: number;
  readonly flags: number;
  /** Limit of the first vehicle, in units of 0.01 km/h; 0 where it may not. */
  readonly limits: Readonly<Record<Direction, number>>;
  /** By profile. */
  readonly drives: readonly Readonly<Record<Direction, Drive>>[];
  readonly names: Names;
  readonly opens: string | null;
  /** What the whole way takes, where it is a ferry that says so. */
  readonly durationS: number | null;
  /** Equal for ways that are alike in all of this. */
  readonly key: string;
}
type Common = Omit<Traits, 'names' | 'key'>;

/** Rules made ready for one import. */
export interface Interpreter {
  readonly rules: RoadRules;
  readonly classes: ClassTable;
  readonly words: AccessWords;
  readonly country: string | null;
  readonly vehicles: readonly VehicleClass[];
  readonly tally: Tally;
  /** Whether a key means anything for traits. */
  readonly isRelevant: (key: string) => boolean;
  /** What was found for tags before: many ways have the same. */
  readonly meanings: Map<string, Meaning>;
  /** Numbers of different traits, by their text. */
  readonly ids: Map<string, number>;
}

const DIRECTIONS: readonly Direction[] = ['forward', 'backward'];

/** What many ways have in common: all of their traits but names, and what was told of their tags. */
interface Meaning {
  readonly traits: Common | null;
  /** Equal for equal traits, whatever tags they come from. */
  readonly id: number;
  readonly told: readonly (readonly [kind: ImportNoteKind, value: string])[];
}

/** Keys that mean anything for traits besides those of the profiles. */
const RELEVANT =
  /^(?:highway|route|area|junction|hov|construction|proposed|planned|opening_date|service|max|source:maxspeed|zone:|toll|bridge|tunnel|motorroad|expressway|duration|width|est_width|smoothness|impassable|status|ice_road|winter_road|seasonal|opening_hours)/;

function listRelevant({ profiles }: RoadRules): (key: string) => boolean {
  const starts = [...new Set(profiles.flatMap(({ access, oneway }) => [...access, ...oneway]))];
  const known = new Map<string, boolean>();
  return (key) => {
    const found = known.get(key) ?? (RELEVANT.test(key) || starts.some((start) => key.startsWith(start)));
    known.set(key, found);
    return found;
  };
}

/** Makes rules ready. `vehicles` are the vehicle classes of the rules' profiles, in their order. */
export function createInterpreter(
  rules: RoadRules,
  vehicles: readonly VehicleClass[],
  country: string | null,
  tally: Tally,
): Interpreter {
  return {
    ...{ rules, country, vehicles, tally },
    classes: toClassTable(rules),
    words: toAccessWords(rules),
    isRelevant: listRelevant(rules),
    meanings: new Map(),
    ids: new Map(),
  };
}

/** What a way is for each vehicle; null where it is no road, or closed to all of them. */
export function readTraits(tags: Tags, id: number, interpreter: Interpreter): Traits | null {
  const { isRelevant, meanings, tally } = interpreter;
  let key = '';
  // Of walkers and riders it is asked on ferries alone.
  const isAnyRelevant = isVessel(tags);
  for (const [name, value] of tags) if (isAnyRelevant || isRelevant(name)) key += `${name}=${value}\n`;
  if (key === '') return null;
  const meaning = meanings.get(key) ?? findMeaning(tags, interpreter);
  if (meanings.size < MAX_MEANINGS) meanings.set(key, meaning);
  for (const [kind, value] of meaning.told) tally.add(kind, value, id);
  if (meaning.traits === null) return null;
  const names = readNames(tags);
  return { ...meaning.traits, names, key: `${meaning.id} ${JSON.stringify(names)}` };
}

/** Files have some thousands of different sets of tags. */
const MAX_MEANINGS = 200_000;

/** Finds out what tags mean, and takes down what is told, for the ways that have the same. */
function findMeaning(tags: Tags, interpreter: Interpreter): Meaning {
  const told: [ImportNoteKind, string][] = [];
  const tally: Tally = { add: (kind, value) => told.push([kind, value]), list: () => [] };
  const traits = readCommon(tags, 0, { ...interpreter, tally });
  const { ids } = interpreter;
  const text = JSON.stringify(traits);
  const id = ids.get(text) ?? ids.size;
  ids.set(text, id);
  return { traits, id, told };
}

function readCommon(tags: Tags, id: number, interpreter: Interpreter): Common | null {
  const { rules, classes, tally } = interpreter;
  const found = findRoadClass(tags, classes, tally, id);
  if (found === null) return null;
  const limits = DIRECTIONS.map((direction) =>
    rules.profiles.map((profile) => findLimit(tags, found.roadClass, profile, direction, interpreter, id)),
  );
  // Of closed roads too: they may open at some hours.
  tallyConditions(tags, isForAll(found), rules.profiles, tally, id);
  const drives = rules.profiles.map((profile, p) => {
    const sides = readSides(tags, found, profile, interpreter, id);
    const toDrive = (direction: Direction, side: 0 | 1): Drive => {
      const limit = limits[side]?.[p];
      const access = sides[direction];
      if (access === ACCESS.closed || limit === undefined) return { access: ACCESS.closed, speed: 0 };
      return { access, speed: toDrivenSpeed(limit.kmh, toFacility(found, tags), interpreter.vehicles[p]) };
    };
    return { forward: toDrive('forward', 0), backward: toDrive('backward', 1) };
  });
  if (drives.every(({ forward, backward }) => forward.speed === 0 && backward.speed === 0)) return null;
  tallyTimes(tags, tally, id);
  if (found.roadClass.id === 'ferry' && !isSpoken(tags, rules.profiles)) {
    tally.add('ferry', tags.get('route') ?? '', id);
  }
  return {
    classIndex: found.index,
    status: found.status,
    flags: readFlags(
      tags,
      limits.flatMap(([first]) => first ?? []),
    ),
    limits: {
      forward: toUnits(limits[0]?.[0], drives[0]?.forward),
      backward: toUnits(limits[1]?.[0], drives[0]?.backward),
    },
    drives,
    opens: found.opens,
    durationS: readFerryDuration(tags, found, tally, id),
  };
}

function toUnits(limit: Limit | undefined, drive: Drive | undefined): number {
  return limit === undefined || drive === undefined || drive.speed === 0
    ? 0
    : Math.round(limit.kmh * SPEED_UNITS);
}

/** An arterial built like an expressway is driven like one. */
function toFacility({ roadClass }: FoundClass, tags: Tags): Facility | null {
  const isFast = roadClass.facility === 'arterial' && isMotorroad(tags);
  return isFast ? 'urban-expressway' : roadClass.facility;
}

/** Motor vehicles are among those it is for. */
function isForAll({ roadClass }: FoundClass): boolean {
  return roadClass.openByDefault || roadClass.isForAll === true;
}

/** Who may drive there where no tag of access says so. */
function readUsual(
  tags: Tags,
  { roadClass }: FoundClass,
  profile: RoadProfile,
  { rules, words }: Interpreter,
): Access {
  if (roadClass.id === 'ferry') return readUsualCarriage(tags, profile, rules.profiles, words);
  const isClosedService = rules.services[tags.get('service') ?? ''] === 'closed';
  return roadClass.openByDefault && !isClosedService ? ACCESS.open : ACCESS.closed;
}

/** Keys that close a road to come to nearly everybody: they speak of the works, not of the road when it is there. */
const OF_WORKS: ReadonlySet<string> = new Set(['access', 'vehicle', 'motor_vehicle', 'motorcar']);

/** Keys that speak of a vehicle on a road. On what is not for motor vehicles, "access=yes" speaks of those it is for. */
function listAccessKeys(found: FoundClass, { access }: RoadProfile): readonly string[] {
  if (found.status !== ROAD_STATUS.open) return access.filter((key) => !OF_WORKS.has(key));
  return isForAll(found) ? access : access.slice(1);
}

/** Access of both directions for one vehicle. */
function readSides(
  tags: Tags,
  found: FoundClass,
  profile: RoadProfile,
  interpreter: Interpreter,
  id: number,
): Readonly<Record<Direction, Access>> {
  const { words, tally } = interpreter;
  const directions = readDirections(tags, profile.oneway, found.roadClass.id, tally, id);
  const keys = listAccessKeys(found, profile);
  const usual = readUsual(tags, found, profile, interpreter);
  const read = (direction: Direction): Access => {
    if (!directions[direction]) return ACCESS.closed;
    const otherwise = readCarpool(tags, profile, direction, usual);
    const access = readAccess(tags, keys, direction, { profile, words, tally }, otherwise, id);
    if (access === ACCESS.closed) return ACCESS.closed;
    const fit = readFit(tags, profile, direction, tally, id);
    return fit < access ? fit : access;
  };
  return { forward: read('forward'), backward: read('backward') };
}

const isSaid = (text: string | undefined): boolean => text !== undefined && text !== 'no';

function readFlags(tags: Tags, limits: readonly Limit[]): number {
  let flags = 0;
  if (isSaid(tags.get('bridge'))) flags |= ROAD_FLAGS.bridge;
  if (isSaid(tags.get('tunnel'))) flags |= ROAD_FLAGS.tunnel;
  if (tags.get('toll') === 'yes') flags |= ROAD_FLAGS.toll;
  if (isCircle(tags)) flags |= ROAD_FLAGS.roundabout;
  if (isMotorroad(tags)) flags |= ROAD_FLAGS.motorroad;
  if (limits.some(({ basis }) => basis === 'assumed')) flags |= ROAD_FLAGS.assumedLimit;
  else if (limits.some(({ basis }) => basis === 'general')) flags |= ROAD_FLAGS.generalLimit;
  return flags;
}

function readFerryDuration(
  tags: Tags,
  { roadClass, status }: FoundClass,
  tally: Tally,
  id: number,
): number | null {
  const text = tags.get('duration');
  if (roadClass.id !== 'ferry' || status !== ROAD_STATUS.open || text === undefined) return null;
  const durationS = readDurationS(text);
  if (durationS === null) tally.add('duration', text, id);
  return durationS;
}
