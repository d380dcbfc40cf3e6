/** Trips by the hour of departure: a day of traffic in twenty-four steps, in base and build. */
import { isWithin } from '../access/origin-times.ts';
import type { GroupPlants } from '../condition/group-pairs.ts';
import { skim, type Skim } from '../matrix/skim.ts';
import type { Dataset } from '../model/dataset.ts';
import { HOURS_PER_DAY } from '../model/day.ts';
import type { DayDocument, DayHour, DayMoment, DayPair } from '../model/day-answer.ts';
import type { Scenario } from '../model/scenario.ts';
import { listBansInForce, MS_PER_HOUR } from '../network/bans.ts';
import { toClock } from '../network/clock.ts';
import type { Setting } from '../network/setting.ts';
import { DataError } from '../problems.ts';
import { applyScenario } from '../scenario/apply.ts';
import { MS_PER_SECOND, SECONDS_PER_MINUTE, toMinutesText } from '../units.ts';
import { toSeconds } from './cells.ts';
import { toCommand } from './command.ts';
import { toQuestion, type Question } from './question.ts';
import type { AnalysisRequest } from './request.ts';
import { findGroupTime } from './times.ts';

export interface DayRequest extends Omit<AnalysisRequest, 'traffic' | 'departS' | 'arriveByS'> {
  /** One group only. */
  readonly group?: string | undefined;
}

/** Where a trip ends: a group with its choice, or one place. */
interface Target {
  readonly destination: string;
  readonly group: GroupPlants;
}

function listTargets(
  { groups, destinations }: Question,
  { destinations: asked, group }: DayRequest,
): readonly Target[] {
  if (asked !== undefined && group === undefined)
    return destinations.map(({ id }) => ({
      destination: id,
      group: { group: id, choice: 'any', plants: [id] },
    }));
  return groups
    .filter((one) => (group ?? one.group) === one.group)
    .map((one) => ({ destination: one.group, group: one }));
}

/** One skim an hour, with both corners. */
function skimHours(question: Question, scenario: Scenario, setting: Setting): readonly Skim[] {
  const { dataset, sites, targets } = question;
  const { clock } = setting;
  if (clock === null) throw new RangeError('no clock');
  return Array.from({ length: HOURS_PER_DAY }, (_, hour) => {
    const moment = { departMs: hour * MS_PER_HOUR };
    return skim(dataset, scenario, { ...setting, clock: { ...clock, moment } }, sites, targets);
  });
}

function toHour(skimmed: Skim, hour: number, site: string, { group }: Target): DayHour {
  const times = { scenario: skimmed.scenario, setting: skimmed.setting, skim: skimmed };
  const read = (of: 'lowMs' | 'highMs'): number | null =>
    toSeconds(findGroupTime(times, site, group, of).timeMs);
  const { timeMs, plant } = findGroupTime(times, site, group);
  const waitMs = plant === null ? 0 : skimmed.find(site, plant).waitMs;
  return {
    ...{ hour, timeS: toSeconds(timeMs), lowS: read('lowMs'), highS: read('highMs') },
    ...{ waitS: waitMs / MS_PER_SECOND, plant },
  };
}

/** The first of the hours that no other beats. */
function findMoment(
  hours: readonly DayHour[],
  isBetter: (a: number, b: number) => boolean,
): DayMoment | null {
  let found: DayMoment | null = null;
  for (const { hour, timeS } of hours)
    if (timeS !== null && (found === null || isBetter(timeS, found.timeS))) found = { hour, timeS };
  return found;
}

type PairValues = Omit<DayPair, 'scenario' | 'origin' | 'destination'>;

function toValues(hours: readonly DayHour[], cutoffS: number): PairValues {
  const sorted = hours.map(({ timeS }) => timeS ?? Infinity).toSorted((a, b) => a - b);
  const typical = sorted[HOURS_PER_DAY / 2 - 1] ?? Infinity;
  return {
    hours,
    best: findMoment(hours, (a, b) => a < b),
    worst: findMoment(hours, (a, b) => a > b),
    typicalS: Number.isFinite(typical) ? typical : null,
    holdsAt: hours
      .filter(({ timeS }) => isWithin((timeS ?? Infinity) * MS_PER_SECOND, cutoffS))
      .map(({ hour }) => hour),
  };
}

function listPairs(question: Question, scenario: Scenario, targets: readonly Target[]): readonly DayPair[] {
  const skims = skimHours(question, scenario, question.setting);
  const bySite = new Map<string, readonly PairValues[]>();
  const read = (site: string): readonly PairValues[] => {
    const values = targets.map((target) =>
      toValues(
        skims.map((one, hour) => toHour(one, hour, site, target)),
        question.cutoffS,
      ),
    );
    bySite.set(site, values);
    return values;
  };
  return question.origins.flatMap(({ id: origin, site }) =>
    (bySite.get(site) ?? read(site)).map((values, i) => {
      return { scenario: scenario.id, origin, destination: targets[i]?.destination ?? '', ...values };
    }),
  );
}

/** Suppliers alone where nobody asked for other places. */
function keepAsked(question: Question, { origins }: DayRequest): Question {
  if (origins !== undefined) return question;
  const suppliers = question.origins.filter(({ kind }) => kind === 'supplier');
  const sites = new Set(suppliers.map(({ site }) => site));
  return { ...question, origins: suppliers, sites: question.sites.filter(({ id }) => sites.has(id)) };
}

function checkGroup({ header }: Dataset, group: string | undefined): void {
  const ids = header.groups.map(({ id }) => id);
  if (group === undefined || ids.includes(group)) return;
  const expected = `a group: ${ids.join(', ')}`;
  throw new DataError([{ file: 'request', path: 'group', expected, found: group, code: 'unknown-id' }]);
}

function toHoursText(hours: readonly number[]): string {
  if (hours.length === HOURS_PER_DAY) return 'at every hour';
  if (hours.length === 0) return 'at no hour';
  return `at ${hours.length} of ${HOURS_PER_DAY} hours of departure`;
}

/** The last scenario in one sentence: of one pair its hours, of many how many hold all day and never. */
function toSentence({ cutoffS }: Question, pairs: readonly DayPair[], title: string): string {
  const minutes = cutoffS / SECONDS_PER_MINUTE;
  const [only] = pairs;
  if (only === undefined) return '';
  if (pairs.length > 1) {
    const all = pairs.filter(({ holdsAt }) => holdsAt.length === HOURS_PER_DAY).length;
    const none = pairs.filter(({ holdsAt }) => holdsAt.length === 0).length;
    return `${title}: of ${pairs.length} trips ${all} keep ${minutes} minutes at every hour of departure, ${none} at none, ${pairs.length - all - none} at some.`;
  }
  const { best, worst, holdsAt } = only;
  if (best === null || worst === null) return `${title}: there is no way by road at any hour.`;
  const at = ({ hour, timeS }: DayMoment): string => `${toMinutesText(timeS)} minutes at ${hour}:00`;
  return `${title}: ${at(best)} at best, ${at(worst)} at worst; within ${minutes} minutes ${toHoursText(holdsAt)}.`;
}

function toOwnCommand(request: DayRequest): string {
  const { origins, destinations, group, ...rest } = request;
  const to = group ?? (destinations?.length === 1 ? destinations[0] : undefined);
  const isPair = origins?.length === 1 && to !== undefined;
  const words = isPair ? [origins[0] ?? '', to] : [];
  const lists = isPair ? {} : { origins, destinations };
  return toCommand(['day', ...words], { ...rest, ...lists }, [['--to', isPair ? null : group]]);
}

/**
 * Trips that leave at each full hour, by supplier and group or between the places asked for, in base and build. Times
 * in seconds. Throws DataError with everything wrong in the request, and for a data set without a day of traffic.
 */
export function listDay(dataset: Dataset, request: DayRequest = {}): DayDocument {
  checkGroup(dataset, request.group);
  const { profile } = request;
  const clock = toClock(dataset, { profile, departS: 0 });
  const question = keepAsked(toQuestion(dataset, { ...request, departS: 0, beside: null }), request);
  if (clock === null) throw new RangeError('asked for a moment');
  const { setting, cutoffS, scenarios } = question;
  const unique = [...new Map(scenarios.map((one) => [one.scenario.id, one])).values()];
  const targets = listTargets(question, request);
  const pairs = unique.flatMap(({ scenario }) => listPairs(question, scenario, targets));
  const last = unique.at(-1)?.scenario;
  const day = last === undefined ? '' : applyScenario(dataset, last).day;
  const { id, name, nameZh, note } = clock.profile;
  return {
    schema: 'beltway/day@1',
    data: { id: dataset.header.id, title: dataset.header.title, digest: dataset.digest },
    profile: { id, name, nameZh, note: note ?? null },
    vehicleClass: setting.vehicleClass.id,
    cutoffS,
    bans: listBansInForce(dataset.bans, setting.vehicleClass.id, day).map((ban) => ban.id),
    scenarios: unique.map(({ scenario, role }) => {
      return { id: scenario.id, title: scenario.title, role: role === 'base' ? 'base' : 'build' };
    }),
    origins: question.origins.map(({ id: origin, name: called, site }) => ({
      id: origin,
      name: called,
      site,
    })),
    pairs,
    sentence: toSentence(
      question,
      pairs.filter(({ scenario }) => scenario === last?.id),
      last?.title ?? '',
    ),
    command: toOwnCommand(request),
  };
}
