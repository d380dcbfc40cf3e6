/** The limit that holds on a road for a vehicle: the sign, a general limit, or what is assumed for the class. */
import type { CountryLimits, RoadClass, RoadProfile, RoadRules } from '../../model/road-rules.ts';
import { findCeilingKmh, findCountry } from '../../network/driven-speed.ts';
import type { Tags } from '../osm/element.ts';
import type { Direction } from './access.ts';
import { readSpeedSign } from './max-speed.ts';
import type { Tally } from './tally.ts';

export interface Limit {
  readonly kmh: number;
  readonly basis: 'sign' | 'general' | 'assumed';
}

export interface LimitContext {
  readonly rules: RoadRules;
  /** Country of the import, or null. */
  readonly country: string | null;
  readonly tally: Tally;
}

/** For motor vehicles alone and without level crossings. */
export function isMotorroad(tags: Tags): boolean {
  return tags.get('motorroad') === 'yes' || tags.get('expressway') === 'yes';
}

/** Keys that say where a general limit comes from; a number in them is no limit. */
const ZONE_KEYS = ['maxspeed:type', 'source:maxspeed', 'zone:maxspeed', 'zone:traffic'];

/** Limit of a sign, a country's where it names one. Null where the tag is not there or says nothing. */
function readKey(
  tags: Tags,
  key: string,
  { legal }: RoadProfile,
  zoneOnly: boolean,
  { rules, country, tally }: LimitContext,
  id: number,
): Limit | null {
  const text = tags.get(key);
  if (text === undefined) return null;
  const sign = readSpeedSign(text, rules);
  if (
    sign === null ||
    (sign.kind === 'zone' && sign.country !== null && !Object.hasOwn(rules.countries, sign.country))
  ) {
    if (!zoneOnly) tally.add('maxspeed', `${key}=${text}`, id);
    return null;
  }
  if (sign.kind === 'unsaid') {
    if (!zoneOnly) tally.add('maxspeed', `${key}=${text}`, id);
    return null;
  }
  if (sign.kind === 'zone') {
    return { kmh: findCountry(rules, sign.country ?? country)[legal][sign.zone], basis: 'general' };
  }
  if (sign.kind === 'none') return { kmh: findCountry(rules, country)[legal].motorway, basis: 'general' };
  return zoneOnly && !/zone|:/i.test(text) ? null : { kmh: sign.kmh, basis: 'sign' };
}

function findFirst(
  tags: Tags,
  keys: readonly string[],
  profile: RoadProfile,
  zoneOnly: boolean,
  context: LimitContext,
  id: number,
): Limit | null {
  for (const key of keys) {
    const limit = readKey(tags, key, profile, zoneOnly, context, id);
    if (limit !== null) return limit;
  }
  return null;
}

/** What holds for everybody, and what the vehicle's own signs say. */
function listKeys({ maxspeed }: RoadProfile, direction: Direction): { own: string[]; common: string[] } {
  return {
    own: maxspeed.flatMap((word) => [`maxspeed:${word}:${direction}`, `maxspeed:${word}`]),
    common: [`maxspeed:${direction}`, 'maxspeed', `maxspeed:lanes:${direction}`, 'maxspeed:lanes'],
  };
}

/** The limit in km/h. Values that are not understood are tallied. */
export function findLimit(
  tags: Tags,
  roadClass: RoadClass,
  profile: RoadProfile,
  direction: Direction,
  context: LimitContext,
  id: number,
): Limit {
  const { rules, country } = context;
  if (roadClass.id === 'ferry') return { kmh: rules.parameters.ferryKmh.value, basis: 'assumed' };
  const { own, common } = listKeys(profile, direction);
  const particular = findFirst(tags, own, profile, false, context, id);
  const posted =
    findFirst(tags, common, profile, false, context, id) ??
    findFirst(tags, ZONE_KEYS, profile, true, context, id);
  const law = findCountry(rules, country);
  const general = law[profile.legal];
  const usual = toUsual(tags, roadClass, general, rules);
  const limit = lesser(particular, posted) ?? usual;
  const ceiling = findCeilingKmh(law, profile, roadClass);
  return limit.kmh > ceiling ? { kmh: ceiling, basis: limit.basis } : limit;
}

function lesser(one: Limit | null, other: Limit | null): Limit | null {
  if (one === null || other === null) return one ?? other;
  return one.kmh <= other.kmh ? one : other;
}

function toUsual(
  tags: Tags,
  { limitOf, assumedKmh, facility }: RoadClass,
  general: CountryLimits['car'],
  rules: RoadRules,
): Limit {
  if (facility === 'arterial' && isMotorroad(tags)) return { kmh: general.trunk, basis: 'assumed' };
  if (assumedKmh === null) return { kmh: general[limitOf], basis: 'assumed' };
  return {
    kmh: Math.min(assumedKmh * rules.parameters.assumedShare.value, general[limitOf]),
    basis: 'assumed',
  };
}
