/** What the spread of a trip says at each correlation of its links, and the verdict that follows. */
import {
  CORRELATIONS,
  type CorrelationReading,
  type ReliabilityReading,
  type ReliabilityRow,
} from '../model/reliability.ts';
import type { Parameter } from '../model/source.ts';
import type { Variability } from '../model/variability.ts';
import { mixedKeepsWithin, mixedMeanS, mixedQuantileS, mixIncidents } from '../reliability/incident.ts';
import { toSdShare } from '../reliability/series.ts';
import { fitTripTime, keepsWithin, largestMeanS, tripQuantileS } from '../reliability/trip-time.ts';
import { M_PER_KM } from '../units.ts';
import type { MeasuredRoute } from './trip-route-times.ts';

/** What is asked of a trip, and how its time varies. */
export interface Spread {
  readonly variability: Variability;
  /** Of the traffic state. */
  readonly cv: Parameter;
  readonly cutoffS: number;
  readonly incidents: boolean;
}

export type TripReading = Pick<
  ReliabilityRow,
  'readings' | 'largestMeanS' | 'p95LowS' | 'p95HighS' | 'verdict'
>;

const P50 = 0.5;
const P80 = 0.8;
const P95 = 0.95;

/** Shares and quantiles of a trip, with or without incidents. */
interface Distribution {
  readonly meanS: number;
  readonly keepsWithin: (timeS: number) => number;
  readonly quantileS: (share: number) => number;
}

function fit({ meanS, leastS, lengthM }: MeasuredRoute, sdS: number, spread: Spread): Distribution {
  const trip = fitTripTime({ leastS, meanS, sdS });
  if (!spread.incidents)
    return {
      meanS,
      keepsWithin: (timeS) => keepsWithin(trip, timeS),
      quantileS: (share) => tripQuantileS(trip, share),
    };
  const { incidentsPer100Km, incidentDelayS, incidentDelayCv } = spread.variability;
  const mixed = mixIncidents(trip, sdS, lengthM / M_PER_KM, {
    per100Km: incidentsPer100Km.value,
    delayS: incidentDelayS.value,
    delayCv: incidentDelayCv.value,
  });
  return {
    meanS: mixedMeanS(mixed),
    keepsWithin: (timeS) => mixedKeepsWithin(mixed, timeS),
    quantileS: (share) => mixedQuantileS(mixed, share),
  };
}

function toCorrelation(reading: CorrelationReading, { correlation }: Variability): number {
  return { independent: 0, middle: correlation.value, comonotone: 1 }[reading];
}

function toReading(
  route: MeasuredRoute,
  spread: Spread,
  correlation: CorrelationReading,
): ReliabilityReading {
  const part = toSdShare(route.linkTimesS, toCorrelation(correlation, spread.variability));
  const trip = fit(route, spread.cv.value * route.meanS * part, spread);
  const p95S = trip.quantileS(P95);
  return {
    correlation,
    probability: trip.keepsWithin(spread.cutoffS),
    p50S: trip.quantileS(P50),
    p80S: trip.quantileS(P80),
    p95S,
    bufferIndex: (p95S - trip.meanS) / trip.meanS,
  };
}

/** Three readings of a route, and what follows from them. */
export function toReadings(route: MeasuredRoute, spread: Spread): TripReading {
  const { variability, cv, cutoffS, incidents } = spread;
  const { meanS, leastS } = route;
  const readings = CORRELATIONS.map((one) => toReading(route, spread, one));
  const keeping = readings.filter(({ probability }) => probability >= variability.level.value).length;
  const atCv = (value: number): number => fit(route, value * meanS, spread).quantileS(P95);
  return {
    readings,
    // What a mean would have to be says nothing of the incidents that come on top of it.
    largestMeanS: incidents
      ? null
      : largestMeanS({ cv: cv.value, leastShare: leastS / meanS }, cutoffS, variability.level.value),
    p95LowS: atCv(cv.low),
    p95HighS: atCv(cv.high),
    verdict: keeping === readings.length ? 'holds' : keeping === 0 ? 'fails' : 'depends',
  };
}
