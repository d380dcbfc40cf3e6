/** What may be wrong with a drawn road: its line, its signs, and how it says that it meets the network. */
import { measureGeodesicM, measureLineM } from '../geodesic.ts';
import type { BuildModification, Interchange } from '../model/scenario.ts';
import type { LonLat } from '../model/source.ts';
import type { Problem } from '../problems.ts';
import { checkLine } from './area.ts';
import { isAccessible, listBuiltIds } from './build.ts';
import { checkSigns } from './change.ts';
import {
  checkId,
  checkNew,
  checkPoint,
  checkRange,
  listFeatureIds,
  listHighwayIds,
  listNodeIds,
  listSectionIds,
  toProblem,
} from './check.ts';
import type { Draft } from './draft.ts';
import { checkInterchanges, type Met } from './interchanges.ts';
import { checkDates } from './set-dates.ts';

/** A shorter road is a slip of the pen: nobody could drive it. */
const LEAST_M = 1;
/** Signals on a road; more is a slip. */
export const SIGNALS = [0, 1000] as const;

/** The point of a drawn line with this share of its length before it. */
export function findPointAt(line: readonly LonLat[], share: number): LonLat {
  const lengthsM = line.slice(1).map((to, i) => measureGeodesicM(line[i] as LonLat, to));
  let restM = share * lengthsM.reduce((sum, one) => sum + one, 0);
  for (const [i, lengthM] of lengthsM.entries()) {
    const [from, to] = [line[i], line[i + 1]] as [LonLat, LonLat];
    if (restM <= lengthM && lengthM > 0) {
      const part = restM / lengthM;
      return [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])];
    }
    restM -= lengthM;
  }
  return line.at(-1) as LonLat;
}

/** Where the thing that an interchange names is; undefined where there is no such thing. */
function findMet(
  { dataset, built, links }: Draft,
  { node, link, share = 0 }: Interchange,
): LonLat | undefined {
  if (node !== undefined) return [...dataset.nodes, ...built.nodes].find(({ id }) => id === node)?.at;
  const road = links.find(({ id }) => id === link);
  return road === undefined ? undefined : findPointAt(road.geometry, share);
}

function checkMet(draft: Draft, { node, link, newNode }: Interchange, path: string): readonly Problem[] {
  return [
    ...(node === undefined ? [] : checkId(listNodeIds(draft), node, 'node id', `${path}.node`)),
    ...(link === undefined ? [] : checkId(listFeatureIds(draft), link, 'link id', `${path}.link`)),
    ...(newNode === undefined ? [] : checkNew(listNodeIds(draft), newNode, `${path}.newNode`)),
  ];
}

function toMet(draft: Draft): Met {
  return {
    check: (_, one, path) => checkMet(draft, one, path),
    find: (one) => findMet(draft, one),
  };
}

function checkAccessible(modification: BuildModification, path: string): readonly Problem[] {
  const { facility } = modification;
  if (!isAccessible(modification) || facility === 'arterial' || facility === 'local') return [];
  const expected = 'false: sites join arterial and local roads only';
  return [toProblem(`${path}.accessible`, expected, true, 'contradiction')];
}

function checkIdsAreNew(draft: Draft, modification: BuildModification, path: string): readonly Problem[] {
  const taken = new Set([...listHighwayIds(draft), ...listSectionIds(draft)]);
  const wrong = checkNew(taken, modification.id, `${path}.id`);
  if (wrong.length > 0) return wrong;
  const records = new Set([...listNodeIds(draft), ...listFeatureIds(draft)]);
  return listBuiltIds(draft, modification).flatMap((id) => checkNew(records, id, `${path}.id`));
}

export function checkLength(line: readonly LonLat[], path: string): readonly Problem[] {
  const lengthM = measureLineM(line);
  if (line.length < 2 || lengthM >= LEAST_M) return [];
  return [toProblem(path, `a line of at least ${LEAST_M} m`, `${lengthM.toFixed(3)} m`, 'out-of-range')];
}

/** What is wrong with the modification at a path such as `modifications[0]`; nothing is applied. */
export function checkBuild(draft: Draft, modification: BuildModification, path: string): readonly Problem[] {
  const { line, opened = null, closed = null, signals = 0 } = modification;
  const drawn = [
    ...line.flatMap((at, i) => checkPoint(draft, at, `${path}.line[${i}]`)),
    ...checkLine(line, `${path}.line`),
    ...checkLength(line, `${path}.line`),
  ];
  const wrong = [
    ...drawn,
    ...checkSigns(draft, modification, path),
    ...checkRange(signals, SIGNALS, 'signals', `${path}.signals`),
    ...checkDates({ opened, closed }, path),
    ...checkAccessible(modification, path),
    ...(drawn.length > 0 ? [] : checkInterchanges(toMet(draft), modification, path)),
  ];
  return wrong.length > 0 ? wrong : checkIdsAreNew(draft, modification, path);
}
