/** Every record of a data folder, read one by one and not yet compared with one another. */
import type { DatasetHeader } from '../model/dataset.ts';
import type { Ban } from '../model/day.ts';
import type { Plant, Supplier, Zone } from '../model/place.ts';
import type { ScenarioFile } from '../model/scenario.ts';
import type { Source } from '../model/source.ts';
import type { Parameters, Tariff } from '../model/travel.ts';
import { readBans } from './bans.ts';
import { type ClaimRows, readClaims } from './claims.ts';
import { type FlowchartFile, readFlowcharts } from './flowcharts.ts';
import { type AppraisalFile, readAppraisal } from './appraisal.ts';
import type { Folder } from './folder.ts';
import { readHeader } from './header.ts';
import { readHighways, type RoadRows } from './highways.ts';
import { readParameters } from './parameters.ts';
import { readPlaces } from './places.ts';
import { type ProfileFile, readProfiles } from './profiles.ts';
import type { Report } from './report.ts';
import type { Rows } from './rows.ts';
import { readScenarios } from './scenarios.ts';
import { readSources } from './sources.ts';
import { readSuppliers } from './suppliers.ts';
import { readTariffs } from './tariffs.ts';
import {
  readTrafficStates,
  readVehicleClasses,
  type TrafficStateFile,
  type VehicleClassFile,
} from './travel.ts';
import { type UncertaintyFile, readUncertainty } from './uncertainty.ts';
import { type VariabilityFile, readVariability } from './variability.ts';
import { readWater, type WaterFeature } from './water.ts';

export interface Tables extends RoadRows, ClaimRows {
  readonly header: Rows<DatasetHeader>;
  readonly districts: Rows<unknown>;
  readonly groups: Rows<unknown>;
  readonly contrasts: Rows<unknown>;
  readonly water: Rows<WaterFeature>;
  readonly zones: Rows<Zone>;
  readonly plants: Rows<Plant>;
  readonly suppliers: Rows<Supplier>;
  readonly vehicleClasses: Rows<VehicleClassFile>;
  readonly trafficStates: Rows<TrafficStateFile>;
  readonly tariffs: Rows<Tariff>;
  readonly parameters: Rows<Parameters>;
  readonly scenarios: Rows<ScenarioFile>;
  readonly flowcharts: Rows<FlowchartFile>;
  readonly sources: Rows<Source>;
  readonly profiles: Rows<ProfileFile>;
  readonly bans: Rows<Ban>;
  readonly variability: Rows<VariabilityFile>;
  readonly uncertainty: Rows<UncertaintyFile>;
  readonly appraisal: Rows<AppraisalFile>;
}

/** Reads all files of a folder, and tells what is wrong inside each. */
export function readTables(folder: Folder, report: Report): Tables {
  return {
    ...readHeader(folder, report),
    ...readHighways(folder, report),
    water: readWater(folder, report),
    ...readPlaces(folder, report),
    suppliers: readSuppliers(folder, report),
    vehicleClasses: readVehicleClasses(folder, report),
    trafficStates: readTrafficStates(folder, report),
    tariffs: readTariffs(folder, report),
    parameters: readParameters(folder, report),
    scenarios: readScenarios(folder, report),
    ...readClaims(folder, report),
    flowcharts: readFlowcharts(folder, report),
    sources: readSources(folder, report),
    profiles: readProfiles(folder, report),
    bans: readBans(folder, report),
    variability: readVariability(folder, report),
    uncertainty: readUncertainty(folder, report),
    appraisal: readAppraisal(folder, report),
  };
}
