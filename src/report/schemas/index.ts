/** The forms of all answers by name, to be published beside those of the data files. */
import { createSchemaDoor, DATA_SCHEMAS, type Schemas } from '../../load/index.ts';
import { roadRulesFile } from '../../load/road-rules.ts';
import { analysis } from './analysis.ts';
import { cityCompare } from './city-compare.ts';
import { cityCriticality } from './city-criticality.ts';
import { cityScenarios } from './city-scenarios.ts';
import { cityBuildOrder, citySections } from './city-sections.ts';
import { cityChange } from './city-change.ts';
import { cityMatrix, cityOverlap, cityReach, cityRoute } from './city.ts';
import { certificate } from './certificate.ts';
import * as confidence from './confidence.ts';
import { day } from './day.ts';
import * as documents from './documents.ts';
import { fix } from './fix.ts';
import * as grids from './grids.ts';
import { imported } from './imported.ts';
import { reliability } from './reliability.ts';
import { report } from './report.ts';
import { scenarioTable } from './scenario-table.ts';
import * as value from './value.ts';
import * as views from './views.ts';

/** Names are those of the answers; `claims` and `flowchart` are data files, their verdicts are answers. */
export const ANSWER_SCHEMAS: Schemas = {
  analysis,
  certificate,
  route: documents.route,
  matrix: documents.matrix,
  reach: documents.reach,
  'fastest-routes': views.fastestRoutes,
  locations: views.locations,
  isochrones: grids.isochrones,
  overlap: grids.overlap,
  day,
  reliability,
  confidence: confidence.confidence,
  sensitivity: confidence.sensitivity,
  'sensitivity-report': confidence.report,
  fix,
  criticality: value.criticality,
  'section-values': value.sectionValues,
  'value-report': value.report,
  'build-order': value.buildOrder,
  condition: documents.condition,
  independence: documents.independence,
  'flowchart-verdicts': documents.flowchartVerdicts,
  'claim-verdicts': documents.claimVerdicts,
  'scenario-list': documents.scenarioList,
  'scenario-effects': documents.scenarioEffects,
  'scenario-table': scenarioTable,
  report,
  verification: documents.verification,
  'data-check': documents.dataCheck,
  imported,
  'city-route': cityRoute,
  'city-matrix': cityMatrix,
  'city-change': cityChange,
  'city-reach': cityReach,
  'city-overlap': cityOverlap,
  'city-compare': cityCompare,
  'city-scenarios': cityScenarios,
  'city-criticality': cityCriticality,
  'city-section-values': citySections,
  'city-build-order': cityBuildOrder,
};

/** Road rules are data, but of no data set. */
const door = createSchemaDoor({ ...DATA_SCHEMAS, 'road-rules': roadRulesFile, ...ANSWER_SCHEMAS });

/**
 * Names that `toJsonSchema` knows: data files first, then answers.
 *
 * @example
 * listSchemas().includes('analysis'); // → true
 */
export function listSchemas(): readonly string[] {
  return door.listSchemas();
}

/**
 * JSON Schema 2020-12 of a data file or an answer, with units in the descriptions. Throws DataError with the
 * valid names for one that is not known.
 *
 * @example
 * Object.keys(toJsonSchema('route')).includes('properties'); // → true
 */
export function toJsonSchema(name: string): object {
  return door.toJsonSchema(name);
}
