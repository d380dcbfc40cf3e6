/**
 * How sure the answer is: draws of everything the data leave open, the same ones in base and build, and what holds in
 * how many of them. A share of draws is never called a probability: no one knows how likely a value within its range is.
 */
import type { ConfidenceDimension, ConfidenceDocument, ConfidenceShare } from '../model/confidence.ts';
import { CONFIDENCE_MEASURES } from '../model/confidence.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Dimension } from '../uncertainty/dimensions.ts';
import type { Outcome } from '../uncertainty/outcome.ts';
import { toSpread } from '../uncertainty/statistics.ts';
import { toCommand } from './command.ts';
import { listLevers } from './confidence-levers.ts';
import { toDrawVerdict, type Drawings } from './confidence-draws.ts';
import { listChanges, listPairs } from './confidence-pairs.ts';
import { toConfidenceSentence } from './confidence-sentence.ts';
import { createDrawer, type DrawOptions } from './drawer.ts';
import type { DrawnQuestion } from './drawn-question.ts';
import type { AnalysisRequest } from './request.ts';

const DEFAULT_DRAWS = 500;
const DEFAULT_SEED = 1;

/** Draws that go on step by step; the document can be asked for at any time. */
export interface DrawRun {
  readonly asked: number;
  readonly done: () => number;
  /** Makes so many more draws, or as many as are left. */
  readonly advance: (count: number) => void;
  readonly document: () => ConfidenceDocument;
}

/** Shares of every measure on each side, and of the difference draw by draw. */
function listShares({ drawn: { sides }, middle, outcomes }: Drawings): readonly ConfidenceShare[] {
  return CONFIDENCE_MEASURES.flatMap((measure) => {
    const read = (outcome: Outcome | undefined): number => outcome?.shares[measure] ?? NaN;
    const toShare = (scenario: string, value: number, drawn: readonly number[]): ConfidenceShare => {
      const known = drawn.filter((one) => !Number.isNaN(one));
      return { measure, scenario, value: Number.isNaN(value) ? null : value, spread: toSpread(known) };
    };
    const own = sides.map(({ scenario }, i) =>
      toShare(scenario.id, read(middle[i]), (outcomes[i] ?? []).map(read)),
    );
    const [base, build] = [outcomes[0] ?? [], outcomes.at(-1) ?? []];
    const differences = build.map((outcome, i) => read(outcome) - read(base[i]));
    return [...own, toShare('difference', read(middle.at(-1)) - read(middle[0]), differences)];
  });
}

function listVerdicts({
  drawn: { sides },
  middle,
  outcomes,
  uncertainty,
}: Drawings): ConfidenceDocument['verdicts'] {
  const ids = [...(middle[0]?.verdicts.keys() ?? [])];
  return ids.flatMap((id) =>
    sides.map(({ scenario }, i) => {
      const draws = outcomes[i] ?? [];
      const holds = draws.filter(({ verdicts }) => verdicts.get(id) === true).length;
      const atMiddle = middle[i]?.verdicts.get(id) === true;
      return {
        id,
        scenario: scenario.id,
        holds,
        atMiddle,
        verdict: toDrawVerdict(holds, draws.length, uncertainty),
      };
    }),
  );
}

type Head = Pick<
  ConfidenceDocument,
  'schema' | 'data' | 'vehicleClass' | 'traffic' | 'cutoffS' | 'groupChoice' | 'scenarios' | 'origins'
>;

function toHead({ question, asked, sides }: DrawnQuestion): Head {
  const { header, digest } = question.dataset;
  return {
    schema: 'beltway/confidence@1',
    data: { id: header.id, title: header.title, digest },
    vehicleClass: question.setting.vehicleClass.id,
    traffic: question.setting.trafficState.id,
    cutoffS: question.cutoffS,
    groupChoice: Object.fromEntries(question.groups.map(({ group, choice }) => [group, choice])),
    scenarios: sides.map(({ scenario: { id, title }, role }) => ({ id, title, role })),
    origins: asked.origins.map(({ id, name, kind, site }) => ({ id, name, kind, site })),
  };
}

function toConfidenceDimension(dimension: Dimension): ConfidenceDimension {
  const { target: _, ...rest } = dimension;
  return rest;
}

function toDocument(
  drawings: Drawings,
  request: AnalysisRequest,
  { draws: asked, seed }: Required<DrawOptions>,
): ConfidenceDocument {
  const { drawn, dimensions, outcomes, uncertainty } = drawings;
  const draws = outcomes[0]?.length ?? 0;
  const body = {
    ...toHead(drawn),
    ...{ draws, asked: asked ?? draws, seed: seed ?? DEFAULT_SEED },
    holdsShare: uncertainty.holdsShare.value,
    failsShare: uncertainty.failsShare.value,
    dimensions: dimensions.map(toConfidenceDimension),
    pairs: listPairs(drawings),
    changes: listChanges(drawings),
    shares: listShares(drawings),
    verdicts: listVerdicts(drawings),
    levers: listLevers(drawings),
    offMap: (outcomes[0] ?? []).filter(({ offMap }) => offMap).length,
  };
  const more = [
    ['--only', 'draws'],
    ['--draws', String(asked)],
    ['--seed', String(seed)],
  ] as const;
  const command = toCommand(['sensitivity'], request, more);
  return { ...body, sentence: toConfidenceSentence(drawn.question, body), command };
}

/**
 * Draws of a request, none made yet: `advance` makes them, in any number of steps with the same result. Throws
 * DataError with everything wrong in the request, and for a data set that does not say how far its places and tags may
 * be wrong.
 */
export function startDraws(
  dataset: Dataset,
  request: AnalysisRequest = {},
  { draws = DEFAULT_DRAWS, seed = DEFAULT_SEED }: DrawOptions = {},
): DrawRun {
  const { drawn, dimensions, uncertainty, strata, middle, draw } = createDrawer(dataset, request, {
    draws,
    seed,
  });
  const outcomes: Outcome[][] = drawn.sides.map(() => []);
  const drawings: Drawings = { drawn, dimensions, uncertainty, middle: middle(), outcomes, strata };
  const done = (): number => outcomes[0]?.length ?? 0;
  const drawNext = (): void => {
    for (const [side, outcome] of draw(done()).entries()) outcomes[side]?.push(outcome);
  };
  return {
    asked: draws,
    done,
    advance: (count) => {
      for (let left = Math.min(count, draws - done()); left > 0; left -= 1) drawNext();
    },
    document: () => toDocument(drawings, request, { draws, seed }),
  };
}
