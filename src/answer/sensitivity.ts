/**
 * What the verdict hangs on, one parameter at a time: which move the measure most, at which value each would turn a
 * verdict over, the measure over speed and cutoff, and sections whose opening is not certain. Places and keiretsu tags
 * are drawn together (`confidence.ts`) and not swept here: they have no order.
 */
import type { ConfidenceMeasure } from '../model/confidence.ts';
import { CONFIDENCE_MEASURES } from '../model/confidence.ts';
import type { Dataset } from '../model/dataset.ts';
import type { SensitivityDocument, TornadoBar, TornadoEnds } from '../model/sensitivity.ts';
import { DataError } from '../problems.ts';
import type { Dimension } from '../uncertainty/dimensions.ts';
import { listOutcomeSuppliers, type Asked, type Outcome } from '../uncertainty/outcome.ts';
import { MS_PER_SECOND } from '../units.ts';
import { toCommand } from './command.ts';
import { toDrawnQuestion } from './drawn-question.ts';
import { findVerdictMap } from './flowcharts.ts';
import type { AnalysisRequest } from './request.ts';
import { listFlips } from './sensitivity-flips.ts';
import { toHeat } from './sensitivity-heat.ts';
import { toSensitivitySentence } from './sensitivity-sentence.ts';
import { listSwitches } from './sensitivity-switches.ts';
import { createSweep, type Sweep } from './sensitivity-sweep.ts';

export interface SensitivityRequest extends AnalysisRequest {
  /** What the tornado and the map are of (default pairs). */
  readonly measure?: ConfidenceMeasure | undefined;
}

/** Bars that are shown. */
const BARS = 10;

function readMeasure({ measure = 'pairs' }: SensitivityRequest): ConfidenceMeasure {
  if (CONFIDENCE_MEASURES.includes(measure)) return measure;
  const expected = `one of ${CONFIDENCE_MEASURES.join(', ')}`;
  throw new DataError([
    { file: 'request', path: 'measure', expected, found: JSON.stringify(measure), code: 'unknown-id' },
  ]);
}

const width = ({ atLow, atHigh }: TornadoEnds): number => Math.abs((atHigh ?? 0) - (atLow ?? 0));

const minus = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : a - b;

function toBar(sweep: Sweep, dimension: Dimension, measure: ConfidenceMeasure): TornadoBar {
  const { id: parameter, target: _, drawn: __, ...rest } = dimension;
  const last = sweep.drawn.sides.length - 1;
  const ends = (side: number): TornadoEnds => ({
    atLow: sweep.find(side, dimension, dimension.low).shares[measure],
    atHigh: sweep.find(side, dimension, dimension.high).shares[measure],
  });
  const [base, build] = [ends(0), ends(last)];
  const difference = {
    atLow: minus(build.atLow, base.atLow),
    atHigh: minus(build.atHigh, base.atHigh),
  };
  const means = (side: number): TornadoEnds => ({
    atLow: toMeanS(sweep.drawn.asked, sweep.find(side, dimension, dimension.low)),
    atHigh: toMeanS(sweep.drawn.asked, sweep.find(side, dimension, dimension.high)),
  });
  const meanS = { base: means(0), build: means(last) };
  const swing = Math.max(width(base), width(build));
  return { parameter, ...rest, base, build, difference, swing, meanS };
}

/** Mean of the seconds of every origin to every group, to the millisecond; null where none has a way. */
function toMeanS({ origins, sites, groups }: Asked, { timesMs }: Pick<Outcome, 'timesMs'>): number | null {
  const times = origins
    .flatMap(({ site }) => groups.map((_, k) => timesMs[sites.indexOf(site) * groups.length + k] as number))
    .filter((ms) => Number.isFinite(ms));
  const sum = times.reduce((total, ms) => total + ms, 0);
  return times.length === 0 ? null : Math.round(sum / times.length) / MS_PER_SECOND;
}

const meanSwing = ({ meanS }: TornadoBar): number => Math.max(width(meanS.base), width(meanS.build));

/** A share steps from supplier to supplier: of parameters that move it alike the minutes say which moves more. */
function listBars(sweep: Sweep, measure: ConfidenceMeasure): readonly TornadoBar[] {
  return sweep.dimensions
    .map((dimension) => toBar(sweep, dimension, measure))
    .filter((bar) => bar.swing > 0 || meanSwing(bar) > 0)
    .toSorted(
      (a, b) => b.swing - a.swing || meanSwing(b) - meanSwing(a) || (a.parameter < b.parameter ? -1 : 1),
    )
    .slice(0, BARS);
}

/** The flowchart's verdict map of each side, at the middle values. */
function listMaps(sweep: Sweep): SensitivityDocument['verdictMaps'] {
  const { question, asked, sides } = sweep.drawn;
  return sides.flatMap(({ scenario }, side) => {
    const suppliers = listOutcomeSuppliers(asked, sweep.middleValues, sweep.middle(side));
    return findVerdictMap(question, scenario.id, suppliers) ?? [];
  });
}

/**
 * The sensitivity of a request. Shares from 0 to 1. Throws DataError with everything wrong in it, and for a data set that
 * does not say what is uncertain.
 */
export function toSensitivity(dataset: Dataset, request: SensitivityRequest = {}): SensitivityDocument {
  const measure = readMeasure(request);
  const drawn = toDrawnQuestion(dataset, request);
  const sweep = createSweep(drawn);
  const { question, sides } = drawn;
  const { measure: _, ...rest } = request;
  const middle = sides.map(
    ({ scenario }, side) => [scenario.id, sweep.middle(side).shares[measure]] as const,
  );
  const body = {
    schema: 'beltway/sensitivity@1' as const,
    data: { id: dataset.header.id, title: dataset.header.title, digest: dataset.digest },
    vehicleClass: question.setting.vehicleClass.id,
    traffic: question.setting.trafficState.id,
    cutoffS: question.cutoffS,
    measure,
    scenarios: sides.map(({ scenario: { id, title }, role }) => ({ id, title, role })),
    middle: Object.fromEntries(middle),
    tornado: listBars(sweep, measure),
    flips: listFlips(sweep),
    heat: toHeat(sweep, measure),
    verdictMaps: listMaps(sweep),
    switches: listSwitches(sweep, measure),
  };
  const command = toCommand(['sensitivity'], rest, [
    ['--measure', measure === 'pairs' ? null : measure],
    ['--only', 'sweeps'],
  ]);
  return { ...body, sentence: toSensitivitySentence(body), command };
}
