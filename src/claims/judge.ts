/**
 * All claims of a data set judged: times on the ladder from every origin, jointly and charitably, the rest by
 * records. Claims are compared with the model and the records; no claim sets a speed, a length or a place.
 */
import type { AnswerClaim } from '../model/answer-claims.ts';
import type { Attribution } from '../model/answer.ts';
import type { Claim } from '../model/claim.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Scenario } from '../model/scenario.ts';
import { MS_PER_SECOND } from '../units.ts';
import { createClaimTimer, type ClaimTimer } from './claim-timer.ts';
import { judgeCondition } from './condition-claim.ts';
import { checkRule, listRules, RULE_CORNER, RULE_LEVELS, type ConsistencyCheck } from './consistency.ts';
import { judgeJointly, listBestOrigins, type BestOrigin, type JointJudgement } from './joint.ts';
import { judgeTime, type TimeJudgement } from './judge-time.ts';
import { getLegalKmh } from './level-settings.ts';
import { listDestinations, listOrigins, type ClaimPlace } from './places.ts';
import { judgeLocation, judgeSupply, type RecordJudgement } from './records.ts';

export interface ClaimsAnswer {
  /** In the order of the data: a time claim once an origin, every other claim once. */
  readonly claims: readonly AnswerClaim[];
  readonly joint: readonly JointJudgement[];
  readonly best: readonly BestOrigin[];
  readonly consistency: readonly ConsistencyCheck[];
}

/** A claim with a time, and its trips. */
interface TimedTrips {
  readonly claim: Claim;
  readonly claimedS: number;
  readonly toleranceS: number;
  readonly origins: readonly ClaimPlace[];
  readonly to: readonly ClaimPlace[];
  readonly timer: ClaimTimer;
}

/** What is said of the claims that have a time. */
type TimesAnswer = Pick<ClaimsAnswer, 'joint' | 'best' | 'consistency'> & {
  readonly times: readonly TimeJudgement[];
};

/** Times are judged in scenarios and settings of the data set's own, whatever is asked: once a data set. */
const TIMES = new WeakMap<Dataset, TimesAnswer>();

/**
 * Judges every claim.
 *
 * @param attributions of "reaches a group other than its own", one a placed tier-1 supplier with a keiretsu, for
 *   the pair of scenarios that is asked about; they decide the claims of kind `condition`
 * Throws DataError where a place of a claim is off the map or the data set lacks the car or a traffic state.
 */
export function judgeClaims(dataset: Dataset, attributions: readonly Attribution[]): ClaimsAnswer {
  const known = TIMES.get(dataset) ?? judgeTimes(dataset);
  TIMES.set(dataset, known);
  const { times, ...sets } = known;
  const claims = dataset.claims.flatMap((claim): readonly AnswerClaim[] => {
    const ofClaim = times.filter(({ id }) => id === claim.id);
    return ofClaim.length > 0
      ? ofClaim
      : [toPlainAnswer(claim, judgeByRecords(dataset, claim, attributions))];
  });
  return { claims, ...sets };
}

function judgeTimes(dataset: Dataset): TimesAnswer {
  const trips = listTrips(dataset);
  const legalKmh = getLegalKmh(dataset);
  const times = trips.flatMap(({ claim, claimedS, toleranceS, origins, to, timer }) =>
    origins.map((from) => judgeTime(claim, claimedS, toleranceS, from, to, legalKmh, timer)),
  );
  const sets = listSets(trips);
  return {
    times,
    joint: sets.map((set) => judgeSet(set)),
    best: listBestOrigins(times),
    consistency: sets.flatMap((set) => checkSet(set)),
  };
}

function listTrips(dataset: Dataset): readonly TimedTrips[] {
  const found = dataset.claims.flatMap((claim) => {
    const { claimedS } = claim;
    if (claimedS === null) return [];
    const [origins, to] = [listOrigins(dataset, claim.from), listDestinations(dataset, claim.to)];
    const scenario = findScenario(dataset, claim);
    if (origins.length === 0 || to.length === 0 || scenario === undefined) return [];
    const toleranceS = claim.toleranceS ?? dataset.parameters.claimToleranceS.value;
    return [{ claim, claimedS, toleranceS, origins, to, scenario }];
  });
  const timers = new Map<Scenario, ClaimTimer>();
  for (const { scenario } of found) {
    if (timers.has(scenario)) continue;
    const here = found
      .filter((one) => one.scenario === scenario)
      .flatMap(({ origins, to }) => [...origins, ...to]);
    const places = [...new Map(here.map((place) => [place.id, place])).values()];
    timers.set(scenario, createClaimTimer(dataset, scenario, places));
  }
  return found.flatMap(({ scenario, ...rest }) => {
    const timer = timers.get(scenario);
    return timer === undefined ? [] : [{ ...rest, timer }];
  });
}

/** The scenario a claim is judged in: its own, or the default with the road. */
function findScenario(dataset: Dataset, claim: Claim): Scenario | undefined {
  const id = claim.scenario ?? dataset.header.defaults.build;
  return dataset.scenarios.find((scenario) => scenario.id === id);
}

function judgeByRecords(
  dataset: Dataset,
  claim: Claim,
  attributions: readonly Attribution[],
): RecordJudgement {
  switch (claim.kind) {
    case 'location':
      return judgeLocation(dataset, claim);
    case 'supply':
      return judgeSupply(dataset, claim);
    case 'condition':
      return judgeCondition(claim, attributions);
    case 'time':
    case 'observation':
      return {
        verdict: 'cannot-tell',
        why: 'Origin, destination or time is missing, so there is nothing to time.',
      };
  }
}

function toPlainAnswer(claim: Claim, { verdict, why }: RecordJudgement): AnswerClaim {
  return {
    ...{ id: claim.id, kind: claim.kind, text: claim.text, from: claim.from, to: claim.to },
    ...{ claimedS: claim.claimedS, scenario: claim.scenario, origin: null },
    ...{ computedS: null, viaBeltS: null, neededKmh: null },
    verdict,
    why,
  };
}

/** Claims with a common label and, as they must share a timer, a common scenario; two of them at least. */
function listSets(trips: readonly TimedTrips[]): readonly (readonly TimedTrips[])[] {
  const labels = [...new Set(trips.map(({ claim }) => claim.jointWith))].filter((label) => label !== null);
  return labels
    .flatMap((label) => {
      const labelled = trips.filter(({ claim }) => claim.jointWith === label);
      const timers = [...new Set(labelled.map(({ timer }) => timer))];
      return timers.map((timer) => labelled.filter((one) => one.timer === timer));
    })
    .filter((set) => set.length > 1);
}

function judgeSet(set: readonly TimedTrips[]): JointJudgement {
  const [first] = set as readonly [TimedTrips, ...TimedTrips[]];
  const inAll = (place: ClaimPlace): boolean =>
    set.every(({ origins }) => origins.some(({ id }) => id === place.id));
  const timed = set.map(({ claim, claimedS, toleranceS, to }) => {
    return { id: claim.id, limitMs: (claimedS + toleranceS) * MS_PER_SECOND, to };
  });
  return judgeJointly(first.claim.jointWith ?? '', timed, first.origins.filter(inAll), first.timer);
}

/** Only claims that end at one place bound the way between two places. */
function checkSet(set: readonly TimedTrips[]): readonly ConsistencyCheck[] {
  const [first] = set as readonly [TimedTrips, ...TimedTrips[]];
  const single = set.flatMap(({ claim: { id }, to, ...rest }) =>
    to.length === 1 ? [{ id, place: to[0], ...rest }] : [],
  );
  const places = new Map(
    single.flatMap(({ place }) => (place === undefined ? [] : [[place.id, place] as const])),
  );
  const shared = single.map(({ id, place, claimedS, toleranceS }) => ({
    id,
    to: place?.id ?? '',
    claimedS,
    toleranceS,
  }));
  return listRules(first.claim.jointWith ?? '', shared).flatMap((rule) => {
    const [from, to] = [places.get(rule.from), places.get(rule.to)];
    if (from === undefined || to === undefined) return [];
    return RULE_LEVELS.map((level) =>
      checkRule(rule, level, first.timer.timeAt(from, [to], level, RULE_CORNER, 'fastest')),
    );
  });
}
