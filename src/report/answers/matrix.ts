/** Times of every origin × destination as the answer `beltway/matrix@1`; its cells are those of an analysis. */
import type { Skim } from '../../matrix/skim.ts';
import type { AnswerCell, AnswerClock } from '../../model/answer.ts';
import type { Dataset } from '../../model/dataset.ts';
import { toAnswerClock } from '../../answer/answer-clock.ts';
import { toCellValues } from '../../answer/cells.ts';
import type { KnownPlace } from '../../answer/place.ts';
import { toNamedPlace, type NamedPlace } from '../place.ts';
import { toDataName, type DataName, type ScenarioName } from './names.ts';

export interface MatrixDocument {
  readonly schema: 'beltway/matrix@1';
  readonly data: DataName;
  readonly vehicleClass: string;
  readonly traffic: string;
  readonly valueOfTimeCnyPerH: number | null;
  readonly clock: AnswerClock | null;
  readonly scenarios: readonly ScenarioName[];
  readonly origins: readonly NamedPlace[];
  readonly destinations: readonly NamedPlace[];
  readonly cells: readonly AnswerCell[];
}

/**
 * The document of skims of the same places, one a scenario. Several origins may share a site (suppliers of one
 * zone): each has rows of its own. Throws RangeError without a skim.
 */
export function toMatrixDocument(
  dataset: Dataset,
  skims: readonly Skim[],
  origins: readonly KnownPlace[],
  destinations: readonly KnownPlace[],
): MatrixDocument {
  const [first] = skims;
  if (first === undefined) throw new RangeError('a matrix needs a skim');
  return {
    schema: 'beltway/matrix@1',
    data: toDataName(dataset),
    vehicleClass: first.setting.vehicleClass.id,
    traffic: first.setting.trafficState.id,
    valueOfTimeCnyPerH: first.setting.valueOfTimeCnyPerH,
    clock: toAnswerClock(first.setting),
    scenarios: skims.map(({ scenario: { id, title, date } }) => ({ id, title, date })),
    origins: origins.map(toNamedPlace),
    destinations: destinations.map(toNamedPlace),
    cells: skims.flatMap((skim) => listCells(skim, origins, destinations)),
  };
}

function listCells(
  { scenario, find }: Skim,
  origins: readonly KnownPlace[],
  destinations: readonly KnownPlace[],
): readonly AnswerCell[] {
  return origins.flatMap((from) =>
    destinations.map((to) => {
      const ids = { scenario: scenario.id, origin: from.origin.id, destination: to.origin.id };
      return { ...ids, ...toCellValues(find(from.place.id, to.place.id)) };
    }),
  );
}
