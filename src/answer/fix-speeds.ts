/** How fast a road would have to be: one speed on a highway or section, or on one feature in both directions. */
import { findLeastSpeed, readSpeeds, timeWithout } from '../fix/speeds.ts';
import type { FixLaw, FixLinks, FixNever, FixRoads, FixSign, FixSpeed } from '../model/fix.ts';
import { readAnew, toFixReading, type FixQuestion } from './fix-question.ts';
import { linksOf, listFeatures, listRoads, type Road } from './fix-roads.ts';
import { toFixScenario } from './fix-scenario.ts';

/** What has been done of a part, and of how much. */
export interface FixStep {
  readonly done: number;
  readonly asked: number | null;
}

function toLaw(kmh: number, limitKmh: number, legalKmh: number): FixLaw {
  if (kmh <= limitKmh) return 'within-limits';
  return kmh <= legalKmh ? 'above-limits' : 'unlawful';
}

function toSign(fix: FixQuestion, road: Road, postedKmh: number): FixSign {
  const { kind, id } = road;
  const { scenario, file } = toFixScenario(
    fix.question.dataset,
    fix.scenario,
    { words: ['sign', String(postedKmh), kind, id], title: `${postedKmh} km/h on ${road.nameEn}` },
    { added: [{ kind: 'change', ...road.targets, postedKmh }] },
  );
  return { postedKmh, reading: readAnew(fix, scenario), scenario: file };
}

/** The least speed of a road; null where none up to 1,000 km/h does. */
function findSpeed(fix: FixQuestion, road: Road): FixSpeed | null {
  const { around, goal } = fix;
  const least = findLeastSpeed(around, goal, road.links);
  if (least === null) return null;
  const links = linksOf(fix, road);
  const { kmh, postedKmh } = least;
  const { nowKmh, limitKmh, legalKmh } = readSpeeds(around, links);
  const { kind, id, highway, nameEn, nameZh } = road;
  const features = new Map(links.map((link) => [link.featureId, link.lengthM]));
  const lengthM = [...features.values()].reduce((sum, one) => sum + one, 0);
  return {
    ...{ kind, id, highway, nameEn, nameZh, features: features.size, lengthM },
    ...{ kmh, nowKmh, limitKmh, legalKmh, law: toLaw(kmh, limitKmh, legalKmh) },
    reading: toFixReading(goal.read(least.timesMs)),
    less: toFixReading(goal.read(least.lessMs)),
    sign: postedKmh === null ? null : toSign(fix, road, postedKmh),
  };
}

const byId = (a: FixSpeed, b: FixSpeed): number => (a.id < b.id ? -1 : Number(a.id > b.id));
/** Signs that anybody could put up first, then by how much faster than now. */
const byRise = (a: FixSpeed, b: FixSpeed): number =>
  Number(a.sign === null) - Number(b.sign === null) || a.kmh / a.nowKmh - b.kmh / b.nowKmh || byId(a, b);

/** Every road that was asked for, one a step. */
export function* findRoads(
  fix: FixQuestion,
  asked: readonly string[] | undefined,
): Generator<FixStep, FixRoads> {
  const roads = listRoads(fix, asked);
  const found: FixSpeed[] = [];
  const never: FixNever[] = [];
  for (const [done, road] of roads.entries()) {
    yield { done, asked: roads.length };
    const timesMs = timeWithout(fix.around, fix.goal, road.links);
    const reading = timesMs === null ? null : fix.goal.read(timesMs);
    const speed = reading?.holds === true ? findSpeed(fix, road) : null;
    if (speed !== null) found.push(speed);
    else {
      const { kind, id, nameEn } = road;
      const what = kind === 'section' ? kind : 'highway';
      never.push({ kind: what, id, nameEn, reading: reading && toFixReading(reading) });
    }
  }
  return { found: found.toSorted(byRise), never };
}

/** Features looked at between two steps. */
const PIECE = 20;

/** Every feature of the scenario. */
export function* findLinks(fix: FixQuestion): Generator<FixStep, FixLinks> {
  const roads = listFeatures(fix);
  const found: FixSpeed[] = [];
  for (const [done, road] of roads.entries()) {
    if (done % PIECE === 0) yield { done, asked: roads.length };
    const timesMs = timeWithout(fix.around, fix.goal, road.links);
    if (timesMs === null || !fix.goal.isMet(timesMs)) continue;
    const speed = findSpeed(fix, road);
    if (speed !== null) found.push(speed);
  }
  return { asked: roads.length, found: found.toSorted(byRise) };
}
