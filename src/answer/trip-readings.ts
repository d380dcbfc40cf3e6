/** What the spread of a trip says at each correlation of its links, and the verdict that follows. */
import {
  CORRELATIONS,
  type CorrelationReading,
  type ReliabilityReading,
  type ReliabilityRow,
} from '../model/reliability.ts';
import type { Parameter } from '../model/source.ts';
import type { Variability } from '../model/variability.ts';
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

/** Three readings of a route, and what follows from them. */
export function toReadings(route: MeasuredRoute, spread: Spread): TripReading {
  const { variability, cv, cutoffS, incidents } = spread;
  const { meanS, leastS } = route;
  const readings = CORRELATIONS.map((one) => toReading(route, spread, one));
  const keeping = readings.filter(({ probability }) => probability >= variability.level.value).length;
  const atCv = (value: number): number => toWholeMs(fit(route, value * meanS, spread).quantileS(P95));
  return {
    readings,
    // What a mean would have to be says nothing of the incidents that come on top of it.
    largestMeanS: incidents
      ? null
      : toWholeMs(
          largestMeanS(
            { cv: cv.value, leastShare: meanS === 0 ? 1 : leastS / meanS },
            cutoffS,
            variability.level.value,
          ),
        ),
    p95LowS: atCv(cv.low),
    p95HighS: atCv(cv.high),
    verdict: keeping === readings.length ? 'holds' : keeping === 0 ? 'fails' : 'depends',
  };
}
