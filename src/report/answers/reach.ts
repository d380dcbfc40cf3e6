/** What lies within the cutoff of a place, with and without, as the answer `beltway/reach@1`. */
import type { Skim } from '../../matrix/skim.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { KnownPlace } from '../../answer/place.ts';
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
  readonly within: { readonly base: boolean; readonly build: boolean };
}

export interface ReachDocument {
  readonly schema: 'beltway/reach@1';
  readonly data: DataName;
  readonly base: ScenarioName;
  readonly build: ScenarioName;
  readonly vehicleClass: string;
  readonly traffic: string;
  readonly cutoffS: number;
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
    cutoffS,
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

function toRow({ base, build, from, cutoffS }: ReachInput, { origin, place }: KnownPlace): ReachRow {
  const [baseS, buildS] = [base, build].map((one) => toSeconds(one.find(from.place.id, place.id).timeMs));
  const { id, name, nameZh, kind, group } = origin;
  return {
    id,
    name,
    nameZh,
    kind,
    group,
    baseS: baseS ?? null,
    buildS: buildS ?? null,
    within: { base: isWithin(baseS, cutoffS), build: isWithin(buildS, cutoffS) },
  };
}

function isWithin(timeS: number | null | undefined, cutoffS: number): boolean {
  return timeS !== null && timeS !== undefined && timeS <= cutoffS;
}
