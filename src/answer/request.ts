/** What may be asked of `analyse`, and the defaults of a data set. Checking it is `question.ts`. */
import type { PopulationId } from '../condition/population.ts';
import type { Profile } from '../model/day.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Arrangement } from '../flowchart/order.ts';

/** Everything left out takes the data set's default; ids are those of the data files. */
export interface AnalysisRequest {
  /** Scenario without: id, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly base?: string | undefined;
  /** Scenario with. */
  readonly build?: string | undefined;
  /** Scenarios that are neither of the data set nor a day, to be named by id here. */
  readonly scenarios?: readonly Scenario[] | undefined;
  /** Third column; null = none. */
  readonly beside?: string | null | undefined;
  readonly vehicleClass?: string | undefined;
  readonly traffic?: string | undefined;
  /** Seconds after midnight at which every trip leaves: times by the hour instead of the traffic state. */
  readonly departS?: number | undefined;
  /** Seconds after midnight by which every trip arrives; not together with `departS`. */
  readonly arriveByS?: number | undefined;
  /** Id of a day of traffic, or one of the caller's own; left out = the first of the data set. */
  readonly profile?: string | Profile | undefined;
  /** The one hour, in seconds, inclusive. */
  readonly cutoffS?: number | undefined;
  /** Added for "about an hour". */
  readonly toleranceS?: number | undefined;
  /** Day (or month, or year) on which plants in production count and suppliers of `existing` exist. */
  readonly asOf?: string | undefined;
  /** By group id: `any`, `every` or one of its plants. */
  readonly groupChoice?: Readonly<Record<string, string>> | undefined;
  readonly population?: PopulationId | undefined;
  /** Supplier, plant, zone or seat ids, or `lon,lat`; left out = all of them. */
  readonly origins?: readonly string[] | undefined;
  /** Plant, zone or seat ids, or `lon,lat`; left out = all plants. */
  readonly destinations?: readonly string[] | undefined;
  /** Toll counts as time at this many CNY an hour; null = toll is reported, not minimised. */
  readonly valueOfTimeCnyPerH?: number | null | undefined;
  /** By flowchart id: nodes that come first, and nodes left out. */
  readonly arrangement?: Readonly<Record<string, Arrangement>> | undefined;
  /** Replaces the critical level of the share of independent suppliers, 0..1: the paper gives none. */
  readonly criticalLevel?: number | undefined;
}

/** Vehicle class the paper speaks of ("by car"), and no delays beyond the road's own. */
export const DEFAULT_VEHICLE_CLASS = 'car';
export const DEFAULT_TRAFFIC = 'free';
