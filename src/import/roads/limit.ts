/** The limit that holds on a road for a vehicle: the sign, a general limit, or what is assumed for the class. */
import type { CountryLimits, RoadClass, RoadProfile, RoadRules } from '../../model/road-rules.ts';
import { findCeilingKmh, findCountry } from '../../network/driven-speed.ts';
import type { Tags } from '../osm/element.ts';
import type { Direction } from './access.ts';
import { findConditional, hasConditions } from './conditional.ts';
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

/** Who asks, for what road. */
interface Question extends LimitContext {
  readonly tags: Tags;
  readonly profile: RoadProfile;
  /** Roads that may have no limit at all; elsewhere "none" is written where no sign stands. */
  readonly mayBeFree: boolean;
  readonly isConditional: boolean;
  readonly id: number;
}

/** Limit of a sign, a country's where it names one. Null where the tag is not there or says nothing. */
function readKey(key: string, zoneOnly: boolean, question: Question): Limit | null {
  const { tags, profile, rules, country, tally, mayBeFree, isConditional, id } = question;
  const text = (isConditional ? findConditional(tags, key, profile) : undefined) ?? tags.get(key);
  if (text === undefined) return null;
  const sign = readSpeedSign(text, rules);
  const law = (code: string | null) => findCountry(rules, code)[profile.legal];
  if (sign?.kind === 'zone' && (sign.country === null || Object.hasOwn(rules.countries, sign.country))) {
    return { kmh: law(sign.country ?? country)[sign.zone], basis: 'general' };
  }
  if (sign?.kind === 'none' && mayBeFree) return { kmh: law(country).motorway, basis: 'general' };
  if (sign?.kind === 'limit')
    return zoneOnly && !/zone|:/i.test(text) ? null : { kmh: sign.kmh, basis: 'sign' };
  if (!zoneOnly) tally.add('maxspeed', `${key}=${text}`, id);
  return null;
}

function findFirst(keys: readonly string[], zoneOnly: boolean, question: Question): Limit | null {
  for (const key of keys) {
    const limit = readKey(key, zoneOnly, question);
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
  const mayBeFree = ['motorway', 'trunk'].includes(roadClass.limitOf) || isMotorroad(tags);
  const isConditional = hasConditions(tags);
  const question: Question = { ...context, tags, profile, mayBeFree, isConditional, id };
  const particular = findFirst(own, false, question);
  const posted = findFirst(common, false, question) ?? findFirst(ZONE_KEYS, true, question);
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
