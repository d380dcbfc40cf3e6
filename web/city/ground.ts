/** The rules and vehicle classes that scenarios are tried by: those of the command, which are shipped with it. */
import rulesUrl from '../../data/import/road-rules.json?url';
import {
  DataError,
  openGround,
  readRoadRules,
  readVehicleClass,
  type CityGround,
  type ImportedNetwork,
  type VehicleClass,
} from '../../src/index.ts';

/** Texts of the vehicle classes by their paths: two kilobytes each, and no request of its own for any. */
const VEHICLE_CLASSES = import.meta.glob<string>('../../data/vehicle-classes/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

async function fetchRules(): Promise<string> {
  const response = await fetch(rulesUrl);
  if (response.ok) return response.text();
  throw new Error(`The road rules of the page did not load (HTTP ${response.status}). Load the page again.`);
}

/** In the order of the command. Throws DataError with everything wrong in them. */
function openVehicleClasses(): readonly VehicleClass[] {
  const read = Object.entries(VEHICLE_CLASSES)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => readVehicleClass(text, path));
  const problems = read.flatMap((one) => one.problems);
  if (problems.length > 0) throw new DataError(problems);
  return read.flatMap(({ vehicleClass }) => vehicleClass ?? []);
}

/** The ground of a network. Throws DataError for a network whose vehicles have no rules. */
export async function openRoadGround(network: ImportedNetwork): Promise<CityGround> {
  const { rules, problems } = readRoadRules(await fetchRules(), 'road-rules.json');
  if (rules === null) throw new DataError(problems);
  return openGround(network, rules, openVehicleClasses());
}
