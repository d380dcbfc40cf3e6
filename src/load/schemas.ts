/**
 * The formats of the data files as JSON Schema 2020-12, by name. Answers have formats too: their room adds
 * its schemas to a record of the same kind, and `createSchemaDoor` puts both behind one door.
 */
import * as z from 'zod';

import { DataError } from '../problems.ts';
import { appraisalFile } from './appraisal.ts';
import { bansFile } from './bans.ts';
import { claimsFile } from './claims.ts';
import { flowchartFile } from './flowcharts.ts';
import { toFound } from './found.ts';
import { headerFile } from './header.ts';
import { highwayFile } from './highways.ts';
import { parametersFile } from './parameters.ts';
import { placesFile } from './places.ts';
import { profileFile } from './profiles.ts';
import { scenarioFile } from './scenarios.ts';
import { sourcesFile } from './sources.ts';
import { suppliersFile } from './suppliers.ts';
import { tariffsFile } from './tariffs.ts';
import { trafficStateFile, vehicleClassFile } from './travel.ts';
import { uncertaintyFile } from './uncertainty.ts';
import { variabilityFile } from './variability.ts';
import { waterFile } from './water.ts';

export type Schemas = Readonly<Record<string, z.ZodType>>;

/** One schema for each kind of data file. */
export const DATA_SCHEMAS: Schemas = {
  dataset: headerFile,
  highway: highwayFile,
  water: waterFile,
  places: placesFile,
  suppliers: suppliersFile,
  'vehicle-class': vehicleClassFile,
  'traffic-state': trafficStateFile,
  tariffs: tariffsFile,
  parameters: parametersFile,
  scenario: scenarioFile,
  claims: claimsFile,
  flowchart: flowchartFile,
  sources: sourcesFile,
  profile: profileFile,
  bans: bansFile,
  variability: variabilityFile,
  uncertainty: uncertaintyFile,
  appraisal: appraisalFile,
};

export interface SchemaDoor {
  readonly listSchemas: () => readonly string[];
  readonly toJsonSchema: (name: string) => object;
}

/**
 * Names and JSON Schemas of a record of schemas. `toJsonSchema` throws `DataError` with the valid names for
 * one it has not.
 *
 * @example
 * const door = createSchemaDoor(DATA_SCHEMAS);
 * door.listSchemas().includes('highway'); // → true
 * Object.keys(door.toJsonSchema('highway')).includes('properties'); // → true
 */
export function createSchemaDoor(schemas: Schemas): SchemaDoor {
  const names = Object.keys(schemas);
  return {
    listSchemas: () => names,
    toJsonSchema: (name) => {
      const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
      if (schema === undefined) throw toUnknown(name, names);
      return z.toJSONSchema(schema, { io: 'input' });
    },
  };
}

function toUnknown(name: string, names: readonly string[]): DataError {
  const expected = `the name of a schema: ${names.join(', ')}`;
  return new DataError([{ file: 'schema', path: '', expected, found: toFound(name), code: 'unknown-id' }]);
}
