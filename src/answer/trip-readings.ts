/** What the spread of a trip says at each correlation of its links, and the verdict that follows. */
import {
  CORRELATIONS,
  type CorrelationReading,
  type ReliabilityReading,
  type ReliabilityRow,
} from '../model/reliability.ts';
import type { Variability } from '../model/variability.ts';
import type { Setting } from '../network/setting.ts';
import { mixedKeepsWithin, mixedLatenessS, mixedQuantileS, mixIncidents } from '../reliability/incident.ts';
import { toSdShare } from '../reliability/series.ts';
import {
  expectedLatenessS,
  fitTripTime,
  keepsWithin,
  largestMeanS,
  tripQuantileS,
} from '../reliability/trip-time.ts';
import { M_PER_KM, MS_PER_SECOND, roundHalfUp } from '../units.ts';
import type { MeasuredRoute } from './trip-route-times.ts';
import { toVariation } from './trip-variation.ts';

/** What is asked of a trip, and how its time varies. */
export interface Spread {
  readonly variability: Variability;
  readonly setting: Setting;
  readonly cutoffS: number;
  readonly incidents: boolean;
}

export type TripReading = Pick<
  ReliabilityRow,
  'coefficientOfVariation' | 'readings' | 'largestMeanS' | 'p95LowS' | 'p95HighS' | 'verdict'
>;

const P50 = 0.5;
const P80 = 0.8;
const P95 = 0.95;

/** Seconds as they are written: whole milliseconds. */
const toWholeMs = (timeS: number): number => roundHalfUp(timeS * MS_PER_SECOND) / MS_PER_SECOND;

/** Shares and quantiles of a trip, with or without incidents. */
interface Distribution {
  readonly keepsWithin: (timeS: number) => number;
  readonly latenessS: (timeS: number) => number;
  readonly quantileS: (share: number) => number;
}

function fit({ meanS, leastS, lengthM }: MeasuredRoute, sdS: number, spread: Spread): Distribution {
  const trip = fitTripTime({ leastS, meanS, sdS });
  if (!spread.incidents)
    return {
      keepsWithin: (timeS) => keepsWithin(trip, timeS),
      latenessS: (timeS) => expectedLatenessS(trip, timeS),
      quantileS: (share) => tripQuantileS(trip, share),
    };
  const { incidentsPer100Km, incidentDelayS, incidentDelayCv } = spread.variability;
  const mixed = mixIncidents(trip, sdS, lengthM / M_PER_KM, {
    per100Km: incidentsPer100Km.value,
    delayS: incidentDelayS.value,
    delayCv: incidentDelayCv.value,
  });
  return {
    keepsWithin: (timeS) => mixedKeepsWithin(mixed, timeS),
    latenessS: (timeS) => mixedLatenessS(mixed, timeS),
    quantileS: (share) => mixedQuantileS(mixed, share),
  };
}

/** What is waited before a ban does not vary. */
function toSdS({ meanS, waitS }: MeasuredRoute, cv: number): number {
  return cv * (meanS - waitS);
}

function toCorrelation(reading: CorrelationReading, { correlation }: Variability): number {
  return { independent: 0, middle: correlation.value, comonotone: 1 }[reading];
}

function toReading(
  route: MeasuredRoute,
  cv: number,
  spread: Spread,
  correlation: CorrelationReading,
): ReliabilityReading {
  const part = toSdShare(route.linkTimesS, toCorrelation(correlation, spread.variability));
  const trip = fit(route, toSdS(route, cv) * part, spread);
  const [p50S, p80S, p95S] = [P50, P80, P95].map((share) => toWholeMs(trip.quantileS(share))) as [
    number,
    number,
    number,
  ];
  return {
    correlation,
    probability: trip.keepsWithin(spread.cutoffS),
    lateS: toWholeMs(trip.latenessS(spread.cutoffS)),
    ...{ p50S, p80S, p95S },
    bufferIndex: route.meanS === 0 ? 0 : (p95S - route.meanS) / route.meanS,
  };
}

/** Three readings of a route, and what follows from them; null where the data do not say how it varies. */
export function toReadings(route: MeasuredRoute, spread: Spread): TripReading | null {
  const { variability, setting, cutoffS, incidents } = spread;
  const { meanS, leastS } = route;
  const variation = toVariation(variability, setting, route);
  if (variation === null) return null;
  const readings = CORRELATIONS.map((one) => toReading(route, variation.value, spread, one));
  const keeping = readings.filter(({ probability }) => probability >= variability.level.value).length;
  const atCv = (cv: number): number => toWholeMs(fit(route, toSdS(route, cv), spread).quantileS(P95));
  const whole = {
    cv: meanS === 0 ? 0 : toSdS(route, variation.value) / meanS,
    leastShare: meanS === 0 ? 1 : leastS / meanS,
  };
  return {
    coefficientOfVariation: variation.value,
    readings,
    // What a mean would have to be says nothing of the incidents that come on top of it.
    largestMeanS: incidents ? null : toWholeMs(largestMeanS(whole, cutoffS, variability.level.value)),
    p95LowS: atCv(variation.low),
    p95HighS: atCv(variation.high),
    verdict: keeping === readings.length ? 'holds' : keeping === 0 ? 'fails' : 'depends',
  };
}
