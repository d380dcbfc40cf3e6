/** Rows without a map: a tool adds one whose form says everything. */
import type { Dataset, LonLat, Modification, ScenarioFile } from '../../src/index.ts';
import { dataset } from '../state/answers.ts';
import { findNamedScenario } from '../state/own-scenarios.ts';
import { addOpenRow, newPlace } from '../state/studio-click.ts';
import { draws, movedPlant, take, toChange, tool } from '../state/studio-drawing.ts';
import { edited } from '../state/studio.ts';
import { newChange, newRoad, toNewId } from '../studio/new-rows.ts';
import { findRoadsBefore } from '../studio/roads.ts';
import { toFilePoint } from '../studio/snap.ts';
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

/** How far the sides of a square are from its middle, in degrees: some five kilometres. */
const HALF_SIDE = 0.05;

function toSquare([lon, lat]: LonLat): readonly LonLat[] {
  const [west, east] = [lon - HALF_SIDE, lon + HALF_SIDE];
  const [south, north] = [lat - HALF_SIDE, lat + HALF_SIDE];
  return [[west, south], [east, south], [east, north], [west, north]].map(([x = 0, y = 0]) => toFilePoint([x, y])); // prettier-ignore
}

/** What the tool in hand adds: a place begins where the first plant is, an area around it. */
function toRow(data: Dataset, file: ScenarioFile): Modification | null {
  if (tool.peek() === 'road') return toRoad(data, file);
  const [plant] = data.plants;
  if (plant === undefined) return null;
  const kind = draws.peek() === 'area' ? toChange(tool.peek()) : null;
  if (kind !== null) return newChange(data, kind, { area: { ring: toSquare(plant.at), rule: 'touching' } });
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
