/** Which links a modification is about, and what is wrong with how it says so. */
import { FACILITIES, type Link } from '../model/road.ts';
import type { RoadTargets } from '../model/scenario.ts';
import type { Problem } from '../problems.ts';
import { checkRing, liesIn, touches } from './area.ts';
import {
  checkIds,
  checkPoint,
  listFeatureIds,
  listHighwayIds,
  listSectionIds,
  toProblem,
  toTouchesNothing,
} from './check.ts';
import type { Draft } from './draft.ts';

const KEYS = ['highways', 'sections', 'links', 'facilities', 'area'] as const;

function isNamed(link: Link, { highways, sections, links }: RoadTargets): boolean {
  if (highways === undefined && sections === undefined && links === undefined) return true;
  return (
    (highways ?? []).includes(link.highway) ||
    (sections ?? []).includes(link.section) ||
    (links ?? []).includes(link.featureId)
  );
}

function isInArea({ geometry }: Link, { area }: RoadTargets): boolean {
  if (area === undefined) return true;
  return area.rule === 'within' ? liesIn(geometry, area.ring) : touches(geometry, area.ring);
}

/**
 * Whether a link is among the targets: named by highway, section or feature (any of them; all, where none is named), of
 * one of the facilities, and in the area, where such are given.
 */
export function isTarget(link: Link, targets: RoadTargets): boolean {
  const { facilities } = targets;
  if (facilities !== undefined && !facilities.includes(link.facility)) return false;
  return isNamed(link, targets) && isInArea(link, targets);
}

function checkNames(draft: Draft, targets: RoadTargets, path: string): readonly Problem[] {
  const { highways, sections, links, facilities } = targets;
  return [
    ...(highways === undefined
      ? []
      : checkIds(listHighwayIds(draft), highways, 'highway id', `${path}.highways`)),
    ...(sections === undefined
      ? []
      : checkIds(listSectionIds(draft), sections, 'section id', `${path}.sections`)),
    ...(links === undefined ? [] : checkIds(listFeatureIds(draft), links, 'link id', `${path}.links`)),
    ...(facilities === undefined
      ? []
      : checkIds(new Set(FACILITIES), facilities, 'facility', `${path}.facilities`)),
  ];
}

function checkArea(draft: Draft, { area }: RoadTargets, path: string): readonly Problem[] {
  if (area === undefined) return [];
  const outside = area.ring.flatMap((at, i) => checkPoint(draft, at, `${path}.area.ring[${i}]`));
  return outside.length > 0 ? outside : checkRing(area.ring, `${path}.area.ring`);
}

/** What is wrong with the targets of the modification at a path such as `modifications[0]`. */
export function checkTargets(draft: Draft, targets: RoadTargets, path: string): readonly Problem[] {
  if (KEYS.every((key) => targets[key] === undefined)) {
    const expected = `roads: ${KEYS.join(', ')}`;
    return [toProblem(path, expected, targets, 'missing')];
  }
  const wrong = [...checkNames(draft, targets, path), ...checkArea(draft, targets, path)];
  if (wrong.length > 0 || draft.links.some((link) => isTarget(link, targets))) return wrong;
  return [toTouchesNothing(path)];
}

/** New values of the links among the targets, the same ones elsewhere. */
export function changeTargets(draft: Draft, targets: RoadTargets, change: (link: Link) => Link): Draft {
  return { ...draft, links: draft.links.map((link) => (isTarget(link, targets) ? change(link) : link)) };
}
