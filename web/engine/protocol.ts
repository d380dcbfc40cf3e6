/** What the page may ask its workers, and what they give back. Plain values only: they cross by structured clone. */
import type {
  Analysis,
  AnalysisRequest,
  BuildOrder,
  ConfidenceDocument,
  CriticalityDocument,
  Dataset,
  DayDocument,
  FastestRoutes,
  FixDocument,
  FixProgress,
  FixTarget,
  Isochrones,
  Locations,
  Overlap,
  QuickAnalysis,
  ReliabilityDocument,
  ReportFormat,
  ReportStep,
  Scenario,
  ScenarioFile,
  ScenarioTable,
  ScenarioTableRequest,
  SectionValues,
  SensitivityDocument,
  TriedScenario,
  TripExplanation,
  TripsFrom,
  ValueMeasure,
} from '../../src/index.ts';

/** The user's own sites as text, so that every worker reads them with the same loader. */
export interface OwnSites {
  readonly name: string;
  readonly text: string;
}

/** What a view draws; `request` is the question it answers. */
export type Scene =
  /** `place`: whose trips they are, as it was asked for. */
  | { readonly view: 'times'; readonly place: string | null; readonly trips: TripsFrom | null }
  /** `place`: whose bands they are; null = the overlap of all groups. */
  | { readonly view: 'reach'; readonly place: string | null; readonly base: Reach; readonly build: Reach }
  | { readonly view: 'difference' }
  /** Drawn from the draws, which are asked for apart. */
  | { readonly view: 'confidence' }
  | { readonly view: 'fastest'; readonly routes: FastestRoutes }
  | { readonly view: 'locate'; readonly locations: Locations }
  | { readonly view: 'value'; readonly worth: Worth };
export type Reach =
  | { readonly kind: 'overlap'; readonly overlap: Overlap }
  | { readonly kind: 'bands'; readonly isochrones: Isochrones };

/** What roads are worth in the scenario with, by one measure. */
export interface Worth {
  readonly measure: ValueMeasure;
  readonly criticality: CriticalityDocument;
  /** By every measure; null where there is nothing to divide. */
  readonly sections: SectionValues | null;
  readonly order: BuildOrder | null;
  /** Why one of the two is null. */
  readonly why: string;
}

/** Which answer of the Value view a file holds: closed roads, sections, both of them (`value`), or their order. */
export interface WorthFile {
  readonly part: 'value' | 'criticality' | 'section-values' | 'phase';
  readonly measure: ValueMeasure;
  /** File under which a command takes the sites of the user's own; null = there are none. */
  readonly sitesFile: string | null;
}

export interface SceneInput {
  readonly request: AnalysisRequest;
  readonly view: Scene['view'];
  readonly place: string | null;
  readonly reach: 'overlap' | 'bands';
  readonly direction: 'to' | 'from';
  /** What the Value view counts; left out = minutes. */
  readonly measure?: ValueMeasure;
}

/** A trip asked about: from a place to a group or a place. */
export interface TripInput {
  readonly request: AnalysisRequest;
  readonly origin: string;
  readonly destination: string;
}

/** A trip over the day and from one day to the next; null where the data say nothing of it. */
export interface Varying {
  readonly origin: string;
  readonly destination: string;
  readonly day: DayDocument | null;
  readonly reliability: ReliabilityDocument | null;
}

/** The quick answer, and what the page asks beside it. */
export interface PageAnswer extends QuickAnalysis {
  /** The roads of base and build differ by sections of the belt at most. */
  readonly beltAlone: boolean;
  /** By id of a scenario of the user: what each of its modifications does, and what is wrong with it. */
  readonly tried: Readonly<Record<string, Omit<TriedScenario, 'sound'>>>;
}

/** How far a report is; `text` is null until it is made. */
export interface ReportProgress {
  readonly part: ReportStep['part'];
  /** Of the part, 0 … 1. */
  readonly share: number;
  readonly text: string | null;
}

/** Scenarios side by side; `wrong`: ids of those of the user of which something was left out. */
export interface PageTable {
  readonly table: ScenarioTable;
  readonly wrong: readonly string[];
}

/** What would make a target hold: how far the search is, and the answer once it is whole. */
export interface FixState {
  readonly progress: FixProgress;
  readonly document: FixDocument | null;
}

export const FILE_KINDS = ['json', 'csv', 'geojson', 'markdown'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** Tasks by name: what goes in, what comes out. */
export interface Tasks {
  readonly sites: {
    readonly input: OwnSites | null;
    readonly output: {
      readonly dataset: Dataset | null;
      readonly problems: readonly string[];
      readonly sites: number;
    };
  };
  /** A scenario file, beside those that it may stand on. */
  readonly scenario: {
    readonly input: { readonly name: string; readonly text: string; readonly others: readonly Scenario[] };
    readonly output: { readonly file: ScenarioFile | null; readonly problems: readonly string[] };
  };
  readonly answer: { readonly input: AnalysisRequest; readonly output: PageAnswer };
  /** An edit that nobody made, so that the user's own first one is quick. */
  readonly rehearse: {
    readonly input: { readonly request: AnalysisRequest; readonly round: number };
    readonly output: null;
  };
  /** A report made on for a moment: how far it is, or its text. */
  readonly report: {
    readonly input: {
      readonly request: AnalysisRequest;
      /** File under which a command takes the sites of the user's own; null = there are none. */
      readonly sitesFile: string | null;
      /** With draws and sweeps, which take most of the time. */
      readonly doubts: boolean;
      readonly format: ReportFormat;
    };
    readonly output: ReportProgress;
  };
  readonly full: { readonly input: AnalysisRequest; readonly output: Analysis };
  readonly trip: { readonly input: TripInput; readonly output: TripExplanation };
  readonly varying: { readonly input: TripInput; readonly output: Varying };
  readonly scene: { readonly input: SceneInput; readonly output: Scene };
  /** So many draws of a question in all, made step by step: the document of those made. */
  readonly draws: {
    readonly input: { readonly request: AnalysisRequest; readonly upTo: number };
    readonly output: ConfidenceDocument;
  };
  /** A search gone on with for a moment. */
  readonly fix: {
    readonly input: { readonly request: AnalysisRequest; readonly target: FixTarget };
    readonly output: FixState;
  };
  readonly table: { readonly input: ScenarioTableRequest; readonly output: PageTable };
  readonly sweeps: { readonly input: AnalysisRequest; readonly output: SensitivityDocument };
  /** The bytes of an export: those the command line gives for the same question. */
  readonly file: {
    readonly input: {
      readonly kind: FileKind;
      readonly request: AnalysisRequest;
      /** The view whose export it is; null = the whole answer. */
      readonly scene: SceneInput | null;
      /** One trip from place to place instead of the view. */
      readonly trip?: { readonly origin: string; readonly destination: string } | null;
      /** Scenarios side by side instead of the answer. */
      readonly table?: ScenarioTableRequest;
      /** An answer of the Value view instead of both. */
      readonly worth?: WorthFile | null;
    };
    readonly output: string;
  };
}
export type TaskName = keyof Tasks;

export interface Ask<N extends TaskName = TaskName> {
  readonly id: number;
  readonly task: N;
  readonly input: Tasks[N]['input'];
}

export type Reply =
  | {
      readonly id: number;
      readonly ok: true;
      readonly output: unknown;
      /** Keys of an answer left out because their values are those of the answer before. */
      readonly kept?: readonly string[];
    }
  | { readonly id: number; readonly ok: false; readonly problems: readonly string[] };
