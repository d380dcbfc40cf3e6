/**
 * What a travel time varies by from one trip to the next, and what the data themselves are uncertain by: two
 * things that are never mixed. Files: `data/variability.json`, `data/uncertainty.json`.
 */
import type { Confidence, CoordinateGrade, Parameter } from './source.ts';

/** From trip to trip: the same road, hour and vehicle on different days. */
export interface Variability {
  /** Standard deviation ÷ mean of a trip's time, by traffic state. */
  readonly coefficientOfVariation: Readonly<Record<string, Parameter>>;
  /** Between the times of two links of one trip: 0 independent, 1 all late together. */
  readonly correlation: Parameter;
  /** Share of trips that "in 95 % of trips" asks for. */
  readonly level: Parameter;
  /** Incidents that delay a trip, in 100 km of it. */
  readonly incidentsPer100Km: Parameter;
  readonly incidentDelayS: Parameter;
  readonly incidentDelayCv: Parameter;
}

/** Of the data: what is not known, and the same on every trip. */
export interface Uncertainty {
  /** Metres within which the true place lies, by grade of the coordinate. */
  readonly coordinateM: Readonly<Record<CoordinateGrade, Parameter>>;
  /** Share of firms whose keiretsu tag is taken as wrong, by confidence of the record. */
  readonly wrongTagShare: Readonly<Record<Confidence, Parameter>>;
  /** A verdict holds from this share of the draws on, and fails up to that one. */
  readonly holdsShare: Parameter;
  readonly failsShare: Parameter;
}
