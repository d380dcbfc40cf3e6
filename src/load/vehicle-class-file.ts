/** One vehicle class, as what is tried on an imported network needs it: without the data set it stands in. */
import type { VehicleClass } from '../model/travel.ts';
import type { Problem } from '../problems.ts';
import { toTextProblem } from './json-problem.ts';
import { JsonTextError, readJson } from './json.ts';
import { createReport } from './report.ts';
import { readRow } from './rows.ts';
import { vehicleClassFile } from './travel.ts';

/** Either a vehicle class and no problem, or none and at least one. */
export interface ReadVehicleClass {
  readonly vehicleClass: VehicleClass | null;
  readonly problems: readonly Problem[];
}

/**
 * A vehicle class from the text of a file, or everything that is wrong with it.
 *
 * @example
 * readVehicleClass('{}', 'car.json').vehicleClass; // → null
 */
export function readVehicleClass(textOfFile: string, file: string): ReadVehicleClass {
  const report = createReport();
  try {
    const { value } = readRow(vehicleClassFile, readJson(textOfFile).value, { file, keys: [] }, report);
    if (value === null || report.count() > 0) return { vehicleClass: null, problems: report.list() };
    const { schema: _schema, ...vehicleClass } = value;
    return { vehicleClass, problems: [] };
  } catch (error) {
    if (!(error instanceof JsonTextError)) throw error;
    return { vehicleClass: null, problems: [toTextProblem(file, textOfFile, error)] };
  }
}
