/** What may be wrong with how a drawn road says that it meets a network, be that a road state or a city. */
import { measureGeodesicM } from '../geodesic.ts';
import type { BuildModification, Interchange } from '../model/scenario.ts';
import type { LonLat } from '../model/source.ts';
import type { Problem } from '../problems.ts';
import { checkRange, toProblem } from './check.ts';

/** A vertex is the node or the point it says it meets: farther away than this it is another place. */
export const MEETS_WITHIN_M = 100;

/** The network that a road meets. */
export interface Met {
  /** What is wrong with the thing that an interchange names; `at` is the vertex. */
  readonly check: (at: LonLat, one: Interchange, path: string) => readonly Problem[];
  /** Where the thing is that it names; undefined for a node of its own. */
  readonly find: (one: Interchange) => LonLat | undefined;
}

/** Exactly one way to meet it. */
function checkWays({ node, link, share, newNode }: Interchange, path: string): readonly Problem[] {
  const ways = [node, link, newNode].filter((way) => way !== undefined);
  const wrong = (expected: string, found: unknown): readonly Problem[] => [
    toProblem(path, expected, found, 'contradiction'),
  ];
  if (ways.length !== 1) return wrong('exactly one of node, link, newNode', ways);
  if ((link === undefined) !== (share === undefined))
    return wrong('share where there is a link', { link, share });
  return share === undefined ? [] : checkRange(share, [0, 1], 'share of the drawn length', `${path}.share`);
}

function checkNear(met: LonLat | undefined, at: LonLat, one: Interchange, path: string): readonly Problem[] {
  if (met === undefined) return [];
  const awayM = Math.round(measureGeodesicM(at, met));
  if (awayM <= MEETS_WITHIN_M) return [];
  const expected = `vertex ${one.vertex} within ${MEETS_WITHIN_M} m of what it meets, at ${met.join(',')}`;
  return [toProblem(path, expected, `${awayM} m away, at ${at.join(',')}`, 'contradiction')];
}

function checkInterchange(
  met: Met,
  line: readonly LonLat[],
  one: Interchange,
  path: string,
): readonly Problem[] {
  const at = line[one.vertex];
  if (at === undefined) {
    const expected = `a vertex of the line, 0 to ${line.length - 1}`;
    return [toProblem(`${path}.vertex`, expected, one.vertex, 'out-of-range')];
  }
  const wrong = [...checkWays(one, path), ...met.check(at, one, path)];
  return wrong.length > 0 ? wrong : checkNear(met.find(one), at, one, path);
}

/** What is wrong with the interchanges of a road at a path such as `modifications[0]`. */
export function checkInterchanges(
  met: Met,
  { line, interchanges }: BuildModification,
  path: string,
): readonly Problem[] {
  const at = `${path}.interchanges`;
  if (interchanges.length === 0) {
    const expected = 'at least one: a road connects to nothing by crossing it';
    return [toProblem(at, expected, [], 'missing')];
  }
  const vertices = interchanges.map(({ vertex }) => vertex);
  return interchanges.flatMap((one, i) =>
    vertices.indexOf(one.vertex) < i
      ? [toProblem(`${at}[${i}].vertex`, 'each vertex once', one.vertex, 'duplicate-id')]
      : checkInterchange(met, line, one, `${at}[${i}]`),
  );
}
