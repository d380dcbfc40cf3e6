/**
 * The answer `beltway/sensitivity@1`: what the verdict hangs on, one thing at a time. Everything else stays at its
 * middle value; what several do together is for the draws (`confidence.ts`).
 */
import type { AnswerVerdictMap } from './answer.ts';
import type { ConfidenceMeasure } from './confidence.ts';

/** A measure with one parameter at the ends of its range. */
export interface TornadoEnds {
  readonly atLow: number | null;
  readonly atHigh: number | null;
}

export interface TornadoBar {
  /** Id of the dimension. */
  readonly parameter: string;
  readonly label: string;
  readonly low: number;
  readonly value: number;
  readonly high: number;
  readonly unit: string;
  readonly source: string;
  readonly grade: string;
  readonly base: TornadoEnds;
  readonly build: TornadoEnds;
  /** Build less base. */
  readonly difference: TornadoEnds;
  /** Greatest distance between the ends, of base or of build. */
  readonly swing: number;
  /** Mean of the seconds of all pairs that have a way: what moves before a share does. */
  readonly meanS: { readonly base: TornadoEnds; readonly build: TornadoEnds };
}

/** Where one parameter turns one verdict over. */
export interface Flip {
  /** `belt`, `independence`, `pair:FROM-TO` of two groups, or `reach:ORIGIN-GROUP` of an origin asked for by name. */
  readonly verdict: string;
  readonly scenario: string;
  /** At the middle values. */
  readonly holds: boolean;
  readonly parameter: string;
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  /** Values between which it was looked for. */
  readonly searchedFrom: number;
  readonly searchedTo: number;
  /** The value nearest to the middle one at which the verdict is the other; null = none was found. */
  readonly flipAt: number | null;
  /** One step nearer to the middle the verdict still stands. */
  readonly step: number;
  /** The flip lies within the parameter's own range. */
  readonly inRange: boolean;
}

/** A measure over the share of the limit that is driven on expressways, and the cutoff. */
export interface SensitivityHeat {
  readonly parameter: string;
  readonly label: string;
  readonly values: readonly number[];
  readonly cutoffsMin: readonly number[];
  /** By value of the parameter, then by cutoff. */
  readonly rows: readonly {
    readonly scenario: string;
    readonly shares: readonly (readonly (number | null)[])[];
  }[];
}

/** A section whose opening is not certain: the answer with it and without. */
export interface SensitivitySwitch {
  readonly section: string;
  readonly title: string;
  /** Recorded date; null = before 2000. */
  readonly opened: string | null;
  readonly note: string | null;
  readonly rows: readonly {
    readonly scenario: string;
    readonly open: { readonly share: number | null; readonly verdicts: Readonly<Record<string, boolean>> };
    readonly notOpen: { readonly share: number | null; readonly verdicts: Readonly<Record<string, boolean>> };
  }[];
}

export interface SensitivityDocument {
  readonly schema: 'beltway/sensitivity@1';
  readonly data: { readonly id: string; readonly title: string; readonly digest: string };
  readonly vehicleClass: string;
  readonly traffic: string;
  readonly cutoffS: number;
  readonly measure: ConfidenceMeasure;
  readonly scenarios: readonly {
    readonly id: string;
    readonly title: string;
    readonly role: 'base' | 'build';
  }[];
  /** The measure at the middle values, by scenario. */
  readonly middle: Readonly<Record<string, number | null>>;
  /** The ten that move the measure most, widest first; of those that move it alike, what moves the minutes most. */
  readonly tornado: readonly TornadoBar[];
  readonly flips: readonly Flip[];
  readonly heat: SensitivityHeat | null;
  /** Independence at the middle values for each cutoff and critical level, by scenario. */
  readonly verdictMaps: readonly AnswerVerdictMap[];
  readonly switches: readonly SensitivitySwitch[];
  readonly sentence: string;
  readonly command: string;
}
