/**
 * What each section is worth: every set of the sections is opened and searched, and the whole effect divided among them
 * by Shapley's rule.
 */
import type { Dataset } from '../model/dataset.ts';
import {
  VALUE_MEASURES,
  type Interaction,
  type MeasureShares,
  type SectionValues,
  type ValueMeasure,
} from '../model/value.ts';
import { listPlayers, toDividends, toShapleyValues } from '../value/game.ts';
import { listGroupTimes, UNITS, type GroupTimes } from '../value/measures.ts';
import { toCommand } from './command.ts';
import { startPieces, type PieceRun } from './pieces.ts';
import { roundPlaces, roundToSum } from './round-to-sum.ts';
import {
  countLeftOut,
  listSetValues,
  PER_UNIT,
  toSectionGame,
  type SectionGame,
  type SectionsRequest,
} from './section-game.ts';
import { toSectionValuesSentence } from './section-values-sentence.ts';
import { toValueHead } from './value-question.ts';
import { describeSection } from './value-sections.ts';

const CAPTION = 'An allocation of modelled minutes and counts: not benefit, cost or traffic.';

/** Pairs and larger sets that make something together, the most first; smaller sets before larger ones. */
function listInteractions(sections: readonly string[], dividends: readonly number[]): readonly Interaction[] {
  return dividends
    .map((dividend, set) => {
      return { sections: listPlayers(set).map((i) => sections[i] ?? ''), dividend: roundPlaces(dividend) };
    })
    .filter((one) => one.sections.length > 1 && one.dividend !== 0)
    .toSorted((a, b) => Math.abs(b.dividend) - Math.abs(a.dividend) || a.sections.length - b.sections.length);
}

/** How a measure divides, in the places of answers; null where there is nobody to count. */
function toMeasureShares(
  game: SectionGame,
  times: readonly GroupTimes[],
  measure: ValueMeasure,
): MeasureShares | null {
  const { sections } = game;
  const values = listSetValues(game, times, measure);
  if (values === null) return null;
  const last = values.length - 1;
  const scale = PER_UNIT[measure];
  const at = (set: number): number => (values[set] ?? 0) / scale;
  const minus = (a: number, b: number): number => roundPlaces(at(a) - at(b));
  const [none, all] = [roundPlaces(at(0)), roundPlaces(at(last))];
  const shares = roundToSum(
    toShapleyValues(values).map((value) => value / scale),
    all - none,
  );
  return {
    ...{ measure, unit: UNITS[measure], none, all },
    shares: sections.map((section, i) => ({
      ...{ section, value: shares[i] ?? 0 },
      alone: minus(2 ** i, 0),
      last: minus(last, last - 2 ** i),
    })),
    interactions: listInteractions(
      sections,
      Array.from(toDividends(values), (dividend) => dividend / scale),
    ),
  };
}

function toDocument(
  game: SectionGame,
  times: readonly GroupTimes[],
  request: SectionsRequest,
): SectionValues {
  const { measure, sections: named, ...rest } = request;
  const { closings, sections } = game;
  const asked = measure === undefined ? VALUE_MEASURES : [measure];
  const body = {
    schema: 'beltway/section-values@1' as const,
    ...toValueHead(game),
    sections: sections.map((id) => describeSection(closings.state, id)),
    networks: game.sets,
    leftOut: countLeftOut(game, times[0] ?? new Float64Array()),
    measures: asked.flatMap((one) => toMeasureShares(game, times, one) ?? []),
    caption: CAPTION,
  };
  const command = toCommand(['value'], rest, [
    ['--only', 'sections'],
    ['--measure', measure],
    ['--sections', named?.join(',')],
  ]);
  return { ...body, sentence: toSectionValuesSentence(body), command };
}

/**
 * Opens every set of the sections, a piece each. Shares of a measure sum to its whole effect as they are written.
 * Throws DataError with everything wrong in the request.
 *
 * @example
 * const { dataset } = loadDataset(new Map());
 * dataset === null ? null : startSectionValues(dataset, { measure: 'passes' }).document().networks; // → null
 */
export function startSectionValues(dataset: Dataset, request: SectionsRequest = {}): PieceRun<SectionValues> {
  const game = toSectionGame(dataset, request, { amongPlants: false });
  const times: GroupTimes[] = [];
  return startPieces(
    game.sets,
    (set) => times.push(listGroupTimes(game.travel, game.timeBetween(set))),
    () => toDocument(game, times, request),
  );
}
