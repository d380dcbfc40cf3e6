/** What a report asks to be fixed where its caller names nothing: what fails by the least. */
import type { Analysis } from '../model/answer.ts';
import type { FixTarget } from '../model/fix.ts';

/** The scenario in which something should hold. */
function findBuild({ scenarios }: Analysis): string {
  return scenarios.find(({ role }) => role === 'build')?.id ?? '';
}

/** The share of independent suppliers, where it falls short of the level that the flowchart asks for. */
function listShare(analysis: Analysis): readonly FixTarget[] {
  const build = findBuild(analysis);
  const level = analysis.verdictMaps.find(({ scenario }) => scenario === build)?.level;
  const share = analysis.independence.find(({ scenario }) => scenario === build)?.iOut;
  const isShort = level !== undefined && typeof share === 'number' && share < level;
  return isShort ? [{ kind: 'share', measure: 'iOut', level }] : [];
}

/** The supplier and maker that miss the cutoff by the least; the first of equals. */
function listNearest({ groups, origins, scenarios }: Analysis): readonly FixTarget[] {
  const build = scenarios.find(({ role }) => role === 'build')?.id;
  const suppliers = new Set(origins.filter(({ kind }) => kind === 'supplier').map(({ id }) => id));
  const missed = groups.filter(
    ({ scenario, origin, verdict, timeS }) =>
      scenario === build && suppliers.has(origin) && verdict !== 'strict' && timeS !== null,
  );
  const [first, ...others] = missed;
  if (first === undefined) return [];
  const nearest = others.reduce((best, one) => (Number(one.timeS) < Number(best.timeS) ? one : best), first);
  return [{ kind: 'pair', origin: nearest.origin, destination: nearest.group }];
}

/** Targets in the order in which they are shown; none where everything holds. */
export function chooseTargets(analysis: Analysis): readonly FixTarget[] {
  return [...listShare(analysis), ...listNearest(analysis)];
}
