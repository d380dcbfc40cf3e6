/** The rules that scenarios are tried by: those of the command, which are shipped with it. */
import rulesUrl from '../../data/import/road-rules.json?url';
import {
  DataError,
  openGround,
  readRoadRules,
  type CityGround,
  type ImportedNetwork,
} from '../../src/index.ts';
import { openDataset } from '../dataset/open.ts';

async function fetchRules(): Promise<string> {
  const response = await fetch(rulesUrl);
  if (response.ok) return response.text();
  throw new Error(`The road rules of the page did not load (HTTP ${response.status}). Load the page again.`);
}

/** The ground of a network. Throws DataError for a network whose vehicles have no rules. */
export async function openRoadGround(network: ImportedNetwork): Promise<CityGround> {
  const [text, { dataset }] = await Promise.all([fetchRules(), openDataset()]);
  const { rules, problems } = readRoadRules(text, 'road-rules.json');
  if (rules === null) throw new DataError(problems);
  return openGround(network, rules, dataset.vehicleClasses);
}
