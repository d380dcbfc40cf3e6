/** Changing: other signs, lanes or tolls on roads that are there. */
import type { Dataset } from '../model/dataset.ts';
import type { Link } from '../model/road.ts';
import type { ChangeModification } from '../model/scenario.ts';
import type { Problem } from '../problems.ts';
import { checkId, checkRange, toProblem } from './check.ts';
import type { Draft } from './draft.ts';
import { changeTargets, checkTargets } from './targets.ts';

/** km/h a sign may show. No road of the region allows more than 120 (Regulations, art. 78). */
export const POSTED_KMH = [5, 120] as const;
/** Lanes in one direction. */
const LANES = [1, 12] as const;

/** Tariffs by the kilometre: one by the passage would be charged on every link of a road. */
function listTariffIds({ tariffs }: Dataset): ReadonlySet<string> {
  const byKm = tariffs.filter(({ periods }) =>
    periods.every(({ perPassCny }) => Object.values(perPassCny).every((cny) => cny === 0)),
  );
  return new Set(byKm.map(({ id }) => id));
}

/** What is wrong with the signs, lanes and toll that a modification gives a road. */
export function checkSigns(
  { dataset }: Draft,
  {
    postedKmh,
    lanesPerDirection,
    tariff,
  }: Pick<ChangeModification, 'postedKmh' | 'lanesPerDirection' | 'tariff'>,
  path: string,
): readonly Problem[] {
  const unknown =
    typeof tariff === 'string'
      ? checkId(listTariffIds(dataset), tariff, 'tariff by the kilometre', `${path}.tariff`)
      : [];
  return [
    ...(postedKmh === undefined ? [] : checkRange(postedKmh, POSTED_KMH, 'km/h', `${path}.postedKmh`)),
    ...(lanesPerDirection === undefined
      ? []
      : checkRange(lanesPerDirection, LANES, 'lanes', `${path}.lanesPerDirection`)),
    ...unknown,
  ];
}

/** What is wrong with the modification at a path such as `modifications[0]`; nothing is applied. */
export function checkChange(
  draft: Draft,
  modification: ChangeModification,
  path: string,
): readonly Problem[] {
  const { postedKmh, lanesPerDirection, tariff } = modification;
  const wrong = [...checkTargets(draft, modification, path), ...checkSigns(draft, modification, path)];
  if (postedKmh !== undefined || lanesPerDirection !== undefined || tariff !== undefined) return wrong;
  const expected = 'something to change: postedKmh, lanesPerDirection, tariff';
  return [...wrong, toProblem(path, expected, {}, 'missing')];
}

/** New link values where something changes, the same ones elsewhere. */
export function applyChange(draft: Draft, modification: ChangeModification): Draft {
  const { postedKmh, lanesPerDirection, tariff } = modification;
  const signs: Partial<Link> = {
    ...(postedKmh === undefined ? {} : { postedKmh }),
    ...(lanesPerDirection === undefined ? {} : { lanesPerDirection }),
    ...(tariff === undefined ? {} : { tariff }),
  };
  return changeTargets(draft, modification, (link) => ({ ...link, ...signs }));
}
