/** The vehicle classes that imports and scenarios over imported networks go by: those shipped. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readVehicleClass, type VehicleClass } from '../index.ts';
import { EXIT, Failure } from './exit.ts';
import { readTextFile } from './files.ts';
import { SHIPPED_DATA } from './package-files.ts';

/** Reads them without the data set they stand in. Throws Failure with everything that is wrong in one. */
export function openVehicleClasses(): readonly VehicleClass[] {
  const folder = join(SHIPPED_DATA, 'vehicle-classes');
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((name) => {
      const path = join(folder, name);
      const { vehicleClass, problems } = readVehicleClass(readTextFile(path), path);
      if (vehicleClass === null) throw new Failure(EXIT.data, `${path}: not a vehicle class`, problems);
      return vehicleClass;
    });
}
