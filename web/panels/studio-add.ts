/** Rows without a map: a tool adds one whose form says everything. */
import type { Dataset, Modification, ScenarioFile } from '../../src/index.ts';
import { dataset } from '../state/answers.ts';
import { findNamedScenario } from '../state/own-scenarios.ts';
import { addOpenRow, newPlace } from '../state/studio-click.ts';
import { movedPlant, take, tool } from '../state/studio-drawing.ts';
import { edited } from '../state/studio.ts';
import { newRoad, toNewId } from '../studio/new-rows.ts';
import { findRoadsBefore } from '../studio/roads.ts';
import { t } from '../words/index.ts';

/** A straight road between two nodes, to be changed by its points. */
function toRoad(data: Dataset, file: ScenarioFile): Modification | null {
  const { nodes } = findRoadsBefore(data, file, file.modifications.length, findNamedScenario);
  const [first, second] = nodes;
  if (first === undefined || second === undefined) return null;
  const { id, count } = toNewId(data, file, 'road');
  const interchanges = [{ vertex: 0, node: first.id }, { vertex: 1, node: second.id }]; // prettier-ignore
  return { ...newRoad(data, id, t('studio.newRoad', { count })), line: [first.at, second.at], interchanges };
}

/** What the tool in hand adds: a place begins where the first plant is. */
function toRow(data: Dataset, file: ScenarioFile): Modification | null {
  if (tool.peek() === 'road') return toRoad(data, file);
  const [plant] = data.plants;
  if (plant === undefined) return null;
  movedPlant.value ??= plant.id;
  return newPlace(data, file, tool.peek(), plant.at);
}

/** Adds the row of the tool in hand and opens its form. */
export function addWithoutMap(): void {
  const [data, file] = [dataset.peek(), edited.peek()];
  if (data === null || file === null) return;
  const row = toRow(data, file);
  take('select');
  if (row !== null) addOpenRow(file, row);
}
