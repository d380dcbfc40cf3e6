/** What lies within the cutoff of a place, with and without, as the answer `beltway/reach@1`. */
import type { Skim } from '../../matrix/skim.ts';
import type { Dataset } from '../../model/dataset.ts';
import { toAnswerClock } from '../../answer/answer-clock.ts';
import type { KnownPlace } from '../../answer/place.ts';
import type { AnswerClock } from '../../model/answer.ts';
import type { ReliabilityDocument, ReliabilityReading } from '../../model/reliability.ts';
import { toNamedPlace, type NamedPlace } from '../place.ts';
import { toSeconds } from '../../answer/cells.ts';
import { toDataName, type DataName, type ScenarioName } from './names.ts';

export interface ReachRow {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
  readonly kind: KnownPlace['origin']['kind'];
  /** Assembler group of a plant, else null. */
  readonly group: string | null;
  readonly baseS: number | null;
  readonly buildS: number | null;
  /** That percentile of the trips on the way of the mean, however their delays go together; null where none is asked. */
  readonly percentileS: {
    readonly base: PercentileRange | null;
    readonly build: PercentileRange | null;
  } | null;
  /** Of the time, or of the percentile whatever the delays do. */
  readonly within: { readonly base: boolean; readonly build: boolean };
}

/** Null in a row where there is no way. */
export interface PercentileRange {
  readonly leastS: number;
  readonly mostS: number;
}

/** Of 100 trips so many are within. */
export const PERCENTILES = [50, 80, 95] as const;
export type Percentile = (typeof PERCENTILES)[number];

export interface ReachDocument {
  readonly schema: 'beltway/reach@1';
  readonly data: DataName;
  readonly base: ScenarioName;
  readonly build: ScenarioName;
  readonly vehicleClass: string;
  readonly traffic: string;
  /** Hour that the times are of; null = the traffic state's. */
  readonly clock: AnswerClock | null;
  readonly cutoffS: number;
  /** Percentile that must be within the cutoff; null = the modelled time. */
  readonly percentile: Percentile | null;
  readonly from: NamedPlace;
  /** Nearest with the belt first; unreachable ones last. */
  readonly places: readonly ReachRow[];
}

/** Two skims of the same places, the place they begin at and those they end at. */
export interface ReachInput {
  readonly base: Skim;
  readonly build: Skim;
  readonly from: KnownPlace;
  readonly targets: readonly KnownPlace[];
  /** Inclusive. */
  readonly cutoffS: number;
  /** What must be within the cutoff, and how the trips to all targets vary; null = the modelled time. */
  readonly spread: { readonly percentile: Percentile; readonly answer: ReliabilityDocument } | null;
}

/** The document of what is reached. */
export function toReachDocument(dataset: Dataset, input: ReachInput): ReachDocument {
  const { base, build, from, targets, cutoffS } = input;
  return {
    schema: 'beltway/reach@1',
    data: toDataName(dataset),
    base: toScenarioName(base),
    build: toScenarioName(build),
    vehicleClass: build.setting.vehicleClass.id,
    traffic: build.setting.trafficState.id,
    clock: toAnswerClock(build.setting),
    cutoffS,
    percentile: input.spread?.percentile ?? null,
    from: toNamedPlace(from),
    places: targets
      .map((target) => toRow(input, target))
      .toSorted((a, b) => toOrder(a) - toOrder(b) || (a.id < b.id ? -1 : 1)),
  };
}

function toScenarioName({ scenario: { id, title, date } }: Skim): ScenarioName {
  return { id, title, date };
}

/** Finite, so that two unreachable places differ by 0 and fall back to their ids. */
function toOrder({ buildS }: ReachRow): number {
  return buildS ?? Number.MAX_VALUE;
}

const KEYS = { 50: 'p50S', 80: 'p80S', 95: 'p95S' } as const satisfies Record<
  Percentile,
  keyof ReliabilityReading
>;

/** From the delays that even out to those that all come together. */
function toPercentile(spread: ReachInput['spread'], scenario: string, id: string): PercentileRange | null {
  if (spread === null) return null;
  const { percentile, answer } = spread;
  const row = answer.rows.find((one) => one.scenario === scenario && one.destination === id);
  const times = (row?.readings ?? []).map((reading) => reading[KEYS[percentile]]);
  return times.length === 0 ? null : { leastS: Math.min(...times), mostS: Math.max(...times) };
}

function toRow({ base, build, from, cutoffS, spread }: ReachInput, { origin, place }: KnownPlace): ReachRow {
  const [baseS, buildS] = [base, build].map((one) => toSeconds(one.find(from.place.id, place.id).timeMs));
  const { id, name, nameZh, kind, group } = origin;
  const percentileS =
    spread === null
      ? null
      : {
          base: toPercentile(spread, base.scenario.id, id),
          build: toPercentile(spread, build.scenario.id, id),
        };
  const judge = (timeS: number | null | undefined, range: PercentileRange | null | undefined): boolean =>
    isWithin(percentileS === null ? timeS : range?.mostS, cutoffS);
  return {
    id,
    name,
    nameZh,
    kind,
    group,
    baseS: baseS ?? null,
    buildS: buildS ?? null,
    percentileS,
    within: { base: judge(baseS, percentileS?.base), build: judge(buildS, percentileS?.build) },
  };
}

function isWithin(timeS: number | null | undefined, cutoffS: number): boolean {
  return timeS !== null && timeS !== undefined && timeS <= cutoffS;
}
