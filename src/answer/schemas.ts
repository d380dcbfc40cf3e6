/** One door to the schemas of data files and answers, by name. */
import { createSchemaDoor, DATA_SCHEMAS, type Schemas } from '../load/schemas.ts';
import { analysis } from './schema-analysis.ts';
import * as documents from './schema-documents.ts';

/** One schema for each answer, by the name in its `schema` field. */
export const ANSWER_SCHEMAS: Schemas = {
  analysis,
  certificate: documents.certificate,
  condition: documents.condition,
  independence: documents.independence,
  'flowchart-verdicts': documents.flowchartVerdicts,
  'claim-verdicts': documents.claimVerdicts,
  matrix: documents.matrix,
  route: documents.route,
  reach: documents.reach,
  'scenario-list': documents.scenarioList,
};

const door = createSchemaDoor({ ...DATA_SCHEMAS, ...ANSWER_SCHEMAS });

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
