/** What a view draws: asked of the same library as the numbers, for base and build. */
import {
  countFastestRoutes,
  listTripsFrom,
  rankLocations,
  toIsochrones,
  toOverlap,
  type Dataset,
} from '../../src/index.ts';
import type { Reach, Scene, SceneInput } from './protocol.ts';
import { drawWorth } from './worth.ts';

/** Cutoffs of the bands in seconds: the usual ones and the question's own, shortest first. */
export function listBandCutoffs(cutoffS: number): readonly number[] {
  const usual = [1200, 2400, 3600, 4800];
  return [...new Set([...usual, cutoffS])].toSorted((a, b) => a - b);
}

function drawReach(dataset: Dataset, input: SceneInput, role: 'base' | 'build'): Reach {
  const { request, place, direction } = input;
  const scenario = request[role] ?? dataset.header.defaults[role];
  const setting = { scenario, vehicleClass: request.vehicleClass, traffic: request.traffic };
  const cutoffS = request.cutoffS ?? dataset.parameters.cutoffS.value;
  if (input.reach === 'overlap' || place === null) {
    const { groupChoice, asOf } = request;
    return { kind: 'overlap', overlap: toOverlap(dataset, { ...setting, cutoffS, groupChoice, asOf }) };
  }
  const cutoffsS = listBandCutoffs(cutoffS);
  return { kind: 'bands', isochrones: toIsochrones(dataset, { ...setting, place, direction, cutoffsS }) };
}

/** The scene of a view. Throws DataError for a place that is unknown or has no access. */
export function drawScene(dataset: Dataset, input: SceneInput): Scene {
  const { view, request, place } = input;
  switch (view) {
    case 'times':
      return { view, place, trips: place === null ? null : listTripsFrom(dataset, request, place) };
    case 'reach':
      return {
        view,
        place: input.reach === 'overlap' ? null : place,
        base: drawReach(dataset, input, 'base'),
        build: drawReach(dataset, input, 'build'),
      };
    case 'difference':
    case 'confidence':
      return { view };
    case 'fastest':
      return { view, routes: countFastestRoutes(dataset, request) };
    case 'value':
      return { view, worth: drawWorth(dataset, request, input.measure ?? 'minutes') };
    case 'locate':
      return { view, locations: rankLocations(dataset, request) };
  }
}
