/** Scenarios: an ordered list of modifications over the untouched data set. Files: `data/scenarios/*.json`. */
import type { Facility } from './road.ts';
import type { LonLat } from './source.ts';

/** What a list of modifications shows of each beside what it does. */
interface Row {
  /** Name the user gave it. */
  readonly label?: string;
  /** Switched off: it stays in the list and does nothing. */
  readonly off?: true;
}

/** A closed ring drawn by the user: its last point is joined to the first. */
export interface Area {
  readonly ring: readonly LonLat[];
  /** Roads that lie in it from end to end, or all that it touches. */
  readonly rule: 'within' | 'touching';
}

/**
 * Which links a modification is about: those of any of the highways, sections and features named, and of these (of
 * all, where none is named) the ones of the facilities and in the area, where such are given.
 */
export interface RoadTargets {
  readonly highways?: readonly string[];
  readonly sections?: readonly string[];
  /** Feature ids: both directions. */
  readonly links?: readonly string[];
  readonly facilities?: readonly Facility[];
  readonly area?: Area;
}

export interface CloseModification extends Row, RoadTargets {
  readonly kind: 'close';
}

export interface SetDatesModification extends Row {
  readonly kind: 'set-dates';
  readonly sections: readonly string[];
  readonly opened: string | null;
  readonly closed: string | null;
}

/** Other signs, lanes or tolls on roads that are there. */
export interface ChangeModification extends Row, RoadTargets {
  readonly kind: 'change';
  readonly postedKmh?: number;
  readonly lanesPerDirection?: number;
  /** Id of a tariff; null = toll-free from now on, plazas included. */
  readonly tariff?: string | null;
}

/** Congestion: the driven speed becomes this part of what it was. */
export interface SetSpeedFactorModification extends Row, RoadTargets {
  readonly kind: 'set-speed-factor';
  /** Above 0 and at most 1: no factor makes a speed unlawful. */
  readonly factor: number;
}

/**
 * Where a drawn road meets the network: at one vertex of its line, counted from 0. Exactly one of `node` (there
 * already), `link` with `share` (a point on a road that is there; 0 … 1 of its drawn length) and `newNode` (a point of
 * the drawn road to which other modifications may connect). Nothing connects by crossing.
 */
export interface Interchange {
  readonly vertex: number;
  readonly node?: string;
  readonly link?: string;
  readonly share?: number;
  readonly newNode?: string;
}

/** A road that is not there yet. What is left out is said beside it. */
export interface BuildModification extends Row {
  readonly kind: 'build';
  /** Its highway and its section are called by it. */
  readonly id: string;
  readonly title: string;
  readonly line: readonly LonLat[];
  readonly facility: Facility;
  readonly postedKmh: number;
  /** Per direction; 2. */
  readonly lanesPerDirection?: number;
  /** Id of a tariff; null = toll-free. A tolled road has a plaza at every interchange. */
  readonly tariff?: string | null;
  /** Along the line only; false. */
  readonly oneWay?: boolean;
  /** Sites may join it; true for arterial and local roads, never for others. */
  readonly accessible?: boolean;
  /** Signals on the whole of it; 0. */
  readonly signals?: number;
  /** null = there whatever the day. */
  readonly opened?: string | null;
  readonly closed?: string | null;
  readonly interchanges: readonly Interchange[];
}

/** A plant that a scenario has and the data have not. */
export interface AddPlantModification extends Row {
  readonly kind: 'add-plant';
  readonly id: string;
  readonly title: string;
  /** Id of an assembler group. */
  readonly group: string;
  readonly at: LonLat;
}

/** A plant elsewhere than on record. */
export interface MovePlantModification extends Row {
  readonly kind: 'move-plant';
  readonly plant: string;
  readonly at: LonLat;
}

/** A supplier that the data have not: it is asked about in every scenario, so that only the road differs. */
export interface AddSupplierModification extends Row {
  readonly kind: 'add-supplier';
  readonly id: string;
  readonly title: string;
  /** Group by keiretsu tag; null = independent. */
  readonly keiretsu: string | null;
  readonly tier: 1 | 2;
  readonly at: LonLat;
}

export const MODIFICATION_KINDS = [
  'build',
  'close',
  'change',
  'set-dates',
  'set-speed-factor',
  'add-plant',
  'move-plant',
  'add-supplier',
] as const;

export type Modification =
  | BuildModification
  | CloseModification
  | ChangeModification
  | SetDatesModification
  | SetSpeedFactorModification
  | AddPlantModification
  | MovePlantModification
  | AddSupplierModification;

export type ModificationKind = Modification['kind'];
export type ModificationOf<K extends ModificationKind> = Extract<Modification, { readonly kind: K }>;

/** Other scenarios among those a scenario stands on, in the words of a ProjectCard. */
export interface Dependencies {
  /** Have to be among them. */
  readonly prerequisites?: readonly string[];
  /** Have to be among them or to stand on this one. */
  readonly corequisites?: readonly string[];
  /** May not be among them. */
  readonly conflicts?: readonly string[];
}

export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly titleZh: string;
  /** ISO date or month (a month means its last day): the network is that of the day. */
  readonly date: string;
  /** Those of the scenarios it stands on come first. */
  readonly modifications: readonly Modification[];
  /** Ids of the scenarios it stands on, the first one first; none where it stands on a day. */
  readonly standsOn?: readonly string[];
  readonly dependencies?: Dependencies;
  /** Scenarios that would have to be applied with it and are not: it cannot be applied without them. */
  readonly missing?: readonly string[];
  readonly note?: string;
}

/** A scenario of the user. */
export interface OwnScenario {
  /** What it may be asked for by, besides its id: the name of its file. */
  readonly called: string;
  readonly scenario: Scenario;
}

/** A scenario as it stands in a file: its own modifications, and what it stands on by name. */
export interface ScenarioFile {
  readonly schema: 'beltway/scenario@2';
  readonly id: string;
  readonly title: string;
  readonly titleZh?: string;
  /** Id of another scenario, or the day (`YYYY-MM-DD`, `YYYY-MM`) whose roads stand. */
  readonly base: string;
  readonly dependencies?: Dependencies;
  readonly modifications: readonly Modification[];
  readonly note?: string;
}

/** A named pair of scenarios, e.g. with / without. */
export interface Contrast {
  readonly id: string;
  readonly title: string;
  readonly base: string;
  readonly build: string;
  readonly note: string;
}
