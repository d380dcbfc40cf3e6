/** What the page may ask the worker that holds an imported network. Plain values: they cross by structured clone. */
import type {
  Area,
  AreaChange,
  AreaRoads,
  Box,
  BuildModification,
  ChangeClass,
  ChangedRoad,
  CityFirm,
  CityOverlapDocument,
  CityReachDocument,
  CityRoadsNear,
  Effect,
  Facility,
  ImportCounts,
  LonLat,
  NamedText,
  OwnStretch,
  ReachDirection,
  RoadNames,
  ScenarioFile,
} from '../../src/index.ts';
import type { FeatureCollection } from 'geojson';
import type { NamedMeeting } from './meet-roads.ts';
import type { RoadColumns } from './road-columns.ts';
import type { RoadToCome } from './roads-to-come.ts';
import type { ClosingWork, WorthAnswer, WorthInput, WorthQuestion } from './worth-protocol.ts';

/** What is said of a network wherever it is shown, and what can be asked of it. */
export interface CityLabel {
  readonly title: string;
  readonly file: string;
  readonly asOf: string | null;
  readonly attribution: string;
  readonly licence: string;
  /** West, south, east, north in degrees. */
  readonly bounds: readonly [number, number, number, number];
  readonly vehicles: readonly string[];
  readonly counts: ImportCounts;
  /** Where the first pin stands: a point of a road in the middle of most roads. */
  readonly home: LonLat;
}

/** Why there is no network: nothing is served, its label cannot be read, its file is missing or not whole. */
export interface CityProblem {
  readonly kind: 'none' | 'label' | 'missing' | 'broken';
  readonly file: string;
  readonly expected: string;
  readonly found: string;
}

export type OpenedCity =
  | {
      readonly ok: true;
      readonly label: CityLabel;
      readonly roads: RoadColumns;
      readonly names: FeatureCollection;
      /** Roads under construction and proposed. */
      readonly toCome: readonly RoadToCome[];
    }
  | { readonly ok: false; readonly problem: CityProblem };

/** A question: one place or two, and how far. */
export interface CityQuestion {
  readonly vehicleClass: string;
  readonly direction: ReachDirection;
  /** Whole minutes, rising. */
  readonly cutoffsMin: readonly number[];
  readonly places: readonly LonLat[];
}

/** What a scenario may do to a road. */
export const CHANGES = [
  'built',
  'opened',
  'closed',
  'changed',
] as const satisfies readonly ChangedRoad['what'][];

/** Links of one kind of change. */
export interface ChangeCount {
  readonly what: (typeof CHANGES)[number];
  readonly links: number;
  readonly km: number;
}

/** What is said of a scenario over the network. */
export interface PlanLabel {
  readonly id: string;
  readonly title: string;
  /** ISO day. */
  readonly day: string;
  readonly effects: readonly Effect[];
  readonly counts: readonly ChangeCount[];
  /** What roads are called that its rows name by their ids. */
  readonly names: ReadonlyMap<string, RoadNames>;
  readonly usualKmh: UsualKmh;
  /** Suppliers and plants of the scenarios that it stands on. */
  readonly firmsBelow: readonly CityFirm[];
}

/** Scenario files as they are asked with, the lowest first; the page counts those that it opens. */
export interface PlanFiles {
  readonly number: number;
  readonly files: readonly NamedText[];
}

export interface OpenedPlan {
  /** What its roads are made of: the same key, the same roads and the same changes. */
  readonly roadsKey: string;
  /** The uppermost file in the form of today. */
  readonly file: ScenarioFile;
  readonly label: PlanLabel;
  /** Roads that there are with it alone. */
  readonly roads: RoadColumns;
  /** What it changes, a feature a kind: `what`. */
  readonly changed: FeatureCollection;
}

/** A stretch of a link that a place joins, as it is drawn: points with the seconds there. */
export interface OwnLine {
  readonly stretch: OwnStretch;
  readonly line: readonly LonLat[];
}

/** Times of one place for the map. */
export interface SideTimes {
  /** What they are times of: the same key, the same times. */
  readonly key: string;
  /** Four a link; null where the page has those of the key. */
  readonly seconds: Float32Array | null;
  readonly own: readonly OwnLine[];
}

/** A place with no road near. */
interface OffRoad {
  readonly limitM: number;
}

export interface ReachAnswer {
  readonly question: CityQuestion;
  /** By place; null where no road is near. */
  readonly sides: readonly (SideTimes | null)[];
  readonly off: readonly (OffRoad | null)[];
  /** Of the one place. */
  readonly reach: CityReachDocument | null;
  /** Of the two. */
  readonly overlap: CityOverlapDocument | null;
  /** Milliseconds between each place and the suppliers and plants of the scenario, by id; Infinity = no way. */
  readonly firmMs: readonly ReadonlyMap<string, number>[];
  /** Kilometres that the vehicle may drive, reached or not. */
  readonly openKm: number;
}

/** What a scenario wins and loses on the way to the middle of every road. */
export interface ChangeAnswer {
  /** Times of the map are of the faster side, with the class of each link. */
  readonly side: SideTimes;
  readonly cutoffS: number;
  /** Kilometres within the time, from most won to most lost. */
  readonly classes: readonly ChangeClass[];
}

/** The same question without and with a scenario. */
export interface ReachAnswers {
  readonly without: ReachAnswer;
  readonly with: ReachAnswer | null;
  /** Null without a scenario, and where a place is off the roads. */
  readonly change: ChangeAnswer | null;
  /** Number of the scenario; null without one. */
  readonly plan: number | null;
}

/** Which of the two is looked at, or how they differ. */
export const VIEWS = ['without', 'with', 'difference'] as const;
export type View = (typeof VIEWS)[number];

export const CITY_FILE_KINDS = ['geojson', 'json', 'csv'] as const;
export type CityFileKind = (typeof CITY_FILE_KINDS)[number];

/** Signs of new roads by their kind where nothing is said, in km/h. */
type UsualKmh = Readonly<Record<Facility, number>>;

export interface RoadsNear extends CityRoadsNear {
  readonly usualKmh: UsualKmh;
}

/** Roads in some boxes as the first so many rows of the uppermost file leave them. */
interface RoadsTask {
  readonly input: {
    readonly url: string;
    readonly plan: PlanFiles | null;
    readonly rows: number;
    readonly boxes: readonly Box[];
  };
  readonly output: RoadsNear;
}

/** Tasks by name: what goes in, what comes out. `url`: folder of the network, with a slash at its end. */
export interface CityTasks {
  readonly open: { readonly input: { readonly url: string }; readonly output: OpenedCity };
  /** Refused with everything wrong in the files. */
  readonly plan: {
    readonly input: { readonly url: string; readonly plan: PlanFiles };
    readonly output: OpenedPlan;
  };
  /** Roads where something is done, and, likewise, those under the pointer: a lane each. */
  readonly roads: RoadsTask;
  readonly pointed: RoadsTask;
  /** Roads in sight, to which drawn points snap. */
  readonly seen: RoadsTask;
  /** Roads that a change of an area would touch, as the first so many rows of the uppermost file leave them. */
  readonly area: {
    readonly input: {
      readonly url: string;
      readonly plan: PlanFiles | null;
      readonly rows: number;
      readonly change: AreaChange;
      readonly area: Area;
    };
    readonly output: AreaRoads;
  };
  /** Where a drawn road meets what the rows before it leave. */
  readonly meet: {
    readonly input: {
      readonly url: string;
      readonly plan: PlanFiles | null;
      readonly rows: number;
      readonly road: Pick<BuildModification, 'line' | 'interchanges'>;
    };
    readonly output: readonly NamedMeeting[];
  };
  readonly reach: {
    readonly input: {
      readonly url: string;
      readonly question: CityQuestion;
      readonly plan: PlanFiles | null;
      /** Keys of times that the page has. */
      readonly known: readonly string[];
    };
    readonly output: ReachAnswers;
  };
  /** Prepares the closing of every link. Refused where the vehicle has no street near a supplier or plant. */
  readonly closing: {
    readonly input: {
      readonly url: string;
      readonly asked: WorthQuestion;
      /** Null = as many as pay. */
      readonly workers: number | null;
    };
    readonly output: ClosingWork;
  };
  readonly worth: { readonly input: WorthInput; readonly output: WorthAnswer };
  readonly worthFile: {
    readonly input: WorthInput & { readonly kind: CityFileKind };
    readonly output: string;
  };
  /** The bytes that the command gives for the same question. */
  readonly file: {
    readonly input: {
      readonly url: string;
      readonly question: CityQuestion;
      readonly kind: CityFileKind;
      /** Null for the network as it was imported. */
      readonly plan: PlanFiles | null;
      /** What the scenario changes, instead of what is reached with it. */
      readonly isDifference: boolean;
    };
    readonly output: string;
  };
}
