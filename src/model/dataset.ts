/** The whole of a data folder as one plain, immutable value. */
import type { Appraisal } from './appraisal.ts';
import type { Claim, PrintedFigure } from './claim.ts';
import type { Ban, Profile } from './day.ts';
import type { Flowchart } from './flowchart.ts';
import type { AssemblerGroup, Plant, Supplier, Zone } from './place.ts';
import type { Highway, Link, RoadNode, Section, Water } from './road.ts';
import type { Contrast, OwnScenario, Scenario } from './scenario.ts';
import type { Source } from './source.ts';
import type { Parameters, Tariff, TrafficState, VehicleClass } from './travel.ts';
import type { Uncertainty, Variability } from './variability.ts';

/** District of the region, e.g. Huadu. */
export interface District {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string;
  readonly city: string;
}

/** File `data/dataset.json`. */
export interface DatasetHeader {
  readonly schema: 'beltway/dataset@1';
  readonly id: string;
  readonly title: string;
  readonly note: string;
  /** West, south, east, north in WGS84 degrees: every coordinate lies inside. */
  readonly region: readonly [west: number, south: number, east: number, north: number];
  /** Only WGS84 is read; a file that says GCJ-02 or BD-09 is refused. */
  readonly coordinates: 'WGS84';
  readonly districts: readonly District[];
  readonly groups: readonly AssemblerGroup[];
  /** What the belt consists of: its dated sections, and the section that closes the loop. */
  readonly belt: {
    readonly name: string;
    readonly nameZh: string;
    readonly sections: readonly string[];
    readonly closing: readonly string[];
    readonly publishedKm: number | null;
    readonly sources: readonly string[];
  };
  readonly contrasts: readonly Contrast[];
  /** Scenario ids shown when nothing is asked for. */
  readonly defaults: {
    readonly base: string;
    readonly build: string;
    /** Third column beside the two (the paper's question), or null. */
    readonly beside: string | null;
    /** Vehicle plants in production on this day count. */
    readonly plantDate: string;
  };
  /** From this day on toll gantries replace plazas; null = never. */
  readonly gantryFrom: string | null;
  /** Population the paper speaks of, to stand beside ours; null = none. */
  readonly population: { readonly text: string; readonly source: string } | null;
}

export interface Dataset {
  readonly header: DatasetHeader;
  readonly highways: readonly Highway[];
  readonly sections: readonly Section[];
  readonly nodes: readonly RoadNode[];
  /** Directed links, sorted by id. */
  readonly links: readonly Link[];
  readonly water: readonly Water[];
  readonly zones: readonly Zone[];
  readonly plants: readonly Plant[];
  readonly suppliers: readonly Supplier[];
  readonly vehicleClasses: readonly VehicleClass[];
  readonly trafficStates: readonly TrafficState[];
  readonly tariffs: readonly Tariff[];
  readonly parameters: Parameters;
  /** Days of traffic by hour; a data set may have none. */
  readonly profiles: readonly Profile[];
  /** Hours at which a vehicle may not be on a road; a data set may have none. */
  readonly bans: readonly Ban[];
  /** Null where the data set does not say. */
  readonly variability: Variability | null;
  readonly uncertainty: Uncertainty | null;
  readonly appraisal: Appraisal | null;
  readonly scenarios: readonly Scenario[];
  /** Scenarios of the user beside those of the data: no part of the digest, and they decide no place's radius. */
  readonly ownScenarios?: readonly OwnScenario[];
  readonly claims: readonly Claim[];
  readonly figures: readonly PrintedFigure[];
  readonly flowcharts: readonly Flowchart[];
  readonly sources: readonly Source[];
  /** SHA-256 (hex) over the canonical text of all files: names the data an answer rests on. */
  readonly digest: string;
}
