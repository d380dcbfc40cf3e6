/** The answer `beltway/day@1`: trips by the hour of departure, over a day of traffic. */

/** A trip that leaves at a full hour. */
export interface DayHour {
  /** 0 … 23. */
  readonly hour: number;
  /** Null when unreachable. */
  readonly timeS: number | null;
  /** With every parameter and factor at its favourable end, and at its unfavourable one. */
  readonly lowS: number | null;
  readonly highS: number | null;
  /** Part of the time that is waiting before banned roads. */
  readonly waitS: number;
  /** Plant that the trip ends at; null when unreachable. */
  readonly plant: string | null;
}

export interface DayMoment {
  readonly hour: number;
  readonly timeS: number;
}

/** One trip of one scenario over the day. */
export interface DayPair {
  readonly scenario: string;
  readonly origin: string;
  /** Group or place. */
  readonly destination: string;
  readonly hours: readonly DayHour[];
  /** First of the fastest and first of the slowest hours; null where no hour has a way. */
  readonly best: DayMoment | null;
  readonly worst: DayMoment | null;
  /** Twelfth of the twenty-four times in order: no interpolation; null where it is unreachable. */
  readonly typicalS: number | null;
  /** Hours of departure that keep the cutoff. */
  readonly holdsAt: readonly number[];
}

export interface DayDocument {
  readonly schema: 'beltway/day@1';
  readonly data: { readonly id: string; readonly title: string; readonly digest: string };
  readonly profile: {
    readonly id: string;
    readonly name: string;
    readonly nameZh: string;
    readonly note: string | null;
  };
  readonly vehicleClass: string;
  readonly cutoffS: number;
  /** Ids of bans in force for the vehicle in the last scenario. */
  readonly bans: readonly string[];
  readonly scenarios: readonly {
    readonly id: string;
    readonly title: string;
    readonly role: 'base' | 'build';
  }[];
  readonly origins: readonly { readonly id: string; readonly name: string; readonly site: string }[];
  readonly pairs: readonly DayPair[];
  readonly sentence: string;
  /** Gives this answer again. */
  readonly command: string;
}
