/** What may be asked of a fix, and what can be wrong in it by itself. */
import { FIX_PARTS, FIX_SHARES, type FixLinkInputs, type FixPart, type FixTarget } from '../model/fix.ts';
import type { BuildModification } from '../model/scenario.ts';
import type { Parameter } from '../model/source.ts';
import type { Problem } from '../problems.ts';
import { POSTED_KMH } from '../scenario/change.ts';
import { checkTimeAlone, toProblem } from './request-checks.ts';
import type { AnalysisRequest } from './request.ts';

/** What a new link is made with, where something else than the defaults is wanted. */
export interface NewLinkChoice {
  /** Sign on it, km/h. */
  readonly speedKmh?: number | undefined;
  /** Length over the geodesic. */
  readonly detour?: number | undefined;
  readonly budgetKm?: number | undefined;
}

/** `build` is the scenario in which the target is to hold; places are those of the target. */
export interface FixRequest extends Omit<AnalysisRequest, 'base' | 'beside' | 'origins' | 'destinations'> {
  readonly target: FixTarget;
  /** Left out = all of them. */
  readonly parts?: readonly FixPart[] | undefined;
  /** Ids of highways or sections whose speed is looked for; left out = every highway. */
  readonly roads?: readonly string[] | undefined;
  /** Sections on record that might be opened; left out = all that are not open, or none where roads are drawn. */
  readonly sections?: readonly string[] | undefined;
  /** Drawn roads that might be built. */
  readonly builds?: readonly BuildModification[] | undefined;
  readonly newLink?: NewLinkChoice | undefined;
}

const assumed = (value: number, unit: string, low: number, high: number): Parameter => {
  return { value, unit, low, high, source: 'assumption', grade: 'assumed' };
};

/** A road of today: 80 to 120 km/h; 5 to 40 % longer than the straight line. The budget is a question, not a fact. */
const INPUTS: FixLinkInputs = {
  speedKmh: assumed(100, 'km/h', 80, 120),
  detour: assumed(1.2, 'length over the geodesic', 1.05, 1.4),
  budgetKm: assumed(50, 'km', 10, 100),
};

/** What may be asked for. */
const POSSIBLE = { speedKmh: POSTED_KMH, detour: [1, 3], budgetKm: [0.1, 1000] } as const;

/** The inputs of a new link with what a request says of them. */
export function toLinkInputs({ newLink = {} }: Pick<FixRequest, 'newLink'>): FixLinkInputs {
  const choose = (key: keyof FixLinkInputs): Parameter => ({
    ...INPUTS[key],
    value: newLink[key] ?? INPUTS[key].value,
  });
  return { speedKmh: choose('speedKmh'), detour: choose('detour'), budgetKm: choose('budgetKm') };
}

function checkInputs(request: FixRequest): readonly Problem[] {
  const inputs = toLinkInputs(request);
  return (Object.keys(POSSIBLE) as (keyof typeof POSSIBLE)[]).flatMap((key) => {
    const [least, most] = POSSIBLE[key];
    const { value, unit } = inputs[key];
    if (value >= least && value <= most) return [];
    return [toProblem(`newLink.${key}`, `${unit}, ${least} to ${most}`, value)];
  });
}

function checkOneOf(path: string, valid: readonly string[], found: unknown): readonly Problem[] {
  if (valid.some((one) => one === found)) return [];
  return [toProblem(path, `one of ${valid.join(', ')}`, found)];
}

function checkLevel(level: number): readonly Problem[] {
  return level > 0 && level <= 1 ? [] : [toProblem('target.level', 'a share above 0 and at most 1', level)];
}

function checkTarget(groups: readonly string[], target: FixTarget): readonly Problem[] {
  switch (target.kind) {
    case 'pair':
      return [];
    case 'origin':
      return checkOneOf('target.reach', ['outside', 'all'], target.reach);
    case 'group':
      return [...checkOneOf('target.group', groups, target.group), ...checkLevel(target.level)];
    case 'share':
      return [...checkOneOf('target.measure', FIX_SHARES, target.measure), ...checkLevel(target.level)];
  }
}

/** Everything that can be wrong in a request, whatever the roads are. */
export function checkFix(groups: readonly string[], request: FixRequest): readonly Problem[] {
  const { target, parts = [] } = request;
  return [
    ...checkTimeAlone(request, 'fixes'),
    ...checkTarget(groups, target),
    ...parts.flatMap((part) => checkOneOf('parts', FIX_PARTS, part)),
    ...checkInputs(request),
  ];
}
